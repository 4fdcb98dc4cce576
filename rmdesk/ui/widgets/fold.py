"""The head of a part that folds."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from rmdesk.ui import icons, theme
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import paint


class FoldHead(QAbstractButton):
    """Chevron, bold title, count, and at the right the one fact worth knowing while folded.

    Checked means open. Left and Right fold and unfold, Space and Enter turn over.
    """

    def __init__(
        self,
        title: str,
        *,
        count: str = "",
        fact: str = "",
        opened: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(title)
        self._count, self._fact = count, fact
        self._keyboard_focus = False
        self.setCheckable(True)
        self.setChecked(opened)
        self.setFixedHeight(SIZE.group_head)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._describe)
        self._describe()

    def set_count(self, count: str) -> None:
        self._count = count
        self._describe()

    def set_fact(self, fact: str) -> None:
        self._fact = fact
        self._describe()

    def set_told(self, count: str, fact: str) -> None:
        """Both at once."""
        self._count, self._fact = count, fact
        self._describe()

    def _describe(self) -> None:
        state = self.tr("open") if self.isChecked() else self.tr("folded")
        self.setAccessibleName(" ".join(part for part in (self.text(), self._count) if part))
        self.setAccessibleDescription(", ".join(part for part in (state, self._fact) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, SIZE.group_head)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard_focus = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.setChecked(event.key() == Qt.Key.Key_Right)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        painter.fillRect(rect, theme.colour("hover" if self.underMouse() else "sunken"))
        paint.edge(painter, rect, Qt.Edge.TopEdge)
        paint.edge(painter, rect, Qt.Edge.BottomEdge)
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        icons.paint(painter, chevron, "secondary", SPACE.pane, rect.center().y() - SIZE.icon / 2)
        left = float(SPACE.pane + SIZE.icon + SPACE.small)
        right = rect.width() - SPACE.pane
        if self._fact:
            width = min(paint.text_width(self._fact, TYPE.secondary) + 1.0, (right - left) * 0.6)
            paint.text(
                painter,
                QRectF(right - width, 0, width, rect.height()),
                self._fact,
                style=TYPE.secondary,
                role="secondary",
                align=Qt.AlignmentFlag.AlignRight,
            )
            right -= width + SPACE.medium
        width = min(paint.text_width(self.text(), TYPE.group) + 1.0, right - left)
        paint.text(painter, QRectF(left, 0, width, rect.height()), self.text(), style=TYPE.group)
        left += width + SPACE.small
        if self._count and left < right:
            paint.text(
                painter,
                QRectF(left, 0, right - left, rect.height()),
                self._count,
                style=TYPE.secondary,
                role="secondary",
            )
        if self.hasFocus() and self._keyboard_focus:
            paint.focus_ring(painter, rect.adjusted(0, 1, 0, -1), 0)


class Fold(QWidget):
    """A fold head with the part it folds below it."""

    def __init__(self, head: FoldHead, body: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.body = head, body
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(body)
        body.setVisible(head.isChecked())
        head.toggled.connect(body.setVisible)
