"""A text of greetings: adding one, or changing it, with what a customer would get beside it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk import greeting_labels, labels
from rmdesk.services import greetings, roles, settings, tiers
from rmdesk.services.errors import UserError
from rmdesk.services.greetings import Template
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import TextArea, pick
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Card, CheckBox, Chip, Combo, Flow, Form, Label

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.workers import Progress

_WIDTH = 620
_TEXT_LINES = 4
_FAMILY = ("family_birthday", "wedding", "exam", "other_date")


class EditGreeting(FormDialog):
    """For a new text `template` is None. `saved` comes once it is kept."""

    saved = Signal()

    def __init__(
        self,
        context: Context,
        occasion: str,
        language: str,
        template: Template | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            greeting_labels.occasion(occasion),
            verb=self.tr("Add") if template is None else self.tr("Save"),
            parent=parent,
            width=_WIDTH,
        )
        self._context, self._template = context, template
        self._occasion, self._language = occasion, language
        with context.store.read() as session:
            self._branch = settings.get(session, "branch.name")
            ladder = [(one.uid, one.name) for one in tiers.list_tiers(session)]
        kept = None if template is None else template
        self.text = TextArea("" if kept is None else greeting_labels.shown(kept.text), lines=_TEXT_LINES)
        self.text.textChanged.connect(self._on_typed)
        self._form = Form()
        self.text_row = self._form.add(
            labels.field("greeting_template", "text"), self.text, required=True, check=self._refusal
        )
        self.fields = Flow(line=SIZE.chip + SPACE.tiny)
        for place, name in enumerate(greetings.OCCASIONS[occasion]):
            chip = Chip(greeting_labels.written(name), removable=False, active=False)
            chip.setToolTip(greeting_labels.field(name))
            chip.clicked.connect(partial(self.insert, name))
            self.fields.insert(place, chip)
        self._form.add(self.tr("Fields, put in by a click"), self.fields)
        self.channel = pick(
            "greeting_template", "channel", None if kept is None else kept.channel, empty=self.tr("any way")
        )
        self.channel.activated.connect(lambda _place: self._on_typed())
        self._form.add(labels.field("greeting_template", "channel"), self.channel)
        self.relation = Combo()
        self.relation.add(self.tr("anybody's"), None)
        for code in greetings.RELATIONS:
            self.relation.add(greeting_labels.relation(code), code)
        self.relation.choose(None if kept is None else kept.relation)
        row = self._form.add(labels.field("greeting_template", "relation"), self.relation)
        row.setVisible(occasion in _FAMILY)
        self.tier = Combo()
        self.tier.add(self.tr("every tier"), None)
        for uid, name in ladder:
            self.tier.add(name, uid)
        self.tier.choose(None if kept is None else kept.tier_uid)
        self._form.add(labels.field("greeting_template", "tier_uid"), self.tier)
        self.own = CheckBox(self.tr("For my own use only"), checked=kept is not None and kept.is_own)
        for_all = roles.allowed(context.actor, Permission.EDIT_TEMPLATES).reach() == Reach.ALL
        if template is None and not for_all:
            self.own.setChecked(True)
        self.own.setEnabled(template is None and for_all)
        if template is None or template.is_own:
            self._form.add_widget(self.own)
        self.preview = Label("", wrap=True)
        card = Card(ground="sunken")
        card.body.addWidget(Label(self.tr("What a customer gets"), style=TYPE.secondary, ink="secondary"))
        card.body.addWidget(self.preview)
        self._form.add_widget(card)
        self.body.addWidget(self._form)
        self._on_typed()
        self.text.setFocus()

    def insert(self, name: str) -> None:
        """Put a field where the cursor stands."""
        self.text.insertPlainText(greeting_labels.written(name))
        self.text.setFocus()

    def _checked(self) -> str:
        return greetings.checked_text(self.text.toPlainText(), self._occasion, self.channel.currentData())

    def _refusal(self) -> str:
        try:
            self._checked()
        except UserError as error:
            return beside_field(error)
        return ""

    def _on_typed(self) -> None:
        try:
            text = self._checked()
        except UserError as error:
            if error.code == "text.empty":
                self.text_row.set_error("")
                self.preview.setText("–")
            else:
                self.text_row.set_error(beside_field(error))
            return
        self.text_row.set_error("")
        self.preview.setText(
            greetings.preview(
                text,
                self._occasion,
                self._language,
                manager=self._context.actor.name,
                branch=self._branch,
                today=date.today(),
            )
        )

    def submit(self) -> None:
        if not self._form.check():
            return
        template, occasion, language = self._template, self._occasion, self._language
        text, own = self.text.toPlainText(), self.own.isChecked()
        whom = {
            "relation": self.relation.currentData(),
            "channel": self.channel.currentData(),
            "tier_uid": self.tier.currentData(),
        }

        def save(session: Session, _progress: Progress) -> None:
            if template is None:
                greetings.add_template(session, occasion, language, text, own=own, **whom)
            elif template.uid is None:
                greetings.replace_shipped(session, template.id, text, **whom)
            else:
                greetings.edit_template(session, template.uid, text, version=template.version, **whom)

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving a greeting"), save, done=lambda _nothing: self._on_saved(), failed=self._on_failed
        )

    def _on_saved(self) -> None:
        self.saved.emit()
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
