"""The pages of the first start that ask something."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rmdesk import policies
from rmdesk.services import text
from rmdesk.services.errors import UserError
from rmdesk.services.settings import BRANCH_NAME_LONGEST
from rmdesk.services.staff import NAME_LONGEST
from rmdesk.services.vault import VaultFolder
from rmdesk.ui import icons
from rmdesk.ui.account.new_password import NewPassword
from rmdesk.ui.first_start.beginnings import FIRST_STEPS, FirstStep
from rmdesk.ui.messages import beside_field, sentence_of
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, Form, Label, LineField, NoticeBar, ProgressLine, Variant, paint


class Page(QWidget):
    """One question: a title, a sentence, and whatever is added to `body`."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.title = title
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE.large)
        self.body.addWidget(Label(title, style=TYPE.title))
        self.body.addWidget(Label(sentence, ink="secondary", wrap=True))

    def begin(self) -> None:
        """Put the focus where typing starts."""

    def check(self) -> bool:
        """Whether one may go on; what is wrong is marked."""
        return True


class BranchPage(Page):
    """The branch's name, and where its vault lies."""

    sign_in_wanted = Signal(object)  # Path: there is a vault already
    demonstration_wanted = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__(
            self.tr("Welcome"),
            self.tr(
                "rmdesk keeps the customers of your branch in one encrypted vault on this computer. It works "
                "without internet. A few questions, and it is ready."
            ),
        )
        self._folder = folder
        self.branch = LineField(height=SIZE.control_sign_in)
        form = Form()
        form.add(self.tr("Name of the branch"), self.branch, required=True, check=self._check_branch)
        self._form = form
        self.body.addWidget(form)
        self._where = Label("", style=TYPE.secondary, ink="secondary", wrap=True)
        self.change = change = Button(self.tr("Change…"), variant=Variant.LINK, height=20)
        change.setAccessibleName(self.tr("Choose another folder for the vault"))
        change.clicked.connect(self._on_change)
        change.setVisible(policies.policy().vault is None)
        place = QHBoxLayout()
        place.setSpacing(SPACE.medium)
        place.addWidget(self._where, 1)
        place.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(place)
        self.refusal = NoticeBar("", tone="warning")
        self.refusal.acted.connect(lambda: self.sign_in_wanted.emit(self._folder))
        self.refusal.hide()
        self.body.addWidget(self.refusal)
        self.body.addStretch(1)
        self.demonstration = Button(
            self.tr("Only look around in the demonstration branch"),
            icon="flask-conical",
            variant=Variant.LINK,
            height=SIZE.control,
        )
        self.demonstration.clicked.connect(self.demonstration_wanted)
        self.body.addWidget(self.demonstration, 0, Qt.AlignmentFlag.AlignLeft)
        self.use_folder(folder)

    @property
    def folder(self) -> Path:
        return self._folder

    def begin(self) -> None:
        self.branch.setFocus()

    def use_folder(self, folder: Path) -> bool:
        """Take `folder` for the vault; says why not if it cannot be."""
        self._folder = folder
        self._where.setText(self.tr("The vault will be in {folder}").format(folder=folder))
        try:
            place = VaultFolder.at(folder)
            if place.holds_vault():
                raise UserError("vault.exists", path=str(folder))
            place.check_writable()
        except UserError as error:
            exists = error.code == "vault.exists"
            self.refusal.set_text(sentence_of(error), action=self.tr("Sign in to it") if exists else "")
            self.refusal.show()
            return False
        self.refusal.hide()
        return True

    def check(self) -> bool:
        return self._form.check() and self.use_folder(self._folder)

    def _check_branch(self) -> str:
        return _line(self.branch.text(), "branch.name", BRANCH_NAME_LONGEST)

    def _on_change(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the vault"), str(self._folder.parent)
        )
        if chosen:
            self.use_folder(Path(chosen))


class PersonPage(Page):
    """The first person: administrator and branch head."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("The first person"),
            self.tr(
                "Whoever sets up the vault is its first administrator and branch head. Others are added "
                "later, and roles can then be passed on."
            ),
        )
        self.name = LineField(height=SIZE.control_sign_in)
        self.password = NewPassword(self.name.text, label=self.tr("Password"), height=SIZE.control_sign_in)
        form = Form()
        form.add(
            self.tr("Your name"),
            self.name,
            required=True,
            note=self.tr("The name you sign in with. It stands outside the encryption."),
            check=self._check_name,
        )
        self._form = form
        self.body.addWidget(form)
        self.body.addWidget(self.password)
        self.body.addStretch(1)

    def begin(self) -> None:
        self.name.setFocus()

    def check(self) -> bool:
        password_right = self.password.check()
        return self._form.check() and password_right  # the upper field, if wrong, gets the focus

    def _check_name(self) -> str:
        return _line(self.name.text(), "staff.name", NAME_LONGEST)


class MakingPage(Page):
    """While the keys are made."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Making the vault"),
            self.tr(
                "Keys are being made, and the password's check is tuned to this computer, so that guessing "
                "is slow. This takes a few seconds."
            ),
        )
        line = ProgressLine(name=self.tr("Making the vault"))
        line.set_share(None)
        self.body.addWidget(line)
        self.trouble = NoticeBar("", tone="warning")
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.body.addStretch(1)


class BeginningPage(Page):
    """Where to begin, now that the vault is there."""

    chosen = Signal(str)  # FirstStep.id

    def __init__(self) -> None:
        super().__init__(self.tr("Your vault is ready"), self.tr("How would you like to begin?"))
        self.choices: dict[str, BeginningButton] = {}
        for step in FIRST_STEPS:
            button = BeginningButton(step)
            button.clicked.connect(lambda _checked=False, id=step.id: self.chosen.emit(id))
            self.choices[step.id] = button
            self.body.addWidget(button)
        self.body.addStretch(1)

    def begin(self) -> None:
        next(iter(self.choices.values())).setFocus()


class BeginningButton(QAbstractButton):
    """A card to press: icon, title and a sentence."""

    def __init__(self, step: FirstStep, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = step.icon
        self.setText(step.label)
        self.setAccessibleName(step.label)
        self.setAccessibleDescription(step.why)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._title = Label(step.label, style=TYPE.strong, wrap=True)
        self._why = Label(step.why, style=TYPE.secondary, ink="secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(56, SPACE.large, SPACE.large, SPACE.large)
        column.setSpacing(SPACE.tiny)
        for label in (self._title, self._why):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)

    def sizeHint(self) -> QSize:
        return QSize(360, 84)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        ground = "selection_idle" if self.isDown() else "hover" if self.underMouse() else "surface"
        paint.frame(painter, rect, fill=ground, border="line_strong")
        icons.paint(painter, self._icon, "accent", 20, SPACE.large, SIZE.icon_rail)
        if self.hasFocus():
            paint.focus_ring(painter, rect)


def _line(typed: str, what: str, longest: int) -> str:
    """What is wrong with a line of text, for beside its field."""
    try:
        text.line(typed, what, longest=longest)
    except UserError as error:
        return beside_field(error)
    return ""
