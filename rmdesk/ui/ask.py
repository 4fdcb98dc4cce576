"""Questions and messages that must be answered, in our look: verbs on the buttons, never yes and no.

Nothing here blocks: a question opens over its window and calls back. Closing it by Esc or its cross is
the answer that changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPlainTextEdit, QVBoxLayout, QWidget

from rmdesk import messages
from rmdesk.services.errors import UserError
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, FoldHead, IconLabel, Label, Variant
from rmdesk.words import translate

_WIDTH = 460
_TONES = {
    "info": ("info", "accent"),
    "caution": ("triangle-alert", "caution"),
    "warning": ("circle-alert", "warning"),
}


@dataclass(frozen=True)
class Choice:
    """A button: what is answered, the verb on it and how it looks. A primary one answers Enter."""

    id: str
    words: str
    variant: Variant = Variant.NORMAL


class Question(QDialog):
    """What happened, what was kept, what to do, perhaps details to copy, and a button for each answer.

    `answered` carries the id of the choice taken, `way_out` when the dialog is just closed. It comes once.
    """

    answered = Signal(str)

    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        text: str,
        choices: Sequence[Choice],
        way_out: str,
        kept: str = "",
        to_do: str = "",
        details: str = "",
        tone: str = "info",
    ) -> None:
        super().__init__(parent)
        self._way_out = way_out
        self._answer = ""
        self._details = details
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(part for part in (text, kept, to_do) if part))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = self._column = QVBoxLayout(self)
        # Sentences that wrap ask for more height than they need once the width is known; see `_fit`.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(SPACE.huge, SPACE.huge, SPACE.huge, SPACE.large)
        column.setSpacing(SPACE.large)
        column.addLayout(self._sentences(title, text, kept, to_do, tone))
        if details:
            column.addLayout(self._details_part())
        column.addLayout(self._buttons_row(choices))
        self._focus_answer(choices)
        self._fit()
        self.finished.connect(lambda _result: self.answered.emit(self._answer or self._way_out))

    def _sentences(self, title: str, text: str, kept: str, to_do: str, tone: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.medium)
        icon, role = _TONES[tone]
        row.addWidget(
            IconLabel(icon, role=role, size=22, line=TYPE.section.line), 0, Qt.AlignmentFlag.AlignTop
        )
        lines = QVBoxLayout()
        lines.setSpacing(SPACE.small)
        head = Label(title, style=TYPE.section, wrap=True)
        lines.addWidget(head)
        for words in (text, kept, to_do):
            if words:
                lines.addWidget(
                    Label(words, wrap=True, selectable=True, ink="secondary" if words is kept else "text")
                )
        row.addLayout(lines, 1)
        return row

    def _details_part(self) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(SPACE.small)
        self._fold = FoldHead(self.tr("Details"), opened=False)
        self._shown_details = QPlainTextEdit(self._details)
        self._shown_details.setReadOnly(True)
        self._shown_details.setAccessibleName(self.tr("Details"))
        self._shown_details.setFixedHeight(140)
        self._shown_details.hide()
        self._fold.toggled.connect(self._on_folded)
        part.addWidget(self._fold)
        part.addWidget(self._shown_details)
        return part

    def _on_folded(self, opened: bool) -> None:
        self._shown_details.setVisible(opened)
        self._fit()

    def _fit(self) -> None:
        self._column.activate()
        width = max(_WIDTH, self._column.totalMinimumSize().width())
        self.setFixedSize(width, self._column.totalHeightForWidth(width))

    def _buttons_row(self, choices: Sequence[Choice]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        if self._details:
            copy = Button(self.tr("Copy the details"), icon="copy", variant=Variant.LINK)
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
            row.addWidget(copy)
        row.addStretch(1)
        self.buttons: dict[str, Button] = {}
        for choice in choices:
            button = Button(choice.words, variant=choice.variant, height=SIZE.control)
            button.setMinimumWidth(72)
            button.clicked.connect(lambda _checked=False, id=choice.id: self._answer_with(id))
            self.buttons[choice.id] = button
            row.addWidget(button)
        return row

    def _focus_answer(self, choices: Sequence[Choice]) -> None:
        """Enter takes the primary answer; where every answer is grave, it takes the way out."""
        primary = [choice.id for choice in choices if choice.variant is Variant.PRIMARY]
        button = self.buttons[primary[0] if primary else self._way_out]
        button.setDefault(True)
        button.setFocus()

    def _answer_with(self, id: str) -> None:
        self._answer = id
        self.accept()


def choose(
    parent: QWidget | None,
    *,
    title: str,
    text: str,
    choices: Sequence[Choice],
    way_out: str,
    then: Callable[[str], object],
    kept: str = "",
    to_do: str = "",
    details: str = "",
    tone: str = "info",
) -> Question:
    """Open a question with several answers, `way_out` among them; `then` gets the id of the one taken."""
    question = Question(
        parent,
        title=title,
        text=text,
        choices=choices,
        way_out=way_out,
        kept=kept,
        to_do=to_do,
        details=details,
        tone=tone,
    )
    question.answered.connect(then)
    question.open()
    return question


def confirm(
    parent: QWidget | None,
    *,
    title: str,
    text: str,
    verb: str,
    then: Callable[[], object],
    leave: str = "",
    danger: bool = False,
    to_do: str = "",
) -> Question:
    """Ask before something is done; `verb` says what, as in "Disable 3 people". `then` is called if so."""
    choices = [
        Choice("leave", leave or translate("ask", "Cancel")),
        Choice("do", verb, Variant.DANGER if danger else Variant.PRIMARY),
    ]
    return choose(
        parent,
        title=title,
        text=text,
        to_do=to_do,
        choices=choices,
        way_out="leave",
        then=lambda answer: then() if answer == "do" else None,
        tone="caution" if danger else "info",
    )


def tell(
    parent: QWidget | None,
    *,
    title: str,
    text: str,
    kept: str = "",
    to_do: str = "",
    details: str = "",
    tone: str = "info",
    then: Callable[[], object] | None = None,
) -> Question:
    """Say something that must have been read before going on."""
    return choose(
        parent,
        title=title,
        text=text,
        kept=kept,
        to_do=to_do,
        details=details,
        choices=[Choice("close", translate("ask", "Close"), Variant.PRIMARY)],
        way_out="close",
        then=lambda _answer: then() if then is not None else None,
        tone=tone,
    )


def tell_error(
    parent: QWidget | None, error: UserError, *, title: str = "", then: Callable[[], object] | None = None
) -> Question | None:
    """Say what happened, what was kept and what to do, for an error that a person caused or met.

    Nothing if a window above `parent` tells it by itself (`tells_itself`): whoever met it adds nothing.
    """
    above = parent
    while above is not None:
        tells_itself = getattr(above, "tells_itself", None)
        if tells_itself is not None and tells_itself(error):
            return None
        above = above.parentWidget()
    told = messages.message(error)
    return tell(
        parent,
        title=title or translate("ask", "This could not be done"),
        text=told.happened,
        kept=told.kept,
        to_do=told.to_do,
        details=error.code,
        tone="warning",
        then=then,
    )
