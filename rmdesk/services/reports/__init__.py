"""Reports as PDF. A report is one file here: what it gathers from the vault, and the story it tells on paper.

Gathering runs in a read session and gives plain values; rendering needs no vault and is what a worker
process runs. The PDF library is loaded only where a page is really made.
"""

from __future__ import annotations

import dataclasses
import importlib
import secrets
from collections.abc import Callable, Mapping, Sized
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from rmdesk import words
from rmdesk.services import reading, roles, settings
from rmdesk.services.actor import Actor, acting
from rmdesk.services.errors import UserError
from rmdesk.services.reports import parameters
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.reports.sheet import Sheet

if TYPE_CHECKING:
    from rmdesk.services.reports.page import Pages

# A report is one module and one line here; in this order they are offered.
REPORTS = (
    "customer_card",
    "personal_data",
    "customer_list",
    "birthday_list",
    "maturity_list",
    "morning_page",
    "daily_log",
    "log_summary",
    "action_plan",
    "plan_progress",
    "plan_evaluation",
    "goal_sheet",
    "activity_sheet",
    "activity_invitations",
    "activity_check_in",
    "activity_evaluation",
    "survey_form",
    "survey_summary",
    "complaint_record",
    "care_list",
    "staff_list",
    "care_month",
    "greeting_letters",
    "audit_extract",
    "salvage",
    "erasure",
    "recovery_sheet",
)


def typed_name(name: str) -> str:
    """A report's name as it stands on the command line: customer-card."""
    return name.replace("_", "-")


def name_of(typed: str) -> str:
    """The name of what was typed: customer-card and customer_card are one."""
    return typed.strip().replace("-", "_")


def find(name: str) -> Report:
    """The report called `name`; raises UserError `report.unknown`."""
    if name not in REPORTS:
        raise UserError("report.unknown", name=name[:40])
    report: Report = importlib.import_module(f"rmdesk.services.reports.{name}").REPORT
    return report


def offered(actor: Actor) -> list[tuple[str, Report]]:
    """The reports that somebody may ask for, by name, in order."""
    return [(name, report) for name in REPORTS if (report := find(name)).is_offered(actor)]


@dataclass(frozen=True, slots=True)
class Printout:
    """A report ready to be told on paper: plain values, gathered once."""

    report: str
    sheet: Sheet
    data: Any

    @property
    def rows(self) -> int:
        return len(self.data) if isinstance(self.data, Sized) else 1

    @property
    def title(self) -> str:
        """In the language in use; it names nobody."""
        return find(self.report).title()


@dataclass(frozen=True, slots=True)
class KeptPages:
    """Pages of a report as they were kept once, such as a signed one: shown and saved to the byte."""

    report: str
    number: str
    pdf: bytes
    rows: int = 1

    @property
    def title(self) -> str:
        """In the language in use; it names nobody."""
        return find(self.report).title()


def prepare(session: Session, name: str, values: Mapping[str, Any]) -> Printout:
    """Gather a report of the vault for whoever acts; `values` are those of its `gather`.

    Raises UserError `report.unknown`, NotAllowed, and as gathering does.
    """
    report = find(name)
    return of_data(
        name,
        report.gather(session, **values),
        branch=settings.get(session, "branch.name"),
        printed_by=acting(session).name,
        demonstration=settings.get(session, "vault.demonstration"),
    )


def of_data(name: str, data: Any, *, branch: str, printed_by: str, demonstration: bool = False) -> Printout:
    """A print-out of what was gathered; its number is the day's date and four digits that are its own."""
    now = datetime.now()
    traced = find(name).traced
    number = f"{now:%Y%m%d}-{secrets.token_hex(2).upper()}"
    sheet = Sheet(branch, "", printed_by, now, number, traced=traced, demonstration=demonstration)
    return Printout(name, sheet, data)


def prepare_typed(session: Session, name: str, typed: Mapping[str, str]) -> Printout:
    """The same with the parameters as people type them; raises as `parameters.read` too.

    One that is not offered to anybody is unknown here.
    """
    report = find(name)
    if report.permission is None:
        raise UserError("report.unknown", name=name)
    roles.require(session, report.permission, accepting=())
    return prepare(session, name, parameters.read(session, report.parameters, typed))


def render(made: Printout, language: str, *, progress: Callable[[int, int], None] | None = None) -> Pages:
    """The pages in `language`, which may differ from the window's. Slow: meant for a worker process."""
    from rmdesk.services.reports import page

    former = words.language()
    words.use(language)
    try:
        report = find(made.report)
        sheet = made.sheet if made.sheet.title else dataclasses.replace(made.sheet, title=report.title())
        return page.build(sheet, report.story(made.data), wide=report.wide(made.data), progress=progress)
    finally:
        words.use(former)


def note_print(session: Session, made: Printout | KeptPages, pages: int) -> None:
    """Record that a print-out leaves the vault, on paper or as a file."""
    if isinstance(made, KeptPages):
        reading.note_print(session, made.report, rows=made.rows, pages=pages, number=made.number)
        return
    report = find(made.report)
    if report.note is not None:
        report.note(session, made.data)
    about = report.about
    customer = "" if about is None else about(made.data)
    reading.note_print(
        session,
        made.report,
        rows=made.rows,
        pages=pages,
        number=made.sheet.number,
        customer_uid=customer,
        phones=0 if report.exact_phones is None else report.exact_phones(made.data),
    )


__all__ = [
    "REPORTS",
    "KeptPages",
    "Parameter",
    "Printout",
    "Report",
    "Sheet",
    "Type",
    "find",
    "name_of",
    "note_print",
    "of_data",
    "offered",
    "parameters",
    "prepare",
    "prepare_typed",
    "render",
    "typed_name",
]
