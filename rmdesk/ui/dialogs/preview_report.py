"""A report before it is printed, in a dialog of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.services import reports
from rmdesk.services.reports import KeptPages, Printout
from rmdesk.ui.preview import Made, Preview, Record, recording
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, Hairline

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Jobs
    from rmdesk.ui.pdf_view import Pdf


def preview_report(
    context: Context, report: str, *, parent: QWidget | None = None, **values: Any
) -> PreviewReport:
    """The preview of a report of the open vault; `values` are those of the report's `gather`."""

    def prepare() -> Printout:
        with context.store.read() as session:
            return reports.prepare(session, report, values)

    preview = PreviewReport(context.jobs, prepare, record=recording(context), parent=parent)
    preview.finished.connect(preview.deleteLater)
    return preview


def preview_kept(
    context: Context, read: Callable[[], KeptPages], *, parent: QWidget | None = None
) -> PreviewReport:
    """The preview of pages that were kept in the vault, which `read` gives."""
    preview = PreviewReport(context.jobs, read, record=recording(context), parent=parent)
    preview.finished.connect(preview.deleteLater)
    return preview


class PreviewReport(QDialog):
    """Shows what `prepare` gathers; `record` as for `Preview`."""

    ready = Signal()
    printed = Signal(int)
    saved = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        prepare: Callable[[], Made],
        *,
        record: Record | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print preview"))
        self.resize(940, 720)
        self.preview = Preview(jobs, record=record)
        self.preview.ready.connect(self.ready)
        self.preview.printed.connect(self.printed)
        self.preview.saved.connect(self.saved)
        self.languages, self.failure = self.preview.languages, self.preview.failure
        close = Button(self.tr("Close"), key="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.small)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.preview, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)
        self.preview.make(prepare)

    @property
    def pdf(self) -> Pdf | None:
        return self.preview.pdf

    @property
    def said(self) -> str:
        return self.preview.said

    @property
    def suggested_name(self) -> str:
        return self.preview.suggested_name

    def save_to(self, path: Path) -> None:
        self.preview.save_to(path)

    def print_on(self, printer: QPrinter) -> None:
        self.preview.print_on(printer)

    def done(self, result: int) -> None:
        self.preview.cancel()
        super().done(result)
