"""The page of a customer: shown, and values edited where they stand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import changes, figures, phones, undoing
from rmdesk.services.customers.record import Shown
from rmdesk.services.days import Day
from rmdesk.ui import formats
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.page import wording
from tests.conftest import ExpectedLogs
from tests.support.frames import settle
from tests.support.vaults import add_person
from tests.ui.customer_page.conftest import (
    MOBILE,
    POPUP,
    WAIT,
    add,
    body,
    edit,
    enter,
    grid,
    kinds,
    open_editor,
    record,
    show,
    type_in,
    value,
)


def test_the_head_tells_who_this_is(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    with context.store.write() as session:
        phones.add_phone(session, chen, MOBILE)
        for month, amount in ((6, 3_500_000_00), (7, 3_978_000_00), (8, 3_862_000_00)):
            figures.add_figure(session, chen, amount, date(2026, month, 28))
    page = make(chen)
    header = page.header
    assert header.name.words == "陈静怡"
    assert header.phone.text() == MOBILE
    assert header.badge.words == record(context, chen).tier
    assert header.assets.words == "3,862,000"
    assert header.change.text() == "\N{MINUS SIGN}116,000"
    assert "4 stars" in header.standing.accessibleName()
    assert "Intensive" in header.standing.accessibleName()
    assert [amount for _, amount in header.line.points] == [3_500_000_00, 3_978_000_00, 3_862_000_00]
    assert "3,500,000" in header.line.accessibleDescription()
    assert header.share.text() == f"{record(context, chen).completeness.score}%"
    assert "Birthday" in header.completeness.toolTip()


def test_without_figures_there_is_no_line(make: Any, chen: str) -> None:
    page = make(chen)
    assert not page.header.line.isVisible()
    assert not page.header.badge.isVisible()
    assert page.header.assets.words == "\N{EN DASH}"


def test_nobody_is_shown_until_somebody_is_chosen(qtbot: QtBot, make: Any, chen: str) -> None:
    page = make(chen)
    page.show_customer(None)
    qtbot.waitUntil(page.empty.isVisible, timeout=WAIT)
    assert page.record is None
    assert not page.header.isVisible()


def test_a_customer_who_is_gone_is_told(qtbot: QtBot, make: Any, chen: str) -> None:
    page = make(chen)
    page.show_customer("f" * 32)
    qtbot.waitUntil(page.empty.isVisible, timeout=WAIT)
    assert page.empty.sentence != ""
    assert page.record is None


def test_folds_are_remembered_and_bodies_built_when_wanted(make: Any, context: Context, chen: str) -> None:
    page = make(chen)
    assert page.sections["service"].body is None
    page.sections["service"].head.setChecked(True)
    assert page.sections["service"].body.grid.isVisible()
    page.sections["basic"].head.setChecked(False)
    again = make(chen)
    assert again.sections["service"].head.isChecked()
    assert not again.sections["basic"].head.isChecked()
    assert again.sections["basic"].body is None


def test_what_others_save_is_shown(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    page = make(chen)
    edit(context, chen, occupation="校长")
    qtbot.waitUntil(lambda: grid(page).shown("occupation") == "校长", timeout=WAIT)


def test_a_value_is_edited_by_the_keyboard_and_taken_back(
    qtbot: QtBot, make: Any, context: Context, chen: str
) -> None:
    page = make(chen)
    enter(qtbot, page, "occupation", "市三中 语文教师")
    assert grid(page).shown("occupation") == "市三中 语文教师"
    assert kinds(context)[0] == "customer.edited"
    with context.store.write() as session:
        undoing.undo(session, changes.find_numbers(session)[0])
    qtbot.waitUntil(lambda: grid(page).shown("occupation") == "教师", timeout=WAIT)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1984年6月3日", Day(6, 3, 1984)),
        ("19840603", Day(6, 3, 1984)),
        ("84.6.3", Day(6, 3, 1984)),
        ("农历八月十五", Day(8, 15, is_lunar=True)),
        ("6月3日", Day(6, 3)),
    ],
)
def test_a_birthday_as_people_type_it(
    qtbot: QtBot, make: Any, context: Context, chen: str, typed: str, day: Day
) -> None:
    page = make(chen)
    enter(qtbot, page, "birthday", typed)
    assert value(context, chen, "birthday") == day


@pytest.mark.parametrize(
    ("typed", "beside"),
    [("1984年6月3日", "Lunar 1984-5-4"), ("农历1966年八月十五", "29 Sep 1966"), ("6月3日", "")],
)
def test_the_other_calendar_stands_beside_a_birthday(
    qtbot: QtBot, make: Any, chen: str, typed: str, beside: str
) -> None:
    page = make(chen)
    enter(qtbot, page, "birthday", typed)
    assert grid(page).cell("birthday").aside == beside


def test_what_the_calendar_leaves_out_is_said_beside_what_it_follows_from() -> None:
    assert wording.aside("bereaved_on", Shown(date(2026, 9, 1))) == "no congratulations in mourning"
    assert wording.aside("no_greetings", Shown(True)) == "no birthdays, no festivals"
    assert wording.aside("no_greetings", Shown(False)) == ""
    assert wording.aside("stage", Shown("lost")) == "nothing is due any more"
    assert wording.aside("stage", Shown("core")) == ""


def test_a_lunar_birthday_without_its_year_says_when_it_comes() -> None:
    lunar = Day(8, 15, is_lunar=True)
    assert wording.other_calendar(lunar, date(2026, 9, 1)) == formats.day(date(2026, 9, 25))
    assert wording.other_calendar(lunar, date(2026, 9, 26)) == formats.day(date(2027, 9, 15))


def test_what_is_wrong_is_said_beside_the_field_and_kept(
    qtbot: QtBot, make: Any, context: Context, chen: str
) -> None:
    page = make(chen)
    editor = open_editor(page, "birthday")
    type_in(editor.fields[0], "1984年13月3日")
    grid(page).setFocus()  # leaving it
    assert editor.error
    assert body(page, "basic").editors["birthday"] is editor
    QTest.keyClick(editor.fields[0], Qt.Key.Key_Escape)
    assert "birthday" not in body(page, "basic").editors
    assert value(context, chen, "birthday") is None
    assert page.record.version == record(context, chen).version


def test_a_long_text_is_given_up_by_a_second_escape_only(
    qtbot: QtBot, make: Any, context: Context, chen: str
) -> None:
    page = make(chen)
    editor = open_editor(page, "taboos")
    editor.fields[0].setPlainText("不谈孩子的婚事")
    QTest.keyClick(editor.fields[0], Qt.Key.Key_Escape)
    assert editor.error
    assert body(page, "basic").editors["taboos"] is editor
    editor.fields[0].setPlainText("不谈孩子的婚事，也不谈老家")
    assert not editor.error  # it is another text: that is asked about anew
    QTest.keyClick(editor.fields[0], Qt.Key.Key_Escape)
    QTest.keyClick(editor.fields[0], Qt.Key.Key_Escape)
    assert "taboos" not in body(page, "basic").editors
    assert value(context, chen, "taboos") is None
    form = body(page, "dates")
    form.add()
    form.form.widget("whose").setText("儿子")
    QTest.keyClick(form.form, Qt.Key.Key_Escape)
    assert form.form is not None
    assert form.form.error
    QTest.keyClick(form.form, Qt.Key.Key_Escape)
    assert form.form is None


def test_leaving_a_field_saves_it(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    page = make(chen)
    editor = open_editor(page, "position")
    type_in(editor.fields[0], "班主任")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        page.header.edit.setFocus()
    assert value(context, chen, "position") == "班主任"


def test_what_a_save_was_refused_for_stands_beside_the_field(
    qtbot: QtBot, make: Any, context: Context, chen: str
) -> None:
    add(context, "王志强", number="6222002717")
    page = make(chen)
    editor = open_editor(page, "number")
    editor.fields[0].setText("6222002717")  # type: ignore[attr-defined]
    QTest.keyClick(editor.fields[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(editor.error), timeout=WAIT)
    assert editor.typed() == ["6222002717"]
    assert value(context, chen, "number") == "6222002716"


def test_a_choice_and_a_yes_or_no(
    qtbot: QtBot, make: Any, context: Context, chen: str, expected_logs: ExpectedLogs
) -> None:
    expected_logs(*POPUP)
    page = make(chen)
    editor = open_editor(page, "gender")
    combo = editor.fields[0]
    assert isinstance(combo, QComboBox)
    combo.hidePopup()
    combo.setCurrentIndex(combo.findData("female"))
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(combo, Qt.Key.Key_Return)
    assert value(context, chen, "gender") == "female"
    part = grid(page)
    part.go_to("no_calls")
    for wanted in (True, False):
        with qtbot.waitSignal(page.changed, timeout=WAIT):
            QTest.keyClick(part, Qt.Key.Key_Return)
        assert value(context, chen, "no_calls") is wanted


def test_the_manager_in_charge_is_chosen(
    qtbot: QtBot, make: Any, context: Context, chen: str, expected_logs: ExpectedLogs
) -> None:
    expected_logs(*POPUP)
    lin = add_person(context.vault, "林晓雯", "k7mp-29xr-4tqh", [Role.RELATIONSHIP_MANAGER])
    page = make(chen)
    editor = open_editor(page, "owner", "care")
    combo = editor.fields[0]
    assert isinstance(combo, QComboBox)
    combo.hidePopup()
    combo.setCurrentIndex(combo.findData(lin.uid))
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(combo, Qt.Key.Key_Return)
    assert value(context, chen, "owner").uid == lin.uid
    assert page.header.owner.words == "林晓雯"


def test_text_of_several_lines(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    page = make(chen)
    editor = open_editor(page, "taboos")
    field = editor.fields[0]
    type_in(field, "不喝酒")
    QTest.keyClick(field, Qt.Key.Key_Return)
    type_in(field, "勿提保险")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert value(context, chen, "taboos") == "不喝酒\n勿提保险"


def test_phones_are_added_changed_and_removed(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    page = make(chen)
    editor = open_editor(page, "customer_phone:new")
    type_in(editor.fields[1], "12345")
    QTest.keyClick(editor.fields[1], Qt.Key.Key_Return)
    assert editor.error
    editor.fields[1].clear()  # type: ignore[attr-defined]
    type_in(editor.fields[1], "138 0013 8000")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(editor.fields[1], Qt.Key.Key_Return)
    (phone,) = record(context, chen).phones
    assert phone.number.value == MOBILE
    assert page.header.phone.text() == MOBILE
    enter(qtbot, page, f"customer_phone:{phone.uid}", "13900139000")
    assert record(context, chen).phones[0].number.value == "13900139000"
    part = grid(page)
    part.go_to(f"customer_phone:{phone.uid}")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(part, Qt.Key.Key_Delete)
    assert record(context, chen).phones == ()


def test_two_saves_after_each_other_are_no_conflict(
    qtbot: QtBot, make: Any, context: Context, chen: str
) -> None:
    page = make(chen)
    first, second = open_editor(page, "education"), None
    type_in(first.fields[0], "本科")
    QTest.keyClick(first.fields[0], Qt.Key.Key_Return)
    second = open_editor(page, "district")  # while the first is being saved
    type_in(second.fields[0], "西湖区")
    QTest.keyClick(second.fields[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: value(context, chen, "district") == "西湖区", timeout=WAIT)
    assert value(context, chen, "education") == "本科"
    settle(qtbot, context)
    assert page.conflict is None


def test_what_could_not_be_saved_is_there_when_one_comes_back(
    qtbot: QtBot, make: Any, context: Context, chen: str
) -> None:
    wang = add(context, "王志强")
    page = make(chen)
    editor = open_editor(page, "birthday")
    type_in(editor.fields[0], "八月")
    show(qtbot, page, wang)
    assert not body(page, "basic").editors
    show(qtbot, page, chen)
    again = body(page, "basic").editors["birthday"]
    assert again.typed() == ["八月"]
