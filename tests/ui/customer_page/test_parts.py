"""The page of a customer: holdings, days, relations, tags, figures, the timeline, its commands."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rmdesk.services import dates, holdings, phones, relations, tags
from rmdesk.services.days import Day
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.page import assets_section
from tests.conftest import ExpectedLogs
from tests.ui.customer_page.conftest import (
    MOBILE,
    POPUP,
    WAIT,
    add,
    body,
    edit,
    grid,
    open_editor,
    record,
    type_in,
)


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
    form.widget("rate").setText("百分之三")
    form.commit()
    assert "per cent" in form.rows["rate"].error
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


def test_a_second_spouse_is_told_and_taken_if_it_is_meant(
    qtbot: QtBot, make: Any, context: Context, chen: str
) -> None:
    page = make(chen)
    part = body(page, "relations").relations
    for name, is_first in (("李卫东", True), ("王强", False)):
        part.add()
        form = part.form
        form.widget("other_name").setText(name)
        if not is_first:
            form.commit()
            assert "李卫东" in form.rows["other_name"].error
            assert len(record(context, chen).relations) == 1
        with qtbot.waitSignal(page.changed, timeout=WAIT):
            form.commit()
    assert [one.name for one in record(context, chen).relations] == ["李卫东", "王强"]


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
