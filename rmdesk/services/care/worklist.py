"""The worklist of a day: touchpoints in sections, each with whom it is about and what was said last.

The pane of today and the daily log show the same lines, and `complete` answers one from either.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import Channel, Customer, DailyLogItem, Interaction, TouchpointAct
from rmdesk.services import (
    aliases,
    collecting,
    contacts,
    interactions,
    masks,
    planned_items,
    roles,
    tasks,
    working_days,
)
from rmdesk.services.actor import acting
from rmdesk.services.care import acting as acts
from rmdesk.services.care import cases, escalating, finding, holders, resting, standing
from rmdesk.services.care.asked import Asked
from rmdesk.services.care.cases import Cases
from rmdesk.services.care.persons import Person, load_persons
from rmdesk.services.care.rules import BY_ID
from rmdesk.services.care.rules.complaints import ComplaintDue
from rmdesk.services.care.standing import SHOWN, Group
from rmdesk.services.care.touchpoint import Key, Kind, Touchpoint
from rmdesk.services.errors import UserError
from rmdesk.services.queries import Query, given
from rmdesk.services.roles import Permission

FEW_TOLD = 5  # of fewer masked amounts not even the sum is told
_CHUNK = 500
_REASONS = 5
PLANNED_RULE = "daily_log_item"  # of a line that stands for an item about no customer
_REASONS_AMONG = 200  # acts
_OTHER = aliases.kept(Interaction)
_WHOSE = func.json_each(given("ids")).table_valued("value")
_NEWEST = Query(
    select(
        Interaction.customer_id,
        Interaction.held_on,
        Interaction.channel,
        Interaction.result,
        Interaction.content,
        Interaction.purpose,
        Interaction.need,
    ).join(
        _WHOSE,
        Interaction.id
        == select(_OTHER.id)
        .where(_OTHER.customer_id == _WHOSE.c.value)
        .order_by(_OTHER.held_on.desc(), _OTHER.at_minute.desc(), _OTHER.id.desc())
        .limit(1)
        .correlate(_WHOSE)
        .scalar_subquery(),
    )
)


class Section(enum.StrEnum):
    """Parts of a worklist in their order: the plan, what is late (first what goes to the branch head, and
    complaints of others' customers), what is due, what comes, what is done.
    """

    PLAN = "plan"
    ESCALATED = "escalated"
    COMPLAINT = "complaint"
    OVERDUE = "overdue"
    WARNING = "warning"
    APPOINTMENT = "appointment"
    MATURITY = "maturity"
    CARE = "care"
    COMMITMENT = "commitment"
    FOLLOW_UP = "follow_up"
    TASK = "task"
    PLANNED = "planned"
    CADENCE = "cadence"
    NOTICE = "notice"
    AHEAD = "ahead"
    DONE = "done"


LATE_SECTIONS = frozenset({Section.ESCALATED, Section.OVERDUE})
SECTION_OF: dict[Kind, Section] = {
    Kind.WARNING: Section.WARNING,
    Kind.COMMITMENT: Section.COMMITMENT,
    Kind.APPOINTMENT: Section.APPOINTMENT,
    Kind.MATURITY: Section.MATURITY,
    Kind.FOLLOW_UP: Section.FOLLOW_UP,
    Kind.TASK: Section.TASK,
    Kind.BIRTHDAY: Section.CARE,
    Kind.FAMILY_DATE: Section.CARE,
    Kind.FESTIVAL: Section.CARE,
    Kind.ASSESSMENT: Section.CADENCE,
    Kind.PLAN: Section.PLANNED,
    Kind.ACTIVITY: Section.PLANNED,
    Kind.CADENCE: Section.CADENCE,
    Kind.NOTICE: Section.NOTICE,
}


@dataclass(frozen=True, slots=True)
class Said:
    """The last contact: when, by which way, and what was said, or what it was for."""

    held_on: date
    channel: str
    result: str
    words: str


@dataclass(frozen=True, slots=True)
class Planned:
    """An item of the daily log, as the line of a worklist shows it.

    `rewritten` is what somebody wrote in place of the sentence of its touchpoint.
    """

    uid: str
    version: int
    position: int
    at_minute: int | None
    purpose: str
    channel: str | None
    rewritten: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One touchpoint as a worklist shows it; a collective one is about nobody in particular, and so is a
    task, or a case of `cases.py`, whose key has its uid for a subject (`is_task`, `is_case`).

    `amount_fen` is masked text where whoever reads may not see it. `channel`: how to reach the customer.
    `planned` is the item of the daily log that stands for it; one that is about no customer has no other.
    """

    touchpoint: Touchpoint
    person: Person | None
    said: Said | None
    amount_fen: int | str | None
    channel: str
    planned: Planned | None = None

    @property
    def key(self) -> Key:
        return self.touchpoint.key

    @property
    def is_own_item(self) -> bool:
        """Whether it stands for an item of the daily log that is about no customer."""
        return self.planned is not None and self.key.rule == PLANNED_RULE

    @property
    def is_first_contact(self) -> bool:
        """Whether nobody can say since when this kind of contact is due: there was none before."""
        return self.touchpoint.kind is Kind.CADENCE and contacts.is_first(self.key.due_on)

    @property
    def is_task(self) -> bool:
        return self.touchpoint.kind is Kind.TASK

    @property
    def is_complaint(self) -> bool:
        """Whether it is about a complaint, which its key names."""
        return self.key.rule == ComplaintDue.id

    @property
    def is_case(self) -> bool:
        """Whether it is a complaint that no touchpoint of a customer brought here."""
        return self.is_complaint and self.key.customer_id is None


@dataclass(frozen=True, slots=True)
class Part:
    """A section with lines in it: `count` of them there are, the most valuable are here.

    `amount_fen` is their sum, None where there is none or it may not be told; `first_on` the earliest day.
    """

    section: Section
    count: int
    lines: tuple[Line, ...]
    amount_fen: int | None = None
    first_on: date | None = None


@dataclass(frozen=True, slots=True)
class Worklist:
    """What a day asks for: `open_count` of it waits, `done_count` was done or left out today."""

    day: date
    parts: tuple[Part, ...]
    open_count: int
    overdue_count: int
    done_count: int
    customers: bool = True  # whether there are any at all whom whoever reads may see


@collecting.seldom()
def load_worklist(session: Session, asked: Asked, *, few: int = SHOWN, with_cases: bool = True) -> Worklist:
    """The worklist of `asked.first`; of each section the most valuable `few`. Raises NotAllowed."""
    roles.require(session, Permission.READ_WORK, accepting=())
    found = standing.today(session, asked, few=few)
    escalated = escalating.take_out(session, asked, found)
    beside = Cases()
    if with_cases:
        beside = cases.load(session, asked, without={one.key.subject for one in escalated.touchpoints})
    del escalated.touchpoints[few:]
    waiting, late = _waiting(found) + escalated.count, found.overdue.count + escalated.count
    waiting, late = waiting + len(beside.escalated) + len(beside.due), late + beside.late
    escalated.put(beside.escalated, len(beside.escalated))
    groups: dict[Section, Group] = {Section.ESCALATED: escalated, Section.OVERDUE: found.overdue}
    groups[Section.COMPLAINT] = Group(len(beside.due), list(beside.due))
    for kind, group in found.due.items():
        into = groups.setdefault(SECTION_OF[kind], Group())
        into.count += group.count
        into.amount_fen += group.amount_fen
        into.touchpoints += group.touchpoints
    groups |= {Section.AHEAD: found.ahead, Section.DONE: found.acted}
    planned, added = _take_plan(session, asked, groups)
    groups[Section.PLAN] = planned
    shown = {section: group.touchpoints for section, group in groups.items() if group.count}
    lines = _lines(session, shown)
    lines[Section.PLAN] = _in_order(lines.get(Section.PLAN, ()), added)
    made = {one: part(one, groups[one], lines[one]) for one in Section if lines.get(one)}
    given, late_tasks = _tasks(session, asked, few)
    if given.count:
        made[Section.TASK] = given
    parts = tuple(made[section] for section in Section if section in made)
    return Worklist(
        day=asked.first,
        parts=parts,
        open_count=waiting + given.count + sum(key.customer_id is None for key in added),
        overdue_count=late + late_tasks,
        done_count=found.acted.count,
        customers=bool(parts) or _anybody(session),
    )


def count_waiting(session: Session, asked: Asked) -> tuple[int, int]:
    """How much the day `asked.first` asks for that waits, and how much of it is late. Raises NotAllowed."""
    roles.require(session, Permission.READ_WORK, accepting=())
    found = standing.today(session, asked, few=0)
    of_nobody = planned_items.count_of_nobody(session, acting(session).staff_id, asked.first)
    given, late = _tasks(session, asked, 0)
    beside = cases.load(session, asked)
    waiting = _waiting(found) + given.count + of_nobody + len(beside.escalated) + len(beside.due)
    return waiting, found.overdue.count + late + beside.late


def _waiting(found: standing.Today) -> int:
    return found.overdue.count + sum(group.count for group in found.due.values())


def _take_plan(
    session: Session, asked: Asked, groups: Mapping[Section, Group]
) -> tuple[Group, dict[Key, Planned]]:
    """What stands open on the own plan of the day, out of the other groups; a narrowed list has none."""
    me = acting(session).staff_id
    taken = Group()
    if asked.kinds is not None or asked.tiers is not None or asked.manager_id not in (None, me):
        return taken, {}
    planned = {_key_of(item, asked.first): item for item in planned_items.load_open(session, me, asked.first)}
    if not planned:
        return taken, {}
    keys = [key for key, item in planned.items() if item.rule is not None]
    for key in holders.given_away(session, asked, keys):  # it stays in the log, and somebody else does it
        keys.remove(key)
    there = finding.find_these(session, keys, today=asked.today)
    # As with all that is due: what nobody could have done in time yet stands on the day itself.
    since = resting.not_late_since(working_days.load(session), asked.first)
    there = {
        key: replace(one, day=asked.first) if one.day < asked.first and one.late_after >= since else one
        for key, one in there.items()
    }
    for key, item in planned.items():
        if key in there:
            taken.put([there[key]], 1, there[key].amount_fen or 0)
        elif item.customer_id is None:
            values = (item.purpose, item.channel)
            taken.put([Touchpoint(key, Kind.FOLLOW_UP, asked.first, values=values)], 1)
    for group in groups.values():
        kept = [one for one in group.touchpoints if one.key not in there]
        gone = [one for one in group.touchpoints if one.key in there]
        group.touchpoints = kept
        group.count -= len(gone)
        group.amount_fen -= sum(one.amount_fen or 0 for one in gone)
    return taken, {key: _planned(item) for key, item in planned.items()}


def _planned(item: DailyLogItem) -> Planned:
    is_rewritten = item.rule is not None and item.told_of is None
    rewritten = item.purpose if is_rewritten else None
    return Planned(
        item.uid, item.version, item.position, item.at_minute, item.purpose, item.channel, rewritten
    )


def _key_of(item: DailyLogItem, day: date) -> Key:
    if item.rule is None or item.subject is None or item.due_on is None:
        return Key(PLANNED_RULE, item.customer_id, item.uid, day)
    return Key(item.rule, item.customer_id, item.subject, item.due_on)


def _in_order(lines: Iterable[Line], planned: Mapping[Key, Planned]) -> tuple[Line, ...]:
    """The lines of the plan as it orders them, each with its item and the channel that was planned."""
    with_items = [
        replace(one, planned=planned[one.key], channel=planned[one.key].channel or one.channel)
        for one in lines
    ]
    return tuple(sorted(with_items, key=lambda one: one.planned.position if one.planned else 0))


def load_members(session: Session, asked: Asked, key: Key, *, few: int = SHOWN) -> tuple[Part, list[Key]]:
    """Whom a collective touchpoint concerns, as one part; and the keys of all of them."""
    roles.require(session, Permission.READ_WORK, accepting=())
    found = finding.members(session, asked, key)
    group = Group(len(found), finding.fill(session, found[:few]))
    lines = _lines(session, {Section.CARE: group.touchpoints})[Section.CARE]
    return part(Section.CARE, group, lines), [one.key for one in found]


def complete(
    session: Session,
    customer_uid: str,
    given: Mapping[str, object],
    *,
    keys: Sequence[Key],
    today: date,
    follow_up: Mapping[str, object] | None = None,
    commitment: Mapping[str, object] | None = None,
    appointment: Mapping[str, object] | None = None,
) -> Interaction:
    """Record a contact that answers these touchpoints of the customer: one change.

    Raises as `interactions.add_interaction` and `mark_done`; `care.gone` too if one is another customer's.
    """
    customer_id = session.scalar(select(Customer.id).where(Customer.uid == customer_uid))
    if any(key.customer_id != customer_id for key in keys):
        raise UserError("care.gone")
    # First what was due: the contact itself may move on what is asked of the customer next.
    done = acts.mark_done(session, keys, today=today)
    row = interactions.add_interaction(
        session, customer_uid, given, follow_up=follow_up, commitment=commitment, appointment=appointment
    )
    for act in done:
        act.interaction_uid = row.uid
        BY_ID[act.rule].answered(session, act)
    session.flush()
    planned_items.linked(session, done, row)
    return row


def recent_reasons(session: Session) -> list[str]:
    """The reasons for which whoever acts skipped touchpoints lately, the most recent first."""
    newest = (
        select(TouchpointAct.id, TouchpointAct.reason)
        .where(TouchpointAct.staff_id == acting(session).staff_id, TouchpointAct.reason.is_not(None))
        .order_by(TouchpointAct.id.desc())
        .limit(_REASONS_AMONG)
    )
    return list(dict.fromkeys(reason for _id, reason in session.execute(newest) if reason))[:_REASONS]


def matching(session: Session, lines: Iterable[Line], typed: str) -> set[Key]:
    """Which of these lines are meant by what was typed: name, pinyin, number, or a word of the reason."""
    from rmdesk.services import search

    wanted = {one.key.customer_id for one in lines if one.key.customer_id is not None}
    found: set[int] = set()
    ordered = sorted(wanted)
    for start in range(0, len(ordered), _CHUNK):
        some = select(Customer.id).where(
            Customer.id.in_(ordered[start : start + _CHUNK]), Customer.id.in_(search.matching(session, typed))
        )
        found |= set(session.scalars(some))
    return {one.key for one in lines if one.key.customer_id in found}


def _tasks(session: Session, asked: Asked, few: int) -> tuple[Part, int]:
    """The open tasks that are due by `asked.first` of the manager asked about, else of whoever acts, the
    earliest first, and those to report to their customers; and how many of them are late.
    """
    narrowed = asked.tiers is not None or asked.customers is not None or not asked.wants(Kind.TASK)
    due = [] if narrowed else tasks.list_due(session, asked.first, asked.manager_id)
    lines = tuple(
        Line(
            Touchpoint(
                Key(Kind.TASK.value, None, one.uid, one.done_on or one.due_on),
                Kind.TASK,
                asked.first if one.done_on is not None else one.due_on,
                values=(one.work, one.given_by, one.customer, one.done_on and one.whom, one.id),
            ),
            None,
            None,
            None,
            "",
        )
        for one in due[:few]
    )
    still_open = [one.due_on for one in due if one.done_on is None]
    first = min(still_open, default=None)
    return Part(Section.TASK, len(due), lines, None, first), sum(day < asked.first for day in still_open)


# --- lines -------------------------------------------------------------------------------------------


def _lines(session: Session, shown: Mapping[Section, list[Touchpoint]]) -> dict[Section, tuple[Line, ...]]:
    ids = {one.key.customer_id for some in shown.values() for one in some if one.key.customer_id is not None}
    persons = load_persons(session, ids)
    said = last_said(session, ids)
    return {
        section: tuple(
            line(one, persons.get(one.key.customer_id or 0), said.get(one.key.customer_id or 0))
            for one in some
            if one.key.customer_id is None or one.key.customer_id in persons
        )
        for section, some in shown.items()
    }


def line(one: Touchpoint, person: Person | None, said: Said | None) -> Line:
    amount: int | str | None = one.amount_fen
    if person is not None and not person.is_ours:
        amount = None if one.amount_fen is None else masks.band_of_fen(one.amount_fen)
        one = person.masked_touchpoint(one)
        words = "" if said is None else person.masked_in(said.words) or ""
        if said is not None and words != said.words:
            said = replace(said, words=words)
    return Line(one, person, said, amount, _channel(one, person))


def _channel(one: Touchpoint, person: Person | None) -> str:
    """How to reach the customer: as agreed, as the rule demands, as the customer likes it, else by phone."""
    if one.kind is Kind.APPOINTMENT and one.values:
        return str(one.values[1])
    if one.kind in (Kind.FOLLOW_UP, Kind.PLAN, Kind.ACTIVITY) and one.values and one.values[1]:
        return str(one.values[1])
    if one.key.rule in ("cadence_meeting", "cadence_leaders_visit"):
        return Channel.VISIT.value
    if one.key.rule == "cadence_call":
        return Channel.CALL.value
    if person is not None and person.preferred_channel:
        return person.preferred_channel
    greeting = one.kind in (Kind.BIRTHDAY, Kind.FAMILY_DATE, Kind.FESTIVAL)
    return (Channel.WECHAT if greeting else Channel.CALL).value


def part(section: Section, group: Group, lines: tuple[Line, ...]) -> Part:
    masked = sum(isinstance(one.amount_fen, str) for one in lines)
    told = group.amount_fen and not 0 < masked < FEW_TOLD
    first = min((one.touchpoint.day for one in lines if not one.is_first_contact), default=None)
    return Part(section, group.count, lines, group.amount_fen if told else None, first)


def last_said(session: Session, ids: Iterable[int]) -> dict[int, Said]:
    """The newest contact of each of these customers by id, each by one look at the index."""
    found: dict[int, Said] = {}
    for row in _NEWEST.read(session, ids=json.dumps(sorted(ids))):
        words = (row.content or row.purpose or row.need or "").strip().split("\n", 1)[0]
        found[row.customer_id] = Said(row.held_on, row.channel, row.result, words)
    return found


def _anybody(session: Session) -> bool:
    from rmdesk.services.customers import access

    return session.scalar(select(Customer.id).where(access.visible(session)).limit(1)) is not None
