"""The manual: its pages are those of the source, alike in both languages, and whatever they name exists."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from rmdesk import resources, words
from rmdesk.ui import dialogs, manual, manual_topics
from rmdesk.ui.panes import PANES
from rmdesk.ui.settings import PAGES
from tests.manual import pages

LINK = re.compile(r'href="([^"]+)"')


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
