"""The care calendar as a file for other calendar programs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from rmdesk.services import export, files, roles
from rmdesk.services.care import Asked
from rmdesk.services.errors import UserError
from rmdesk.services.export import REASON_LONGEST, CalendarRequest, Exported
from rmdesk.services.roles import Permission
from rmdesk.ui import formats
from rmdesk.ui.date_field import DateField
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import refusal
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.tokens import TYPE
from rmdesk.ui.widgets import Form, FormRow, Label, LineField

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job
    from rmdesk.ui.workers import Progress


class ExportCalendar(FormDialog):
    """`asked` are the days and filters shown now; `exported` carries what left. Cancel stops it."""

    exported = Signal(object)  # Exported

    def __init__(self, context: Context, asked: Asked, *, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Calendar file"),
            self.tr("What stands open on these days under the filters in force, for other programs."),
            verb=self.tr("Export…"),
            parent=parent,
            width=480,
        )
        self._context, self._asked = context, asked
        self._job: Job | None = None
        self.first = DateField("calendar.first", toward="future")
        self.last = DateField("calendar.last", toward="future")
        self.first.setText(formats.full_day(asked.first))
        self.last.setText(formats.full_day(asked.last))
        self.reason = LineField()
        self.reason.setMaxLength(REASON_LONGEST)
        self.reason.setPlaceholderText(self.tr("For instance: audit by the head office"))
        form = Form()
        self.rows: dict[str, FormRow] = {
            "first": form.add(self.tr("From"), self.first, check=lambda: refusal(self.first.read)),
            "last": form.add(self.tr("To"), self.last, check=lambda: refusal(self.last.read)),
        }
        why = form.add(self.tr("Why full names are needed"), self.reason)
        may_be_exact = export.sees_exactly(roles.allowed(context.actor, Permission.EXPORT))
        why.setVisible(may_be_exact)
        self.body.addWidget(form)
        words = self.tr("Names are masked as in the list. The export is recorded in the audit trail.")
        if may_be_exact:
            words = self.tr("Without a reason, names stay masked. The export is recorded in the audit trail.")
        self.body.addWidget(Label(words, ink="secondary", style=TYPE.secondary, wrap=True))

    def submit(self) -> None:
        if not self._read():
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{self.tr('Calendar')} {date.today().isoformat()}.ics"
        path, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), str(Path(folder) / name), "*.ics")
        if path:
            self.export_to(Path(path))

    def _read(self) -> Asked | None:
        wrong = [row for row in self.rows.values() if not row.check()]
        first, last = self.first.text().strip(), self.last.text().strip()
        if wrong or not first or not last:
            (wrong[0].field if wrong else self.first).setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        try:
            return self._asked.between(self.first.read(), self.last.read())
        except UserError as error:
            self.rows["last"].set_error(beside_field(error))
            self.last.setFocus(Qt.FocusReason.OtherFocusReason)
            return None

    def export_to(self, path: Path) -> None:
        """Write the file; what went wrong stands above the buttons, and the choices stay."""
        asked = self._read()
        if asked is None:
            return
        target = files.with_ending(path, ".ics")
        request = CalendarRequest(asked, target, self.reason.text() or None)
        store = self._context.store

        def work(progress: Progress) -> Exported:
            return export.export_calendar(store, request, progress)

        self.set_busy(True, self.tr("Exporting…"))
        self._job = self._context.jobs.background(
            self.tr("Exporting the calendar"), work, done=self._on_done, failed=self._on_failed
        )
        self._job.cancelled.connect(lambda: self._settle(self.tr("Cancelled. No file was written.")))

    def _on_done(self, done: Exported) -> None:
        self._job = None
        self.exported.emit(done)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._settle(sentence_of(error))

    def _settle(self, words: str) -> None:
        self._job = None
        self.set_busy(False)
        self.tell(words)

    def reject(self) -> None:
        """Cancel stops the export first; the dialog closes by the next one."""
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()
