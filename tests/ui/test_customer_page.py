"""The page of a customer: shown, edited where things stand, walked through; conflicts and masked values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import changes, customers, dates, figures, holdings, phones, relations, tags, undoing
from rmdesk.services.customers.record import CustomerRecord, get_customer
from rmdesk.services.days import Day
from rmdesk.ui import formats
from rmdesk.ui.conflict_card import MINE
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.page import assets_section, wording
from rmdesk.ui.panes.customers.page.cell_editor import CellEditor
from rmdesk.ui.panes.customers.page.page import CustomerPage
from rmdesk.ui.panes.customers.page.value_grid import ValueGrid
from tests.conftest import ExpectedLogs
from tests.support.frames import settle
from tests.support.vaults import add_person

WAIT = 60_000  # ms: a limit, not a measure
MOBILE = "13800138000"
POPUP = ("grabbing the keyboard",)  # what the offscreen platform says of every list that drops down


def add(context: Context, name: str, **fields: Any) -> str:
    """A customer of whoever is signed in; the uid."""
    with context.store.write() as session:
        return customers.add_customer(session, {"name": name, "owner": context.actor.staff_uid, **fields}).uid


def edit(context: Context, uid: str, **fields: Any) -> None:
    """What somebody else does meanwhile."""
    with context.store.write() as session:
        version = get_customer(session, uid).version
        customers.edit_customer(session, uid, fields, version=version)


def record(context: Context, uid: str) -> CustomerRecord:
    with context.store.read() as session:
        return get_customer(session, uid)


def value(context: Context, uid: str, name: str) -> Any:
    return record(context, uid).fields[name].value


def kinds(context: Context) -> list[str]:
    with context.store.read() as session:
        return [one.kind for one in changes.load_sets(session, changes.find_numbers(session))]


@pytest.fixture
def chen(context: Context) -> str:
    return add(context, "陈静怡", occupation="教师", grade=4, strategy="intensive", number="6222002716")


@pytest.fixture
def make(qtbot: QtBot, context: Context) -> Iterator[Any]:
    def make_(uid: str, **options: Any) -> CustomerPage:
        page = CustomerPage(context, **options)
        qtbot.addWidget(page)
        page.resize(420, 900)
        page.show()
        page.activateWindow()
        show(qtbot, page, uid)
        return page

    yield make_
    settle(qtbot, context)


def show(qtbot: QtBot, page: CustomerPage, uid: str) -> None:
    with qtbot.waitSignal(page.shown, timeout=WAIT):
        page.show_customer(uid)


def type_in(field: QWidget, text: str) -> None:
    """As an input method does it."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def body(page: CustomerPage, id: str) -> Any:
    section = page.sections[id]
    section.head.setChecked(True)
    section.catch_up()
    return section.body


def grid(page: CustomerPage, id: str = "basic") -> ValueGrid:
    found = body(page, id).grid
    assert isinstance(found, ValueGrid)
    return found


def open_editor(page: CustomerPage, key: str, id: str = "basic") -> CellEditor:
    part = body(page, id)
    part.grid.go_to(key)
    part.grid.setFocus()
    QTest.keyClick(part.grid, Qt.Key.Key_F2)
    editor = part.editors[key]
    assert isinstance(editor, CellEditor)
    return editor


def enter(qtbot: QtBot, page: CustomerPage, key: str, typed: str, id: str = "basic") -> None:
    """Type into the cell and press Enter; wait until it is saved."""
    editor = open_editor(page, key, id)
    editor.fields[-1].clear()  # type: ignore[attr-defined]
    type_in(editor.fields[-1], typed)
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(editor.fields[-1], Qt.Key.Key_Return)
    assert key not in body(page, id).editors


# --- showing ---------------------------------------------------------------------------------------


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


# --- values edited where they stand ----------------------------------------------------------------


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


# --- masked values ---------------------------------------------------------------------------------


