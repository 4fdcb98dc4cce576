"""The invitation list of an activity: whom to invite by which way and when, and what they answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rmdesk import activity_labels, labels
from rmdesk.services import activities
from rmdesk.services.activities import ActivitySheet, GuestRow
from rmdesk.services.reports import activity_parts, blocks, told
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission
from rmdesk.words import translate


@dataclass(frozen=True, slots=True)
class Listed:
    sheet: ActivitySheet
    guests: tuple[GuestRow, ...]

    def __len__(self) -> int:
        return len(self.guests)


def title() -> str:
    return translate("activity reports", "Invitation list")


def gather(session: Session, *, activity: str) -> Listed:
    """Those who were or are to be invited, by manager. Raises NotAllowed, UserError `row.gone`."""
    ids = activities.find_guests(session, activity=activity, sort="owner")
    listed = [one for one in activities.load_guests(session, ids) if one.invitation is not None]
    return Listed(activities.load_activity(session, activity), tuple(listed))


def story(data: Listed) -> Iterable[blocks.Block]:
    row = data.sheet.row
    yield blocks.Title(title(), row.name)
    yield blocks.quiet(told.joined([activity_labels.when(row), row.place, row.owner]))
    yield activity_parts.figures(row.turnout)
    yield blocks.Table(
        [
            blocks.Column(labels.field("activity_guest", "customer_id"), 2),
            blocks.Column(translate("activity reports", "Phone"), 1.8),
            blocks.Column(labels.field("activity_contact", "channel"), 1.2),
            blocks.Column(translate("activity reports", "Invite on"), 1.5),
            blocks.Column(translate("activity reports", "Invited"), 1.6),
            blocks.Column(labels.field("activity_guest", "answer"), 1.3),
            blocks.Column(translate("activity reports", "Along"), 1.0, right=True),
            blocks.Column(labels.field("activity_guest", "note"), 2.3),
        ],
        _rows(data.guests),
        translate("activity reports", "Nobody is on the list yet."),
        most_lines=blocks.LINES_IN_LIST,
    )


def _rows(guests: tuple[GuestRow, ...]) -> Iterator[blocks.Row]:
    owner: str | None = None
    for place, one in enumerate(guests):
        if place == 0 or one.owner != owner:
            owner = one.owner
            count = sum(each.owner == owner for each in guests)
            yield blocks.Section(owner or translate("activity reports", "Without a manager"), f"{count:,}")
        yield [
            one.name,
            one.phone or "",
            told.word("activity_contact", "channel", one.channel),
            told.day(one.invite_on),
            _invited(one),
            told.word("activity_guest", "answer", one.answer),
            str(one.companions or ""),
            one.note or "",
        ]


def _invited(one: GuestRow) -> str:
    if one.why is not None:
        return activity_labels.why(one.why)
    if one.invitation == "done":
        return told.day(one.invited_on)
    return told.word("activity_contact", "state", one.invitation)


REPORT = Report(
    title, gather, story, (Parameter("activity", Type.ACTIVITY),), permission=Permission.READ_WORK
)
