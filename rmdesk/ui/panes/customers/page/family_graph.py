"""A customer's family and relations as boxes and lines, walked by the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rmdesk.ui import theme
from rmdesk.ui.panes.customers.page import family_layout
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import paint

_FACT_LEAST = 28  # px; two characters, less would be dots only


@dataclass(frozen=True)
class Relative:
    """One box. `customer_uid` is empty where there is nobody to walk to."""

    uid: str  # of the relation
    kind: str
    word: str  # what they are to the customer
    name: str
    fact: str = ""  # a tier or a note, at the right of the box
    customer_uid: str = ""


class FamilyGraph(QWidget):
    """Arrow keys go from box to box; Enter walks to that customer, F2 edits the relation, Del removes it."""

    customer_chosen = Signal(str)
    edit_wanted = Signal(str)  # the uid of a relation
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = ""
        self._relatives: tuple[Relative, ...] = ()
        self._current = -1  # the customer's own box
        self._over = -2
        self._layout: family_layout.Layout | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Family and relations"))

    @property
    def relatives(self) -> tuple[Relative, ...]:
        return self._relatives

    @property
    def current(self) -> Relative | None:
        """The box one stands on, None for the customer's own."""
        return self._relatives[self._current] if 0 <= self._current < len(self._relatives) else None

    def show_family(self, own: str, relatives: Sequence[Relative]) -> None:
        self._own, self._relatives = own, tuple(relatives)
        if self._current >= len(self._relatives):
            self._current = len(self._relatives) - 1
        self.setVisible(bool(self._relatives))
        self._arrange()
        self._speak()

    def go_to(self, place: int) -> None:
        """Stand on the box of this relative; -1 is the customer's own."""
        self._current = place
        self._speak()
        self.update()

    # --- layout ------------------------------------------------------------------------------------

    def _made(self, width: int) -> family_layout.Layout:
        beside = [one.word for one in self._relatives if family_layout.stands_beside(one.kind)]
        words = max((paint.text_width(one, TYPE.secondary) for one in beside), default=0)
        return family_layout.arrange(
            [one.kind for one in self._relatives],
            width=width - 2.0 * SPACE.pane,
            left=SPACE.pane,
            top=10,
            gap=words + 18.0,
        )

    def _arrange(self) -> None:
        self._layout = self._made(max(self.width(), 200))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._made(max(width, 200)).height) + 20

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _boxes(self) -> list[tuple[int, QRectF]]:
        made = self._layout
        return [] if made is None else [(-1, made.own), *enumerate(made.boxes)]

    # --- speaking ----------------------------------------------------------------------------------

    def _speak(self) -> None:
        one = self.current
        if one is None:
            words = self._own
        else:
            words = " ".join(part for part in (f"{one.word}: {one.name}", one.fact) if part)
        self.setAccessibleDescription(words)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # --- events ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        one = self.current
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            if not self._step(key):
                event.ignore()
        elif one is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if one.customer_uid:
                self.customer_chosen.emit(one.customer_uid)
            else:
                self.edit_wanted.emit(one.uid)
        elif one is not None and key == Qt.Key.Key_F2:
            self.edit_wanted.emit(one.uid)
        elif one is not None and key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(one.uid)
        else:
            super().keyPressEvent(event)

    def _step(self, key: Qt.Key) -> bool:
        """Go to the nearest box in that direction; whether there is one."""
        boxes = dict(self._boxes())
        here = boxes.get(self._current)
        if here is None:
            return False
        best: tuple[float, int] | None = None
        for place, box in boxes.items():
            across = box.center().x() - here.center().x()
            down = box.center().y() - here.center().y()
            ahead, aside = {
                Qt.Key.Key_Left: (-across, abs(down)),
                Qt.Key.Key_Right: (across, abs(down)),
                Qt.Key.Key_Up: (-down, abs(across)),
                Qt.Key.Key_Down: (down, abs(across)),
            }[key]
            if ahead > 1:
                # Up and down stay in the column as long as it has boxes.
                weight = ahead + 3 * aside
                if best is None or weight < best[0]:
                    best = weight, place
        if best is None:
            return False
        self.go_to(best[1])
        return True

    def _at(self, point: QPointF) -> int:
        return next((place for place, box in self._boxes() if box.contains(point)), -2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place >= -1:
            self.go_to(place)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            one = self._relatives[place]
            if one.customer_uid:
                self.customer_chosen.emit(one.customer_uid)
            else:
                self.edit_wanted.emit(one.uid)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_over(self._at(event.position()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._set_over(-2)
        super().leaveEvent(event)

    def _set_over(self, place: int) -> None:
        if place != self._over:
            self._over = place
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._speak()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(event.pos().toPointF())
            if place >= 0:
                one = self._relatives[place]
                words = [f"{one.word}  {one.name}", one.fact]
                if one.customer_uid:
                    words.append(self.tr("Enter goes to this customer"))
                QToolTip.showText(event.globalPos(), "\n".join(part for part in words if part), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    # --- painting ----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        made = self._layout
        if made is None:
            return
        painter = QPainter(self)
        for link in made.links:
            pen = QPen(theme.colour("line_strong"), 1)
            pen.setCosmetic(True)
            if link.dashed:
                pen.setDashPattern([3, 3])
            painter.setPen(pen)
            for line in link.lines:
                painter.drawLine(line.translated(0.5, 0.5).toLine() if not link.dashed else line)
        for one, link in zip(self._relatives, made.links, strict=True):
            self._paint_word(painter, link, one.word)
        self._paint_box(painter, made.own, self._own, self.tr("self"), place=-1)
        for place, (one, box) in enumerate(zip(self._relatives, made.boxes, strict=True)):
            self._paint_box(painter, box, one.name, one.fact, place=place)

    def _paint_word(self, painter: QPainter, link: family_layout.Link, word: str) -> None:
        width = min(paint.text_width(word, TYPE.secondary) + 8.0, link.word.width() - 4)
        box = QRectF(0, 0, width, 16)
        box.moveCenter(link.word.center())
        painter.fillRect(box, theme.colour("surface"))
        paint.text(
            painter,
            box,
            word,
            style=TYPE.secondary,
            role="secondary",
            align=Qt.AlignmentFlag.AlignHCenter,
        )

    def _paint_box(self, painter: QPainter, box: QRectF, name: str, fact: str, *, place: int) -> None:
        own = place == -1
        fill = "selection" if own else "hover" if place == self._over else "surface"
        paint.frame(painter, box, fill=fill, border="accent" if own else "line_strong")
        if place == self._current and self.hasFocus():
            paint.focus_ring(painter, box)
        inside = box.adjusted(SPACE.small, 0, -SPACE.small, 0)
        style = TYPE.group if own else TYPE.secondary
        name_width = min(paint.text_width(name, style) + 1.0, inside.width())
        room = inside.width() - name_width - 6
        if fact and room >= min(paint.text_width(fact, TYPE.secondary), _FACT_LEAST):
            right = QRectF(inside.right() - room, inside.top(), room + 1, inside.height())
            paint.text(
                painter,
                right,
                fact,
                style=TYPE.secondary,
                role="secondary",
                align=Qt.AlignmentFlag.AlignRight,
            )
        reachable = own or bool(place >= 0 and self._relatives[place].customer_uid)
        paint.text(painter, inside, name, style=style, role="text" if reachable else "secondary")
