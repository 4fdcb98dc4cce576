"""A text that is kept for an occasion: its words with fields, whom it is for, and how it sounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk import greeting_labels, labels
from rmdesk.services import roles, settings, tiers
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Card, CheckBox, Chip, Combo, Flow, Form, Label

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.workers import Progress

_WIDTH = 620
_TEXT_LINES = 4


class EditText(FormDialog):
    """For a new text `kept` is None; `table` has the words of its fields. `saved` comes once it is kept.

    A dialog of its own adds what its texts have besides, then calls `finish`.
    """

    saved = Signal()

    def __init__(
        self,
        context: Context,
        title: str,
        table: str,
        fields: Iterable[str],
        kept: Any,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            title,
            verb=self.tr("Add") if kept is None else self.tr("Save"),
            parent=parent,
            width=_WIDTH,
        )
        self._context, self._kept, self._table = context, kept, table
        with context.store.read() as session:
            self._branch = settings.get(session, "branch.name")
            self._ladder = [(one.uid, one.name) for one in tiers.list_tiers(session)]
        self._form = Form()
        self.text = TextArea("" if kept is None else greeting_labels.shown(kept.text), lines=_TEXT_LINES)
        self.text_row = self._form.add(
            labels.field(table, "text"), self.text, required=True, check=self._refusal
        )
        self.text.textChanged.connect(self._on_typed)  # after the row, which clears what it says at each key
        self.fields = Flow(line=SIZE.chip + SPACE.tiny)
        for place, name in enumerate(fields):
            chip = Chip(greeting_labels.written(name), removable=False, active=False)
            chip.setToolTip(greeting_labels.field(name))
            chip.clicked.connect(partial(self.insert, name))
            self.fields.insert(place, chip)
        self._form.add(self.tr("Fields, put in by a click"), self.fields)

    def finish(self, heard: str) -> None:
        """Add what all texts have: tier, whose own, and the preview under the words `heard`."""
        kept = self._kept
        self.tier = Combo()
        self.tier.add(self.tr("every tier"), None)
        for uid, name in self._ladder:
            self.tier.add(name, uid)
        self.tier.choose(None if kept is None else kept.tier_uid)
        self._form.add(labels.field(self._table, "tier_uid"), self.tier)
        self.own = CheckBox(self.tr("For my own use only"), checked=kept is not None and kept.is_own)
        for_all = roles.allowed(self._context.actor, Permission.EDIT_TEMPLATES).reach() == Reach.ALL
        if kept is None and not for_all:
            self.own.setChecked(True)
        self.own.setEnabled(kept is None and for_all)
        if kept is None or kept.is_own:
            self._form.add_widget(self.own)
        self.preview = Label("", wrap=True)
        card = Card(ground="sunken")
        card.body.addWidget(Label(heard, style=TYPE.secondary, ink="secondary"))
        card.body.addWidget(self.preview)
        self._form.add_widget(card)
        self.body.addWidget(self._form)
        self._on_typed()
        self.text.setFocus()

    # --- what a dialog says ------------------------------------------------------------------------

    def checked(self) -> str:
        """What was typed as it would be kept; raises what is wrong with it."""
        raise NotImplementedError

    def told(self, checked: str) -> str:
        """A checked text as an invented customer gets it."""
        raise NotImplementedError

    def keeping(self) -> Callable[[Session], object]:
        """What keeps that which is typed now; it is run on another thread."""
        raise NotImplementedError

    # --- typing and saving -------------------------------------------------------------------------

    def insert(self, name: str) -> None:
        """Put a field where the cursor stands."""
        self.text.insertPlainText(greeting_labels.written(name))
        self.text.setFocus()

    def _refusal(self) -> str:
        try:
            self.checked()
        except UserError as error:
            return beside_field(error)
        return ""

    def _on_typed(self) -> None:
        try:
            text = self.checked()
        except UserError as error:
            if error.code == "text.empty":
                self.text_row.set_error("")
                self.preview.setText("–")
            else:
                self.text_row.set_error(beside_field(error))
            return
        self.text_row.set_error("")
        self.preview.setText(self.told(text))

    def submit(self) -> None:
        if not self._form.check():
            return

        keep = self.keeping()

        def save(session: Session, _progress: Progress) -> None:
            keep(session)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving a text"), save, done=lambda _nothing: self._on_saved(), failed=self._on_failed
        )

    def _on_saved(self) -> None:
        self.saved.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
