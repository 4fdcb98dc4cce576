"""Dated contacts made of a plan: whom its sub-plans are about, spread over the manager's working days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import CustomerFact, Plan, PlanItem, PlanNode, Segment
from rmdesk.services import bulk, changes, driver_rows, segments, working_days
from rmdesk.services.customers import access as customers_access
from rmdesk.services.errors import UserError
from rmdesk.services.plans import access, channels, diaries, keeping, spreading
from rmdesk.services.plans.spreading import LeftOut, Placed, Wanted

_FACT = CustomerFact.__table__.c
_ITEM = PlanItem.__table__.c


@dataclass(frozen=True, slots=True)
class NodeCount:
    """Of one sub-plan: its customers, the contacts it asks for, those placed, and the minutes they take."""

    node_id: int
    node_uid: str
    name: str
    customers: int
    wanted: int
    placed: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What generating would do. `had`: the minutes the manager has on the working days that are left;
    `asked`: what all contacts of the plan ask of them. `replaced`: contacts of an earlier generation that
    go; `kept` those that stay, since they were made, are past or were put where they are by hand.
    `guessed`: the years of days of the plan of which the holidays are not known yet.
    """

    plan_uid: str
    version: int
    placed: tuple[Placed, ...]
    left_out: tuple[LeftOut, ...]
    nodes: tuple[NodeCount, ...]
    by_day: tuple[tuple[date, int, int], ...]  # working day, contacts, minutes that are planned on it
    had: int
    asked: int
    replaced: int
    kept: int
    guessed: tuple[int, ...]


def propose_items(session: Session, plan_uid: str, today: date | None = None) -> Proposal:
    """What would be generated now; nothing is kept. Raises as `access.load_own`, and as segments are read."""
    plan = access.load_own(session, plan_uid)
    return _propose(session, plan, today or date.today())[0]


def generate_items(session: Session, plan_uid: str, *, version: int, today: date | None = None) -> Proposal:
    """Make the plan's contacts: those of an earlier generation that are still to come are made anew.

    One change set, undone like any other. Raises as `access.load_written`, UserError `plan.no_frequency` if
    no sub-plan says how often, and as segments are read.
    """
    plan = access.load_written(session, plan_uid, version)
    found, gone = _propose(session, plan, today or date.today())
    changes.describe(
        session, "plan.generated", subject=plan, contacts=len(found.placed), left_out=len(found.left_out)
    )
    bulk.delete(session, PlanItem, gone)
    bulk.insert(
        session,
        PlanItem,
        [
            {
                "plan_id": plan.id,
                "node_id": one.wanted.node_id,
                "customer_id": one.wanted.customer_id,
                "slot_on": one.wanted.slot_on,
                "due_on": one.day,
                "channel": one.wanted.channel,
                "minutes": one.wanted.minutes,
            }
            for one in found.placed
        ],
    )
    return found


def _propose(session: Session, plan: Plan, today: date) -> tuple[Proposal, list[int]]:
    nodes = keeping.nodes_of(session, plan)
    active = [one for one, _depth in keeping.in_order(nodes) if one.times is not None]
    if not active:
        raise UserError("plan.no_frequency")
    work = working_days.load(session)
    begin = max(plan.first_on, today)
    days = work.working_days(begin, plan.last_on) if begin <= plan.last_on else []
    kept, gone = _present(session, plan, today)
    diary = diaries.load_diary(
        session,
        plan.owner_id,
        days,
        minutes_a_day=plan.minutes_a_day,
        apart_days=plan.apart_days,
        besides=gone,
    )
    wanted: list[Wanted] = []
    counts: list[tuple[PlanNode, int, int]] = []
    lost: list[LeftOut] = []
    for node in active:
        members = _members(session, plan, node, nodes, today)
        some, none = _wanted(plan, node, nodes, members, work, kept, begin)
        counts.append((node, len(members), len(some) + len(none)))
        wanted += some
        lost += none
    # Whoever is worth most gets a day first, whichever sub-plan it is.
    placed, left = spreading.spread(_by_turn(wanted), diary, plan.apart_days)
    per_node = Counter(one.wanted.node_id for one in placed)
    minutes = Counter[int]()
    loads: dict[date, list[int]] = {day: [0, 0] for day in days}
    for one in placed:
        minutes[one.wanted.node_id] += one.wanted.minutes
        loads[one.day][0] += 1
        loads[one.day][1] += one.wanted.minutes
    proposal = Proposal(
        plan.uid,
        plan.version,
        tuple(placed),
        tuple(lost + left),
        tuple(
            NodeCount(one.id, one.uid, one.name, customers, asked, per_node[one.id], minutes[one.id])
            for one, customers, asked in counts
        ),
        tuple((day, count, load) for day, (count, load) in loads.items()),
        len(days) * plan.minutes_a_day,
        sum(one.minutes for one in wanted) + sum(one.wanted.minutes for one in lost),
        len(gone),
        sum(kept.values()),
        tuple(sorted({day.year for day in days if work.is_guess(day)})),
    )
    return proposal, gone


