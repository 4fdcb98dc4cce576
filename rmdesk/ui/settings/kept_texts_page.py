"""Settings of texts that are kept by occasion and language: as shipped, of the branch, one's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from rmdesk import greeting_labels, words
from rmdesk.services import roles, tiers
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.pane import command
from rmdesk.ui.settings.page import SettingsPage
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, Card, Combo, IconButton, Label, Tag

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.greetings import Template
    from rmdesk.services.scripts import ScriptText

    Text = Template | ScriptText


class TextCard(Card):
    """One text with what it is for, and what may be done about it."""

    def __init__(self, template: Text, tags: list[str], *, editable: bool, above: str = "") -> None:
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
            if not (shown and editable):
                button.hide()
            head.addWidget(button)
        ink = "secondary" if template.is_off else "text"
        self.words = Label(greeting_labels.shown(template.text), ink=ink, wrap=True)
        self.body.addLayout(head)
        if above:
            self.body.addWidget(Label(above, ink="secondary", wrap=True))
        self.body.addWidget(self.words)


class KeptTextsPage(SettingsPage):
    """Each change is saved as it is made, and can be undone. A page says which texts it is about."""

    saves = False

    def __init__(self, context: Context, note: str) -> None:
        super().__init__(context)
        self.cards: list[TextCard] = []
        self._found: list[Text] = []
        self._tiers: dict[str, str] = {}
        self._for_all = roles.allowed(context.actor, Permission.EDIT_TEMPLATES).reach() == Reach.ALL
        self.occasion = Combo(name=self.tr("Occasion"))
        self.occasion.setMaxVisibleItems(20)
        self.language = Combo(name=self.tr("Language"))
        for code, name in (("zh_CN", "中文"), ("en", "English")):
            self.language.add(name, code)
        self.language.choose(words.language())
        self.occasion.activated.connect(lambda _place: self._show())
        self.language.activated.connect(lambda _place: self._narrow())
        self.add_button = Button(self.tr("New text"), icon="plus", key="Ctrl+N")
        self.add_button.clicked.connect(self.add)
        command(self, "new text", self.tr("New text"), self.add, key="Ctrl+N", icon="plus")
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        row.addWidget(self.occasion, 3)
        row.addWidget(self.language, 1)
        row.addWidget(self.add_button)
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE.medium)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.large)
        self._column.addWidget(self.trouble)
        self._column.addWidget(Label(note, ink="secondary", wrap=True))
        self._column.addLayout(row)
        self._column.addLayout(self._list)

    # --- what a page says --------------------------------------------------------------------------

    def read(self, session: Session) -> list[Text]:
        """The texts there are."""
        raise NotImplementedError

    def occasions(self) -> Iterable[tuple[str, str]]:
        """Code and word of every occasion."""
        raise NotImplementedError

    def is_shown(self, one: Text) -> bool:
        """Whether a text is among those the page is narrowed to, besides occasion and language."""
        return True

    def for_whom(self, one: Text) -> list[str]:
        """The words of what narrows a text, but its tier."""
        raise NotImplementedError

    def above(self, one: Text) -> str:
        """What stands over the words of a text."""
        return ""

    def dialog(self, one: Text | None) -> FormDialog:
        """What a text is written in, a new one with None."""
        raise NotImplementedError

    def switch_off(self, session: Session, code: str) -> object:
        raise NotImplementedError

    def restore(self, session: Session, uid: str, version: int) -> None:
        raise NotImplementedError

    def drop(self, session: Session, uid: str, version: int) -> None:
        raise NotImplementedError

    # --- showing -----------------------------------------------------------------------------------

    def load(self) -> None:
        with self.context.store.read() as session:
            self._found = self.read(session)
            self._tiers = {one.uid: one.name for one in tiers.list_tiers(session)}
        self.trouble.hide()
        self._narrow()

    def go_to(self, occasion: str, language: str | None = None) -> None:
        """Show the texts of an occasion."""
        self.occasion.choose(occasion)
        if language is not None:
            self.language.choose(language)
        self._narrow()

    def _narrow(self) -> None:
        """List the occasions with how many texts are in use of each, and the texts."""
        chosen, language = self.occasion.currentData(), self.language.currentData()
        self.occasion.clear()
        codes = []
        for code, word in self.occasions():
            used = sum(
                (one.occasion, one.language, one.is_off) == (code, language, False) and self.is_shown(one)
                for one in self._found
            )
            self.occasion.add(word, code, hint=str(used) if used else "")
            codes.append(code)
        self.occasion.choose(chosen if chosen in codes else codes[0])
        self._show()

    def _show(self) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        occasion, language = self.occasion.currentData(), self.language.currentData()
        for one in self._found:
            if (one.occasion, one.language) == (occasion, language) and self.is_shown(one):
                editable = one.is_own or self._for_all
                card = TextCard(one, self._tags(one), editable=editable, above=self.above(one))
                card.edit_button.clicked.connect(partial(self.edit, one))
                card.off_button.clicked.connect(partial(self.turn_off, one))
                card.back_button.clicked.connect(partial(self.put_back, one))
                card.remove_button.clicked.connect(partial(self.remove, one))
                self.cards.append(card)
                self._list.addWidget(card)

    def _tags(self, one: Text) -> list[str]:
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
        found += self.for_whom(one)
        if one.tier_uid is not None:
            tier = self._tiers.get(one.tier_uid)
            found.append(
                self.tr("from {tier} on").format(tier=tier)
                if tier is not None
                else self.tr("for a tier that was removed")
            )
        return found

    # --- what may be done --------------------------------------------------------------------------

    def add(self) -> Any:
        return self._open(None)

    def edit(self, one: Text) -> Any:
        return self._open(one)

    def _open(self, one: Text | None) -> Any:
        dialog: Any = self.dialog(one)
        dialog.saved.connect(self._on_saved)
        dialog.open()
        return dialog

    def turn_off(self, one: Text) -> None:
        self._keep(lambda session: self.switch_off(session, one.id))

    def put_back(self, one: Text) -> None:
        self._keep(lambda session: self.restore(session, one.uid or "", one.version))

    def remove(self, one: Text) -> None:
        self._keep(lambda session: self.drop(session, one.uid or "", one.version))

    def _keep(self, change: Callable[[Session], object]) -> None:
        self.keep(self.tr("Saving a text"), change)

    def _on_refused(self, error: Exception) -> None:
        self.load()  # nothing is typed here: what somebody else did is shown
        super()._on_refused(error)
