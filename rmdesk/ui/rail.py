"""The navigation rail: the palette on top, the panes, and at the foot settings, lock and the person."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rmdesk.ui import icons, theme
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import CountMark, key_words, paint

_INSET = 6  # px between the edge of the rail and the ground of an item
_MARK_LEFT, _MARK_TOP = 42, 3  # where the count sits, over the icon's right shoulder
_LEAST, _LEAST_NARROW = 42, 30  # px: no item is lower, with and without its label
_MORE = 16  # px of height of the arrow that says that panes are out of sight


class RailItem(QAbstractButton):
    """Icon above label; the count belongs to panes. Narrow, it is the icon alone and its tooltip."""

    reached = Signal()  # it has the focus now
    stepped = Signal(int)  # Up (-1) or Down (1) was pressed in it

    def __init__(
        self,
        icon: str,
        label: str,
        *,
        key: str = "",
        height: int = SIZE.rail_item,
        icon_size: int = SIZE.icon_rail,
        icon_middle: int = 19,
        label_middle: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._full_height = self._height = height
        self._icon_size = icon_size
        self._icon_middle = icon_middle
        self._label_middle = label_middle
        self._narrow = False
        self._keyboard_focus = False
        self.setText(label)
        self.setAccessibleName(label)
        self.setToolTip(f"{label}  {key_words(key)}" if key else label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.mark = CountMark(parent=self)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        width = SIZE.rail_narrow if narrow else SIZE.rail
        left = width - self.mark.sizeHint().width() - 2 if narrow else _MARK_LEFT
        self.mark.move(left, _MARK_TOP)
        self.updateGeometry()
        self.update()

    def set_height(self, height: int) -> None:
        """Lower than its full height, icon and label move together; never higher."""
        self._height = min(height, self._full_height)
        self.updateGeometry()
        self.update()

    def set_count(self, count: int, *, urgent: bool = False) -> None:
        """The number over the icon; nothing for zero."""
        self.mark.set_count(count, alert=urgent)
        self.mark.resize(self.mark.sizeHint())
        self.setAccessibleDescription(str(count) if count else "")
        self.set_narrow(self._narrow)

    def sizeHint(self) -> QSize:
        if self._narrow:
            return QSize(SIZE.rail_narrow, min(self._height, SIZE.rail_foot))
        return QSize(SIZE.rail, self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyboard_focus = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case _:
                super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = QRectF(self.rect()).adjusted(_INSET, 0, -_INSET, 0)
        role = "accent" if self.isChecked() else "secondary"
        if self.isChecked():
            paint.frame(painter, ground, fill="selection")
            top = (self.height() - SIZE.rail_mark_height) / 2
            mark = QRectF(0, top, SIZE.rail_mark_width, SIZE.rail_mark_height)
            painter.fillRect(paint.snapped(painter, mark), theme.colour("accent"))
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            paint.frame(painter, ground, fill="selection_idle")
        if not self.isEnabled():
            role = "disabled"
        self._paint_content(painter, role)
        if self.hasFocus() and self._keyboard_focus:
            paint.focus_ring(painter, ground)

    def _paint_content(self, painter: QPainter, role: str) -> None:
        size = self._icon_size
        left = (self.width() + 1 - size) // 2  # the middle of the rail, whose line counts too
        top = (self.height() - size) / 2 if self._narrow else self._icon_middle - size / 2 - self._lost()
        icons.paint(painter, self._icon, role, left, top, size)
        if not self._narrow:
            self._paint_label(painter, role)

    def _paint_label(self, painter: QPainter, role: str) -> None:
        place = QRectF(2, self._label_middle - 8 - self._lost(), self.width() - 3, 16)
        paint.text(
            painter,
            place,
            self.text(),
            style=TYPE.secondary,
            role=role,
            align=Qt.AlignmentFlag.AlignHCenter,
        )

    def _lost(self) -> float:
        """px that icon and label stand higher than in an item of full height."""
        return (self._full_height - self._height) / 2


class PersonItem(RailItem):
    """Who is signed in."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__("user-round", name, label_middle=44, parent=parent)

    def _paint_content(self, painter: QPainter, role: str) -> None:
        size = SIZE.avatar_rail
        left = (self.width() + 1 - size) // 2
        top = (self.height() - size) / 2 if self._narrow else 19 - size / 2 - self._lost()
        paint.avatar(painter, QRectF(left, top, size, size), paint.initials(self.text()))
        if not self._narrow:
            self._paint_label(painter, role)


