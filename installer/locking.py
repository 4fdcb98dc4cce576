"""lock: what goes into a bundle and what makes it, by version and hash, from wheels alone.

The lock files name no address. `--renew-locks` writes them; otherwise they are resolved anew and must come
out the same, so that a dependency without a wheel for Windows, or a forgotten lock, is found by every change.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import dev
from installer.plan import LOCKS, ROOT, Build, BuildError, call, environment, hashes, pinned, pins, say

_WINDOWS = "x86_64-pc-windows-msvc"
_LINUX = "x86_64-unknown-linux-gnu"
_PROJECT = ROOT / "pyproject.toml"
# A lock file, what it is made of, and for which system and Python.
_RESOLVED: dict[str, tuple[Path, str, str]] = {
    "windows-3.12.txt": (_PROJECT, _WINDOWS, "3.12"),
    "windows-3.13.txt": (_PROJECT, _WINDOWS, "3.13"),
    "tools-windows.txt": (LOCKS / "tools.in", _WINDOWS, "3.12"),
    "tools-linux.txt": (LOCKS / "tools.in", _LINUX, "3.11"),
}


def check_locks(build: Build) -> None:
    uv = _uv(build)
    for name, (asked, platform, python) in _RESOLVED.items():
        lock = LOCKS / name
        resolved = _resolve(uv, lock, asked, platform, python)
        if not _fits(lock, resolved):
            raise BuildError(
                f"installer/locks/{name} does not fit {asked.name}: python build_installer.py --renew-locks"
            )
        say(f"{name}: {resolved.count('==')} packages, wheels only")


def _fits(lock: Path, resolved: str) -> bool:
    """Whether the same versions come out; files may be added to a release, but ours must be among them."""
    found = {word for word in resolved.split() if word.startswith("--hash=")}
    ours = {f"--hash=sha256:{one}" for one in hashes(lock)}
    return pins(resolved) == pinned(lock) and ours <= found


def renew_locks(build: Build) -> None:
    uv = _uv(build)
    for name, (asked, platform, python) in _RESOLVED.items():
        (LOCKS / name).write_text(_resolve(uv, LOCKS / name, asked, platform, python), "utf-8")


def _resolve(uv: Path, lock: Path, asked: Path, platform: str, python: str) -> str:
    """The text of the lock as it comes out now; versions that it has already are kept."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, lock.name)
        if lock.exists():
            shutil.copy(lock, output)
        # fmt: off
        call(
            uv, "pip", "compile", "--quiet", "--no-header", "--no-annotate", "--no-emit-index-url",
            "--no-emit-find-links", "--generate-hashes", "--only-binary", ":all:",
            "--python-platform", platform, "--python-version", python,
            # What is shipped is what was tested.
            "--constraints", ROOT / "requirements.lock", asked, "--output-file", output,
            env=environment(UV_PYTHON_DOWNLOADS="never", **_index()),
        )
        # fmt: on
        return output.read_text("utf-8")


def _uv(build: Build) -> Path:
    """uv of the locked version, which is fetched once."""
    folder = build.shared / "uv"
    program = folder / "bin" / ("uv.exe" if os.name == "nt" else "uv")
    if not program.exists():
        install(LOCKS / "uv.txt", folder)
    return program


def _index() -> dict[str, str]:
    """uv does not read pip's settings: where packages come from on this machine is handed on to it."""
    if any(name.startswith("UV_") and "INDEX" in name for name in os.environ):
        return {}
    try:
        return {"UV_DEFAULT_INDEX": call(*pip(), "config", "get", "global.index-url").strip()}
    except BuildError:
        return {}  # none set: both have the same default


def interpreter() -> Path:
    """The Python that works here: the one that builds on Windows, elsewhere that of `.venv`."""
    return Path(sys.executable) if os.name == "nt" else dev.python()


def pip() -> tuple[str, ...]:
    return (str(interpreter()), "-m", "pip", "--disable-pip-version-check", "--no-input")


def install(lock: Path, target: Path, *platform: str) -> None:
    """What a lock file holds, from wheels, into a folder; `platform` are pip's words for another system."""
    shutil.rmtree(target, ignore_errors=True)
    wheels_only = ("--no-deps", "--require-hashes", "--only-binary", ":all:", *platform)
    where = ("--no-compile", "--target", target, "--requirement", lock)
    call(*pip(), "install", "--quiet", *wheels_only, *where, env=environment())
