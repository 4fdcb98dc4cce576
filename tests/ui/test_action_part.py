"""Action plans in the pane: the tree by keys and dragging, contacts made, agreed, evaluated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import customers, plans
from rmdesk.services.actor import Actor
from rmdesk.services.figures import add_figure
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.edit_plan import EditPlan
from rmdesk.ui.dialogs.evaluate_plan import EvaluatePlan
from rmdesk.ui.dialogs.hand_over_plan import HandOverPlan
from rmdesk.ui.dialogs.make_contacts import MakeContacts
from rmdesk.ui.dialogs.preview_report import PreviewReport
from rmdesk.ui.panes.plans import plan_tree
from rmdesk.ui.panes.plans.action_part import ActionPart
from rmdesk.ui.panes.plans.pane import PlansPane
from tests.support.frames import printed, settle
from tests.support.vaults import add_person

WAIT = 30_000  # ms: a limit, not a measure
TODAY = date.today()
FIRST, LAST = TODAY - timedelta(days=7), TODAY + timedelta(days=21)


@pytest.fixture
def people(context: Context) -> dict[str, Actor]:
    """A manager with three customers acts; the administrator heads the branch and agrees."""
    head = context.actor
    manager = Actor.of(
        add_person(context.vault, "林晓雯", "一次性密码 Abc-2468", [Role.RELATIONSHIP_MANAGER])
    )
    context.store.actor = manager
    with context.store.write() as session:
        for name in ("陈静怡", "王芳", "李伟"):
            one = customers.add_customer(session, {"name": name})
            add_figure(session, one.uid, 300_0000_00, TODAY)
    return {"manager": manager, "head": head}


@pytest.fixture
def part(qtbot: QtBot, context: Context, people: dict[str, Actor]) -> Iterator[ActionPart]:
    yield made(qtbot, context)
    settle(qtbot, context)


def made(qtbot: QtBot, context: Context) -> ActionPart:
    pane = PlansPane(context)
    qtbot.addWidget(pane)
    pane.resize(1294, 700)
    pane.show()
    found = pane.show_part("plans")
    assert isinstance(found, ActionPart)
    settle(qtbot, context)
    return found


def begun(qtbot: QtBot, context: Context, part: ActionPart, *names: str) -> str:
    """A plan with these sub-plans, each contacting everybody once; shown, the tree focused."""
    with context.store.write() as session:
        given = {"name": "旺季维护", "first_on": FIRST, "last_on": LAST}
        plan = plans.add_plan(session, given)
        for name in names:
            plans.add_node(session, plan.uid, {"name": name, "times": 1})
        uid = plan.uid
    part.go_to(uid)
    shown(qtbot, part, *names)
    part.tree.setFocus()
    return uid


def shown(qtbot: QtBot, part: ActionPart, *names: str) -> None:
    def are_there() -> None:
        assert [one.name for one in part.tree.nodes] == list(names)

    qtbot.waitUntil(lambda: part.sheet is not None, timeout=WAIT)
    qtbot.waitUntil(are_there, timeout=WAIT)


def outline(part: ActionPart) -> list[tuple[str, int]]:
    return [(one.name, one.depth) for one in part.tree.nodes]


def until(qtbot: QtBot, part: ActionPart, *expected: tuple[str, int]) -> None:
    def is_so() -> None:
        assert outline(part) == list(expected)

    qtbot.waitUntil(is_so, timeout=WAIT)


def press(part: ActionPart, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        held |= one
    QTest.keyClick(part.tree, key, held)


def type_into(part: ActionPart, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Into the cell that is open."""
    field = next(one for one in part.tree.viewport().findChildren(QLineEdit) if one.isVisible())
    field.setText(text)
    QTest.keyClick(field, key)


def test_a_plan_is_begun_and_what_is_wrong_stands_beside_its_field(
    qtbot: QtBot, context: Context, part: ActionPart
) -> None:
    dialog = part.add()
    assert isinstance(dialog, EditPlan)
    dialog.submit()
    assert dialog.rows["name"].error
    dialog.name.setText("旺季维护")
    dialog.first.setText(LAST.isoformat())
    dialog.last.setText(FIRST.isoformat())
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.rows["last_on"].error), timeout=WAIT)
    dialog.first.setText(FIRST.isoformat())
    dialog.last.setText(LAST.isoformat())
    dialog.minutes.setText("多")
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.rows["minutes_a_day"].error), timeout=WAIT)
    dialog.minutes.setText("240")
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        dialog.submit()
    qtbot.waitUntil(lambda: part.sheet is not None, timeout=WAIT)
    assert part.sheet is not None
    assert (part.sheet.row.name, part.sheet.minutes_a_day) == ("旺季维护", 240)
    assert part.empty.isVisible()


