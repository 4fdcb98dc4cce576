"""The form of a report's parameters, made from their declarations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk.services.errors import UserError
from rmdesk.services.reports import parameters
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.ui.customer_field import CustomerField
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.panes.customers.value_editor import DateField
from rmdesk.ui.widgets import CheckBox, Combo, Form, LineField

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

_LONGEST = 20  # characters of a day that is remembered as it was typed


class ParameterForm(QWidget):
    """Asks for the parameters of one report; `typed` gives them as texts, as the command line does."""

    entered = Signal()  # Enter in a field: show the pages

    def __init__(
        self, context: Context, declared: Sequence[Parameter], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._declared = context, tuple(declared)
        self.fields: dict[str, QWidget] = {}
        self._form = Form()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)
        offered = self._offered()
        for one in declared:
            self._add(one, offered[one.name])

    def _offered(self) -> dict[str, list[tuple[str, str]]]:
        with self._context.store.read(for_window=True) as session:
            return {one.name: parameters.offered(session, one) for one in self._declared}

    def _add(self, one: Parameter, offered: list[tuple[str, str]]) -> None:
        field: QWidget
        check: Callable[[], str] | None = None
        usual = one.usual(date.today())
        match one.type:
            case Type.FLAG:
                field = CheckBox(one.label, checked=usual == "yes")
                self._form.add_widget(field)
                self.fields[one.name] = field
                return
            case (
                Type.CHOICE
                | Type.TIERS
                | Type.STAFF
                | Type.KEEPER
                | Type.VIEW
                | Type.PLAN
                | Type.ACTIVITY
                | Type.GOAL
                | Type.SURVEY
                | Type.COMPLAINT
            ):
                field = self._box(one, offered, usual)
            case Type.CUSTOMER:
                field = customer = CustomerField(self._context)
                check = lambda: "" if customer.customer_uid else self._not_chosen(one)  # noqa: E731
            case Type.DAY:
                field = day = DateField(one.what, toward="future")
                day.setText(usual)
                check = lambda: _error_of(day.read)  # noqa: E731
            case _:
                field = line = LineField(usual)
                check = lambda: self._not_whole(one, line.text().strip())  # noqa: E731
        if isinstance(field, LineField):
            field.returnPressed.connect(self.entered)
        needed = one.type in (Type.CUSTOMER, Type.DAY, Type.WHOLE)
        self._form.add(one.label, field, required=needed, check=check)
        self.fields[one.name] = field

    def _box(self, one: Parameter, offered: list[tuple[str, str]], usual: str) -> Combo:
        box = Combo()
        # A long name of a plan or a survey is shown whole in the open list only.
        box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fill(box, one, offered)
        box.choose(usual)
        return box

    def _fill(self, box: Combo, one: Parameter, offered: list[tuple[str, str]]) -> None:
        named = (Type.CHOICE, Type.KEEPER, Type.PLAN, Type.GOAL, Type.ACTIVITY, Type.SURVEY, Type.COMPLAINT)
        if one.type not in named:
            box.add(self.tr("None") if one.type is Type.VIEW else self.tr("All"), "")
        for typed, word in offered:
            box.add(word, typed)

    def offer_again(self) -> None:
        """Offer what may be chosen now; what is chosen stays, if it is still there."""
        offered = self._offered()
        for one in self._declared:
            box = self.fields[one.name]
            if isinstance(box, Combo):
                chosen = box.currentData()
                box.clear()
                self._fill(box, one, offered[one.name])
                box.choose(chosen)

    def _not_chosen(self, one: Parameter) -> str:
        return self.tr("Choose one from the list: {field}").format(field=one.label)

    def _not_whole(self, one: Parameter, typed: str) -> str:
        if typed.isdecimal() and len(typed) <= 9 and one.least <= int(typed) <= one.most:
            return ""
        return self.tr("Enter a whole number from {least} to {most}.").format(least=one.least, most=one.most)

    # --- what is entered ---------------------------------------------------------------------------

    def check(self) -> bool:
        """Whether everything can be used; the first wrong field gets the focus."""
        return self._form.check()

    def typed(self) -> dict[str, str]:
        return {one.name: self._typed(one) for one in self._declared}

    def _typed(self, one: Parameter) -> str:
        match self.fields[one.name]:
            case CheckBox() as box:
                return "yes" if box.isChecked() else "no"
            case Combo() as choice:
                return str(choice.currentData() or "")
            case CustomerField() as customer:
                return customer.customer_uid
            case LineField() as line:
                return line.text().strip()
        return ""

    # --- remembered outside the vault ----------------------------------------------------------------

    def stored(self) -> dict[str, Any]:
        """What is entered, as far as it may be kept outside the vault: places in lists, days, numbers.

        Nobody's name and no customer.
        """
        found: dict[str, Any] = {}
        for one in self._declared:
            match self.fields[one.name]:
                case CheckBox() as box:
                    found[one.name] = box.isChecked()
                case Combo() as choice:
                    found[one.name] = choice.currentIndex()
                case CustomerField():
                    continue
                case DateField() as day:
                    typed = day.text().strip()
                    if (
                        len(typed) <= _LONGEST
                        and not _error_of(day.read)
                        and typed != one.usual(date.today())
                    ):
                        found[one.name] = typed
                case LineField() as line if line.text().strip().isdecimal():
                    found[one.name] = line.text().strip()[:9]
        return found

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Take what `stored` gave, as far as it still fits."""
        for name, value in kept.items():
            match self.fields.get(name):
                case CheckBox() as box:
                    box.setChecked(value is True)
                case Combo() as choice if isinstance(value, int) and 0 <= value < choice.count():
                    choice.setCurrentIndex(value)
                case CustomerField():
                    continue
                case LineField() as line if isinstance(value, str):
                    line.setText(value)


def _error_of(read: Callable[[], object]) -> str:
    try:
        read()
    except UserError as error:
        return sentence_of(error)
    return ""
