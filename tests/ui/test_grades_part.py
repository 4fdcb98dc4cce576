"""Stars and tiers in the pane of plans: proposals confirmed by keys, undone; moves told; weights set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from rmdesk.models import Customer
from rmdesk.services import changes, customers, figures, holdings, settings, undoing
from rmdesk.services.settings import GRADE_STEPS, GRADE_WEIGHTS
from rmdesk.ui.context import Context
from rmdesk.ui.panes.plans.grades_part import DOWN, FIRST, TIERS, UP, GradesPart
from rmdesk.ui.panes.plans.pane import PlansPane
from rmdesk.ui.settings.grades import GradesPage
from tests.support.frames import settle

WAIT = 30_000  # ms: a limit, not a measure
WAN = 10_000_00


@pytest.fixture
def people(context: Context) -> dict[str, str]:
    """One to rise, two to fall, one without stars; one fell out of a tier."""
    found: dict[str, str] = {}  # uids
    today = date.today()
    with context.store.write() as session:
        for name, grade in (("陈静怡", 1), ("王磊", 5), ("张敏", 4), ("李强", None)):
            found[name] = customers.add_customer(session, {"name": name, "grade": grade}).uid
        figures.add_figure(session, found["陈静怡"], 2000 * WAN, today)
        figures.add_figure(session, found["王磊"], 600 * WAN, today - timedelta(days=30))
        figures.add_figure(session, found["王磊"], 10 * WAN, today)
    return found


@pytest.fixture
def part(qtbot: QtBot, context: Context, people: dict[str, str]) -> Iterator[GradesPart]:
    pane = PlansPane(context)
    qtbot.addWidget(pane)
    pane.resize(1294, 700)
    pane.show()
    found = pane.show_part("grades")
    assert isinstance(found, GradesPart)
    qtbot.waitUntil(lambda: found.models[DOWN].rowCount() == 2, timeout=WAIT)
    yield found
    settle(qtbot, context)


def grade_of(context: Context, uid: str) -> int | None:
    with context.store.read() as session:
        return session.scalars(select(Customer.grade).where(Customer.uid == uid)).one()


def test_marked_stars_are_confirmed_by_keys_and_one_undo_takes_them_back(
    qtbot: QtBot, context: Context, part: GradesPart, people: dict[str, str]
) -> None:
    qtbot.waitUntil(lambda: all(part.models[one].is_loaded for one in part.models), timeout=WAIT)
    assert {one: part.models[one].rowCount() for one in part.models} == {UP: 1, DOWN: 2, FIRST: 1, TIERS: 1}
    part.show_list(DOWN)
    QTest.keyClick(part.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert part.model.marked_count == 2
    part.confirm()
    qtbot.waitUntil(lambda: part.models[DOWN].rowCount() == 0, timeout=WAIT)
    assert [grade_of(context, people[one]) for one in ("王磊", "张敏")] == [1, 1]
    assert grade_of(context, people["陈静怡"]) == 1  # of another list
    with context.store.write() as session:
        [number] = changes.find_numbers(session)[:1]
        undoing.undo(session, number)
    qtbot.waitUntil(lambda: part.models[DOWN].rowCount() == 2, timeout=WAIT)
    assert grade_of(context, people["王磊"]) == 5


def test_without_marks_the_current_one_is_confirmed_and_enter_opens_the_customer(
    qtbot: QtBot, context: Context, part: GradesPart, people: dict[str, str]
) -> None:
    part.show_list(UP)
    qtbot.waitUntil(lambda: part.current is not None, timeout=WAIT)
    assert part.current is not None
    assert part.current.customer.name == "陈静怡"
    with qtbot.waitSignal(part.customer_wanted, timeout=WAIT) as caught:
        QTest.keyClick(part.table, Qt.Key.Key_Return)
    assert caught.args == [people["陈静怡"]]
    part.confirm_button.click()
    qtbot.waitUntil(lambda: part.models[UP].rowCount() == 0, timeout=WAIT)
    assert grade_of(context, people["陈静怡"]) == 3
    assert not part.confirm_button.isEnabled()


def test_moves_between_tiers_are_told_and_not_confirmed(qtbot: QtBot, part: GradesPart) -> None:
    part.show_list(TIERS)
    qtbot.waitUntil(lambda: part.current is not None, timeout=WAIT)
    shown = [part.model.shown(0, place)[0] for place in range(part.model.columnCount())]
    assert shown[0] == "王磊"
    assert "钻石" in shown
    assert "普通" in shown
    assert not part.confirm_button.isEnabled()
    part.confirm()
    assert part.model.rowCount() == 1


def test_weights_that_are_no_whole_stay_in_their_fields_with_what_is_wrong(
    qtbot: QtBot, context: Context
) -> None:
    page = GradesPage(context)
    qtbot.addWidget(page)
    page.load()
    page.show()
    page.fields["frequency"].setText("viel")
    assert not page.check()
    page.fields["frequency"].setText("40")
    assert not page.check()  # 110 % together
    assert any("110" in row.error for row in page.form.rows)
    assert page.fields["frequency"].text() == "40"
    page.fields["influence"].setText("10")
    assert page.check()
    with qtbot.waitSignal(page.saved, timeout=WAIT):
        page.save()
    settle(qtbot, context)
    with context.store.read() as session:
        assert settings.get(session, GRADE_WEIGHTS) == {"frequency": 40, "amount": 50, "influence": 10}


def test_steps_that_do_not_rise_stay_in_their_fields_and_what_steps_change_is_told_before(
    qtbot: QtBot, context: Context
) -> None:
    with context.store.write() as session:
        one = customers.add_customer(session, {"name": "陈静怡"})
        for days in range(4):
            bought = date.today() - timedelta(days=days)
            given = {"kind": "fund", "amount_fen": WAN, "starts_on": bought.isoformat()}
            holdings.add_holding(session, one.uid, given)
    page = GradesPage(context)
    qtbot.addWidget(page)
    page.load()
    page.show()
    second = page.steps["frequency"][1]
    second.setText("1")
    assert not page.check()
    assert "more than 1 for 3 stars" in second.error
    with qtbot.waitSignal(page.previewed, timeout=WAIT):
        page.preview()
    assert "more than 1" in page.consequence.text()
    for field, step in zip(page.steps["frequency"], ("1", "2", "3", "4"), strict=True):
        field.setText(step)
    page.fields["frequency"].setText("100")
    page.fields["amount"].setText("0")
    page.fields["influence"].setText("0")
    assert page.check()
    with qtbot.waitSignal(page.previewed, timeout=WAIT):
        page.preview()
    assert page.consequence.text() == "1 customers: 5 stars instead of 2 would be proposed"
    with qtbot.waitSignal(page.saved, timeout=WAIT):
        page.save()
    settle(qtbot, context)
    with context.store.read() as session:
        assert settings.get(session, GRADE_STEPS)["frequency"] == [1, 2, 3, 4]
    assert page.consequence.text() == "Nobody is proposed other stars by it."
