"""The planning sheet of an activity: what it is, what is needed and who sees to it, its run, its cost."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from rmdesk.services import activities
from rmdesk.services.activities import ActivitySheet
from rmdesk.services.reports import activity_parts, blocks
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission
from rmdesk.words import translate


def title() -> str:
    return translate("activity reports", "Planning sheet of an activity")


def gather(session: Session, *, activity: str) -> ActivitySheet:
    """Raises NotAllowed, UserError `row.gone`."""
    return activities.load_activity(session, activity)


def story(data: ActivitySheet) -> Iterable[blocks.Block]:
    yield blocks.Title(title(), data.row.name)
    yield activity_parts.about(data)
    yield from activity_parts.needs(data.needs)
    yield from activity_parts.run(data.points, of_one_day=data.row.first == data.row.last)
    yield from activity_parts.costs(data.costs, data.row.turnout)
    if data.carried is not None and (data.carried.lessons or data.carried.next_steps):
        yield blocks.Heading(translate("activity reports", "Learnt from “{name}”", name=data.carried.name))
        for words in (data.carried.lessons, data.carried.next_steps):
            if words:
                yield blocks.Text(words)
    yield blocks.Signatures(
        [translate("activity reports", "Led by"), translate("plan reports", "Supervisor")]
    )


REPORT = Report(
    title,
    gather,
    story,
    (Parameter("activity", Type.ACTIVITY),),
    permission=Permission.READ_WORK,
    traced=False,
)
