"""What the dialogs with a form share: title, sentence, fields, a place for trouble, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Label, NoticeBar, Variant


class FormDialog(QDialog):
    """Fields are added to `body`; `submit` is what the primary button and Enter do. Nothing is lost when
    saving fails: the fields stay, and what went wrong stands above the buttons.
    """

    def __init__(
        self, title: str, sentence: str = "", *, verb: str, parent: QWidget | None = None, width: int = 440
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setFixedWidth(width)
        self._verb, self._is_busy = verb, False
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.large)
        self.trouble = NoticeBar("", tone="warning")
        self.trouble.hide()
        self.cancel_button = Button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.verb_button = Button(verb, variant=Variant.PRIMARY)
        self.verb_button.clicked.connect(self._on_verb)
        self.verb_button.setDefault(True)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SPACE.small)
        self._foot.addStretch(1)
        self._foot.addWidget(self.cancel_button)
        self._foot.addWidget(self.verb_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.huge, 20, SPACE.huge, 20)
        column.setSpacing(SPACE.large)
        column.addWidget(Label(title, style=TYPE.section, wrap=True))
        if sentence:
            column.addWidget(Label(sentence, ink="secondary", wrap=True))
        column.addLayout(self.body)
        column.addStretch(1)
        column.addWidget(self.trouble)
        column.addLayout(self._foot)

    def submit(self) -> None:
        """Check the fields and do what the dialog is for."""
        raise NotImplementedError

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    def set_busy(self, busy: bool, words: str = "") -> None:
        """While it is being done: the fields rest and the button says so."""
        self._is_busy = busy
        for place in range(self.body.count()):
            item = self.body.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setEnabled(not busy)
        self.verb_button.setEnabled(not busy)
        self.verb_button.setText(words if busy and words else self._verb)
        if busy:
            self.trouble.hide()

    def tell(self, sentence: str) -> None:
        """Say above the buttons what went wrong."""
        self.trouble.set_text(sentence)
        self.trouble.show()

    def _on_verb(self) -> None:
        if not self._is_busy:
            self.submit()
