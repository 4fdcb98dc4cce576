"""Acting upon touchpoints: done, postponed, skipped, handed over, undone; what stands open today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from rmdesk import care_labels
from rmdesk.models import Commitment, Customer, Staff, TouchpointAct
from rmdesk.services import (
    care,
    changes,
    commitments,
    customers,
    daily_logs,
    dates,
    figures,
    follow_ups,
    holdings,
    undoing,
    visits,
)
from rmdesk.services.care import Asked, Key, Kind
from rmdesk.services.days import Day
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.ui.panes.customers.page import timeline_sources
from tests.services.care.test_rules import add
from tests.support.branches import Branch

TODAY = date.today()
SOON = TODAY + timedelta(days=10)


@pytest.fixture
def customer(branch: Branch) -> Customer:
    branch.act("manager")
    return branch.add(birthday=Day(SOON.month, min(SOON.day, 28), 1970), strategy="intensive")


def birthday(customer: Customer) -> Key:
    return Key("birthday", customer.id, "", date(SOON.year, SOON.month, min(SOON.day, 28)))


def stands(branch: Branch, key: Key, day: date) -> list[tuple[date, str, bool]]:
    asked = Asked(day, day, TODAY)
    return [
        (one.day, one.state.value, one.postponed) for one in branch.read(care.agenda, asked) if one.key == key
    ]


def test_done_stands_where_it_was_and_is_not_open(branch: Branch, customer: Customer) -> None:
    key = birthday(customer)
    assert stands(branch, key, key.due_on) == [(key.due_on, "open", False)]
    branch.write(care.mark_done, [key], today=TODAY)
    assert stands(branch, key, key.due_on) == [(key.due_on, "done", False)]
    assert branch.read(care.counts, Asked(key.due_on, key.due_on, TODAY)) == {}
    with pytest.raises(UserError, match=r"care\.acted_already"):
        branch.write(care.skip, [key], "算了", today=TODAY)
    assert branch.newest().kind == "touchpoint.done"
    branch.undo()
    assert stands(branch, key, key.due_on) == [(key.due_on, "open", False)]
    assert branch.is_sound()


def test_postponed_goes_to_its_day_and_on_from_there(branch: Branch, customer: Customer) -> None:
    key = birthday(customer)
    later = key.due_on + timedelta(days=3)
    branch.write(care.postpone, [key], later, today=TODAY)
    numbers = [branch.newest().number]
    assert stands(branch, key, key.due_on) == []
    assert stands(branch, key, later) == [(later, "open", True)]
    branch.write(care.postpone, [key], later + timedelta(days=1), today=TODAY)
    numbers.append(branch.newest().number)
    assert stands(branch, key, later) == []
    branch.write(care.mark_done, [key], today=TODAY)
    assert stands(branch, key, key.due_on) == [(key.due_on, "done", False)]
    for number in (branch.newest().number, *reversed(numbers)):
        branch.write(undoing.undo, number)
    assert stands(branch, key, key.due_on) == [(key.due_on, "open", False)]


def test_days_that_cannot_be(branch: Branch, customer: Customer) -> None:
    key = birthday(customer)
    with pytest.raises(UserError, match=r"care\.postponed_to_past"):
        branch.write(care.postpone, [key], TODAY - timedelta(days=1), today=TODAY)
    with pytest.raises(UserError, match=r"care\.postponed_too_far"):
        branch.write(care.postpone, [key], TODAY + timedelta(days=4000), today=TODAY)
    with pytest.raises(UserError, match=r"care\.gone"):
        branch.write(care.mark_done, [key._replace(due_on=key.due_on + timedelta(days=1))], today=TODAY)
    with pytest.raises(UserError, match=r"text\.empty"):
        branch.write(care.skip, [key], "  ", today=TODAY)


def test_a_colleague_cannot_act_for_others(branch: Branch, customer: Customer) -> None:
    branch.act("colleague")
    with pytest.raises(NotAllowed):
        branch.write(care.mark_done, [birthday(customer)], today=TODAY)


def test_a_promise_that_is_done_is_kept(branch: Branch, customer: Customer) -> None:
    row = branch.write(commitments.add_commitment, customer.uid, {"promise": "寄资料", "due_on": SOON})
    key = Key("commitment", customer.id, row.uid, SOON)
    branch.write(care.mark_done, [key], today=TODAY)
    with branch.store.read() as session:
        assert session.get_one(Commitment, row.id).state == "kept"
    branch.undo()
    with branch.store.read() as session:
        assert session.get_one(Commitment, row.id).state == "open"
        assert session.query(TouchpointAct).count() == 0


def test_a_visit_stands_on_its_day_until_its_report(branch: Branch, customer: Customer) -> None:
    given = {"planned_on": SOON, "at_minute": "14:00", "purpose": "续作", "place": "厂区"}
    row = branch.write(visits.add_visit, customer.uid, given)
    key = Key("visit", customer.id, row.uid, SOON)
    asked = Asked(SOON, SOON, TODAY, kinds=frozenset({Kind.APPOINTMENT}))
    [one] = branch.read(care.agenda, asked)
    assert (one.key, one.values) == (key, ("续作", "visit", 14 * 60, "厂区"))
    assert care_labels.reason(one) == "14:00 Visit, 续作, 厂区"
    assert [count.count for count in branch.read(care.counts, asked)[SOON]] == [1]
    branch.write(visits.submit_visit, row.uid, version=row.version)
    assert stands(branch, key, SOON) == [(SOON, "open", False)]
    branch.write(care.postpone, [key], SOON + timedelta(days=1), today=TODAY)
    assert stands(branch, key, SOON) == []
    assert stands(branch, key, SOON + timedelta(days=1)) == [(SOON + timedelta(days=1), "open", True)]
    branch.undo()
    contact = branch.write(
        visits.hold_visit,
        row.uid,
        {},
        version=branch.version(row),
        report="同意续作",
        record=partial(care.complete, keys=[key], today=TODAY),
    )
    assert branch.read(visits.load_visit, row.uid).report == "同意续作"
    assert [act.interaction_uid for act in acts_of(branch)] == [contact.uid]
    assert stands(branch, key, SOON) == [(SOON, "done", False)]
    branch.undo()
    assert stands(branch, key, SOON) == [(SOON, "open", False)]
    branch.write(visits.cancel_visit, row.uid, version=branch.version(row))
    assert stands(branch, key, SOON) == []
    assert branch.is_sound()


def test_a_contact_that_answers_a_visit_is_its_report(branch: Branch, customer: Customer) -> None:
    rows = [branch.write(visits.add_visit, customer.uid, {"planned_on": TODAY}) for _ in range(2)]
    keys = [Key("visit", customer.id, row.uid, TODAY) for row in rows]
    given = {"channel": "visit", "content": "看了厂房"}
    branch.write(care.complete, customer.uid, given, keys=keys[:1], today=TODAY)
    held = branch.read(visits.load_visit, rows[0].uid)
    assert (held.state, held.report) == ("held", "看了厂房")
    branch.write(care.mark_done, keys[1:], today=TODAY)  # of this one nobody has said what came of it
    assert branch.read(visits.load_visit, rows[1].uid).state == "planned"
    assert {one.state.value for one in branch.read(care.agenda, Asked(TODAY, TODAY, TODAY))} == {"done"}
    assert branch.is_sound()


def test_visits_are_left_out_and_masked_as_all_else(branch: Branch, customer: Customer) -> None:
    given = {"planned_on": SOON, "purpose": f"拜访{customer.name}"}
    branch.write(visits.add_visit, customer.uid, given)
    asked = Asked(SOON, SOON, TODAY, kinds=frozenset({Kind.APPOINTMENT}))
    branch.act("head")
    [one] = branch.read(care.agenda, asked)
    person = branch.read(care.load_persons, [customer.id])[customer.id]
    assert customer.name not in care_labels.reason(person.masked_touchpoint(one))
    branch.act("colleague")
    assert branch.read(care.agenda, asked) == []
    branch.act("manager")
    branch.write(customers.edit_customer, customer.uid, {"stage": "lost"}, version=branch.version(customer))
    assert branch.read(care.agenda, asked) == []


def acts_of(branch: Branch) -> list[TouchpointAct]:
    with branch.store.read() as session:
        return session.query(TouchpointAct).all()


def test_a_cadence_has_one_open_touchpoint_until_it_is_done(branch: Branch, customer: Customer) -> None:
    branch.write(
        figures.add_figure, customer.uid, 1000 * 10_000_00, "2026-08-31"
    )  # 私行: a call every 14 days
    due = TODAY + timedelta(days=14)
    key = Key("cadence_call", customer.id, "", due)
    late = due + timedelta(days=40)

    def overdue(day: date) -> list[Key]:
        found = branch.read(care.today, Asked(day, day, day, kinds=frozenset({Kind.CADENCE})))
        return [one.key for one in found.overdue.touchpoints if one.key.rule == key.rule]

    assert overdue(late) == [key]
    branch.write(care.postpone, [key], late + timedelta(days=5), today=late)
    assert overdue(late) == []
    assert overdue(late + timedelta(days=20)) == [key]
    branch.write(care.skip, [key], "出国", today=late)
    following = key._replace(due_on=late + timedelta(days=14))
    assert overdue(following.due_on + timedelta(days=30)) == [following]


def test_today_groups_what_is_late_due_and_ahead(branch: Branch) -> None:
    branch.act("manager")
    key = Key("birthday", add(branch, birthday=Day(9, 10, 1970)).id, "", date(2026, 9, 10))
    asked = Asked(key.due_on, key.due_on, key.due_on)
    found = branch.read(care.today, asked)
    assert found.due[Kind.BIRTHDAY].count == 1
    before = key.due_on - timedelta(days=2)
    ahead = branch.read(care.today, Asked(before, before, before)).ahead
    assert [one.key for one in ahead.touchpoints] == [key]
    after = key.due_on + timedelta(days=1)
    overdue = branch.read(care.today, Asked(after, after, after)).overdue
    assert key in [one.key for one in overdue.touchpoints]
    lapsed = key.due_on + timedelta(days=5)
    overdue = branch.read(care.today, Asked(lapsed, lapsed, lapsed)).overdue
    assert key not in [one.key for one in overdue.touchpoints]


def test_many_at_once_are_one_change(branch: Branch) -> None:
    branch.act("manager")
    people = [branch.add(f"客户{n}", birthday=Day(SOON.month, min(SOON.day, 28), 1970)) for n in range(5)]
    keys = [birthday(one) for one in people]
    branch.write(care.mark_done, keys, today=TODAY)
    branch.undo()
    assert all(stands(branch, key, key.due_on) == [(key.due_on, "open", False)] for key in keys)


def test_handed_over_it_stays_open(branch: Branch, customer: Customer) -> None:
    key = birthday(customer)
    colleague = branch.people["colleague"].staff_uid
    with pytest.raises(UserError, match=r"care\.colleague_unfit"):
        branch.write(care.hand_over, [key], colleague, today=TODAY)
    branch.edit(customer, stand_in=colleague)
    names = [name for _uid, name in branch.read(care.colleagues_for, [key])]
    assert names == ["何佳怡", "陈立"]  # the supervisor sees everybody
    branch.write(care.hand_over, [key], colleague, today=TODAY)
    assert stands(branch, key, TODAY) == []
    branch.act("colleague")
    [one] = branch.read(care.agenda, Asked(TODAY, TODAY, TODAY))
    assert (one.key, one.handed_to, one.handed_by) == (key, None, "林晓雯")


def waits(branch: Branch, who: str, key: Key, **asked: object) -> list[tuple[str | None, str | None]]:
    """By whom and to whom it was given, if it stands in somebody's worklist of the day."""
    branch.act(who)
    worklist = branch.read(care.load_worklist, replace(Asked(TODAY, TODAY, TODAY), **asked))  # type: ignore[arg-type]
    lines = [line for part in worklist.parts for line in part.lines if line.key == key]
    assert branch.read(care.count_waiting, replace(Asked(TODAY, TODAY, TODAY), **asked))[0] == len(lines)  # type: ignore[arg-type]
    return [(one.touchpoint.handed_by, one.touchpoint.handed_to) for one in lines]


