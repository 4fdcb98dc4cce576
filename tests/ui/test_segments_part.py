"""Segments in the pane of plans: built by keyboard, counted as one edits, kept, and used in the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rmdesk import segment_labels
from rmdesk.models import Role
from rmdesk.services import activities, customers, segments, tag_upkeep, tags
from rmdesk.services.figures import add_figure
from rmdesk.services.segments import FIELDS, Op, Shape
from rmdesk.ui.ask import Question
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.pane import CustomersPane
from rmdesk.ui.panes.plans.pane import PlansPane
from rmdesk.ui.panes.plans.segments_part import SegmentsPart
from rmdesk.ui.segments import value_editors
from rmdesk.ui.segments.draft import Draft
from rmdesk.ui.window import MainWindow
from tests.conftest import ExpectedLogs
from tests.support.frames import settle

WAIT = 30_000  # ms: a limit, not a measure
ALT = Qt.KeyboardModifier.AltModifier
PEOPLE = (("陈静怡", 300, "intensive"), ("王志强", 60, "passive"), ("王辉", 1, "passive"))


@pytest.fixture
def people(context: Context) -> dict[str, str]:
    """Uids of three customers with assets in 万; the first bears a tag."""
    found = {}
    with context.store.write() as session:
        for name, amount, strategy in PEOPLE:
            one = customers.add_customer(session, {"name": name, "strategy": strategy})
            add_figure(session, one.uid, amount * 10_000_00, date.today())
            found[name] = one.uid
        tags.add_tag(session, found["陈静怡"], "企业主")
    return found


@pytest.fixture
def pane(qtbot: QtBot, context: Context, people: dict[str, str]) -> Iterator[PlansPane]:
    yield made(qtbot, context)
    settle(qtbot, context)


def made(qtbot: QtBot, context: Context, kept: dict[str, Any] | None = None) -> PlansPane:
    found = PlansPane(context)
    found.retype(kept or {})
    qtbot.addWidget(found)
    found.resize(1294, 700)
    found.show()
    found.show_part("segments")
    settle(qtbot, context)
    return found


def part_of(pane: PlansPane) -> SegmentsPart:
    part = pane.part("segments")
    assert isinstance(part, SegmentsPart)
    return part


def opened(qtbot: QtBot, pane: PlansPane, uid: str) -> SegmentsPart:
    """The part with a segment shown that was saved elsewhere."""
    part = part_of(pane)
    part.go_to(uid)
    qtbot.waitUntil(lambda: part.form.kept is not None and part.form.kept.uid == uid, timeout=WAIT)
    return part


def save(context: Context, name: str, *parts: dict[str, Any]) -> str:
    with context.store.write() as session:
        expression = segments.read(session, {"version": 1, "all": list(parts)})
        return segments.save_segment(session, name, expression).uid


def kept(context: Context) -> dict[str, str]:
    """Every segment by name, in words."""
    with context.store.read() as session:
        return {
            one.name: segment_labels.sentence(one.expression) if one.expression else "?"
            for one in segments.list_segments(session)
        }


def counted(qtbot: QtBot, part: SegmentsPart, count: str) -> None:
    qtbot.waitUntil(lambda: part.inspector.count.text() == count, timeout=WAIT)


def chosen(part: SegmentsPart, field: str) -> None:
    """A condition on a field, by the keyboard in the menu of fields."""
    menu = part.form.builder.add_condition()
    title = next(one for one in menu.actions() if one.text() == field)
    menu.setActiveAction(title)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_a_segment_is_built_by_keyboard_counted_as_one_edits_and_listed_in_the_archive(
    qtbot: QtBot, context: Context, pane: PlansPane, expected_logs: ExpectedLogs
) -> None:
    expected_logs("grabbing the keyboard")
    part = part_of(pane)
    assert not part.form.save_button.isEnabled()
    part.add()
    QTest.keyClicks(part.form.name, "Worth a visit")
    part.save()
    assert part.form.trouble.isVisible()
    assert not kept(context)
    tree = part.form.builder.tree
    chosen(part, "Assets")
    editor = part.form.builder.editor
    assert part.inspector.count.text() == "–"
    assert editor.value is not None
    field = editor.value.focusProxy()
    assert field is not None
    QTest.keyClicks(field, "5x")
    assert part.form.builder.expression is None
    assert part.form.builder.tree.trouble_of(tree.current)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "00000")
    counted(qtbot, part, "2")
    QTest.keyClick(field, Qt.Key.Key_Return)  # back in the tree
    chosen(part, "Tag")
    value = editor.value
    assert value is not None
    assert value.read() is None
    counted(qtbot, part, "–")
    proxy = value.focusProxy()
    assert proxy is not None
    QTest.keyClick(proxy, Qt.Key.Key_Space)
    counted(qtbot, part, "1")
    part.save()
    settle(qtbot, context)
    assert kept(context) == {"Worth a visit": "Assets at least CNY 500,000, Tag: 企业主"}
    assert part.form.kept is not None
    assert part.list.current == part.form.kept.uid
    assert not part.form.is_changed
    assert part.inspector.members.query.rowCount() == 1
    with qtbot.waitSignal(pane.segment_wanted, timeout=WAIT) as wanted:
        part.list_customers()
    archive = CustomersPane(context)
    qtbot.addWidget(archive)
    archive.show()
    archive.show_segment(wanted.args[0])
    qtbot.waitUntil(lambda: archive.list.model.rowCount() == 1, timeout=WAIT)
    assert archive.list.filters.chips["segment"].text() == "Segment: Worth a visit"


def test_what_is_not_saved_stays_while_others_are_shown_and_over_a_lock(
    qtbot: QtBot, context: Context, pane: PlansPane
) -> None:
    first = save(context, "A", {"field": "aum", "op": "at_least", "value": "50万"})
    second = save(context, "B", {"field": "strategy", "op": "one_of", "value": ["passive"]})
    part = opened(qtbot, pane, first)
    part.form.builder.tree.add_condition("tag")
    part.go_to(second)
    assert part.form.name.text() == "B"
    assert not part.form.is_changed
    part.go_to(first)
    assert part.form.is_changed
    assert len(part.form.builder.draft.root.parts) == 2
    part.add()
    QTest.keyClicks(part.form.name, "half")
    typed = pane.typed()
    again = part_of(made(qtbot, context, typed))
    assert again.form.name.text() == "half"
    again.go_to(first)
    assert len(again.form.builder.draft.root.parts) == 2
    again.discard()
    assert not again.form.is_changed
    assert len(again.form.builder.draft.root.parts) == 1
    part.discard()


def test_two_who_change_one_are_told_and_saving_again_puts_ones_own_in_force(
    qtbot: QtBot, context: Context, pane: PlansPane
) -> None:
    uid = save(context, "A", {"field": "aum", "op": "at_least", "value": "50万"})
    part = opened(qtbot, pane, uid)
    QTest.keyClicks(part.form.name, "B")
    with context.store.write() as session:
        segments.change_segment(session, uid, version=1, name="theirs")
    settle(qtbot, context)
    part.save()
    qtbot.waitUntil(part.form.trouble.isVisible, timeout=WAIT)
    assert part.form.name.text() == "AB"
    part.save()
    settle(qtbot, context)
    assert list(kept(context)) == ["AB"]
    part.inspector.show_view("history")
    history = part.inspector.history
    qtbot.waitUntil(lambda: history.query.rowCount() == 3, timeout=WAIT)
    assert [history.query.row_at(one).name for one in range(3)] == ["AB", "theirs", "A"]


def test_a_deleted_tag_is_told_where_it_stands_and_the_rest_is_kept(
    qtbot: QtBot, context: Context, pane: PlansPane
) -> None:
    tag = {"field": "tag", "op": "one_of", "value": ["企业主"]}
    uid = save(context, "A", {"field": "aum", "op": "at_least", "value": "50万"}, tag)
    with context.store.write() as session:
        row = next(one for one in tags.list_tags(session) if one.name == "企业主")
        tag_upkeep.delete_tag(session, row.uid, version=row.version)
    part = opened(qtbot, pane, uid)
    builder = part.form.builder
    builder.tree.go_to((1,))
    qtbot.waitUntil(lambda: "企业主" in builder.tree.trouble_of(builder.tree.current), timeout=WAIT)
    qtbot.waitUntil(lambda: part.list.model.shown(0, 1)[0] == "faulty", timeout=WAIT)
    builder.tree.remove_current()
    counted(qtbot, part, "2")
    part.save()
    settle(qtbot, context)
    assert kept(context) == {"A": "Assets at least CNY 500,000"}


def test_members_are_fixed_as_they_are_saved(qtbot: QtBot, context: Context, pane: PlansPane) -> None:
    uid = save(context, "A", {"field": "strategy", "op": "one_of", "value": ["passive"]})
    part = opened(qtbot, pane, uid)
    QTest.keyClicks(part.form.name, "x")
    part.fix()
    for question in part.findChildren(Question):
        question.reject()
    part.discard()
    part.fix()
    settle(qtbot, context)
    fixed = part.inspector.fixed
    qtbot.waitUntil(lambda: fixed.query.rowCount() == 1, timeout=WAIT)
    with context.store.read() as session:
        snapshot = segments.list_fixed(session, uid)[0]
    assert (fixed.query.id_at(0), snapshot.count) == (snapshot.uid, 2)
    part.remove()
    settle(qtbot, context)
    qtbot.waitUntil(lambda: part.form.kept is None, timeout=WAIT)


def test_every_value_is_edited_as_it_is_kept(qtbot: QtBot, context: Context, people: dict[str, str]) -> None:
    context.store.actor = replace(context.actor, roles=frozenset(Role))
    with context.store.write() as session:
        activities.add_activity(session, {"name": "养老沙龙", "kind": "salon", "first_on": date.today()})
    with context.store.read() as session:
        names = segments.Names(session).load_all()
    values: dict[Shape, Any] = {
        Shape.AMOUNT: "500000",
        Shape.AMOUNTS: ["1000", None],
        Shape.NUMBER: 3,
        Shape.NUMBERS: [None, 7],
        Shape.DATES: ["2026-09-01", None],
        Shape.DAYS: 30,
        Shape.TEXT: "海天",
        Shape.YES_NO: False,
        Shape.NOTHING: None,
        Shape.DAYS_AHEAD: {"days": 20, "kinds": ["wedding"]},
        Shape.CONTACTS: {"count": 2, "days": 90, "channels": ["call"], "levels": ["leader"]},
        Shape.HOLDING: {"kinds": ["fund"], "bank": "招商", "amount": [None, "20000"], "matures_within": 9},
    }
    for field in FIELDS.values():
        for shape in set(field.ops.values()):
            named = names.listed(field) if shape in (Shape.NAME, Shape.NAMES) else []
            if shape in (Shape.NAME, Shape.NAMES):
                one = {"uid": named[0].uid, "name": named[0].name}
                value: Any = one if shape is Shape.NAME else [one]
            elif shape in (Shape.CODE, Shape.CODES):
                hint = segment_labels.value_hint(field, Shape.CODES)
                code = next(iter(hint), (None, ""))[0]
                value = code if shape is Shape.CODE or code is None else [code]
            else:
                value = values[shape]
            editor = value_editors.make(context, field, shape, value, named)
            qtbot.addWidget(editor)
            assert editor.read() == value, (field.name, shape)


def test_parts_are_moved_grouped_lifted_and_every_step_taken_back() -> None:
    draft = Draft()
    first = draft.add_condition(draft.root, "aum")
    second = draft.add_condition(first, "tag")
    group = draft.wrap(second)
    assert group is not None
    assert draft.place_of(second) == (1, 0)
    third = draft.add_condition(second, "tier")
    assert draft.move(third, -1)
    assert draft.place_of(third) == (1, 0)
    assert draft.move(third, -1)
    assert draft.place_of(third) == (1,)
    assert draft.move(first, 1)
    assert draft.move(first, 1)
    assert draft.place_of(first) == (1, 0)
    assert draft.lift(first)
    assert draft.place_of(first) == (2,)
    assert not draft.lift(first)
    assert draft.wrap(draft.root) is None
    assert not draft.move(draft.root, 1)
    draft.set_op(third, Op.ONE_OF)
    draft.set_how(group, "none")
    assert draft.remove(group) is first
    assert draft.document()["all"] == [third.stored(), first.stored()]
    steps = 0
    while draft.undo():
        steps += 1
    assert (steps, draft.document()) == (12, {"version": 1, "all": []})


def test_groups_fifty_deep_are_shown_and_refused_with_a_sentence(
    qtbot: QtBot, context: Context, pane: PlansPane
) -> None:
    part = part_of(pane)
    part.add()
    QTest.keyClicks(part.form.name, "deep")
    tree = part.form.builder.tree
    for _ in range(50):
        tree.add_group()
    tree.add_condition("no_calls")
    part.save()
    assert part.form.trouble.isVisible()
    assert not kept(context)
    assert part.form.builder.trouble is not None
    assert part.form.builder.trouble.code == "segment.too_deep"
    tree.go_to((0,) * 51)
    for _ in range(50):
        QTest.keyClick(tree, Qt.Key.Key_Left, ALT)
    assert part.form.builder.expression is not None
    part.save()
    settle(qtbot, context)
    assert list(kept(context)) == ["deep"]


def test_the_window_leads_from_a_segment_to_the_archive_and_back(
    qtbot: QtBot, context: Context, people: dict[str, str]
) -> None:
    uid = save(context, "A", {"field": "aum", "op": "at_least", "value": "50万"})
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    pane = window.show_pane("plans")
    settle(qtbot, context)
    pane.segment_wanted.emit(uid)
    customers_pane = window.current_pane
    assert isinstance(customers_pane, CustomersPane)
    qtbot.waitUntil(lambda: customers_pane.list.model.rowCount() == 2, timeout=WAIT)
    with context.store.write() as session:
        segments.remove_segment(session, uid, version=1)
    settle(qtbot, context)
    chip = customers_pane.list.filters.chips["segment"]
    qtbot.waitUntil(lambda: chip.text() == "Segment: ?", timeout=WAIT)
    customers_pane.list.show_all()
    qtbot.waitUntil(lambda: customers_pane.list.model.rowCount() == 3, timeout=WAIT)


def test_a_new_one_that_was_begun_is_shown_again_beside_those_that_are_kept(
    qtbot: QtBot, context: Context, people: dict[str, str]
) -> None:
    uid = save(context, "重点", {"field": "grade", "op": "at_least", "value": 4})
    first = made(qtbot, context)
    part_of(first).add()
    part_of(first).form.name.setText("半截客群")
    kept_of_it = first.typed()
    second = made(qtbot, context, kept_of_it)
    part = part_of(second)
    qtbot.waitUntil(lambda: part.list.model.ids == [uid], timeout=WAIT)
    assert part.form.name.text() == "半截客群"
    part.list.table.setFocus()
    part.list.go_to(uid)
    qtbot.waitUntil(lambda: part.form.name.text() == "重点", timeout=WAIT)
    assert second.typed() == kept_of_it
    settle(qtbot, context)
