"""The care calendar as a file that other calendar programs read (iCalendar, RFC 5545)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk import care_labels
from rmdesk.models import Customer
from rmdesk.services import care, files, reading, roles, text
from rmdesk.services.care import Asked, Kind, Person, Touchpoint
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.services.export.leaving import REASON_LONGEST, Exported, beside
from rmdesk.services.export.lists import sees_exactly
from rmdesk.services.roles import Limit, Permission

if TYPE_CHECKING:
    from rmdesk.services.store import Store

Progress = Callable[[int, int], None]

MOST = 20_000  # events: what calendar programs still take in
ZONE = "Asia/Shanghai"  # times are agreed in it, wherever this computer is
_STEP = 31  # days of one question
_MEETING = timedelta(hours=1)
_FIELDS = ["date", "kind", "name", "reason"]


@dataclass(frozen=True, slots=True)
class CalendarRequest:
    """The days and filters of a calendar, and the file. With a `reason`, as in lists,
    names leave in full."""

    asked: Asked
    target: Path
    reason: str | None = None


def export_calendar(store: Store, request: CalendarRequest, progress: Progress) -> Exported:
    """Write what stands open on these days, one event each; recorded before the file gets its name. Slow.

    Identifiers stay the same from one export to the next, so a program that takes a file in again moves
    what it has. Raises NotAllowed, Cancelled, UserError `export.too_many_events`, `export.not_written`,
    `care.range_too_long` and as the store does.
    """
    reason = None
    if request.reason is not None and request.reason.strip():
        reason = text.line(request.reason, "export.reason", longest=REASON_LONGEST)
    with beside(request.target) as prepared:
        with store.read() as session:
            content, count, masked = _content(session, request.asked, reason, progress)
        with prepared.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        with store.write() as session:
            reading.note_export(
                session,
                "calendar",
                rows=count,
                fields=_FIELDS,
                masked=masked,
                reason=None if masked else reason,
            )
        os.replace(prepared, request.target)
        files.sync_folder(request.target.parent)
    return Exported(request.target, count, masked)


def _content(
    session: Session, asked: Asked, reason: str | None, progress: Progress
) -> tuple[bytes, int, bool]:
    from icalendar import Calendar

    scope = roles.require(session, Permission.EXPORT, accepting=(Limit.MASKED, Limit.WITH_REASON))
    exact = reason is not None and sees_exactly(scope)
    made = Calendar()
    made.add("prodid", "-//rmdesk//care calendar//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    stamp = datetime.now(UTC).replace(microsecond=0)
    count = 0
    for touchpoints in _chunks(session, asked, progress):
        persons = _persons(session, touchpoints, exact=exact)
        for one in touchpoints:
            person = persons.get(one.key.customer_id or 0)
            if person is None and one.key.customer_id is not None:
                continue  # of somebody whom one may see, but not export
            count += 1
            if count > MOST:
                raise UserError("export.too_many_events", most=MOST)
            made.add_component(_event(one, person, stamp, exact=exact))
    made.add_missing_timezones()
    return made.to_ical(), count, not exact


def _chunks(session: Session, asked: Asked, progress: Progress) -> Iterator[list[Touchpoint]]:
    whole = (asked.last - asked.first).days + 1
    for start in range(0, whole, _STEP):
        progress(start, whole)
        first = asked.first + timedelta(days=start)
        last = min(asked.last, first + timedelta(days=_STEP - 1))
        yield care.agenda(session, asked.between(first, last), with_acted=False)
    progress(whole, whole)


def _persons(session: Session, touchpoints: Iterable[Touchpoint], *, exact: bool) -> dict[int, Person]:
    ids = {one.key.customer_id for one in touchpoints if one.key.customer_id is not None}
    found = care.load_persons(session, ids, exact=exact)
    allowed: set[int] = set()
    listed = sorted(found)
    for start in range(0, len(listed), 500):
        some = select(Customer.id).where(Customer.id.in_(listed[start : start + 500]))
        allowed |= set(session.scalars(some.where(access.exportable(session))))
    return {id: person for id, person in found.items() if id in allowed}


def _event(one: Touchpoint, person: Person | None, stamp: datetime, *, exact: bool) -> Any:
    from icalendar import Event

    made = Event()
    made.add("uid", _uid(one, person))
    made.add("dtstamp", stamp)
    minute = one.values[2] if one.kind is Kind.APPOINTMENT and len(one.values) > 2 else None
    if minute is None:
        made.add("dtstart", one.day)
        made.add("dtend", one.day + timedelta(days=1))
        made.add("transp", "TRANSPARENT")  # a reminder, which takes no time of the day
    else:
        starts = datetime.combine(one.day, time(minute // 60, minute % 60), ZoneInfo(ZONE))
        made.add("dtstart", starts)
        made.add("dtend", starts + _MEETING)
    made.add("categories", [care_labels.kind(one.kind)])
    if person is None:
        made.add("summary", f"{care_labels.reason(one)} ({one.count})")
    elif exact or person.is_ours:
        made.add("summary", f"{person.name} {care_labels.brief(one)}")
        made.add("description", care_labels.reason(one))
    else:
        # What was promised or agreed may tell whom it is about.
        made.add("summary", f"{person.name} {care_labels.kind(one.kind)}")
    return made


def _uid(one: Touchpoint, person: Person | None) -> str:
    """The same for one touchpoint for ever: the rule, the customer, what it follows from, the due day."""
    parts = [one.key.rule, "" if person is None else person.uid, one.key.subject, one.key.due_on.isoformat()]
    return f"{'.'.join(part for part in parts if part)}@rmdesk"
