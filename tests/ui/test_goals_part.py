"""Goals in the pane of plans: begun, given targets, split to managers, made into months; what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import customers, goals
from rmdesk.services.actor import Actor
from rmdesk.services.figures import add_figure
from rmdesk.services.goals import periods
from rmdesk.ui.context import Context
from rmdesk.ui.panes.plans.goals_part import GoalsPart
from rmdesk.ui.panes.plans.pane import PlansPane
from tests.support.frames import printed, settle
from tests.support.vaults import add_person

WAIT = 30_000  # ms: a limit, not a measure
YEAR = date.today().year


@pytest.fixture
def people(context: Context) -> dict[str, Actor]:
    """Two managers, the first with a customer; the head of the branch acts."""
    found = {}
    head = context.actor
    for name, role in (
        ("林晓雯", Role.RELATIONSHIP_MANAGER),
        ("陈立", Role.RELATIONSHIP_MANAGER),
    ):
        found[name] = Actor.of(add_person(context.vault, name, "一次性密码 Abc-2468", [role]))
    context.store.actor = found["林晓雯"]
    with context.store.write() as session:
        one = customers.add_customer(session, {"name": "陈静怡"})
        add_figure(session, one.uid, 300_0000_00, date.today())
    context.store.actor = head
    return found


@pytest.fixture
def part(qtbot: QtBot, context: Context, people: dict[str, Actor]) -> Iterator[GoalsPart]:
    yield made(qtbot, context)
    settle(qtbot, context)


def made(qtbot: QtBot, context: Context, **kept: object) -> GoalsPart:
    pane = PlansPane(context)
    pane.retype(dict(kept))
    qtbot.addWidget(pane)
    pane.resize(1294, 700)
    pane.show()
    found = pane.show_part("goals")
    assert isinstance(found, GoalsPart)
    settle(qtbot, context)
    return found


def begun(qtbot: QtBot, context: Context, part: GoalsPart, *targets: dict[str, object]) -> None:
    """This year's goal with these targets, shown."""
    with context.store.write() as session:
        goal = goals.add_goal(session, periods.year(YEAR))
        for one in targets:
            goals.set_target(session, goal.uid, one)
        uid = goal.uid
    part.go_to(uid)
    qtbot.waitUntil(lambda: part.model.rowCount() == len(targets) and part.current is not None, timeout=WAIT)


def test_a_goal_is_begun_and_wrong_periods_are_told_beside_their_field(
    qtbot: QtBot, context: Context, part: GoalsPart
) -> None:
    dialog = part.add()
    dialog.period.setText("soon")
    dialog.submit()
    assert dialog.rows["period"].error
    dialog.period.setText(str(YEAR))
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        dialog.submit()
    settle(qtbot, context)
    qtbot.waitUntil(lambda: part.goal is not None, timeout=WAIT)
    again = part.add()
    again.period.setText(f"{YEAR}年")
    again.submit()
    qtbot.waitUntil(lambda: bool(again.rows["period"].error), timeout=WAIT)
    again.show_kind("campaign")
    again.name.setText("开门红")
    again.first.setText(f"{YEAR}-03-31")
    again.last.setText(f"{YEAR}-01-01")
    again.submit()
    qtbot.waitUntil(lambda: bool(again.rows["last_on"].error), timeout=WAIT)
    again.first.setText(f"{YEAR}-01-01")
    again.last.setText(f"{YEAR}-03-31")
    with qtbot.waitSignal(again.saved, timeout=WAIT):
        again.submit()
    settle(qtbot, context)
    qtbot.waitUntil(lambda: part.goal is not None and part.goal.name == "开门红", timeout=WAIT)
    target = part.add_target()
    assert target is not None
    target.measure.choose("aum")
    target.number.setText("much")
    target.submit()
    assert target.rows["target"].error
    target.number.setText("400万")
    with qtbot.waitSignal(target.saved, timeout=WAIT):
        target.submit()
    qtbot.waitUntil(lambda: part.model.rowCount() == 1, timeout=WAIT)
    assert [part.model.shown(0, column)[0] for column in range(3)] == ["Assets", "4,000,000", "0"]