def test_what_was_handed_over_is_the_takers(branch: Branch) -> None:
    branch.act("manager")
    customer = branch.add(birthday=Day(SOON.month, min(SOON.day, 28), 1970))
    key, giver = birthday(customer), branch.people["manager"].staff_id
    colleague = branch.people["colleague"]
    branch.edit(customer, stand_in=colleague.staff_uid)
    branch.write(daily_logs.plan_touchpoints, TODAY, [key], on_rest_day=True)
    branch.write(care.hand_over, [key], colleague.staff_uid, today=TODAY)
    assert waits(branch, "manager", key) == []  # nor on the plan, which keeps it
    assert waits(branch, "colleague", key) == [("林晓雯", None)]
    assert waits(branch, "head", key) == [(None, "陈立")]
    assert waits(branch, "head", key, manager_id=giver) == []
    assert waits(branch, "head", key, manager_id=colleague.staff_id) == [(None, "陈立")]
    # Put off, it stays the taker's.
    branch.act("colleague")
    branch.write(care.postpone, [key], TODAY + timedelta(days=1), today=TODAY)
    branch.write(care.postpone, [key], TODAY, today=TODAY)
    assert waits(branch, "manager", key) == []
    assert waits(branch, "colleague", key) != []
    # Done by the taker, it is done on the plan of who gave it.
    branch.write(care.mark_done, [key], today=TODAY)
    branch.act("manager")
    [item] = branch.read(daily_logs.load_day, TODAY).items
    assert item.outcome == "done"
    branch.act("colleague")
    branch.undo()
    # Who no longer sees the customer cannot do it either: it is the manager's again.
    branch.act("manager")
    branch.edit(customer, stand_in=None)
    assert waits(branch, "manager", key) == [(None, None)]
    assert branch.is_sound()


