"""A field that finds a customer by whatever is typed of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, QTimer
from PySide6.QtWidgets import QCompleter, QWidget

from rmdesk.services import archive, search
from rmdesk.ui.widgets import LineField
from rmdesk.words import translate

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

SUGGESTED = 8


class CustomerField(LineField):
    """`customer_uid` is that of the one chosen from the list, "" while none is.

    What only one customer fits needs no choosing: leaving the field takes them.
    """

    def __init__(self, context: Context, *, without: str = "", parent: QWidget | None = None) -> None:
        """`without`: the uid of a customer who is not offered."""
        super().__init__(placeholder=translate("customer field", "Name, pinyin, phone"), parent=parent)
        self._context, self._without = context, without
        self._found: dict[str, str] = {}  # what stands in the list, and the uid of the customer
        self.customer_uid = ""
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated[str].connect(self.take)  # type: ignore[index]
        self.setCompleter(completer)
        self.textEdited.connect(self.suggest)
        self.editingFinished.connect(self._take_only)

    def suggest(self, typed: str) -> None:
        """Offer whom what is typed may mean; nobody is chosen any more."""
        self.set_customer("")
        words = typed.strip()
        self._found = self.matches(words) if words else {}
        self._names.setStringList(list(self._found))

    def matches(self, words: str) -> dict[str, str]:
        """What to offer, each with the uid of its customer, "" for what is none."""
        with self._context.store.read(for_window=True) as session:
            found = archive.load_customers(session, search.find(session, words, limit=SUGGESTED))
        return {
            "  ".join(one for one in (row.name, row.tier or "", row.phone or "") if one): row.uid
            for row in found
            if row.uid != self._without
        }

    def take(self, told: str) -> None:
        """Choose what stands in the list in these words."""
        self.set_customer(self._found.get(told, ""))
        if self.customer_uid:
            self.setText(told)
            self._show_name()
            # Chosen by a key, the completer writes the whole line into the field after this.
            QTimer.singleShot(0, self, self._show_name)

    def choose(self, uid: str, name: str) -> None:
        """Choose a customer who is known already."""
        self.setText(name)
        self.set_customer(uid)

    def refusal(self, *, required: bool) -> str:
        """What is wrong with what was typed, "" if nothing is."""
        self._take_only()
        typed = self.text().strip()
        if self.customer_uid or not (typed or required):
            return ""
        if typed and not self._found:
            return translate("customer field", "No customer is found by this.")
        if required:
            return translate("customer field", "Choose the customer from the list.")
        return translate("customer field", "Choose the customer from the list, or leave it empty.")

    def _take_only(self) -> None:
        if not self.customer_uid and len(self._found) == 1 and self.text().strip():
            self.take(next(iter(self._found)))

    def _show_name(self) -> None:
        if self.customer_uid:
            self.setText(self.text().partition("  ")[0])

    def set_customer(self, uid: str) -> None:
        self.customer_uid = uid
        self.set_hint(translate("customer field", "customer") if uid else "")
