"""A survey from its draft to its results, in a real vault."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from rmdesk.models import (
    InvitationState,
    Survey,
    SurveyInvitation,
    SurveyResponse,
    SurveyVersion,
)
from rmdesk.services import surveys, undoing
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from rmdesk.services.surveys import From, GroupBy, questionnaire, sampling, themes
from tests.services.surveys.test_questionnaire import read
from tests.support.branches import Branch

TODAY = date(2026, 9, 10)
ANSWERED = {"q1": 8, "q2": ["1"], "q3": 9, "q4": {"a": 4, "b": 5}}


def draft(branch: Branch, **given: object) -> Survey:
    return branch.write(surveys.add_survey, {"title": "客户满意度调研"} | given, read(), today=TODAY)


def opened(branch: Branch, customers: int = 3, **given: object) -> Survey:
    """A survey that so many customers of the manager are asked by."""
    branch.act("manager")
    for place in range(customers):
        branch.add(f"客户{chr(0x4E00 + place)}", owner=branch.people["manager"].staff_uid)
    branch.act("head")
    survey = draft(branch, **given)
    branch.write(surveys.open_survey, survey.uid, version=1, seed=7, today=TODAY)
    return survey


def invited(branch: Branch, survey: Survey) -> list[SurveyInvitation]:
    with branch.store.read() as session:
        found = select(SurveyInvitation).where(SurveyInvitation.survey_id == survey.id)
        return list(session.scalars(found.order_by(SurveyInvitation.id)))


def enter(branch: Branch, survey: Survey, whose: From = From(), **changed: Any) -> SurveyResponse:  # noqa: B008
    given = {key: value for key, value in (ANSWERED | changed).items() if value is not None}
    return branch.write(surveys.enter_response, survey.uid, given, whose, today=TODAY)[0]


def refused(branch: Branch, use_case: Any, *arguments: Any, **given: Any) -> str:
    with pytest.raises(UserError) as caught:
        branch.write(use_case, *arguments, **given)
    return caught.value.code


def test_a_draft_is_numbered_changed_and_removed(branch: Branch) -> None:
    first, second = draft(branch), draft(branch, title="第二次", ends_on=TODAY + timedelta(days=9))
    assert (first.number, second.number) == ("2026-001", "2026-002")
    branch.write(surveys.edit_survey, first.uid, {"purpose": "了解满意度\n改进服务"}, version=1)
    record = branch.read(surveys.load_survey, "2026-001")
    assert (record.purpose, record.state, record.form_number) == ("了解满意度\n改进服务", "draft", 1)
    assert record.form == read()
    [listed] = branch.read(surveys.load_surveys, branch.read(surveys.find_surveys, search="第二"))
    assert (listed.title, listed.invited, listed.answered) == ("第二次", 0, 0)
    branch.write(surveys.remove_survey, first.uid, version=branch.version(first))
    assert branch.read(surveys.find_surveys) == [second.id]
    branch.undo()
    assert branch.read(surveys.load_survey, first.uid).form == read()
    assert draft(branch).number == "2026-003"


def test_what_cannot_be_a_survey(branch: Branch) -> None:
    assert refused(branch, surveys.add_survey, {"title": " "}) == "text.empty"
    assert (
        refused(branch, surveys.add_survey, {"title": "甲", "ends_on": TODAY}, today=date(2026, 9, 11))
        == "survey.backwards"
    )
    assert refused(branch, surveys.add_survey, {"title": "甲", "sampling": "random"}) == "survey.sample_size"
    survey = draft(branch)
    with pytest.raises(Conflict):
        branch.write(surveys.edit_survey, survey.uid, {"title": "乙"}, version=9)
    branch.act("manager")
    with pytest.raises(NotAllowed):
        branch.write(surveys.add_survey, {"title": "甲"})
    branch.act("teller")
    with pytest.raises(NotAllowed):
        branch.read(surveys.find_surveys)


def test_everybody_of_the_population_gets_a_numbered_form(branch: Branch) -> None:
    survey = opened(branch)
    forms = invited(branch, survey)
    assert [one.form_number for one in forms] == [1, 2, 3]
    record = branch.read(surveys.load_survey, survey.uid)
    assert (record.state, record.population, record.drawn_on, record.invited) == ("open", 3, TODAY, 3)
    assert refused(branch, surveys.open_survey, survey.uid, version=record.version) == "survey.not_a_draft"
    assert (
        refused(branch, surveys.edit_survey, survey.uid, {"is_anonymous": True}, version=record.version)
        == "survey.asked_already"
    )
    assert (
        refused(branch, surveys.remove_survey, survey.uid, version=record.version) == "survey.has_been_asked"
    )


def test_a_survey_of_nobody_or_nothing_is_not_opened(branch: Branch) -> None:
    survey = draft(branch)
    assert refused(branch, surveys.open_survey, survey.uid, version=1) == "survey.nobody"
    empty = branch.write(surveys.add_survey, {"title": "空"}, today=TODAY)
    branch.add()
    assert refused(branch, surveys.open_survey, empty.uid, version=1) == "survey.no_questions"
    expression = {"version": 1, "all": [{"field": "grade", "op": "at_least", "value": 5}]}
    of_segment = draft(branch, expression=expression)
    assert branch.read(surveys.load_survey, of_segment.uid).expression is not None
    assert refused(branch, surveys.open_survey, of_segment.uid, version=1) == "survey.nobody"


def test_the_same_seed_draws_the_same_sample(branch: Branch) -> None:
    survey = opened(branch, 9, sampling="random", sample_size=4)
    record = branch.read(surveys.load_survey, survey.uid)
    assert (record.seed, record.population, record.invited) == (7, 9, 4)
    drawn = [one.customer_id for one in invited(branch, survey)]
    with branch.store.read() as session:
        population = sampling.find_population(session, session.get_one(Survey, survey.id), TODAY)
    assert drawn == sampling.draw(list(reversed(population)), 4, 7)
    assert drawn != sampling.draw(population, 4, 8)


def test_a_seed_that_is_given_goes_before_the_one_that_is_kept(branch: Branch) -> None:
    branch.add("王芳")
    survey = draft(branch, sampling="random", sample_size=1, seed=3)
    assert refused(branch, surveys.open_survey, survey.uid, version=1, seed=2**31) == "value.out_of_range"
    branch.write(surveys.open_survey, survey.uid, version=1, seed=7, today=TODAY)
    assert branch.read(surveys.load_survey, survey.uid).seed == 7


@pytest.mark.parametrize("size", [1, 2, 3, 10, 57, 110, 500])
def test_strata_are_drawn_in_proportion(size: int) -> None:
    strata = {"白金": list(range(10)), "金": list(range(100, 190)), None: list(range(200, 210)), "空": []}
    drawn = sampling.draw_stratified(strata, size, 3)
    assert len(drawn) == len(set(drawn)) == min(size, 110)
    assert drawn == sampling.draw_stratified(strata, size, 3)
    of = {key: sum(one in ids for one in drawn) for key, ids in strata.items()}
    if size >= 3:
        assert all(of[key] for key in ("白金", "金", None))
    assert abs(of["金"] - min(size, 110) * 90 / 110) <= 2


def test_answers_belong_to_whom_the_form_was_sent(branch: Branch) -> None:
    survey = opened(branch)
    branch.act("manager")
    row = enter(branch, survey, From(form_number="2"))
    forms = invited(branch, survey)
    assert row.customer_id == forms[1].customer_id
    assert (forms[1].state, forms[1].settled_on) == (InvitationState.ANSWERED, TODAY)
    assert row.staff_id == branch.people["manager"].staff_id
    assert refused(branch, surveys.enter_response, survey.uid, ANSWERED, From(form_number="2")) == (
        "survey.number_entered"
    )
    [shown] = branch.read(surveys.load_responses, branch.read(surveys.find_responses, survey.uid))
    assert (shown.form_number, shown.answers) == ("2", ANSWERED)
    branch.write(surveys.edit_response, row.uid, ANSWERED | {"q3": 3}, version=1)
    branch.write(surveys.remove_response, row.uid, version=2)
    assert {one.state for one in invited(branch, survey)} == {InvitationState.PENDING}
    branch.undo()
    assert branch.read(surveys.find_responses, survey.uid) == [row.id]
    branch.act("colleague")
    assert branch.read(surveys.find_responses, survey.uid) == []
    with pytest.raises(NotAllowed):
        enter(branch, survey, From(form_number="1"))


def test_managers_mark_their_own_customers_and_take_back_what_they_did(branch: Branch) -> None:
    survey = opened(branch)
    people = [branch.read(_uid_of, one.customer_id) for one in invited(branch, survey)]
    branch.act("colleague")
    assert branch.write(surveys.mark_invitations, survey.uid, people, InvitationState.REFUSED) == 0
    branch.act("manager")
    assert branch.write(surveys.mark_invitations, survey.uid, people[:2], InvitationState.REFUSED) == 2
    branch.act("colleague")
    with pytest.raises(NotAllowed):
        branch.undo()
    branch.act("manager")
    branch.undo()
    assert {one.state for one in invited(branch, survey)} == {InvitationState.PENDING}


def test_what_was_counted_or_signed_is_not_undone(branch: Branch) -> None:
    survey = opened(branch)
    enter(branch, survey, From(form_number="1"))
    entered = branch.newest().number
    branch.write(surveys.close_survey, survey.uid, version=branch.version(survey))
    assert refused(branch, undoing.undo, entered) == "survey.not_open"
    branch.write(surveys.reporting.add_measure, survey.uid, {"what": "增开窗口"})
    decided = branch.newest().number
    branch.write(surveys.reporting.sign_report, survey.uid, b"%PDF-", version=0)
    assert refused(branch, undoing.undo, decided) == "survey.report_signed"
    version = branch.read(surveys.reporting.load_report, survey.uid).version
    branch.write(surveys.reporting.note_sent, survey.uid, "总行", TODAY, version=version)
    branch.act("supervisor")
    with pytest.raises(NotAllowed):
        branch.undo()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"q1": 11}, "answer.out_of_range"),
        ({"q1": "8"}, "answer.out_of_range"),
        ({"q1": None}, "answer.missing"),
        ({"q1": 10}, "answer.not_asked"),  # 10 leads past question 2
        ({"q2": ["1", "2", "9"]}, "answer.how_many"),
        ({"q2": ["1", "1"]}, "answer.twice"),
        ({"q2": ["7"]}, "answer.not_an_option"),
        ({"q4": {"a": 4}}, "answer.all_of_them"),
        ({"q5": "好" * 5001}, "text.too_long"),
        ({"q9": 1}, "answer.unknown_question"),
        ({"q2.1": "理由"}, "answer.unknown_question"),
    ],
)
def test_answers_that_do_not_fit(branch: Branch, changed: dict[str, Any], code: str) -> None:
    survey = opened(branch, 1)
    assert refused(branch, surveys.enter_response, survey.uid, ANSWERED | changed, From()) == code
    _row, faults = branch.write(surveys.enter_response, survey.uid, ANSWERED | changed, with_faults=True)
    assert code in [one.error.code for one in faults]


def test_texts_that_look_like_formulas_or_markup_stay_as_they_are(branch: Branch) -> None:
    survey = opened(branch, 1)
    said = "=cmd|'/c calc'!A1 <img src=x> A&B 𠮷 🙂"
    enter(branch, survey, q5=said, q2=["9"], **{"q2.9": "+1"})
    [shown] = branch.read(surveys.load_responses, branch.read(surveys.find_responses, survey.uid))
    assert (shown.answers["q5"], shown.answers["q2.9"]) == (said, "+1")


def test_words_beside_an_option_that_was_not_chosen_are_left_out(branch: Branch) -> None:
    survey = opened(branch, 1)
    row = enter(branch, survey, **{"q2.9": "停车难"})
    assert json.loads(row.answers) == ANSWERED


def test_a_change_after_answers_makes_the_next_version(branch: Branch) -> None:
    survey = opened(branch)
    record = branch.read(surveys.load_survey, survey.uid)
    softer = read(q3={"text": "您愿意推荐我们吗？"})
    branch.write(surveys.set_questionnaire, survey.uid, softer, seen=record.form_version)
    assert branch.read(surveys.load_survey, survey.uid).form_number == 1
    enter(branch, survey, From(form_number="1"))
    document = softer.stored()
    document["sections"][0]["questions"].pop(1)  # question 2 goes
    shorter = questionnaire.read(document)
    record = branch.read(surveys.load_survey, survey.uid)
    branch.write(surveys.set_questionnaire, survey.uid, shorter, seen=record.form_version)
    assert branch.read(surveys.load_survey, survey.uid).form_number == 2
    enter(branch, survey, From(form_number="2"), q2=None)
    with branch.store.read() as session:
        assert len(session.scalars(select(SurveyVersion)).all()) == 2
    results = branch.read(surveys.load_results, survey.uid)
    # What was asked before is counted, too, behind what is asked now.
    assert [(one.key, one.n) for one in results.questions] == [
        ("q1", 2),
        ("q3", 2),
        ("q4", 2),
        ("q5", 0),
        ("q2", 1),
    ]
    with pytest.raises(Conflict):
        branch.write(surveys.set_questionnaire, survey.uid, read(), seen=99)


def test_nobody_can_join_an_anonymous_form_and_a_customer(branch: Branch) -> None:
    survey = opened(branch, 12, is_anonymous=True)
    assert {one.form_number for one in invited(branch, survey)} == {None}
    for given in (From(form_number="1"), From(answered_on=TODAY)):
        assert refused(branch, surveys.enter_response, survey.uid, ANSWERED, given) == "survey.anonymous_form"
    rows = [enter(branch, survey, q3=3 + place) for place in range(6)]
    assert {(one.customer_id, one.form_number, one.answered_on) for one in rows} == {(None, None, None)}
    assert {one.state for one in invited(branch, survey)} == {InvitationState.PENDING}
    people = [branch.read(_uid_of, one.customer_id) for one in invited(branch, survey)]
    assert (
        refused(branch, surveys.mark_invitations, survey.uid, people[:4], InvitationState.ANSWERED)
        == "survey.anonymous_batch"
    )
    assert branch.write(surveys.mark_invitations, survey.uid, people[:6], InvitationState.ANSWERED) == 6
    assert {one.settled_on for one in invited(branch, survey)} == {None}
    # No record of any change names a customer beside an answer.
    for number in branch.read(_numbers):
        tables = branch.read(_tables_of, number)
        assert not {"survey_response", "survey_invitation"} <= tables
    results = branch.read(surveys.load_results, survey.uid)
    assert (results.response.answered, results.response.forms) == (6, 6)


def test_small_groups_of_an_anonymous_survey_are_not_told(branch: Branch) -> None:
    survey = opened(branch, 12, is_anonymous=True)
    manager, colleague = (branch.people[one].staff_uid for one in ("manager", "colleague"))
    for _ in range(5):
        enter(branch, survey, From(staff_uid=manager))
    for _ in range(4):
        enter(branch, survey, From(staff_uid=colleague))
    for _ in range(6):  # else the largest alone would tell of the smallest
        enter(branch, survey)
    groups = {one.label: one for one in branch.read(surveys.load_groups, survey.uid, GroupBy.MANAGER)}
    assert groups[None].questions[0].summary is not None
    assert {one.hidden for one in groups["林晓雯"].questions} == {True}
    assert {one.hidden for one in groups["陈立"].questions} == {True}
    assert {one.n for one in groups["陈立"].questions} == {0}


def test_results_tell_shares_means_and_promoters(branch: Branch) -> None:
    survey = opened(branch, 4)
    for place, (rating, nps) in enumerate([(8, 10), (6, 7), (8, 3)], 1):
        enter(branch, survey, From(form_number=str(place)), q1=rating, q3=nps)
    results = branch.read(surveys.load_results, survey.uid)
    by_key = {one.key: one for one in results.questions}
    assert (results.response.invited, results.response.answered) == (4, 3)
    assert results.response.rate == 0.75
    overall = by_key["q1"]
    assert overall.summary is not None
    assert (overall.n, overall.summary.mean, overall.summary.median) == (3, pytest.approx(22 / 3), 8)
    assert overall.top_two == 0
    promoters = by_key["q3"].promoters
    assert promoters is not None
    assert promoters.nps == pytest.approx(0)
    assert [(one.code, one.count) for one in by_key["q2"].options] == [("1", 3), ("2", 0), ("9", 0)]
    assert [(code, row.summary.mean) for code, row in by_key["q4"].rows if row.summary] == [
        ("a", 4),
        ("b", 5),
    ]
    by_tier = branch.read(surveys.load_groups, survey.uid, GroupBy.TIER)
    assert [(one.label, one.n) for one in by_tier] == [(None, 3)]
    by_age = branch.read(surveys.load_groups, survey.uid, GroupBy.AGE)
    assert [(one.label, one.n) for one in by_age] == [(None, 3)]
    draft_of = draft(branch)
    with pytest.raises(UserError, match="not_yet"):
        branch.read(surveys.load_results, draft_of.uid)


def test_a_copy_is_compared_with_what_it_was_copied_from(branch: Branch) -> None:
    former = opened(branch, 4)
    for place, rating in enumerate((5, 6, 5, 6), 1):
        enter(branch, former, From(form_number=str(place)), q1=rating, q3=5)
    branch.write(surveys.close_survey, former.uid, version=branch.version(former))
    assert refused(branch, surveys.enter_response, former.uid, ANSWERED) == "survey.not_open"
    copy = branch.write(surveys.copy_survey, former.uid, TODAY)
    branch.write(surveys.open_survey, copy.uid, version=1, today=TODAY)
    for place, rating in enumerate((8, 8, 7, 8), 1):
        enter(branch, copy, From(form_number=str(place)), q1=rating, q3=5)
    results = branch.read(surveys.load_results, copy.uid)
    changes = {one.key: one for one in results.changes}
    assert results.former_number == former.number
    assert (changes["q1"].before, changes["q1"].now) == (5.5, 7.75)
    assert changes["q1"].difference.is_significant
    assert not changes["q3"].difference.is_significant
    branch.write(surveys.reopen_survey, former.uid, version=branch.version(former))
    assert branch.read(surveys.load_survey, former.uid).state == "open"


def test_open_answers_are_sorted_counted_and_quoted(branch: Branch) -> None:
    survey = opened(branch, 5)
    said = ["排队太久", "排队时间长", "希望多办沙龙", "大堂排队！", None]
    for place, one in enumerate(said, 1):
        enter(branch, survey, From(form_number=str(place)), q5=one)
    answers = branch.read(themes.list_answers, survey.uid, "q5")
    assert [one.text for one in answers] == sorted(one for one in said if one)
    words = dict(themes.suggest(one.text for one in answers))
    assert words == {"排队": 3}
    theme = branch.write(themes.add_theme, survey.uid, "排队")
    held = themes.holding(answers, "排队")
    assert branch.write(themes.put_under, theme.uid, held) == 3
    assert branch.write(themes.put_under, theme.uid, held) == 0  # as they were read before
    assert branch.write(themes.quote, survey.uid, held[:1], on=True) == 1
    [listed] = branch.read(themes.list_themes, survey.uid, "q5")
    assert (listed.name, listed.count) == ("排队", 3)
    again = branch.read(themes.list_answers, survey.uid, "q5")
    assert sum(theme.uid in one.themes for one in again) == 3
    assert [one.text for one in again if one.is_quoted] == [held[0].text]
    assert branch.write(themes.take_out, theme.uid, [one for one in again if one.themes][:1]) == 1
    assert branch.write(themes.quote, survey.uid, again, on=False) == 1
    assert refused(branch, themes.add_theme, survey.uid, "排队") == "survey.theme_taken"
    branch.write(themes.remove_theme, theme.uid, version=1)
    assert branch.read(themes.list_themes, survey.uid) == []


def _uid_of(session: Any, id: int) -> str:
    from rmdesk.models import Customer

    return str(session.get_one(Customer, id).uid)


def _numbers(session: Any) -> list[int]:
    from rmdesk.services import changes

    return list(changes.find_numbers(session))


def _tables_of(session: Any, number: int) -> set[str]:
    from rmdesk.services import changes

    return {one.table for one in changes.records_of(session, number)}


@pytest.mark.parametrize(
    ("key", "cell", "answer"),
    [
        ("q1", 8.0, 8),
        ("q1", "８分", 8),
        ("q1", " 7 ", 7),
        ("q2", "排队时间、收益水平", ["1", "2"]),
        ("q2", "2;1", ["1", "2"]),
        ("q2", "AB", ["1", "2"]),
        ("q2", "12", ["1", "2"]),
        ("q2", "其他", ["9"]),
        ("q3", "10", 10),
        ("q4", "4、5", {"a": 4, "b": 5}),
        ("q4", "4 5", {"a": 4, "b": 5}),
        ("q5", "=1+1", "=1+1"),
        ("q5", "", None),
        ("q5", None, None),
    ],
)
def test_cells_are_read_as_people_write_them(key: str, cell: object, answer: object) -> None:
    assert surveys.read_cell(read().by_key[key], cell) == answer


@pytest.mark.parametrize(
    ("key", "cell", "code"),
    [
        ("q1", "很好", "answer.out_of_range"),
        ("q1", 8.5, "answer.out_of_range"),
        ("q1", 11, "answer.out_of_range"),
        ("q2", "排队", "answer.not_an_option"),
        ("q2", "1,2,9", "answer.how_many"),
        ("q4", "4", "answer.all_of_them"),
    ],
)
def test_cells_that_say_nothing_known(key: str, cell: object, code: str) -> None:
    with pytest.raises(UserError) as caught:
        surveys.read_cell(read().by_key[key], cell)
    assert caught.value.code == code


def test_words_to_make_themes_of_do_not_repeat_each_other() -> None:
    said = ["到期提醒很及时，谢谢"] * 4 + ["手机银行登录麻烦"] * 3 + ["希望多办沙龙"] * 2
    assert [word for word, _count in themes.suggest(said)] == ["到期提醒", "手机银行登录", "麻烦", "办沙龙"]


def test_answers_are_kept_as_json_in_one_order(branch: Branch) -> None:
    survey = opened(branch, 1)
    row = enter(branch, survey)
    assert json.loads(row.answers) == ANSWERED
    assert row.answers == json.dumps(ANSWERED, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_who_is_asked_is_named_as_lists_name_customers(branch: Branch) -> None:
    survey = opened(branch, 1)
    enter(branch, survey, From(form_number="1"))

    def named() -> tuple[str, str | None]:
        [asked] = branch.read(
            lambda session: surveys.load_invitations(
                session, surveys.find_invitations(session, survey=survey.uid)
            )
        )
        [form] = branch.read(surveys.load_responses, branch.read(surveys.find_responses, survey.uid))
        return asked.customer, form.customer

    assert named() == ("客*", "客*")
    branch.act("manager")
    assert named() == ("客户一", "客户一")
