"""A report before it is printed: its pages, the language they are in, printing and saving.

Whoever prints or saves leaves a record first; if that cannot be written, nothing leaves the vault.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rmdesk import words
from rmdesk.services import reports
from rmdesk.services.errors import UserError
from rmdesk.services.reports import Printout, saving
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pdf_view import Pdf, PdfView
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import (
    Button,
    EmptyState,
    Ground,
    Hairline,
    IconButton,
    Label,
    ProgressLine,
    Segments,
    Variant,
)

if TYPE_CHECKING:
    from rmdesk.services.reports.page import Pages
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job, Jobs
    from rmdesk.ui.workers import Progress

Record = Callable[[Printout, int], None]  # called on a background thread, before a copy leaves


def preview_report(
    context: Context, report: str, *, parent: QWidget | None = None, **parameters: Any
) -> PreviewReport:
    """The preview of a report of the open vault; `parameters` are those of the report's `gather`."""

    def prepare() -> Printout:
        with context.store.read() as session:
            return reports.prepare(session, report, parameters)

    def record(made: Printout, pages: int) -> None:
        with context.store.write() as session:
            reports.note_print(session, made, pages)

    preview = PreviewReport(context.jobs, prepare, record=record, parent=parent)
    preview.finished.connect(preview.deleteLater)
    return preview


