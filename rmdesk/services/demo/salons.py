"""Two activities of the demonstration branch: a salon that was held and evaluated, a lecture to come."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Activity,
    ActivityContact,
    ActivityContactState,
    ActivityCost,
    ActivityGuest,
    ActivityKind,
    ActivityNeed,
    ActivityPoint,
    ActivityPurpose,
    ActivityQuestion,
    ActivityState,
    Channel,
    ContactResult,
    CustomerFact,
    GuestAnswer,
    Interaction,
    InteractionKind,
    Level,
    NeedKind,
)
from rmdesk.services import bulk, facts, working_days
from rmdesk.services.activities import agreeing, following, restraint
from rmdesk.services.working_days import WorkCalendar

_AGO, _AHEAD = 40, 12  # days
_GUESTS = 24
_RUN = (
    (13 * 60 + 30, "签到、茶歇", "大堂"),
    (14 * 60, "主题分享", "讲师"),
    (15 * 60, "现场答疑", "客户经理"),
)
_NEEDS = (
    (NeedKind.MATERIAL, "产品折页、伴手礼", 30),
    (NeedKind.EQUIPMENT, "投影仪、话筒", 1),
    (NeedKind.PERSON, "签到与引导", 2),
)
_COSTS = (("茶歇", 120_000, 113_600), ("讲师费", 200_000, 200_000), ("伴手礼", 150_000, 164_500))
_WAYS = (Channel.CALL.value, Channel.WECHAT.value)
_ANSWERS = (GuestAnswer.YES, GuestAnswer.YES, GuestAnswer.PERHAPS, GuestAnswer.YES, GuestAnswer.NO, None)


def invent(session: Session, today: date, managers: Sequence[int]) -> None:
    """Led by the first of these who has customers. The same customers give the same activities; whoever calls
    describes the change set first.
    """
    for leader in managers:
        people = _people(session, leader, today)
        if len(people) >= _GUESTS:
            break
    else:
        return
    calendar = working_days.load(session)
    _held(session, leader, calendar.previous_working_day(today - timedelta(days=_AGO)), people)
    _coming(session, leader, calendar, today, people)


def _people(session: Session, leader: int, today: date) -> list[int]:
    """The leader's customers who are worth most and are not left in peace."""
    fact = CustomerFact.__table__.c
    found = session.scalars(
        select(fact.customer_id)
        .where(fact.owner_id == leader, fact.is_lost.is_(False))
        .order_by((fact.aum_fen + 0).desc().nulls_last(), fact.customer_id)
        .limit(4 * _GUESTS)
    ).all()
    rests = restraint.held_back(session, found, dict.fromkeys(found, Channel.CALL.value), today)
    rests |= restraint.held_back(session, found, dict.fromkeys(found, Channel.WECHAT.value), today)
    return [one for one in found if one not in rests]


def _begun(session: Session, leader: int, **given: Any) -> Activity:
    activity = Activity(owner_id=leader, start_minute=14 * 60, end_minute=16 * 60, **given)
    session.add(activity)
    session.flush()
    session.add_all(
        ActivityPoint(activity_id=activity.id, held_on=activity.first_on, at_minute=at, what=what, who=who)
        for at, what, who in _RUN
    )
    return activity


