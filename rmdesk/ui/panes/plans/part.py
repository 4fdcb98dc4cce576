"""What a part of the pane of plans is: one of the views between which its head switches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.dialogs.preview_report import PreviewReport


class Part(QWidget):
    """Base of all parts. What it offers are actions of its own (`pane.command(self, …)`); the pane lists
    them while the part is shown. `head` widgets stand at the right of the pane's head as long.
    """

    customer_wanted = Signal(str)  # the uid of one to show in the archive
    segment_wanted = Signal(str)  # the uid of one, or of what was fixed of it, to list in the archive
    place_wanted = Signal(str, object)  # as `Pane.place_wanted`
    meta_changed = Signal(str)  # the fact beside the title of the pane

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.head: list[QWidget] = []

    def reload(self) -> None:
        """Read everything shown again."""

    def go_to(self, uid: str) -> None:
        """Make a row current."""

    def preview_report(self, report: str, **values: Any) -> PreviewReport:
        """Show a report of what this part is about as it would be printed."""
        from rmdesk.ui.dialogs.preview_report import preview_report  # loads what draws PDF

        preview = preview_report(self.context, report, parent=self.window(), **values)
        preview.open()
        return preview

    def save_state(self) -> dict[str, Any]:
        """What to come back to after a lock or restart, as `Pane.save_state`."""
        return {}

    def restore_state(self, state: dict[str, Any]) -> None:
        """Come back to what `save_state` gave, as far as it still exists."""

    def typed(self) -> dict[str, Any]:
        """What stands half-written, as `Pane.typed`."""
        return {}

    def retype(self, kept: dict[str, Any]) -> None:
        """Put back what `typed` gave."""
