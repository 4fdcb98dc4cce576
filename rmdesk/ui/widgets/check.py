"""Check boxes and radio buttons, painted from the tokens."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import paint

_LEFT = 3  # room for the focus ring


def _size(button: QAbstractButton) -> QSize:
    width = _LEFT + SIZE.check_box + 3
    if button.text():
        width += SPACE.tiny + paint.text_width(button.text()) + 2
    return QSize(width, SIZE.control)


def _paint_words(painter: QPainter, button: QAbstractButton) -> None:
    left = _LEFT + SIZE.check_box + 3 + SPACE.tiny
    rect = QRectF(left, 0, button.width() - left, button.height())
    paint.text(painter, rect, button.text(), role="text" if button.isEnabled() else "disabled")


class CheckBox(QCheckBox):
    def __init__(self, text: str = "", *, checked: bool = False) -> None:
        super().__init__(text)
        self.setChecked(checked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return _size(self)

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
        _paint_words(painter, self)


class Radio(QRadioButton):
    def __init__(self, text: str = "", *, checked: bool = False) -> None:
        super().__init__(text)
        self.setChecked(checked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - SIZE.check_box) / 2
        paint.radio(painter, _LEFT, top, self.isChecked(), enabled=self.isEnabled(), focused=self.hasFocus())
        _paint_words(painter, self)