def test_what_was_handed_to_somebody_who_left_is_the_managers_again(branch: Branch) -> None:
    branch.act("manager")
    customer = branch.add(birthday=Day(SOON.month, min(SOON.day, 28), 1970))
    key, supervisor = birthday(customer), branch.people["supervisor"]
    branch.write(care.hand_over, [key], supervisor.staff_uid, today=TODAY)
    assert waits(branch, "manager", key) == []
    assert waits(branch, "supervisor", key) == [("林晓雯", None)]
    with branch.store.write() as session:
        session.get_one(Staff, supervisor.staff_id).disabled_at = branch.newest().at
        changes.describe(session, "test.disabled")
    assert waits(branch, "manager", key) == [(None, None)]


def test_acts_are_told_with_who_did_what(branch: Branch, customer: Customer) -> None:
    key = birthday(customer)
    colleague = branch.people["supervisor"]
    branch.write(care.hand_over, [key], colleague.staff_uid, today=TODAY)
    [act] = branch.read(care.list_acts, customer.uid)
    assert (act.rule, act.staff, act.handed_to, act.moved_to) == ("birthday", "林晓雯", "何佳怡", TODAY)
    branch.write(care.skip, [key], "出国", today=TODAY)
    [act] = branch.read(care.list_acts, customer.uid)
    assert (act.state, act.reason, act.handed_to, act.due_on) == ("skipped", "出国", None, key.due_on)
    events = branch.read(timeline_sources.events, customer.uid)
    told = [one.words for one in events if one.icon == "circle-slash"]
    assert told == ["Birthdays of customers: skipped, 出国"]
    branch.act("colleague")
    with pytest.raises(NotAllowed):
        branch.read(care.list_acts, customer.uid)


