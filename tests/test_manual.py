"""The manual: its pages are those of the source, alike in both languages, and whatever they name exists."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest

from rmdesk import resources, words
from rmdesk.ui import dialogs, manual, manual_paper, manual_topics
from rmdesk.ui.panes import PANES
from rmdesk.ui.settings import PAGES
from tests.manual import pages

LINK = re.compile(r'href="([^"]+)"')
QUOTED = re.compile("“([^”]+)”")
# What people write themselves, and what the system or the set-up says.
EXAMPLES = {
    *("下个工作日", "周五", "周六 回电", "周五 给方案", "赵敏 电话 满意 下周三再联系", "李经理", "单"),
    *(
        "白金以上，60天未联系，30天内有到期",
        "邀请某人",
        "只为我自己安装",
        "客户经理工作台 rmdesk",
        "信息科技部",
        "…",
    ),
    *("next working day", "Friday", "Sat call back", "Fri send an offer", "Invite …", "Install just for me"),
    *("platinum or above, not contacted for 60 days, something maturing within 30", "Information Technology"),
}


def places(language: str) -> set[str]:
    found = set()
    for id in pages.order():
        page = pages.page(language, id)
        found |= {id, *(f"{id}#{anchor}" for anchor, _title in page.sections)}
    return found


def test_the_shipped_pages_are_made_of_the_source(tmp_path: Path) -> None:
    made = {path.relative_to(tmp_path) for path in pages.write(tmp_path)}
    shipped = {
        path.relative_to(pages.SHIPPED)
        for path in pages.SHIPPED.rglob("*")
        if path.is_file() and path.suffix != ".png"
    }
    assert made == shipped
    stale = [one for one in made if (tmp_path / one).read_bytes() != (pages.SHIPPED / one).read_bytes()]
    assert not stale, "run `python dev.py manual`"


def test_both_languages_have_the_same_pages_sections_and_pictures() -> None:
    for id in pages.order():
        chinese, english = (pages.page(language, id) for language in pages.LANGUAGES)
        assert [one for one, _ in chinese.sections] == [one for one, _ in english.sections], id
        assert chinese.pictures == english.pictures, id


@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_every_link_and_picture_leads_somewhere_and_no_picture_is_left_over(language: str) -> None:
    known = places(language)
    shown = set()
    for id in pages.order():
        page = pages.page(language, id)
        shown |= set(page.pictures)
        for link in LINK.findall(page.html):
            assert link.replace(".html", "") in known, (id, link)
    kept = {path.stem for path in (pages.SHIPPED / "pictures" / language).glob("*.png")}
    assert kept == shown, "run `python dev.py manual --pictures`"


def test_every_pane_page_of_the_settings_and_dialog_that_has_a_place_exists() -> None:
    expected = {spec.id for spec in PANES} | {f"settings/{spec.id}" for spec in PAGES}
    assert set(manual_topics.PLACES) == expected
    wanted = {*manual_topics.PLACES.values(), *manual_topics.DIALOGS.values(), manual_topics.START}
    assert wanted <= places("zh_CN")
    there = set()
    for one in pkgutil.iter_modules(dialogs.__path__):
        there |= set(vars(importlib.import_module(f"{dialogs.__name__}.{one.name}")))
    assert set(manual_topics.DIALOGS) <= there


@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_the_program_finds_the_pages_in_the_language_in_use(language: str) -> None:
    former = words.language()
    words.use(language)
    try:
        found = manual.load_pages()
    finally:
        words.use(former)
    assert [one.id for one in found] == pages.order()
    assert all(one.title in one.text for one in found)
    assert resources.path("manual", language, f"{found[0].id}.html").is_file()


def _plain(words: str) -> str:
    """Without spaces, and without what is put in when it is said."""
    return re.sub(r"\{\w+\}|[\s…&:：]", "", words)


def _shown(language: str) -> set[str]:
    """All that the program says in a language."""
    said = set()
    for message in ElementTree.parse(resources.path("i18n", "rmdesk_zh_CN.ts")).iter("message"):
        told = message.find("translation")
        if language == "en":
            said.add(message.findtext("source") or "")
        elif told is not None:
            said |= {told.text or "", *(one.text or "" for one in told.iter("numerusform"))}
    return {_plain(one) for one in said}


@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_the_words_that_are_quoted_stand_in_the_window(language: str) -> None:
    shown = _shown(language)
    for id in pages.order():
        for quoted in QUOTED.findall((pages.SOURCE / language / f"{id}.md").read_text("utf-8")):
            lacking = [one for one in quoted.split(" › ") if _plain(one) not in shown]
            assert quoted in EXAMPLES or not lacking, (id, quoted)


@pytest.mark.parametrize("what", list(manual_paper.PRINTED))
@pytest.mark.parametrize("language", pages.LANGUAGES)
def test_it_is_printed_whole_and_the_card_on_one_sheet(what: str, language: str, qapp: object) -> None:
    document = pypdfium2.PdfDocument(manual_paper.PRINTED[what](language))
    read = "".join(document[place].get_textpage().get_text_range() for place in range(len(document)))
    ids = [manual_paper.CARD] if what == "card" else pages.order()
    titles = {page.title for id in ids if (page := pages.page(language, id))}
    titles |= {title for id in ids for _anchor, title in pages.page(language, id).sections}
    assert {one for one in titles if _plain(one) not in _plain(read)} == set()
    assert (len(document) == 1) is (what == "card")
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)  # A4
