"""What a settings page is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class SettingsPage(QWidget):
    """Base of all pages: `load` fills the fields, `check` marks what is wrong, `save` keeps them."""

    saves = True  # whether there is anything for the Save button to do

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

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