def test_sub_plans_are_added_and_moved_by_keys(qtbot: QtBot, context: Context, part: ActionPart) -> None:
    begun(qtbot, context, part, "存量", "新客")
    part.add_sibling()
    qtbot.waitUntil(lambda: part.tree.is_editing, timeout=WAIT)
    type_into(part, "流失挽回")
    until(qtbot, part, ("存量", 0), ("流失挽回", 0), ("新客", 0))
    alt = Qt.KeyboardModifier.AltModifier
    press(part, Qt.Key.Key_Right, alt)
    until(qtbot, part, ("存量", 0), ("流失挽回", 1), ("新客", 0))
    assert part.tree.current is not None
    assert part.tree.current.name == "流失挽回"
    press(part, Qt.Key.Key_Left, alt)
    until(qtbot, part, ("存量", 0), ("流失挽回", 0), ("新客", 0))
    press(part, Qt.Key.Key_Down, alt)
    until(qtbot, part, ("存量", 0), ("新客", 0), ("流失挽回", 0))
    press(part, Qt.Key.Key_Up, alt)
    until(qtbot, part, ("存量", 0), ("流失挽回", 0), ("新客", 0))
    part.remove_node()
    until(qtbot, part, ("存量", 0), ("新客", 0))


def test_cells_are_edited_in_place(qtbot: QtBot, context: Context, part: ActionPart) -> None:
    begun(qtbot, context, part, "存量")
    part.tree.edit_cell(plan_tree.CHANNELS)
    type_into(part, "飞鸽")
    assert part.tree.is_editing  # what cannot be read keeps its cell open
    assert part.over.trouble.isVisible()
    type_into(part, "call 60, visit 40", Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: part.tree.nodes[0].channels == {"call": 60, "visit": 40}, timeout=WAIT)
    part.tree.edit_cell(plan_tree.TIMES)
    type_into(part, "2/month")
    qtbot.waitUntil(lambda: part.tree.nodes[0].times == 2, timeout=WAIT)
    assert part.tree.nodes[0].per == "month"
    part.tree.edit_cell(plan_tree.COST)
    type_into(part, "1200")
    qtbot.waitUntil(lambda: part.tree.nodes[0].cost_fen == 1200_00, timeout=WAIT)
    part.tree.edit_cell(plan_tree.TIMES)
    type_into(part, "20")
    qtbot.waitUntil(lambda: part.over.trouble.isVisible(), timeout=WAIT)  # more than its days have room for
    assert part.tree.nodes[0].times == 2
    purpose = part.side.form.fields["purpose"]
    purpose.setText("年终配置")
    purpose.editingFinished.emit()
    qtbot.waitUntil(lambda: part.tree.nodes[0].purpose == "年终配置", timeout=WAIT)


def drop(part: ActionPart, target: str, fraction: float) -> None:
    """Let the current one go over another: at its upper edge, in its middle, at its lower edge."""
    uid = next(one.uid for one in part.tree.nodes if one.name == target)
    rect = part.tree.visualRect(part.tree._items[uid].index())
    point = QPointF(rect.center().x(), rect.top() + 1 + fraction * (rect.height() - 3))
    data = part.tree.model().mimeData([part.tree.currentIndex()]) or QMimeData()
    arguments = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    part.tree.dropEvent(QDropEvent(point, *arguments))


def test_a_sub_plan_is_dragged_onto_and_between_others(
    qtbot: QtBot, context: Context, part: ActionPart
) -> None:
    begun(qtbot, context, part, "一", "二", "三")
    part.tree.go_to(part.tree.nodes[2].uid)
    drop(part, "一", 0.0)
    until(qtbot, part, ("三", 0), ("一", 0), ("二", 0))
    drop(part, "二", 0.5)
    until(qtbot, part, ("一", 0), ("二", 0), ("三", 1))
    part.tree.go_to(part.tree.nodes[1].uid)
    drop(part, "三", 0.5)  # into itself: said, and nothing is changed
    qtbot.waitUntil(lambda: part.over.trouble.isVisible(), timeout=WAIT)
    assert outline(part) == [("一", 0), ("二", 0), ("三", 1)]


def test_contacts_are_shown_before_they_are_made_and_agreed_by_somebody_else(
    qtbot: QtBot, context: Context, part: ActionPart, people: dict[str, Actor]
) -> None:
    begun(qtbot, context, part, "存量")
    dialog = part.generate()
    assert isinstance(dialog, MakeContacts)
    qtbot.waitUntil(lambda: dialog.proposal is not None, timeout=WAIT)
    assert dialog.proposal is not None
    assert len(dialog.proposal.placed) == 3
    assert dialog.guessed.isVisible() == bool(dialog.proposal.guessed)
    with qtbot.waitSignal(dialog.made, timeout=WAIT):
        dialog.submit()
    qtbot.waitUntil(lambda: part.side.items.model.rowCount() == 3, timeout=WAIT)
    # A plan of next year, made in December: the day is read whole, its year too.
    listed = part.side.items.table
    day = next(place for place, one in enumerate(part.side.items.model.columns) if one.id == "day")
    assert listed.columnWidth(day) > listed.fontMetrics().horizontalAdvance("2027年12月31日")
    assert part.over.buttons["submit"].isVisible()
    assert not part.over.buttons["agree"].isVisible()
    part.submit()
    qtbot.waitUntil(lambda: part.over.buttons["take_back"].isVisible(), timeout=WAIT)
    assert not part.over.buttons["generate"].isVisible()
    settle(qtbot, context)
    context.store.actor = people["head"]
    judged = made(qtbot, context)
    qtbot.waitUntil(lambda: judged.over.buttons["agree"].isVisible(), timeout=WAIT)
    returning = judged.return_plan()
    assert returning is not None
    returning.submit()
    assert returning.isVisible()  # not without a reason
    returning.reject()
    judged.agree()
    qtbot.waitUntil(lambda: judged.sheet is not None and judged.sheet.row.standing == "running", timeout=WAIT)
    settle(qtbot, context)
    context.store.actor = people["manager"]
    part.reload()
    settle(qtbot, context)
    part.show_view("versions")
    assert part.side.versions.which.count() == 1
    part.revise()
    qtbot.waitUntil(lambda: part.sheet is not None and part.sheet.may_edit, timeout=WAIT)
    part.edit_node(part.tree.nodes[0].uid, {"name": "存量客户"})
    qtbot.waitUntil(lambda: "存量客户" in part.side.versions.changed.text(), timeout=WAIT)


