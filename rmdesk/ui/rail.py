"""The navigation rail: the palette on top, the panes, and at the foot settings, lock and the person."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
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


class RailItem(QAbstractButton):
    """Icon above label; the count belongs to panes. Narrow, it is the icon alone and its tooltip."""

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
        self._height = height
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Up:
                self.focusNextPrevChild(False)
            case Qt.Key.Key_Down:
                self.focusNextPrevChild(True)
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
        top = (self.height() - size) / 2 if self._narrow else self._icon_middle - size / 2
        icons.paint(painter, self._icon, role, left, top, size)
        if not self._narrow:
            self._paint_label(painter, role)

    def _paint_label(self, painter: QPainter, role: str) -> None:
        place = QRectF(2, self._label_middle - 8, self.width() - 3, 16)
        paint.text(
            painter,
            place,
            self.text(),
            style=TYPE.secondary,
            role=role,
            align=Qt.AlignmentFlag.AlignHCenter,
        )


class PersonItem(RailItem):
    """Who is signed in."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__("user-round", name, label_middle=44, parent=parent)

    def _paint_content(self, painter: QPainter, role: str) -> None:
        size = SIZE.avatar_rail
        left = (self.width() + 1 - size) // 2
        top = (self.height() - size) / 2 if self._narrow else 19 - size / 2
        paint.avatar(painter, QRectF(left, top, size, size), paint.initials(self.text()))
        if not self._narrow:
            self._paint_label(painter, role)


class Rail(QWidget):
    """Says what was pressed; the window does it. Where it is too high, the panes scroll, not the foot."""

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

    def add_pane(self, pane_id: str, icon: str, label: str, key: str) -> RailItem:
        item = RailItem(icon, label, key=key)
        item.setCheckable(True)
        item.clicked.connect(lambda: self.pane_chosen.emit(pane_id))
        self._group.addButton(item)
        self._panes.insertWidget(self._panes.count() - 1, item)
        self._items[pane_id] = item
        return item

    def items(self) -> dict[str, RailItem]:
        """The panes' items by id, in their order."""
        return dict(self._items)

    def set_current(self, pane_id: str | None) -> None:
        """Mark a pane's item, or the settings with None."""
        item = self.settings if pane_id is None else self._items[pane_id]
        item.setChecked(True)
        if pane_id is not None:
            self._scroll.ensureWidgetVisible(item, 0, 0)

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        paint.edge(painter, self.rect(), Qt.Edge.RightEdge)

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
