"""What the demonstration's customers think: two closed surveys, an open one, complaints in all states.

The later survey copies the former, so that they compare; some are much less satisfied than before.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Channel,
    Complaint,
    ComplaintKind,
    ComplaintSource,
    ComplaintState,
    ComplaintStep,
    Customer,
    ImprovementFor,
    InvitationState,
    Sampling,
    Seriousness,
    Survey,
    SurveyInvitation,
    SurveyMethod,
    SurveyResponse,
    SurveyState,
    SurveyVersion,
)
from rmdesk.services import bulk
from rmdesk.services.complaints import deadlines
from rmdesk.services.demo.dice import Dice, listed, weighted
from rmdesk.services.surveys import templates

_SEED = "voices"
_SAMPLE, _OF_EVENT = 180, 40
_ANSWERED = 0.72
_ADVICE = listed(
    "周末排队时间太长，建议多开窗口 / 希望理财到期提前提醒 / 客户经理很负责，点赞 / 希望多办养老讲座 / "
    "手机银行转账限额太低 / 大堂引导可以再热情些 / 产品风险讲得很清楚 / "
    "希望有适合老年人的座位和老花镜 / 停车不方便 / 等叫号时没人解释"
)
_PROBLEMS = listed(
    "取号后等了一个多小时 / 理财到期没有人通知 / 短信服务费没有提前说明 / 柜员态度冷淡 / "
    "自助机吞卡，处理了三天"
)
_ROWS, _SLOW = "12345", "3"  # of the matrix of the questionnaire, and the row that is about waiting
_CHANNELS = weighted("1 30 / 2 42 / 3 6 / 4 8 / 5 14")
_CARES = weighted("1 28 / 2 22 / 3 26 / 4 14 / 5 6 / 6 4")


@dataclass(frozen=True, slots=True)
class _Case:
    """A complaint: heard so many days ago, how far it is, and what was decided."""

    ago: int
    kind: ComplaintKind
    seriousness: Seriousness
    content: str
    wish: str | None
    state: ComplaintState
    done: int = 0  # steps
    result: str | None = None
    is_satisfied: bool | None = None
    measure: tuple[str, ImprovementFor] | None = None
    person: str | None = None


_CASES = (
    _Case(
        62, ComplaintKind.FEE, Seriousness.MINOR, "短信服务费扣了半年，办卡时没有说明。",
        "退还已扣费用",
        ComplaintState.CLOSED, 3, "核实后退还 18 元，并当面致歉。", True,
        ("开卡时逐项说明收费并请客户签字确认", ImprovementFor.OPERATIONS),
    ),
    _Case(
        33, ComplaintKind.PRODUCT, Seriousness.SERIOUS, "理财净值回撤，说当初没有讲清风险。",
        "希望说明亏损原因",
        ComplaintState.TOLD, 3, "调取双录，客户经理上门讲解持仓并调整配置建议。", False,
    ),
    _Case(
        9, ComplaintKind.SYSTEM, Seriousness.MINOR, "自助机吞卡，三天没有处理。", "尽快取回卡片",
        ComplaintState.RESOLVED, 3, "已取出卡片，安排客户到网点领取。",
    ),
    _Case(
        13, ComplaintKind.SERVICE, Seriousness.GRAVE, "柜员与客户争执，客户要求道歉。", "当面道歉",
        ComplaintState.OPEN, 1,
    ),
    _Case(
        2, ComplaintKind.WAITING, Seriousness.MINOR, "周一上午排队一个半小时，没人引导。", None,
        ComplaintState.OPEN,
    ),
    _Case(
        1, ComplaintKind.WAITING, Seriousness.MINOR, "来网点缴费等候过久，取号机也坏了。", "修好取号机",
        ComplaintState.OPEN, person="路过的李先生",
    ),
)  # fmt: skip


def invent(session: Session, today: date, managers: Sequence[int], helpers: Sequence[int] = ()) -> None:
    """Surveys and complaints of these people's customers; helpers assist with some complaints.

    Whoever calls describes the change set first.
    """
    asked = select(Customer.id, Customer.owner_id, Customer.tier_id).where(Customer.owner_id.in_(managers))
    people = [(row.id, row.owner_id, row.tier_id) for row in session.execute(asked.order_by(Customer.id))]
    if not people:
        return
    dice = Dice(_SEED)
    sample = dice.some(people, _SAMPLE)
    first = today - timedelta(days=190)
    former = _add_survey(
        session,
        "overall",
        _title(first),
        first,
        SurveyState.CLOSED,
        managers[0],
    )
    feelings = {id: 0.78 + 0.11 * dice.normal() for id, _owner, _tier in sample}
    _answer(session, former, sample, feelings, dice, share=_ANSWERED, population=len(people))
    for id in dice.some(list(feelings), len(feelings) // 12):  # some are much less satisfied by now
        feelings[id] -= 0.45
    first = today - timedelta(days=24)
    latest = _add_survey(
        session,
        "overall",
        _title(first),
        first,
        SurveyState.CLOSED,
        managers[0],
        former_id=former.survey.id,
    )
    _answer(
        session,
        latest,
        sample,
        {id: one + 0.02 for id, one in feelings.items()},
        dice,
        share=_ANSWERED,
        population=len(people),
    )
    event = _add_survey(
        session,
        "event",
        "“养老规划”讲座反馈",
        today - timedelta(days=4),
        SurveyState.OPEN,
        managers[-1],
    )
    invited = dice.some(people, _OF_EVENT)
    _answer(
        session,
        event,
        invited,
        {id: 0.85 for id, _owner, _tier in invited},
        dice,
        share=0.35,
        population=len(people),
    )
    _add_complaints(session, today, dice.some(sample, len(_CASES)), latest.survey, helpers)


@dataclass(frozen=True, slots=True)
class _Asked:
    survey: Survey
    version: SurveyVersion


def _add_survey(
    session: Session,
    template: str,
    title: str,
    first: date,
    state: SurveyState,
    staff_id: int,
    former_id: int | None = None,
) -> _Asked:
    year = f"{first.year}-"
    taken = session.scalars(select(Survey.number).where(Survey.number.startswith(year))).all()
    of_everybody = template == "event"
    survey = Survey(
        number=f"{year}{len(taken) + 1:03}",
        title=title,
        purpose="了解客户对网点服务的评价，找出需要改进的地方",
        method=SurveyMethod.EVENT.value if of_everybody else SurveyMethod.PAPER.value,
        starts_on=first,
        ends_on=first + timedelta(days=14),
        state=state.value,
        staff_id=staff_id,
        former_id=former_id,
        sampling=Sampling.RANDOM.value,
        sample_size=_OF_EVENT if of_everybody else _SAMPLE,
        seed=7,
        drawn_on=first,
    )
    session.add(survey)
    session.flush()
    form = templates.load()[template].form
    version = SurveyVersion(survey_id=survey.id, number=1, questionnaire=form.dumps())
    session.add(version)
    session.flush()
    return _Asked(survey, version)


def _answer(
    session: Session,
    asked: _Asked,
    sample: Sequence[tuple[int, int, int | None]],
    feelings: dict[int, float],
    dice: Dice,
    *,
    share: float,
    population: int,
) -> None:
    """Who was asked, and the forms of those who answered."""
    survey = asked.survey
    survey.population = population
    invitations, responses = [], []
    for number, (id, owner, tier) in enumerate(sample, 1):
        answered = dice.chance(share)
        on = survey.starts_on + timedelta(days=dice.between(0, 3 if share < 0.5 else 13))
        state = InvitationState.ANSWERED if answered else InvitationState.PENDING
        invitations.append(
            {
                "survey_id": survey.id,
                "customer_id": id,
                "form_number": number,
                "state": state.value,
                "settled_on": on if answered else None,
            }
        )
        if answered:
            responses.append(
                {
                    "survey_id": survey.id,
                    "version_id": asked.version.id,
                    "is_anonymous": False,
                    "customer_id": id,
                    "form_number": str(number),
                    "answered_on": on,
                    "staff_id": owner,
                    "tier_id": tier,
                    "answers": json.dumps(_form(asked, feelings[id], dice), ensure_ascii=False),
                }
            )
    bulk.insert(session, SurveyInvitation, invitations)
    bulk.insert(session, SurveyResponse, responses)


def _form(asked: _Asked, feeling: float, dice: Dice) -> dict[str, Any]:
    of_event = asked.survey.method == SurveyMethod.EVENT.value
    return dict(_of_event(feeling, dice) if of_event else _overall(feeling, dice))


def _scaled(feeling: float, low: int, high: int, dice: Dice) -> int:
    found = low + (high - low) * (feeling + 0.08 * dice.normal())
    return min(high, max(low, round(found)))


def _overall(feeling: float, dice: Dice) -> Iterator[tuple[str, Any]]:
    yield "overall", _scaled(feeling, 1, 10, dice)
    yield "nps", _scaled(feeling + 0.04, 0, 10, dice)
    yield "channel", dice.among(_CHANNELS)
    yield "cares", sorted({dice.among(_CARES) for _each in range(3)})
    yield "parts", {code: _scaled(feeling - 0.15 * (code == _SLOW), 1, 5, dice) for code in _ROWS}
    yield "manager", _scaled(feeling + 0.07, 1, 10, dice)
    met = dice.chance(0.5 if feeling < 0.5 else 0.12)
    yield "problem", "1" if met else "2"
    if met:
        yield "what", dice.among(_PROBLEMS)
    if dice.chance(0.35):
        yield "advice", dice.among(_ADVICE)


def _of_event(feeling: float, dice: Dice) -> Iterator[tuple[str, Any]]:
    yield "overall", _scaled(feeling, 1, 10, dice)
    yield "parts", {code: _scaled(feeling, 1, 5, dice) for code in "1234"}
    yield "again", dice.among("1112")
    yield "topics", sorted({dice.among("123456") for _each in range(2)})
    yield "contact", dice.among("122")


def _title(first: date) -> str:
    half = "上" if first.month <= 6 else "下"
    return f"{first.year}年{half}半年客户满意度调研"


def _add_complaints(
    session: Session,
    today: date,
    people: Sequence[tuple[int, int, int | None]],
    survey: Survey,
    helpers: Sequence[int],
) -> None:
    rules = deadlines.load(session)
    for place, (case, (customer, owner, _tier)) in enumerate(zip(_CASES, people, strict=False), 1):
        raised = today - timedelta(days=case.ago)
        final = rules.of("final", case.seriousness, raised)
        row = Complaint(
            number=f"T{raised.year}-{place:03}",
            customer_id=None if case.person else customer,
            person=case.person,
            kind=case.kind.value,
            seriousness=case.seriousness.value,
            source=(ComplaintSource.SURVEY if place == 2 else ComplaintSource.DIRECT).value,
            survey_id=survey.id if place == 2 else None,
            content=case.content,
            wish=case.wish,
            raised_on=raised,
            final_on=final,
            due_on=final,
            owner_id=owner,
            assistant_id=helpers[0] if helpers and place % 2 == 0 else None,
        )
        _settle(row, case, rules, today)
        session.add(row)
        session.flush()
        open_days = []
        for number, (what, part) in enumerate(deadlines.steps()):
            due = min(rules.of(part, case.seriousness, raised), final)
            done = number < case.done
            session.add(
                ComplaintStep(
                    complaint_id=row.id,
                    what=what,
                    staff_id=owner,
                    due_on=due,
                    done_on=min(due, today) if done else None,
                )
            )
            open_days += [] if done else [due]
        if row.state == ComplaintState.OPEN.value:
            row.due_on = min([final, *open_days])
    session.flush()


def _settle(row: Complaint, case: _Case, rules: deadlines.Deadlines, today: date) -> None:
    """What was decided, and how the customer took it."""
    if case.result is None:
        return
    row.state, row.result = case.state.value, case.result
    row.resolved_on = min(row.final_on, today)
    row.due_on = rules.of("tell", row.seriousness, row.resolved_on)
    if case.state is ComplaintState.RESOLVED:
        return
    row.told_on, row.told_channel = min(row.due_on, today), Channel.CALL.value
    row.is_satisfied = case.is_satisfied
    if case.state is ComplaintState.CLOSED:
        row.closed_on = row.told_on
    if case.measure is not None:
        row.cause = "办理时没有说明收费"
        row.measure, row.measure_for = case.measure[0], case.measure[1].value
        row.measure_told_on = row.closed_on