def _held(session: Session, leader: int, day: date, people: Sequence[int]) -> None:
    activity = _begun(
        session,
        leader,
        name="金秋养老规划沙龙",
        kind=ActivityKind.SALON.value,
        theme="个人养老金怎么用",
        place="本行三楼贵宾厅",
        host="分行理财顾问 沈老师",
        first_on=day,
        last_on=day,
        capacity=30,
        expected="到场 15 户，养老理财意向 5 户",
        state=ActivityState.EVALUATED.value,
        closed_at=datetime.combine(day + timedelta(days=8), time(9), UTC),
        reached="到场 16 户，当场登记养老理财意向 6 户，略好于预期。",
        why="主题贴近临近退休的客户；两周前电话邀请，前一天短信提醒。",
        lessons="答疑时间不够，下次留足四十分钟；伴手礼备多了。",
        next_steps="一周内逐户回访意向客户；下季度办健康讲座。",
    )
    session.add_all(
        ActivityNeed(
            activity_id=activity.id, kind=kind.value, what=what, number=number, due_on=day, done_on=day
        )
        for kind, what, number in _NEEDS
    )
    session.add_all(
        ActivityCost(activity_id=activity.id, what=what, estimate_fen=planned, spent_fen=spent)
        for what, planned, spent in _COSTS
    )
    invited = day - timedelta(days=12)
    done = ActivityContactState.DONE.value
    guests: list[dict[str, Any]] = []
    contacts: list[dict[str, Any]] = []
    for place, one in enumerate(people[:_GUESTS]):
        answer = _ANSWERS[place % len(_ANSWERS)]
        came = place % 3 != 2
        common = {"activity_id": activity.id, "customer_id": one}
        contacts.append(
            common
            | {
                "purpose": ActivityPurpose.INVITATION.value,
                "due_on": invited,
                "channel": _WAYS[place % 2],
                "state": done,
                "settled_on": invited,
            }
        )
        guests.append(
            common
            | {
                "answer": None if answer is None else answer.value,
                "answered_on": None if answer is None else invited,
                "companions": int(place % 5 == 0 and answer is GuestAnswer.YES),
                "came_on": day if came else None,
                "came_minute": 13 * 60 + 35 + place if came else None,
                "came_with": int(came and place % 5 == 0),
                "interaction_id": None,
            }
        )
        if came:
            thanked = day + timedelta(days=1)
            contacts.append(
                common
                | {
                    "purpose": ActivityPurpose.THANKS.value,
                    "due_on": thanked,
                    "channel": Channel.WECHAT.value,
                    "state": done,
                    "settled_on": thanked,
                }
            )
    _record(session, activity, [one for one in guests if one["came_on"] is not None])
    bulk.insert(session, ActivityContact, contacts)
    bulk.insert(session, ActivityGuest, guests)
    session.add(
        ActivityQuestion(
            activity_id=activity.id,
            customer_id=people[0],
            question="退休前一次性领取划算吗？",
            answer="要看税率，已当面按客户情况测算。",
        )
    )
    session.flush()
    activity.figures = json.dumps(asdict(following.count(session, activity)))
    session.flush()


def _record(session: Session, activity: Activity, came: list[dict[str, Any]]) -> None:
    """The contact that coming is, for each of these rows that are still to be kept."""
    uids = bulk.insert(
        session,
        Interaction,
        [
            {
                "customer_id": one["customer_id"],
                "staff_id": activity.owner_id,
                "held_on": one["came_on"],
                "at_minute": one["came_minute"],
                "channel": Channel.BRANCH_VISIT.value,
                "level": Level.BUSINESS.value,
                "kind": InteractionKind.DAILY.value,
                "result": ContactResult.REACHED.value,
                "purpose": f"参加活动：{activity.name}",
                "content": activity.theme,
            }
            for one in came
        ],
    )
    ids = agreeing.interaction_ids(session, uids)
    for one, uid in zip(came, uids, strict=True):
        one["interaction_id"] = ids[uid]
    facts.refresh_contacts(session, [one["customer_id"] for one in came])


def _coming(
    session: Session, leader: int, calendar: WorkCalendar, today: date, people: Sequence[int]
) -> None:
    day = calendar.next_working_day(today + timedelta(days=_AHEAD))
    activity = _begun(
        session,
        leader,
        name="冬季健康讲座",
        kind=ActivityKind.LECTURE.value,
        theme="心脑血管健康与家庭保障",
        place="本行三楼贵宾厅",
        host="市一院 陆主任",
        first_on=day,
        last_on=day,
        capacity=40,
        expected="到场 25 户，保险保障需求 8 户",
        state=ActivityState.OPEN.value,
    )
    session.add_all(
        ActivityNeed(
            activity_id=activity.id,
            kind=kind.value,
            what=what,
            number=number,
            due_on=calendar.previous_working_day(day),
        )
        for kind, what, number in _NEEDS
    )
    session.add_all(
        ActivityCost(activity_id=activity.id, what=what, estimate_fen=planned)
        for what, planned, _spent in _COSTS
    )
    days = calendar.working_days(today, day - timedelta(days=1))
    guests: list[dict[str, Any]] = []
    contacts: list[dict[str, Any]] = []
    for place, one in enumerate(people[:_GUESTS]):
        asked = place < _GUESTS // 3
        answer = _ANSWERS[place % len(_ANSWERS)] if asked else None
        common = {"activity_id": activity.id, "customer_id": one}
        state = ActivityContactState.DONE if asked else ActivityContactState.OPEN
        contacts.append(
            common
            | {
                "purpose": ActivityPurpose.INVITATION.value,
                "due_on": days[place % len(days)],
                "channel": _WAYS[place % 2],
                "state": state.value,
                "settled_on": today if asked else None,
            }
        )
        guests.append(
            common
            | {
                "answer": None if answer is None else answer.value,
                "answered_on": None if answer is None else today,
                "companions": int(answer is GuestAnswer.YES and place % 3 == 0),
            }
        )
    bulk.insert(session, ActivityContact, contacts)
    bulk.insert(session, ActivityGuest, guests)
    session.flush()
