"""The evaluation of an activity: who came, what it cost, what followed, what was learnt."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from rmdesk import labels
from rmdesk.services import activities
from rmdesk.services.activities import ActivitySheet
from rmdesk.services.errors import UserError
from rmdesk.services.reports import activity_parts, blocks, evaluation_parts
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission
from rmdesk.words import translate


def title() -> str:
    return translate("activity reports", "Evaluation of an activity")


def gather(session: Session, *, activity: str) -> ActivitySheet:
    """Raises NotAllowed, UserError `row.gone`, `activity.not_evaluated`."""
    sheet = activities.load_activity(session, activity)
    if sheet.evaluation is None:
        raise UserError("activity.not_evaluated")
    return sheet


def story(data: ActivitySheet) -> Iterable[blocks.Block]:
    assert data.evaluation is not None
    yield blocks.Title(title(), data.row.name)
    yield activity_parts.about(data)
    yield activity_parts.figures(data.row.turnout)
    yield from evaluation_parts.paragraphs(data.evaluation, labels.field("activity", "next_steps"))
    yield from activity_parts.outcomes(data.outcomes)
    yield from activity_parts.costs(data.costs, data.row.turnout)
    yield from activity_parts.questions(data.questions)
    if data.survey is not None:
        yield blocks.Facts([blocks.Fact(labels.field("activity", "survey_id"), data.survey, wide=True)])
    yield blocks.Signatures(
        [translate("activity reports", "Led by"), translate("plan reports", "Supervisor")]
    )


REPORT = Report(
    title,
    gather,
    story,
    (Parameter("activity", Type.ACTIVITY),),
    permission=Permission.READ_WORK,
    traced=True,
)
