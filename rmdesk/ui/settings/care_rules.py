"""Care calendar: which rules count, for whom, and what may be set of each; what to offer at a maturity."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rmdesk import care_labels, choices, rule_labels
from rmdesk.models import ProductKind
from rmdesk.services import settings, tiers
from rmdesk.services.care.rules import RULES, Rule
from rmdesk.services.care_options import RULES_SETTING, Option, checked
from rmdesk.services.errors import UserError
from rmdesk.ui.context import Context
from rmdesk.ui.messages import beside_field
from rmdesk.ui.settings.vault_page import VaultPage
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import CheckBox, Combo, Flow, FormRow, Label, LineField, Section

SUCCESSORS = "care.successors"
_NARROW = 160
# A loan has nothing that comes after it, and money in an account does not mature.
_NOT_OFFERED = (ProductKind.LOAN, ProductKind.CREDIT_CARD, ProductKind.CURRENT_DEPOSIT)


class OptionField:
    """How one option of a rule is entered."""

    def __init__(self, option: Option) -> None:
        self.option = option
        self.boxes: dict[str, CheckBox] = {}
        self.line: LineField | None = None
        self.combo: Combo | None = None
        if isinstance(option.default, list) and option.choices:
            flow = Flow(line=SIZE.control)
            self.widget: QWidget = flow
            for place, code in enumerate(option.choices):
                self.boxes[code] = CheckBox(rule_labels.choice(option.name, code))
                flow.insert(place, self.boxes[code])
        elif option.choices:
            self.combo = Combo()
            self.widget = self.combo
            for code in option.choices:
                self.combo.add(rule_labels.choice(option.name, code), code)
        else:
            self.line = LineField()
            self.line.setMaximumWidth(_NARROW)
            self.widget = self.line
        self.row = FormRow(rule_labels.option(option.name), self.widget, check=self._refusal)

    def entered(self) -> object:
        """What stands in it; text that is no number stays text, which the option refuses."""
        if self.combo is not None:
            return self.combo.currentData()
        if self.line is None:
            return [code for code, box in self.boxes.items() if box.isChecked()]
        typed = self.line.text().strip()
        if isinstance(self.option.default, list):
            parts = [part for part in re.split(r"[,，、;；\s]+", typed) if part]
            return [_number(part) for part in parts] if all(map(_is_number, parts)) else typed
        return _number(typed) if _is_number(typed) else typed

    def show_value(self, value: Any) -> None:
        if self.combo is not None:
            self.combo.choose(value)
        elif self.line is None:
            for code, box in self.boxes.items():
                box.setChecked(code in value)
        else:
            listed = value if isinstance(value, list) else [value]
            self.line.setText(", ".join(str(one) for one in listed))
        self.row.set_error("")

    def _refusal(self) -> str:
        try:
            self.option.check(self.entered())
        except UserError as error:
            return beside_field(error)
        return ""


class RuleBox(QWidget):
    """One rule: on or off, a sentence, its options, and the tiers it counts for."""

    def __init__(self, rule: Rule, ladder: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.rule = rule
        self.on = CheckBox(care_labels.rule(rule.id))
        self.options = [OptionField(one) for one in rule.options]
        self.tiers = {uid: CheckBox(name) for uid, name in ladder}
        self._unknown: list[str] = []  # tiers that are no longer there, kept as they are
        self.body = QWidget()
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(SPACE.huge, 0, 0, 0)
        inside.setSpacing(SPACE.medium)
        for one in self.options:
            inside.addWidget(one.row)
        whom = Flow(line=SIZE.control)
        for place, box in enumerate(self.tiers.values()):
            whom.insert(place, box)
        self.whom = FormRow(self.tr("For customers of these tiers"), whom)
        inside.addWidget(self.whom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(self.on)
        says = Label(rule_labels.meaning(rule.id), ink="secondary", wrap=True)
        says.setContentsMargins(SPACE.huge, 0, 0, 0)
        column.addWidget(says)
        column.addWidget(self.body)
        self.on.toggled.connect(self.body.setVisible)

    def show_values(self, stored: Mapping[str, Any]) -> None:
        self.on.setChecked(stored.get("on", True))
        self.body.setVisible(self.on.isChecked())
        without = stored.get("without_tiers", ())
        for uid, box in self.tiers.items():
            box.setChecked(uid not in without)
        self._unknown = [uid for uid in without if uid not in self.tiers]
        for one in self.options:
            one.show_value(stored.get(one.option.name, one.option.default))

    def entered(self) -> dict[str, Any]:
        without = [uid for uid, box in self.tiers.items() if not box.isChecked()]
        return {
            "on": self.on.isChecked(),
            "without_tiers": [*without, *self._unknown],
            **{one.option.name: one.entered() for one in self.options},
        }

    def check(self) -> bool:
        """Mark what is wrong; whether nothing is."""
        wrong = [one for one in self.options if not one.row.check()]
        if not self.on.isChecked():
            for one in wrong:  # folded away with its rule, and not needed
                one.show_value(one.option.default)
            return True
        return not wrong


class CareRulesPage(VaultPage):
    """Two settings: what the rules are to do, and the products to offer at a maturity."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        with context.store.read() as session:
            ladder = [(one.uid, one.name) for one in tiers.list_tiers(session)]
        self.boxes = {rule.id: RuleBox(rule, ladder) for rule in RULES}
        rules = QWidget()
        column = QVBoxLayout(rules)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.huge)
        for box in self.boxes.values():
            column.addWidget(box)
        self.form.add_widget(
            Label(
                self.tr("The care calendar says whom to contact, when and why. These rules make it."),
                ink="secondary",
                wrap=True,
            )
        )
        self.add_setting(RULES_SETTING, self.form.add("", rules))
        self.products: dict[str, LineField] = {}
        offers = QWidget()
        grid = QGridLayout(offers)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.large)
        grid.setVerticalSpacing(SPACE.small)
        grid.setColumnStretch(1, 1)
        offered = (kind for kind in ProductKind if kind not in _NOT_OFFERED)
        for line, kind in enumerate(offered):
            word = choices.word("holding", "kind", kind.value)
            field = self.products[kind.value] = LineField(name=word)
            field.textEdited.connect(partial(self._on_product, field))
            grid.addWidget(Label(word, style=TYPE.body), line, 0)
            grid.addWidget(field, line, 1)
        section = Section(self.tr("Products to offer at maturity"))
        section.body.addWidget(
            Label(
                self.tr("What stands in the reason and in greetings when a product of this kind matures."),
                ink="secondary",
                wrap=True,
            )
        )
        self.form.add_widget(section)
        self.add_setting(SUCCESSORS, self.form.add("", offers))

    def entered(self) -> dict[str, Any]:
        rules: Any = {id: box.entered() for id, box in self.boxes.items()}
        typed = {kind: field.text().strip() for kind, field in self.products.items()}
        with contextlib.suppress(UserError):  # `check` says what is wrong, beside its field
            rules = checked(rules)
        # What a newer program stored of rules and kinds that this one does not show stays.
        former = self._stored[SUCCESSORS].value if self._stored else {}
        kept = {kind: product for kind, product in former.items() if kind not in self.products}
        return {RULES_SETTING: rules, SUCCESSORS: kept | {kind: said for kind, said in typed.items() if said}}

    def show_values(self, values: Mapping[str, Any]) -> None:
        for id, box in self.boxes.items():
            box.show_values(values[RULES_SETTING].get(id, {}))
        for kind, field in self.products.items():
            field.setText(values[SUCCESSORS].get(kind, ""))
            field.set_error("")

    def check(self) -> bool:
        right = not [box for box in self.boxes.values() if not box.check()]
        for kind, field in self.products.items():
            try:
                settings.DEFINITIONS[SUCCESSORS].check({kind: field.text().strip()})
            except UserError as error:
                field.set_error(beside_field(error))
                right = False
        if not right:
            self.trouble.set_text(self.tr("Something cannot be saved as it is; it is marked."))
            self.trouble.show()
            self._go_to_error()
        return right and super().check()

    def _go_to_error(self) -> None:
        rows = [one.row for box in self.boxes.values() for one in box.options]
        wrong = [row.field for row in rows if row.error]
        wrong += [field for field in self.products.values() if field.error]
        if wrong:
            wrong[0].setFocus()

    def _on_product(self, field: LineField, _typed: str) -> None:
        field.set_error("")


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[0-9]{1,6}", text) is not None


def _number(text: str) -> int:
    return int(text)