def test_what_is_masked_is_shown_on_request_and_recorded(qtbot: QtBot, make: Any, context: Context) -> None:
    lin = add_person(context.vault, "林晓雯", "k7mp-29xr-4tqh", [Role.RELATIONSHIP_MANAGER])
    uid = add(context, "赵文博", owner=lin.uid, wechat="zhaowenbo88", birthday=Day(6, 3, 1984))
    with context.store.write() as session:
        phones.add_phone(session, uid, MOBILE)
    page = make(uid, reveal_seconds=0.2)
    assert page.header.masked_phone.text == "138****8000"
    part = grid(page)
    assert "zhaowenbo88" not in part.shown("wechat")
    part.go_to("wechat")
    QTest.keyClick(part, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: part.shown("wechat") == "zhaowenbo88", timeout=WAIT)
    assert kinds(context)[0] == "field.revealed"
    qtbot.waitUntil(lambda: part.shown("wechat") != "zhaowenbo88", timeout=WAIT)
    assert "1984" not in part.shown("birthday")
    part.go_to("birthday")
    QTest.keyClick(part, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: part.shown("birthday") == "3 Jun 1984", timeout=WAIT)


def test_masked_assets_and_account(qtbot: QtBot, make: Any, context: Context) -> None:
    lin = add_person(context.vault, "林晓雯", "k7mp-29xr-4tqh", [Role.RELATIONSHIP_MANAGER])
    uid = add(context, "赵文博", owner=lin.uid)
    with context.store.write() as session:
        figures.add_figure(session, uid, 13_840_000_00, date(2026, 7, 31))
        figures.add_figure(session, uid, 12_840_000_00, date(2026, 8, 31))
        given = {"kind": "time_deposit", "amount_fen": 500_000_00, "account": "6222021202012345678"}
        holding = holdings.add_holding(session, uid, given).uid
    page = make(uid, reveal_seconds=0.5)
    assert "12,840,000" not in page.header.assets.words
    assert page.header.change.text() == "\N{MINUS SIGN}7.2%"  # of a fall a band would not tell
    page.header.eye.click()
    qtbot.waitUntil(lambda: page.header.assets.words == "12,840,000", timeout=WAIT)
    qtbot.waitUntil(lambda: page.header.assets.words != "12,840,000", timeout=WAIT)
    section = body(page, "holdings")
    section.edit(holding)
    account = section.form.widget("account")
    assert account.text() == ""
    next(one for one in section.form.actions_of_row if "Account" in one.text()).click()
    qtbot.waitUntil(lambda: account.hint == "6222021202012345678", timeout=WAIT)
    qtbot.waitUntil(lambda: account.hint == "", timeout=WAIT)
    section.form.widget("product").setText("三年定期")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        section.form.commit()  # what is masked and was not typed stays as it is
    with context.store.read() as session:
        (row,) = holdings.list_holdings(session, record(context, uid).id)
        assert (row.account, row.amount_fen, row.product) == ("6222021202012345678", 500_000_00, "三年定期")


def test_nothing_exact_goes_over_to_the_next_customer(qtbot: QtBot, make: Any, context: Context) -> None:
    lin = add_person(context.vault, "林晓雯", "k7mp-29xr-4tqh", [Role.RELATIONSHIP_MANAGER])
    one = add(context, "赵文博", owner=lin.uid, wechat="zhaowenbo88")
    other = add(context, "郑伟", owner=lin.uid, wechat="zhengwei1970")
    page = make(one)
    part = grid(page)
    part.go_to("wechat")
    QTest.keyClick(part, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: part.shown("wechat") == "zhaowenbo88", timeout=WAIT)
    show(qtbot, page, other)
    assert part.shown("wechat") == part.cell("wechat").value
    assert "zhengwei1970" not in part.shown("wechat")


# --- conflicts -------------------------------------------------------------------------------------


