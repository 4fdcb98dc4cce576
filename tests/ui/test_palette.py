"""The palette finds every command by a few letters, in the language shown and in English."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rmdesk.ui.palette import ActionSource, Entry, Palette, best, entry_of, score
from rmdesk.ui.pane import command


def entry(title: str, *keywords: str) -> Entry:
    return Entry(title, lambda: None, keywords=keywords)


class Source:
    """Entries that were given, ranked as any."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries

    def find(self, words: str) -> Sequence[Entry]:
        return best(words, self._entries)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("set", "Settings"),
        ("STAFF", "staff"),
        ("nc", "New customer"),
        ("stgs", "Settings"),
        ("客户", "新客户"),
    ],
)
def test_what_fits(words: str, text: str) -> None:
    assert score(words, text) is not None


@pytest.mark.parametrize(
    ("words", "text"),
    [("x", "Settings"), ("gs set", "Settings"), ("igh", "list of something worth settling")],
)
def test_what_does_not_fit(words: str, text: str) -> None:
    assert score(words, text) is None


def test_the_beginning_comes_first_then_beginnings_of_words_then_the_middle() -> None:
    entries = [entry("Print the list"), entry("A list"), entry("List"), entry("Enlisted")]
    assert [one.title for one in best("list", entries)] == ["List", "A list", "Print the list", "Enlisted"]


def test_chinese_is_found_by_pinyin_initials_and_english() -> None:
    entries = [entry("员工", "Staff", "yuangong", "yg"), entry("审计", "Audit trail", "shenji", "sj")]
    for words in ("yg", "yuan", "staff", "员"):
        assert best(words, entries)[0].title == "员工"


@pytest.mark.parametrize(
    "words",
    ["khda", "kehu", "kehudangan", "kehuda", "KeHu dang an", "khdangan", "kehda", "dangan", "da", "ｋｈ"],
)
def test_a_chinese_title_is_found_as_it_is_spoken(words: str) -> None:
    entries = [entry("维护日历"), entry("查找客户…"), entry("客户档案"), entry("设置")]
    assert best(words, entries)[0].title == "客户档案"


def test_characters_of_several_readings_are_found_by_each() -> None:
    entries = [entry("重要日子"), entry("单位"), entry("查找")]
    for words, title in (("zyrz", "重要日子"), ("danwei", "单位"), ("dw", "单位"), ("chazhao", "查找")):
        assert [one.title for one in best(words, entries)] == [title]


@pytest.mark.parametrize("words", ["anda", "kk", "ehu", "khdax", "客h", "12"])
def test_what_does_not_spell_a_title(words: str) -> None:
    assert best(words, [entry("客户档案")]) == []


def test_nothing_typed_offers_all_in_their_order() -> None:
    entries = [entry("B"), entry("A")]
    assert best("", entries) == entries


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def test_arrows_choose_and_enter_runs(qtbot: QtBot, window: QWidget) -> None:
    ran: list[str] = []
    entries = [Entry(title, lambda t=title: ran.append(t)) for title in ("First", "Second", "Third")]  # type: ignore[misc]
    palette = Palette([Source(entries)], window)
    palette.open()
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    with qtbot.waitSignal(palette.destroyed):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert ran == ["Second"]


def test_keys_pressed_before_it_has_the_keyboard_are_for_it(qtbot: QtBot, window: QWidget) -> None:
    ran: list[str] = []
    for_window: list[bool] = []
    command(window, "d", "Done", lambda: for_window.append(True), key="D")
    offered = [Entry(title, partial(ran.append, title)) for title in ("First", "Second")]
    palette = Palette([Source(offered)], window)
    palette.show()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)  # of something typed before: it chooses nothing
    assert palette.isVisible()
    for key in (Qt.Key.Key_S, Qt.Key.Key_E, Qt.Key.Key_C, Qt.Key.Key_O, Qt.Key.Key_N, Qt.Key.Key_D):
        QTest.keyClick(window.windowHandle(), key)
    assert palette.field.text() == "second"
    with qtbot.waitSignal(palette.destroyed):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert (ran, for_window) == (["Second"], [])


def test_up_from_the_first_comes_round(qtbot: QtBot, window: QWidget) -> None:
    palette = Palette([Source([entry("First"), entry("Last")])], window)
    palette.open()
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 1


def test_typing_narrows_and_says_if_nothing_is_left(qtbot: QtBot, window: QWidget) -> None:
    palette = Palette([Source([entry("Staff"), entry("Settings")])], window)
    palette.open()
    qtbot.keyClicks(palette.field, "sta")
    assert [one.title for one in palette.entries] == ["Staff"]
    qtbot.keyClicks(palette.field, "zzz")
    assert palette.entries == []
    assert palette.nothing.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_escape_does_nothing_else(qtbot: QtBot, window: QWidget) -> None:
    ran: list[bool] = []
    palette = Palette([Source([Entry("Only", lambda: ran.append(True))])], window)
    palette.open()
    with qtbot.waitSignal(palette.destroyed):
        qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert ran == []


def test_a_click_runs(qtbot: QtBot, window: QWidget) -> None:
    ran: list[bool] = []
    palette = Palette([Source([Entry("Only", lambda: ran.append(True))])], window)
    palette.open()
    place = palette.list.visualRect(palette.list.model().index(0, 0)).center()
    with qtbot.waitSignal(palette.destroyed):
        qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ran == [True]


def test_actions_become_entries_with_their_key(qtbot: QtBot, window: QWidget) -> None:
    ran: list[bool] = []
    command(window, "new person", "&Neue Person…", lambda: ran.append(True), key="Ctrl+N", icon="plus")
    made = entry_of(window.actions()[0], "Here")
    assert (made.title, made.key, made.icon, made.group) == ("Neue Person", "Ctrl+N", "plus", "Here")
    assert best("new", [made]) == [made]
    made.run()
    assert ran == [True]


def test_what_may_not_be_used_now_is_left_out(qtbot: QtBot, window: QWidget) -> None:
    shown, disabled = QAction("Shown", window), QAction("Disabled", window)
    disabled.setEnabled(False)
    source = ActionSource(lambda: [("", shown), ("", disabled)])
    assert [one.title for one in source.find("")] == ["Shown"]


def test_every_row_is_told_to_a_screen_reader(qtbot: QtBot, window: QWidget) -> None:
    palette = Palette([Source([Entry("Lock", lambda: None, group="Go to", key="Ctrl+L")])], window)
    palette.open()
    index = palette.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Lock, Go to, Ctrl L"
