"""The audit pane: entries in words, filters, what an entry changed, verification, the extract."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from rmdesk import labels
from rmdesk.models import Role, Staff
from rmdesk.services import changes, customers, people, phones, reading, staff
from rmdesk.services.changes import SetRow
from rmdesk.ui.context import Context
from rmdesk.ui.panes.audit import wording
from rmdesk.ui.panes.audit.filters import GROUPS, SPANS, span_start
from rmdesk.ui.panes.audit.pane import AuditPane
from rmdesk.ui.panes.audit.wording import Names
from tests.support.frames import set_setting, settle
from tests.support.vaults import ADMIN, add_person

WAIT = 60_000  # ms: a limit, not a measure
MOBILE = "13800138000"


@pytest.fixture
def lin(context: Context) -> Staff:
    """A colleague whose number was set and looked at."""
    person = add_person(context.vault, "林晓雯", "k7mp-29xr-4tqh", [Role.RELATIONSHIP_MANAGER])
    with context.store.write() as session:
        staff.set_mobile(session, person.uid, "13912345678", version=person.version)
    with context.store.write() as session:
        (row,) = people.load_rows(session, [person.id])
        staff.set_mobile(session, person.uid, MOBILE, version=row.version)
    with context.store.write() as session:
        reading.reveal(session, "staff", person.uid, "mobile")
    return person


@pytest.fixture
def make(qtbot: QtBot, context: Context) -> Iterator[Any]:
    def make_() -> AuditPane:
        pane = AuditPane(context)
        qtbot.addWidget(pane)
        pane.resize(1280, 640)
        pane.show()
        wait(qtbot, pane)
        return pane

    yield make_
    settle(qtbot, context)


def wait(qtbot: QtBot, pane: AuditPane) -> None:
    qtbot.waitUntil(lambda: pane.table.query.is_loaded and not pane.table.query.is_busy, timeout=WAIT)


def entries(pane: AuditPane) -> list[SetRow]:
    return [pane.table.query.row_at(row) for row in range(pane.table.query.rowCount())]


def shown(pane: AuditPane, row: int) -> str:
    model = pane.table.query
    return " | ".join(str(model.index(row, column).data() or "") for column in range(model.columnCount()))


def row_of(pane: AuditPane, kind: str) -> int:
    return next(row for row, entry in enumerate(entries(pane)) if entry.kind == kind)


def test_entries_are_told_in_words_newest_first(make: Any, lin: Staff) -> None:
    pane = make()
    numbers = [entry.number for entry in entries(pane)]
    assert numbers == sorted(numbers, reverse=True)
    line = shown(pane, row_of(pane, "staff.added"))
    for part in (labels.kind("staff.added"), ADMIN, "林晓雯", labels.role(Role.RELATIONSHIP_MANAGER)):
        assert part in line
    every = "\n".join(shown(pane, row) for row in range(len(numbers)))
    assert MOBILE not in every
    assert lin.uid not in every
    assert "staff." not in every  # no raw code


def test_an_entry_shows_what_it_changed_masked(qtbot: QtBot, make: Any, lin: Staff) -> None:
    pane = make()
    pane.table.go_to(entries(pane)[row_of(pane, "staff.mobile_set")].number)
    model = pane.detail.table.query
    qtbot.waitUntil(lambda: model.rowCount() == 1 and not model.is_busy, timeout=WAIT)
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells == [labels.table("staff"), labels.field("staff", "mobile"), "139****5678", "138****8000"]
    assert "林晓雯" in pane.detail.title


def test_an_act_that_changed_nothing_says_so(qtbot: QtBot, make: Any, lin: Staff) -> None:
    pane = make()
    pane.table.go_to(entries(pane)[row_of(pane, "field.revealed")].number)
    qtbot.waitUntil(lambda: labels.kind("field.revealed") in pane.detail.title, timeout=WAIT)
    model = pane.detail.table.query
    qtbot.waitUntil(lambda: model.is_loaded and not model.is_busy and model.rowCount() == 0, timeout=WAIT)


def test_filters_narrow_down_and_are_taken_away(qtbot: QtBot, make: Any, lin: Staff) -> None:
    pane = make()
    everything = len(entries(pane))
    pane.filters.choose_group("read")
    qtbot.waitUntil(lambda: 0 < len(pane.table.query.ids) < everything, timeout=WAIT)
    assert {entry.kind for entry in entries(pane)} == {"field.revealed"}
    pane.filters.choose_group("auth")
    wait(qtbot, pane)
    qtbot.waitUntil(lambda: {e.kind for e in entries(pane)} == {"auth.signed_in"}, timeout=WAIT)
    assert list(pane.filters.chips) == ["kind"]
    pane.filters.chips["kind"].removed.emit()
    qtbot.waitUntil(lambda: len(pane.table.query.ids) == everything, timeout=WAIT)
    pane.filters.choose_person(lin.uid)
    qtbot.waitUntil(lambda: len(pane.table.query.ids) == 0, timeout=WAIT)
    pane.filters.choose_span(7)
    wait(qtbot, pane)
    assert list(pane.filters.chips) == ["person", "time"]
    pane.filters.clear()
    qtbot.waitUntil(lambda: len(pane.table.query.ids) == everything, timeout=WAIT)


def test_days_and_one_kind_narrow_down(qtbot: QtBot, make: Any, lin: Staff) -> None:
    pane = make()
    everything = len(entries(pane))
    today = date.today()
    dialog = pane.filters.ask_days()
    dialog.first.setText("昨天")
    dialog.last.setText("乱写")
    dialog.submit()
    assert dialog.rows["last"].error
    dialog.last.setText("前天")
    dialog.submit()
    assert dialog.rows["last"].error
    dialog.first.setText("")
    dialog.submit()
    qtbot.waitUntil(lambda: len(pane.table.query.ids) == 0, timeout=WAIT)
    pane.filters.choose_days(today, today)
    qtbot.waitUntil(lambda: len(pane.table.query.ids) == everything, timeout=WAIT)
    pane.filters.choose_span(7)  # does not keep the last day
    pane.filters.choose_kind("field.revealed")
    qtbot.waitUntil(lambda: {one.kind for one in entries(pane)} == {"field.revealed"}, timeout=WAIT)
    assert list(pane.filters.chips) == ["time", "kind"]


def test_a_customer_is_asked_for_by_number_with_what_stood_beside_them(
    qtbot: QtBot, make: Any, context: Context, lin: Staff
) -> None:
    context.store.actor = replace(context.actor, roles=frozenset({*context.actor.roles, Role.SUPERVISOR}))
    with context.store.write() as session:
        uid = customers.add_customer(session, {"name": "张晓敏", "number": "8800123"}).uid
    with context.store.write() as session:
        phone = phones.add_phone(session, uid, "13912345678").uid
    with context.store.write() as session:
        phones.remove_phone(session, phone, version=1)
    pane = make()
    dialog = pane.filters.ask_customer()
    dialog.customer.setText("999999")
    dialog.submit()
    assert dialog.rows["customer"].error
    dialog.customer.setText("8800123")
    dialog.customer.suggest("8800123")
    dialog.submit()
    qtbot.waitUntil(lambda: 0 < len(pane.table.query.ids) < 10, timeout=WAIT)
    assert {one.kind for one in entries(pane)} >= {"customer.added", "phone.added", "phone.removed"}


def test_a_printed_head_is_compared(qtbot: QtBot, make: Any, context: Context, lin: Staff) -> None:
    pane = make()
    with context.store.read() as session:
        head = changes.read_head(session)
    dialog = pane.compare_head()
    dialog.submit()
    assert dialog.rows["number"].error
    assert dialog.rows["digits"].error
    dialog.number.setText(str(head.number))
    dialog.digits.setText("0" * 32)
    dialog.submit()
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT)
    assert changes.printed(head) in dialog.trouble.text
    assert not dialog.trouble.isHidden()
    dialog.digits.setText(changes.printed(head))
    dialog.submit()
    qtbot.waitUntil(pane.verdict.isVisible, timeout=WAIT)
    assert str(head.number) in pane.verdict.text


def test_spans_begin_at_midnight_and_count_today() -> None:
    today = date(2026, 3, 10)
    assert span_start(1, today).astimezone() == datetime(2026, 3, 10).astimezone()
    assert span_start(7, today).date() == today - timedelta(days=6)
    assert sorted(SPANS) == list(SPANS)


def test_every_kind_of_entry_belongs_to_one_group() -> None:
    for kind in labels.KINDS:
        assert sum(kind in group.kinds for group in GROUPS) == 1, kind


def test_new_entries_appear_by_themselves(qtbot: QtBot, make: Any, context: Context) -> None:
    pane = make()
    before = len(entries(pane))
    set_setting(context, "lock.idle_seconds", 600)
    qtbot.waitUntil(lambda: len(pane.table.query.ids) == before + 1, timeout=WAIT)
    line = shown(pane, 0)
    assert labels.setting("lock.idle_seconds") in line


def test_a_sound_trail_is_told_so(qtbot: QtBot, make: Any, lin: Staff) -> None:
    pane = make()
    pane.verify()
    assert not pane.verify_button.isEnabled()
    qtbot.waitUntil(pane.verdict.isVisible, timeout=WAIT)
    assert str(len(entries(pane))) in pane.verdict.text
    qtbot.waitUntil(pane.verify_button.isEnabled, timeout=WAIT)


def test_tampering_is_found_and_told(qtbot: QtBot, make: Any, context: Context, lin: Staff) -> None:
    pane = make()
    with context.store.write() as session:  # by other hands than the use cases
        session.execute(text("UPDATE staff SET name = '某某' WHERE id = :id"), {"id": lin.id})
        session.execute(text("DELETE FROM change_record WHERE set_number = 4"))
        changes.note(session, "data.printed", report="staff_list", rows=0, pages=0)
    pane.verify()
    qtbot.waitUntil(pane.verdict.isVisible, timeout=WAIT)
    assert len(pane.verdict.text.splitlines()) >= 3


def test_a_supervisor_sees_only_their_own_people(qtbot: QtBot, context: Context, lin: Staff) -> None:
    boss = add_person(context.vault, "许文静", "k7mp-29xr-4tqh", [Role.SUPERVISOR])
    context.store.actor = replace(
        context.actor,
        staff_id=boss.id,
        staff_uid=boss.uid,
        name=boss.name,
        roles=frozenset({Role.SUPERVISOR}),
    )
    with context.store.write() as session:
        changes.note(session, "data.printed", report="staff_list", rows=1, pages=1)
    pane = AuditPane(context)
    qtbot.addWidget(pane)
    pane.show()
    wait(qtbot, pane)
    assert {entry.staff_uid for entry in entries(pane)} == {boss.uid}
    assert set(pane.filters.people.values()) == {"许文静", "林晓雯"}
    settle(qtbot, context)


def test_the_extract_is_printed(qtbot: QtBot, make: Any, lin: Staff) -> None:
    pane = make()
    preview = pane.print_extract()
    qtbot.waitUntil(lambda: preview.pdf is not None, timeout=WAIT)
    preview.reject()


def test_every_detail_of_every_entry_has_words(qtbot: QtBot, make: Any, context: Context, lin: Staff) -> None:
    set_setting(context, "branch.manager_label", "理财经理")
    set_setting(context, "keyring.allowed", False)
    with context.store.read() as session:
        names = Names({lin.uid: lin.name}, people.names_by_id(session))
        numbers = changes.find_numbers(session)
        sets = changes.load_sets(session, numbers)
        records = [record for number in numbers for record in changes.records_of(session, number)]
    for one in sets:
        for words in (wording.about(one, names), wording.details(one)):
            assert "_" not in words
            assert lin.uid not in words
    for record in records:
        for words in (
            wording.record_field(record),
            wording.record_value(record, "before", names),
            wording.record_value(record, "after", names),
        ):
            assert "_" not in words
            assert MOBILE not in words