SATURDAY, MONDAY, TUESDAY = date(2026, 9, 5), date(2026, 9, 7), date(2026, 9, 8)


def stood(branch: Branch, day: date) -> tuple[set[str], set[str]]:
    """The rules of what is due on a day and of what is late, and all that stands there stands on that day."""
    found = branch.read(care.today, Asked(day, day, day))
    due = [one for group in found.due.values() for one in group.touchpoints]
    assert {one.day for one in due} <= {day}
    return {one.key.rule for one in due}, {one.key.rule for one in found.overdue.touchpoints}


def test_what_falls_on_days_of_rest_is_due_on_the_working_day_after_and_late_from_then(
    branch: Branch,
) -> None:
    branch.act("manager")
    customer = add(branch, birthday=Day(9, 5, 1980))
    branch.write(follow_ups.add_follow_up, customer.uid, {"step": "回电", "due_on": SATURDAY})
    expected = {"birthday", "follow_up"}
    assert expected <= stood(branch, MONDAY)[0]
    assert not expected & stood(branch, MONDAY)[1]
    assert expected <= stood(branch, SATURDAY + timedelta(days=1))[0]
    assert expected <= stood(branch, TUESDAY)[1]
    [key] = [
        one.key
        for one in branch.read(care.agenda, Asked(SATURDAY, SATURDAY, SATURDAY))
        if one.key.rule == "follow_up"
    ]
    branch.write(care.postpone, [key], SATURDAY + timedelta(days=7), today=SATURDAY)
    assert "follow_up" not in stood(branch, TUESDAY)[1]
    following = MONDAY + timedelta(days=7)
    assert "follow_up" in stood(branch, following)[0]
    assert "follow_up" in stood(branch, following + timedelta(days=1))[1]


