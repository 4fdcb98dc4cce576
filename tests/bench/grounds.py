"""What the benches run on: a temporary folder with a vault in it, and processes like those of a person."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import psutil

from rmdesk import config
from rmdesk.models import Role
from rmdesk.services import accounts, staff
from rmdesk.services.vault import Cost, Unlocked, create_vault, unlock

ROOT = Path(__file__).resolve().parents[2]
BRANCH, ADMIN, PASSWORD = "滨江支行", "周建国", "八点开门 8:00"
TECHNICIAN = "吴刚"
GRACE = 60.0  # seconds a process may take to say what is waited for


@dataclass(frozen=True)
class Grounds:
    """`quick` asks for fewer rounds, to see that everything runs."""

    folder: Path
    quick: bool

    def rounds(self, usual: int) -> int:
        return min(usual, 3) if self.quick else usual

    @property
    def vault(self) -> Path:
        """An empty vault of two people whose password is in `password_file`. Not to be altered.

        `ADMIN` is administrator and branch head, `TECHNICIAN` administrator only.
        """
        made = self.folder / "vault"
        if not made.exists():
            vault, _ = create_vault(made, branch=BRANCH, admin=ADMIN, password=PASSWORD, cost=Cost.FLOOR)
            with contextlib.closing(vault):
                accounts.sign_in(vault)
                uid = staff.new_staff_uid()
                slot = staff.prepare_password(
                    vault, TECHNICIAN, uid, PASSWORD, one_use=False, cost=Cost.FLOOR
                )
                with vault.store.write() as session:
                    staff.add_staff(session, vault, TECHNICIAN, {Role.ADMINISTRATOR}, slot)
                accounts.sign_out(vault)
        return made

    @property
    def password_file(self) -> Path:
        file = self.folder / "password"
        file.write_text(PASSWORD + "\n", "utf-8")
        return file

    def copy_of_vault(self, name: str) -> Unlocked:
        """A vault of a bench's own, already unlocked."""
        unlocked = unlock(self.vault, ADMIN, PASSWORD)
        copy = self.folder / name
        shutil.copytree(self.vault, copy)
        return replace(unlocked, folder=type(unlocked.folder).at(copy))

    @property
    def environment(self) -> dict[str, str]:
        """As on a person's computer, where Python keeps what it compiled; nothing of this run's own home."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return kept | {
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
            "PYTHONUTF8": "1",
            "QT_QPA_PLATFORM": "offscreen",
        }

    @contextlib.contextmanager
    def started(self, *arguments: str | Path, more: Mapping[str, str] | None = None) -> Iterator[Started]:
        """A Python process with these arguments; ended afterwards."""
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *map(str, arguments)],
            cwd=ROOT,
            env=self.environment | dict(more or {}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        try:
            yield Started(process, begun)
        finally:
            process.kill()
            process.communicate()


@dataclass
class Started:
    """A process under measure; `begun` is `time.perf_counter()` right before it was started.

    That clock counts from the same moment in every process of a machine.
    """

    process: subprocess.Popen[str]
    begun: float

    def line_with(self, word: str) -> str:
        """The next line of its standard error that holds `word`; raises RuntimeError if it ends without."""
        assert self.process.stderr is not None
        said = []
        for line in self.process.stderr:
            if word in line:
                return line
            said.append(line)
        raise RuntimeError(f"the process ended without a line {word!r}; it said:\n{''.join(said)}")

    @property
    def resident(self) -> float:
        """Its resident memory in MB (10⁶ bytes), without worker processes."""
        measured = psutil.Process(self.process.pid)
        # On Windows the interpreter of a virtual environment is a small process that starts the real one.
        if os.name == "nt" and (children := measured.children()):
            measured = children[0]
        return float(measured.memory_info().rss) / 1e6


@contextlib.contextmanager
def grounds(quick: bool) -> Iterator[Grounds]:
    """A temporary folder for one run, in which this process's settings, logs and anchors lie too."""
    before = os.environ.get(config.HOME_VARIABLE)
    with tempfile.TemporaryDirectory(prefix="rmdesk-bench-", ignore_cleanup_errors=True) as name:
        os.environ[config.HOME_VARIABLE] = str(Path(name, "home"))
        # Nobody's real keyring is asked; on a computer without one this is how it answers.
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
        try:
            yield Grounds(Path(name), quick)
        finally:
            if before is None:
                del os.environ[config.HOME_VARIABLE]
            else:
                os.environ[config.HOME_VARIABLE] = before
