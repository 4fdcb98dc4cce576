"""Labels and values in two columns, painted, walked by the arrow keys and edited where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rmdesk.ui import clipboard, fonts, icons
from rmdesk.ui.panes.customers.page import sight
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import paint

_LINE = 20
_LABEL_LEAST = 60
_LABEL_MOST = 116
_MOST_LINES = 8  # of one value; the tooltip and the editor show the rest
_EYE = SIZE.icon + SPACE.tiny


@dataclass(frozen=True)
class Cell:
    """One value under its label. An empty `value` stands in the line of what may be added.

    `masked`: an eye beside it shows the exact value. `caution`: what deserves care, said after the value;
    `aside`: what else is good to know of it, said there too.
    """

    key: str
    label: str
    value: str = ""
    wide: bool = False  # takes a whole line and wraps
    masked: bool = False
    caution: str = ""
    aside: str = ""


@dataclass(frozen=True)
class _Place:
    cell: Cell
    label: QRectF
    value: QRectF
    lines: int

    @property
    def whole(self) -> QRectF:
        return self.label.united(self.value)


class ValueGrid(QWidget):
    """Arrows walk, Enter or F2 edits, Space presses the eye, Ctrl+C copies what is shown.

    What has no value yet stands below in one line, and is edited the same way.
    """

    edit_wanted = Signal(str)  # the key of a cell
    reveal_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._cells: tuple[Cell, ...] = ()
        self._revealed: dict[str, str] = {}
        self._places: list[_Place] = []
        self._arranged: dict[int, tuple[list[_Place], float]] = {}  # by width: layouts ask again and again
        self._current = ""
        self._over = ""
        self._editors: dict[str, QWidget] = {}
        self._total = 0.0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)

    # --- what is shown -----------------------------------------------------------------------------

    @property
    def cells(self) -> tuple[Cell, ...]:
        return self._cells

    @property
    def current(self) -> str:
        return self._current

    def cell(self, key: str) -> Cell:
        return next(one for one in self._cells if one.key == key)

    def shown(self, key: str) -> str:
        """What stands there now, revealed or not."""
        return self._revealed.get(key, self.cell(key).value)

    def set_cells(self, cells: Sequence[Cell]) -> None:
        """Show these. An editor that is open stays where its cell is."""
        self._cells = tuple(cells)
        keys = [one.key for one in self._cells]
        self._revealed = {key: value for key, value in self._revealed.items() if key in keys}
        if self._current not in keys:
            filled = [one.key for one in self._cells if one.value]
            self._current = next(iter(filled or keys), "")
        self._lay_out()
        self._speak()

    def set_revealed(self, key: str, value: str | None) -> None:
        """Show the exact value, or with None the masked one again."""
        if value is None:
            self._revealed.pop(key, None)
        else:
            self._revealed[key] = value
        self._lay_out()
        self._speak()

    def go_to(self, key: str) -> None:
        self._current = key
        self._speak()
        self.update()
        if self.hasFocus():
            self.bring_current()

    def go_to_first(self) -> None:
        if self._places:
            self.go_to(self._places[0].cell.key)

    def bring_current(self) -> None:
        """Scroll to the cell one stands on."""
        here = next((one for one in self._places if one.cell.key == self._current), None)
        if here is not None:
            sight.bring(self, here.whole)

    def go_beside(self, key: str, by: int) -> None:
        """Go to the cell that is shown `by` places after `key`, or stay there at the end."""
        keys = [one.cell.key for one in self._places]
        place = keys.index(key) + by
        self.go_to(keys[place] if 0 <= place < len(keys) else key)

    # --- editing -----------------------------------------------------------------------------------

    @property
    def editors(self) -> dict[str, QWidget]:
        """The editors that are open, by the key of their cell."""
        return dict(self._editors)

    def open_editor(self, key: str, editor: QWidget) -> None:
        """Put `editor` where the cell's value stands, over the whole line; others stay open."""
        self._editors[key] = editor
        self._current = key
        editor.setParent(self)
        editor.installEventFilter(self)
        self._lay_out()
        editor.show()
        self._bring_editor(editor)

    def close_editor(self, key: str) -> None:
        editor = self._editors.pop(key, None)
        if editor is None:
            return
        holder = self.window().focusWidget()
        had_focus = holder is not None and (holder is editor or editor.isAncestorOf(holder))
        editor.removeEventFilter(self)
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched in self._editors.values():
            self._lay_out()
            self._bring_editor(watched)
        return super().eventFilter(watched, event)

    def _bring_editor(self, editor: QObject) -> None:
        """Scroll so that an editor is seen whole once it has its place, what is wrong in it as well."""

        def bring() -> None:
            sight.lay_out()
            for place in self._places:
                here, holder = self._editors.get(place.cell.key), self.window().focusWidget()
                if here is editor and holder is not None and here.isAncestorOf(holder):
                    sight.bring(self, place.whole)

        QTimer.singleShot(0, self, bring)

    # --- layout ------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(320, round(self._total))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._arranged_for(width)[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._lay_out()

    def _arranged_for(self, width: int) -> tuple[list[_Place], float]:
        found = self._arranged.get(width)
        if found is None:
            found = self._arrange(width)
            if not self._editors:  # these grow by themselves
                self._arranged[width] = found
        return found

    def _lay_out(self) -> None:
        self._arranged.clear()
        self._places, total = self._arranged_for(self.width())
        for place in self._places:
            if place.cell.key in self._editors:
                self._editors[place.cell.key].setGeometry(place.value.toRect())
        if total != self._total:
            self._total = total
            self.updateGeometry()
        self.update()

    def _label_width(self, inside: float) -> float:
        widest = max((paint.text_width(one.label, TYPE.secondary) for one in self._cells), default=0)
        return float(min(max(_LABEL_LEAST, widest + SPACE.medium), _LABEL_MOST, inside * 0.4))

    def _arrange(self, width: int) -> tuple[list[_Place], float]:
        """Twice: the width of the labels at the right is known once it is known which they are."""
        inside = float(width - 2 * SPACE.pane)
        label = self._label_width(inside)
        places, total = self._placed(inside, label, label)
        middle = SPACE.pane + inside / 2
        right = [
            paint.text_width(one.cell.label, TYPE.secondary)
            for one in places
            if one.label.left() > middle and one.cell.value
        ]
        if not right:
            return places, total
        return self._placed(inside, label, min(label, max(_LABEL_LEAST, max(right) + SPACE.medium)))

    def _placed(self, inside: float, label: float, label_right: float) -> tuple[list[_Place], float]:
        left = float(SPACE.pane)
        half = (inside - SPACE.medium) / 2
        y = float(SPACE.small)
        places: list[_Place] = []
        waiting: list[_Place] = []  # wide ones stand back until the half line before them is filled
        second = False

        def put_wide(cell: Cell) -> None:
            nonlocal y
            room = inside - label
            editor = self._editors.get(cell.key)
            if editor is not None:
                layout = editor.layout()
                height = float(
                    layout.heightForWidth(int(room))
                    if layout is not None and layout.hasHeightForWidth()
                    else editor.sizeHint().height()
                )
                y += 2
                places.append(
                    _Place(
                        cell, QRectF(left, y, label, SIZE.control), QRectF(left + label, y, room, height), 1
                    )
                )
                y += height + 2
                return
            lines = _line_count(self._words(cell), room - (_EYE if cell.masked else 0))
            places.append(
                _Place(
                    cell,
                    QRectF(left, y, label, _LINE),
                    QRectF(left + label, y, room, _LINE * lines),
                    lines,
                )
            )
            y += _LINE * lines

        for cell in self._cells:
            editing = cell.key in self._editors
            if not cell.value and not editing:
                continue
            needed = fonts.metrics(TYPE.body).horizontalAdvance(self._words(cell)) + (
                _EYE if cell.masked else 0
            )
            lead = label_right if second else label
            too_long = second and paint.text_width(cell.label, TYPE.secondary) > lead - SPACE.tiny
            if editing or cell.wide or too_long or needed > half - lead:
                if second:
                    waiting.append(_Place(cell, QRectF(), QRectF(), 1))
                else:
                    put_wide(cell)
                continue
            x = left + half + SPACE.medium if second else left
            value = QRectF(x + lead, y, half - lead, _LINE)
            places.append(_Place(cell, QRectF(x, y, lead, _LINE), value, 1))
            if second:
                y += _LINE
                for one in waiting:
                    put_wide(one.cell)
                waiting = []
            second = not second
        if second:
            y += _LINE
        for one in waiting:
            put_wide(one.cell)
        y = self._arrange_empty(places, left, left + inside, y)
        return places, y + SPACE.small

    def _arrange_empty(self, places: list[_Place], left: float, right: float, y: float) -> float:
        """The words of what may be added, one after the other, wrapping."""
        empty = [one for one in self._cells if not one.value and one.key not in self._editors]
        if not empty:
            return y
        if places:
            y += SPACE.tiny
        lead = float(paint.text_width(self._lead(), TYPE.secondary) + SPACE.small)
        x = left + lead
        for cell in empty:
            width = float(paint.text_width(cell.label, TYPE.secondary) + 1)
            if x + width > right and x > left + lead:
                x, y = left + lead, y + _LINE
            places.append(_Place(cell, QRectF(x, y, min(width, right - x), _LINE), QRectF(x, y, 0, _LINE), 1))
            x += width + SPACE.medium
        return y + _LINE

    def _lead(self) -> str:
        return self.tr("Add")

    def _words(self, cell: Cell) -> str:
        words = self._revealed.get(cell.key, cell.value)
        return "  ".join(one for one in (words, cell.caution, cell.aside) if one)

    # --- speaking ----------------------------------------------------------------------------------

    def _speak(self) -> None:
        """A screen reader is told the cell one stands on; the widget has one name at a time."""
        cell = next((one for one in self._cells if one.key == self._current), None)
        words = "" if cell is None else f"{cell.label}: {self._words(cell) or self.tr('not known')}"
        self.setAccessibleDescription(words)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # --- events ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            if not self._step(Qt.Key(key)):
                event.ignore()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._places:
            self.go_to(self._places[0 if key == Qt.Key.Key_Home else -1].cell.key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self._current:
            self.edit_wanted.emit(self._current)
        elif key == Qt.Key.Key_Space and self._current and self.cell(self._current).masked:
            self.reveal_wanted.emit(self._current)
        elif key == Qt.Key.Key_Delete and self._current:
            self.remove_wanted.emit(self._current)
        elif (
            key == Qt.Key.Key_C and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._current
        ):
            clipboard.copy(self.shown(self._current))
        else:
            super().keyPressEvent(event)

    def _step(self, key: Qt.Key) -> bool:
        """Go to the next cell in that direction; whether there was one."""
        here = next((one for one in self._places if one.cell.key == self._current), None)
        if here is None:
            return False
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.go_beside(self._current, 1 if key == Qt.Key.Key_Right else -1)
            return self._current != here.cell.key
        down = key == Qt.Key.Key_Down
        middle = here.label.center().y()
        others = [
            one
            for one in self._places
            if (one.label.center().y() > middle + 1 if down else one.label.center().y() < middle - 1)
        ]
        if not others:
            return False
        nearest = min(
            others,
            key=lambda one: (abs(one.label.center().y() - middle), abs(one.label.left() - here.label.left())),
        )
        self.go_to(nearest.cell.key)
        return True

    def _at(self, event: QMouseEvent | QHelpEvent) -> _Place | None:
        point = event.position() if isinstance(event, QMouseEvent) else event.pos().toPointF()
        return next((one for one in self._places if one.whole.contains(point)), None)

    def _eye_rect(self, place: _Place) -> QRectF:
        line = QRectF(place.value.left(), place.value.top(), place.value.width(), _LINE)
        width = min(
            fonts.metrics(TYPE.body).horizontalAdvance(self._words(place.cell)) + SPACE.tiny,
            line.width() - SIZE.icon,
        )
        return QRectF(line.left() + width, line.top(), SIZE.icon, _LINE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event)
        if place is not None:
            self.go_to(place.cell.key)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._at(event)
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            if place.cell.masked and self._eye_rect(place).contains(event.position()):
                self.reveal_wanted.emit(place.cell.key)
            elif place.cell.key not in self._editors:
                self.edit_wanted.emit(place.cell.key)
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._at(event)
        over = "" if place is None else place.cell.key
        if over != self._over:
            self._over = over
            self.setCursor(Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.ArrowCursor)
            self.update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._over = ""
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._speak()
        self.update()
        sight.when_come_to(self, event.reason(), self.bring_current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(event)
            words = "" if place is None else self._tooltip(place)
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _tooltip(self, place: _Place) -> str:
        if place.cell.masked and place.cell.key not in self._revealed:
            return self.tr("The eye or Space shows it for 30 seconds; this is recorded")
        words = self._words(place.cell)
        if fonts.metrics(TYPE.body).horizontalAdvance(words) > place.value.width() * place.lines:
            return words
        if paint.text_width(place.cell.label, TYPE.secondary) > place.label.width():
            return place.cell.label
        return ""

    # --- painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        seen = QRectF(event.rect())
        first = next((one for one in self._places if not one.value.width()), None)
        if first is not None:
            lead = QRectF(SPACE.pane, first.label.top(), first.label.left() - SPACE.pane, _LINE)
            paint.text(painter, lead, self._lead(), style=TYPE.secondary, role="secondary")
        for place in self._places:
            if place.whole.intersects(seen):
                self._paint_cell(painter, place)

    def _paint_cell(self, painter: QPainter, place: _Place) -> None:
        cell = place.cell
        edited = cell.key in self._editors
        standing = cell.key == self._current and self.hasFocus() and not edited
        if not cell.value and not edited:
            role = "accent" if cell.key == self._over or standing else "secondary"
            paint.text(painter, place.label, cell.label, style=TYPE.secondary, role=role)
            if cell.key == self._over:
                line = QRectF(place.label.left(), place.label.center().y(), place.label.width(), 9)
                paint.edge(painter, line, Qt.Edge.BottomEdge, "accent")
            if standing:
                paint.focus_ring(painter, place.label.adjusted(-4, 0, 3, 0), 4)
            return
        label = place.label.adjusted(0, 0, -SPACE.tiny, 0)
        paint.text(painter, label, cell.label, style=TYPE.secondary, role="secondary")
        if edited:
            return
        ring = place.value.adjusted(-4, 0, 2, 0)
        if cell.key == self._over and not standing:
            paint.frame(painter, ring, fill="hover", radius=4)
        value = place.value
        if cell.masked:
            eye = self._eye_rect(place)
            icon = "eye-off" if cell.key in self._revealed else "eye"
            icons.paint(painter, icon, "secondary", eye.left(), eye.center().y() - SIZE.icon / 2)
            value = replace_right(value, eye.left() - SPACE.tiny)
        if place.lines == 1 and not (cell.caution or cell.aside):
            paint.text(painter, value, self._words(cell), tabular=True)
        elif place.lines == 1:
            words = self._revealed.get(cell.key, cell.value)
            paint.text(painter, value, words, tabular=True)
            used = paint.text_width(words) + SPACE.small
            rest = value.adjusted(used, 0, 0, 0)
            if rest.width() > 0:
                role = "warning" if cell.caution else "secondary"
                paint.text(painter, rest, cell.caution or cell.aside, style=TYPE.secondary, role=role)
        else:
            _paint_lines(painter, value, self._words(cell), place.lines)
        if standing:
            paint.focus_ring(painter, ring, 4)


def replace_right(rect: QRectF, right: float) -> QRectF:
    made = QRectF(rect)
    made.setRight(right)
    return made


def _layout(words: str, width: float) -> QTextLayout:
    layout = QTextLayout(words.replace("\n", "\u2028"), fonts.font(TYPE.body))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid() or layout.lineCount() > _MOST_LINES:
            break
        line.setLineWidth(max(20.0, width))
    layout.endLayout()
    return layout


def _line_count(words: str, width: float) -> int:
    if "\n" not in words and QFontMetricsF(fonts.font(TYPE.body)).horizontalAdvance(words) <= width:
        return 1
    return max(1, min(_MOST_LINES, _layout(words, width).lineCount()))


def _paint_lines(painter: QPainter, rect: QRectF, words: str, lines: int) -> None:
    """Wrapped text on lines of 20 px; the last one is elided if there is more."""
    layout = _layout(words, rect.width())
    shown = layout.text()
    for number in range(min(lines, layout.lineCount())):
        line = layout.lineAt(number)
        begin, end = line.textStart(), line.textStart() + line.textLength()
        if number == lines - 1:
            end = len(shown)
        piece = shown[begin:end].replace("\u2028", " ").rstrip()
        box = QRectF(rect.left(), rect.top() + number * _LINE, rect.width(), _LINE)
        paint.text(painter, box, piece)
