"""Check boxes, painted from the tokens."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import paint

_LEFT = 3  # room for the focus ring


class CheckBox(QCheckBox):
    def __init__(self, text: str = "", *, checked: bool = False) -> None:
        super().__init__(text)
        self.setChecked(checked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = _LEFT + SIZE.check_box + 3
        if self.text():
            width += SPACE.tiny + paint.text_width(self.text()) + 2
        return QSize(width, SIZE.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - SIZE.check_box) / 2
        paint.check_box(
            painter, _LEFT, top, self.checkState(), enabled=self.isEnabled(), focused=self.hasFocus()
        )
        left = _LEFT + SIZE.check_box + 3 + SPACE.tiny
        words = QRectF(left, 0, self.width() - left, self.height())
        paint.text(painter, words, self.text(), role="text" if self.isEnabled() else "disabled")
