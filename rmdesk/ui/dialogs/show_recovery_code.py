"""The recovery code: shown, printed, and three groups of it typed back.

Used at the first start and after a recovery; the code exists only here until it is on paper, and counts
only once three of its groups were typed back.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from rmdesk.services import reports
from rmdesk.services.errors import Cancelled
from rmdesk.services.reports import Printout
from rmdesk.services.vault import recovery
from rmdesk.ui.dialogs.preview_report import PreviewReport
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, Form, FormRow, Label, LineField, NoticeBar, Variant, paint

if TYPE_CHECKING:
    from rmdesk.ui.jobs import Jobs
    from rmdesk.ui.workers import Progress


class CodeKeeper(QObject):
    """Carries a fresh code from the thread that made it to the window, and the person's answer back.

    The thread waits in `keep` meanwhile: what it is making comes into being only with the answer.
    """

    made = Signal(str)  # on the window's thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answered = threading.Event()
        self._kept = False
        self.copies = 0  # how often the sheet was printed or saved, for the audit trail

    def keep(self, code: str, progress: Progress) -> None:
        """On the other thread: returns once the code is on paper; raises Cancelled otherwise."""
        self.made.emit(code)
        while not self._answered.wait(0.1):
            progress(0, 1)  # raises if the whole job was cancelled
        if not self._kept:
            raise Cancelled

    def accept(self, copies: int) -> None:
        self._kept, self.copies = True, copies
        self._answered.set()

    def refuse(self) -> None:
        self._answered.set()


class CodeGroups(QWidget):
    """The groups of a code with their numbers, large enough to be copied by hand."""

    _ROW, _COLUMNS = 48, 3

    def __init__(self, code: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = code.split("-")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Recovery code"))
        self.setAccessibleDescription(" ".join(self._groups))

    def sizeHint(self) -> QSize:
        rows = -(-len(self._groups) // self._COLUMNS)
        return QSize(360, rows * self._ROW + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.frame(painter, QRectF(self.rect()), fill="surface", border="line_strong")
        width = self.width() / self._COLUMNS
        for place, group in enumerate(self._groups):
            left, top = place % self._COLUMNS * width, place // self._COLUMNS * self._ROW + 1
            cell = QRectF(left, top, width, self._ROW)
            if place % self._COLUMNS:
                paint.edge(painter, cell, Qt.Edge.LeftEdge)
            if place >= self._COLUMNS:
                paint.edge(painter, cell.adjusted(1, 0, -1, 0), Qt.Edge.TopEdge)
            number = QRectF(left + SPACE.large, top, 16, self._ROW)
            paint.text(painter, number, str(place + 1), style=TYPE.secondary, role="secondary")
            words = QRectF(left + SPACE.large + 20, top, width - SPACE.large - 24, self._ROW)
            paint.text(painter, words, group, style=TYPE.title, role="text")


class ShowCode(QWidget):
    """The code, with what it is for and how to keep it."""

    def __init__(
        self,
        jobs: Jobs,
        code: str,
        *,
        vault_uid: str,
        branch: str,
        person: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self.code, self._vault_uid = jobs, code, vault_uid
        self._branch, self._person = branch, person
        self.copies = 0
        self._build()

    def _build(self) -> None:
        self._print = Button(self.tr("Print or save…"), icon="printer")
        self._print.clicked.connect(lambda _checked=False: self.make_preview().open())
        self._done = Label("", style=TYPE.secondary, ink="good")
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.medium)
        buttons.addWidget(self._print)
        buttons.addWidget(self._done, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        column.addWidget(
            Label(
                self.tr(
                    "If nobody can sign in any more, this code opens the vault, on any computer. "
                    "Without a password and without this code nobody can, not even the makers of the program."
                ),
                wrap=True,
            )
        )
        column.addWidget(CodeGroups(self.code))
        column.addLayout(buttons)
        column.addWidget(
            Label(
                self.tr(
                    "Keep the sheet like a key to the strong room: sealed, away from this computer, known to "
                    "two people. A PDF of it must not stay on this computer. The code is shown only now."
                ),
                style=TYPE.secondary,
                ink="secondary",
                wrap=True,
            )
        )
        column.addStretch(1)

    def _prepare(self) -> Printout:
        data = reports.find("recovery_sheet").gather(None, code=self.code, vault=self._vault_uid)
        return reports.of_data("recovery_sheet", data, branch=self._branch, printed_by=self._person)

    def make_preview(self) -> PreviewReport:
        """The sheet's preview, from which it is printed or saved."""
        preview = PreviewReport(self._jobs, self._prepare, parent=self)
        preview.setWindowTitle(self.tr("Recovery code"))
        preview.printed.connect(lambda _pages: self._on_left(self.tr("Printed")))
        preview.saved.connect(
            lambda path: self._on_left(self.tr("Saved as {name}").format(name=Path(path).name))
        )
        preview.finished.connect(preview.deleteLater)
        return preview

    def _on_left(self, words: str) -> None:
        self.copies += 1
        self._done.setText(words)


