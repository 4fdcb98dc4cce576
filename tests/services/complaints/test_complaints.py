"""A complaint from the day it was heard to its end: people, deadlines, steps, what was told, and Today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from rmdesk.models import Channel, Complaint, Role
from rmdesk.services import care, complaints, holdings, settings, surveys, undoing
from rmdesk.services.care import LATE_SECTIONS, Asked, Section, State
from rmdesk.services.complaints import Which, deadlines
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from rmdesk.services.working_days import load as load_calendar
from tests.support.branches import Branch

MONDAY = date(2026, 9, 7)
TUESDAY = MONDAY + timedelta(days=1)
GIVEN: dict[str, Any] = {"kind": "waiting", "content": "排队两个小时\n无人引导"}


@pytest.fixture
def customer(branch: Branch) -> Any:
    branch.act("manager")
    return branch.add("王芳", owner=branch.people["manager"].staff_uid)


def add(branch: Branch, customer: Any, **given: Any) -> Complaint:
    found: Complaint = branch.write(
        complaints.add_complaint, GIVEN | given, customer_uid=customer.uid, today=MONDAY
    )
    return found


def record(branch: Branch, one: Complaint, today: date = MONDAY) -> complaints.ComplaintRecord:
    found: complaints.ComplaintRecord = branch.read(complaints.load_complaint, one.uid, today)
    return found


def refused(branch: Branch, use_case: Any, *arguments: Any, **given: Any) -> str:
    with pytest.raises(UserError) as caught:
        branch.write(use_case, *arguments, **given)
    return caught.value.code


def test_steps_and_deadlines_follow_from_how_serious_it_is(branch: Branch, customer: Any) -> None:
    minor, grave = add(branch, customer), add(branch, customer, seriousness="grave")
    assert (minor.number, grave.number) == ("T2026-001", "T2026-002")
    with branch.store.read() as session:
        calendar = load_calendar(session)
    assert minor.final_on == deadlines.after(calendar, MONDAY, 7)
    assert grave.final_on == MONDAY + timedelta(days=2)
    steps = record(branch, grave).steps
    assert [one.due_on for one in steps] == [TUESDAY, grave.final_on, grave.final_on]
    assert all(one.what for one in steps)
    # 国庆: the days of rest do not count, the days made up for them do.
    late = add(branch, customer, raised_on=date(2026, 9, 8))
    assert late.due_on == date(2026, 9, 9)
    assert calendar.is_working_day(late.final_on)


def test_a_case_is_seen_to_told_and_closed(branch: Branch, customer: Any) -> None:
    one = add(branch, customer)
    first, *others = record(branch, one).steps
    branch.write(complaints.finish_step, first.uid, version=first.version, note="已致歉", on=MONDAY)
    assert record(branch, one).row.due_on == others[0].due_on
    assert refused(branch, complaints.tell_customer, one.uid, "call", version=branch.version(one)) == (
        "complaint.not_resolved"
    )
    result = "增开午间窗口，赠送贵宾号"
    branch.write(complaints.resolve_complaint, one.uid, result, version=branch.version(one), on=TUESDAY)
    found = record(branch, one, TUESDAY)
    assert (found.row.state, found.result, found.row.due_on) == (
        "resolved",
        result,
        MONDAY + timedelta(days=2),
    )
    branch.write(
        complaints.tell_customer,
        one.uid,
        Channel.CALL,
        version=branch.version(one),
        satisfied=True,
        on=TUESDAY,
    )
    found = record(branch, one)
    assert (found.row.state, found.closed_on, found.is_satisfied) == ("closed", TUESDAY, True)
    assert refused(branch, complaints.add_step, one.uid, "再联系", TUESDAY) == "complaint.closed"
    branch.undo()
    assert record(branch, one).row.state == "resolved"


def test_who_is_not_satisfied_is_seen_to_again(branch: Branch, customer: Any) -> None:
    one = add(branch, customer)
    assert refused(branch, complaints.reopen_complaint, one.uid, "再谈", version=branch.version(one)) == (
        "complaint.still_open"
    )
    branch.write(complaints.resolve_complaint, one.uid, "致歉", version=branch.version(one), on=MONDAY)
    branch.write(
        complaints.tell_customer, one.uid, "wechat", version=branch.version(one), satisfied=False, on=MONDAY
    )
    assert record(branch, one).row.state == "told"
    branch.write(
        complaints.reopen_complaint, one.uid, "网点负责人登门", version=branch.version(one), today=TUESDAY
    )
    found = record(branch, one, TUESDAY)
    assert (found.row.state, found.reopened, found.row.due_on) == ("open", 1, TUESDAY + timedelta(days=1))
    branch.write(complaints.resolve_complaint, one.uid, "补偿", version=branch.version(one), on=TUESDAY)
    branch.write(complaints.tell_customer, one.uid, "visit", version=branch.version(one), on=TUESDAY)
    branch.write(complaints.close_complaint, one.uid, version=branch.version(one), on=TUESDAY)
    assert record(branch, one).row.state == "closed"


def test_bad_input_changes_nothing(branch: Branch, customer: Any) -> None:
    assert refused(branch, complaints.add_complaint, GIVEN) == "complaint.whose"
    assert refused(branch, complaints.add_complaint, GIVEN | {"content": " "}, customer_uid=customer.uid) == (
        "text.empty"
    )
    assert refused(
        branch, complaints.add_complaint, GIVEN | {"kind": "weather"}, customer_uid=customer.uid
    ) == ("value.not_a_choice")
    early = GIVEN | {"raised_on": TUESDAY, "final_on": MONDAY}
    assert refused(branch, complaints.add_complaint, early, customer_uid=customer.uid) == (
        "complaint.final_before_raised"
    )
    one = add(branch, customer)
    with pytest.raises(Conflict):
        branch.write(complaints.edit_complaint, one.uid, {"wish": "道歉"}, version=9)
    assert refused(branch, complaints.note_measure_told, one.uid, version=branch.version(one)) == (
        "complaint.no_measure"
    )
    changed = {"cause": "午间只开两个窗口", "measure": "错峰排班", "measure_for": "operations"}
    branch.write(complaints.edit_complaint, one.uid, changed, version=branch.version(one))
    branch.write(complaints.note_measure_told, one.uid, version=branch.version(one), on=MONDAY)
    assert record(branch, one).measure_told_on == MONDAY
    branch.write(complaints.remove_complaint, one.uid, version=branch.version(one))
    assert branch.read(complaints.find_complaints, which=Which.ALL.value) == []
    branch.undo()
    assert len(record(branch, one).steps) == 3


def test_everybody_sees_their_own(branch: Branch, customer: Any) -> None:
    one = add(branch, customer)
    branch.act("colleague")
    assert branch.read(complaints.find_complaints) == []
    with pytest.raises(NotAllowed):
        branch.read(complaints.load_complaint, one.uid)
    branch.act("head")
    assert branch.read(complaints.find_complaints) == [one.id]
    lobby = next(actor for actor in branch.people.values() if actor.roles == {Role.LOBBY_MANAGER})
    branch.write(
        complaints.edit_complaint, one.uid, {"assistant": lobby.staff_uid}, version=branch.version(one)
    )
    branch.store.actor = lobby
    [row] = branch.read(complaints.load_complaints, branch.read(complaints.find_complaints))
    assert row.who == "王*"
    step = record(branch, one).steps[0]
    branch.write(complaints.finish_step, step.uid, version=step.version, on=MONDAY)
    with pytest.raises(NotAllowed):
        branch.write(complaints.add_complaint, GIVEN, customer_uid=customer.uid)
    with pytest.raises(NotAllowed):
        branch.write(complaints.remove_complaint, one.uid, version=branch.version(one))
    branch.act("teller")
    with pytest.raises(NotAllowed):
        branch.read(complaints.find_complaints)


def test_found_in_a_survey_it_is_of_who_ran_that(branch: Branch, customer: Any) -> None:
    branch.act("head")
    survey = branch.write(surveys.add_survey, {"title": "满意度"})
    one = branch.write(
        complaints.add_complaint, GIVEN, customer_uid=customer.uid, survey_uid=survey.uid, today=MONDAY
    )
    found = record(branch, one)
    assert (found.source, found.owner_uid) == ("survey", branch.people["head"].staff_uid)
    [row] = branch.read(complaints.list_of_survey, survey.id)
    assert row.number == one.number


def test_it_stands_in_today_until_it_is_answered_and_nothing_is_sold_meanwhile(
    branch: Branch, customer: Any
) -> None:
    branch.act("head")
    branch.write(settings.set, "care.successors", {"wealth": "稳利90天"}, version=0)
    branch.act("manager")
    today = date.today()  # nobody is reminded of what was before they were known
    later = today + timedelta(days=20)
    for bank in ("", "邻行"):
        given = {"kind": "wealth", "product": "稳利", "bank": bank, "amount_fen": 100, "matures_on": later}
        branch.write(holdings.add_holding, customer.uid, given)
    asked = Asked(today, today + timedelta(days=25), today)

    def rules() -> dict[str, str]:
        found = branch.read(care.agenda, asked)
        return {one.key.rule: str(one.values) for one in found if one.state is State.OPEN}

    assert "other_maturity" in rules()
    assert "稳利90天" in rules()["own_maturity"]
    one = branch.write(complaints.add_complaint, GIVEN, customer_uid=customer.uid, today=today)
    shown = rules()
    assert "complaint" in shown
    assert "other_maturity" not in shown
    assert "稳利90天" not in shown["own_maturity"]
    [due] = [each for each in branch.read(care.agenda, asked) if each.key.rule == "complaint"]
    branch.write(care.mark_done, [due.key], today=today)
    assert record(branch, one).steps[0].done_on is not None
    branch.write(complaints.resolve_complaint, one.uid, "致歉", version=branch.version(one), on=today)
    branch.write(complaints.tell_customer, one.uid, "call", version=branch.version(one), on=today)
    shown = rules()
    assert "other_maturity" in shown
    assert "complaint" not in shown


def test_a_late_one_reaches_the_branch_head_in_their_own_day(branch: Branch, customer: Any) -> None:
    today = date.today()
    calendar = branch.read(load_calendar)
    day = deadlines.after(calendar, today, 1)  # by which the first step is to be done
    late = deadlines.after(calendar, day, 1)
    one = branch.write(complaints.add_complaint, GIVEN, customer_uid=customer.uid, today=today)
    me = branch.people["head"].staff_id

    def parts(who: str, on: date, manager_id: int | None = None) -> dict[Section, list[tuple[str, date]]]:
        branch.act(who)
        found = branch.read(care.load_worklist, Asked(on, on, on, manager_id=manager_id))
        assert found.overdue_count == sum(one.count for one in found.parts if one.section in LATE_SECTIONS)
        return {
            each.section: [(line.key.subject, line.touchpoint.day) for line in each.lines]
            for each in found.parts
            if any(line.key.rule == "complaint" for line in each.lines)
        }

    line = [(one.uid, day)]
    assert parts("head", day) == {Section.WARNING: line}  # nobody could have been late yet
    assert parts("head", day, me) == {}
    for manager_id in (None, me):
        assert parts("head", late, manager_id) == {Section.ESCALATED: line}
    manager = branch.people["manager"].staff_id
    assert parts("head", late, manager) == {Section.OVERDUE: line}
    assert parts("manager", late) == {Section.OVERDUE: line}
    assert parts("supervisor", late) == {Section.OVERDUE: line}
    branch.act("manager")
    key = care.Key("complaint", customer.id, one.uid, day)
    branch.write(care.postpone, [key], late + timedelta(days=3), today=late)
    assert parts("manager", late) == {}
    for manager_id in (None, me):  # put off by its manager it is no less late
        assert parts("head", late, manager_id) == {Section.ESCALATED: line}
        assert parts("head", late + timedelta(days=3), manager_id)[Section.ESCALATED] == line
    branch.act("manager")
    branch.write(care.skip, [key], "下周再说", today=late)
    assert set(parts("head", late)) == {Section.DONE}
    for manager_id in (None, me):
        assert parts("head", late + timedelta(days=1), manager_id)[Section.ESCALATED] == line
    branch.act("manager")
    branch.undo()
    branch.write(care.mark_done, [key], today=late)
    assert record(branch, one).steps[0].done_on is not None
    assert parts("head", late, me) == {}


def test_late_ones_are_counted_and_listed(branch: Branch, customer: Any) -> None:
    one, other = add(branch, customer, seriousness="grave"), add(branch, customer, kind="fee")
    day = MONDAY + timedelta(days=20)
    assert branch.read(complaints.find_complaints, which="late", today=TUESDAY) == []
    assert set(branch.read(complaints.find_complaints, which="late", today=day)) == {one.id, other.id}
    branch.write(complaints.resolve_complaint, one.uid, "致歉", version=branch.version(one), on=TUESDAY)
    branch.write(
        complaints.tell_customer, one.uid, "call", version=branch.version(one), satisfied=False, on=TUESDAY
    )
    found = branch.read(complaints.load_figures, MONDAY, TUESDAY, day)
    assert (found.count, found.pending, found.late, found.decided, found.in_time) == (2, 1, 1, 1, 1)
    assert (found.days, found.asked, found.satisfied) == (1.0, 1, 0)
    assert dict(found.kinds) == {"waiting": 1, "fee": 1}


def test_an_undo_needs_the_case_to_be_ones_own(branch: Branch, customer: Any) -> None:
    add(branch, customer)
    number = branch.newest().number
    branch.act("colleague")
    with pytest.raises(NotAllowed):
        branch.write(undoing.undo, number)
    branch.act("manager")
    branch.write(undoing.undo, number)
    assert branch.read(complaints.find_complaints) == []


def set_days(branch: Branch, **changed: dict[str, int]) -> None:
    branch.act("head")
    with branch.store.read() as session:
        stored = settings.load(session)[settings.COMPLAINT_DAYS]
    value = {one: days | changed.get(one, {}) for one, days in stored.value.items()}
    branch.write(settings.set, settings.COMPLAINT_DAYS, value, version=stored.version)


def test_the_branch_sets_the_days_of_new_cases(branch: Branch, customer: Any) -> None:
    before = add(branch, customer, seriousness="grave")
    set_days(branch, grave={"call": 0, "find_out": 1, "agree": 3, "final": 4, "tell": 2})
    branch.act("manager")
    calendar = branch.read(load_calendar)
    assert record(branch, before).row.final_on == deadlines.after(calendar, MONDAY, 2)  # keeps its days
    one = add(branch, customer, seriousness="grave")
    due = [each.due_on for each in record(branch, one).steps]
    assert due == [MONDAY, TUESDAY, deadlines.after(calendar, MONDAY, 3)]
    assert one.final_on == deadlines.after(calendar, MONDAY, 4)
    branch.write(complaints.resolve_complaint, one.uid, "退费", version=branch.version(one), on=MONDAY)
    assert record(branch, one).row.due_on == deadlines.after(calendar, MONDAY, 2)
    branch.write(complaints.reopen_complaint, one.uid, "再谈", version=branch.version(one), today=TUESDAY)
    again = record(branch, one)
    assert again.row.final_on == deadlines.after(calendar, TUESDAY, 4)
    assert again.row.due_on == deadlines.after(calendar, TUESDAY, 1)  # what was left undone is not late
    saturday = MONDAY + timedelta(days=5)  # nobody calls on a day of rest
    assert add(branch, customer, seriousness="grave", raised_on=saturday).due_on == MONDAY + timedelta(days=7)


def test_days_that_make_no_sense_are_refused(branch: Branch) -> None:
    branch.act("head")

    def code(value: Any, name: str = settings.COMPLAINT_DAYS) -> str:
        return refused(branch, settings.set, name, value, version=0)

    good = settings.DEFINITIONS[settings.COMPLAINT_DAYS].default
    assert code(good | {"grave": good["grave"] | {"call": 3}}) == "settings.step_after_decision"
    assert code(good | {"grave": good["grave"] | {"final": 0}}) == "value.out_of_range"
    assert code(good | {"grave": good["grave"] | {"tell": 61}}) == "value.out_of_range"
    assert code(good | {"grave": good["grave"] | {"call": "1"}}) == "value.out_of_range"
    assert code({"minor": good["minor"]}) == "value.not_a_choice"
    escalation = settings.COMPLAINT_ESCALATION
    assert code({"roles": [], "after": 0}, escalation) == "settings.escalated_to_nobody"
    assert code({"roles": ["teller"], "after": 0}, escalation) == "value.not_a_choice"
    assert code({"roles": ["supervisor"], "after": 11}, escalation) == "value.out_of_range"
    branch.act("manager")
    with pytest.raises(NotAllowed):
        branch.write(settings.set, settings.COMPLAINT_DAYS, good, version=0)


def test_a_case_made_more_serious_is_to_be_decided_sooner(branch: Branch, customer: Any) -> None:
    one = add(branch, customer)
    other = branch.people["colleague"]
    given = {"seriousness": "grave", "owner": other.staff_uid}
    branch.write(complaints.edit_complaint, one.uid, given, version=branch.version(one))
    found = record(branch, one)
    assert found.row.final_on == MONDAY + timedelta(days=2)
    assert [step.due_on for step in found.steps] == [TUESDAY, found.row.final_on, found.row.final_on]
    assert {step.staff for step in found.steps} == {other.name}  # who has it now does what is open
    chosen = add(branch, customer, final_on=MONDAY + timedelta(days=10))
    branch.write(
        complaints.edit_complaint, chosen.uid, {"seriousness": "grave"}, version=branch.version(chosen)
    )
    assert record(branch, chosen).row.final_on == MONDAY + timedelta(days=10)  # a day somebody chose stays


def cases(branch: Branch, who: str, on: date, manager_id: int | None = None) -> dict[Section, list[str]]:
    branch.act(who)
    asked = Asked(on, on, on, manager_id=manager_id)
    found = branch.read(care.load_worklist, asked)
    assert branch.read(care.count_waiting, asked)[0] == found.open_count
    lines = {part.section: [one.key.subject for one in part.lines if one.is_case] for part in found.parts}
    return {section: uids for section, uids in lines.items() if uids}


def test_a_case_of_nobodys_customer_stands_in_the_day_of_its_owner(branch: Branch) -> None:
    today = date.today()
    calendar = branch.read(load_calendar)
    day = deadlines.after(calendar, today, 1)
    late = deadlines.after(calendar, day, 1)
    branch.act("manager")
    one = branch.write(complaints.add_complaint, GIVEN | {"person": "过路的李先生"}, today=today)
    assert cases(branch, "manager", today) == {}
    assert cases(branch, "manager", day) == {Section.COMPLAINT: [one.uid]}
    assert cases(branch, "colleague", day) == {}
    assert cases(branch, "supervisor", day) == {Section.COMPLAINT: [one.uid]}
    me, manager = branch.people["head"].staff_id, branch.people["manager"].staff_id
    assert cases(branch, "head", day, me) == {}
    assert cases(branch, "head", day, manager) == {Section.COMPLAINT: [one.uid]}
    for manager_id in (None, me):
        assert cases(branch, "head", late, manager_id) == {Section.ESCALATED: [one.uid]}
    branch.act("head")
    stored = branch.read(settings.load)[settings.COMPLAINT_ESCALATION]
    value = {"roles": ["supervisor"], "after": 1}
    branch.write(settings.set, settings.COMPLAINT_ESCALATION, value, version=stored.version)
    assert cases(branch, "head", late, me) == {}
    assert cases(branch, "supervisor", late) == {Section.COMPLAINT: [one.uid]}
    later = deadlines.after(calendar, late, 1)
    assert cases(branch, "supervisor", later) == {Section.ESCALATED: [one.uid]}
    branch.write(complaints.resolve_complaint, one.uid, "已致歉", version=branch.version(one), on=today)
    branch.write(complaints.tell_customer, one.uid, "call", version=branch.version(one), on=today)
    assert cases(branch, "supervisor", later) == {}


def test_a_case_of_a_colleagues_customer_stands_in_the_day_of_who_is_in_charge(
    branch: Branch, customer: Any
) -> None:
    today = date.today()
    day = deadlines.after(branch.read(load_calendar), today, 1)
    branch.act("supervisor")
    other = branch.people["colleague"]
    given = GIVEN | {"owner": other.staff_uid}
    one = branch.write(complaints.add_complaint, given, customer_uid=customer.uid, today=today)
    assert cases(branch, "colleague", day) == {Section.COMPLAINT: [one.uid]}
    assert cases(branch, "manager", day) == {}  # there it is a touchpoint of the customer
    [name] = [line.touchpoint.values[4] for line in lines(branch, "colleague", day)]
    assert "*" in name or name != "王芳"


def lines(branch: Branch, who: str, on: date) -> list[care.Line]:
    branch.act(who)
    found = branch.read(care.load_worklist, Asked(on, on, on))
    return [one for part in found.parts for one in part.lines if one.is_case]
