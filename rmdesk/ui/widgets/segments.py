"""Segments: a few choices side by side, one of them taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from rmdesk.ui import theme
from rmdesk.ui.tokens import RADIUS, SIZE, TYPE
from rmdesk.ui.widgets import paint


class _Segment(QAbstractButton):
    def __init__(self, text: str, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._height = height
        self.first = self.last = False

    def sizeHint(self) -> QSize:
        # Wide enough for bold, so that nothing moves when the choice changes.
        return QSize(paint.text_width(self.text(), TYPE.strong) + 20, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        enabled = self.isEnabled()
        rect = paint.snapped(painter, self.rect())
        ground = "selection" if self.isChecked() else "hover" if self.underMouse() and enabled else None
        if ground:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipPath(_one_sided(rect, self.first, self.last))
            painter.fillRect(rect, theme.colour(ground))
            painter.restore()
        if not self.last:
            border = "control" if self.property("in_form") else "line_strong"
            paint.edge(painter, self.rect(), Qt.Edge.RightEdge, border)
        ink = "disabled" if not enabled else "accent" if self.isChecked() else "text"
        style = TYPE.strong if self.isChecked() else TYPE.body
        paint.text(
            painter, self.rect(), self.text(), style=style, role=ink, align=Qt.AlignmentFlag.AlignHCenter
        )
        if self.hasFocus():
            paint.focus_ring(painter, rect.adjusted(1, 1, -1, -1), RADIUS.tag)


def _one_sided(rect: QRectF, round_left: bool, round_right: bool) -> QPainterPath:
    """A rectangle with round corners only at the ends of the row of segments."""
    radius = float(RADIUS.control)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    if not round_left:
        path.addRect(QRectF(rect.left(), rect.top(), radius, rect.height()))
    if not round_right:
        path.addRect(QRectF(rect.right() - radius, rect.top(), radius, rect.height()))
    return path


class _Rim(QWidget):
    """The border round all segments, above their grounds and out of the way of the mouse."""

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = role
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.frame(QPainter(self), self.rect(), border=self._role)


class Segments(QWidget):
    """Exclusive choices; `chosen` carries the id of the one the person took."""

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        *,
        name: str = "",
        current: str | None = None,
        in_form: bool = False,
        height: int = SIZE.control,
        parent: QWidget | None = None,
    ) -> None:
        """`choices` are (id, words); `in_form` gives the border the contrast of a field."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (key, words) in enumerate(choices):
            button = _Segment(words, height, self)
            button.setProperty("in_form", in_form)
            button.first, button.last = place == 0, place == len(choices) - 1
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self._rim = _Rim("control" if in_form else "line_strong", self)
        self.choose(current if current is not None else next(iter(self._buttons), ""))

    @property
    def current(self) -> str | None:
        return next((key for key, button in self._buttons.items() if button.isChecked()), None)

    def choose(self, key: str) -> None:
        """Take a choice without `chosen` being emitted; "" takes none."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
        elif not key and (taken := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            taken.setChecked(False)
            self._group.setExclusive(True)

    def button(self, key: str) -> QAbstractButton:
        return self._buttons[key]

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.frame(QPainter(self), self.rect(), fill="surface")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rim.setGeometry(self.rect())
