"""The direction of the house, walked along the imports, indirect ones too."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

from pytest_archon import archrule

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "rmdesk").rglob("*.py"))

# Where it may be known that the store is SQLite with SQLCipher. All else stays portable.
KNOW_SQLITE = (
    "services/store.py",
    "services/store/",
    "services/copies.py",
    "services/search.py",
    "services/vault/",
    "models/migrations/",
)
# Each costs a tenth of a second or more of the start; they are imported by the function that needs them.
HEAVY = ("reportlab", "alembic", "pypdfium2", "PIL", "mako", "PySide6.QtPrintSupport")


def _name(file: Path) -> str:
    return file.relative_to(ROOT / "rmdesk").as_posix()


def test_models_know_nothing_of_what_is_above_them() -> None:
    (
        archrule("models stand alone")
        .match("rmdesk.models*")
        .should_not_import("rmdesk.services*", "rmdesk.ui*", "rmdesk.cli*", "PySide6*")
        .check("rmdesk")
    )


def test_services_know_neither_window_nor_command_line() -> None:
    (
        archrule("services know no way in")
        .match("rmdesk.services*")
        .should_not_import("rmdesk.ui*", "rmdesk.cli*", "rmdesk.__main__", "PySide6*")
        .check("rmdesk")
    )


def test_the_command_line_needs_no_window() -> None:
    (
        archrule("the command line has no Qt")
        .match(
            "rmdesk.cli*", "rmdesk.words", "rmdesk.messages*", "rmdesk.labels", "rmdesk.logs", "rmdesk.config"
        )
        .should_not_import("rmdesk.ui*", "PySide6*")
        .check("rmdesk")
    )


def test_the_window_does_not_know_the_command_line() -> None:
    archrule("two ways in").match("rmdesk.ui*").should_not_import("rmdesk.cli*").check("rmdesk")


def test_the_window_builds_no_queries() -> None:
    (
        archrule("queries are the services'")
        .match("rmdesk.ui*")
        .should_not_import("sqlalchemy*", "sqlcipher3*", "sqlite3*", "alembic*")
        .check("rmdesk", only_direct_imports=True, skip_type_checking=True)
    )
    building = ("query", "execute", "scalars", "exec_driver_sql")
    sources = {file: file.read_text("utf-8") for file in FILES if _name(file).startswith("ui/")}
    found = [
        f"{_name(file)}:{node.lineno}"
        for file, source in sources.items()
        if any(f".{name}" in source for name in building)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and node.attr in building
    ]
    assert not found, "\n".join(found)


def test_no_qt_is_loaded_by_services_and_command_line() -> None:
    modules = [
        "rmdesk." + _name(file).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for file in FILES
        if _name(file).startswith(("cli/", "services/", "models/")) and "migrations/" not in _name(file)
    ]
    assert not _loaded_after(modules, ("PySide6", "shiboken6"))


def test_one_place_knows_the_kind_of_the_database() -> None:
    """By names and texts of the code itself; comments and docstrings may speak of it.

    Models may give options of a dialect to SQLAlchemy: every other database passes over them.
    """
    telling = re.compile(r"sqlcipher|sqlite|\bpragma\b", re.IGNORECASE)
    found = []
    for file in FILES:
        source = file.read_text("utf-8")
        if _name(file).startswith(KNOW_SQLITE) or not telling.search(source):
            continue
        tree = ast.parse(source)
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            texts = [
                value
                for field in ("id", "attr", "module", "name", "arg")
                if isinstance(value := getattr(node, field, None), str)
            ]
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                texts.append(node.value)
            if _name(file).startswith("models/"):
                texts = [text for text in texts if not re.fullmatch(r"sqlite_\w+", text)]
            found += [f"{_name(file)}:{getattr(node, 'lineno', 1)}: {t}" for t in texts if telling.search(t)]
    assert not found, "\n".join(found)


def test_no_file_grows_past_600_lines() -> None:
    lines = {_name(file): len(file.read_text("utf-8").splitlines()) for file in FILES}
    assert {name: count for name, count in lines.items() if count > 600} == {}


def test_the_first_window_waits_for_nothing_heavy() -> None:
    assert not _loaded_after(["rmdesk.ui.start"], HEAVY)


def test_the_process_that_reads_a_file_loads_nothing_that_seals() -> None:
    assert not _loaded_after(["rmdesk.services.imports.feed"], ("cryptography", "argon2", "filelock"))


def _loaded_after(modules: list[str], packages: tuple[str, ...]) -> list[str]:
    """Which of `packages` a fresh interpreter has loaded once it imported `modules`."""
    script = (
        "import importlib, sys\n"
        f"for module in {modules!r}: importlib.import_module(module)\n"
        f"print(*[p for p in {packages!r} if p in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.split()