def _by_turn(wanted: Sequence[Wanted]) -> list[Wanted]:
    """First one contact of every customer, as they stand, then the next: who comes last loses a second
    contact before somebody loses the only one.
    """
    turns: Counter[int] = Counter()
    keyed = []
    for one in wanted:
        keyed.append((turns[one.customer_id], one))
        turns[one.customer_id] += 1
    return [one for _turn, one in sorted(keyed, key=lambda pair: pair[0])]


_Kept = Counter[tuple[int, int, date]]  # contacts that stay, by sub-plan, customer and slot


def _present(session: Session, plan: Plan, today: date) -> tuple[_Kept, list[int]]:
    """What stays of the contacts there are, and the ids of those that are made anew."""
    kept: _Kept = Counter()
    gone: list[int] = []
    found = select(
        _ITEM.id,
        _ITEM.node_id,
        _ITEM.customer_id,
        _ITEM.slot_on,
        _ITEM.state,
        _ITEM.due_on,
        _ITEM.by_hand,
        _ITEM.moved_to,
    ).where(_ITEM.plan_id == plan.id)
    for id_, node_id, customer_id, slot_on, state, due_on, by_hand, moved_to in session.execute(found):
        is_anew = state in keeping.NOT_STARTED and due_on >= today and not by_hand and moved_to is None
        if is_anew:
            gone.append(id_)
        else:
            kept[node_id, customer_id, slot_on] += 1
    return kept, gone


def _members(session: Session, plan: Plan, node: PlanNode, nodes: list[PlanNode], today: date) -> list[int]:
    """The customers of a sub-plan, who are the owner's and in every segment on the way down to it."""
    by_id = {one.id: one for one in nodes}
    conditions = [_FACT.owner_id == plan.owner_id, _FACT.is_lost.is_(False)]
    one: PlanNode | None = node
    while one is not None:
        if one.segment_id is not None:
            uid = session.get_one(Segment, one.segment_id).uid
            conditions.append(segments.among(session, [uid], today))
        one = by_id.get(one.parent_id or 0)
    found = (
        select(_FACT.customer_id)
        .where(customers_access.listed(session, by_fact=True), *conditions)
        .order_by((_FACT.aum_fen + 0).desc().nulls_last(), _FACT.customer_id)
    )
    return [row[0] for row in driver_rows.read(session, found)]


def _wanted(
    plan: Plan,
    node: PlanNode,
    nodes: list[PlanNode],
    members: Sequence[int],
    work: working_days.WorkCalendar,
    kept: _Kept,
    begin: date,
) -> tuple[list[Wanted], list[LeftOut]]:
    """The contacts of a sub-plan that are not there yet: those that may be placed, and those of spans that
    are over or have too few working days.
    """
    first, last = keeping.span_of(plan, node, nodes)
    assert node.times is not None
    working = work.working_days(first, last)
    turn = channels.in_turn(channels.read(node.channels))
    found: list[Wanted] = []
    lost: list[LeftOut] = []
    spans = [
        (slot, [(max(one, begin), end) for one, end in spreading.parts(slot, working)])
        for slot in spreading.slots(first, last, node.times, node.per)
        if slot.last >= begin
    ]
    for slot, pieces in spans:
        for customer_id in members:
            missing = slot.times - kept[node.id, customer_id, slot.first]
            if missing <= 0:
                continue
            for piece in range(slot.times - missing, slot.times):
                channel = next(turn)
                minutes = channels.minutes_of(channel, node.minutes)
                start, end = pieces[piece] if pieces else (max(slot.first, begin), slot.last)
                one = Wanted(customer_id, node.id, slot.first, start, end, channel, minutes)
                if pieces and start <= end:
                    found.append(one)
                else:
                    lost.append(LeftOut(one, is_full=False))
    return found, lost
