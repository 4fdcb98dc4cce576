"""How far a plan is: its figures, the line over time, sub-plan by sub-plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rmdesk.services import plans
from rmdesk.services.plans import PlanSheet, Result
from rmdesk.services.reports import blocks, plan_parts
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission
from rmdesk.words import translate


@dataclass(frozen=True, slots=True)
class Told:
    sheet: PlanSheet
    results: tuple[Result, ...]


def title() -> str:
    return translate("plan reports", "Progress of an action plan")


def gather(session: Session, *, plan: str) -> Told:
    """Raises NotAllowed, UserError `row.gone`."""
    return Told(plans.load_plan(session, plan), tuple(plans.load_results(session, plan)))


def story(told: Told) -> Iterable[blocks.Block]:
    data = told.sheet
    progress = data.progress
    yield blocks.Title(title(), data.row.name)
    yield plan_parts.about(data)
    yield plan_parts.figures(progress.total)
    if progress.total.is_behind:
        yield blocks.Text(
            translate(
                "plan reports",
                "The plan falls behind: {late} of {due} contacts that were due are late.",
                late=progress.total.late,
                due=progress.total.due,
            )
        )
    yield from plan_parts.chart(progress)
    yield blocks.Heading(translate("plan reports", "Sub-plans"))
    yield plan_parts.progress_table(data.nodes, progress.total)
    yield from plan_parts.results(told.results)


REPORT = Report(
    title, gather, story, (Parameter("plan", Type.PLAN),), permission=Permission.READ_WORK, traced=False
)
