"""Greetings: the texts of each occasion, as shipped, of the branch and one's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from rmdesk import choices, greeting_labels, words
from rmdesk.services import greetings, roles, tiers
from rmdesk.services.errors import UserError
from rmdesk.services.greetings import Template
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.edit_greeting import EditGreeting
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.settings.page import SettingsPage
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, Card, Combo, IconButton, Label, NoticeBar, Tag

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.workers import Progress


class TextCard(Card):
    """One text with what it is for, and what may be done about it."""

    def __init__(self, template: Template, tags: list[str], *, editable: bool) -> None:
        super().__init__()
        self.template = template
        head = QHBoxLayout()
        head.setSpacing(SPACE.tiny)
        for word in tags:
            head.addWidget(Tag(word))
        head.addStretch(1)
        self.edit_button = IconButton("pencil", self.tr("Change this text"))
        self.off_button = IconButton("ban", self.tr("Use this text no more"))
        self.back_button = IconButton("undo-2", self.tr("Put the shipped text back"))
        self.remove_button = IconButton("trash-2", self.tr("Remove this text"))
        is_kept = template.uid is not None
        for button, shown in (
            (self.edit_button, True),
            (self.off_button, template.is_shipped and not template.is_off),
            (self.back_button, template.is_shipped and is_kept),
            (self.remove_button, not template.is_shipped),
        ):
            button.setVisible(shown and editable)
            head.addWidget(button)
        self.words = Label(
            greeting_labels.shown(template.text), ink="secondary" if template.is_off else "text", wrap=True
        )
        self.body.addLayout(head)
        self.body.addWidget(self.words)


class GreetingsPage(SettingsPage):
    """Each change is saved as it is made, and can be undone."""

    saves = False
    changed = Signal()
    refused = Signal(object)  # the error

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.cards: list[TextCard] = []
        self._found: list[Template] = []
        self._tiers: dict[str, str] = {}
        self._for_all = roles.allowed(context.actor, Permission.EDIT_TEMPLATES).reach() == Reach.ALL
        self.trouble = NoticeBar("", tone="warning")
        self.trouble.hide()
        self.occasion = Combo(name=self.tr("Occasion"))
        self.occasion.setMaxVisibleItems(20)
        self.language = Combo(name=self.tr("Language"))
        for code, name in (("zh_CN", "中文"), ("en", "English")):
            self.language.add(name, code)
        self.language.choose(words.language())
        self.occasion.activated.connect(lambda _place: self._show())
        self.language.activated.connect(lambda _place: self._on_language())
        self.add_button = Button(self.tr("New text"), icon="plus", key="Ctrl+N")
        self.add_button.clicked.connect(self.add)
        command(self, "new greeting", self.tr("New text"), self.add, key="Ctrl+N", icon="plus")
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        row.addWidget(self.occasion, 3)
        row.addWidget(self.language, 1)
        row.addWidget(self.add_button)
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE.medium)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.large)
        column.addWidget(self.trouble)
        column.addWidget(
            Label(
                self.tr(
                    "A text that was used for a customer is not offered again for them for two years. Your "
                    "own texts are offered first, then the more special ones."
                ),
                ink="secondary",
                wrap=True,
            )
        )
        column.addLayout(row)
        column.addLayout(self._list)

    def load(self) -> None:
        with self.context.store.read() as session:
            self._found = greetings.list_templates(session)
            self._tiers = {one.uid: one.name for one in tiers.list_tiers(session)}
        self._fill_occasions()
        self.trouble.hide()
        self._show()

    def go_to(self, occasion: str, language: str | None = None) -> None:
        """Show the texts of an occasion."""
        self.occasion.choose(occasion)
        if language is not None:
            self.language.choose(language)
        self._on_language()

    def _on_language(self) -> None:
        self._fill_occasions()
        self._show()

    def _fill_occasions(self) -> None:
        chosen, language = self.occasion.currentData(), self.language.currentData()
        self.occasion.clear()
        for code in greetings.OCCASIONS:
            used = sum(
                (one.occasion, one.language, one.is_off) == (code, language, False) for one in self._found
            )
            self.occasion.add(greeting_labels.occasion(code), code, hint=str(used) if used else "")
        self.occasion.choose(chosen or next(iter(greetings.OCCASIONS)))

    def _show(self) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        occasion, language = self.occasion.currentData(), self.language.currentData()
        for one in self._found:
            if (one.occasion, one.language) == (occasion, language):
                card = TextCard(one, self._tags(one), editable=one.is_own or self._for_all)
                card.edit_button.clicked.connect(partial(self.edit, one))
                card.off_button.clicked.connect(partial(self.turn_off, one))
                card.back_button.clicked.connect(partial(self.put_back, one))
                card.remove_button.clicked.connect(partial(self.remove, one))
                self.cards.append(card)
                self._list.addWidget(card)

    def _tags(self, one: Template) -> list[str]:
        whose = (
            self.tr("My own")
            if one.is_own
            else self.tr("Branch")
            if not one.is_shipped
            else self.tr("Shipped")
            if one.uid is None or one.is_off
            else self.tr("Shipped, changed by the branch")
        )
        found = [whose]
        if one.is_off:
            found.append(self.tr("Not used"))
        if one.channel is not None:
            found.append(choices.word("greeting_template", "channel", one.channel))
        if one.relation is not None:
            found.append(greeting_labels.relation(one.relation))
        if one.tier_uid is not None:
            tier = self._tiers.get(one.tier_uid)
            found.append(
                self.tr("from {tier} on").format(tier=tier)
                if tier is not None
                else self.tr("for a tier that was removed")
            )
        return found

    # --- what may be done ----------------------------------------------------------------------------

    def add(self) -> EditGreeting:
        return self._open(None)

    def edit(self, one: Template) -> EditGreeting:
        return self._open(one)

    def _open(self, one: Template | None) -> EditGreeting:
        dialog = EditGreeting(
            self.context, self.occasion.currentData(), self.language.currentData(), one, parent=self.window()
        )
        dialog.saved.connect(self._on_changed)
        dialog.open()
        return dialog

    def turn_off(self, one: Template) -> None:
        self._write(lambda session: greetings.turn_off(session, one.id))

    def put_back(self, one: Template) -> None:
        uid = one.uid or ""
        self._write(lambda session: greetings.put_back(session, uid, version=one.version))

    def remove(self, one: Template) -> None:
        uid = one.uid or ""
        self._write(lambda session: greetings.remove_template(session, uid, version=one.version))

    def _write(self, change: Callable[[Session], object]) -> None:
        def write(session: Session, _progress: Progress) -> None:
            change(session)

        self.context.jobs.write(
            self.tr("Saving a greeting"),
            write,
            done=lambda _nothing: self._on_changed(),
            failed=self._on_refused,
        )

    def _on_changed(self) -> None:
        self.load()
        self.changed.emit()

    def _on_refused(self, error: Exception) -> None:
        self.load()
        if isinstance(error, UserError):
            self.trouble.set_text(sentence_of(error))
            self.trouble.show()
        self.refused.emit(error)
