"""stage: everything that is frozen, laid out: the tools, the wheels, the runtime, the source."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

from installer import wine
from installer.locking import install, pip
from installer.plan import (
    LOCKS,
    ROOT,
    TEMPLATES,
    Build,
    BuildError,
    Target,
    call,
    clean,
    environment,
    hashes,
    say,
    sha256,
)

BINARIES = frozenset({".exe", ".dll", ".pyd"})


def stage(build: Build) -> None:
    stamp, made_of = build.shared / "made-of", _made_of(build)
    if not stamp.exists() or stamp.read_text("utf-8") != made_of:
        stamp.unlink(missing_ok=True)
        _make_parts(build)
        stamp.write_text(made_of, "utf-8")
    _copy_source(build)


def _made_of(build: Build) -> str:
    """Stands for what the parts are made of that all versions of a target share."""
    files = [build.tools_lock, *LOCKS.glob("wine.txt"), *TEMPLATES.glob("double_*.c")]
    files += [build.runtime_lock] if build.for_windows else []
    return " ".join([str(build.runtime), *(sha256(one) for one in (Path(wine.__file__), *files))])


def _make_parts(build: Build) -> None:
    install(build.tools_lock, build.tools, *_platform(build))
    if build.target == Target.WINE:
        wine.make_runtime(build)
    if build.for_windows:
        _download(build)
        _unpack(build)
        _origins(build)


def _platform(build: Build) -> tuple[str, ...]:
    """pip's words for the system that is built for, where it is not this one."""
    if build.target != Target.WINE:
        return ()
    return ("--platform", "win_amd64", "--implementation", "cp", "--python-version", build.python)


def _download(build: Build) -> None:
    """The wheels of the lock, each judged by its hash: by pip, and here once more."""
    lock, wheels = build.runtime_lock, clean(build.wheels)
    wheels_only = ("--no-deps", "--require-hashes", "--only-binary", ":all:", *_platform(build))
    call(*pip(), "download", "--quiet", *wheels_only, "--dest", wheels, "-r", lock, env=environment())
    locked = hashes(lock)
    for wheel in wheels.iterdir():
        if wheel.suffix != ".whl" or sha256(wheel) not in locked:
            raise BuildError(f"{wheel.name} is not in {lock.name}")


def _unpack(build: Build) -> None:
    clean(build.site)
    for wheel in sorted(build.wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(build.site)
    for data in build.site.glob("*.data"):
        for part in ("purelib", "platlib"):
            if (data / part).is_dir():
                shutil.copytree(data / part, build.site, dirs_exist_ok=True)
        shutil.rmtree(data)


def _origins(build: Build) -> None:
    """Which binaries may stand in the bundle: those of the locked wheels and of the runtime, by hash."""
    found: dict[str, str] = {}
    for wheel in sorted(build.wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if Path(name).suffix.lower() in BINARIES:
                    found[_digest(archive, name)] = f"{wheel.name}: {name}"
    runtime = build.runtime
    for file in (*runtime.glob("*"), *runtime.glob("DLLs/*")):
        if file.suffix.lower() in BINARIES:
            found[sha256(file)] = f"CPython: {file.name}"
    origins_of(build).write_text(json.dumps(found, indent=1), "utf-8")
    say(f"{len(found)} binaries in {len(list(build.wheels.iterdir()))} wheels and the runtime")


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    import hashlib

    with archive.open(name) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type] # typeshed asks for more


def origins_of(build: Build) -> Path:
    return build.shared / "origins.json"


def _copy_source(build: Build) -> None:
    clean(build.source)
    unwanted = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in ("rmdesk", "resources"):
        shutil.copytree(ROOT / name, build.source / name, ignore=unwanted)
    # A test of the upgrade needs two versions of one source; a release has the one that stands there.
    place = build.source / "rmdesk" / "__init__.py"
    text = re.sub(r'__version__ = ".*"', f'__version__ = "{build.version}"', place.read_text("utf-8"))
    place.write_text(text, "utf-8")


def version_of_source() -> str:
    """The one place that the version stands in."""
    found = re.search(r'__version__ = "(.+)"', (ROOT / "rmdesk" / "__init__.py").read_text("utf-8"))
    if found is None:
        raise BuildError("rmdesk/__init__.py has no version")
    return found[1]
