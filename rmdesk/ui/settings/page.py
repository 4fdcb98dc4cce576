"""What a settings page is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk.services.errors import Conflict, UserError
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.widgets import NoticeBar
from rmdesk.words import translate

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context


def imposed_note(by: str) -> str:
    """For a field that the policy of this computer sets: who set it."""
    if by:
        return translate("settings", "Set for this computer by {who}. Only they can change it.", who=by)
    return translate("settings", "Set for this computer by your IT. Only they can change it.")


class SettingsPage(QWidget):
    """Base of all pages: `load` fills the fields, `check` marks what is wrong, `save` keeps them.

    A page that writes into the vault shows `trouble`, and saves by `keep`: what was kept is loaded anew, what
    was refused is told there and stays in its fields.
    """

    saved = Signal()
    refused = Signal(object)  # the error

    restart_wanted = Signal(object)  # what is to take the place of the vault: Prepared, PreparedRotation
    backed_up = Signal(str, bool)  # how it stands with the newest backup now, as `BackupWatch.stands`

    saves = True  # whether there is anything for the Save button to do

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.trouble = NoticeBar("", tone="warning")
        self.trouble.hide()

    def load(self) -> None:
        """Show what is in force."""

    def check(self) -> bool:
        """Whether everything entered may be saved; what is wrong is marked beside its field."""
        return True

    def save(self) -> None:
        """Keep what was entered. Called only after `check` said yes."""

    @property
    def is_changed(self) -> bool:
        """Whether something was entered that is not kept yet."""
        return False

    def keep(self, title: str, write: Callable[[Session], object]) -> None:
        """Write into the vault as one change."""
        self.context.jobs.write(
            title,
            lambda session, _progress: write(session),
            done=lambda _answer: self._on_saved(),
            failed=self._on_refused,
        )

    def tell(self, sentence: str, tone: str = "warning") -> None:
        """Say above the fields what went wrong, or in another tone what is to be known; "" for nothing."""
        self.trouble.set_text(sentence, tone=tone)
        self.trouble.setVisible(bool(sentence))

    def meet_conflict(self, error: Conflict) -> str:
        """Somebody else saved meanwhile: what was entered stays, and saving again puts it in force knowingly.

        Returns the sentence that says so.
        """
        return sentence_of(error)

    def _on_saved(self) -> None:
        self.load()
        self.saved.emit()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, Conflict):
            self.tell(self.meet_conflict(error))
        elif isinstance(error, UserError):
            self.tell(sentence_of(error))
        self.refused.emit(error)
