"""One field of two records: its label and both values, one of which is chosen by mouse or arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QWidget

from rmdesk.ui import icons
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Ground, Label, paint

LABEL_WIDTH = 104
_HEIGHT = 28
_MARK = SIZE.icon + 6


class ChoiceRow(QWidget):
    """`chosen` is 0 or 1; None where there is nothing to choose. Left and right choose, up and down go on."""

    changed = Signal(int)

    def __init__(
        self, label: str, values: tuple[str, str], *, chosen: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label, self._values, self._chosen = label, values, chosen
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if chosen is not None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._describe()

    @property
    def chosen(self) -> int | None:
        return self._chosen

    def choose(self, place: int) -> None:
        """Take one of the two values."""
        if self._chosen is None or place == self._chosen:
            return
        self._chosen = place
        self._describe()
        self.update()
        self.changed.emit(place)

    def _describe(self) -> None:
        self.setAccessibleName(self._label)
        told = " / ".join(one or "–" for one in self._values)
        self.setAccessibleDescription(told if self._chosen is None else self._values[self._chosen] or "–")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def sizeHint(self) -> QSize:
        return QSize(LABEL_WIDTH + 200, _HEIGHT)

    def _box(self, place: int) -> QRect:
        left = SPACE.pane + LABEL_WIDTH
        width = (self.width() - left - SPACE.small) // 2
        return QRect(left + place * width, 0, width, self.height())

    def _at(self, x: float) -> int | None:
        return next((place for place in (0, 1) if self._box(place).contains(int(x), 1)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().x())
        if place is not None:
            self.choose(place)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.choose(0)
            case Qt.Key.Key_Right:
                self.choose(1)
            case Qt.Key.Key_Space if self._chosen is not None:
                self.choose(1 - self._chosen)
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._at(event.pos().x())
            words = "" if place is None else self._values[place]
            fits = place is None or paint.text_width(words) <= self._box(place).width() - _MARK - 12
            QToolTip.showText(event.globalPos(), "" if fits else words, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.edge(painter, self.rect(), Qt.Edge.BottomEdge)
        label = QRect(SPACE.pane, 0, LABEL_WIDTH - SPACE.small, self.height())
        paint.text(painter, label, self._label, style=TYPE.secondary, role="secondary")
        for place in (0, 1):
            box = self._box(place)
            taken = self._chosen == place
            if taken:
                paint.frame(painter, box.adjusted(2, 2, -2, -2), fill="selection", radius=4)
                icons.paint(painter, "check", "accent", box.left() + 6, (self.height() - SIZE.icon) / 2)
            words = self._values[place] or "–"
            quiet = self._chosen is not None and not taken
            inside = box.adjusted(_MARK + 4, 0, -6, 0)
            paint.text(painter, inside, words, role="secondary" if quiet or words == "–" else "text")
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().adjusted(2, 1, -2, -1))

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()


class GroupHead(Ground):
    """The head of a group of rows, with their number."""

    def __init__(self, title: str, count: str) -> None:
        super().__init__("sunken")
        self.setFixedHeight(_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.pane, 0, SPACE.pane, 0)
        row.setSpacing(SPACE.small)
        row.addWidget(Label(title, style=TYPE.group))
        row.addWidget(Label(count, style=TYPE.secondary, ink="secondary"))
        row.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint.edge(QPainter(self), self.rect(), Qt.Edge.BottomEdge)