def test_a_reminder_is_not_late_while_what_it_reminds_of_lies_ahead(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch)
    given = {"kind": "time_deposit", "amount_fen": 50_0000_00, "matures_on": SATURDAY + timedelta(days=7)}
    branch.write(holdings.add_holding, customer.uid, given)
    asked = {"own_maturity"}
    # Reminded a week ahead, on the working day before; and still there on Monday, by no means late.
    for day in (SATURDAY - timedelta(days=1), MONDAY, TUESDAY):
        assert asked <= stood(branch, day)[0], day
        assert not asked & stood(branch, day)[1]
    # Nor is it once it was put off to a day that has passed.
    friday = SATURDAY - timedelta(days=1)
    [key] = [
        one.key for one in branch.read(care.agenda, Asked(friday, friday, friday)) if one.key.rule in asked
    ]
    branch.write(care.postpone, [key], MONDAY, today=MONDAY)
    assert asked <= stood(branch, TUESDAY + timedelta(days=1))[0]
    assert not asked & stood(branch, TUESDAY + timedelta(days=1))[1]
    branch.undo()
    matured = SATURDAY + timedelta(days=7)
    assert asked <= stood(branch, matured - timedelta(days=1))[0]
    assert asked <= stood(branch, MONDAY + timedelta(days=7))[0]  # it matured on the day of rest before
    assert asked <= stood(branch, TUESDAY + timedelta(days=7))[1]