class TypeBack(QWidget):
    """Asks for three groups of the code, to know that it is on paper and readable."""

    answered = Signal()  # all three are right

    def __init__(self, code: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._numbers: tuple[int, ...] = recovery.challenge(code)
        self._form = Form(spacing=SPACE.medium)
        self.fields: dict[int, LineField] = {}
        self._rows: dict[int, FormRow] = {}
        for number in self._numbers:
            field = LineField(height=SIZE.control_sign_in)
            field.setMaximumWidth(160)
            field.returnPressed.connect(self._on_return)
            self.fields[number] = field
            self._rows[number] = self._form.add(
                self.tr("Group {number}").format(number=number), field, required=True
            )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.large)
        column.addWidget(
            Label(
                self.tr(
                    "Please read three groups from your sheet and type them here. Capitals do not matter; "
                    "O counts as 0, I and L as 1."
                ),
                wrap=True,
            )
        )
        column.addWidget(self._form)
        column.addStretch(1)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The groups asked for, counted from 1."""
        return self._numbers

    def begin(self) -> None:
        """Put the focus where typing starts."""
        self.fields[self._numbers[0]].setFocus()

    def check(self) -> bool:
        """Whether all three are right; says beside each field what is not."""
        if not self._form.check():
            return False
        wrong = recovery.check_challenge(self._code, {n: field.text() for n, field in self.fields.items()})
        for number in wrong:
            self._rows[number].set_error(
                self.tr("That is not group {number} of the code. Please look at your sheet again.").format(
                    number=number
                )
            )
        if wrong:
            self.fields[wrong[0]].setFocus()
            self.fields[wrong[0]].selectAll()
        return not wrong

    def _on_return(self) -> None:
        following = [field for field in self.fields.values() if not field.text()]
        if following:
            following[0].setFocus()
        elif self.check():
            self.answered.emit()


class CodeSteps(QWidget):
    """Shows a fresh code, then asks for three of its groups."""

    kept = Signal(int)  # it is on paper; how often the sheet was printed or saved
    refused = Signal()

    def __init__(
        self,
        jobs: Jobs,
        code: str,
        *,
        vault_uid: str,
        branch: str,
        person: str,
        notice: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.show_code = ShowCode(jobs, code, vault_uid=vault_uid, branch=branch, person=person)
        self.type_back = TypeBack(code)
        self.type_back.answered.connect(self._on_answered)
        self._title = Label("", style=TYPE.title)
        self._notice = NoticeBar(notice, tone="caution")
        self._has_notice = bool(notice)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.show_code)
        self._stack.addWidget(self.type_back)
        self.back_button = Button(
            self.tr("Show the code again"), icon="arrow-left", height=SIZE.control_sign_in
        )
        self.back_button.clicked.connect(lambda _checked=False: self._show_step(0))
        self.cancel_button = Button(self.tr("Cancel"), height=SIZE.control_sign_in)
        self.cancel_button.clicked.connect(self.refused)
        self.next_button = Button("", variant=Variant.PRIMARY, height=SIZE.control_sign_in)
        self.next_button.clicked.connect(self._on_next)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.small)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        column.addWidget(self._title)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
        column.addLayout(buttons)
        self._show_step(0)

    def _show_step(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self._title.setText(self.tr("Is it on paper?") if step else self.tr("The recovery code"))
        self.back_button.setVisible(step == 1)
        self._notice.setVisible(step == 0 and self._has_notice)
        self.next_button.setText(self.tr("Done") if step else self.tr("I have it on paper"))
        self.next_button.updateGeometry()
        if step:
            self.type_back.begin()
        else:
            self.next_button.setFocus()

    def _on_next(self) -> None:
        if self._stack.currentIndex() == 0:
            self._show_step(1)
        elif self.type_back.check():
            self._on_answered()

    def _on_answered(self) -> None:
        self.setEnabled(False)
        self.kept.emit(self.show_code.copies)
