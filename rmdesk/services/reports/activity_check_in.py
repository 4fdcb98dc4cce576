"""The check-in list of an activity: a box for everybody who may come, and lines for those who just come."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from rmdesk import activity_labels, labels
from rmdesk.models import GuestAnswer
from rmdesk.services import activities
from rmdesk.services.reports import activity_parts, blocks, told
from rmdesk.services.reports.activity_invitations import Listed
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission
from rmdesk.words import translate

_EMPTY = 8  # lines for those who stand on no list
_HEIGHT = 7.5  # mm of a row


def title() -> str:
    return translate("activity reports", "Check-in list")


def gather(session: Session, *, activity: str) -> Listed:
    """Everybody but those who said no, by name. Raises NotAllowed, UserError `row.gone`."""
    ids = activities.find_guests(session, activity=activity, sort="name")
    found = activities.load_guests(session, ids)
    there = [one for one in found if one.answer != GuestAnswer.NO.value or one.came_on is not None]
    return Listed(activities.load_activity(session, activity), tuple(there))


def story(data: Listed) -> Iterable[blocks.Block]:
    row = data.sheet.row
    is_one_day = row.first == row.last
    yield blocks.Title(title(), row.name)
    yield blocks.quiet(
        told.joined(
            [
                activity_labels.when(row),
                row.place,
                translate(
                    "activity reports",
                    "{yes} accepted, {heads} people",
                    yes=row.turnout.yes,
                    heads=row.turnout.expected,
                ),
            ]
        )
    )
    columns = [
        blocks.Column("", 0.5),
        blocks.Column(translate("activity reports", "Name"), 2.2),
        blocks.Column(translate("activity reports", "Phone"), 1.8),
        blocks.Column(labels.field("activity_guest", "answer"), 1.3),
        blocks.Column(translate("activity reports", "Along"), 1.0, right=True),
        blocks.Column(translate("activity reports", "Manager"), 1.3),
        blocks.Column(translate("activity reports", "Came at"), 1.2),
        blocks.Column(labels.field("activity_guest", "note"), 2.4),
    ]
    yield blocks.Table(
        columns,
        [
            [
                blocks.Tick(one.came_on is not None),
                one.name if one.brought_by is None else _brought(one.name, one.brought_by),
                one.phone or "",
                told.word("activity_guest", "answer", one.answer),
                str((one.came_with if one.came_on is not None else one.companions) or ""),
                one.owner or "",
                activity_labels.arrived(one.came_on, one.came_minute, of_one_day=is_one_day),
                one.note or "",
            ]
            for one in data.guests
        ],
        translate("activity reports", "Nobody is on the list yet."),
        height=_HEIGHT,
        most_lines=blocks.LINES_IN_LIST,
    )
    yield blocks.Heading(translate("activity reports", "On no list"))
    yield blocks.Table(
        [
            blocks.Column("", 0.5),
            blocks.Column(translate("activity reports", "Name"), 2.2),
            blocks.Column(translate("activity reports", "Phone"), 2.2),
            blocks.Column(translate("activity reports", "Brought by"), 2),
            blocks.Column(translate("activity reports", "Came at"), 1.2),
            blocks.Column(labels.field("activity_guest", "note"), 2.6),
        ],
        [[blocks.Tick(), "", "", "", "", ""] for _ in range(_EMPTY)],
        "",
        height=_HEIGHT,
    )
    if data.sheet.points:
        yield from activity_parts.run(data.sheet.points, of_one_day=is_one_day)


def _brought(name: str, by: str) -> str:
    return translate("activity reports", "{name} (with {customer})", name=name, customer=by)


REPORT = Report(
    title, gather, story, (Parameter("activity", Type.ACTIVITY),), permission=Permission.READ_WORK
)