def test_a_reminder_put_off_to_the_day_of_the_next_is_one_with_it(branch: Branch) -> None:
    branch.act("manager")
    customer = add(branch)
    matures = MONDAY + timedelta(days=28)
    given = {"kind": "time_deposit", "amount_fen": 50_0000_00, "matures_on": matures}
    holding = branch.write(holdings.add_holding, customer.uid, given)
    month, week = (
        Key("own_maturity", customer.id, holding.uid, matures - timedelta(days=lead)) for lead in (30, 7)
    )

    def there(day: date) -> list[Key]:
        asked = Asked(day, day, day, kinds=frozenset({Kind.MATURITY}))
        listed = [one.key for one in branch.read(care.agenda, asked, with_acted=False)]
        counted = branch.read(care.counts, asked).get(day, [])
        assert sum(one.count for one in counted) == len(listed)
        return listed

    def today(day: date) -> list[Key]:
        found = branch.read(care.today, Asked(day, day, day, kinds=frozenset({Kind.MATURITY})))
        groups = (found.overdue, *found.due.values())
        assert sum(group.count for group in groups) == sum(len(group.touchpoints) for group in groups)
        return [one.key for group in groups for one in group.touchpoints]

    before, next_day = week.due_on - timedelta(days=3), week.due_on + timedelta(days=1)
    branch.write(care.postpone, [month], before, today=MONDAY)
    assert there(before) == today(before) == [month]
    assert today(week.due_on) == [week]  # not done meanwhile, it is one with the next
    branch.write(care.postpone, [month], week.due_on, today=MONDAY)
    assert there(week.due_on) == today(week.due_on) == [week]
    branch.write(care.postpone, [month], next_day, today=MONDAY)
    assert there(next_day) == []
    branch.write(care.mark_done, [week], today=week.due_on)
    assert today(week.due_on) == today(next_day) == []
    last = Key(*week[:3], matures)
    branch.write(care.postpone, [last], matures + timedelta(days=2), today=matures)  # no other follows it
    assert there(matures + timedelta(days=2)) == [last]


def test_a_contact_answers_nothing_of_another_customer(branch: Branch) -> None:
    branch.act("manager")
    one, other = add(branch, birthday=Day(9, 10, 1970)), add(branch, "赵文博")
    key = Key("birthday", one.id, "", date(2026, 9, 10))
    with pytest.raises(UserError) as refused:
        branch.write(
            care.complete,
            other.uid,
            {"channel": "call", "purpose": "生日问候"},
            keys=[key],
            today=date(2026, 9, 10),
        )
    assert refused.value.code == "care.gone"
    with branch.store.read() as session:
        assert session.query(TouchpointAct).count() == 0
    branch.write(
        care.complete,
        one.uid,
        {"channel": "call", "purpose": "生日问候"},
        keys=[key],
        today=date(2026, 9, 10),
    )


def test_what_was_done_says_why_it_was_there_whatever_its_kind(branch: Branch) -> None:
    branch.act("manager")
    day = date(2026, 9, 10)
    valid = day + timedelta(days=14) - timedelta(days=365)  # by the default of the rule
    one = add(branch, birthday=Day(9, 10, 1966), risk_tolerance=3, risk_assessed_on=valid)
    branch.write(dates.add_date, one.uid, {"kind": "wedding", "day": Day(9, 10, 2000)})
    branch.write(follow_ups.add_follow_up, one.uid, {"step": "回电", "due_on": day})
    branch.write(commitments.add_commitment, one.uid, {"promise": "寄", "due_on": day, "promised_on": day})
    for more in ({}, {"bank": "农商银行"}, {"kind": "loan"}):
        given = {"kind": "time_deposit", "amount_fen": 50_0000_00, "matures_on": day, **more}
        branch.write(holdings.add_holding, one.uid, given)
    asked = Asked(day, day, day)
    keys = [found.key for found in branch.read(care.agenda, asked) if found.key.customer_id == one.id]
    rules = {key.rule for key in keys}
    assert rules >= {
        "birthday",
        "family_date",
        "follow_up",
        "commitment",
        "own_maturity",
        "other_maturity",
        "loan_maturity",
        "assessment",
    }
    branch.write(care.mark_done, keys, today=day)
    parts = {part.section.value: part for part in branch.read(care.load_worklist, asked).parts}
    done = parts["done"].lines
    assert {line.key.rule for line in done} == rules
    assert all(care_labels.reason(line.touchpoint) for line in done)
