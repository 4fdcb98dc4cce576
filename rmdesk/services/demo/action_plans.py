"""Action plans of an invented branch: one amid its days, one handed in, one closed and evaluated."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    ContactResult,
    Goal,
    Interaction,
    PeriodKind,
    Plan,
    PlanItem,
    PlanItemState,
    Segment,
    Staff,
)
from rmdesk.services import bulk, facts, plans, roles
from rmdesk.services.actor import Actor, acting
from rmdesk.services.demo.dice import Dice, listed
from rmdesk.services.roles import Permission

_DAYS = timedelta(days=1)
_SKIPPED, _LATE = 0.06, 0.14  # of what was due
_SAID = listed(
    "说明到期安排，客户考虑转存 / 介绍稳健理财，愿意了解 / 更新联系方式和家庭情况 / 约下周到店详谈"
    " / 他行有存款到期，答应转来一部分 / 近期用钱，暂不调整 / 对收益有疑问，已解释清楚"
)
_RUNNING: dict[str, Any] = {
    "name": "岁末客户维护",
    "theme": "稳住到期资金，找回久未联系的客户",
    "expected": "到期资金承接七成以上，久未联系客户全部联系一遍",
}
_TO_COME: dict[str, Any] = {
    "name": "开门红客户储备",
    "theme": "提前锁定开门红资金",
    "expected": "储备意向客户30户，意向资金1,000万元",
}
_CLOSED: dict[str, Any] = {
    "name": "金秋贵宾走访",
    "theme": "贵宾客户见一次面",
    "expected": "贵宾客户走访面达到八成",
}
_NODES: dict[str, list[dict[str, Any]]] = {
    "岁末客户维护": [
        {
            "name": "久未联系的客户",
            "segment": "资产10万以上、两月未联系",
            "channels": {"call": 70, "branch_visit": 30},
            "minutes": 20,
            "expected": "全部联系一遍",
        },
        {
            "name": "产品单一的客户",
            "segment": "产品单一",
            "channels": {"call": 70, "wechat": 30},
            "minutes": 15,
        },
        {
            "name": "近期生日的贵宾",
            "segment": "近期生日的贵宾",
            "channels": {"visit": 100},
            "minutes": 45,
            "materials": "生日贺卡、伴手礼",
            "cost_fen": 60_00,
        },
        {"name": "资产下降的客户", "segment": "资产下降、值得挽留", "channels": {"call": 100}, "minutes": 20},
    ],
    "开门红客户储备": [
        {"name": "他行资金", "segment": "他行到期可争取", "channels": {"call": 100}, "minutes": 20},
        {"name": "产品单一的客户", "segment": "产品单一", "channels": {"call": 60, "branch_visit": 40}},
    ],
    "金秋贵宾走访": [
        {
            "name": "久未联系回访",
            "segment": "资产10万以上、两月未联系",
            "channels": {"call": 60, "visit": 40},
        },
        {"name": "贵宾上门", "segment": "近期生日的贵宾", "channels": {"visit": 100}, "minutes": 45},
    ],
}
_EVALUATION = {
    "reached": "计划内客户大多见了面，两户到期资金全部续存。",
    "why": "提前一周约时间，客户配合度高；月底两天厅堂忙，延后了几户。",
    "lessons": "走访放在上午，效果好于下午。",
    "next_steps": "未见到的客户并入下一期计划。",
}


def invent(session: Session, seed: int, today: date, managers: Sequence[int]) -> None:
    """Plans of two of these managers, agreed to by whoever may; none in a branch without such people.

    Whoever calls describes the change set first.
    """
    people = [session.get_one(Staff, one) for one in managers]
    writers = [one for one in people if not roles.allowed(Actor.of(one), Permission.APPROVE_WORK)]
    judge = next(
        (one for one in _staff(session) if roles.allowed(Actor.of(one), Permission.APPROVE_WORK)), None
    )
    if not writers or judge is None:
        return
    dice = Dice(f"plans {seed}")
    monday = today - timedelta(days=today.weekday())
    owner, other = writers[0], writers[-1]
    began = monday - timedelta(days=21)
    closed = _begin(session, owner, _CLOSED, began - timedelta(days=35), began - timedelta(days=8), judge)
    if closed is not None:
        _agree(session, closed, judge)
        _work(session, dice, closed, today)
        with _as(session, owner):
            plans.evaluate_plan(
                session, closed.uid, _EVALUATION, version=closed.version, today=closed.last_on
            )
    running = _begin(session, owner, _RUNNING, began, began + timedelta(days=41), judge)
    if running is not None:
        _agree(session, running, judge)
        _work(session, dice, running, today)
    next_month = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    last = (next_month + timedelta(days=32)).replace(day=1) - _DAYS
    _begin(session, other, _TO_COME, next_month, last, judge)


def _staff(session: Session) -> list[Staff]:
    """Who works here: supervisors before heads of the branch, who judge what nobody else does."""
    found = session.scalars(select(Staff).where(Staff.disabled_at.is_(None)).order_by(Staff.id))
    return sorted(found, key=lambda one: "relationship_manager" in one.role_set)


@contextlib.contextmanager
def _as(session: Session, person: Staff) -> Iterator[None]:
    """What follows is done by this person."""
    present = acting(session)
    session.info["actor"] = Actor.of(person)
    try:
        yield
    finally:
        session.info["actor"] = present


def _begin(
    session: Session, owner: Staff, fields: dict[str, Any], first: date, last: date, judge: Staff
) -> Plan | None:
    """A plan with its contacts, handed in; None where the branch's customers give it none."""
    of_month = select(Goal.uid).where(
        Goal.kind == PeriodKind.MONTH, Goal.first_on <= first, Goal.last_on >= first
    )
    with _as(session, owner):
        given = {
            "first_on": first,
            "last_on": last,
            "supervisor": judge.uid,
            "goal": session.scalar(of_month),
        }
        plan = plans.add_plan(session, fields | given)
        for node in _NODES[fields["name"]]:
            segment = session.scalar(select(Segment.uid).where(Segment.name == node["segment"]))
            if segment is not None:
                plans.add_node(session, plan.uid, {"times": 1} | node | {"segment": segment})
        any_node = bool(plans.load_plan(session, plan.uid, first).nodes)
        if any_node and plans.generate_items(session, plan.uid, version=plan.version, today=first).placed:
            plans.submit_plan(session, plan.uid, version=plan.version)
            return plan
        plans.remove_plan(session, plan.uid, version=plan.version)
        return None


