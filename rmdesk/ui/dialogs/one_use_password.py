"""A password handed over by word of mouth: suggested, shown in the clear, replaced at the first sign-in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk.services.vault.password import check_password, suggest_password
from rmdesk.ui.messages import refusal_of
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import FormRow, IconButton, Label, LineField, NoticeBar


class OneUsePassword(QWidget):
    """The field with a suggestion; another one at a press. `name` is the person's sign-in name."""

    def __init__(self, name: Callable[[], str], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.field = LineField(suggest_password())
        self._row = FormRow(
            self.tr("One-use password"),
            self.field,
            required=True,
            note=self.tr("Tell it to the person. At their first sign-in they choose their own."),
            check=self._check,
        )
        self.another = IconButton("refresh-cw", self.tr("Suggest another password"))
        self.another.clicked.connect(self._on_another)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 20, 0, 0)  # level with the field, below its label
        beside.addWidget(self.another)
        beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.tiny)
        row.addWidget(self._row, 1)
        row.addLayout(beside)

    @property
    def password(self) -> str:
        return self.field.text()

    def check(self) -> bool:
        return self._row.check()

    def refuse(self, sentence: str) -> None:
        self._row.set_error(sentence)
        self.field.setFocus()

    def _check(self) -> str:
        return refusal_of(check_password, self.field.text(), self._name())

    def _on_another(self) -> None:
        self.field.setText(suggest_password())
        self._row.set_error("")


class HandOver(QWidget):
    """Afterwards: whom to tell which password."""

    def __init__(self, name: str, password: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        column.addWidget(
            Label(self.tr("{name} signs in with this password once:").format(name=name), wrap=True)
        )
        self.shown = Label(password, style=TYPE.title, selectable=True)
        column.addWidget(self.shown)
        column.addWidget(
            NoticeBar(
                self.tr("It is shown only now. Tell it to {name} in person, not by message.").format(
                    name=name
                )
            )
        )
