"""The editor of one value where it stands: saved with Enter or as it is left, put back by Esc."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rmdesk.services import typed_days
from rmdesk.services.days import Day
from rmdesk.services.errors import UserError
from rmdesk.ui import formats
from rmdesk.ui.messages import beside_field
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.typed import content_of, fill
from rmdesk.ui.widgets import Combo, IconLabel, Label, LineField, key_words
from rmdesk.words import translate

_KIND_SHARE, _TYPED_SHARE = 2, 3  # how the line is shared by a list to choose from and what is typed


class DayField(LineField):
    """A day, solar or lunar, its year perhaps unknown; what it was understood as stands inside."""

    def __init__(self, what: str, *, past: bool, name: str = "") -> None:
        super().__init__(name=name)
        self._what, self._past = what, past
        self.textChanged.connect(self._show_understood)

    def read(self) -> Day | None:
        """The day, None if nothing is typed; raises UserError."""
        typed = self.text().strip()
        return typed_days.read_day(typed, self._what, past=self._past) if typed else None

    def _show_understood(self) -> None:
        try:
            found = self.read()
        except UserError:
            found = None
        words = "" if found is None else formats.known_day(found)
        self.set_hint("" if words == self.text().strip() else words)


class PickCombo(Combo):
    """A drop-down list that tells when somebody picked from the list, not when they only passed by."""

    picked = Signal()

    def __init__(self, entries: Sequence[tuple[str, Any]], *, name: str = "") -> None:
        super().__init__(name=name)
        for words, data in entries:
            self.add(words, data)
        self._is_open = False
        self.activated.connect(self._on_activated)

    def showPopup(self) -> None:
        self._is_open = True
        super().showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        # `activated` follows the closing of the list.
        QTimer.singleShot(0, self, self._forget)

    def _forget(self) -> None:
        self._is_open = False

    def _on_activated(self, _place: int) -> None:
        if self._is_open:
            self.picked.emit()


class TextField(QPlainTextEdit):
    """Several lines; Enter begins a new one, Ctrl+Enter saves, Tab leaves."""

    _LINES = 4

    def __init__(self, text: str, *, name: str = "") -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setFixedHeight(self._LINES * TYPE.body.line + 12)


class CellEditor(QWidget):
    """Fields in one line, a sentence below when something is wrong.

    `read` gives the value of the fields or raises UserError. `committed` carries a value that differs
    from the one at the beginning; `given_up` comes when there is nothing to save.
    """

    committed = Signal(object)
    given_up = Signal()
    passed = Signal(bool)  # Tab left the last field, or (False) Shift+Tab the first

    def __init__(
        self,
        fields: Sequence[QWidget],
        read: Callable[[], Any],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._read = read
        self._is_saving = False
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.small)
        for field in self._fields:
            if isinstance(field, QComboBox) and len(self._fields) > 1:
                # What is typed needs the room, be the longest of the kinds ever so long.
                field.setMinimumWidth(0)
                field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
                line.addWidget(field, _KIND_SHARE)
            else:
                line.addWidget(field, _TYPED_SHARE)
            field.installEventFilter(self)
            if isinstance(field, PickCombo) and len(self._fields) == 1:
                field.picked.connect(self.commit)
            if isinstance(field, QLineEdit):
                field.textEdited.connect(lambda _text: self.set_error(""))
            elif isinstance(field, QPlainTextEdit):
                field.textChanged.connect(lambda: self.set_error(""))
        self._sign = IconLabel(
            "circle-alert", role="warning", size=SIZE.icon_status, line=TYPE.secondary.line + 2
        )
        self._sentence = Label("", style=TYPE.secondary, ink="warning", wrap=True)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 2, 0, 0)
        below.setSpacing(SPACE.tiny)
        below.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._sentence, 1)
        self._below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        if any(isinstance(field, QPlainTextEdit) for field in self._fields):
            # Enter, which saves everywhere else, begins a line here.
            words = self.tr("{key} saves, Enter begins a new line").format(key=key_words("Ctrl+Return"))
            column.addWidget(Label(words, style=TYPE.secondary, ink="secondary"))
        column.addWidget(self._below)
        self._initial = self.typed()
        self._asked_of: list[Any] | None = None  # what would be lost, as it stood when that was told
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    # --- what is in it -----------------------------------------------------------------------------

    @property
    def fields(self) -> tuple[QWidget, ...]:
        return self._fields

    @property
    def error(self) -> str:
        return self._sentence.text()

    def typed(self) -> list[Any]:
        """What stands in the fields, to be put back by `retype`."""
        return [content_of(field) for field in self._fields]

    def retype(self, typed: Sequence[Any]) -> None:
        for field, content in zip(self._fields, typed, strict=True):
            fill(field, content)

    @property
    def is_changed(self) -> bool:
        return self.typed() != self._initial

    @property
    def is_saving(self) -> bool:
        return self._is_saving

    def focus_field(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to where one types: the last field, its text marked."""
        field = self._fields[-1]
        field.setFocus(reason)
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.selectAll()
        elif isinstance(field, PickCombo):
            field.showPopup()

    def set_error(self, sentence: str) -> None:
        """Say what is wrong, or that nothing is; what was typed stays."""
        self._is_saving = False
        if sentence == self._sentence.text():
            return
        self._sentence.setText(sentence)
        self._below.setVisible(bool(sentence))
        for field in self._fields:
            if isinstance(field, LineField):
                field.set_error(sentence)
        self.updateGeometry()

    # --- ending ------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Save, or say what is wrong."""
        if self._is_saving:
            return
        if not self.is_changed:
            self.given_up.emit()
            return
        try:
            value = self._read()
        except UserError as error:
            self.set_error(beside_field(error))
            return
        self.set_error("")
        self._is_saving = True
        self.committed.emit(value)

    def _give_up(self, *, is_long: bool) -> None:
        """A line that was typed is soon typed again; a long text is given up by a second Esc only."""
        if is_long and self.is_changed and self._asked_of != self.typed():
            self._asked_of = self.typed()
            self.set_error(losing())
        else:
            self.given_up.emit()

    def leave(self) -> None:
        """As `commit`, when the focus goes elsewhere; what was refused stays open beside its sentence."""
        if not self.error or self._asked_of == self.typed():
            self.commit()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None or new is None or not self.isVisible():
            return  # the window lost the focus, not the field
        if self.isAncestorOf(old) and not self.isAncestorOf(new):
            if new.window().windowType() == Qt.WindowType.Popup:
                return
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._give_up(is_long=isinstance(watched, QPlainTextEdit))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                whole = isinstance(watched, QPlainTextEdit)
                if not whole or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.commit()
                    return True
            forward = event.key() == Qt.Key.Key_Tab
            edge = self._fields[-1 if forward else 0]
            if watched is edge and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.passed.emit(forward)
                return True
        return super().eventFilter(watched, event)


def losing() -> str:
    """What is said before something typed is given up."""
    return translate("page", "This is not saved yet. Esc again gives it up.")
