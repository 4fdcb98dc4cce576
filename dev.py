#!/usr/bin/env python3
"""Everything one does with this checkout: `python dev.py run`, `python dev.py test`, …

Standard library only. The first call makes `.venv` beside this file and fills it from requirements.lock;
it is made anew when the lock or the Python changes.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "made-from"

# A library that Qt opens, and the Debian package that brings it. Without a screen the first group is enough.
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def say(text: str) -> None:
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def call(*command: str | Path, env: dict[str, str] | None = None) -> int:
    """Run a command in the checkout and give its exit status; Ctrl+C is left to the command."""
    try:
        return subprocess.run(command, cwd=ROOT, env=env).returncode
    except KeyboardInterrupt:
        return 130


def python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


# --- what the machine must bring ---------------------------------------------------------------------


def missing(libraries: dict[str, str]) -> list[str]:
    """The Debian packages of the libraries that the system's loader does not find (any distribution)."""
    lacking = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            lacking.append(package)
    return lacking


def install_packages(packages: Sequence[str], why: str) -> bool:
    """Install Debian packages as root or by passwordless sudo; say what to install where that cannot be."""
    names = " ".join(packages)
    apt = shutil.which("apt-get")
    prefix: list[str] | None = None
    if apt and os.geteuid() == 0:
        prefix = []
    elif apt and shutil.which("sudo") and call_quietly("sudo", "-n", "true"):
        prefix = ["sudo", "-n"]
    if apt and prefix is not None:
        say(f"{why}; installing {names}")
        settings = ["env", "DEBIAN_FRONTEND=noninteractive"]
        install = [*prefix, *settings, apt, "install", "-y", "-q", "--no-install-recommends", *packages]
        call(*prefix, apt, "update", "-q")
        if call(*install) == 0:
            return True
    say(f"{why}. Please install it as administrator: apt-get install {names} (names of Debian 12)")
    return False


def call_quietly(*command: str) -> bool:
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def prepare_system(*, screen: bool) -> None:
    """On Linux, see to the libraries Qt needs, with a screen or without one."""
    if not sys.platform.startswith("linux"):
        return
    wanted = OFFSCREEN | (SCREEN if screen else {})
    lacking = missing(wanted)
    if lacking and not (
        install_packages(lacking, "Qt needs libraries of the system") and not missing(wanted)
    ):
        raise SystemExit(1)


# --- the virtual environment -------------------------------------------------------------------------


def digest(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


def prepare_venv() -> None:
    """Make `.venv` unless the one there was made from the same lock by the same Python.

    When only the project's own description changed, the project alone is installed again.
    """
    import tomllib  # not in the older Pythons that main() answers with a sentence

    description = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    version = (ROOT / "rmdesk" / "__init__.py").read_text("utf-8")
    machine = (sys.version, platform.machine(), sys.base_prefix, ROOT)
    packages = digest(LOCK.read_text("utf-8"), *machine)
    project = digest(
        description["build-system"], description["project"], description["tool"]["hatch"], version
    )
    made_from = STAMP.read_text("utf-8").split() if STAMP.exists() and python().exists() else []
    if made_from == [packages, project]:
        return
    if made_from[:1] != [packages]:
        make_venv()
    install("--no-deps", "--no-build-isolation", "-e", ROOT)
    STAMP.write_text(f"{packages}\n{project}\n", "utf-8")


def make_venv() -> None:
    say("making .venv (once; packages come from this machine's Python package index)")
    # The Python that this one's environment was made of, should dev.py itself have been run from `.venv`.
    base = getattr(sys, "_base_executable", sys.executable)
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        raise SystemExit(f"dev.py: .venv is in use and cannot be made anew: {error}") from None
    if sys.platform.startswith("linux") and not call_quietly(base, "-c", "import ensurepip"):
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not install_packages([package], "this Python cannot make virtual environments"):
            raise SystemExit(1)
    if call(base, "-m", "venv", VENV) != 0:
        raise SystemExit("dev.py: .venv could not be made")
    install("--require-hashes", "-r", LOCK)


def install(*arguments: str | Path) -> None:
    if call(python(), "-m", "pip", "--disable-pip-version-check", "install", "-q", *arguments) != 0:
        STAMP.unlink(missing_ok=True)
        raise SystemExit("dev.py: the packages could not be installed; what pip said stands above")


# --- the commands ------------------------------------------------------------------------------------


def offscreen() -> dict[str, str]:
    return os.environ | {"QT_QPA_PLATFORM": "offscreen"}


def run(arguments: list[str]) -> int:
    """the program, with all that follows as its arguments"""
    environment = dict(os.environ)
    linux_screen = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if sys.platform.startswith("linux") and not linux_screen and "QT_QPA_PLATFORM" not in os.environ:
        say("there is no screen here; windows are drawn out of sight")
        environment = offscreen()
    prepare_system(screen=bool(os.environ.get("DISPLAY")) and "QT_QPA_PLATFORM" not in environment)
    prepare_venv()
    return call(python(), "-m", "rmdesk", *arguments, env=environment)


def test(arguments: list[str]) -> int:
    """ruff, mypy, the suite, the bundle; what follows goes to pytest, and then no bundle is made"""
    prepare_system(screen=False)
    prepare_venv()
    environment = offscreen()
    # The tests start hundreds of processes; without compiled modules each would compile the program anew.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    failed = []
    for check in (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]):
        say(" ".join(check))
        if call(python(), "-m", *check, env=environment) != 0:
            failed.append(" ".join(check))
    # Two workers: the tests start processes of their own, and a small machine has two cores.
    suite = call(python(), "-m", "pytest", "-n", "2", "--dist", "worksteal", *arguments, env=environment)
    if failed:
        say(f"failed before the tests: {', '.join(failed)}")
    bundled = 0 if arguments or suite else bundle(["--again", "--fast"])
    return suite or bundled or int(bool(failed))


