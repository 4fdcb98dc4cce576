"""What a survey found: for each question how many, shares, means, intervals; by group, and against before.

All forms of a survey are counted together, whatever version they answered: a question is the one of its key
in the newest version that has it. Statistics are those of `statistics`, which names formulas and sources.
"""

from __future__ import annotations

import enum
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Customer,
    InvitationState,
    Staff,
    Survey,
    SurveyInvitation,
    SurveyResponse,
    SurveyState,
    SurveyVersion,
    Tier,
)
from rmdesk.services import roles, segments
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission
from rmdesk.services.surveys import questionnaire, statistics, tabulating
from rmdesk.services.surveys.keeping import find_survey
from rmdesk.services.surveys.questionnaire import (
    DIMENSIONS,
    Aspect,
    Question,
    QuestionKind,
    Questionnaire,
    Side,
)
from rmdesk.services.surveys.tabulating import Tally

SMALLEST_GROUP = 5  # forms: of fewer nothing is told in an anonymous survey
_SCALED = (QuestionKind.RATING, QuestionKind.NPS)


class GroupBy(enum.StrEnum):
    """What the forms of a survey are told apart by."""

    TIER = "tier"
    MANAGER = "manager"
    AGE = "age"
    SEGMENT = "segment"


# Lower edges of the bands of age, by the age reached in the year of answering; the last band is open.
AGES = (30, 40, 50, 60, 70)


