"""What anonymous surveys never tell, and what follows from answers that are somebody's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import select

from rmdesk.models import FollowUp, InvitationState, Role, Staff, StaffRole, Survey
from rmdesk.services import care, changes, surveys, undoing
from rmdesk.services.surveys import From, GroupBy, questionnaire, satisfaction, themes
from rmdesk.services.surveys.results import SMALLEST_GROUP, hides
from tests.services.surveys.test_asking import ANSWERED, enter, invited, opened, refused
from tests.support.branches import Branch


@given(some.lists(some.integers(0, 40), max_size=8))
def test_nothing_hidden_can_be_told_from_the_whole(sizes: list[int]) -> None:
    hidden = hides(sizes)
    assert {place for place, size in enumerate(sizes) if 0 < size < SMALLEST_GROUP} <= hidden
    if hidden and len(hidden) < sum(1 for one in sizes if one):
        assert len(hidden) > 1
        assert sum(sizes[one] for one in hidden) >= SMALLEST_GROUP


def test_the_next_smallest_group_is_hidden_too(branch: Branch) -> None:
    survey = opened(branch, 3, is_anonymous=True)
    people = [branch.people[name].staff_uid for name in ("manager", "colleague", "supervisor")]
    for uid, forms in zip(people, (2, 6, 9), strict=True):
        for _form in range(forms):
            enter(branch, survey, From(staff_uid=uid))
    groups = branch.read(surveys.load_groups, survey.uid, GroupBy.MANAGER)
    shown = {one.n: any(not each.hidden for each in one.questions) for one in groups}
    assert shown == {2: False, 6: False, 9: True}


def test_words_of_few_anonymous_forms_are_not_told(branch: Branch) -> None:
    survey = opened(branch, 3, is_anonymous=True)
    for place in range(SMALLEST_GROUP - 1):
        enter(branch, survey, q5=f"意见{place}")
    theme = branch.write(themes.add_theme, survey.uid, "排队")
    assert branch.read(themes.list_answers, survey.uid, "q5") == []
    enter(branch, survey, q5="意见")
    said = branch.read(themes.list_answers, survey.uid, "q5")
    assert len(said) == SMALLEST_GROUP
    branch.write(themes.put_under, theme.uid, said)
    assert [one.count for one in branch.read(themes.list_themes, survey.uid, "q5")] == [SMALLEST_GROUP]


def test_questions_that_were_answered_are_not_undone(branch: Branch) -> None:
    survey = opened(branch)
    record = branch.read(surveys.load_survey, survey.uid)
    document = record.form.stored()
    document["sections"] = document["sections"][:1]
    del document["sections"][0]["questions"][0]["jumps"]
    fewer = questionnaire.read(document)
    branch.write(surveys.set_questionnaire, survey.uid, fewer, seen=record.form_version)
    number = branch.newest().number
    branch.write(surveys.enter_response, survey.uid, {"q1": 8, "q2": ["1"]}, From(form_number="1"))
    assert refused(branch, undoing.undo, number) == "survey.answered_since"


def follow_ups(branch: Branch) -> list[FollowUp]:
    with branch.store.read() as session:
        return list(session.scalars(select(FollowUp)))


def asked_again(branch: Branch, survey: Survey) -> Survey:
    again: Survey = branch.write(surveys.copy_survey, survey.uid)
    branch.write(surveys.open_survey, again.uid, version=1)
    return again


def test_who_is_much_less_satisfied_is_to_be_called(branch: Branch) -> None:
    first = opened(branch)
    for number in ("1", "2"):
        enter(branch, first, From(form_number=number), q1=8)
    assert follow_ups(branch) == []
    again = asked_again(branch, first)
    enter(branch, again, From(form_number="1"), q1=7)
    assert follow_ups(branch) == []
    enter(branch, again, From(form_number="2"), q1=3)
    [due] = follow_ups(branch)
    assert due.customer_id == invited(branch, first)[1].customer_id
    assert (due.staff_id, due.due_on > date.today()) == (branch.people["manager"].staff_id, True)
    branch.undo()
    assert follow_ups(branch) == []


def test_a_head_who_keeps_records_has_the_call_in_their_own_day(branch: Branch) -> None:
    first = opened(branch)
    enter(branch, first, From(form_number="2"), q1=8)
    again = asked_again(branch, first)
    head = branch.people["head"]
    with branch.store.write() as session:
        session.add(StaffRole(staff_id=head.staff_id, role=Role.RELATIONSHIP_MANAGER.value))
        changes.describe(session, "staff.roles_set", subject=session.get_one(Staff, head.staff_id))
    enter(branch, again, From(form_number="2"), q1=3)
    [due] = follow_ups(branch)
    branch.store.actor = replace(head, roles=head.roles | {Role.RELATIONSHIP_MANAGER})
    for manager_id, there in ((head.staff_id, True), (due.staff_id, False)):
        asked = care.Asked(due.due_on, due.due_on, due.due_on, manager_id=manager_id)
        found = branch.read(care.load_worklist, asked)
        keys = {line.key.subject for part in found.parts for line in part.lines}
        assert (due.uid in keys) is there


def test_satisfaction_is_told_over_time_and_the_managers_to_few(branch: Branch) -> None:
    first = opened(branch)
    enter(branch, first, From(form_number="1"), q1=10, q2=None)
    again = asked_again(branch, first)
    enter(branch, again, From(form_number="1"), q1=1)
    with branch.store.read() as session:
        customer = invited(branch, first)[0].customer_id
        uid = session.connection().exec_driver_sql(f"SELECT uid FROM customer WHERE id = {customer}").scalar()
    points = branch.read(satisfaction.of_customer, uid)
    assert [(one.number, one.overall) for one in points] == [(again.number, 0.0), (first.number, 1.0)]
    form = questionnaire.read(
        {
            "version": 1,
            "sections": [
                {
                    "key": "s",
                    "questions": [
                        {
                            "key": "m",
                            "kind": "rating",
                            "text": "经理",
                            "low": 1,
                            "high": 5,
                            "aspect": "manager",
                        }
                    ],
                }
            ],
        }
    )
    rated = branch.write(surveys.add_survey, {"title": "评经理"}, form)
    branch.write(surveys.open_survey, rated.uid, version=1)
    branch.write(surveys.enter_response, rated.uid, {"m": 2}, From(form_number="1"))
    assert branch.read(satisfaction.of_customer, uid)[0].manager == 0.25
    branch.act("manager")
    assert {one.manager for one in branch.read(satisfaction.of_customer, uid)} == {None}


def test_who_has_not_answered_is_reminded_once(branch: Branch) -> None:
    survey = opened(branch)
    enter(branch, survey, From(form_number="1"))
    with branch.store.read() as session:
        found = session.connection().exec_driver_sql("SELECT uid FROM customer ORDER BY id")
        people: list[Any] = [row[0] for row in found]
    assert branch.write(surveys.remind, survey.uid, people, today=date.today()) == 2
    assert branch.write(surveys.remind, survey.uid, people) == 0
    assert {one.due_on > date.today() - timedelta(days=1) for one in follow_ups(branch)} == {True}
    branch.act("colleague")
    assert branch.write(surveys.remind, survey.uid, people) == 0
    states = {one.state for one in invited(branch, survey)}
    assert states == {InvitationState.ANSWERED, InvitationState.PENDING}
    assert ANSWERED["q1"] == 8
