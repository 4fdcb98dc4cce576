"""Reading one day of one manager: the plan, its completion, what came unplanned, what was written beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from rmdesk.models import (
    Customer,
    DailyLog,
    DailyLogItem,
    DailyLogNews,
    DailyLogNewsCustomer,
    DailyLogRemark,
    Interaction,
    LogState,
    Outcome,
    Staff,
)
from rmdesk.services import care, roles, rows, submitted_logs, working_days
from rmdesk.services.actor import acting
from rmdesk.services.care import Kind, Person, Touchpoint
from rmdesk.services.care.rules import BY_ID
from rmdesk.services.daily_logs import access, purposes
from rmdesk.services.planned_items import words_of
from rmdesk.services.roles import Permission

# What a day shows of a contact.
_SHOWN = (
    Interaction.id,
    Interaction.uid,
    Interaction.customer_id,
    Interaction.at_minute,
    Interaction.duration_minutes,
    Interaction.channel,
    Interaction.result,
    Interaction.purpose,
    Interaction.content,
    Interaction.need,
)
LATE, MISSING = "late", "missing"  # a past day: begun and not submitted; or nothing at all


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the plan and its completion.

    `person` is None where it is about no customer, or about one whoever reads may not see; `is_gone`: that
    customer lies in the recycle bin or was deleted for good. `written` is the purpose as it was written down,
    `touchpoint` what it is told by in any language. `contact` is the contact that answered it; `met` one with
    this customer on that day that no item names yet.
    """

    uid: str
    version: int
    position: int
    at_minute: int | None
    person: Person | None
    is_gone: bool
    written: str
    touchpoint: Touchpoint | None
    channel: str | None
    source: str
    kind: Kind | None
    rule: str | None
    subject: str | None
    due_on: date | None
    is_extra: bool
    outcome: str
    result: str | None
    moved_to: date | None
    contact: Contact | None
    met: Contact | None

    @property
    def purpose(self) -> str:
        """What it is about, in the language in use."""
        return self.written if self.touchpoint is None else purposes.sentence(self.touchpoint)


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact of the day; those that no item names were not planned."""

    uid: str
    customer_id: int
    person: Person | None
    at_minute: int | None
    minutes: int | None
    channel: str
    result: str
    purpose: str | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Remark:
    uid: str
    kind: str
    staff: str
    text: str | None
    item_uid: str | None
    said_at: datetime


@dataclass(frozen=True, slots=True)
class News:
    """News of the day: `touched` customers it touches, `planned` of them have a contact planned."""

    uid: str
    version: int
    kind: str
    headline: str
    meaning: str | None
    found_by: str | None
    touched: int
    planned: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a day counts: items by outcome, those added later, contacts by channel and their minutes."""

    planned: int
    done: int
    partly: int
    not_done: int
    moved: int
    open: int
    extra: int
    unplanned: int
    channels: dict[str, int]
    minutes: int


@dataclass(frozen=True, slots=True)
class DayLog:
    """One manager's one day. `standing` says where it stands: a `LogState`, or late, or missing.

    `uid` is None while nothing of the day was written down.
    """

    staff_uid: str
    staff: str
    has_left: bool
    is_mine: bool
    day: date
    is_working_day: bool
    plan_due_at: datetime
    submit_due_at: datetime
    standing: str
    uid: str | None
    version: int
    planned_at: datetime | None
    plan_is_late: bool
    clock_at: datetime | None
    submitted_at: datetime | None
    submit_is_late: bool
    decided_by: str | None
    decided_at: datetime | None
    items: tuple[Item, ...]
    unplanned: tuple[Contact, ...]
    remarks: tuple[Remark, ...]
    news: tuple[News, ...]
    numbers: Numbers

    @property
    def is_open(self) -> bool:
        """Whether its manager may still write into it."""
        return self.is_mine and self.standing not in (
            LogState.SUBMITTED.value,
            LogState.COUNTERSIGNED.value,
        )


def standing(state: str | None, day: date, today: date, *, is_expected: bool) -> str:
    """Where a log stands; `state` None: there is none. `is_expected`: there should be one of that day."""
    if state is not None and state != LogState.DRAFT.value:
        return state
    if day >= today:
        return LogState.DRAFT.value
    if state is None:
        return MISSING if is_expected else LogState.DRAFT.value
    return LATE


