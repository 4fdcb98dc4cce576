"""What a view of an activity's page is: one of those between which its head switches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rmdesk.services.activities import ActivitySheet
from rmdesk.ui.writing_view import WritingView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rmdesk.ui.context import Context


class View(WritingView):
    """Base of all; `sheet` is the activity shown."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.sheet: ActivitySheet | None = None

    def show_sheet(self, sheet: ActivitySheet | None) -> None:
        """Show this one, or the same one read again."""
        raise NotImplementedError
