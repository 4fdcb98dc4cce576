"""`--self-test DIR`: on a fresh vault, every window in both languages is opened and its picture kept.

What it saw is written to DIR/self-test.json. Any warning of Qt, any logged error and any exception
makes it fail: the build of the installer runs it on the frozen program.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import platform
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from keyring.backends import fail
from PySide6.QtCore import QCoreApplication, QEvent, qInstallMessageHandler, qVersion
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from rmdesk import __version__, logs, words
from rmdesk.config import HOME_VARIABLE
from rmdesk.services import accounts, customers, demo, search
from rmdesk.services.store.versions import database_versions
from rmdesk.services.vault import Cost, Keyring, Vault, VaultFolder, create_vault
from rmdesk.ui.bus import Bus
from rmdesk.ui.context import ConfigHolder, Context
from rmdesk.ui.crash import CrashDialog, details_of, log_qt
from rmdesk.ui.dialogs.about import AboutDialog
from rmdesk.ui.dialogs.preview_report import preview_report
from rmdesk.ui.first_start.window import FirstStartWindow
from rmdesk.ui.i18n import Languages
from rmdesk.ui.jobs import Jobs
from rmdesk.ui.theme import Theme
from rmdesk.ui.unlock import SignInWindow
from rmdesk.ui.window import MainWindow

log = logging.getLogger(__name__)

RESULT = "self-test.json"
REPORT = "staff_list"
SIZE = (1366, 768)
_PATIENCE = 60.0  # seconds for one step on a slow computer; a step that takes longer has failed
_QUIET = 0.15  # seconds without any task until a window counts as filled

_CUSTOMER = "欧阳晓敏"  # invented
# What the interface, names and reports are made of, rare characters of names among it.
_NEEDED = "客户经理日历维护计划预警挽留调研报表设置锁定滨江支行林晓雯¥%−→"


class _Recorder(logging.Handler):
    """Collects what must not happen."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.addFilter(logs.Discretion())

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def run_self_test(folder: Path, app: QApplication, languages: Languages, theme: Theme) -> int:
    """Run it and write `folder`/self-test.json; the exit status, 0 only if all was well."""
    folder.mkdir(parents=True, exist_ok=True)
    recorder = _Recorder()
    logging.getLogger().addHandler(recorder)
    former_hook, former_handler = sys.excepthook, qInstallMessageHandler(log_qt)
    sys.excepthook = lambda _kind, error, _trace: log.error("uncaught\n%s", details_of(error))
    result: dict[str, Any] = {
        "version": __version__,
        "platform": platform.platform(),
        "python": platform.python_version(),
        "frozen": bool(getattr(sys, "frozen", False)),
        "qt": qVersion(),
        "database": database_versions(),
        "qt_platform": app.platformName(),
        "scale": app.devicePixelRatio(),
    }
    try:
        result |= _SelfTest(folder, app, languages, theme).run()
    except Exception as error:  # whatever fails is the test's result, told like everything else
        log.error("the self-test broke off\n%s", details_of(error))
    finally:
        sys.excepthook = former_hook
        qInstallMessageHandler(former_handler)
        logging.getLogger().removeHandler(recorder)
    result["warnings"] = recorder.lines
    result["ok"] = not recorder.lines
    (folder / RESULT).write_text(json.dumps(result, ensure_ascii=False, indent=1), "utf-8")
    return 0 if result["ok"] else 1


