"""Forms: labels above fields, what is required marked, errors beside the field as it is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets.field import LineField, PasswordField
from rmdesk.ui.widgets.label import IconLabel, Label

Check = Callable[[], str]


class FormRow(QWidget):
    """A field with its label above and, when there is something to say, a sentence below.

    The label of what `wraps`, a question say, may take several lines.
    `check` returns the sentence of what is wrong, or nothing; it is asked when the field is left.
    """

    def __init__(
        self,
        label: str,
        field: QWidget,
        *,
        required: bool = False,
        note: str = "",
        check: Check | None = None,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._label, self._required, self._note, self._check = label, required, note, check
        self._error = self._caution = ""
        self._is_refused = False  # what stands there was refused, and was not edited since
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE.tiny)
        self._title = Label(label, style=TYPE.secondary, ink="secondary", wrap=wraps)
        self._title.setBuddy(field)
        if not label:  # shown before it stands in the form, it would be a window of its own
            self._title.hide()
        head.addWidget(self._title, 1 if wraps else 0)
        if required:
            mark = Label("*", style=TYPE.secondary, ink="warning")
            mark.setToolTip(self.tr("Required"))
            head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        if not wraps:
            head.addStretch(1)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.tiny)
        column.addLayout(head)
        column.addWidget(field)
        column.addWidget(self._below)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if not field.accessibleName():
            field.setAccessibleName(label)
        if required:
            field.setAccessibleDescription(self.tr("Required"))
        field.installEventFilter(self)
        if isinstance(field, LineField):
            field.textEdited.connect(lambda _text: self.set_error(""))
        elif isinstance(field, QComboBox):
            field.activated.connect(lambda _place: self.set_error(""))
        elif isinstance(field, QPlainTextEdit):
            field.textChanged.connect(lambda: self.set_error(""))
        if isinstance(field, PasswordField):
            field.caps_lock_changed.connect(
                lambda on: self.set_caution(self.tr("Caps Lock is on") if on else "")
            )
        self._show()

    @property
    def error(self) -> str:
        return self._error

    @property
    def note(self) -> str:
        return self._note

    @property
    def caution(self) -> str:
        return self._caution

    def set_label(self, label: str) -> None:
        self._label = label
        self._title.setText(label)
        self._title.setVisible(bool(label))

    def set_error(self, sentence: str) -> None:
        """Say what is wrong with the field, or that nothing is. It stands until the field is edited."""
        self._is_refused = bool(sentence) and isinstance(self.field, LineField | QComboBox | QPlainTextEdit)
        self._put_error(sentence)

    def _put_error(self, sentence: str) -> None:
        self._error = sentence
        if isinstance(self.field, LineField):
            self.field.set_error(sentence)
        elif self.field.property("error") != bool(sentence):
            self.field.setProperty("error", bool(sentence))
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)
        self._show()

    def set_caution(self, sentence: str) -> None:
        """Something worth knowing that is not wrong; an error goes before it."""
        self._caution = sentence
        self._show()

    def set_note(self, note: str) -> None:
        """An explanation that stands while there is neither error nor caution."""
        self._note = note
        self._show()

    def check(self) -> bool:
        """Check the field now; whether it is right."""
        sentence = ""
        if self._required and not self._filled():
            sentence = self.tr("Please fill in: {field}").format(field=self._label)
        elif self._check is not None:
            sentence = self._check()
        self._is_refused = False
        self._put_error(sentence)
        return not sentence

    def _filled(self) -> bool:
        match self.field:
            case QLineEdit():
                return bool(self.field.text().strip())
            case QPlainTextEdit():
                return bool(self.field.toPlainText().strip())
            case QComboBox():
                return self.field.currentIndex() >= 0 or bool(self.field.currentText().strip())
            case _:
                return True

    def _show(self) -> None:
        words = self._error or self._caution or self._note
        ink = "warning" if self._error else "caution" if self._caution else "secondary"
        self._sentence.setText(words)
        self._sentence.set_ink(ink)
        self._sign.set_icon("circle-alert", ink)
        self._sign.setVisible(bool(self._error or self._caution))
        self._below.setVisible(bool(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.field
            and event.type() == QEvent.Type.FocusOut
            and event.reason()  # type: ignore[attr-defined]
            not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            and (self._filled() or self._error)
            and not self._is_refused
        ):
            # An untouched empty field is not scolded for being left; saving asks for it.
            self.check()
        return super().eventFilter(watched, event)


class Form(QWidget):
    """Form rows one below the other, checked together before saving."""

    def __init__(self, *, spacing: int = SPACE.large, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FormRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    @property
    def rows(self) -> tuple[FormRow, ...]:
        return tuple(self._rows)

    def add(
        self,
        label: str,
        field: QWidget,
        *,
        required: bool = False,
        note: str = "",
        check: Check | None = None,
    ) -> FormRow:
        row = FormRow(label, field, required=required, note=note, check=check)
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Something between the rows that is not a field."""
        self._column.addWidget(widget)

    def add_stretch(self) -> None:
        self._column.addStretch(1)

    def check(self) -> bool:
        """Check every row; the first wrong one gets the focus."""
        wrong = [row for row in self._rows if row.isEnabled() and not row.isHidden() and not row.check()]
        if wrong:
            wrong[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong
