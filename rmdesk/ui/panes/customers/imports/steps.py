"""The steps of an import at the top of its page: where one is, what is done, where one may go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from rmdesk.ui import icons
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Ground, paint

_CIRCLE = 18
_GAP = 6


class _StepButton(QAbstractButton):
    """One step: its number in a circle, or a tick when it is done, and its name."""

    def __init__(self, number: int, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.is_done = self.is_current = False
        self._keyboard_focus = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = paint.text_width(self.text(), TYPE.strong)  # wide enough for bold: nothing moves
        return QSize(_CIRCLE + _GAP + width + 2 * SPACE.small, SIZE.control)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard_focus = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse() and self.isEnabled() and not self.is_current:
            paint.frame(painter, rect, fill="hover")
        circle = QRectF(SPACE.small, (rect.height() - _CIRCLE) / 2, _CIRCLE, _CIRCLE)
        if self.is_current:
            paint.frame(painter, circle, fill="accent_fill", radius=_CIRCLE / 2)
            ink = "accent_text"
        else:
            ink = "accent" if self.is_done else "secondary" if self.isEnabled() else "disabled"
            paint.frame(painter, circle, border=ink, radius=_CIRCLE / 2)
        if self.is_done and not self.is_current:
            icons.paint(painter, "check", ink, circle.left() + 3, circle.top() + 3, 12)
        else:
            paint.text(
                painter,
                circle,
                str(self._number),
                style=TYPE.secondary,
                role=ink,
                align=Qt.AlignmentFlag.AlignHCenter,
            )
        words = rect.adjusted(SPACE.small + _CIRCLE + _GAP, 0, 0, 0)
        role = "text" if self.is_current else "secondary" if self.isEnabled() else "disabled"
        style = TYPE.strong if self.is_current else TYPE.body
        paint.text(painter, words, self.text(), style=style, role=role)
        if self.hasFocus() and self._keyboard_focus:
            paint.focus_ring(painter, rect)


class StepsBar(Ground):
    """`chosen` carries the place of the step a person wants to go to."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], *, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self.setFixedHeight(SIZE.filter_row)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.small, 0, SPACE.pane, 0)
        row.setSpacing(SPACE.small)
        self.buttons: list[_StepButton] = []
        for place, words in enumerate(names):
            button = _StepButton(place + 1, words, self)
            button.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
            self.buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        self._right = row

    def add_right(self, widget: QWidget) -> None:
        self._right.addWidget(widget)

    def show_state(self, current: int, reachable: Sequence[bool]) -> None:
        """Steps before the current one are done; those one may not go to are dim."""
        for place, button in enumerate(self.buttons):
            button.is_current = place == current
            button.is_done = place < current
            button.setEnabled(reachable[place])
            button.setAccessibleDescription(self.tr("current step") if place == current else "")
            button.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint.edge(QPainter(self), self.rect(), Qt.Edge.BottomEdge)