def test_the_evaluation_closes_a_plan_and_the_next_begins_with_it(
    qtbot: QtBot, context: Context, part: ActionPart, people: dict[str, Actor]
) -> None:
    uid = begun(qtbot, context, part, "存量")
    with context.store.write() as session:
        plans.generate_items(session, uid, version=1, today=FIRST)
    with context.store.write() as session:
        plans.submit_plan(session, uid, version=1)
    context.store.actor = people["head"]
    with context.store.write() as session:
        plans.agree_plan(session, uid, version=2)
    context.store.actor = people["manager"]
    part.reload()
    settle(qtbot, context)
    part.show_view("progress")
    assert part.side.progress.figures["items"].text() == "3"
    assert part.side.progress.chart.chart is not None
    assert printed(qtbot, part.print()).has("Progress of an action plan")
    dialog = part.evaluate()
    assert isinstance(dialog, EvaluatePlan)
    dialog.submit()
    assert dialog.isVisible()  # what was reached is asked for
    dialog.fields["reached"].setPlainText("完成一半")
    dialog.fields["next_steps"].setPlainText("提前约访")
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        dialog.submit()
    qtbot.waitUntil(lambda: part.sheet is not None and part.sheet.row.state == "closed", timeout=WAIT)
    part.show_view("evaluation")
    assert printed(qtbot, part.print()).has("提前约访")
    part.show_view("node")
    part.print_button.click()
    preview = part.window().findChild(PreviewReport)
    assert printed(qtbot, preview).has("Contacts")
    copying = part.copy()
    assert isinstance(copying, EditPlan)
    copying.name.setText("下一期")
    with qtbot.waitSignal(copying.saved, timeout=WAIT):
        copying.submit()
    qtbot.waitUntil(lambda: part.sheet is not None and part.sheet.row.name == "下一期", timeout=WAIT)
    assert "提前约访" in part.over.note.text
    shown(qtbot, part, "存量")


def test_another_s_plan_is_handed_over_and_one_s_own_is_not(
    qtbot: QtBot, context: Context, part: ActionPart, people: dict[str, Actor]
) -> None:
    begun(qtbot, context, part, "存量")
    assert not part.over.buttons["hand_over"].isVisible()
    settle(qtbot, context)
    with_name = "陈立"
    context.store.actor = people["head"]
    add_person(context.vault, with_name, "一次性密码 Abc-2468", [Role.RELATIONSHIP_MANAGER])
    judged = made(qtbot, context)
    qtbot.waitUntil(lambda: judged.over.buttons["hand_over"].isVisible(), timeout=WAIT)
    dialog = judged.hand_over()
    assert isinstance(dialog, HandOverPlan)
    assert [dialog.to.itemText(one) for one in range(dialog.to.count())] == [with_name]
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        dialog.submit()
    qtbot.waitUntil(lambda: judged.sheet is not None and judged.sheet.row.owner == with_name, timeout=WAIT)


def test_a_field_that_was_not_left_comes_again_beside_its_sub_plan(
    qtbot: QtBot, context: Context, part: ActionPart
) -> None:
    uid = begun(qtbot, context, part, "老客户")
    field = part.side.form.fields["expected"]
    field.setFocus()
    QTest.keyClicks(field, "half")
    kept = part.typed()
    again = made(qtbot, context)
    again.retype(kept)
    assert again.typed() == kept  # until it is shown
    again.go_to(uid)
    shown(qtbot, again, "老客户")
    back = again.side.form
    qtbot.waitUntil(lambda: back.fields["expected"].text() == "half", timeout=WAIT)
    assert back.rows["expected"].error
    assert again.typed() == kept
    back.fields["expected"].editingFinished.emit()
    qtbot.waitUntil(lambda: again.typed() == {}, timeout=WAIT)
    with context.store.read() as session:
        [node] = plans.load_plan(session, uid).nodes
        assert node.expected == "half"
