"""The script library: what to say, to ask, to answer and never to promise, by occasion."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rmdesk import choices, script_labels
from rmdesk.models import ScriptPart
from rmdesk.services import scripts
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.edit_script import EditScript
from rmdesk.ui.settings.kept_texts_page import KeptTextsPage
from rmdesk.ui.widgets import Segments

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class ScriptsPage(KeptTextsPage):
    """See `services/scripts.py`."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            self.tr(
                "Beside each touchpoint stands what helps in that conversation: first your own texts, then "
                "the branch's for this occasion and this kind of customer."
            ),
        )
        self.part = Segments(
            [(part.value, script_labels.part(part)) for part in ScriptPart],
            name=self.tr("Part of the conversation"),
        )
        self.part.chosen.connect(lambda _part: self._narrow())
        self._column.insertWidget(2, self.part)

    def show_part(self, part: str) -> None:
        """Show the texts of a part of the conversation."""
        self.part.choose(part)
        self._narrow()

    def read(self, session: Session) -> list[Any]:
        return list(scripts.list_scripts(session))

    def occasions(self) -> Iterable[tuple[str, str]]:
        return [(code, script_labels.occasion(code)) for code in scripts.OCCASIONS]

    def is_shown(self, one: Any) -> bool:
        return bool(one.part == self.part.current)

    def for_whom(self, one: Any) -> list[str]:
        return [] if one.orientation is None else [choices.word("script", "orientation", one.orientation)]

    def above(self, one: Any) -> str:
        return "" if one.cue is None else script_labels.quoted(one.cue)

    def dialog(self, one: Any) -> EditScript:
        return EditScript(
            self.context,
            self.part.current or ScriptPart.OPENING,
            self.occasion.currentData(),
            self.language.currentData(),
            one,
            parent=self.window(),
        )

    def switch_off(self, session: Session, code: str) -> object:
        return scripts.turn_off(session, code)

    def restore(self, session: Session, uid: str, version: int) -> None:
        scripts.put_back(session, uid, version=version)

    def drop(self, session: Session, uid: str, version: int) -> None:
        scripts.remove_script(session, uid, version=version)