def test_a_target_is_split_by_portfolio_and_by_hand_and_the_rest_is_shown(
    qtbot: QtBot, context: Context, part: GoalsPart
) -> None:
    begun(qtbot, context, part, {"measure": "aum", "target": 400_0000_00})
    shares = part.shares
    assert "4,000,000" in shares.rest.text()
    shares.ways["portfolio"].click()
    qtbot.waitUntil(lambda: shares.rest.text() == "adds up to the target", timeout=WAIT)
    first = next(row for row in shares.rows if row.share.name == "林晓雯")
    second = next(row for row in shares.rows if row.share.name == "陈立")
    assert (first.part.text(), second.part.text()) == ("4000000", "0")
    second.part.clear()
    QTest.keyClicks(second.part, "1x")
    shares.save()
    assert second.part.error
    second.part.clear()
    QTest.keyClicks(second.part, "500000")
    assert shares.rest.text() == "CNY 500,000 more than the target"
    kept = part.typed()
    shares.save()
    settle(qtbot, context)
    qtbot.waitUntil(lambda: not part.typed(), timeout=WAIT)
    with context.store.read() as session:
        sheet = goals.load_goal(session, goals.find_goal(session, str(YEAR)).uid)
    assert sheet.targets[0].rest == -50_0000_00
    assert printed(qtbot, part.print()).has("4,000,000")
    again = made(qtbot, context, goals=kept)
    qtbot.waitUntil(lambda: bool(again.shares.rows), timeout=WAIT)
    assert again.shares.typed() == next(iter(kept.values()))  # over a lock


def test_two_who_split_a_target_are_told_and_what_was_typed_stays(
    qtbot: QtBot, context: Context, part: GoalsPart, people: dict[str, Actor]
) -> None:
    begun(qtbot, context, part, {"measure": "contacts", "target": 100})
    mine = next(row for row in part.shares.rows if row.share.name == "林晓雯")
    QTest.keyClicks(mine.part, "30")
    target = part.current
    assert target is not None
    context.bus.blockSignals(True)  # this window has not heard of it yet
    with context.store.write() as session:
        goals.set_shares(session, target.uid, {people["陈立"].staff_uid: 50}, seen={}, version=target.version)
    context.bus.blockSignals(False)
    part.shares.save()
    qtbot.waitUntil(part.shares.trouble.isVisible, timeout=WAIT)
    assert part.shares.typed()[people["林晓雯"].staff_uid] == "30"
    part.shares.save()
    settle(qtbot, context)
    qtbot.waitUntil(lambda: not part.typed(), timeout=WAIT)
    with context.store.read() as session:
        [kept] = goals.load_goal(session, goals.find_goal(session, str(YEAR)).uid).targets
    assert kept.rest == 70


def test_months_are_made_and_an_own_measure_gets_its_result(
    qtbot: QtBot, context: Context, part: GoalsPart
) -> None:
    own = {"measure": "own", "name": "手机银行签约", "target": 24}
    begun(qtbot, context, part, own)
    part.shares.actual.setText("nine")
    part.shares.actual_button.click()
    assert part.shares.actual.error
    part.shares.actual.setText("9")
    part.shares.actual_button.click()
    settle(qtbot, context)
    qtbot.waitUntil(lambda: part.current is not None and part.current.actual == 9, timeout=WAIT)
    part.make_months()
    settle(qtbot, context)
    qtbot.waitUntil(lambda: part.period.count() == 13, timeout=WAIT)
    assert part.current is not None
    qtbot.waitUntil(lambda: part.current is not None and part.current.months == 24, timeout=WAIT)
    part.remove()
    settle(qtbot, context)
    qtbot.waitUntil(lambda: part.period.count() == 12, timeout=WAIT)


def test_a_manager_sees_the_branch_and_the_own_part(
    qtbot: QtBot, context: Context, people: dict[str, Actor]
) -> None:
    with context.store.write() as session:
        goal = goals.add_goal(session, periods.year(YEAR))
        target = goals.set_target(session, goal.uid, {"measure": "contacts", "target": 100})
        parts = {people["林晓雯"].staff_uid: 40, people["陈立"].staff_uid: 50}
        goals.set_shares(session, target.uid, parts, seen={}, version=1)
    context.store.actor = people["林晓雯"]
    part = made(qtbot, context)
    qtbot.waitUntil(lambda: bool(part.shares.rows), timeout=WAIT)
    assert [(row.share.name, row.share.amount) for row in part.shares.rows] == [("林晓雯", 40), ("", 50)]
    assert not any(row.part.isEnabled() for row in part.shares.rows)
    assert part.shares.save_button.isHidden()
    settle(qtbot, context)
