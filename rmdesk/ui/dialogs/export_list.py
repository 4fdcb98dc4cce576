"""A list as a file: which rows, which columns, which kind of file, and why exact values are needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from rmdesk.services import export, files, roles
from rmdesk.services.errors import UserError
from rmdesk.services.export import LISTINGS, REASON_LONGEST, Encoding, Exported, Kind, Request
from rmdesk.services.roles import Permission
from rmdesk.ui import formats
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.tokens import TYPE
from rmdesk.ui.widgets import Form, Label, LineField, NoticeBar, ProgressLine, Segments

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job
    from rmdesk.ui.table import QueryModel, QueryTable
    from rmdesk.ui.workers import Progress

_LISTED, _MARKED = "listed", "marked"
_SHOWN, _ALL = "shown", "all"
_GB18030 = "gb18030"


class ExportList(FormDialog):
    """Exports what `table` shows; `exported` carries what left. While it runs, Cancel stops it."""

    exported = Signal(object)  # Exported

    def __init__(
        self, context: Context, listing: str, table: QueryTable, *, parent: QWidget | None = None
    ) -> None:
        title = export.title(listing)
        super().__init__(
            self.tr("Export: {list}").format(list=title), verb=self.tr("Export…"), parent=parent, width=520
        )
        self._context, self._listing, self._table = context, LISTINGS[listing], table
        self._model = cast("QueryModel", table.model())
        self._job: Job | None = None
        self._is_done = False
        self.kind = Segments(self._kinds(), name=self.tr("Kind of file"), in_form=True)
        self.scope = Segments(self._scopes(), name=self.tr("Rows"), in_form=True)
        self.columns = Segments(self._column_choices(), name=self.tr("Columns"), in_form=True)
        self.reason = LineField()
        self.reason.setMaxLength(REASON_LONGEST)
        self.reason.setPlaceholderText(self.tr("For instance: audit by the head office"))
        self.masked = Label("", ink="secondary", style=TYPE.secondary, wrap=True)
        self.bar = ProgressLine(name=self.tr("Progress of the export"))
        self.count = Label("", ink="secondary", style=TYPE.secondary, tabular=True)
        self.done_notice = NoticeBar("", tone="good")
        form = self._form = Form()
        form.add(self.tr("Kind of file"), self.kind)
        form.add(self.tr("Rows"), self.scope)
        self._columns_row = form.add(self.tr("Columns"), self.columns)
        self._reason_row = form.add(self.tr("Why exact values are needed"), self.reason)
        self._reason_row.setVisible(self._may_be_exact)
        self.body.addWidget(form)
        for widget in (self.masked, self.bar, self.count, self.done_notice):
            self.body.addWidget(widget)
        for widget in (self.bar, self.count, self.done_notice):
            widget.hide()
        if self._marked:
            self.scope.choose(_MARKED)
        self.kind.chosen.connect(lambda _kind: self._tell_masking())
        self.reason.textChanged.connect(lambda _text: self._tell_masking())
        self._tell_masking()

    # --- what there is to choose -----------------------------------------------------------------

    @property
    def _may_be_exact(self) -> bool:
        scope = roles.allowed(self._context.actor, Permission.EXPORT)
        return self._listing.may_be_exact and export.sees_exactly(scope)

    @property
    def _marked(self) -> int:
        return self._model.marked_count

    def _kinds(self) -> list[tuple[str, str]]:
        kinds = [
            (Kind.XLSX.value, self.tr("Excel (.xlsx)")),
            (Kind.CSV.value, self.tr("CSV, UTF-8")),
            (_GB18030, self.tr("CSV, GB18030")),
        ]
        if self._listing.name == "customers":
            kinds.append((Kind.VCF.value, self.tr("Cards (.vcf)")))
        return kinds

    def _scopes(self) -> list[tuple[str, str]]:
        count = formats.count(self._model.rowCount())
        scopes = [(_LISTED, self.tr("As listed ({count})").format(count=count))]
        if self._marked:
            marked = formats.count(self._marked)
            scopes.append((_MARKED, self.tr("Only the marked ones ({count})").format(count=marked)))
        return scopes

    def _column_choices(self) -> list[tuple[str, str]]:
        return [
            (_SHOWN, self.tr("As shown ({count})").format(count=len(self._shown_columns()))),
            (_ALL, self.tr("All ({count})").format(count=len(self._listing.columns))),
        ]

    def _shown_columns(self) -> list[str]:
        known = {one.name for one in self._listing.columns}
        shown = [name for name in self._table.shown_columns() if name in known]
        return self._listing.completed(shown) or list(self._listing.usual)

    def _tell_masking(self) -> None:
        self._columns_row.setVisible(self.kind.current != Kind.VCF.value)
        if not self._listing.may_be_exact:
            words = ""
        elif self._may_be_exact and self.reason.text().strip():
            words = self.tr("Values leave in full.")
        elif self._may_be_exact:
            words = self.tr("Without a reason, values stay masked as in the list.")
        else:
            words = self.tr("Values stay masked as in the list.")
        recorded = self.tr("The export is recorded in the audit trail.")
        self.masked.setText(f"{words} {recorded}".strip())

    # --- leaving ---------------------------------------------------------------------------------

    @property
    def file_kind(self) -> Kind:
        chosen = self.kind.current
        return Kind.CSV if chosen is None or chosen == _GB18030 else Kind(chosen)

    @property
    def suggested_name(self) -> str:
        """The list's name and the day; never anybody's name."""
        return f"{export.title(self._listing.name)} {date.today().isoformat()}.{self.file_kind.value}"

    def submit(self) -> None:
        if self._is_done:
            self.accept()
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kind = self.file_kind.value
        path, _ = QFileDialog.getSaveFileName(
            self, self.windowTitle(), str(Path(folder) / self.suggested_name), f"*.{kind}"
        )
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Write the file; what went wrong stands above the buttons, and the choices stay."""
        kind = self.file_kind
        target = files.with_ending(path, f".{kind.value}")
        marked = self.scope.current == _MARKED
        all_columns = self.columns.current == _ALL
        request = Request(
            self._listing.name,
            self._model.marked_ids() if marked else self._model.ids,
            [one.name for one in self._listing.columns] if all_columns else self._shown_columns(),
            target,
            kind,
            Encoding.GB18030 if self.kind.current == _GB18030 else Encoding.UTF_8,
            self.reason.text() if self._may_be_exact else None,
        )
        store = self._context.store

        def work(progress: Progress) -> Exported:
            return export.export(store, request, progress)

        self.set_busy(True, self.tr("Exporting…"))
        for widget in (self.bar, self.count):
            widget.setEnabled(True)
            widget.show()
        self._job = self._context.jobs.background(
            self.tr("Exporting a list"),
            work,
            done=self._still(self._on_done),
            failed=self._still(self._on_failed),
        )
        self._job.progressed.connect(self._on_progress)
        self._job.cancelled.connect(self._on_cancelled)

    def _still(self, call: Callable[[Any], None]) -> Callable[[Any], None]:
        """`call`, unless the dialog is gone by then."""
        return lambda value: call(value) if isValid(self) else None

    def _on_progress(self, done: int, total: int, _left: object) -> None:
        self.bar.set_share(done / total if total else None)
        self.count.setText(
            self.tr("{done} of {total}").format(done=formats.count(done), total=formats.count(total))
        )

    def _on_done(self, done: Exported) -> None:
        self._settle()
        self._is_done = True
        for widget in (self._form, self.masked, self.bar, self.count):
            widget.hide()
        self.done_notice.show()
        rows = formats.count(done.rows)
        words = self.tr("{rows} rows saved as {path}").format(rows=rows, path=done.target)
        self.done_notice.set_text(words)
        self.cancel_button.hide()
        self.verb_button.setText(self.tr("Close"))
        self.adjustSize()
        self.exported.emit(done)

    def _on_failed(self, error: Exception) -> None:
        self._settle()
        if isinstance(error, UserError):
            self.tell(sentence_of(error))

    def _on_cancelled(self) -> None:
        self._settle()
        self.tell(self.tr("Cancelled. No file was written."))

    def _settle(self) -> None:
        self._job = None
        self.set_busy(False)
        self.bar.hide()
        self.count.hide()

    def reject(self) -> None:
        """Cancel stops the export first; the dialog closes by the next one."""
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()
