"""A target of a goal: what is counted, and how much of it is to be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from rmdesk import labels
from rmdesk.models import Measure
from rmdesk.models.goal import GOAL_NAME_LONGEST
from rmdesk.services import amounts, goals, text, tiers
from rmdesk.services.errors import UserError
from rmdesk.services.goals import GoalRow, Target
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.interactions.fields import pick, refusal
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Combo, Form, LineField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_TABLE = "goal_target"
_MOST = 10**9


def read_number(typed: str, what: str, *, is_money: bool) -> int:
    """Fen of money as people write it, else how many; raises UserError."""
    if is_money:
        return amounts.read(typed, what)
    plain = typed.strip().replace(",", "").replace("，", "")
    if not plain.isdecimal() or len(plain) > 9:
        raise UserError("value.out_of_range", what=what, least=0, most=_MOST)
    return int(plain)


def write_number(value: int | None, *, is_money: bool) -> str:
    """The same as it is put into a field."""
    if value is None:
        return ""
    return amounts.yuan(value).removesuffix(".00") if is_money else str(value)


class EditTarget(FormDialog):
    """For a new target `target` is None. `saved` carries its uid."""

    saved = Signal(str)

    def __init__(
        self, context: Context, goal: GoalRow, target: Target | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Add a target") if target is None else self.tr("Change this target"),
            verb=self.tr("Add") if target is None else self.tr("Save"),
            parent=parent,
        )
        self._context, self._goal, self._target = context, goal, target
        self.measure = pick(_TABLE, "measure", None if target is None else target.measure)
        self.measure.setEnabled(target is None)
        self.tier = Combo()
        with context.store.read() as session:
            for place, one in enumerate(tiers.list_tiers(session)):
                self.tier.add(one.name, one.uid)
                if place == 2:  # what most branches call good customers
                    self.tier.setCurrentIndex(place)
        self.product = pick(_TABLE, "product", None, empty=self.tr("all but loans and cards"))
        self.name = LineField()
        self.number = LineField()
        if target is not None:
            self.tier.choose(target.tier_uid)
            self.product.choose(target.product)
            self.name.setText(target.name or "")
            self.number.setText(write_number(target.target, is_money=target.is_money))
        self.form = Form(spacing=SPACE.medium)
        self.rows = {
            "measure": self.form.add(labels.field(_TABLE, "measure"), self.measure),
            "tier_id": self.form.add(labels.field(_TABLE, "tier_id"), self.tier),
            "product": self.form.add(labels.field(_TABLE, "product"), self.product),
            "name": self.form.add(
                labels.field(_TABLE, "name"),
                self.name,
                required=True,
                check=lambda: refusal(
                    lambda: text.line(self.name.text(), f"{_TABLE}.name", longest=GOAL_NAME_LONGEST)
                ),
            ),
            "target": self.form.add(
                labels.field(_TABLE, "target"),
                self.number,
                required=True,
                check=lambda: refusal(self._read_number),
            ),
        }
        self.body.addWidget(self.form)
        self.measure.currentIndexChanged.connect(lambda _place: self._show_rows())
        self._show_rows()
        self.comes_again("target", goal=goal.uid, target=None if target is None else target.uid)
        (self.measure if target is None else self.number).setFocus()

    @property
    def _is_money(self) -> bool:
        return self.measure.currentData() in goals.MONEY

    def _read_number(self) -> int:
        return read_number(self.number.text(), f"{_TABLE}.target", is_money=self._is_money)

    def _show_rows(self) -> None:
        measure = self.measure.currentData()
        self.rows["tier_id"].setVisible(measure == Measure.QUALITY_CUSTOMERS)
        self.rows["product"].setVisible(measure == Measure.PRODUCTS)
        self.rows["name"].setVisible(measure == Measure.OWN)
        self.number.set_hint(self.tr("CNY") if self._is_money else "")
        self.number.setPlaceholderText(self.tr("for example 12,000,000") if self._is_money else "")

    def submit(self) -> None:
        if not self.form.check():
            return
        goal, target = self._goal, self._target
        given: dict[str, Any] = {
            "measure": self.measure.currentData(),
            "tier": self.tier.currentData(),
            "product": self.product.currentData(),
            "name": self.name.text(),
            "target": self._read_number(),
        }

        def save(session: Session, _progress: Progress) -> str:
            if target is None:
                return goals.set_target(session, goal.uid, given).uid
            return goals.set_target(session, goal.uid, given, uid=target.uid, version=target.version).uid

        self.set_busy(True, self.tr("Saving…"))
        self._context.jobs.write(
            self.tr("Saving a target"), save, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, uid: str) -> None:
        self.saved.emit(uid)
        self.accept()

    def row_of(self, error: UserError) -> str:
        name = super().row_of(error)
        return name if name in self.rows else "measure"
