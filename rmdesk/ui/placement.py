"""Where the window goes when it opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

_FIRST_SIZE = (1366, 768)
_SEEN = 48  # px of the title bar that must lie on a screen, or the window could not be moved


def fitting_area(kept: Any, screens: Sequence[QRect]) -> QRect:
    """Where the window goes: where it was, unless that screen is gone or smaller now."""
    main = screens[0]
    area = QRect(0, 0, min(_FIRST_SIZE[0], main.width()), min(_FIRST_SIZE[1], main.height()))
    area.moveCenter(main.center())
    if not (isinstance(kept, list) and len(kept) == 4 and all(type(value) is int for value in kept)):
        return area
    left, top, width, height = kept
    title = QRect(left, top, width, 1)
    for screen in screens:
        seen = title & screen
        if seen.width() >= _SEEN:
            return QRect(left, top, min(width, screen.width()), min(height, screen.height()))
    if width > 0 and height > 0:
        area.setSize(area.size().boundedTo(QRect(0, 0, width, height).size()))
        area.moveCenter(main.center())
    return area


def keep_above_the_edge(window: QWidget) -> None:
    """Move a window that has grown up, so that its buttons stay on the screen."""
    frame, room = window.frameGeometry(), window.screen().availableGeometry()
    below = frame.bottom() - room.bottom()
    if below > 0 and window.isVisible():
        window.move(frame.left(), max(room.top(), frame.top() - below))
