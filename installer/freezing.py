"""freeze: PyInstaller makes one folder with `rmdesk` (window) and `rmdesk-cli` (console)."""

from __future__ import annotations

import json
import re
from pathlib import Path

from installer import wine
from installer.locking import interpreter
from installer.plan import ROOT, TEMPLATES, UNSIGNED_TEST, Build, Target, call, environment, pinned, say

PUBLISHER = "The rmdesk authors"
TITLE = "客户经理工作台 rmdesk"

# Nothing here is needed by the program; some of it stands in the environment that the bundle for Linux is
# made of. `sqlite3` could write a plain database, and OpenSSL comes with SQLCipher and cryptography already.
_EXCLUDES = [
    *("tkinter", "unittest", "pydoc", "lib2to3", "ensurepip", "idlelib", "venv"),
    *("sqlite3", "_sqlite3", "ssl", "_ssl", "_hashlib"),
    *("setuptools", "pkg_resources", "pip", "wheel", "hatchling"),
    *(
        "pytest",
        "_pytest",
        "pytestqt",
        "hypothesis",
        "mypy",
        "ruff",
        "numpy",
        "scipy",
        "IPython",
        "xlwt",
        "tests",
    ),
    *("MySQLdb", "pysqlite2", "psycopg2", "PIL.AvifImagePlugin", "PIL._avif", "PIL.ImageQt"),
]


def freeze(build: Build) -> None:
    plan = build.work / "freeze.json"
    plan.write_text(
        json.dumps(
            {
                "source": _seen(build, build.source),
                "packages": _packages(build),
                "modules": _modules(build),
                "excludes": _EXCLUDES,
                "icon": _seen(build, build.source / "resources" / "icons" / "rmdesk.ico")
                if build.for_windows
                else None,
                "version_files": _version_files(build),
            },
            ensure_ascii=False,
        ),
        "utf-8",
    )
    words = (
        *("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", _seen(build, build.frozen.parent)),
        *("--workpath", _seen(build, build.work / "pyinstaller")),
        _seen(build, ROOT / "installer" / "rmdesk.spec"),
    )
    variables = {"RMDESK_FREEZE": _seen(build, plan), "PYTHONHASHSEED": "1"}
    log = build.work / "freeze.log"
    say("PyInstaller (a minute or more)")
    if build.target == Target.WINE:
        wine.python(build, *words, log=log, **variables)
    elif build.target == Target.WINDOWS:
        # -S: whatever else is installed in this Python has no way in.
        path = f"{build.site};{build.tools}"
        call(interpreter(), "-S", *words, env=environment(PYTHONPATH=path, **variables), log=log)
    else:
        call(interpreter(), *words, env=environment(PYTHONPATH=str(build.tools), **variables), log=log)


def _seen(build: Build, path: Path) -> str:
    """A path as the freezing Python sees it."""
    return wine.path(path) if build.target == Target.WINE else str(path)


def _modules(build: Build) -> list[str]:
    """All of rmdesk: panes, commands, reports are imported by name as they are needed."""
    files = (file.relative_to(build.source) for file in (build.source / "rmdesk").rglob("*.py"))
    return sorted(".".join(file.with_suffix("").parts).removesuffix(".__init__") for file in files)


def _packages(build: Build) -> list[str]:
    """The packages that are shipped: on Windows the lock's, elsewhere those of them that are needed there."""
    if build.for_windows:
        return sorted(pinned(build.runtime_lock))
    shipped = json.loads((ROOT / "resources" / "licences" / "shipped.json").read_text("utf-8"))["packages"]
    found = call(interpreter(), "-m", "pip", "list", "--format", "json", env=environment())
    installed = {re.sub(r"[-_.]+", "-", one["name"]).lower() for one in json.loads(found.splitlines()[0])}
    return sorted(installed & set(shipped))


def _version_files(build: Build) -> dict[str, str]:
    """The version resources that Windows shows of a program, one file for each."""
    if not build.for_windows:
        return {}
    named: dict[str, str] = {}
    for name, description in (("rmdesk", TITLE), ("rmdesk-cli", f"{TITLE} (command line)")):
        filled = (
            (TEMPLATES / "version.txt")
            .read_text("utf-8")
            .format(
                numbers=numbers(build.version),
                version=build.version,
                name=name,
                publisher=PUBLISHER,
                description=description,
                product=f"rmdesk {UNSIGNED_TEST}" if build.mark else "rmdesk",
            )
        )
        file = build.work / f"version-{name}.txt"
        file.write_text(filled, "utf-8")
        named[name] = _seen(build, file)
    return named


def numbers(version: str) -> tuple[int, ...]:
    """The version as Windows counts: four numbers."""
    return tuple([*map(int, re.findall(r"\d+", version)), 0, 0, 0, 0][:4])