def load_day(session: Session, day: date, *, staff_uid: str | None = None) -> DayLog:
    """The log of a day, of whoever acts or of somebody else. Raises NotAllowed, UserError `row.gone`."""
    who = access.person(session, staff_uid)
    calendar = working_days.load(session)
    decider = aliased(Staff)
    found = (
        select(DailyLog, decider.name)
        .outerjoin(decider, decider.id == DailyLog.decided_by_id)
        .where(DailyLog.staff_id == who.id, DailyLog.day == day)
    )
    log, decided_by = next(iter(session.execute(found).all()), (None, None))
    rows = [] if log is None else _items(session, log)
    contacts = _contacts(session, who.id, day)
    ids = {row.customer_id for row in rows if row.customer_id is not None}
    ids |= {one.customer_id for one in contacts}
    persons = care.load_persons(session, ids)
    gone = _gone(session, ids - set(persons))
    shown = {one.id: _contact(one, persons) for one in contacts}
    others = _contacts_by_id(session, rows, shown, persons)
    named = {row.interaction_id for row in rows}
    unnamed = {one.customer_id: shown[one.id] for one in reversed(contacts) if one.id not in named}
    items = tuple(_item(row, day, persons, gone, shown | others, unnamed) for row in rows)
    unplanned = tuple(shown[one.id] for one in contacts if one.id not in named)
    is_working = calendar.is_working_day(day)
    keeps = bool(access.keepers_among(session, [who.id])) and access.was_there(who, day)
    state = None if log is None else log.state
    return DayLog(
        staff_uid=who.uid,
        staff=who.name,
        has_left=who.disabled_at is not None,
        is_mine=who.id == acting(session).staff_id,
        day=day,
        is_working_day=is_working,
        plan_due_at=access.plan_due_at(session, calendar, day),
        submit_due_at=access.submit_due_at(day),
        standing=standing(state, day, date.today(), is_expected=is_working and keeps),
        uid=None if log is None else log.uid,
        version=0 if log is None else log.version,
        planned_at=None if log is None else log.planned_at,
        plan_is_late=log is not None and log.plan_is_late,
        clock_at=None if log is None else log.clock_at,
        submitted_at=None if log is None else log.submitted_at,
        submit_is_late=log is not None and log.submit_is_late,
        decided_by=decided_by,
        decided_at=None if log is None else log.decided_at,
        items=items,
        unplanned=unplanned,
        remarks=() if log is None else _remarks(session, log.id, persons.values()),
        news=() if log is None else _news(session, log.id, persons.values()),
        numbers=_numbers(items, unplanned, contacts),
    )


def find_item(session: Session, uid: str) -> tuple[date, int]:
    """The day and the version of an item of one's own; raises NotAllowed, UserError `row.gone`."""
    item = rows.load(session, DailyLogItem, uid)
    log = session.get_one(DailyLog, item.log_id)
    access.require_reading(session, log.staff_id)
    return log.day, item.version


def load_touched(session: Session, news_uid: str) -> list[tuple[Person, date | None]]:
    """Whom news touches among those one may see, with the day their contact was planned for."""
    found = (
        select(DailyLog.staff_id, DailyLogNewsCustomer.customer_id, DailyLogNewsCustomer.planned_on)
        .join(DailyLogNews, DailyLogNews.id == DailyLogNewsCustomer.news_id)
        .join(DailyLog, DailyLog.id == DailyLogNews.log_id)
        .where(DailyLogNews.uid == news_uid)
        .order_by(DailyLogNewsCustomer.id)
    )
    rows = session.execute(found).all()
    for staff_id in {row.staff_id for row in rows}:
        access.require_reading(session, staff_id)
    persons = care.load_persons(session, [row.customer_id for row in rows])
    return [(persons[row.customer_id], row.planned_on) for row in rows if row.customer_id in persons]


# --- parts -------------------------------------------------------------------------------------------


def _items(session: Session, log: DailyLog) -> list[DailyLogItem]:
    found = select(DailyLogItem).where(DailyLogItem.log_id == log.id)
    return list(session.scalars(found.order_by(DailyLogItem.position, DailyLogItem.id)))


def _contacts(session: Session, staff_id: int, day: date) -> list[Any]:
    """The contacts of a day as rows of `_SHOWN`, by time."""
    found = select(*_SHOWN).where(Interaction.staff_id == staff_id, Interaction.held_on == day)
    rows = session.execute(found).all()
    return sorted(rows, key=lambda one: (one.at_minute is None, one.at_minute or 0, one.id))


def _contacts_by_id(
    session: Session,
    rows: Iterable[DailyLogItem],
    known: dict[int, Contact],
    persons: dict[int, Person],
) -> dict[int, Contact]:
    """Contacts that items name and that were held on another day, or by somebody else."""
    wanted = {row.interaction_id for row in rows if row.interaction_id is not None} - set(known)
    if not wanted:
        return {}
    found = session.execute(select(*_SHOWN).where(Interaction.id.in_(wanted)))
    return {one.id: _contact(one, persons) for one in found}


def _contact(row: Any, persons: dict[int, Person]) -> Contact:
    person = persons.get(row.customer_id)
    return Contact(
        uid=row.uid,
        customer_id=row.customer_id,
        person=person,
        at_minute=row.at_minute,
        minutes=row.duration_minutes,
        channel=row.channel,
        result=row.result,
        purpose=_masked(row.purpose, person),
        words=_masked(words_of(row) or row.purpose, person),
    )


