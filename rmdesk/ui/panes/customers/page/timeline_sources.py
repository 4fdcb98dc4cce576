"""What stands in a customer's timeline. A feature that has something to tell adds a line to `SOURCES`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from rmdesk import care_labels, labels
from rmdesk.models import ActState
from rmdesk.services import care, interactions, promises
from rmdesk.services.changes import Moment
from rmdesk.services.customers import record
from rmdesk.ui import formats
from rmdesk.ui.interactions import wording
from rmdesk.words import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LIMIT = 100


@dataclass(frozen=True)
class Event:
    """One line: when, what kind of thing (an icon in the colour of `role`), what, and a fact at the right."""

    at: datetime
    icon: str
    role: str
    words: str
    fact: str = ""
    subject: tuple[str, str] | None = None  # table and uid of what can be opened from it

    @property
    def on(self) -> date:
        return self.at.astimezone().date()


# Reads the newest events of a customer (by uid), at most so many.
Source = Callable[["Session", str, int], Sequence[Event]]

# The icon of an area of change sets; the area stands before the dot.
_ICONS = {
    "customer": "user-round",
    "phone": "phone",
    "address": "mail",
    "document": "file-text",
    "date": "cake",
    "relation": "users",
    "holding": "landmark",
    "figure": "trending-up",
    "field": "eye",
    "change": "undo-2",
    "data": "upload",
    "attachment": "paperclip",
    "greeting": "gift",
}
# Areas whose rows stand in the timeline themselves, as they are now.
_TOLD_ELSEWHERE = frozenset(
    {"interaction", "commitment", "follow_up", "appointment", "visit", "task", "touchpoint"}
)
_ICON_ELSE = "git-commit-horizontal"
_MOST_FIELDS = 3
_ACT_ICONS = {
    ActState.DONE.value: "circle-check",
    ActState.POSTPONED.value: "calendar-arrow-up",
    ActState.SKIPPED.value: "circle-slash",
}


def events(session: Session, uid: str, limit: int = LIMIT) -> list[Event]:
    """The newest events of all sources, newest first."""
    found = [event for source in SOURCES for event in source(session, uid, limit)]
    return sorted(found, key=lambda event: event.at, reverse=True)[:limit]


def _changes(session: Session, uid: str, limit: int) -> list[Event]:
    found = record.timeline(session, uid, limit=limit)
    return [_of_moment(moment) for moment in found if moment.kind.split(".", 1)[0] not in _TOLD_ELSEWHERE]


def _contacts(session: Session, uid: str, limit: int) -> list[Event]:
    return [
        Event(
            _at(row.held_on, row.at_minute),
            wording.CHANNEL_ICONS[row.channel],
            "secondary",
            wording.said(row),
            wording.came_of_it(row),
            ("interaction", row.uid),
        )
        for row in interactions.list_interactions(session, uid, limit=limit)
    ]


def _owed(session: Session, uid: str, limit: int) -> list[Event]:
    """Promises where they were made; all else on the day it was, or is, due."""
    found = []
    for row in promises.list_owed(session, uid, ended=limit):
        icon, role = wording.OWED_ICONS[row.table]
        day = row.began_on or row.ended_on or row.due_on
        fact = wording.state(row)
        if row.table == "commitment" and row.state == "open":
            fact = translate("timeline", "due {day}", day=formats.day(row.due_on))
        found.append(Event(_at(day, row.at_minute), icon, role, wording.owed(row), fact))
    return found


def _acts(session: Session, uid: str, limit: int) -> list[Event]:
    """What was done about the touchpoints of the care calendar, by whom."""
    found = []
    for row in care.list_acts(session, uid, limit=limit):
        what = care_labels.rule(row.rule) if row.rule in care_labels.RULES else row.rule
        if row.handed_to is not None:
            words = translate("timeline", "{what}: handed over to {name}", what=what, name=row.handed_to)
        elif row.state == ActState.DONE.value:
            words = translate("timeline", "{what}: done", what=what)
        elif row.moved_to is not None:
            day = formats.day(row.moved_to)
            words = translate("timeline", "{what}: put off to {day}", what=what, day=day)
        else:
            words = translate("timeline", "{what}: skipped, {reason}", what=what, reason=row.reason or "")
        fact = translate("timeline", "due {day}", day=formats.day(row.due_on))
        found.append(Event(_at(row.acted_on, None), _ACT_ICONS[row.state], "secondary", words, fact))
    return found


def _at(day: date, minute: int | None) -> datetime:
    hour, rest = divmod(minute or 0, 60)
    return datetime.combine(day, time(hour, rest)).astimezone()


def _of_moment(moment: Moment) -> Event:
    area = moment.kind.split(".", 1)[0]
    words = labels.kind(moment.kind)
    fields = _fields(moment)
    if fields:
        shown = labels.listed(fields[:_MOST_FIELDS])
        if len(fields) > _MOST_FIELDS:
            shown = translate(
                "timeline", "{fields} and {count} more", fields=shown, count=len(fields) - _MOST_FIELDS
            )
        words = translate("timeline", "{what}: {fields}", what=words, fields=shown)
    return Event(moment.at, _ICONS.get(area, _ICON_ELSE), "secondary", words)


def _fields(moment: Moment) -> list[str]:
    """The words of the fields that were changed, each once."""
    names = [labels.field(one.table, one.field) for one in moment.records if one.field is not None]
    return list(dict.fromkeys(names))


SOURCES: tuple[Source, ...] = (_changes, _contacts, _owed, _acts)
