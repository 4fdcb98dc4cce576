"""The evaluation of a plan: what was reached, why, what was learnt, what the next one does better."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rmdesk.services import plans
from rmdesk.services.errors import UserError
from rmdesk.services.plans import PlanSheet, Result
from rmdesk.services.reports import blocks, evaluation_parts, plan_parts
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission
from rmdesk.words import translate


@dataclass(frozen=True, slots=True)
class Told:
    sheet: PlanSheet
    results: tuple[Result, ...]


def title() -> str:
    return translate("plan reports", "Evaluation of an action plan")


def gather(session: Session, *, plan: str) -> Told:
    """Raises NotAllowed, UserError `row.gone`, `plan.not_evaluated`."""
    sheet = plans.load_plan(session, plan)
    if sheet.evaluation is None:
        raise UserError("plan.not_evaluated")
    return Told(sheet, tuple(plans.load_results(session, plan)))


def story(told: Told) -> Iterable[blocks.Block]:
    data = told.sheet
    found = data.evaluation
    assert found is not None
    yield blocks.Title(title(), data.row.name)
    yield plan_parts.about(data)
    yield plan_parts.figures(found.total or data.progress.total)
    measures = translate("plan reports", "Measures for the next plan")
    yield from evaluation_parts.paragraphs(found, measures)
    yield from plan_parts.chart(data.progress)
    yield blocks.Heading(translate("plan reports", "Sub-plans"))
    yield plan_parts.progress_table(data.nodes, found.total or data.progress.total)
    yield from plan_parts.results(told.results)
    yield blocks.Signatures([translate("plan reports", "Manager"), translate("plan reports", "Supervisor")])


REPORT = Report(
    title, gather, story, (Parameter("plan", Type.PLAN),), permission=Permission.READ_WORK, traced=False
)