def _item(
    row: DailyLogItem,
    day: date,
    persons: dict[int, Person],
    gone: set[int],
    contacts: dict[int, Contact],
    unnamed: dict[int, Contact],
) -> Item:
    rule = BY_ID.get(row.rule or "")
    person = persons.get(row.customer_id or 0)
    kept = purposes.kept(row, day)
    met = unnamed.get(row.customer_id or 0) if row.outcome == Outcome.OPEN.value else None
    return Item(
        uid=row.uid,
        version=row.version,
        position=row.position,
        at_minute=row.at_minute,
        person=person,
        is_gone=row.customer_id in gone or row.told_of == purposes.OF_NOBODY,
        written=_masked(row.purpose, person) or row.purpose,
        touchpoint=None if kept is None or person is None else person.masked_touchpoint(kept),
        channel=row.channel,
        source=row.source,
        kind=None if rule is None else rule.kind,
        rule=row.rule,
        subject=row.subject,
        due_on=row.due_on,
        is_extra=row.is_extra,
        outcome=row.outcome,
        result=_masked(row.result, person),
        moved_to=row.moved_to,
        contact=contacts.get(row.interaction_id or 0),
        met=met,
    )


def _masked(words: str | None, *persons: Person | None) -> str | None:
    for person in persons:
        words = words if person is None else person.masked_in(words)
    return words


def _gone(session: Session, ids: set[int]) -> set[int]:
    if not ids:
        return set()
    found = select(Customer.id).where(Customer.id.in_(ids), Customer.deleted_at.is_not(None))
    return set(session.scalars(found))


def _remarks(session: Session, log_id: int, persons: Iterable[Person]) -> tuple[Remark, ...]:
    """What was written beside the log, with the names of the day masked as they are there."""
    found = (
        select(DailyLogRemark, Staff.name)
        .join(Staff, Staff.id == DailyLogRemark.staff_id)
        .where(DailyLogRemark.log_id == log_id)
        .order_by(DailyLogRemark.said_at, DailyLogRemark.id)
    )
    return tuple(
        Remark(row.uid, row.kind, name, _masked(row.text, *persons), row.item_uid, row.said_at)
        for row, name in session.execute(found)
    )


def _news(session: Session, log_id: int, persons: Iterable[Person]) -> tuple[News, ...]:
    touched = DailyLogNewsCustomer
    found = (
        select(DailyLogNews, func.count(touched.id), func.count(touched.planned_on))
        .outerjoin(touched, touched.news_id == DailyLogNews.id)
        .where(DailyLogNews.log_id == log_id)
        .group_by(DailyLogNews.id)
        .order_by(DailyLogNews.id)
    )
    return tuple(
        News(
            row.uid,
            row.version,
            row.kind,
            _masked(row.headline, *persons) or "",
            _masked(row.meaning, *persons),
            row.found_by,
            count,
            planned,
        )
        for row, count, planned in session.execute(found)
    )


def _numbers(items: tuple[Item, ...], unplanned: tuple[Contact, ...], contacts: list[Any]) -> Numbers:
    planned = [one for one in items if not one.is_extra]
    counted = {outcome: sum(one.outcome == outcome.value for one in items) for outcome in Outcome}
    channels: dict[str, int] = {}
    for one in contacts:
        channels[one.channel] = channels.get(one.channel, 0) + 1
    return Numbers(
        planned=len(planned),
        done=counted[Outcome.DONE],
        partly=counted[Outcome.PARTLY],
        not_done=counted[Outcome.NOT_DONE],
        moved=counted[Outcome.MOVED],
        open=counted[Outcome.OPEN],
        extra=len(items) - len(planned),
        unplanned=len(unplanned),
        channels=channels,
        minutes=sum(one.duration_minutes or 0 for one in contacts),
    )


# --- the supervisor's list ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Waiting:
    """A submitted log that waits to be countersigned by whoever acts."""

    uid: str
    version: int
    staff_uid: str
    staff: str
    day: date
    plan_is_late: bool
    submit_is_late: bool
    items: int
    done: int


def list_waiting(session: Session) -> list[Waiting]:
    """Every submitted log of others, the oldest first. Raises NotAllowed."""
    roles.require(session, Permission.APPROVE_WORK)
    is_done = DailyLogItem.outcome == Outcome.DONE.value
    found = (
        select(
            DailyLog.uid,
            DailyLog.version,
            Staff.uid,
            Staff.name,
            DailyLog.day,
            DailyLog.plan_is_late,
            DailyLog.submit_is_late,
            func.count(DailyLogItem.id),
            func.count(DailyLogItem.id).filter(is_done),
        )
        .join(Staff, Staff.id == DailyLog.staff_id)
        .outerjoin(DailyLogItem, DailyLogItem.log_id == DailyLog.id)
        .where(*submitted_logs.waiting(session))
        .group_by(DailyLog.id, Staff.id)
        .order_by(DailyLog.day, Staff.name)
    )
    return [Waiting(*row) for row in session.execute(found)]