@dataclass(frozen=True, slots=True)
class OptionResult:
    """One option, or one number of a scale: `code` names it. The interval is of the share."""

    code: str
    count: int
    share: float | None
    ci: statistics.Interval | None


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What was answered to one question; what does not apply to its kind is None or empty.

    Shares are of the `n` forms that answered it. `top_two` is the share of the two highest of a scale,
    `mean_place` the mean place of each option of a ranking, 1 the first. `rows` are the rows of a matrix.
    `hidden`: fewer than `SMALLEST_GROUP` forms of an anonymous survey, of which nothing is told.
    """

    key: str
    number: int
    kind: QuestionKind
    n: int
    options: tuple[OptionResult, ...] = ()
    summary: statistics.Summary | None = None
    top_two: float | None = None
    top_two_ci: statistics.Interval | None = None
    promoters: statistics.Promoters | None = None
    rows: tuple[tuple[str, QuestionResult], ...] = ()
    mean_place: tuple[tuple[str, float | None], ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """What was found less what was expected of one dimension of service (SERVQUAL), on the same scale."""

    aspect: Aspect
    expectation: float | None
    perception: float | None
    gap: float | None
    p: float | None


@dataclass(frozen=True, slots=True)
class Change:
    """One question against the former survey: means of scales, points of NPS. `p` as in `statistics`."""

    key: str
    number: int
    before: float
    now: float
    difference: statistics.Difference


@dataclass(frozen=True, slots=True)
class GroupResult:
    """One group: `label` is its name, None where nothing is known; `uid` of the tier or person."""

    label: str | None
    uid: str | None
    n: int
    questions: tuple[QuestionResult, ...]


@dataclass(frozen=True, slots=True)
class Response:
    """How many were asked, and what became of it. Without a sample the rate is None."""

    invited: int
    answered: int  # of those invited
    refused: int
    unreached: int
    forms: int  # entered, of strangers as well
    rate: float | None
    ci: statistics.Interval | None


@dataclass(frozen=True, slots=True)
class Results:
    form: Questionnaire
    response: Response
    questions: tuple[QuestionResult, ...]
    gaps: tuple[Gap, ...]
    changes: tuple[Change, ...]
    former_number: str | None


def load_results(session: Session, uid: str) -> Results:
    """The results of a survey, by uid or number.

    Raises NotAllowed, UserError `row.gone`, `survey.not_yet` while it is a draft.
    """
    roles.require(session, Permission.RUN_SURVEYS)
    survey = _asked(session, uid)
    form = whole_form(session, survey)
    tallies = tabulating.tally(form.questions, _answers(session, survey))
    hides = survey.is_anonymous
    found = tuple(question_result(form, one, tallies[one.key], hides=hides) for one in form.questions)
    changes, former_number = _changes(session, survey, form, tallies)
    return Results(
        form, response_rate(session, survey), found, _gaps(form, tallies, hides), changes, former_number
    )


def load_groups(
    session: Session, uid: str, by: GroupBy, expressions: Mapping[str, segments.Expression] | None = None
) -> tuple[GroupResult, ...]:
    """The same by group: tiers from the highest, people by name, ages upwards; by name of a segment given.

    Nobody's anonymous form is known to be in a segment: there are no such groups then.
    What a manager's customers say of the manager is told to those who run surveys only, as all of this is.
    Raises as `load_results`.
    """
    roles.require(session, Permission.RUN_SURVEYS)
    survey = _asked(session, uid)
    form = whole_form(session, survey)
    if by is GroupBy.SEGMENT:
        if survey.is_anonymous:
            return ()
        return _groups(
            form,
            survey,
            [
                (name, None, _answers(session, survey, _members(session, one)))
                for name, one in (expressions or {}).items()
            ],
        )
    column = {
        GroupBy.TIER: SurveyResponse.tier_id,
        GroupBy.MANAGER: SurveyResponse.staff_id,
        GroupBy.AGE: SurveyResponse.customer_id,
    }[by]
    found = select(column, SurveyResponse.answered_on, SurveyResponse.answers).where(
        SurveyResponse.survey_id == survey.id
    )
    group_of = _age_of(session, survey) if by is GroupBy.AGE else lambda id, _day: id
    forms: dict[Any, list[dict[str, Any]]] = {}
    for id, day, answers in session.execute(found):
        forms.setdefault(group_of(id, day), []).append(json.loads(answers))
    return _groups(
        form,
        survey,
        [(label, uid, forms[key]) for key, label, uid in _labels(session, by) if key in forms],
    )


def whole_form(session: Session, survey: Survey) -> Questionnaire:
    """The newest questions, and behind them those of earlier versions that were answered and left out."""
    found = select(SurveyVersion.questionnaire, SurveyVersion.id).where(SurveyVersion.survey_id == survey.id)
    versions = [
        (questionnaire.parse(one), id) for one, id in session.execute(found.order_by(SurveyVersion.number))
    ]
    newest = versions[-1][0]
    answered = set(
        session.scalars(
            select(SurveyResponse.version_id).where(SurveyResponse.survey_id == survey.id).distinct()
        )
    )
    present = set(newest.by_key)
    dropped: list[Question] = []
    for form, id in reversed(versions[:-1]):
        if id in answered:
            dropped += [one for one in form.questions if one.key not in present]
            present |= set(form.by_key)
    if not dropped:
        return newest
    last = questionnaire.Section("dropped", questionnaire.Words(), tuple(dropped))
    return Questionnaire((*newest.sections, last))


def question_result(
    form: Questionnaire, question: Question, tally: Tally, *, hides: bool = False
) -> QuestionResult:
    """What a tally of one question tells."""
    number, kind, n = form.number(question.key), question.kind, tally.n
    if hides and 0 < n < SMALLEST_GROUP:
        return QuestionResult(question.key, number, kind, n, hidden=True)
    if kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE):
        options = tuple(_option(one.code, tally.counts[one.code], n) for one in question.options)
        return QuestionResult(question.key, number, kind, n, options)
    if kind in _SCALED:
        return _scaled(question, number, kind, tally.counts)
    if kind is QuestionKind.MATRIX:
        listed = tuple(
            (row.code, _scaled(question, number, QuestionKind.RATING, tally.rows.get(row.code, Counter())))
            for row in question.rows
        )
        return QuestionResult(question.key, number, kind, n, rows=listed)
    if kind is QuestionKind.RANKING:
        places = tuple(
            (one.code, statistics.summarise(tally.places.get(one.code, Counter())).mean)
            for one in question.options
        )
        firsts = tuple(
            _option(one.code, tally.places.get(one.code, Counter())[1], n) for one in question.options
        )
        return QuestionResult(question.key, number, kind, n, firsts, mean_place=places)
    if kind is QuestionKind.NUMBER:
        return QuestionResult(question.key, number, kind, n, summary=statistics.summarise(tally.counts))
    return QuestionResult(question.key, number, kind, n)


def response_rate(session: Session, survey: Survey) -> Response:
    found = (
        select(SurveyInvitation.state, func.count())
        .where(SurveyInvitation.survey_id == survey.id)
        .group_by(SurveyInvitation.state)
    )
    states: dict[str, int] = dict(session.execute(found).all())
    invited, answered = sum(states.values()), states.get(InvitationState.ANSWERED.value, 0)
    forms = session.scalar(select(func.count(SurveyResponse.id)).where(SurveyResponse.survey_id == survey.id))
    if survey.is_anonymous:  # forms that came back count, whether or not anybody noted whose
        answered = max(answered, min(forms or 0, invited))
    return Response(
        invited,
        answered,
        states.get(InvitationState.REFUSED.value, 0),
        states.get(InvitationState.UNREACHED.value, 0),
        forms or 0,
        statistics.share(answered, invited),
        statistics.share_interval(answered, invited),
    )


def _asked(session: Session, uid: str) -> Survey:
    survey = find_survey(session, uid)
    if survey.state == SurveyState.DRAFT.value:
        raise UserError("survey.not_yet")
    return survey


def _answers(session: Session, survey: Survey, among: Any = None) -> list[dict[str, Any]]:
    """The answers of all forms, or of those whose customer is in the subquery `among`."""
    found = select(func.json_group_array(func.json(SurveyResponse.answers))).where(
        SurveyResponse.survey_id == survey.id
    )
    if among is not None:
        found = found.where(SurveyResponse.customer_id.in_(among))
    listed: list[dict[str, Any]] = json.loads(session.scalar(found) or "[]")
    return listed


def _members(session: Session, expression: segments.Expression) -> Any:
    return segments.statement(session, expression).scalar_subquery()


def _option(code: str, count: int, n: int) -> OptionResult:
    return OptionResult(code, count, statistics.share(count, n), statistics.share_interval(count, n))


def _scaled(question: Question, number: int, kind: QuestionKind, counts: Counter[int]) -> QuestionResult:
    n = sum(counts.values())
    top = statistics.top_two(counts, question.high)
    return QuestionResult(
        question.key,
        number,
        kind,
        n,
        tuple(_option(str(one), counts[one], n) for one in question.scale),
        statistics.summarise(counts),
        statistics.share(top, n),
        statistics.share_interval(top, n),
        statistics.promoters(counts) if kind is QuestionKind.NPS else None,
    )


def _gaps(form: Questionnaire, tallies: Mapping[str, Tally], hides: bool) -> tuple[Gap, ...]:
    """For each dimension with ratings of both sides; several questions of one side are taken together."""
    found = []
    for aspect in DIMENSIONS:
        sides: dict[Side, Counter[int]] = {side: Counter() for side in Side}
        for question in form.questions:
            if question.kind is QuestionKind.RATING and question.aspect is aspect and question.side:
                sides[question.side].update(tallies[question.key].counts)
        expected, perceived = sides[Side.EXPECTATION], sides[Side.PERCEPTION]
        if not expected or not perceived:
            continue
        if hides and min(expected.total(), perceived.total()) < SMALLEST_GROUP:
            continue
        tested = statistics.compare_means(perceived, expected)
        found.append(
            Gap(
                aspect,
                statistics.summarise(expected).mean,
                statistics.summarise(perceived).mean,
                None if tested is None else tested.difference,
                None if tested is None else tested.p,
            )
        )
    return tuple(found)


def _changes(
    session: Session, survey: Survey, form: Questionnaire, tallies: Mapping[str, Tally]
) -> tuple[tuple[Change, ...], str | None]:
    if survey.former_id is None:
        return (), None
    former = session.get_one(Survey, survey.former_id)
    before = whole_form(session, former)
    shared = [one for one in form.questions if _is_same(one, before.by_key.get(one.key))]
    if not shared:
        return (), former.number
    then = tabulating.tally(shared, _answers(session, former))
    hides = survey.is_anonymous or former.is_anonymous
    found = []
    for one in shared:
        new, old = tallies[one.key].counts, then[one.key].counts
        if hides and min(new.total(), old.total()) < SMALLEST_GROUP:
            continue
        change = _change(form, one, old, new)
        if change is not None:
            found.append(change)
    return tuple(found), former.number


def _is_same(question: Question, before: Question | None) -> bool:
    return (
        before is not None
        and question.kind in _SCALED
        and (before.kind, before.low, before.high) == (question.kind, question.low, question.high)
    )


def _change(form: Questionnaire, one: Question, old: Counter[int], new: Counter[int]) -> Change | None:
    number = form.number(one.key)
    if one.kind is QuestionKind.NPS:
        difference = statistics.compare_promoters(new, old)
        now, before = statistics.promoters(new).nps, statistics.promoters(old).nps
    else:
        difference = statistics.compare_means(new, old)
        now, before = statistics.summarise(new).mean, statistics.summarise(old).mean
    if difference is None or now is None or before is None:
        return None
    return Change(one.key, number, before, now, difference)


def _groups(
    form: Questionnaire,
    survey: Survey,
    found: list[tuple[str | None, str | None, list[dict[str, Any]]]],
) -> tuple[GroupResult, ...]:
    """The groups of a survey; of an anonymous one those too small are hidden, question by question."""
    tallies = [tabulating.tally(form.questions, forms) for _label, _uid, forms in found]
    hidden: dict[str, set[int]] = {}
    if survey.is_anonymous:
        small = hides([len(forms) for _label, _uid, forms in found])
        hidden = {one.key: small | hides([each[one.key].n for each in tallies]) for one in form.questions}
    return tuple(
        GroupResult(
            label,
            uid,
            len(forms),
            tuple(
                QuestionResult(one.key, form.number(one.key), one.kind, 0, hidden=True)
                if place in hidden.get(one.key, ())
                else question_result(form, one, tallies[place][one.key])
                for one in form.questions
            ),
        )
        for place, (label, uid, forms) in enumerate(found)
    )


def hides(sizes: Sequence[int]) -> set[int]:
    """Which of several groups that make up a whole are hidden: those that are too small, and the next
    smallest as long as what is hidden could be told from the whole and the others (complementary
    suppression).
    """
    hidden = {place for place, size in enumerate(sizes) if 0 < size < SMALLEST_GROUP}
    others = sorted((size, place) for place, size in enumerate(sizes) if size >= SMALLEST_GROUP)
    while hidden and others and (len(hidden) < 2 or sum(sizes[one] for one in hidden) < SMALLEST_GROUP):
        hidden.add(others.pop(0)[1])
    return hidden


def _labels(session: Session, by: GroupBy) -> list[tuple[Any, str | None, str | None]]:
    """Each group's key, name and uid, in order; what is unknown comes last."""
    listed: list[tuple[Any, str | None, str | None]]
    if by is GroupBy.TIER:
        found = select(Tier.id, Tier.name, Tier.uid).order_by(Tier.rank.desc())
        listed = [(id, name, uid) for id, name, uid in session.execute(found)]
    elif by is GroupBy.MANAGER:
        people = select(Staff.id, Staff.name, Staff.uid).order_by(Staff.name)
        listed = [(id, name, uid) for id, name, uid in session.execute(people)]
    else:
        edges = (0, *AGES)
        listed = [
            (low, f"{low}–{high - 1}" if low else f"< {high}", None)
            for low, high in zip(edges, AGES, strict=False)
        ]
        listed.append((AGES[-1], f"≥ {AGES[-1]}", None))
    return [*listed, (None, None, None)]


def _age_of(session: Session, survey: Survey) -> Callable[[int | None, date | None], int | None]:
    """The band of age a customer was in on a day, by the lower edge; None where it is not known."""
    born = dict(
        session.execute(
            select(Customer.id, Customer.birth_year)
            .join(SurveyResponse, SurveyResponse.customer_id == Customer.id)
            .where(SurveyResponse.survey_id == survey.id)
        ).all()
    )

    def band(id: int | None, day: date | None) -> int | None:
        year = born.get(id) if id is not None else None
        if year is None or day is None:
            return None
        return max((edge for edge in (0, *AGES) if edge <= day.year - year), default=None)

    return band
