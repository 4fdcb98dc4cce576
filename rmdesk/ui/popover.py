"""What opens under a chip or button, and is over as soon as one presses elsewhere: small windows, menus."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Label, Variant, paint


def open_menu(menu: QMenu, at: QPoint) -> None:
    """Show a menu with its first entry chosen, so that Enter and the arrows begin there."""
    menu.popup(at)
    first = next((one for one in menu.actions() if one.isEnabled() and not one.isSeparator()), None)
    if first is not None:
        menu.setActiveAction(first)


class TickMenu(QMenu):
    """Stays open while its lines are ticked, by the mouse, Space or Enter: until Esc or a press elsewhere."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._ticked(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() not in keys or not self._ticked(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _ticked(action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class Popover(QFrame):
    """Title, whatever is added to `body`, and a button. Enter accepts, Esc closes and changes nothing."""

    accepted = Signal()

    def __init__(self, title: str, *, verb: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.small)
        self.verb_button = Button(verb, variant=Variant.OUTLINED, key="Return")
        self.verb_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.verb_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.medium, SPACE.medium, SPACE.medium, SPACE.medium)
        column.setSpacing(SPACE.small)
        column.addWidget(Label(title, style=TYPE.group))
        column.addLayout(self.body)
        column.addLayout(foot)

    def open_below(self, anchor: QWidget, part: QRect | None = None) -> None:
        """Show it under `anchor` or a part of it, within the screen."""
        place = anchor.rect() if part is None else part
        self.adjustSize()
        at = anchor.mapToGlobal(QPoint(place.left(), place.bottom() + 3))
        screen = anchor.screen().availableGeometry()
        at.setX(max(screen.left(), min(at.x(), screen.right() - self.width())))
        if at.y() + self.height() > screen.bottom():
            at.setY(max(screen.top(), anchor.mapToGlobal(place.topLeft()).y() - self.height() - 2))
        self.move(at)
        self.show()

    def is_right(self) -> bool:
        """Whether what was entered can be taken; a subclass says beside its fields what is wrong."""
        return True

    def accept(self) -> None:
        if self.is_right():
            self.accepted.emit()
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint.frame(QPainter(self), self.rect(), fill="raised", border="line_strong", radius=0)