class _SelfTest:
    _config: ConfigHolder

    def __init__(self, folder: Path, app: QApplication, languages: Languages, theme: Theme) -> None:
        self._folder = folder
        self._app = app
        self._languages = languages
        self._theme = theme
        self._pictures: dict[str, list[str]] = {}
        self._customers: dict[str, bool] = {}

    def run(self) -> dict[str, Any]:
        started = time.monotonic()
        place = Path(tempfile.mkdtemp(prefix="vault-", dir=self._folder))
        former_home = os.environ.get(HOME_VARIABLE)
        # Neither this computer's settings nor its keyring are to remember a vault that lives for seconds.
        os.environ[HOME_VARIABLE] = str(place / "home")
        no_keyring = Keyring(fail.Keyring())
        try:
            self._config = ConfigHolder()
            password = secrets.token_urlsafe(16)
            target = VaultFolder.at(place / "档案库 vault")
            vault, _ = create_vault(
                target,
                branch="滨江支行",
                admin=demo.HEAD,
                password=password,
                cost=Cost.FLOOR,
                keyring=no_keyring,
            )
            with _signed_out_at_the_end(vault):
                signed_in = accounts.sign_in(vault)
                reports = {
                    language: self._in_language(language, vault, signed_in) for language in words.LANGUAGES
                }
        finally:
            os.environ.pop(HOME_VARIABLE)
            if former_home is not None:
                os.environ[HOME_VARIABLE] = former_home
            shutil.rmtree(place, ignore_errors=True)
        return {
            "fonts": self._fonts(),
            "customer": self._customers,
            "opened": self._pictures,
            "pdf": reports,
            "seconds": round(time.monotonic() - started, 1),
        }

    def _in_language(self, language: str, vault: Vault, signed_in: accounts.SignedIn) -> dict[str, Any]:
        """Open everything in one language; what the printed report held."""
        self._languages.use(language)
        self._pictures[language] = []
        jobs = Jobs(vault.store)
        bus = Bus(vault.store)
        try:
            context = Context(vault, vault.store, jobs, bus, self._config, self._theme)
            self._theme.apply("light")
            self._customers[language] = _add_customer(vault)
            self._before_the_window(language, vault, jobs)
            window = MainWindow(context, notices=signed_in.notices)
            window.resize(*SIZE)
            window.show()
            for appearance in ("light", "dark"):
                self._theme.apply(appearance)
                for pane_id in window.pane_ids:
                    window.show_pane(pane_id)
                    self._keep(language, f"pane-{pane_id}-{appearance}", window, jobs)
                settings = window.show_settings()
                for spec in settings.specs:
                    settings.show_page(spec.id)
                    self._keep(language, f"settings-{spec.id}-{appearance}", window, jobs)
            self._theme.apply("light")
            self._keep_and_close(language, "palette", window.open_palette(), jobs)
            self._keep_and_close(language, "about", AboutDialog(vault.folder.root, window), jobs)
            self._keep_and_close(language, "crash", CrashDialog(details_of(KeyError()), window), jobs)
            printed = self._print(language, context, window)
            self._away(window)
            return printed
        finally:
            bus.close()
            jobs.close()

    def _before_the_window(self, language: str, vault: Vault, jobs: Jobs) -> None:
        sign_in = SignInWindow(vault.folder.root, jobs, self._config)
        self._keep_and_close(language, "sign-in", sign_in, jobs)
        elsewhere = vault.folder.root.parent / "elsewhere"
        first = FirstStartWindow(elsewhere, jobs, self._config, self._languages)
        self._keep_and_close(language, "first-start", first, jobs)

    def _print(self, language: str, context: Context, window: QWidget) -> dict[str, Any]:
        """Make a report as for the printer, and look for its words on the pages."""
        import pypdfium2

        preview = preview_report(context, REPORT, parent=window)
        preview.show()
        self._wait(lambda: preview.pdf is not None)
        self._keep(language, "print-preview", preview, context.jobs)
        pdf = preview.pdf
        if pdf is None:
            return {"report": REPORT, "pages": 0, "text_found": False}
        (self._folder / f"{REPORT}-{language}.pdf").write_bytes(pdf.content)
        document = pypdfium2.PdfDocument(pdf.content)
        try:
            text = "".join(page.get_textpage().get_text_range() for page in document)
        finally:
            document.close()
        found = context.actor.name in text
        if not found:
            log.error("the words of the report are not on its pages")
        self._away(preview)
        return {"report": REPORT, "pages": pdf.pages, "text_found": found}

    def _fonts(self) -> dict[str, Any]:
        font = self._app.font()
        raw = QRawFont.fromFont(font)
        missing = "".join(letter for letter in _NEEDED if not raw.supportsCharacter(ord(letter)))
        if missing:
            log.error("the font %s lacks characters: %s", font.family(), missing)
        return {"family": font.family(), "missing": missing}

    # --- pictures

    def _keep_and_close(self, language: str, name: str, widget: QWidget, jobs: Jobs) -> None:
        widget.show()
        self._keep(language, name, widget, jobs)
        self._away(widget)

    def _keep(self, language: str, name: str, widget: QWidget, jobs: Jobs) -> None:
        """Wait until the widget is filled, then keep its picture."""
        self._settle(jobs)
        folder = self._folder / language
        folder.mkdir(exist_ok=True)
        if not widget.grab().save(str(folder / f"{name}.png")):
            log.error("no picture of %s could be kept", name)
        self._pictures[language].append(name)

    def _away(self, widget: QWidget) -> None:
        if isinstance(widget, QDialog):
            widget.reject()
        widget.hide()
        widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._app.processEvents()

    def _settle(self, jobs: Jobs) -> None:
        quiet_since = time.monotonic()

        def settled() -> bool:
            nonlocal quiet_since
            if jobs.running:
                quiet_since = time.monotonic()
            return time.monotonic() - quiet_since >= _QUIET

        self._wait(settled)

    def _wait(self, until: Callable[[], bool]) -> None:
        """Let the program run until something is so; it is an error if that does not come."""
        ends = time.monotonic() + _PATIENCE
        while not until():
            if time.monotonic() > ends:
                log.error("a window was not ready within %d seconds", _PATIENCE)
                return
            self._app.processEvents()
            time.sleep(0.005)  # the other threads' turn


def _add_customer(vault: Vault) -> bool:
    """Add a customer; whether the archive then finds them by what one types."""
    with vault.store.write() as session:
        added = customers.add_customer(session, {"name": _CUSTOMER}).id
    with vault.store.read() as session:
        found = added in search.find(session, "ouyang")
    if not found:
        log.error("the customer who was added is not found")
    return found


@contextlib.contextmanager
def _signed_out_at_the_end(vault: Vault) -> Iterator[None]:
    try:
        yield
        accounts.sign_out(vault)
    finally:
        vault.close()
