"""Windows without Windows: a wine prefix in which the bundle is frozen and tried. Nothing of it is shipped.

wine 8 lacks what Qt needs of newer Windows. Stand-ins (`DOUBLES`) lie in the prefix alone, and `verifying`
refuses a tree that holds one. The CPython is repacked by a third party (installer/locks/wine.txt).
"""

from __future__ import annotations

import atexit
import contextlib
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import dev
from installer.locking import pip
from installer.plan import LOCKS, TEMPLATES, Build, BuildError, call, clean, environment, hashes, say, sha256

# What each program comes with on Debian 12.
NEEDED = {
    "wine": "wine wine64",
    "Xvfb": "xvfb xauth",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
}
PATIENCE = 1800.0  # seconds for one program; freezing under wine takes minutes
DOUBLES = ("bcryptprimitives.dll", "icuuc.dll", "mscms.dll")
# Under wine it does not return; Python does without.
_LEFT_OUT = ("_wmi.pyd",)
# What Qt reads from the person's environment.
_QT = {"QT_QPA_PLATFORM": "windows", "QT_OPENGL": "software"}


def is_its_own(warning: str) -> bool:
    """Whether Qt warns of what wine 8 lacks and Windows has: frames of windows at another scale."""
    return bool(
        re.fullmatch(r"WARNING qt: EnableNonClientDpiScaling\(\) failed .*not implemented.*", warning)
    )


def need_programs(programs: dict[str, str], why: str) -> None:
    """Install what is not there, or end with a sentence that says what to install."""
    packages = " ".join(package for program, package in programs.items() if not shutil.which(program)).split()
    if packages and not dev.install_packages(packages, why):
        raise BuildError(f"{why}: {' '.join(packages)}")
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        raise BuildError(f"{why}: {', '.join(missing)} not found")


def path(file: Path) -> str:
    """A path as programs under wine see it."""
    return "Z:" + str(file).replace("/", "\\")


def prefix(build: Build) -> Path:
    return build.shared / "prefix"


def drive(build: Build) -> Path:
    return prefix(build) / "drive_c"


def doubles(build: Build) -> list[Path]:
    return list((build.shared / "doubles").glob("*.dll")) if build.shared.exists() else []


def variables(build: Build) -> dict[str, str]:
    return environment(
        WINEPREFIX=str(prefix(build)),
        WINEARCH="win64",
        WINEDEBUG="-all",
        # Neither the browser nor .NET is asked for; the stand-in comes before wine's own.
        WINEDLLOVERRIDES="mscms=n,b;mscoree=;mshtml=;winemenubuilder.exe=",
        DISPLAY=_display(),
        LANG="C.UTF-8",
    )


@cache
def _display() -> str:
    """A screen out of sight for as long as this process runs."""
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    atexit.register(screen.terminate)
    assert screen.stdout is not None
    return f":{int(screen.stdout.readline())}"


def run(
    build: Build, *command: str | Path, log: Path | None = None, added: Mapping[str, str] | None = None
) -> str:
    """A Windows program, to its end."""
    found = variables(build) | dict(added or {})
    return call("wine", *command, env=found, cwd=build.work, log=log, timeout=PATIENCE)


def python(build: Build, *words: str, log: Path, **added: str) -> str:
    """The test runtime with the staged wheels and tools, and nothing else, on its path."""
    return run(build, build.runtime / "python.exe", *words, log=log, added=added)


def version() -> str:
    """The wine of this computer; what Debian says above it, of programs of 32 bits, is no part of it."""
    return call("wine", "--version", env=environment()).strip().splitlines()[-1]


def settle(build: Build) -> None:
    """Wait until everything that runs in the prefix has ended."""
    call(_server(), "-w", env=variables(build))


def stop(build: Build) -> None:
    """End what a former run left running in the prefix."""
    with contextlib.suppress(BuildError):  # nothing runs
        call(_server(), "-k", env=variables(build))


def _server() -> str:
    return shutil.which("wineserver") or "/usr/lib/wine/wineserver64"


def set_variable(build: Build, name: str, value: str) -> None:
    """For all programs of the prefix; those that Qt reads are not handed on from outside."""
    run(build, "reg", "add", r"HKCU\Environment", "/v", name, "/d", value, "/f")


def make_runtime(build: Build) -> None:
    need_programs(NEEDED, "the Windows bundle is tried under wine")
    _unpack_python(build)
    _make_doubles(build)
    make_prefix(build)


def _unpack_python(build: Build) -> None:
    """The embeddable CPython of the locked package, told to look for modules in the stage alone."""
    lock = LOCKS / "wine.txt"
    with tempfile.TemporaryDirectory() as name:
        # A source package: the setuptools that pip asks about it are those of the lock.
        words = ("--no-deps", "--require-hashes", "--no-binary", ":all:", "--no-build-isolation")
        tools = environment(PYTHONPATH=str(build.tools))
        call(*pip(), "download", "--quiet", *words, "--dest", name, "--requirement", lock, env=tools)
        (package,) = Path(name).glob("*.tar.gz")
        if sha256(package) not in hashes(lock):
            raise BuildError(f"{package.name} is not the one of {lock.name}")
        shutil.unpack_archive(package, name, filter="data")
        (data,) = Path(name).rglob("data.zip")
        folder = f"cp{build.python.replace('.', '')}"
        with zipfile.ZipFile(data) as archive:
            archive.extractall(name)
        clean(build.runtime)
        shutil.copytree(Path(name, folder), build.runtime, dirs_exist_ok=True)
    for left_out in _LEFT_OUT:
        (build.runtime / left_out).unlink(missing_ok=True)
    (listing,) = build.runtime.glob("*._pth")
    zipped = f"{listing.stem}.zip"
    listing.write_text("\n".join((zipped, ".", path(build.site), path(build.tools), "")), "utf-8")


def _make_doubles(build: Build) -> None:
    folder = clean(build.shared / "doubles")
    for name in DOUBLES:
        source = TEMPLATES / f"double_{Path(name).stem}.c"
        call("x86_64-w64-mingw32-gcc", "-shared", "-O1", "-s", "-o", folder / name, source, "-ladvapi32")


def make_prefix(build: Build) -> None:
    """A computer on which nothing was installed yet."""
    if prefix(build).exists():
        stop(build)
        shutil.rmtree(prefix(build))
    prefix(build).mkdir(parents=True)
    build.work.mkdir(parents=True, exist_ok=True)
    run(build, "wineboot", "--init")
    settle(build)
    for double in doubles(build):
        shutil.copy(double, drive(build) / "windows" / "system32" / double.name)
    for name, value in _QT.items():
        set_variable(build, name, value)
    settle(build)
    say(f"{version()}, a prefix with the stand-ins {', '.join(DOUBLES)}")