def test_anothers_change_is_shown_and_theirs_may_stay(
    qtbot: QtBot, make: Any, context: Context, chen: str
) -> None:
    page = make(chen)
    editor = open_editor(page, "occupation")
    edit(context, chen, occupation="校长", district="西湖区")
    editor.fields[0].setText("语文教师")  # type: ignore[attr-defined]
    QTest.keyClick(editor.fields[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.conflict is not None, timeout=WAIT)
    assert set(page.conflict.choices) == {"occupation"}
    assert value(context, chen, "occupation") == "校长"
    page.conflict.leave.click()
    assert page.conflict is None
    assert "occupation" not in body(page, "basic").editors
    assert value(context, chen, "occupation") == "校长"


def test_mine_is_saved_if_it_is_chosen(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    page = make(chen)
    editor = open_editor(page, "occupation")
    edit(context, chen, occupation="校长")
    editor.fields[0].setText("语文教师")  # type: ignore[attr-defined]
    QTest.keyClick(editor.fields[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.conflict is not None, timeout=WAIT)
    page.conflict.choices["occupation"].choose(MINE)
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        page.conflict.save.click()
    assert value(context, chen, "occupation") == "语文教师"


def test_of_a_holding_each_field_is_chosen(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    with context.store.write() as session:
        uid = holdings.add_holding(session, chen, {"kind": "time_deposit", "amount_fen": 100_00}).uid
    page = make(chen)
    section = body(page, "holdings")
    section.edit(uid)
    section.form.widget("amount_fen").setText("50万")
    section.form.widget("product").setText("三年定期")
    with context.store.write() as session:
        holdings.edit_holding(session, uid, {"amount_fen": 200_00}, version=1)
    section.form.commit()
    qtbot.waitUntil(lambda: page.conflict is not None, timeout=WAIT)
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        page.conflict.save.click()  # theirs where both changed it, mine where only I did
    (row,) = record(context, chen).holdings
    assert row.amount_fen.value == 200_00
    assert row.product == "三年定期"


# --- holdings, days, relations, tags, timeline -----------------------------------------------------


def test_a_holding_is_added_changed_closed_and_removed(
    qtbot: QtBot, make: Any, context: Context, chen: str
) -> None:
    page = make(chen)
    section = body(page, "holdings")
    section.add_button.click()
    form = section.form
    form.widget("product").setText("大额存单")
    form.commit()
    assert form.rows["amount_fen"].error
    form.widget("amount_fen").setText("50万")
    form.widget("rate").setText("1.55")
    form.widget("starts_on").setText("2026.1.5")
    form.widget("matures_on").setText("2025年1月5日")
    form.commit()
    qtbot.waitUntil(lambda: bool(form.error), timeout=WAIT)
    form.widget("matures_on").setText("2027年1月5日")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(form.widget("matures_on"), Qt.Key.Key_Return)
    (row,) = record(context, chen).holdings
    assert (row.amount_fen.value, row.rate, row.matures_on) == (500_000_00, 15_500, date(2027, 1, 5))
    assert section.form is None
    assert len(section.rows.items) == 1
    section.rows.setFocus()
    QTest.keyClick(section.rows, Qt.Key.Key_F2)
    section.form.widget("bank").setText("建设银行")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        section.form.save_button.click()
    assert record(context, chen).holdings[0].bank == "建设银行"
    section.edit(row.uid)
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        section.form.actions_of_row[0].click()
    assert record(context, chen).holdings[0].closed_on == date.today()
    assert section.rows.items == ()
    section.closed_button.click()
    assert len(section.rows.items) == 1
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(section.rows, Qt.Key.Key_Delete)
    assert record(context, chen).holdings == ()


def test_how_long_a_holding_still_runs(make: Any, context: Context, chen: str) -> None:
    today = date.today()
    with context.store.write() as session:
        for days, product in ((0, "甲"), (13, "乙"), (-2, "丙")):
            given = {"kind": "wealth", "product": product, "amount_fen": 1, "bank": "他行"}
            given |= {"starts_on": today - timedelta(days=100), "matures_on": today + timedelta(days=days)}
            holdings.add_holding(session, chen, given)
        holdings.add_holding(session, chen, {"kind": "fund", "amount_fen": 1})
    page = make(chen)
    rows = body(page, "holdings").rows
    spoken = " / ".join(rows.words(one).spoken for one in rows.items)
    for words in ("Today", "13 days", "Overdue", "Open-ended", "他行 甲"):
        assert words in spoken
    assert page.sections["holdings"].head.accessibleName() == "Holdings 4"


def test_a_relative_is_found_added_and_walked_to(
    qtbot: QtBot, make: Any, context: Context, chen: str, expected_logs: ExpectedLogs
) -> None:
    expected_logs(*POPUP)
    li = add(context, "李卫东")
    page = make(chen)
    part = body(page, "relations").relations
    part.add_button.click()
    who = part.form.widget("other_name")
    type_in(who, "lwd")
    completer = who.completer()
    qtbot.waitUntil(lambda: completer.completionModel().rowCount() > 0, timeout=WAIT)
    line = completer.completionModel().index(0, 0).data()
    completer.activated[str].emit(line)
    who.setText(line)  # as the completer does when a key chose
    completer.popup().hide()
    qtbot.waitUntil(lambda: who.text() == "李卫东", timeout=WAIT)
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        part.form.commit()
    (row,) = record(context, chen).relations
    assert (row.kind, row.customer_uid) == ("spouse", li)
    part.graph.setFocus()
    QTest.keyClick(part.graph, Qt.Key.Key_Right)
    assert part.graph.current.name == "李卫东"
    with qtbot.waitSignal(page.customer_chosen, timeout=WAIT) as chosen:
        QTest.keyClick(part.graph, Qt.Key.Key_Return)
    assert chosen.args == [li]
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(part.graph, Qt.Key.Key_Delete)
    assert record(context, chen).relations == ()


def test_a_relative_by_name_and_an_organisation(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    page = make(chen)
    part = body(page, "relations").relations
    for kind, name in (("child", "李思远"), ("legal_representative_of", "杭州明远贸易有限公司")):
        part.add()
        part.form.widget("kind").choose(kind)
        part.form.widget("other_name").setText(name)
        with qtbot.waitSignal(page.changed, timeout=WAIT):
            part.form.commit()
    found = record(context, chen).relations
    assert [(one.kind, one.name) for one in found] == [
        ("child", "李思远"),
        ("legal_representative_of", "杭州明远贸易有限公司"),
    ]
    assert found[1].organisation_uid is not None
    part.edit(found[0].uid)
    part.form.widget("note").setText("高三")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        part.form.commit()
    assert part.graph.relatives[0].fact == "高三"


def test_the_arrow_keys_walk_the_graph(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    mother, husband, friend = (add(context, name) for name in ("周素珍", "李卫东", "孙丽华"))
    with context.store.write() as session:
        relations.add_relation(session, chen, "parent", other_uid=mother)
        relations.add_relation(session, chen, "spouse", other_uid=husband)
        relations.add_relation(session, chen, "child", name="李思远")
        relations.add_relation(session, chen, "introducer", other_uid=friend)
    page = make(chen)
    graph = body(page, "relations").relations.graph
    graph.setFocus()
    seen = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(graph, key)
        seen.append(graph.current.name if graph.current else "self")
    assert seen == ["周素珍", "孙丽华", "周素珍", "self", "李卫东"]
    QTest.keyClick(graph, Qt.Key.Key_Down)
    assert graph.accessibleDescription() == "Child: 李思远"


def test_a_day_is_added_and_changed(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    page = make(chen)
    section = body(page, "dates")
    section.add()
    section.form.widget("day").setText("农历八月十五")
    section.form.widget("whose").setText("女儿 李思远")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        section.form.commit()
    (row,) = record(context, chen).dates
    assert (row.day, row.whose) == (Day(8, 15, is_lunar=True), "女儿 李思远")
    section.edit(row.uid)
    section.form.widget("yearly").setChecked(False)
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        section.form.commit()
    assert not record(context, chen).dates[0].yearly
    with context.store.write() as session:
        dates.remove_date(session, row.uid, version=record(context, chen).dates[0].version)
    qtbot.waitUntil(lambda: section.rows.items == (), timeout=WAIT)


def test_tags_are_put_on_and_taken_off(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    with context.store.write() as session:
        tags.add_tag(session, chen, "教师")
    page = make(chen)
    section = body(page, "tags")
    assert set(section.chips) == {"教师"}
    type_in(section.field, "爱旅行")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        QTest.keyClick(section.field, Qt.Key.Key_Return)
    assert set(section.chips) == {"教师", "爱旅行"}
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        section.chips["教师"].removed.emit()
    assert record(context, chen).tags == ("爱旅行",)
    type_in(section.field, "长" * 60)
    QTest.keyClick(section.field, Qt.Key.Key_Return)
    assert section.error


def test_the_timeline_tells_what_was_changed(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    edit(context, chen, taboos="不喝酒", district="西湖区")
    page = make(chen)
    rows = body(page, "timeline").rows
    qtbot.waitUntil(lambda: len(rows.items) == 2, timeout=WAIT)
    assert "Taboos" in rows.items[0].words
    assert "District" in rows.items[0].words


def test_the_arrow_keys_walk_the_values(make: Any, chen: str) -> None:
    page = make(chen)
    part = grid(page)
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Home)
    walked = [part.current]
    for _ in range(200):
        before = part.current
        QTest.keyClick(part, Qt.Key.Key_Right)
        if part.current == before:
            break
        walked.append(part.current)
    assert sorted(walked) == sorted(one.key for one in part.cells)
    assert part.accessibleDescription().startswith(part.cell(part.current).label)


def test_the_pages_commands(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    page = make(chen)
    actions = {one.objectName(): one for one in page.actions()}
    actions["add holding"].trigger()
    assert body(page, "holdings").form is not None
    actions["add tag"].trigger()
    assert body(page, "tags").field.hasFocus()
    actions["edit customer"].trigger()
    assert len(body(page, "basic").editors) == 1


def test_a_form_that_opens_is_seen_whole(qtbot: QtBot, make: Any, chen: str) -> None:
    page = make(chen)
    actions = {one.objectName(): one for one in page.actions()}
    for name, id in (
        ("add important day", "dates"),
        ("enter assets", "assets"),
        ("add important day", "dates"),
    ):
        actions[name].trigger()
        form, port = body(page, id).form, page.area.viewport()

        def seen(form: Any = form, port: Any = port) -> bool:
            top, bottom = (form.mapTo(port, QPoint(0, y)).y() for y in (0, form.height()))
            return bool(top >= 0 and bottom <= port.height() and form.height() >= form.sizeHint().height())

        qtbot.waitUntil(seen, timeout=WAIT)
        body(page, id).close_form()


def test_a_figure_of_assets_is_entered(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    page = make(chen)
    {one.objectName(): one for one in page.actions()}["enter assets"].trigger()
    part = body(page, "assets")
    form = part.form
    form.widget("amount_fen").setText("386.2万")
    form.widget("as_of").setText("明天")
    form.commit()
    qtbot.waitUntil(lambda: bool(form.rows["as_of"].error), timeout=WAIT)
    form.widget("as_of").setText("今天")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        form.commit()
    assert page.header.assets.words == "3,862,000"
    assert part.form is None
    newest = part.rows.items[0]
    assert newest.tier is not None
    assert newest.tier.tier in assets_section.present_tier(page.record)
    wrong = next(one.figure for one in part.rows.items if one.figure is not None)
    part.edit(wrong.uid)
    assert part.form.widget("amount_fen").text() == "3862000.00"
    part.form.widget("amount_fen").setText("38.62万")
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        part.form.commit()
    assert page.header.assets.words == "386,200"
    with qtbot.waitSignal(page.changed, timeout=WAIT):
        part.rows.go_to(next(at for at, one in enumerate(part.rows.items) if one.figure is not None))
        QTest.keyClick(part.rows, Qt.Key.Key_Delete)


def test_a_page_of_the_least_width_holds_long_words(make: Any, context: Context) -> None:
    uid = add(context, "长" * 200, number="6" * 40, occupation="业" * 200, notes="记" * 2000)
    with context.store.write() as session:
        phones.add_phone(session, uid, MOBILE)
    page = make(uid)
    assert page.minimumSizeHint().width() <= 360
    page.resize(360, 700)
    assert page.width() == 360


def test_deleted_meanwhile(qtbot: QtBot, make: Any, context: Context, chen: str) -> None:
    """A row that somebody removed while it was edited: nothing is overwritten, what was typed stays."""
    with context.store.write() as session:
        row = phones.add_phone(session, chen, MOBILE)
        uid, version = row.uid, row.version
    page = make(chen)
    editor = open_editor(page, f"customer_phone:{uid}")
    with context.store.write() as session:
        phones.remove_phone(session, uid, version=version)
    editor.fields[1].setText("13900139000")  # type: ignore[attr-defined]
    QTest.keyClick(editor.fields[1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(editor.error), timeout=WAIT)
    assert editor.typed()[1] == "13900139000"