def bundle(arguments: list[str]) -> int:
    """what build_installer.py makes on this computer, made and tried; on Linux the bundle for Linux"""
    prepare_system(screen=False)
    prepare_venv()
    return call(python(), "build_installer.py", *arguments)


def tool(module: str, arguments: list[str]) -> int:
    prepare_system(screen=False)
    prepare_venv()
    return call(python(), "-m", module, *arguments, env=offscreen())


def bench(arguments: list[str]) -> int:
    """the figures: start, opening, saving, memory, answering"""
    return tool("tests.bench", arguments)


def screens(arguments: list[str]) -> int:
    """pictures of every window in both languages, light and dark, into screens/"""
    return tool("tests.screens", arguments)


def manual(arguments: list[str]) -> int:
    """the pages of the manual from docs/manual; `--pictures` draws its pictures, `--pdf FOLDER` prints it"""
    return tool("tests.manual", arguments)


def faults(arguments: list[str]) -> int:
    """the promises of the vault, tried for an hour: kills, full disks, power cuts, damage, hostile files"""
    return tool("tests.faults", arguments)


def translate(arguments: list[str]) -> int:
    """the Chinese files from the source and resources/i18n/rmdesk_zh_CN.ts"""
    return tool("tests.support.translations", arguments)


def lock(arguments: list[str]) -> int:
    """requirements.lock anew (needs uv); `--upgrade` takes newer versions"""
    uv = os.environ.get("UV") or shutil.which("uv")
    if not uv:
        say("this needs uv (https://docs.astral.sh/uv/) on the path, or its place in the variable UV")
        return 1
    # fmt: off
    status = call(
        uv, "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11",
        "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links",
        "--extra", "dev", "pyproject.toml", "--output-file", LOCK.name, *arguments,
        env=os.environ | {"UV_PYTHON_DOWNLOADS": "never"},
    )
    # fmt: on
    return status


COMMANDS = (run, test, bundle, bench, screens, manual, translate, faults, lock)


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py", description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        commands.add_parser(command.__name__, help=command.__doc__, add_help=False)
    # Only the command is ours; whatever stands behind it, `--help` too, is passed on.
    chosen = parser.parse_args(sys.argv[1:2])
    return next(one for one in COMMANDS if one.__name__ == chosen.command)(sys.argv[2:])


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python may well read this file
        sys.exit(f"dev.py: rmdesk needs Python 3.11 or later; this is {platform.python_version()}")
    sys.exit(main())
