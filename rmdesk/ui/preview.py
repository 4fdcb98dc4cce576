"""A report on screen as it will be printed: its pages, the language they are in, search, printing and saving.

Whoever prints or saves leaves a record first; if that cannot be written, nothing leaves the vault.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from rmdesk import words
from rmdesk.services import files, reports
from rmdesk.services.errors import UserError
from rmdesk.services.reports import KeptPages, Printout, saving
from rmdesk.ui import formats
from rmdesk.ui.find_bar import FindBar
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.pdf_view import Pdf, PdfView
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import (
    Button,
    EmptyState,
    Ground,
    Hairline,
    IconButton,
    Label,
    LineField,
    ProgressLine,
    Segments,
    Variant,
)

if TYPE_CHECKING:
    from rmdesk.services.reports.page import Pages
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job, Jobs
    from rmdesk.ui.workers import Progress


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Pages that no vault has to do with, such as the manual's."""

    title: str
    pdf: bytes


Made = Printout | KeptPages | Leaflet
Record = Callable[[Made, int], None]  # called on a background thread, before a copy leaves

_PAGE_FIELD = 48  # px


def recording(context: Context) -> Record:
    """What writes down in the audit trail that a print-out of the open vault leaves."""

    def record(made: Made, pages: int) -> None:
        if isinstance(made, Leaflet):
            return
        with context.store.write() as session:
            reports.note_print(session, made, pages)

    return record


