"""Makes the Chinese files from one Qt Linguist file; `python dev.py translate` runs it, a test repeats it.

lupdate does not see calls with keyword arguments, so `translate("context", "… {x}", x=1)` would be lost. The
source is therefore read here, by Python's own parser, and lupdate gets a list of what was found: it merges
that into the `.ts` file, keeps what is translated and proposes the old words for a sentence that changed.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "rmdesk"
FOLDER = ROOT / "resources" / "i18n"
TS, QM, CATALOGUE = (FOLDER / f"rmdesk_zh_CN.{kind}" for kind in ("ts", "qm", "json"))


@dataclass(frozen=True, order=True)
class Message:
    context: str
    text: str


@dataclass(frozen=True)
class Translated(Message):
    translation: str
    state: str | None  # None when finished; else "unfinished", "vanished", "obsolete"


class _Reader(ast.NodeVisitor):
    """Collects the messages of one file and what breaks the rule "literals only"."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._scopes: list[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef] = []
        self.messages: list[Message] = []
        self.marked: set[str] = set()  # contexts of tables
        self.table_reads: set[str] = set()  # contexts whose texts are looked up by a variable
        self.breaches: list[str] = []

    def _scope(self, node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._scopes.append(node)
        self.generic_visit(node)
        self._scopes.pop()

    visit_ClassDef = visit_FunctionDef = visit_AsyncFunctionDef = _scope  # noqa: N815

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        if node.module == "rmdesk.words" and any(name.asname for name in node.names):
            self._breach(node, "words are imported under their own names, or they cannot be found")

    def visit_Call(self, node: ast.Call) -> None:
        name = _called(node.func)
        if name == "self.tr":
            self._tr(node)
        elif name in ("translate", "words.translate"):
            self._translate(node)
        elif name in ("QT_TRANSLATE_NOOP", "words.QT_TRANSLATE_NOOP"):
            self._mark(node)
        elif name.endswith((".tr", "Application.translate", "QT_TR_NOOP")):
            self._breach(node, f"{name}: use self.tr, words.translate or QT_TRANSLATE_NOOP")
        self.generic_visit(node)

    def _tr(self, node: ast.Call) -> None:
        classes = [scope.name for scope in self._scopes if isinstance(scope, ast.ClassDef)]
        text = _literal(node.args[0]) if len(node.args) == 1 and not node.keywords else None
        if not classes or text is None:
            self._breach(node, "self.tr takes one literal, inside a class")
        else:
            self.messages.append(Message(classes[-1], text))

    def _translate(self, node: ast.Call) -> None:
        context = _literal(node.args[0]) if len(node.args) == 2 else None
        if context is None:
            self._breach(node, "translate takes a literal context, a text, and the rest by keyword")
        elif (text := _literal(node.args[1])) is not None:
            self.messages.append(Message(context, text))
        else:
            self.table_reads.add(context)

    def _mark(self, node: ast.Call) -> None:
        parts = [_literal(part) for part in node.args]
        if len(parts) != 2 or node.keywords or parts[0] is None or parts[1] is None:
            self._breach(node, "QT_TRANSLATE_NOOP takes two literals")
        else:
            self.messages.append(Message(parts[0], parts[1]))
            self.marked.add(parts[0])

    def _breach(self, node: ast.stmt | ast.expr, why: str) -> None:
        self.breaches.append(f"{self._where}:{node.lineno}: {why}")


def _called(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_called(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def collect(package: Path = PACKAGE) -> tuple[list[Message], list[str]]:
    """Every message of the program in the order of the files, each once; and the breaches of the rule.

    A text that is no literal is looked up in a table whose texts are marked with `QT_TRANSLATE_NOOP`
    under the same context; all such look-ups of one context stand in one module.
    """
    found: dict[Message, None] = {}
    breaches: list[str] = []
    marked: set[str] = set()
    reads: defaultdict[str, set[str]] = defaultdict(set)
    for file in sorted(package.rglob("*.py")):
        where = file.relative_to(package.parent).as_posix()
        if where == "rmdesk/words.py":
            continue  # defines the functions
        reader = _Reader(where)
        reader.visit(ast.parse(file.read_text("utf-8"), where))
        found.update(dict.fromkeys(reader.messages))
        breaches += reader.breaches
        marked |= reader.marked
        for context in reader.table_reads:
            reads[context].add(where)
    for context, modules in sorted(reads.items()):
        if context not in marked:
            breaches.append(f"{min(modules)}: no text of {context!r} is marked with QT_TRANSLATE_NOOP")
        if len(modules) > 1:
            breaches.append(f"texts of {context!r} are looked up in more than one module: {sorted(modules)}")
    return list(found), breaches


def _tool(name: str, *arguments: str | Path) -> None:
    """Run a Linguist tool of the PySide6 package; its output is shown only when it fails."""
    tool = Path(PySide6.__file__).parent / (f"{name}.exe" if sys.platform == "win32" else name)
    ran = subprocess.run(
        [tool, *arguments], capture_output=True, text=True, encoding="utf-8", errors="replace"
    )
    if ran.returncode != 0:
        raise SystemExit(f"{name} failed:\n{ran.stdout}{ran.stderr}")


def update(ts: Path, messages: list[Message]) -> None:
    """Merge `messages` into the file `ts`: new ones unfinished, those gone dropped, no line numbers."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "messages.py")
        quoted = [(json.dumps(m.context), json.dumps(m.text, ensure_ascii=False)) for m in messages]
        source.write_text("".join(f"QT_TRANSLATE_NOOP({c}, {t})\n" for c, t in quoted), "utf-8")
        # fmt: off
        _tool(
            "lupdate", "-extensions", "py", source, "-no-obsolete", "-locations", "none",
            "-source-language", "en", "-target-language", "zh_CN", "-ts", ts,
        )
        # fmt: on


def release(ts: Path, qm: Path) -> None:
    _tool("lrelease", ts, "-qm", qm)


def read(ts: Path) -> Iterator[Translated]:
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            yield Translated(
                context.findtext("name") or "",
                message.findtext("source") or "",
                (translation.text or "") if translation is not None else "",
                translation.get("type") if translation is not None else "unfinished",
            )


def catalogue(ts: Path) -> str:
    """The Qt-free catalogue that `rmdesk.words` reads: {context: {source: translation}}, sorted."""
    texts: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for message in read(ts):
        if message.translation:
            texts[message.context][message.text] = message.translation
    return json.dumps(texts, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> int:
    messages, breaches = collect()
    if breaches:
        print("\n".join(breaches), file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    update(TS, messages)
    release(TS, QM)
    CATALOGUE.write_bytes(catalogue(TS).encode())
    open_ones = [m for m in read(TS) if m.state is not None]
    for message in open_ones:
        print(f"not translated: {message.context}: {message.text!r}")
    print(f"{len(messages)} messages, {len(open_ones)} without a finished translation, in {TS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
