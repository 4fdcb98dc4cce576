"""The page of a customer: masked values, and what somebody else saved meanwhile."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import figures, holdings, phones
from rmdesk.services.days import Day
from rmdesk.ui.conflict_card import MINE
from rmdesk.ui.context import Context
from tests.support.vaults import add_person
from tests.ui.customer_page.conftest import (
    MOBILE,
    WAIT,
    add,
    body,
    edit,
    grid,
    kinds,
    open_editor,
    record,
    show,
    value,
)


def test_what_is_masked_is_shown_on_request_and_recorded(qtbot: QtBot, make: Any, context: Context) -> None:
    lin = add_person(context.vault, "林晓雯", "k7mp-29xr-4tqh", [Role.RELATIONSHIP_MANAGER])
    uid = add(context, "赵文博", owner=lin.uid, wechat="zhaowenbo88", birthday=Day(6, 3, 1984))
    with context.store.write() as session:
        phones.add_phone(session, uid, MOBILE)
    page = make(uid, reveal_seconds=0.2)
    assert page.header.masked_phone.text == "138****8000"
    part = grid(page)
    seen: list[str] = []  # it may be gone again before a busy machine looks
    page.desk.revealer.revealed.connect(lambda key, _exact: seen.append(part.shown(key.rpartition("/")[2])))
    assert "zhaowenbo88" not in part.shown("wechat")
    part.go_to("wechat")
    QTest.keyClick(part, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: seen == ["zhaowenbo88"], timeout=WAIT)
    assert kinds(context)[0] == "field.revealed"
    qtbot.waitUntil(lambda: part.shown("wechat") != "zhaowenbo88", timeout=WAIT)
    assert "1984" not in part.shown("birthday")
    part.go_to("birthday")
    QTest.keyClick(part, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: seen[1:] == ["3 Jun 1984"], timeout=WAIT)


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
