"""A text of greetings: adding one, or changing it, with what a customer would get beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rmdesk import greeting_labels, labels
from rmdesk.services import greetings
from rmdesk.services.greetings import Template
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.edit_text import EditText
from rmdesk.ui.interactions.fields import pick
from rmdesk.ui.widgets import Combo

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_FAMILY = ("family_birthday", "wedding", "exam", "other_date")


class EditGreeting(EditText):
    """For a new text `template` is None."""

    def __init__(
        self,
        context: Context,
        occasion: str,
        language: str,
        template: Template | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        self._occasion, self._language, self._template = occasion, language, template
        super().__init__(
            context,
            greeting_labels.occasion(occasion),
            "greeting_template",
            greetings.OCCASIONS[occasion],
            template,
            parent=parent,
        )
        self.channel = pick(
            "greeting_template",
            "channel",
            None if template is None else template.channel,
            empty=self.tr("any way"),
        )
        self.channel.activated.connect(lambda _place: self._on_typed())
        self._form.add(labels.field("greeting_template", "channel"), self.channel)
        self.relation = Combo()
        self.relation.add(self.tr("anybody's"), None)
        for code in greetings.RELATIONS:
            self.relation.add(greeting_labels.relation(code), code)
        self.relation.choose(None if template is None else template.relation)
        row = self._form.add(labels.field("greeting_template", "relation"), self.relation)
        row.setVisible(occasion in _FAMILY)
        self.finish(self.tr("What a customer gets"))
        self.comes_again(
            "edit_greeting",
            occasion=occasion,
            language=language,
            template=None if template is None else [template.id, template.version],
        )

    def checked(self) -> str:
        return greetings.checked_text(self.text.toPlainText(), self._occasion, self.channel.currentData())

    def told(self, checked: str) -> str:
        return greetings.preview(
            checked,
            self._occasion,
            self._language,
            manager=self._context.actor.name,
            branch=self._branch,
            today=date.today(),
        )

    def keeping(self) -> Callable[[Session], object]:
        template, occasion, language = self._template, self._occasion, self._language
        text, own = self.text.toPlainText(), self.own.isChecked()
        whom = {
            "relation": self.relation.currentData(),
            "channel": self.channel.currentData(),
            "tier_uid": self.tier.currentData(),
        }

        def keep(session: Session) -> None:
            if template is None:
                greetings.add_template(session, occasion, language, text, own=own, **whom)
            elif template.uid is None:
                greetings.replace_shipped(session, template.id, text, **whom)
            else:
                greetings.edit_template(session, template.uid, text, version=template.version, **whom)

        return keep