def _agree(session: Session, plan: Plan, judge: Staff) -> None:
    with _as(session, judge):
        plans.agree_plan(session, plan.uid, version=plan.version)


def _work(session: Session, dice: Dice, plan: Plan, today: date) -> None:
    """Most of what was due before today was done by a contact; some was left out, some is late."""
    due = session.scalars(
        select(PlanItem)
        .where(
            PlanItem.plan_id == plan.id, PlanItem.due_on < today, PlanItem.state == PlanItemState.OPEN.value
        )
        .order_by(PlanItem.id)
    ).all()
    done: list[PlanItem] = []
    settled: list[dict[str, Any]] = []
    for one in due:
        fate = dice.roll()
        if fate < _SKIPPED:
            settled.append(
                {
                    "id": one.id,
                    "state": PlanItemState.SKIPPED.value,
                    "settled_on": one.due_on,
                    "interaction_id": None,
                }
            )
        elif fate >= _SKIPPED + _LATE:
            done.append(one)
    contacts = [
        {
            "customer_id": one.customer_id,
            "staff_id": plan.owner_id,
            "held_on": one.due_on,
            "at_minute": dice.between(9 * 12, 17 * 12) * 5,
            "duration_minutes": dice.between(5, 40),
            "channel": one.channel,
            "result": ContactResult.REACHED.value,
            "purpose": plan.theme,
            "content": dice.among(_SAID),
        }
        for one in done
    ]
    uids = bulk.insert(session, Interaction, contacts)
    ids = dict(
        session.execute(select(Interaction.uid, Interaction.id).where(Interaction.uid.in_(uids))).all()
    )
    settled += [
        {
            "id": one.id,
            "state": PlanItemState.DONE.value,
            "settled_on": one.due_on,
            "interaction_id": ids[uid],
        }
        for one, uid in zip(done, uids, strict=True)
    ]
    bulk.update(session, PlanItem, settled, ["state", "settled_on", "interaction_id"])
    facts.refresh_contacts(session, [one.customer_id for one in done])
