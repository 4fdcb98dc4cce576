"""What the lists beside the customers share (organisations, recycle bin): a head with the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk.ui.widgets import Button, PaneHead, Variant


class SideView(QWidget):
    """`left` asks to go back to the customers: the button at the head, or Esc."""

    left = Signal()

    def __init__(self, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PaneHead(title)
        self.back = Button(
            self.tr("Back to the customers"), icon="arrow-left", variant=Variant.FLAT, key="Esc"
        )
        self.back.clicked.connect(self.left)
        self.head.add_left(self.back)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.head)

    def reload(self) -> None:
        """Read the list again."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
