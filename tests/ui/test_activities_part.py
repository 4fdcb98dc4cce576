"""Activities in the window: begun, invited, checked in at the door, held and evaluated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from rmdesk.models import GuestAnswer, Role
from rmdesk.services import activities, customers
from rmdesk.services.actor import Actor
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.edit_activity import EditActivity
from rmdesk.ui.dialogs.edit_activity_line import EditCost, EditNeed, EditQuestion
from rmdesk.ui.dialogs.evaluate_activity import EvaluateActivity
from rmdesk.ui.dialogs.hold_activity import HoldActivity
from rmdesk.ui.dialogs.invite_guests import InviteGuests
from rmdesk.ui.dialogs.send_invitations import SendInvitations
from rmdesk.ui.dialogs.walk_in import WalkIn
from rmdesk.ui.panes.activities import page
from rmdesk.ui.panes.activities.activities_part import ActivitiesPart
from rmdesk.ui.panes.plans.pane import PlansPane
from tests.support.frames import settle
from tests.support.vaults import add_person

WAIT = 30_000  # ms: a limit, not a measure
TODAY = date.today()
COMING = TODAY + timedelta(days=14)


@pytest.fixture
def people(context: Context) -> dict[str, Any]:
    """A manager with four customers acts; the administrator heads the branch and agrees."""
    head = context.actor
    manager = Actor.of(
        add_person(context.vault, "林晓雯", "一次性密码 Abc-2468", [Role.RELATIONSHIP_MANAGER])
    )
    context.store.actor = manager
    with context.store.write() as session:
        made = [
            customers.add_customer(session, {"name": name}).id for name in ("陈静怡", "王芳", "李伟", "周涛")
        ]
    return {"manager": manager, "head": head, "ids": made}


@pytest.fixture
def part(qtbot: QtBot, context: Context, people: dict[str, Any]) -> Iterator[ActivitiesPart]:
    pane = PlansPane(context)
    qtbot.addWidget(pane)
    pane.resize(1294, 700)
    pane.show()
    found = pane.show_part("activities")
    assert isinstance(found, ActivitiesPart)
    settle(qtbot, context)
    yield found
    settle(qtbot, context)


def until(qtbot: QtBot, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()), timeout=WAIT)


def begun(qtbot: QtBot, context: Context, part: ActivitiesPart, **given: Any) -> str:
    with context.store.write() as session:
        fields = {"name": "养老沙龙", "kind": "salon", "first_on": COMING, "start_minute": "14:00"}
        uid = activities.add_activity(session, fields | given).uid
    shown(qtbot, part, uid)
    return uid


def shown(qtbot: QtBot, part: ActivitiesPart, uid: str) -> None:
    part.go_to(uid)
    until(qtbot, lambda: part.sheet is not None and part.sheet.row.uid == uid)


def opened(qtbot: QtBot, context: Context, part: ActivitiesPart, people: dict[str, Any], uid: str) -> None:
    """Agreed to by the head, and open."""
    with context.store.write() as session:
        activities.submit_activity(session, uid, version=version(context, uid))
    context.store.actor = people["head"]
    with context.store.write() as session:
        activities.agree_activity(session, uid, version=version(context, uid))
    context.store.actor = people["manager"]
    with context.store.write() as session:
        activities.open_activity(session, uid, version=version(context, uid))
    part.reload()
    until(qtbot, lambda: part.sheet is not None and part.sheet.row.state == "open")


def version(context: Context, uid: str) -> int:
    with context.store.read() as session:
        return activities.load_activity(session, uid).row.version


def names(view: Any) -> list[str]:
    model = view.model
    return [model.row_at(row).name for row in range(model.rowCount()) if model.row_at(row) is not None]


def on_today(context: Context, uid: str) -> None:
    with context.store.write() as session:
        days = {"first_on": TODAY, "last_on": TODAY}
        activities.edit_activity(session, uid, days, version=version(context, uid))


def accepted(qtbot: QtBot, dialog: QDialog, submit: Callable[[], None]) -> None:
    with qtbot.waitSignal(dialog.finished, timeout=WAIT):
        submit()


def test_an_activity_is_begun_in_the_form_and_bad_input_stays(
    qtbot: QtBot, context: Context, part: ActivitiesPart
) -> None:
    dialog = part.deeds.add()
    assert isinstance(dialog, EditActivity)
    dialog.fields["name"].setText("养老沙龙")
    dialog.fields["first_on"].setText(COMING.isoformat())
    dialog.fields["start_minute"].setText("下午四点")
    dialog.fields["end_minute"].setText("14:00")
    dialog.submit()
    until(qtbot, lambda: dialog.rows["end_minute"].error)
    assert dialog.fields["name"].text() == "养老沙龙"
    dialog.fields["end_minute"].setText("18:00")
    accepted(qtbot, dialog, dialog.submit)
    until(qtbot, lambda: part.sheet is not None)
    assert part.sheet is not None
    assert (part.sheet.row.start_minute, part.sheet.row.state) == (16 * 60, "draft")
    assert not part.page.buttons["submit"].isHidden()
    assert part.page.buttons["open"].isHidden(), "somebody else agrees to it first"


def test_lines_are_added_ticked_and_taken_out_by_keys(
    qtbot: QtBot, context: Context, part: ActivitiesPart
) -> None:
    begun(qtbot, context, part)
    part.show_view(page.SHEET)
    need = part.deeds.edit_line("need", None)
    assert isinstance(need, EditNeed)
    need.what.setText("投影仪")
    accepted(qtbot, need, need.submit)
    table = part.page.lines.needs.table
    until(qtbot, lambda: part.page.lines.needs.model.rowCount() == 1)
    cost = part.deeds.edit_line("cost", None)
    assert isinstance(cost, EditCost)
    cost.what.setText("茶歇")
    cost.estimate.setText("不贵")
    cost.submit()
    assert cost.rows["estimate_fen"].error
    cost.estimate.setText("1200")
    accepted(qtbot, cost, cost.submit)
    table.setFocus()
    table.go_to(part.page.lines.needs.lines[0].uid)
    QTest.keyClick(table, Qt.Key.Key_Space)
    until(qtbot, lambda: part.sheet is not None and part.sheet.needs and part.sheet.needs[0].done_on == TODAY)
    until(qtbot, lambda: part.page.lines.needs.lines[0].done_on == TODAY)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    until(qtbot, lambda: part.sheet is not None and not part.sheet.needs)


def test_customers_are_invited_and_answer_by_digits(
    qtbot: QtBot, context: Context, part: ActivitiesPart, people: dict[str, Any]
) -> None:
    uid = begun(qtbot, context, part, capacity=2)
    opened(qtbot, context, part, people, uid)
    dialog = part.deeds.invite()
    assert isinstance(dialog, InviteGuests)
    dialog._picked = dict.fromkeys(people["ids"], "")
    dialog.count()
    until(qtbot, lambda: dialog.found is not None)
    assert len(dialog.found.placed) == 4  # type: ignore[union-attr]
    accepted(qtbot, dialog, dialog.submit)
    guests = part.page.guests
    until(qtbot, lambda: len(names(guests)) == 4)
    # What lies in another year is read whole in both lists.
    for listed, model, id in (
        (part.list.table, part.list.model, "first"),
        (guests.table, guests.model, "invite_on"),
    ):
        day = next(place for place, one in enumerate(model.columns) if one.id == id)
        assert listed.columnWidth(day) > listed.fontMetrics().horizontalAdvance("2027年12月31日")
    guests.table.go_to(guests.model.id_at(0))
    guests.companions.setText("1")
    QTest.keyClick(guests.table, Qt.Key.Key_1)
    until(qtbot, lambda: part.sheet is not None and part.sheet.row.turnout.expected == 2)
    send = part.deeds.send([guests.model.id_at(row) for row in range(4)])
    assert isinstance(send, SendInvitations)
    send.channel.choose("sms")
    with qtbot.waitSignal(send.saved, timeout=WAIT):
        send.submit()
    until(qtbot, lambda: part.sheet is not None and part.sheet.row.turnout.asked == 4)
    until(qtbot, lambda: part.window().findChildren(QDialog))
    for box in part.window().findChildren(QDialog):
        box.close()
    guests.table.go_to(guests.model.id_at(1))
    guests.answer(GuestAnswer.NO)
    until(qtbot, lambda: part.sheet is not None and part.sheet.row.turnout.no == 1)


def test_at_the_door_enter_checks_in_and_nobody_twice(
    qtbot: QtBot, context: Context, part: ActivitiesPart, people: dict[str, Any]
) -> None:
    uid = begun(qtbot, context, part)
    opened(qtbot, context, part, people, uid)
    with context.store.write() as session:
        activities.invite(session, uid, people["ids"][:3])
    on_today(context, uid)
    part.reload()
    part.show_view(page.DOOR)
    door = part.page.door
    until(qtbot, lambda: len(names(door)) == 3 and door.may_check_in)
    door.search.setText("wf")
    QTest.keyClick(door.search, Qt.Key.Key_Return)
    until(qtbot, lambda: part.sheet is not None and part.sheet.row.turnout.came == 1)
    until(qtbot, lambda: door.search.text() == "")
    door.search.setText("王芳")
    QTest.keyClick(door.search, Qt.Key.Key_Return)
    assert "already" in door.said.text
    door.search.setText("nobody")
    QTest.keyClick(door.search, Qt.Key.Key_Return)
    assert "nobody" in door.said.text
    dialog = part.deeds.bring_guest("王大妈")
    assert isinstance(dialog, WalkIn)
    with context.store.read() as session:
        host = customers_uid(session, people["ids"][3])
    dialog.customer.choose(host, "周涛")
    with qtbot.waitSignal(dialog.finished, timeout=WAIT):
        dialog.submit()
    until(qtbot, lambda: part.sheet is not None and part.sheet.row.turnout.guests == 1)


def customers_uid(session: Any, id_: int) -> str:
    from rmdesk.services import archive

    return archive.load_customers(session, [id_])[0].uid


def test_it_is_held_thanked_for_and_evaluated(
    qtbot: QtBot, context: Context, part: ActivitiesPart, people: dict[str, Any]
) -> None:
    uid = begun(qtbot, context, part)
    opened(qtbot, context, part, people, uid)
    with context.store.write() as session:
        activities.invite(session, uid, people["ids"])
    on_today(context, uid)
    with context.store.write() as session:
        for id_ in activities.find_guests(session, activity=uid)[:2]:
            [row] = activities.load_guests(session, [id_])
            activities.check_in(session, row.uid)
    part.reload()
    until(qtbot, lambda: part.sheet is not None and part.sheet.row.turnout.came == 2)
    question = part.deeds.edit_line("question", None)
    assert isinstance(question, EditQuestion)
    question.question.setPlainText("养老金怎么领？")
    question.day.setText((TODAY + timedelta(days=3)).isoformat())
    question.submit()
    until(qtbot, lambda: not question.trouble.isHidden())
    question.day.setText("")
    accepted(qtbot, question, question.submit)
    until(qtbot, lambda: not part.page.buttons["hold"].isHidden())
    held = part.deeds.do("hold")
    assert isinstance(held, HoldActivity)
    accepted(qtbot, held, held.submit)
    until(qtbot, lambda: part.sheet is not None and part.sheet.row.state == "held")
    assert part.sheet is not None
    assert part.sheet.row.turnout.to_thank == 2
    dialog = part.deeds.do("evaluate")
    assert isinstance(dialog, EvaluateActivity)
    dialog.submit()
    assert dialog.rows["reached"].error
    dialog.fields["reached"].setPlainText("到场两户")
    accepted(qtbot, dialog, dialog.submit)
    until(qtbot, lambda: part.sheet is not None and part.sheet.row.state == "evaluated")
    part.show_view(page.AFTER)
    assert part.page.buttons["cancel"].isHidden()
    assert part.page.buttons["edit"].isHidden()
