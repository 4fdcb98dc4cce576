"""When a vault does not open: for each kind of trouble its own sentence and its own ways out."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from rmdesk import policies
from rmdesk.services.errors import UserError
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, CheckBox, IconLabel, Label, Variant


class Way(Enum):
    """A way out of trouble."""

    AGAIN = auto()
    OTHER_FOLDER = auto()
    SHOW_FOLDER = auto()
    KEYFILE_COPY = auto()
    NEW_VAULT = auto()
    OPEN_OLDER = auto()
    SIGN_IN = auto()
    RECOVER = auto()
    BRING_BACK = auto()  # offered where there is a verified backup
    SALVAGE = auto()  # of a database that is damaged
    BRING_SALVAGED = auto()
    SALVAGE_REPORT = auto()
    OPEN_DAMAGED = auto()  # where it opens although some of its pages are hurt


# The first way is the one to try first. A code that is not here gets the ways of its area.
WAYS: dict[str, tuple[Way, ...]] = {
    "vault.none": (Way.OTHER_FOLDER, Way.NEW_VAULT, Way.AGAIN),
    "vault.unfinished": (Way.NEW_VAULT, Way.OTHER_FOLDER),
    "vault.in_use": (Way.AGAIN, Way.OTHER_FOLDER),
    "vault.rolled_back": (Way.SIGN_IN, Way.OPEN_OLDER, Way.SHOW_FOLDER),
    "vault.forked": (Way.SIGN_IN, Way.OPEN_OLDER, Way.SHOW_FOLDER),
    "folder.read_only": (Way.AGAIN, Way.OTHER_FOLDER),
    "keyfile.newer": (Way.AGAIN, Way.OTHER_FOLDER),
    "db.newer": (Way.AGAIN, Way.OTHER_FOLDER),
    "copy.not_sound": (Way.AGAIN, Way.SHOW_FOLDER),
    "keyfile.not_readable": (Way.AGAIN, Way.OTHER_FOLDER),
    "keyfile.no_memory": (Way.AGAIN,),
    "keyfile.outdated": (Way.SIGN_IN, Way.KEYFILE_COPY),
    "auth.disabled": (Way.SIGN_IN,),
    "auth.unknown_person": (Way.SIGN_IN, Way.RECOVER),
    "auth.slot_gone": (Way.SIGN_IN, Way.RECOVER),
}
WAYS_OF_AREA: dict[str, tuple[Way, ...]] = {
    "folder": (Way.OTHER_FOLDER,),
    "keyfile": (Way.KEYFILE_COPY, Way.AGAIN, Way.SHOW_FOLDER, Way.OTHER_FOLDER),
    "db": (Way.AGAIN, Way.SHOW_FOLDER, Way.OTHER_FOLDER),
    "backup": (Way.AGAIN, Way.SHOW_FOLDER, Way.OTHER_FOLDER),
    "disk": (Way.AGAIN, Way.SHOW_FOLDER),
    "vault": (Way.AGAIN, Way.SHOW_FOLDER, Way.OTHER_FOLDER),
}


def ways_out(error: Exception) -> tuple[Way, ...]:
    if not isinstance(error, UserError):
        return (Way.SIGN_IN,)
    area = error.code.partition(".")[0]
    found = WAYS.get(error.code) or WAYS_OF_AREA.get(area, (Way.SIGN_IN,))
    if policies.policy().vault is None:
        return found
    # Where the vault lies is set for this computer.
    return tuple(way for way in found if way is not Way.OTHER_FOLDER) or (Way.AGAIN,)


class TroublePage(QWidget):
    """Says what happened and offers the ways out. Opening an older state needs a tick first."""

    chosen = Signal(object)  # Way
    left = Signal()  # the program is to end

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("circle-alert", role="warning", size=20)
        self._title = Label(self.tr("The vault does not open"), style=TYPE.section, wrap=True)
        # Not a label: a long path has no place to break at, and must still be read and copied whole.
        self._sentence = QPlainTextEdit()
        self._sentence.setProperty("flat", True)
        self._sentence.setReadOnly(True)
        self._sentence.setTabChangesFocus(True)
        self._sentence.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._sentence.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sentence.setFrameShape(QFrame.Shape.NoFrame)
        self._sentence.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._sentence.document().setDocumentMargin(0)
        self._offer = Label("", wrap=True)
        self._agreed = CheckBox(self.tr("I know that later work is missing"))
        self._agreed.toggled.connect(self._on_agreed)
        self.buttons: dict[Way, Button] = {}
        self._links = QVBoxLayout()
        self._links.setSpacing(SPACE.small)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SPACE.small)
        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addLayout(head)
        column.addWidget(self._sentence, 1)
        column.addWidget(self._offer)
        column.addWidget(self._agreed)
        column.addLayout(self._links)
        column.addSpacing(SPACE.small)
        column.addLayout(self._foot)

    @property
    def sentence(self) -> str:
        return self._sentence.toPlainText()

    @property
    def agreed(self) -> CheckBox:
        """The tick that opening an older state needs."""
        return self._agreed

    @property
    def offer(self) -> str:
        """What is said of the backup that could be brought back."""
        return "" if self._offer.isHidden() else self._offer.text()

    def tell(self, error: Exception, offer: str = "", before: tuple[Way, ...] = ()) -> None:
        """`offer` says what could be done besides, by the ways `before`, of which the first is the best."""
        ways = (*before, *ways_out(error))
        opens = Way.OPEN_DAMAGED in ways
        if opens:  # that is what trying again would do
            ways = tuple(way for way in ways if way is not Way.AGAIN)
        self._title.setText(
            self.tr("Part of the vault is damaged") if opens else self.tr("The vault does not open")
        )
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))
        self._sentence.setPlainText(sentence_of(error))
        self._agreed.setChecked(False)
        self._agreed.setVisible(Way.OPEN_OLDER in ways)
        for layout in (self._links, self._foot):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        self.buttons = {way: self._button(way, primary=place == 0) for place, way in enumerate(ways)}
        self._foot.addStretch(1)
        leave = Button(self.tr("Exit"), height=SIZE.control_sign_in)
        leave.clicked.connect(self.left)
        self._foot.addWidget(leave)
        self._foot.addWidget(self.buttons[ways[0]])
        for way in ways[1:]:
            self._links.addWidget(self.buttons[way], 0, Qt.AlignmentFlag.AlignLeft)
        self._on_agreed()
        self.setAccessibleName(self._sentence.toPlainText())
        self.buttons[ways[0]].show()  # on a page that is seen already, only what is shown can have the keys
        self.buttons[ways[0]].setFocus()

    def _button(self, way: Way, *, primary: bool) -> Button:
        words, icon = self._words(way)
        button = Button(
            words,
            icon=None if primary else icon,
            variant=Variant.PRIMARY if primary else Variant.LINK,
            height=SIZE.control_sign_in if primary else 20,
        )
        button.clicked.connect(lambda _checked=False: self.chosen.emit(way))
        return button

    def _words(self, way: Way) -> tuple[str, str]:
        return {
            Way.AGAIN: (self.tr("Try again"), "refresh-cw"),
            Way.OTHER_FOLDER: (self.tr("Choose a folder…"), "folder"),
            Way.SHOW_FOLDER: (self.tr("Show the folder"), "folder-open"),
            Way.KEYFILE_COPY: (self.tr("Use a copy of the key file…"), "key-round"),
            Way.NEW_VAULT: (self.tr("Make a new vault"), "plus"),
            Way.OPEN_OLDER: (self.tr("Open this older state"), "history"),
            Way.SIGN_IN: (self.tr("Back to sign-in"), "arrow-left"),
            Way.RECOVER: (self.tr("Use recovery code"), "key-round"),
            Way.BRING_BACK: (self.tr("Bring this backup back"), "database-backup"),
            Way.SALVAGE: (self.tr("Salvage what can be read"), "search"),
            Way.BRING_SALVAGED: (self.tr("Bring back what was salvaged"), "database-backup"),
            Way.SALVAGE_REPORT: (self.tr("What was salvaged and lost…"), "file-text"),
            Way.OPEN_DAMAGED: (self.tr("Open it all the same"), "lock-open"),
        }[way]

    def _on_agreed(self, _on: bool = False) -> None:
        if Way.OPEN_OLDER in self.buttons:
            self.buttons[Way.OPEN_OLDER].setEnabled(self._agreed.isChecked())
