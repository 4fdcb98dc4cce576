"""Documents of a customer, kept encrypted in the vault: added or dropped, looked at, saved out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QPainter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rmdesk.services import attachments, files
from rmdesk.services.attachments import AttachmentRow
from rmdesk.services.errors import UserError
from rmdesk.ui import formats, icons
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.panes.customers.page.desk import Desk
from rmdesk.ui.panes.customers.page.loading import PageData
from rmdesk.ui.panes.customers.page.rows import PaintedRows, RowWords
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import Button, Label, Variant, paint
from rmdesk.words import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.jobs import Job
    from rmdesk.ui.workers import Progress


class DocumentRows(PaintedRows[AttachmentRow]):
    """Rows of 25 px: an icon, the name, and at the right size and day."""

    menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("documents", "Documents"), height=SIZE.timeline_row, parent=parent)

    @staticmethod
    def fact(item: AttachmentRow) -> str:
        return f"{_size(item.size)}  {formats.day(item.added_on)}"

    def words(self, item: AttachmentRow) -> RowWords:
        return RowWords(f"{item.name}  {self.fact(item)}", f"{item.name}\n{item.staff}")

    def paint_row(self, painter: QPainter, rect: QRectF, item: AttachmentRow) -> None:
        icons.paint(painter, "paperclip", "secondary", rect.left(), rect.center().y() - SIZE.icon / 2)
        fact = self.fact(item)
        width = paint.text_width(fact, tabular=True) + 1.0
        box = QRectF(rect.right() - width, rect.top(), width, rect.height())
        paint.text(painter, box, fact, role="secondary", align=Qt.AlignmentFlag.AlignRight, tabular=True)
        x = rect.left() + SIZE.icon + SPACE.small
        paint.text(painter, QRectF(x, rect.top(), box.left() - SPACE.small - x, rect.height()), item.name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = self._at(event.pos().y())
        if place >= 0:
            self.go_to(place)
        if self.current is not None:
            self.menu_wanted.emit(self.current, event.globalPos())


class DocumentsSection(QWidget):
    """A body of the page. `counted` tells how many documents there are."""

    counted = Signal(str)
    saved_out = Signal(str)  # the path of the copy

    def __init__(self, desk: Desk, *, editable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._editable = desk, editable
        self._uid = ""
        self._reading: Job | None = None
        self.rows = DocumentRows()
        self.add_button = Button(
            translate("documents", "Add a document"), icon="plus", variant=Variant.LINK, height=24
        )
        self.add_button.clicked.connect(self.choose)
        hint = Label(translate("documents", "or drop it here"), ink="secondary")
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.pane, 0, SPACE.pane, SPACE.tiny)
        foot.setSpacing(SPACE.small)
        foot.addWidget(self.add_button)
        foot.addWidget(hint)
        foot.addStretch(1)
        for widget in (self.add_button, hint):
            widget.setVisible(editable)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rows)
        column.addLayout(foot)
        self.setAcceptDrops(editable)
        self.rows.edit_wanted.connect(self.open)
        self.rows.remove_wanted.connect(self.remove)
        self.rows.menu_wanted.connect(self._show_menu)

    # --- showing -----------------------------------------------------------------------------------

    def show_data(self, data: PageData) -> None:
        uid = data.record.uid
        if uid != self._uid:
            self.rows.set_items(())
        self._uid = uid
        self._read()

    def put_away(self) -> None:
        self.rows.set_items(())

    def _read(self) -> None:
        uid = self._uid
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._desk.context.jobs.read(
            lambda session: attachments.list_attachments(session, uid),
            done=lambda found: self._on_read(uid, found),
            failed=lambda _error: None,  # the page tells of a customer that is gone
        )

    def _on_read(self, uid: str, found: Sequence[AttachmentRow]) -> None:
        if uid == self._uid:
            self._reading = None
            self.rows.set_items(found)
            self.counted.emit(str(len(found)) if found else "")

    # --- adding ------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Ask for files and keep them."""
        endings = " ".join(f"*.{ending}" for ending in attachments.TYPES)
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            translate("documents", "Add documents"),
            "",
            translate("documents", "Documents ({endings})", endings=endings),
        )
        self.add([Path(one) for one in chosen])

    def add(self, paths: Sequence[Path]) -> None:
        """Keep these files, each as a change of its own; what is refused is told."""
        uid = self._uid
        vault = self._desk.context.vault
        for path in paths:

            def work(session: Session, _progress: Progress, path: Path = path) -> None:
                name, content = attachments.read_file(path)
                attachments.add_attachment(session, vault, uid, name, content)

            self._write(translate("documents", "Keeping a document"), work, about=path.name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    # --- what one can do with one ------------------------------------------------------------------

    def open(self, row: AttachmentRow) -> None:
        """Show a document; of a kind that is not shown here, offer to save it outside the vault."""
        if row.media_type not in attachments.SHOWN:
            self.save_out(row)
            return
        vault = self._desk.context.vault
        self._write(
            translate("documents", "Opening a document"),
            lambda session, _progress: attachments.open_attachment(session, vault, row.uid)[1],
            done=partial(self._show, row),
        )

    def _show(self, row: AttachmentRow, content: bytes) -> None:
        from rmdesk.ui.dialogs.view_attachment import ViewAttachment  # brings the PDF library

        dialog = ViewAttachment(self._desk.context, row.name, row.media_type, content, parent=self)
        if not dialog.is_shown:
            dialog.deleteLater()
            self._desk.told.emit(translate("documents", "This document cannot be shown; it may be damaged."))
            return
        dialog.open()

    def save_out(self, row: AttachmentRow) -> None:
        """Ask where to, and write a readable copy there: outside the vault nobody protects it."""
        chosen, _ = QFileDialog.getSaveFileName(
            self, translate("documents", "Save a readable copy outside the vault"), self.suggested_name(row)
        )
        if chosen:
            self.save_to(row, Path(chosen))

    def suggested_name(self, row: AttachmentRow) -> str:
        """The customer's number and the document's: never anybody's name."""
        record = self._desk.record
        number = None if record is None else record.fields["number"].value
        return f"{number or 'customer'}-{row.id}.{row.name.rpartition('.')[2]}"

    def save_to(self, row: AttachmentRow, target: Path) -> None:
        """Recorded first: what is not on record does not leave."""
        vault, jobs = self._desk.context.vault, self._desk.context.jobs
        title = translate("documents", "Saving a copy")

        def write(content: bytes) -> None:
            def work(_progress: Progress) -> None:
                try:
                    files.replace_bytes(target, content)
                except OSError as error:
                    reason = files.reason_of(error)
                    raise UserError("file.not_writable", path=str(target), reason=reason) from error

            jobs.background(
                title,
                work,
                done=lambda _nothing: self.saved_out.emit(str(target)),
                failed=lambda error: self._desk.told.emit(sentence_of(error)),
            )

        self._write(
            title,
            lambda session, _progress: attachments.open_attachment(session, vault, row.uid, to_save=True)[1],
            done=write,
        )

    def remove(self, row: AttachmentRow) -> None:
        if self._editable:
            self._write(
                translate("documents", "Removing a document"),
                lambda session, _progress: attachments.remove_attachment(
                    session, row.uid, version=row.version
                ),
            )

    def _show_menu(self, row: AttachmentRow, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.media_type in attachments.SHOWN:
            menu.addAction(translate("documents", "Look at it"), partial(self.open, row))
        menu.addAction(translate("documents", "Save a copy outside the vault…"), partial(self.save_out, row))
        if self._editable:
            menu.addAction(translate("documents", "Remove"), partial(self.remove, row))
        menu.popup(at)

    def _write(
        self,
        title: str,
        work: Callable[[Session, Progress], Any],
        *,
        about: str = "",
        done: Callable[[Any], object] | None = None,
    ) -> None:
        def failed(error: Exception) -> None:
            told = sentence_of(error)
            self._desk.told.emit(f"{about}  {told}" if about else told)

        def finished(value: Any) -> None:
            self._read()
            if done is not None:
                done(value)

        self._desk.context.jobs.write(title, work, done=finished, failed=failed)


def _size(count: int) -> str:
    return f"{count / 2**20:.1f} MB" if count >= 2**20 else f"{max(1, count // 1024)} KB"
