"""verify: what is installed came from a locked wheel or the runtime, and it is not too large."""

from __future__ import annotations

import json
from pathlib import Path

from installer import wine
from installer.plan import Build, BuildError, files_in, megabytes, pinned, say, sha256, size_of
from installer.staging import BINARIES, origins_of

QT_MOST = 90_000_000  # bytes of Qt, installed
_QT_LIBRARIES = ("Qt6", "pyside6", "shiboken6")  # wherever PyInstaller puts them
# What tests and builds need; nothing of it may be in what is installed.
_FOREIGN = (
    "pytest",
    "hypothesis",
    "mypy",
    "ruff",
    "setuptools",
    "pip",
    "PyInstaller",
    "numpy",
    "scipy",
    "xlwt",
)


def verify(build: Build) -> None:
    files = files_in(build.tree)
    faults = [*_missing(build, files), *_foreign(files), *_metadata(build)]
    # wixl would lose their names.
    faults += [f"not ASCII: {file.as_posix()}" for file in files if not file.as_posix().isascii()]
    if build.for_windows:
        faults += _unknown_binaries(build, files)
        faults += _doubles(build, files)
    qt = size_of(build.tree, (file for file in files if _is_qt(file)))
    say(f"{len(files)} files, {megabytes(size_of(build.tree, files))}; Qt {megabytes(qt)}")
    if build.for_windows and qt > QT_MOST:
        faults.append(f"Qt takes {megabytes(qt)}, {megabytes(QT_MOST)} are allowed")
    if faults:
        raise BuildError("what would be installed is not as it must be:\n" + "\n".join(faults))


def _is_qt(file: Path) -> bool:
    return bool({"PySide6", "shiboken6"} & set(file.parts)) or file.name.startswith(_QT_LIBRARIES)


def _missing(build: Build, files: list[Path]) -> list[str]:
    resources = build.source / "resources"
    there = {file.as_posix() for file in files}
    wanted = [*build.programs, *(f"_internal/resources/{one.as_posix()}" for one in files_in(resources))]
    return [f"missing: {one}" for one in wanted if one not in there and not one.endswith(".ts")]


def _foreign(files: list[Path]) -> list[str]:
    return [
        f"not for a branch: {file.as_posix()}"
        for file in files
        if {part.partition("-")[0] for part in file.parts[1:-1]} & set(_FOREIGN) or "tests" in file.parts
    ]


def _metadata(build: Build) -> list[str]:
    """Packages are there in the versions of the lock, and no other package is."""
    if not build.for_windows:
        return []
    locked = {name.replace("-", "_"): version for name, version in pinned(build.runtime_lock).items()}
    found = {}
    for folder in (build.tree / "_internal").glob("*.dist-info"):
        name, _, version = folder.name.removesuffix(".dist-info").rpartition("-")
        found[name.lower().replace("-", "_").replace(".", "_")] = version
    return [
        f"{name} is {found.get(name, 'missing')}, the lock says {locked.get(name, 'nothing')}"
        for name in sorted(locked.keys() | found.keys())
        if locked.get(name) != found.get(name)
    ]


def _unknown_binaries(build: Build, files: list[Path]) -> list[str]:
    """The launchers are made by the build; every other binary is, by hash, one of the stage's."""
    known = json.loads(origins_of(build).read_text("utf-8"))
    binaries = [file for file in files if file.suffix.lower() in BINARIES and file.name not in build.programs]
    unknown = [file for file in binaries if sha256(build.tree / file) not in known]
    say(f"{len(binaries) - len(unknown)} of {len(binaries)} binaries come from locked wheels or the runtime")
    return [f"from nowhere: {file.as_posix()}" for file in unknown]


def _doubles(build: Build, files: list[Path]) -> list[str]:
    """What stands in for parts of Windows under wine."""
    hashes = {sha256(one) for one in wine.doubles(build)}
    return [
        f"a test double: {file.as_posix()}"
        for file in files
        if file.name.lower() in wine.DOUBLES or sha256(build.tree / file) in hashes
    ]
