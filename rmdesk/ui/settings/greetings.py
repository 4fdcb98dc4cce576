"""Greetings: the texts of each occasion, as shipped, of the branch and one's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rmdesk import choices, greeting_labels
from rmdesk.services import greetings
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.edit_greeting import EditGreeting
from rmdesk.ui.settings.kept_texts_page import KeptTextsPage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class GreetingsPage(KeptTextsPage):
    """See `services/greetings`."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            self.tr(
                "A text that was used for a customer is not offered again for them for two years. Your "
                "own texts are offered first, then the more special ones."
            ),
        )

    def read(self, session: Session) -> list[Any]:
        return list(greetings.list_templates(session))

    def occasions(self) -> Iterable[tuple[str, str]]:
        return [(code, greeting_labels.occasion(code)) for code in greetings.OCCASIONS]

    def for_whom(self, one: Any) -> list[str]:
        found = []
        if one.channel is not None:
            found.append(choices.word("greeting_template", "channel", one.channel))
        if one.relation is not None:
            found.append(greeting_labels.relation(one.relation))
        return found

    def dialog(self, one: Any) -> EditGreeting:
        return EditGreeting(
            self.context, self.occasion.currentData(), self.language.currentData(), one, parent=self.window()
        )

    def switch_off(self, session: Session, code: str) -> object:
        return greetings.turn_off(session, code)

    def restore(self, session: Session, uid: str, version: int) -> None:
        greetings.put_back(session, uid, version=version)

    def drop(self, session: Session, uid: str, version: int) -> None:
        greetings.remove_template(session, uid, version=version)
