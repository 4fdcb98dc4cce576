"""One field, or a tag, of many customers at once: what would change, then the change, undone as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk import choices, labels
from rmdesk.services import customers, roles, tags
from rmdesk.services.customers import Field, Type
from rmdesk.services.customers.bulk_editing import Former, Preview, edit_many, preview_edit
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui import formats
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.panes.customers.value_editor import ValueEditor
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Combo, Form, FormRow, Label, LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_PAUSE_MS = 150  # a preview of thousands is not made for every key
_FORMERS_SHOWN = 6
_TAG_ON, _TAG_OFF = "tag on", "tag off"


class EditCustomers(FormDialog):
    """`edited` carries how many customers changed."""

    edited = Signal(int)

    def __init__(
        self,
        context: Context,
        ids: Sequence[int],
        *,
        field: str = "strategy",
        parent: QWidget | None = None,
    ) -> None:
        count = formats.count(len(ids))
        super().__init__(
            self.tr("Change 1 customer")
            if len(ids) == 1
            else self.tr("Change {count} customers").format(count=count),
            verb=self.tr("Change"),
            parent=parent,
            width=480,
        )
        self._context, self._ids = context, list(ids)
        self._asked = 0
        self.field = Combo(name=self.tr("Field"))
        self._fill_fields()
        self.value: ValueEditor | LineField
        self._value_place = QVBoxLayout()
        self._value_row: FormRow | None = None
        self.preview = Label("", wrap=True)
        self.formers = Label("", ink="secondary", style=TYPE.secondary, wrap=True)
        form = Form()
        form.add(self.tr("What to change"), self.field)
        self.body.addWidget(form)
        self.body.addLayout(self._value_place)
        told = QVBoxLayout()
        told.setSpacing(SPACE.tiny)
        told.addWidget(self.preview)
        told.addWidget(self.formers)
        self.body.addLayout(told)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.field.choose(field)
        self.field.currentIndexChanged.connect(lambda _place: self._show_value())
        self._show_value()
        self.field.setFocus()  # not the button: Enter would change them before anything was chosen

    def _fill_fields(self) -> None:
        reach = roles.allowed(self._context.actor, Permission.SEE_CUSTOMERS).reach()
        for field in customers.FIELDS:
            if field.bulk and (field.name != "owner" or reach == Reach.ALL):
                self.field.add(labels.field("customer", field.name), field.name)
        self.field.add(self.tr("Add a tag"), _TAG_ON)
        self.field.add(self.tr("Remove a tag"), _TAG_OFF)

    @property
    def _field(self) -> Field | None:
        """The chosen field; None for a tag."""
        return customers.BY_NAME.get(self.field.currentData())

    def _show_value(self) -> None:
        if self._value_row is not None:
            self._value_place.removeWidget(self._value_row)
            self._value_row.deleteLater()
        field = self._field
        if field is None:
            self.value = LineField()
            self.value.textChanged.connect(self._wait)
            row = FormRow(self.tr("Tag"), self.value)
        else:
            self.value = ValueEditor(self._context, field)
            self.value.edited.connect(self._wait)
            row = FormRow(self.tr("New value"), self.value)
        self._value_row = row
        self._value_place.addWidget(row)
        self._ask()

    def _wait(self) -> None:
        if self._value_row is not None:
            self._value_row.set_error("")
        self.verb_button.setEnabled(False)
        self._pause.start()

    # --- what would change -----------------------------------------------------------------------

    def _ask(self) -> None:
        self._pause.stop()
        self._asked += 1
        asked, field, ids = self._asked, self._field, self._ids
        self.verb_button.setEnabled(False)
        self.formers.setText("")
        try:
            value = self._read()
        except UserError as error:
            self.preview.setText("")
            if self._value_row is not None:
                self._value_row.set_error(beside_field(error))
            return
        if field is None:
            self.preview.setText(self._tag_words(str(value)))
            self.verb_button.setEnabled(bool(value))
            return
        self._context.jobs.read(
            lambda session: preview_edit(session, ids, field.name, value),
            done=lambda preview: self._on_preview(asked, preview),
            failed=lambda error: self._on_no_preview(asked, error),
            within=0.05,
        )

    def _read(self) -> Any:
        if isinstance(self.value, ValueEditor):
            return self.value.read()
        return self.value.text().strip()

    def _tag_words(self, tag: str) -> str:
        if not tag:
            return ""
        count = formats.count(len(self._ids))
        if self.field.currentData() == _TAG_ON:
            return self.tr("“{tag}” will be added to the chosen customers ({count}).").format(
                tag=tag, count=count
            )
        return self.tr("“{tag}” will be removed from the chosen customers ({count}) who have it.").format(
            tag=tag, count=count
        )

    def _on_preview(self, asked: int, preview: Preview) -> None:
        if asked != self._asked:
            return
        self.verb_button.setEnabled(preview.changing > 0)
        if not preview.changing:
            self.preview.setText(self.tr("All of them have this value already."))
            return
        self.preview.setText(
            self.tr("{changing} of {chosen} will change.").format(
                changing=formats.count(preview.changing), chosen=formats.count(preview.chosen)
            )
        )
        lines = [
            self.tr("{former}: {count}").format(
                former=self._former_words(one), count=formats.count(one.customers)
            )
            for one in preview.formers[:_FORMERS_SHOWN]
        ]
        rest = preview.changing - sum(one.customers for one in preview.formers[:_FORMERS_SHOWN])
        if rest:
            lines.append(self.tr("other values: {count}").format(count=formats.count(rest)))
        self.formers.setText(self.tr("Now: {values}").format(values=labels.listed(lines)))

    def _on_no_preview(self, asked: int, error: Exception) -> None:
        if asked == self._asked and isinstance(error, UserError):
            self.preview.setText(sentence_of(error))

    def _former_words(self, former: Former) -> str:
        field, value = self._field, former.value
        if field is None or value is None or value == "":
            return self.tr("(empty)")
        match field.type:
            case Type.FLAG:
                return self.tr("Yes") if value else self.tr("No")
            case Type.CHOICE | Type.LEVEL:
                return choices.word("customer", field.name, value)
            case Type.DATE:
                return formats.day(value)
            case _:
                return str(value)

    # --- the change ------------------------------------------------------------------------------

    def submit(self) -> None:
        if not self.verb_button.isEnabled():
            return
        value, ids, chosen, field = self._read(), self._ids, self.field.currentData(), self._field
        work: Callable[[Session, Progress], int]
        if field is None:

            def work(session: Session, _progress: Progress) -> int:
                return tags.tag_many(session, ids, value, on=chosen == _TAG_ON)
        else:

            def work(session: Session, _progress: Progress) -> int:
                return edit_many(session, ids, chosen, value)

        self.set_busy(True, self.tr("Changing…"))
        self._context.jobs.write(
            self.tr("Changing customers"), work, done=self._on_done, failed=self._on_failed
        )

    def _on_done(self, changed: int) -> None:
        self.edited.emit(changed)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
        self._wait()