class PreviewReport(QDialog):
    """Shows the pages. `prepare` runs on a background thread; `record` is told of every copy that leaves
    and may be None where nobody has signed in yet.
    """

    ready = Signal()  # the pages are there
    printed = Signal(int)  # pages sent to the printer
    saved = Signal(str)  # the path of the file

    def __init__(
        self,
        jobs: Jobs,
        prepare: Callable[[], Printout],
        *,
        record: Record | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._prepare = prepare
        self._record = record
        self._language = words.language()
        self._printout: Printout | None = None
        self._job: Job | None = None
        self.setWindowTitle(self.tr("Print preview"))
        self.resize(880, 720)
        self._build()
        self.destroyed.connect(self._cancel_job)
        self._start()

    @property
    def pdf(self) -> Pdf | None:
        return self._view.pdf

    @property
    def said(self) -> str:
        """What stands at the foot."""
        return self._foot.text()

    def _build(self) -> None:
        head = Ground("surface")
        head.setFixedHeight(SIZE.pane_head)
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE.pane, 0, SPACE.pane, 0)
        row.setSpacing(SPACE.small)
        self.languages = Segments(
            [("zh_CN", "中文"), ("en", "English")],
            name=self.tr("Language of the report"),
            current=self._language,
        )
        self.languages.chosen.connect(self._on_language)
        self._pages = Label("", style=TYPE.secondary, ink="secondary")
        self._smaller = IconButton("minus", self.tr("Smaller"), key="Ctrl+-")
        self._larger = IconButton("plus", self.tr("Larger"), key="Ctrl++")
        self._fit = Button(self.tr("Whole width"), variant=Variant.FLAT, key="Ctrl+0")
        self._save = Button(self.tr("Save as PDF…"), icon="download", key="Ctrl+S")
        self._print = Button(self.tr("Print…"), icon="printer", variant=Variant.PRIMARY, key="Ctrl+P")
        row.addWidget(self.languages)
        row.addStretch(1)
        for widget in (self._pages, self._smaller, self._larger, self._fit):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._save)
        row.addWidget(self._print)

        self._view = PdfView(self._jobs)
        self._view.page_changed.connect(self._on_page)
        busy = QWidget()
        column = QVBoxLayout(busy)
        column.addStretch(1)
        column.addWidget(
            Label(self.tr("Making the pages…"), ink="secondary"), 0, Qt.AlignmentFlag.AlignHCenter
        )
        line = ProgressLine(width=160, name=self.tr("Making the pages…"))
        line.set_share(None)
        column.addWidget(line, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.failure = EmptyState(
            "", icon="circle-alert", action=self.tr("Try again"), action_icon="refresh-cw"
        )
        self.failure.acted.connect(self._start)
        self._stack = QStackedWidget()
        for page in (busy, self._view, self.failure):
            self._stack.addWidget(page)

        self._foot = Label("", style=TYPE.secondary, ink="secondary", wrap=True)
        close = Button(self.tr("Close"), key="Esc")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.small)
        foot.addWidget(self._foot, 1)
        foot.addWidget(close)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)
        self._smaller.clicked.connect(self._view.zoom_out)
        self._larger.clicked.connect(self._view.zoom_in)
        self._fit.clicked.connect(self._view.fit_width)
        self._save.clicked.connect(self._on_save)
        self._print.clicked.connect(self._on_print)
        for key, button in (
            (QKeySequence.StandardKey.Save, self._save),
            (QKeySequence.StandardKey.Print, self._print),
            (QKeySequence.StandardKey.ZoomIn, self._larger),
            (QKeySequence.StandardKey.ZoomOut, self._smaller),
            (QKeySequence("Ctrl+0"), self._fit),
        ):
            QShortcut(key, self, button.click)

    def _still(self, call: Callable[[Any], None]) -> Callable[[Any], None]:
        """`call`, unless the dialog is gone when its news arrives."""
        return lambda value: call(value) if isValid(self) else None

    # --- making the pages ------------------------------------------------------------------------

    def _start(self) -> None:
        self._cancel_job()
        self._say("")
        self._show(busy=True)
        if self._printout is not None:
            self._on_prepared(self._printout)
            return
        prepare = self._prepare
        self._job = self._jobs.background(
            self.tr("Preparing the report"),
            lambda _progress: prepare(),
            done=self._still(self._on_prepared),
            failed=self._still(self._on_failed),
        )

    def _on_prepared(self, made: Printout) -> None:
        self._printout = made
        self._job = self._jobs.compute(
            self.tr("Making the pages"),
            reports.render,
            made,
            self._language,
            done=self._still(self._on_rendered),
            failed=self._still(self._on_failed),
        )

    def _on_rendered(self, pages: Pages) -> None:
        self._job = None
        self._view.show_pdf(Pdf(pages.pdf))
        self._show(busy=False)
        self._view.setFocus()
        self.ready.emit()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.failure.set_text(
            sentence_of(error), action=self.tr("Try again") if isinstance(error, UserError) else ""
        )
        self._show(busy=False)
        self._stack.setCurrentWidget(self.failure)

    def _on_language(self, language: str) -> None:
        self._language = language
        self._start()

    def _on_page(self, page: int, pages: int) -> None:
        self._pages.setText(self.tr("Page {number} of {pages}").format(number=page, pages=pages))

    def _show(self, *, busy: bool) -> None:
        self._stack.setCurrentIndex(0 if busy else 1)
        for widget in (self._smaller, self._larger, self._fit, self._save, self._print):
            widget.setEnabled(not busy)
        if busy:
            self._pages.setText("")

    def _cancel_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def done(self, result: int) -> None:
        self._cancel_job()
        super().done(result)

    # --- copies that leave -----------------------------------------------------------------------

    @property
    def suggested_name(self) -> str:
        """The report's title and the day; never anybody's name."""
        title = self._printout.title if self._printout else ""
        return f"{title} {datetime.now():%Y-%m-%d}.pdf".strip()

    def _on_save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), str(Path(folder) / self.suggested_name), self.tr("PDF (*.pdf)")
        )
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Save the pages as they are shown; says so, or what went wrong, at the foot."""
        pdf = self._view.pdf
        if pdf is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")

        record = self._recording(pdf.pages)

        def saved(_nothing: None) -> None:
            self._say(self.tr("Saved as {path}").format(path=target))
            self.saved.emit(str(target))

        self._jobs.background(
            self.tr("Saving the PDF"),
            lambda _progress: saving.save(target, pdf.content, record),
            done=self._still(saved),
            failed=self._still(self._on_not_left),
        )

    def _on_print(self) -> None:
        if not QPrinterInfo.availablePrinterNames():
            self._say(
                self.tr(
                    "This computer has no printer set up. Save the pages as PDF and print them elsewhere."
                ),
                ink="caution",
            )
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("rmdesk")  # the name shows up in the queue: nobody's name in it
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        pdf = self._view.pdf
        if pdf is not None:
            dialog.setMinMax(1, pdf.pages)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Send the pages to `printer`; says so, or what went wrong, at the foot."""
        pdf = self._view.pdf
        if pdf is None:
            return

        record = self._recording(pdf.pages)

        def send(progress: Progress) -> int:
            if record is not None:
                record()
            try:
                return pdf.print_on(printer, progress)
            except OSError as error:
                raise UserError("print.refused") from error

        def sent(pages: int) -> None:
            self._say(self.tr("Pages sent to the printer: {pages}").format(pages=pages))
            self.printed.emit(pages)

        self._jobs.background(
            self.tr("Printing"), send, done=self._still(sent), failed=self._still(self._on_not_left)
        )

    def _recording(self, pages: int) -> Callable[[], None] | None:
        """What writes down that a copy of these pages leaves; None where nothing is to be written."""
        made, record = self._printout, self._record
        if made is None or record is None:
            return None
        return lambda: record(made, pages)

    def _on_not_left(self, error: Exception) -> None:
        self._say(sentence_of(error), ink="warning")

    def _say(self, sentence: str, *, ink: str = "secondary") -> None:
        self._foot.set_ink(ink)
        self._foot.setText(sentence)
