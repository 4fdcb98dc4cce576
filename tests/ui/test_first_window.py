"""What the first window does without: modules that nobody has asked for when it stands there painted."""

from __future__ import annotations

import hashlib
import hmac
import subprocess
import sys
from pathlib import Path

from rmdesk.services.vault import VaultFolder
from tests.support.vaults import ADMIN, PASSWORD
from tests.ui.test_start import ROOT

# Each costs a megabyte or more, or tens of milliseconds; a package stands for all that lies in it.
LATER = frozenset(
    {
        "alembic",
        "asyncio",
        "importlib.metadata",
        "ipaddress",
        "mako",
        "multiprocessing.queues",
        "opencc",
        "PIL",
        "psutil",
        "bz2",
        "lzma",
        "PySide6.QtNetwork",
        "rmdesk.ui.palette",
        "rmdesk.ui.settings.view",
        "pypdfium2",
        "pypinyin",
        "python_calamine",
        "rapidfuzz",
        "reportlab",
        "sqlalchemy.dialects.postgresql",
        "xlsxwriter",
        "rmdesk.cli",
        "rmdesk.services.checking",
        "rmdesk.services.demo",
        "rmdesk.services.duplicates",
        "rmdesk.services.export",
        "rmdesk.services.imports",
        "rmdesk.services.reports",
        "rmdesk.ui.dialogs.add_customer",
        "rmdesk.ui.dialogs.edit_customers",
        "rmdesk.ui.first_start",
        "rmdesk.ui.panes.customers.bin_view",
        "rmdesk.ui.panes.customers.organisations_view",
        "rmdesk.ui.panes.customers.page.page",
        "rmdesk.ui.panes.staff.pane",
        "rmdesk.ui.pdf_view",
        "rmdesk.ui.self_test",
        "rmdesk.ui.settings.branch",
        "rmdesk.ui.unlock",
    }
)


def test_what_nobody_asked_for_is_not_loaded(vault_folder: VaultFolder, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(PASSWORD + "\n", "utf-8")
    account = ("--vault", str(vault_folder.root), "--user", ADMIN, "--password-file", str(secret))
    with subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "rmdesk", *account, "--verbose"],
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
    ) as process:
        loaded = _loaded_until_painted(process)
        process.kill()
    assert "rmdesk.ui.window" in loaded
    packages = {name.rsplit(".", depth)[0] for name in loaded for depth in range(name.count(".") + 1)}
    assert not packages & LATER


def test_what_watches_the_window_brings_no_package_of_its_own() -> None:
    """It begins some seconds after the window was painted, which the test above does not wait for."""
    watching = "rmdesk.ui.backup_watch, rmdesk.ui.draft_watch, rmdesk.ui.drafts, rmdesk.ui.rotation_proposal"
    code = f"import sys, rmdesk.late_imports, {watching}, rmdesk.services.tags; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(said.stdout.split())
    assert "rmdesk.ui.dialogs.form_dialog" in loaded
    assert not loaded & {
        "rmdesk.services.archive",
        "rmdesk.services.backups",
        "rmdesk.services.segments",
        "rmdesk.services.surveys",
        "rmdesk.ui.reopening",
    }


def test_digests_come_without_openssl() -> None:
    """Of hmac as well; what they say is what OpenSSL says, which this process has loaded."""
    code = (
        "import rmdesk.late_imports, hashlib, hmac; one = hashlib.sha256(b'a');"
        "print(type(one).__module__, one.hexdigest(), hmac.new(b'k', b'm', 'sha256').hexdigest())"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    module, *digests = said.stdout.split()
    assert module != "_hashlib"
    assert digests == [hashlib.sha256(b"a").hexdigest(), hmac.new(b"k", b"m", "sha256").hexdigest()]


def _loaded_until_painted(process: subprocess.Popen[str]) -> set[str]:
    """The modules that were run until the window was on the screen."""
    assert process.stderr is not None
    loaded = set()
    for line in process.stderr:
        if line.startswith("painted "):
            return loaded
        if line.startswith("import time:"):
            loaded.add(line.rpartition("|")[2].strip())
    raise AssertionError("the window was never painted")
