"""What stands in a customer's timeline. A feature that has something to tell adds a line to `SOURCES`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from rmdesk import labels
from rmdesk.services.changes import Moment
from rmdesk.services.customers import record
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
}
_ICON_ELSE = "git-commit-horizontal"
_MOST_FIELDS = 3


def events(session: Session, uid: str, limit: int = LIMIT) -> list[Event]:
    """The newest events of all sources, newest first."""
    found = [event for source in SOURCES for event in source(session, uid, limit)]
    return sorted(found, key=lambda event: event.at, reverse=True)[:limit]


def _changes(session: Session, uid: str, limit: int) -> list[Event]:
    return [_of_moment(moment) for moment in record.timeline(session, uid, limit=limit)]


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


SOURCES: tuple[Source, ...] = (_changes,)
