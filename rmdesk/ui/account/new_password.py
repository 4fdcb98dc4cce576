"""Choosing a password: typed twice, with the rules and an estimate of its strength as one types."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk import messages
from rmdesk.services.errors import UserError
from rmdesk.services.vault.password import SHORTEST, check_password
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import Form, PasswordField

# What an attacker with the key file would have to try at the cost of Argon2id, in bits.
FAIR, STRONG = 40.0, 60.0


def bits(password: str) -> float:
    """A rough estimate of a password's strength: its alphabet to the power of its length.

    A character that repeats or continues the one before it (aaa, 1234) counts a quarter. It knows no
    dictionary, so it is shown as a hint and refuses nothing.
    """
    alphabet = 0
    for test, size in ((str.islower, 26), (str.isupper, 26), (str.isdigit, 10)):
        alphabet += size if any(test(one) for one in password) else 0
    if any(ord(one) > 0x7F for one in password):
        alphabet += 2000  # Chinese characters in common use
    if any(ord(one) < 0x80 and not one.isalnum() for one in password):
        alphabet += 32
    length = 0.0
    for before, one in zip(["", *password], password, strict=False):
        length += 0.25 if before and abs(ord(one) - ord(before)) <= 1 else 1.0
    return length * math.log2(alphabet) if alphabet else 0.0


class NewPassword(Form):
    """Two fields. `name` gives the sign-in name, which a password may not be."""

    changed = Signal()

    def __init__(
        self,
        name: Callable[[], str],
        *,
        label: str = "",
        height: int = SIZE.control,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(spacing=SPACE.medium, parent=parent)
        self._name = name
        label = label or self.tr("New password")
        self.first = PasswordField(name=label, height=height)
        self.again = PasswordField(name=self.tr("The same password again"), height=height)
        self._row = self.add(label, self.first, required=True, check=self._check_first)
        self._again_row = self.add(
            self.tr("The same password again"), self.again, required=True, check=self._check_again
        )
        self.first.textChanged.connect(self._on_typed)
        self.again.textChanged.connect(lambda _text: self.changed.emit())
        self._on_typed("")

    @property
    def password(self) -> str:
        return self.first.text()

    @property
    def strength_words(self) -> str:
        """What is said of the password's strength as it stands."""
        return self._row.note

    @property
    def is_touched(self) -> bool:
        return bool(self.first.text() or self.again.text())

    def clear(self) -> None:
        """Forget what was typed."""
        for field, row in ((self.first, self._row), (self.again, self._again_row)):
            field.clear()
            row.set_error("")

    def refuse(self, sentence: str) -> None:
        """Show beside the first field why the password was not taken."""
        self._row.set_error(sentence)
        self.first.setFocus()

    def _on_typed(self, text: str) -> None:
        self._row.set_note(self._strength(text))
        self.changed.emit()

    def _strength(self, password: str) -> str:
        if not password:
            return self.tr(
                "At least {shortest} characters. A short sentence is easy to keep in mind."
            ).format(shortest=SHORTEST)
        left = SHORTEST - len(unicodedata.normalize("NFC", password))
        if left > 0:
            return self.tr("Characters still needed: {count}.").format(count=left)
        found = bits(password)
        if found < FAIR:
            return self.tr("Weak: easily guessed. Add a few words.")
        if found < STRONG:
            return self.tr("Fair: one more word makes it strong.")
        return self.tr("Strong.")

    def _check_first(self) -> str:
        try:
            check_password(self.first.text(), self._name())
        except UserError as error:
            return messages.message(error).happened  # what to do instead stands there as one types
        return ""

    def _check_again(self) -> str:
        if self.again.text() != self.first.text():
            return self.tr("The two passwords differ. Press the eye to compare them.")
        return ""