class _More(QAbstractButton):
    """An arrow over the first or last pane in sight: there are more that way, and a press shows them."""

    def __init__(self, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys go from pane to pane
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        role = "accent" if self.underMouse() else "secondary"
        left, top = (self.width() - _MORE) // 2, (self.height() - _MORE) / 2
        icons.paint(painter, self._icon, role, left, top, _MORE)


class Rail(QWidget):
    """Says what was pressed; the window does it. Where it is too high, the items draw together; where that
    is not enough, the panes scroll by wheel, keys and arrows, not the foot."""

    pane_chosen = Signal(str)
    search_chosen = Signal()
    settings_chosen = Signal()
    lock_chosen = Signal()
    person_chosen = Signal(QPoint)  # where its menu may open, on the screen

    def __init__(self, person: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)

        self.search = RailItem(
            "search", key_words("Ctrl+K"), icon_size=SIZE.icon, icon_middle=22, parent=self
        )
        self.search.setAccessibleName(self.tr("Find a command"))
        self.search.setToolTip("{}  {}".format(self.tr("Find a command"), key_words("Ctrl+K")))
        self.settings = self._foot_item("settings", self.tr("Settings"), "Ctrl+,")
        self.settings.setCheckable(True)
        self._group.addButton(self.settings)
        self.lock = self._foot_item("lock", self.tr("Lock"), "Ctrl+L")
        self.person = PersonItem(person, parent=self)

        panes = QWidget()
        self._panes = QVBoxLayout(panes)
        self._panes.setContentsMargins(0, 0, 0, 0)
        self._panes.setSpacing(0)
        self._panes.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setProperty("ground", "window")
        panes.setProperty("ground", "window")
        self._scroll.setWidget(panes)

        self.more_above = _More("chevron-up", self.tr("More panes above"), self)
        self.more_below = _More("chevron-down", self.tr("More panes below"), self)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, SPACE.small)  # the last pixel is the rail's line
        column.setSpacing(0)
        column.addWidget(self.search)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.settings)
        column.addWidget(self.lock)
        column.addWidget(self.person)
        self.setFixedWidth(SIZE.rail)
        self.setAccessibleName(self.tr("Navigation"))

        self.search.clicked.connect(self.search_chosen)
        self.settings.clicked.connect(self.settings_chosen)
        self.lock.clicked.connect(self.lock_chosen)
        self.person.clicked.connect(self._on_person)
        for item in (self.search, self.settings, self.lock, self.person):
            item.stepped.connect(partial(self._step, item))
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._show_more)
        bar.rangeChanged.connect(self._show_more)
        self.more_above.clicked.connect(lambda: bar.setValue(bar.value() - bar.pageStep() + 2 * _MORE))
        self.more_below.clicked.connect(lambda: bar.setValue(bar.value() + bar.pageStep() - 2 * _MORE))

    def add_pane(self, pane_id: str, icon: str, label: str, key: str) -> RailItem:
        item = RailItem(icon, label, key=key)
        item.setCheckable(True)
        item.clicked.connect(lambda: self.pane_chosen.emit(pane_id))
        item.reached.connect(partial(self._bring, item))
        item.stepped.connect(partial(self._step, item))
        self._group.addButton(item)
        self._panes.insertWidget(self._panes.count() - 1, item)
        self._items[pane_id] = item
        self._fit()
        return item

    def items(self) -> dict[str, RailItem]:
        """The panes' items by id, in their order."""
        return dict(self._items)

    def set_current(self, pane_id: str | None) -> None:
        """Mark a pane's item, or the settings with None."""
        item = self.settings if pane_id is None else self._items[pane_id]
        item.setChecked(True)
        if pane_id is not None:
            self._bring(item)

    @property
    def is_narrow(self) -> bool:
        return self._narrow

    def set_narrow(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(SIZE.rail_narrow if narrow else SIZE.rail)
        for item in (self.search, *self._items.values(), self.settings, self.lock, self.person):
            item.set_narrow(narrow)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        paint.edge(painter, self.rect(), Qt.Edge.RightEdge)

    def _fit(self) -> None:
        """Draw the items together as far as the height asks for it: with labels the panes, else all."""
        fixed = (self.search, self.settings, self.lock, self.person)
        room = self.height() - SPACE.small
        if self._narrow:
            height = max(_LEAST_NARROW, room // (len(self._items) + len(fixed)))
            lowered: tuple[RailItem, ...] = (*fixed, *self._items.values())
        else:
            for item in fixed:
                item.set_height(SIZE.rail_item)
                room -= item.sizeHint().height()
            height = max(_LEAST, room // max(1, len(self._items)))
            lowered = tuple(self._items.values())
        for item in lowered:
            item.set_height(height)
        self._show_more()

    def _step(self, item: RailItem, by: int) -> None:
        """To the item above or below: Tab would leave the panes, as of buttons of which one is chosen."""
        shown = [self.search, *self._items.values(), self.settings, self.lock, self.person]
        place = shown.index(item) + by
        if 0 <= place < len(shown):
            reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
            shown[place].setFocus(reason)

    def _bring(self, item: RailItem) -> None:
        """All of the item into sight, clear of the arrows."""
        self._scroll.ensureVisible(0, item.y(), 0, _MORE)
        self._scroll.ensureVisible(0, item.y() + item.height(), 0, _MORE)

    def _show_more(self) -> None:
        area, bar = self._scroll.geometry(), self._scroll.verticalScrollBar()
        self.more_above.setGeometry(area.x(), area.y(), area.width(), _MORE)
        self.more_below.setGeometry(area.x(), area.bottom() + 1 - _MORE, area.width(), _MORE)
        for arrow, is_there in (
            (self.more_above, bar.value() > bar.minimum()),
            (self.more_below, bar.value() < bar.maximum()),
        ):
            arrow.setVisible(is_there)
            arrow.raise_()

    def _foot_item(self, icon: str, label: str, key: str) -> RailItem:
        return RailItem(
            icon,
            label,
            key=key,
            height=SIZE.rail_foot,
            icon_middle=15,
            label_middle=36,
            parent=self,
        )

    def _on_person(self) -> None:
        corner = self.person.mapToGlobal(QPoint(self.width(), 0))
        self.person_chosen.emit(corner)
