"""What is built for which system, and where its parts lie; what all steps use."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "installer" / "locks"
TEMPLATES = ROOT / "installer" / "templates"
UNSIGNED_TEST = "UNSIGNED-TEST"
TRIAL_VERSIONS = ("1.0.0", "1.0.1")  # under wine the upgrade from one to the other is tried


class BuildError(Exception):
    """What keeps an installer from being made, in one sentence and what led to it."""


class Target(StrEnum):
    LINUX = "linux"  # the bundle for Linux: the gate of every change
    WINDOWS = "windows"  # a release, on Windows
    WINE = "wine"  # the Windows bundle on Linux, for tests only


@dataclass(frozen=True)
class Build:
    """One version for one target. `python` is the CPython that is frozen, as "3.12"."""

    target: Target
    version: str
    python: str
    sign: str | None = None
    fast: bool = False  # installers are not compressed: only whether they can be made is of interest
    place: Path = ROOT / "build"

    @property
    def for_windows(self) -> bool:
        return self.target != Target.LINUX

    @property
    def work(self) -> Path:
        return self.place / f"{self.target}-{self.version}"

    @property
    def shared(self) -> Path:
        """What the versions of one target have in common: wheels, tools, the runtime."""
        return self.place / f"{self.target}-parts"

    @property
    def wheels(self) -> Path:
        return self.shared / "wheels"

    @property
    def site(self) -> Path:
        """The unpacked wheels of what rmdesk runs on."""
        return self.shared / "site"

    @property
    def tools(self) -> Path:
        return self.shared / "tools"

    @property
    def runtime(self) -> Path:
        return self.shared / "runtime" if self.target == Target.WINE else Path(sys.base_prefix)

    @property
    def source(self) -> Path:
        return self.work / "source"

    @property
    def frozen(self) -> Path:
        return self.work / "frozen" / "rmdesk"

    @property
    def tree(self) -> Path:
        """What is installed, file by file."""
        return self.work / "tree"

    @property
    def out(self) -> Path:
        """Where the installers go."""
        return ROOT / "dist" / f"{self.target}-{self.version}"

    @property
    def programs(self) -> tuple[str, str]:
        """The program with a window and the one for the command line."""
        return ("rmdesk.exe", "rmdesk-cli.exe") if self.for_windows else ("rmdesk", "rmdesk-cli")

    @property
    def mark(self) -> str:
        """What the names of the outputs end in: nothing for a release."""
        return "" if self.target == Target.WINDOWS else f"-{UNSIGNED_TEST}"

    @property
    def runtime_lock(self) -> Path:
        return LOCKS / f"windows-{self.python}.txt"

    @property
    def tools_lock(self) -> Path:
        return LOCKS / f"tools-{'windows' if self.for_windows else 'linux'}.txt"


def say(text: str) -> None:
    print(f"build_installer: {text}", file=sys.stderr, flush=True)


def call(
    *command: str | Path,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    log: Path | None = None,
    timeout: float | None = None,
) -> str:
    """Run a program and return what it said; raises BuildError with the end of it where it failed."""
    # Pipes, not files or the terminal: under wine a program's streams are lost otherwise.
    ran = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=timeout,
        check=False,
    )
    said = ran.stdout.decode("utf-8", "replace")
    if log is not None:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(said, "utf-8")
    if ran.returncode != 0:
        end = "\n".join(said.splitlines()[-25:])
        raise BuildError(f"{Path(command[0]).name} ended with {ran.returncode}:\n{end}")
    return said


def clean(folder: Path) -> Path:
    """The folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def files_in(folder: Path) -> list[Path]:
    """Every regular file below the folder, relative to it, in a fixed order."""
    return sorted(
        one.relative_to(folder) for one in folder.rglob("*") if one.is_file() and not one.is_symlink()
    )


def size_of(folder: Path, files: Iterable[Path]) -> int:
    return sum((folder / one).stat().st_size for one in files)


def megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def environment(**added: str) -> dict[str, str]:
    """The present one without what would lead Python elsewhere, and with what is added."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONUTF8": "1"} | added


def pinned(lock: Path) -> dict[str, str]:
    """Name and version of what a lock file holds."""
    return pins(lock.read_text("utf-8"))


def pins(text: str) -> dict[str, str]:
    """The same of the text of one."""
    lines = (line.split(" ")[0] for line in text.splitlines())
    return dict(line.split("==") for line in lines if "==" in line)


def hashes(lock: Path) -> set[str]:
    words: Sequence[str] = lock.read_text("utf-8").split()
    return {word.removeprefix("--hash=sha256:") for word in words if word.startswith("--hash=sha256:")}
