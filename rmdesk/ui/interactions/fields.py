"""Fields of the forms about contacts: what they read is checked by the use cases' own checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QPlainTextEdit

from rmdesk import choices
from rmdesk.models.promise import CommitmentKind
from rmdesk.services import amounts, names, values
from rmdesk.services.errors import UserError
from rmdesk.ui.messages import beside_field
from rmdesk.ui.tokens import TYPE
from rmdesk.ui.widgets import Combo, LineField

Read = Callable[[], Any]


class TextArea(QPlainTextEdit):
    """Several lines of text; Tab leaves."""

    def __init__(self, text: str, *, lines: int) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * TYPE.body.line + 12)

    def setPlaceholderText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Qt paints a placeholder when it begins or ceases to be shown, not when it changes."""
        super().setPlaceholderText(text)
        self.viewport().update()


def pick(table: str, field: str, chosen: str | None, *, empty: str | None = None) -> Combo:
    """A list of a field's values; with `empty` there may be none."""
    combo = Combo()
    if empty is not None:
        combo.add(empty, None)
    for code, words in choices.of_field(table, field).items():
        combo.add(words, str(code))
    if chosen is not None:
        combo.choose(chosen)
    return combo


class PromiseKind(Combo):
    """What sort of promise it is: as its words tell, until somebody chooses. So one on a rate waits for the
    supervisor although nobody thought of it.
    """

    def __init__(self, chosen: str = CommitmentKind.SERVICE.value, *, name: str = "") -> None:
        super().__init__(name=name)
        for code, words in choices.of_field("commitment", "kind").items():
            self.add(words, str(code))
        self.choose(chosen)
        self._is_chosen = False
        self.activated.connect(self._on_chosen)

    def follow(self, promise: str) -> None:
        """What was promised changed."""
        if not self._is_chosen:
            from rmdesk.services.capture.lexicon import promise_kind

            found = promise_kind(names.fold(promise)) if promise else None
            self.choose(found or CommitmentKind.SERVICE.value)

    def start_over(self, chosen: str) -> None:
        """Another promise is typed, or the one that was begun with this choice."""
        self.choose(chosen)
        self._is_chosen = chosen != CommitmentKind.SERVICE.value

    def _on_chosen(self) -> None:
        self._is_chosen = True


def money_line(fen: int | None) -> LineField:
    field = LineField("" if fen is None else amounts.yuan(fen).removesuffix(".00"))
    return field


def read_money(field: LineField, what: str) -> int | None:
    return None if values.is_empty(field.text()) else amounts.read(field.text(), what)


def checked(checks: Mapping[str, values.Check], table: str, name: str, typed: str) -> Any:
    return checks[name](typed, f"{table}.{name}")


def refusal(read: Read) -> str:
    """What is wrong with a field, for the place beside it; "" if nothing is."""
    try:
        read()
    except UserError as error:
        return beside_field(error)
    return ""