class Preview(QWidget):
    """Shows the pages of what `make` is given. `record` is told of every copy that leaves and may be None
    where nobody has signed in yet. `start` is shown until something is made.

    Keys: Ctrl+P prints, Ctrl+S saves, Ctrl+F finds, Ctrl with +, − and 0 for the size.
    """

    ready = Signal()  # the pages are there
    printed = Signal(int)  # pages sent to the printer
    saved = Signal(str)  # the path of the file

    def __init__(
        self,
        jobs: Jobs,
        *,
        record: Record | None = None,
        start: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._prepare: Callable[[], Made] | None = None
        self._record = record
        self._language = words.language()
        self._printout: Made | None = None
        self._job: Job | None = None
        self._build(start or QWidget())
        self._offer()
        self._show(self._start)
        self.destroyed.connect(self.cancel)

    @property
    def pdf(self) -> Pdf | None:
        """The pages shown; None while there are none."""
        return self.view.pdf if self._stack.currentWidget() is self._pages_side else None

    @property
    def said(self) -> str:
        """What stands at the foot."""
        return self._foot.text()

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def make(self, prepare: Callable[[], Made]) -> None:
        """Gather by `prepare`, on a background thread, and show the pages; kept ones as they are."""
        self._prepare, self._printout = prepare, None
        self._begin()

    def clear(self) -> None:
        """Back to the beginning: nothing is shown."""
        self.cancel()
        self._prepare = self._printout = None
        self._say("")
        self._show(self._start)

    # --- what it is made of ------------------------------------------------------------------------

    def _build(self, start: QWidget) -> None:
        self._start = start
        self.view = PdfView(self._jobs)
        self.view.page_changed.connect(self._on_page)
        self.find_bar = FindBar(self._jobs, self.view)
        self._pages_side = QWidget()
        column = QVBoxLayout(self._pages_side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.view, 1)
        self.failure = EmptyState(
            "", icon="circle-alert", action=self.tr("Try again"), action_icon="refresh-cw"
        )
        self.failure.acted.connect(self._begin)
        self._busy = self._waiting()
        self._stack = QStackedWidget()
        for page in (self._start, self._busy, self._pages_side, self.failure):
            self._stack.addWidget(page)
        self._foot = Label("", style=TYPE.secondary, ink="secondary", wrap=True)
        self._foot.setContentsMargins(SPACE.pane, SPACE.tiny, SPACE.pane, SPACE.tiny)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        whole.addWidget(Hairline())
        whole.addWidget(self._stack, 1)
        whole.addWidget(self._foot)

    def _head(self) -> QWidget:
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
        self._former = IconButton("chevron-up", self.tr("Previous page"), key="PgUp")
        self._next = IconButton("chevron-down", self.tr("Next page"), key="PgDown")
        self.page_field = LineField(name=self.tr("Page"))
        self.page_field.setFixedWidth(_PAGE_FIELD)
        self.page_field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page_field.returnPressed.connect(self._on_page_typed)
        self._of = Label("", style=TYPE.secondary, ink="secondary")
        self._smaller = IconButton("minus", self.tr("Smaller"), key="Ctrl+-")
        self._larger = IconButton("plus", self.tr("Larger"), key="Ctrl++")
        self._fit = Button(self.tr("Whole width"), variant=Variant.FLAT, key="Ctrl+0")
        self._find = IconButton("search", self.tr("Find on the pages"), key="Ctrl+F")
        self._save = Button(self.tr("Save as PDF…"), icon="download", key="Ctrl+S")
        self._print = Button(self.tr("Print…"), icon="printer", variant=Variant.PRIMARY, key="Ctrl+P")
        turning: tuple[QWidget, ...] = (self._former, self._next, self.page_field, self._of)
        looking: tuple[QWidget, ...] = (self._smaller, self._larger, self._fit, self._find)
        row.addWidget(self.languages)
        row.addStretch(1)
        for widget in turning:
            row.addWidget(widget)
        row.addSpacing(SPACE.medium)
        for widget in looking:
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._save)
        row.addWidget(self._print)
        buttons: tuple[tuple[Button, Callable[[], None]], ...] = (
            (self._former, lambda: self.view.go_to(self.view.page - 1)),
            (self._next, lambda: self.view.go_to(self.view.page + 1)),
            (self._smaller, self.view.zoom_out),
            (self._larger, self.view.zoom_in),
            (self._fit, self.view.fit_width),
            (self._find, self.find_words),
            (self._save, self.save),
            (self._print, self.print),
        )
        for button, run in buttons:
            button.clicked.connect(lambda _checked=False, run=run: run())
        return head

    def _waiting(self) -> QWidget:
        busy = QWidget()
        column = QVBoxLayout(busy)
        column.setSpacing(SPACE.small)
        column.addStretch(2)
        self._step = Label(self.tr("Making the pages…"), ink="secondary")
        self._bar = ProgressLine(width=220, name=self.tr("Making the pages…"))
        self._left = Label("", style=TYPE.secondary, ink="secondary", tabular=True)
        self.cancel_button = Button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self._on_cancel)
        for widget in (self._step, self._bar, self._left, self.cancel_button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return busy

    def _offer(self) -> None:
        for name, told, run, key, icon in (
            ("print", self.tr("Print…"), self.print, "Ctrl+P", "printer"),
            ("save as pdf", self.tr("Save as PDF…"), self.save, "Ctrl+S", "download"),
            ("find on the pages", self.tr("Find on the pages"), self.find_words, "Ctrl+F", "search"),
            ("larger", self.tr("Larger"), self.view.zoom_in, "Ctrl++", "plus"),
            ("smaller", self.tr("Smaller"), self.view.zoom_out, "Ctrl+-", "minus"),
            ("whole width", self.tr("Whole width"), self.view.fit_width, "Ctrl+0", ""),
        ):
            command(self, name, told, run, key=key, icon=icon or None)

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        there = page is self._pages_side
        for widget in (
            self._former,
            self._next,
            self.page_field,
            self._smaller,
            self._larger,
            self._fit,
            self._find,
            self._save,
            self._print,
        ):
            widget.setEnabled(there)
        if not there:
            self.page_field.clear()
            self._of.setText("")
            self.find_bar.leave()

    def _still(self, call: Callable[[Any], None]) -> Callable[[Any], None]:
        """`call`, unless this is gone when its news arrives."""
        return lambda value: call(value) if isValid(self) else None

    # --- making the pages --------------------------------------------------------------------------

    def _begin(self) -> None:
        prepare = self._prepare
        if prepare is None:
            return
        self.cancel()
        self._say("")
        self._bar.set_share(None)
        self._left.setText("")
        self._show(self._busy)
        if self._printout is not None:
            self._on_prepared(self._printout)
            return
        self._follow(
            self._jobs.background(
                self.tr("Preparing the report"),
                lambda _progress: prepare(),
                done=self._still(self._on_prepared),
                failed=self._still(self._on_failed),
            )
        )

    def _on_prepared(self, made: Made) -> None:
        self._printout = made
        self.languages.setVisible(isinstance(made, Printout))
        if not isinstance(made, Printout):
            self._show_pdf(Pdf(made.pdf))
            return
        self._follow(
            self._jobs.compute(
                self.tr("Making the pages"),
                reports.render,
                made,
                self._language,
                done=self._still(self._on_rendered),
                failed=self._still(self._on_failed),
            )
        )

    def _follow(self, job: Job) -> None:
        self._job = job
        job.progressed.connect(self._on_progress)

    def _on_progress(self, done: int, total: int, _left: object) -> None:
        if total > 1:
            self._bar.set_share(done / total)
            self._left.setText(formats.percent(done / total, decimals=0))

    def _on_rendered(self, pages: Pages) -> None:
        self._show_pdf(Pdf(pages.pdf))

    def _show_pdf(self, pdf: Pdf) -> None:
        self._job = None
        self.view.show_pdf(pdf)
        self._show(self._pages_side)
        self._on_page(self.view.page, pdf.pages)
        self.view.setFocus()
        self.ready.emit()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._tell(sentence_of(error), again=isinstance(error, UserError))

    def _on_cancel(self) -> None:
        self.cancel()
        self._tell(self.tr("Cancelled. Nothing was printed or saved."), again=True)

    def _tell(self, sentence: str, *, again: bool) -> None:
        self.failure.set_text(sentence, action=self.tr("Try again") if again else "")
        self._show(self.failure)

    def _on_language(self, language: str) -> None:
        self._language = language
        self._begin()

    def _on_page(self, page: int, pages: int) -> None:
        self.page_field.setText(str(page))
        self._of.setText(self.tr("of {pages}").format(pages=formats.count(pages)))

    def _on_page_typed(self) -> None:
        typed = self.page_field.text().strip()
        if typed.isdecimal() and len(typed) < 7:
            self.view.go_to(int(typed))
            self.view.setFocus()
        self.page_field.setText(str(self.view.page))

    def cancel(self) -> None:
        """Stop what is being made; what is shown stays."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    # --- finding -----------------------------------------------------------------------------------

    def find_words(self) -> None:
        """Open the line that finds words on the pages."""
        if self.pdf is not None:
            self.find_bar.open()

    # --- copies that leave -------------------------------------------------------------------------

    @property
    def suggested_name(self) -> str:
        """The report's title and the day; never anybody's name."""
        title = self._printout.title if self._printout else ""
        return f"{title} {datetime.now():%Y-%m-%d}.pdf".strip()

    def save(self) -> None:
        """Ask where to and save."""
        if self.pdf is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), str(Path(folder) / self.suggested_name), self.tr("PDF (*.pdf)")
        )
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Save the pages as they are shown; says so, or what went wrong, at the foot."""
        pdf = self.pdf
        if pdf is None:
            return
        target = files.with_ending(path, ".pdf")
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

    def print(self) -> None:
        """Ask for a printer and print."""
        pdf = self.pdf
        if pdf is None:
            return
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
        dialog.setMinMax(1, pdf.pages)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Send the pages to `printer`; says so, or what went wrong, at the foot."""
        pdf = self.pdf
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
        self._foot.setVisible(bool(sentence))
