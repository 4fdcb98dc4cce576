"""The completion of the current item, in its row: what became of it, and a sentence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from rmdesk.models import Outcome
from rmdesk.services.daily_logs import Item
from rmdesk.ui import theme
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import LineField, Segments

_OFFERED = (Outcome.DONE, Outcome.PARTLY, Outcome.NOT_DONE, Outcome.MOVED)


class Completion(QWidget):
    """Enter in the sentence saves what is chosen, done if nothing is; Esc leaves it as it was.

    What was typed of an item and is not saved yet is kept while others are looked at, and if saving fails.
    """

    saved = Signal(str, str)  # outcome, sentence
    move_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.item: Item | None = None
        self._drafts: dict[str, tuple[str, str]] = {}  # by uid: what was chosen, what was typed
        words = {
            Outcome.DONE: self.tr("Done"),
            Outcome.PARTLY: self.tr("Partly"),
            Outcome.NOT_DONE: self.tr("Not done"),
            Outcome.MOVED: self.tr("Move"),
        }
        self.outcomes = Segments(
            [(one.value, f"{words[one]} {number}") for number, one in enumerate(_OFFERED, 1)],
            name=self.tr("What became of it"),
            height=SIZE.control_in_row,
        )
        self.sentence = LineField(placeholder=self.tr("One sentence of what came of it"))
        self.sentence.setFixedHeight(SIZE.control_in_row)
        self.sentence.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.pane, 0, SPACE.pane, 0)
        row.setSpacing(SPACE.small)
        row.addWidget(self.outcomes)
        row.addWidget(self.sentence, 1)
        self.outcomes.chosen.connect(self._on_chosen)
        self.sentence.returnPressed.connect(self.save)

    @property
    def has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def show_item(self, item: Item) -> None:
        """Be about an item; what was typed about it stays while it is the same."""
        if self.item is not None and self.item.uid == item.uid and self.item.version == item.version:
            return
        self._keep()
        self.item = item
        self._ask_for(None)
        chosen = item.outcome if item.outcome != Outcome.OPEN.value else ""
        chosen, words = self._drafts.get(item.uid, (chosen, item.result or ""))
        self.sentence.setText(words)
        self.outcomes.choose(chosen)

    def _keep(self) -> None:
        if self.item is not None and self.sentence.text() != (self.item.result or ""):
            self._drafts[self.item.uid] = (self.outcomes.current or "", self.sentence.text())

    def forget(self, uid: str) -> None:
        """What was typed of an item is saved, or not wanted."""
        self._drafts.pop(uid, None)
        if self.item is not None and self.item.uid == uid:
            self.item = None

    def choose(self, outcome: Outcome) -> None:
        self.outcomes.choose(outcome.value)
        self._ask_for(outcome)
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sentence.selectAll()

    def _ask_for(self, outcome: Outcome | None) -> None:
        self.sentence.set_error("")
        is_not_done = outcome is Outcome.NOT_DONE
        self.sentence.setPlaceholderText(
            self.tr("Why not?") if is_not_done else self.tr("One sentence of what came of it")
        )

    def save(self) -> None:
        outcome = self.outcomes.current or Outcome.DONE.value
        words = self.sentence.text().strip()
        if outcome == Outcome.MOVED.value:
            self.move_wanted.emit()
        elif outcome == Outcome.NOT_DONE.value and not words:
            self.sentence.set_error(self.tr("Say why it was not done."))
        else:
            self.saved.emit(outcome, words)

    def _on_chosen(self, key: str) -> None:
        if key == Outcome.MOVED.value:
            self.move_wanted.emit()
        else:
            self.choose(Outcome(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A line edit leaves Enter to its parent as well; in the list it would open the customer.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.sentence
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down)
        ):
            if event.key() == Qt.Key.Key_Escape and self.item is not None:
                item = self.item
                self.forget(item.uid)
                self.show_item(item)
            self.left.emit()
            return event.key() == Qt.Key.Key_Escape
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("selection_idle"))
