"""Reports as PDF. A report is one file here: what it gathers from the vault, and how it is told on paper.

`gather` runs in a read session and returns plain values; `render` needs no vault and is what a worker
process runs. The PDF library is loaded only when a page is really made.
"""

from __future__ import annotations

import dataclasses
import importlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, cast

from sqlalchemy.orm import Session

from rmdesk import words
from rmdesk.services.errors import UserError

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from rmdesk.services.reports.page import Sheet

REPORTS = ("audit_extract", "care_list", "care_month", "maturity_list", "recovery_sheet", "staff_list")


class Report(Protocol):
    """What each report's file offers; `ON_SIDE = True` beside it turns its pages."""

    def title(self) -> str:
        """The report's title in the current language."""

    def gather(self, session: Session, **parameters: Any) -> Any:
        """Everything the pages need, as plain values that may cross to a worker process."""

    def story(self, data: Any) -> Sequence[Flowable]:
        """The contents of the pages, in the current language."""


def find(name: str) -> Report:
    """The report called `name`; refuses an unknown one."""
    if name not in REPORTS:
        raise UserError("report.unknown", name=name)
    return cast(Report, importlib.import_module(f"rmdesk.services.reports.{name}"))


def render(
    name: str,
    sheet: Sheet,
    data: Any,
    language: str,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> bytes:
    """The report as a PDF in `language`, which may differ from the window's.

    A sheet without a title gets the report's own, in that language. Making the pages is one step for
    `progress`: a worker process is cancelled by ending it.
    """
    from rmdesk.services.reports import page

    former = words.language()
    words.use(language)
    try:
        report = find(name)
        if not sheet.title:
            sheet = dataclasses.replace(sheet, title=report.title())
        pdf = page.build(sheet, report.story(data), on_side=getattr(report, "ON_SIDE", False))
        if progress is not None:
            progress(1, 1)
        return pdf
    finally:
        words.use(former)
