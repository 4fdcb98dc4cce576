"""Sentences that stand on a page: a notice with an action, and what an empty list says."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import paint
from rmdesk.ui.widgets.button import Button, IconButton, Variant
from rmdesk.ui.widgets.label import IconLabel, Label

_TONES = {
    # tone: icon, ink of the icon and ground; ink of the words
    "info": ("info", "accent", "selection", "text"),
    "good": ("circle-check", "good", "good_tint", "good"),
    "caution": ("triangle-alert", "caution", "caution_tint", "caution"),
    "warning": ("circle-alert", "warning", "warning_tint", "warning"),
}


class NoticeBar(QWidget):
    """One sentence with a tinted ground, perhaps an action, perhaps a cross to dismiss it.

    `edge` bars run from side to side of a window and have no corners.
    """

    acted = Signal()
    dismissed = Signal()

    def __init__(
        self,
        text: str = "",
        *,
        tone: str = "info",
        action: str = "",
        dismissable: bool = False,
        edge: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        icon, self._ink, self._ground, words = _TONES[tone]
        self._edge = edge
        self._icon = IconLabel(icon, role=self._ink, line=20)
        self._label = Label(text, ink=words, wrap=True, style=TYPE.secondary)
        self._label.setMinimumHeight(20)
        self._action = Button(action, variant=Variant.LINK, height=20)
        self._action.clicked.connect(self.acted)
        self._cross = IconButton("x", self.tr("Dismiss"), height=20)
        self._cross.clicked.connect(self._on_dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.pane if edge else SPACE.medium, 6, SPACE.medium, 6)
        row.setSpacing(SPACE.small)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        # Only now: without a parent they would be windows of their own.
        self._action.setVisible(bool(action))
        self._cross.setVisible(dismissable)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        return self._label.text()

    def set_text(self, text: str, *, tone: str | None = None, action: str | None = None) -> None:
        if tone is not None:
            icon, self._ink, self._ground, words = _TONES[tone]
            self._icon.set_icon(icon, self._ink)
            self._label.set_ink(words)
        if action is not None:
            self._action.setText(action)
            self._action.setVisible(bool(action))
        self._label.setText(text)
        self.setAccessibleName(text)
        self.update()

    def _on_dismissed(self) -> None:
        self.hide()
        self.dismissed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._edge:
            painter = QPainter(self)
            paint.frame(painter, self.rect(), fill=self._ground, radius=0)
            paint.edge(painter, self.rect(), Qt.Edge.BottomEdge)
        else:
            paint.frame(QPainter(self), self.rect(), fill=self._ground)


class EmptyState(QWidget):
    """An icon, one sentence, and the next step as a button, perhaps another one beside it."""

    acted = Signal()
    acted_otherwise = Signal()

    def __init__(
        self,
        sentence: str,
        *,
        icon: str = "search",
        action: str = "",
        action_icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon, role="secondary", size=32)
        self._label = Label(sentence, ink="secondary", wrap=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._label.setMaximumWidth(420)
        self._label.setMinimumWidth(200)
        self._button = Button(action, icon=action_icon)
        if not action:
            self._button.hide()
        self._button.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.huge, SPACE.huge, SPACE.huge, SPACE.huge)
        column.setSpacing(SPACE.medium)
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._label, 4)
        row.addStretch(1)
        column.addLayout(row)
        self._other = Button("")
        self._other.hide()
        self._other.clicked.connect(self.acted_otherwise)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.small)
        buttons.addStretch(1)
        buttons.addWidget(self._button)
        buttons.addWidget(self._other)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(3)
        self.setAccessibleName(sentence)

    @property
    def sentence(self) -> str:
        return self._label.text()

    @property
    def button(self) -> Button:
        return self._button

    def set_text(
        self,
        sentence: str,
        *,
        action: str = "",
        icon: str | None = None,
        other: str = "",
        other_icon: str | None = None,
    ) -> None:
        """`other` is a second way on."""
        self._label.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._other.setText(other)
        self._other.set_icon(other_icon)
        self._other.setVisible(bool(other))
        if icon:
            self._icon.set_icon(icon)
        self.setAccessibleName(sentence)
