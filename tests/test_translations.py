"""Every sentence of the program is there in Chinese, and the files made from the source are up to date."""

from __future__ import annotations

import json
import shutil
import string
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from rmdesk import words
from tests.support import translations
from tests.support.translations import Message


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _listed(messages: Iterable[object]) -> str:
    return "\n".join(map(str, messages))


@pytest.fixture(scope="module")
def collected() -> tuple[list[Message], list[str]]:
    return translations.collect()


def test_only_literals_are_translated(collected: tuple[list[Message], list[str]]) -> None:
    _, breaches = collected
    assert not breaches, _listed(breaches)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("class A:\n def f(self): return f\"{self.tr('one ' 'text')}\"", Message("A", "one text")),
        ('translate("c", "with {x}", x=f(1))', Message("c", "with {x}")),
        ('words.translate(\n "c",\n "over "\n "lines {x}",\n x=1,\n)', Message("c", "over lines {x}")),
        ('T = {"a": QT_TRANSLATE_NOOP("c", "in a table")}', Message("c", "in a table")),
    ],
)
def test_every_form_in_use_is_found(tmp_path: Path, source: str, found: Message) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "module.py").write_text(source, "utf-8")
    assert translations.collect(package) == ([found], [])


@pytest.mark.parametrize(
    "source",
    [
        'translate("c", text)',
        'translate(context, "text")',
        'translate("c", f"made {up}")',
        'translate("c", "text", "a remark")',
        "class A:\n def f(self): return self.tr(text)",
        'self.tr("outside a class")',
        'class A:\n def f(self): return self.button.tr("text")',
        'QCoreApplication.translate("c", "text")',
        'T = QT_TRANSLATE_NOOP("c", text)',
        "from rmdesk.words import translate as t",
    ],
)
def test_what_could_not_be_found_is_refused(tmp_path: Path, source: str) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "module.py").write_text(source, "utf-8")
    _, breaches = translations.collect(package)
    assert breaches


def test_every_message_has_a_finished_translation() -> None:
    open_ones = [m for m in translations.read(translations.TS) if m.state is not None or not m.translation]
    assert not open_ones, "finish these in resources/i18n/rmdesk_zh_CN.ts:\n" + _listed(open_ones)


def test_the_list_of_messages_is_that_of_the_source(collected: tuple[list[Message], list[str]]) -> None:
    source = set(collected[0])
    listed = {Message(m.context, m.text) for m in translations.read(translations.TS)}
    assert listed == source, "run `python dev.py translate`"


def test_placeholders_are_the_same_in_both_languages() -> None:
    differing = [m for m in translations.read(translations.TS) if _fields(m.text) != _fields(m.translation)]
    assert not differing, _listed(differing)


def test_the_committed_files_are_what_the_source_makes(
    tmp_path: Path, collected: tuple[list[Message], list[str]]
) -> None:
    ts, qm = tmp_path / translations.TS.name, tmp_path / translations.QM.name
    shutil.copy(translations.TS, ts)
    translations.update(ts, collected[0])
    translations.release(ts, qm)
    hint = "run `python dev.py translate` and commit what it made"
    assert ts.read_text("utf-8") == translations.TS.read_text("utf-8"), hint
    assert qm.read_bytes() == translations.QM.read_bytes(), hint
    assert translations.catalogue(ts) == translations.CATALOGUE.read_text("utf-8"), hint


def test_all_readers_of_the_translations_agree() -> None:
    translator = QTranslator()
    assert translator.load(str(translations.QM))
    catalogue = json.loads(translations.CATALOGUE.read_text("utf-8"))
    assert catalogue
    for context, texts in catalogue.items():
        for text, translation in texts.items():
            assert translator.translate(context, text) == translation
            assert words.translate(context, text, to="zh_CN") == translation
