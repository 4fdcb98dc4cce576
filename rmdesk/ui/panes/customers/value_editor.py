"""An editor for a value of one of a customer's fields, whatever its type."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from rmdesk import choices
from rmdesk.services import customers, organisations
from rmdesk.services.customers import Field, Type
from rmdesk.ui.date_field import DateField
from rmdesk.ui.widgets import Combo, LineField, Segments

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

_YES, _NO = "yes", "no"


class EmployerField(LineField):
    """The name of an organisation, completed from those there are."""

    def __init__(self, context: Context, *, name: str = "") -> None:
        super().__init__(name=name)
        self._context = context
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.textEdited.connect(self._suggest)

    def _suggest(self, typed: str) -> None:
        with self._context.store.read() as session:
            self._names.setStringList(organisations.suggest(session, typed))


class ValueEditor(QWidget):
    """Edits a value of `field`: a choice, a date, a person, a line. `read` gives it as services take it."""

    edited = Signal()

    def __init__(self, context: Context, field: Field, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._field = context, field
        self.widget, self._read = self._make()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.widget)
        self.setFocusProxy(self.widget)

    def read(self) -> Any:
        """The value; None for an empty one. Raises UserError for what cannot be read."""
        return self._read()

    def _make(self) -> tuple[QWidget, Callable[[], Any]]:
        field = self._field
        match field.type:
            case Type.FLAG:
                switch = Segments([(_YES, self.tr("Yes")), (_NO, self.tr("No"))], in_form=True)
                switch.chosen.connect(lambda _key: self.edited.emit())
                return switch, lambda: switch.current == _YES
            case Type.CHOICE | Type.LEVEL:
                words = choices.of_field("customer", field.name)
                return self._make_combo([(words[one], one) for one in field.choices])
            case Type.STAFF:
                with self._context.store.read() as session:
                    people = [(one.name, one.uid) for one in customers.managers(session)]
                return self._make_combo(people)
            case Type.DATE:
                date = DateField(field.what)
                date.textChanged.connect(lambda _text: self.edited.emit())
                return date, date.read
            case _:
                is_employer = field.type is Type.ORGANISATION
                line = EmployerField(self._context) if is_employer else LineField()
                line.textChanged.connect(lambda _text: self.edited.emit())
                return line, line.text

    def _make_combo(self, entries: list[tuple[str, Any]]) -> tuple[QWidget, Callable[[], Any]]:
        combo = Combo()
        for words, value in entries:
            combo.add(words, value)
        if not self._field.required:
            combo.add(self.tr("(empty)"), None)
        combo.currentIndexChanged.connect(lambda _place: self.edited.emit())
        return combo, combo.currentData
