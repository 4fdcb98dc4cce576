"""Two records of a customer beside each other, field by field, and what may be done with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rmdesk.ui.panes.customers.duplicates.choice_row import ChoiceRow
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Ground, Label, NoticeBar


class SideBySide(Ground):
    """`buttons` stand at the foot; `rows` are those of fields of which a value may be chosen, by name."""

    left = Signal()  # Esc

    def __init__(self, buttons: Sequence[Button], *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.rows: dict[str, ChoiceRow] = {}
        self.title = Label("", style=TYPE.section, wrap=True)
        self.why = Label("", style=TYPE.secondary, ink="secondary", wrap=True)
        self.trouble = NoticeBar("", tone="warning", dismissable=True)
        self.trouble.dismissed.connect(self.trouble.hide)
        self.trouble.hide()
        self._buttons = buttons
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.small)
        head.setSpacing(SPACE.tiny)
        head.addWidget(self.title)
        head.addWidget(self.why)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.medium)
        foot.setSpacing(SPACE.small)
        for button in buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.trouble)
        column.addLayout(foot)

    def lay(self, title: str, why: str, lines: Iterable[QWidget] = ()) -> None:
        """Show these lines, one below the other, and nothing else; nothing can be done with none."""
        self.rows = {}
        self.trouble.hide()
        self.title.setText(title)
        self.why.setText(why)
        body = Ground("surface")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, SPACE.small)
        column.setSpacing(0)
        for line in lines:
            column.addWidget(line)
        column.addStretch(1)
        self.set_enabled(column.count() > 1)
        self._scroll.setWidget(body)

    def set_enabled(self, enabled: bool) -> None:
        """Whether the buttons may be pressed."""
        for button in self._buttons:
            button.setEnabled(enabled)

    def tell(self, sentence: str) -> None:
        """Say above the buttons what went wrong; nothing with an empty sentence."""
        self.trouble.set_text(sentence)
        self.trouble.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
