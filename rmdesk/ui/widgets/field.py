"""One-line fields: a hint painted at the right inside, an error state, passwords with an eye, searching."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QFont,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from rmdesk.ui import fonts, icons
from rmdesk.ui.tokens import SIZE, SPACE, TYPE, TypeStyle
from rmdesk.ui.widgets import paint
from rmdesk.ui.widgets.button import key_words

# A bullet is hard to count, and Chinese fonts put it in the middle of a whole square, where the cursor would
# stand on the last one. A black circle fills its square: seven px across at this size.
_DOT = TypeStyle(8, 12)
_DOT_STEP = 11  # px from one to the next


def _dots() -> QFont:
    made = QFont(fonts.font(_DOT))
    width = fonts.metrics(_DOT).horizontalAdvance("\N{BLACK CIRCLE}")
    made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _DOT_STEP - width)
    return made


class LineField(QLineEdit):
    """A line of text; `error_changed` carries the sentence to stand beside it, empty when all is well."""

    error_changed = Signal(str)

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        name: str = "",
        height: int = SIZE.control,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._hint = ""
        self._error = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setFixedHeight(height)

    def setCompleter(self, completer: QCompleter) -> None:  # noqa: N802 - Qt's name
        super().setCompleter(completer)
        popup = completer.popup()
        if popup is not None:
            popup.setObjectName("completions")  # the style knows it by this

    @property
    def hint(self) -> str:
        return self._hint

    def set_hint(self, hint: str) -> None:
        """What stands at the right inside the field: a key, a unit, how a date was understood."""
        self._hint = hint
        room = paint.text_width(hint, TYPE.secondary) + SPACE.small if hint else 0
        self.setTextMargins(self._left_room(), 0, room, 0)
        self.update()

    @property
    def error(self) -> str:
        return self._error

    def set_error(self, sentence: str) -> None:
        """Mark the field as wrong, or as right with an empty sentence."""
        if sentence == self._error:
            return
        self._error = sentence
        self.setProperty("error", bool(sentence))
        self.setAccessibleDescription(sentence)
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()
        self.error_changed.emit(sentence)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z with nothing typed to take back takes back what was done last."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (
                (event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable())
                or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable())
            )
        ):
            event.ignore()
            return False
        return super().event(event)

    def _left_room(self) -> int:
        """What a subclass paints before the text needs this much."""
        return 0

    def _hint_right(self) -> float:
        """Where the hint ends: before whatever Qt put at the right end of the field."""
        return self.width() - 9.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hint:
            width = paint.text_width(self._hint, TYPE.secondary) + 1
            rect = QRectF(self._hint_right() - width, 0, width, self.height())
            painter = QPainter(self)
            paint.text(
                painter,
                rect,
                self._hint,
                style=TYPE.secondary,
                role="secondary" if self.isEnabled() else "disabled",
                align=Qt.AlignmentFlag.AlignRight,
            )


class SearchField(LineField):
    """A field that searches while one types: `searched` follows the last key by a moment, Esc empties it.

    `pause` joins the keys of a fast typist, in ms; 0 searches at each, where an answer costs less than that.
    """

    searched = Signal(str)

    def __init__(
        self,
        placeholder: str,
        *,
        key: str = "Ctrl+F",
        name: str = "",
        pause: int = 60,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, name=name or placeholder, parent=parent)
        self._key = key_words(key) if key else ""
        self.set_hint(self._key)
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self.search_now)
        self._last = ""
        self.textChanged.connect(self._on_text_changed)

    def _left_room(self) -> int:
        return SIZE.icon + 6

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        icons.paint(QPainter(self), "search", "secondary", 8, (self.height() - SIZE.icon) / 2)

    def _on_text_changed(self, text: str) -> None:
        self.set_hint("" if text else self._key)
        if text and self._pause.interval():
            self._pause.start()
        else:
            self.search_now()

    def search_now(self) -> None:
        """Search for what is typed without waiting."""
        self._pause.stop()
        words = self.text().strip()
        if words != self._last:
            self._last = words
            self.searched.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.search_now()
        super().keyPressEvent(event)


def system_caps_lock() -> bool | None:
    """Whether Caps Lock is on, or None where the system does not say."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.user32.GetKeyState(0x14) & 1)
    return None


class PasswordField(LineField):
    """A password, hidden until the eye is pressed; `caps_lock_changed` tells whether Caps Lock is on."""

    caps_lock_changed = Signal(bool)

    def __init__(
        self,
        *,
        name: str,
        placeholder: str = "",
        height: int = SIZE.control,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, name=name, height=height, parent=parent)
        self._caps_lock = False
        self._eye = QAction(self)
        self._eye.triggered.connect(self._on_eye)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.show_password(False)
        self.textChanged.connect(self._fit_font)
        self.error_changed.connect(self._fit_font)  # the style was applied anew, with the font of text

    @property
    def caps_lock(self) -> bool:
        return self._caps_lock

    def show_password(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icons.icon("eye-off" if shown else "eye", "secondary"))
        self._eye.setText(self.tr("Hide the password") if shown else self.tr("Show the password"))
        self._fit_font()

    def _fit_font(self) -> None:
        if self.echoMode() == QLineEdit.EchoMode.Password and self.text():
            self.setFont(_dots())
        else:
            self.setFont(fonts.font())

    def _on_eye(self) -> None:
        self.show_password(self.echoMode() == QLineEdit.EchoMode.Password)

    def _set_caps_lock(self, on: bool) -> None:
        if on != self._caps_lock:
            self._caps_lock = on
            self.caps_lock_changed.emit(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        known = system_caps_lock()
        if known is None and len(event.text()) == 1 and event.text().isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            known = event.text().isupper() != shifted
        super().keyPressEvent(event)
        if known is not None:
            self._set_caps_lock(known)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        known = system_caps_lock()
        if known is not None:
            self._set_caps_lock(known)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_caps_lock(False)

    def hideEvent(self, event: QHideEvent) -> None:
        self.show_password(False)
        super().hideEvent(event)
