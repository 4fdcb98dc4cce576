"""Labels in the type styles and inks of the tokens, and hairlines between parts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from rmdesk.ui import fonts, icons
from rmdesk.ui.tokens import SIZE, TYPE, TypeStyle
from rmdesk.ui.widgets import paint

INKS = ("text", "secondary", "disabled", "accent", "warning", "caution", "good")


class Label(QLabel):
    """Plain text (never markup) in one type style and ink."""

    def __init__(
        self,
        text: str = "",
        *,
        style: TypeStyle = TYPE.body,
        ink: str = "text",
        wrap: bool = False,
        selectable: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(fonts.font(style, tabular=tabular))
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.set_ink(ink)

    def set_ink(self, ink: str) -> None:
        """One of INKS; the style sheet fills it, so it follows the theme."""
        if ink not in INKS:
            raise ValueError(f"unknown ink {ink!r}")
        if self.property("ink") != ink:
            self.setProperty("ink", ink)
            self.style().unpolish(self)
            self.style().polish(self)


class IconLabel(QWidget):
    """An icon alone, told to screen readers only if it is given a name.

    `line` is the height of the line of text it stands beside.
    """

    def __init__(
        self,
        icon: str,
        *,
        role: str = "secondary",
        size: int = SIZE.icon,
        line: int = 0,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._role, self._size = icon, role, size
        self.setAccessibleName(name)
        self.setFixedSize(size, max(size, line))

    def set_icon(self, icon: str, role: str | None = None) -> None:
        self._icon, self._role = icon, role or self._role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.paint(QPainter(self), self._icon, self._role, 0, (self.height() - self._size) / 2, self._size)


class Hairline(QWidget):
    """A line between parts, one device pixel wide."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        *,
        role: str = "line",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._level = orientation == Qt.Orientation.Horizontal
        self._role = role
        if self._level:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = Qt.Edge.TopEdge if self._level else Qt.Edge.LeftEdge
        paint.edge(painter, self.rect(), side, self._role)
