"""The drop-down list of the forms."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionComboBox, QWidget

from rmdesk.ui import icons
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import paint

HINT_ROLE = Qt.ItemDataRole.UserRole + 1
AVATAR_ROLE = Qt.ItemDataRole.UserRole + 2


class Combo(QComboBox):
    """A drop-down list whose entries may carry an icon or an avatar before and a hint after their words."""

    list_closed = Signal()  # with or without another choice

    def __init__(
        self,
        *,
        name: str = "",
        height: int = SIZE.control,
        mark: str = "chevron-down",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mark = mark
        self.setAccessibleName(name)
        self.setFixedHeight(height)
        self.setIconSize(QSize(SIZE.icon, SIZE.icon))
        self.setItemDelegate(
            QStyledItemDelegate(self)
        )  # else the style sheet cannot set the height of entries

    def add(
        self, text: str, data: object = None, *, icon: str | None = None, hint: str = "", avatar: str = ""
    ) -> None:
        if icon:
            self.addItem(icons.icon(icon, "secondary"), text, data)
        else:
            self.addItem(text, data)
        place = self.count() - 1
        self.setItemData(place, hint, HINT_ROLE)
        self.setItemData(place, avatar, AVATAR_ROLE)

    def choose(self, data: object) -> None:
        """Make the entry with this data current, if there is one."""
        place = self.findData(data)
        if place >= 0:
            self.setCurrentIndex(place)

    def showPopup(self) -> None:
        """Open the list, wide enough for its words however narrow the field is."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * SPACE.medium)
        super().showPopup()

    def hidePopup(self) -> None:
        was_open = self.view().isVisible()
        super().hidePopup()
        if was_open:
            self.list_closed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Rolling over a form must scroll it, not change what it says.
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
        ink = "text" if self.isEnabled() else "disabled"
        middle = self.height() / 2
        right = self.width() - 9.0 - SIZE.icon
        icons.paint(painter, self._mark, "secondary" if self.isEnabled() else "disabled", right, middle - 8)
        if self.isEditable():
            return
        left = 9.0
        avatar = self.currentData(AVATAR_ROLE)
        if avatar:
            edge = SIZE.avatar_field
            paint.avatar(painter, QRectF(left, middle - edge / 2, edge, edge), avatar)
            left += edge + SPACE.small
        elif not self.itemIcon(self.currentIndex()).isNull():
            icon = self.itemIcon(self.currentIndex())
            icon.paint(painter, int(left), int(middle - SIZE.icon / 2), SIZE.icon, SIZE.icon)
            left += SIZE.icon + 6
        right -= SPACE.small
        hint = self.currentData(HINT_ROLE)
        if hint:
            width = paint.text_width(hint, TYPE.secondary) + 1
            rect = QRectF(right - width, 0, width, self.height())
            paint.text(painter, rect, hint, style=TYPE.secondary, role="secondary")
            right -= width + SPACE.small
        rect = QRectF(left, 0, right - left, self.height())
        words = self.currentText()
        if words:
            paint.text(painter, rect, words, role=ink)
        else:
            paint.text(painter, rect, self.placeholderText(), role="secondary")
