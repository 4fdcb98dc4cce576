"""Open answers sorted in the window: by suggested words, by hand, and marked to be quoted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rmdesk.services import surveys
from rmdesk.services.surveys import From, themes
from rmdesk.ui.context import Context
from rmdesk.ui.panes.surveys.pane import SurveysPane
from rmdesk.ui.panes.surveys.themes_part import ThemesPart
from tests.support.frames import add_customer, settle
from tests.ui.test_surveys_pane import WAIT, loaded, made, opened

SAID = ("排队太久", "午间排队", "利率低", "利率比他行低")


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> SurveysPane:
    add_customer(context, "陈静怡")
    return made(qtbot, context)


def test_answers_are_sorted_and_quoted(qtbot: QtBot, context: Context, pane: SurveysPane) -> None:
    uid = opened(qtbot, context, pane)
    with context.store.write() as session:
        given = {"nps": 9, "why": "near", "used": ["loan"]}
        for place, words in enumerate(SAID, 1):
            surveys.enter_response(session, uid, given | {"say": words}, From(form_number=f"X{place}"))
    pane.reload()
    loaded(qtbot, context, pane)
    pane.show_part("themes")
    part = pane.page.themes
    assert isinstance(part, ThemesPart)
    qtbot.waitUntil(lambda: part.list.count() == len(SAID), timeout=WAIT)
    assert {word for word, _count in part.said.suggested} >= {"排队", "利率"}
    part.add("排队")
    settled(qtbot, context, pane, part, 1)
    assert [(one.name, one.count) for one in part.said.themes] == [("排队", 2)]
    part.show_theme("-")
    assert part.list.count() == 2
    part.list.selectAll()
    part.new.setText("价格")
    QTest.keyClick(part.new, Qt.Key.Key_Return)
    settled(qtbot, context, pane, part, 2)
    assert {(one.name, one.count) for one in part.said.themes} == {("排队", 2), ("价格", 2)}
    part.show_theme("")
    part.list.item(0).setSelected(True)
    part.quote(True)
    qtbot.waitUntil(lambda: any(one.is_quoted for one in part.said.answers), timeout=WAIT)
    price = next(one for one in part.said.themes if one.name == "价格")
    part.list.selectAll()
    part.take_out(price)
    qtbot.waitUntil(lambda: {one.count for one in part.said.themes} == {2, 0}, timeout=WAIT)
    part.remove(next(one for one in part.said.themes if one.name == "价格"))
    settled(qtbot, context, pane, part, 1)
    with context.store.read() as session:
        assert [one.name for one in themes.list_themes(session, uid)] == ["排队"]
    settle(qtbot, context)


def settled(qtbot: QtBot, context: Context, pane: SurveysPane, part: ThemesPart, count: int) -> None:
    """Until so many themes are shown."""
    loaded(qtbot, context, pane)
    qtbot.waitUntil(lambda: len(part.said.themes) == count, timeout=WAIT)
