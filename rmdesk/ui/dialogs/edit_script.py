"""A text of the script library: adding one, or changing it, with how it sounds beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rmdesk import labels, script_labels
from rmdesk.models import ScriptPart
from rmdesk.services import scripts
from rmdesk.services.scripts import ScriptText
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.edit_text import EditText
from rmdesk.ui.interactions.fields import pick
from rmdesk.ui.widgets import LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class EditScript(EditText):
    """For a new text `kept` is None. Of an objection the customer's words are asked for as well."""

    def __init__(
        self,
        context: Context,
        part: str,
        occasion: str,
        language: str,
        kept: ScriptText | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        self._part, self._occasion, self._language, self._text = part, occasion, language, kept
        title = script_labels.titled(part, occasion)
        super().__init__(context, title, "script", scripts.OCCASIONS[occasion], kept, parent=parent)
        self.cue = LineField(name=labels.field("script", "cue"))
        self.cue.setText("" if kept is None else kept.cue or "")
        is_objection = part == ScriptPart.OBJECTION
        row = self._form.add(labels.field("script", "cue"), self.cue, required=is_objection)
        row.setVisible(is_objection)
        self.orientation = pick(
            "script",
            "orientation",
            None if kept is None else kept.orientation,
            empty=self.tr("every customer"),
        )
        self._form.add(labels.field("script", "orientation"), self.orientation)
        self.finish(self.tr("How it sounds"))
        if is_objection and kept is None:
            self.cue.setFocus()
        self.comes_again(
            "edit_script",
            part=part,
            occasion=occasion,
            language=language,
            kept=None if kept is None else [kept.id, kept.version],
        )

    def checked(self) -> str:
        return scripts.checked_text(self.text.toPlainText(), self._occasion)

    def told(self, checked: str) -> str:
        return scripts.preview(
            checked,
            self._occasion,
            self._language,
            manager=self._context.actor.name,
            branch=self._branch,
            today=date.today(),
        )

    def keeping(self) -> Callable[[Session], object]:
        kept, part, occasion, language = self._text, self._part, self._occasion, self._language
        own = self.own.isChecked()
        given = {
            "text": self.text.toPlainText(),
            "cue": self.cue.text(),
            "orientation": self.orientation.currentData(),
            "tier_uid": self.tier.currentData(),
        }

        def keep(session: Session) -> None:
            if kept is None:
                scripts.add_script(session, part, occasion, language, given, own=own)
            elif kept.uid is None:
                scripts.replace_shipped(session, kept.id, given)
            else:
                scripts.edit_script(session, kept.uid, given, version=kept.version)

        return keep
