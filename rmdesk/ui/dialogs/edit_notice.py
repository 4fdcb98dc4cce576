"""A notice, new or changed: what is to be told, until when, and which customers it concerns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rmdesk import choices, labels
from rmdesk.models import ProductKind
from rmdesk.services import notices, typed_days
from rmdesk.services.errors import UserError
from rmdesk.services.notices import NoticeRow
from rmdesk.ui import formats
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea, checked, pick, refusal
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Combo, Form, FormRow, Label, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.workers import Progress

_WIDTH = 600
_TEXT_LINES = 4
LISTED, HOLDERS = "listed", "holders"


class EditNotice(FormDialog):
    """A new one for the customers of the list (`ids`), or for those who hold something; with `notice` the
    words of one that is there are changed, not whom it concerns. `saved` carries its uid.
    """

    saved = Signal(str)

    def __init__(
        self,
        context: Context,
        ids: Sequence[int] = (),
        *,
        notice: NoticeRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("New notice") if notice is None else self.tr("Change the notice")
        verb = self.tr("Add") if notice is None else self.tr("Save")
        super().__init__(title, verb=verb, parent=parent, width=_WIDTH)
        self._context, self._ids, self._notice = context, list(ids), notice
        self._rows: list[FormRow] = []
        self._form = form = Form(spacing=SPACE.medium)
        self.title = LineField("" if notice is None else notice.title)
        self.text = TextArea("" if notice is None else notice.content, lines=_TEXT_LINES)
        self.source = LineField("" if notice is None else notice.source or "")
        due_on = None if notice is None else notice.due_on
        self.due = LineField("" if due_on is None else formats.full_day(due_on))
        self.due.setPlaceholderText(self.tr("today"))
        channel = None if notice is None else notice.channel
        self.channel = pick("notice", "channel", channel, empty=self.tr("any way"))
        self._add("title", self.title, required=True)
        self._add("content", self.text, required=True)
        self._beside(self._row("source", self.source), self._row("channel", self.channel))
        self.whom = Combo()
        if self._ids:
            count = formats.count(len(self._ids))
            self.whom.add(self.tr("The {count} customers of the list").format(count=count), LISTED)
        self.whom.add(self.tr("Who holds such a product"), HOLDERS)
        self.whom.activated.connect(lambda _place: self._show_whom())
        due = FormRow(labels.field("notice", "due_on"), self.due, check=lambda: refusal(self._read_due))
        whom = FormRow(self.tr("Whom it concerns"), self.whom)
        whom.setVisible(notice is None)
        self._beside(due, whom)
        self.kind = Combo()
        self.kind.add(self.tr("every kind"), None)
        for kind in ProductKind:
            self.kind.add(choices.word("holding", "kind", kind.value), kind.value)
        self.product, self.first, self.last = LineField(), LineField(), LineField()
        self.bank = LineField()
        self.bank.setPlaceholderText(self.tr("ours"))
        self._holding = [
            self._beside(
                FormRow(labels.field("holding", "kind"), self.kind),
                FormRow(self.tr("Part of the product's name"), self.product),
            ),
            self._beside(FormRow(labels.field("holding", "bank"), self.bank), QWidget()),
            self._beside(
                FormRow(
                    self.tr("Maturing from"), self.first, check=lambda: refusal(lambda: _read_day(self.first))
                ),
                FormRow(
                    self.tr("Maturing until"), self.last, check=lambda: refusal(lambda: _read_day(self.last))
                ),
            ),
        ]
        self.count = Label("", ink="secondary")
        form.add_widget(self.count)
        self.body.addWidget(form)
        for field in (self.product, self.bank, self.first, self.last):
            field.editingFinished.connect(self._count)
        self.kind.activated.connect(lambda _place: self._count())
        self._show_whom()
        self.title.setFocus()
        self.comes_again(
            "edit_notice", ids=list(ids), notice=None if notice is None else [notice.uid, notice.version]
        )

    def _add(self, name: str, field: LineField | TextArea, *, required: bool = False) -> FormRow:
        def read() -> object:
            typed = field.text() if isinstance(field, LineField) else field.toPlainText()
            return checked(notices.CHECKS, "notice", name, typed)

        return self._form.add(
            labels.field("notice", name), field, required=required, check=lambda: refusal(read)
        )

    def _row(self, name: str, field: LineField | Combo) -> FormRow:
        def read() -> object:
            typed = field.text() if isinstance(field, LineField) else field.currentData() or ""
            return checked(notices.CHECKS, "notice", name, typed)

        return FormRow(labels.field("notice", name), field, check=lambda: refusal(read))

    def _beside(self, *rows: QWidget) -> QWidget:
        """Two fields on one line: the dialog has to fit a small screen."""
        together = QWidget()
        line = QHBoxLayout(together)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.large)
        for row in rows:
            line.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        self._rows += [row for row in rows if isinstance(row, FormRow)]
        self._form.add_widget(together)
        return together

    def _read_due(self) -> date | None:
        typed = self.due.text().strip()
        return typed_days.read_date(typed, "notice.due_on", toward="future") if typed else None

    def _show_whom(self) -> None:
        for one in self._holding:
            one.setVisible(self._notice is None and self.whom.currentData() == HOLDERS)
        self._count()

    def concerned(self, session: Session) -> list[int]:
        """The customers that were chosen; raises as reading the fields does."""
        if self.whom.currentData() == LISTED:
            return self._ids
        return notices.holders(
            session,
            kind=self.kind.currentData(),
            product=self.product.text(),
            bank=self.bank.text().strip(),
            first=_read_day(self.first),
            last=_read_day(self.last),
        )

    def _count(self) -> None:
        if self._notice is not None:
            return
        try:
            with self._context.store.read() as session:
                count = len(self.concerned(session))
        except UserError:
            self.count.setText("")
            return
        self.count.setText(self.tr("Customers concerned: {count}").format(count=formats.count(count)))

    def submit(self) -> None:
        wrong = [row for row in self._rows if row.isVisibleTo(self) and not row.check()]
        if not self._form.check() or wrong:
            return
        given: dict[str, object] = {
            "title": self.title.text(),
            "content": self.text.toPlainText(),
            "source": self.source.text(),
            "channel": self.channel.currentData(),
            "due_on": self._read_due(),
        }
        present, ids = self._notice, []
        if present is None:
            with self._context.store.read() as session:
                ids = self.concerned(session)
            if not ids:
                self.tell(self.tr("It concerns nobody: choose whom to tell."))
                return

        def save(session: Session, _progress: Progress) -> str:
            if present is None:
                return notices.add_notice(session, given, ids).uid
            notices.edit_notice(session, present.uid, given, version=present.version)
            return present.uid

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving a notice"), save, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, uid: str) -> None:
        self.saved.emit(uid)
        self.accept()


def _read_day(field: LineField) -> date | None:
    typed = field.text().strip()
    return typed_days.read_date(typed, "holding.matures_on", toward="future") if typed else None
