"""What the frame asks of a pane: one view of the vault, shown beside the rail."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from rmdesk.ui import icons
from rmdesk.ui.context import Context
from rmdesk.ui.widgets import key_words


class Pane(QWidget):
    """Base of all panes. Everything it offers is a QAction added to it: while it is shown, the frame
    lists its actions in the palette and the menu, and their keys work (Ctrl+N new here, Ctrl+F find
    here, Ctrl+P print).
    """

    customer_wanted = Signal(str)  # the uid of one to show in the archive
    pane_wanted = Signal(str)  # the id of another pane to show
    segment_wanted = Signal(str)  # the uid of one, or of what was fixed of it, to list in the archive
    place_wanted = Signal(str, object)  # the id of another pane, and what `show_place` is to show there
    row_wanted = Signal(str, int)  # the same, with the id of a row to make current there

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def reload(self) -> None:
        """Read everything shown again (F5)."""

    def go_to(self, id: int) -> None:
        """Make the row with this id current, as the palette asks for; a pane without rows does nothing."""

    def show_place(self, place: Mapping[str, Any]) -> None:
        """Show what was counted elsewhere; what a pane does not know is ignored."""

    def take_files(self, paths: Sequence[Path]) -> bool:
        """Files were dropped onto the window; whether this pane does something with them. Without any, it
        goes to where it would."""
        return False

    def save_state(self) -> dict[str, Any]:
        """What to come back to after a lock or restart: selection, scroll position, as JSON values.

        Row ids and positions only, nothing from the vault's contents.
        """
        return {}

    def restore_state(self, state: dict[str, Any]) -> None:
        """Come back to what `save_state` gave, as far as it still exists. Unknown keys are ignored."""

    def typed(self) -> dict[str, Any]:
        """What stands half-written in it, as JSON values: kept sealed in the vault over a lock."""
        return {}

    def retype(self, kept: dict[str, Any]) -> None:
        """Put back what `typed` gave."""

    def add_command(
        self,
        name: str,
        text: str,
        run: Callable[[], object],
        *,
        key: str = "",
        icon: str | None = None,
    ) -> QAction:
        """Offer an action; see `command`."""
        return command(self, name, text, run, key=key, icon=icon)


def command(
    owner: QWidget,
    name: str,
    text: str,
    run: Callable[[], object],
    *,
    key: str = "",
    icon: str | None = None,
) -> QAction:
    """An action of `owner`: its key, tooltip with the key, and entry in the palette.

    `name` is plain English (`new person`): the palette finds the action by it in any language.
    """
    action = QAction(text, owner)
    action.setObjectName(name)
    plain = text.replace("&", "").removesuffix("…")
    if key:
        action.setShortcut(QKeySequence(key))
    action.setToolTip(f"{plain}  {key_words(key)}" if key else plain)
    if icon:
        action.setIcon(icons.icon(icon))
        action.setProperty("icon_name", icon)
    action.triggered.connect(lambda _checked=False: run())
    owner.addAction(action)
    return action
