"""The versions of a plan as they were agreed: each readable, and what is otherwise now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from rmdesk import action_plan_labels, labels
from rmdesk.services import plans
from rmdesk.services.plans import Difference, PlanSheet, Version
from rmdesk.ui import formats
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Combo, EmptyState, Ground, Label, Section

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class PlanVersions(Ground):
    """Reads on the window's thread: a version is one row."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._context = context
        self._sheet: PlanSheet | None = None
        self.which = Combo(name=self.tr("Version"))
        self.changed = Label("", wrap=True, selectable=True)
        self.agreed = Label("", wrap=True, selectable=True)
        inside = Ground("surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        column.setSpacing(SPACE.medium)
        column.addWidget(self.which)
        column.addWidget(Section(self.tr("What is otherwise now")))
        column.addWidget(self.changed)
        column.addWidget(Section(self.tr("As it was agreed")))
        column.addWidget(self.agreed)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(inside)
        self.nothing = EmptyState(self.tr("Nobody has agreed to this plan yet."), icon="stamp")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        whole.addWidget(self.nothing)
        self.which.activated.connect(lambda _place: self._show())

    def show_plan(self, sheet: PlanSheet | None) -> None:
        same = self._sheet is not None and sheet is not None and sheet.row.uid == self._sheet.row.uid
        wanted = self.which.currentData() if same else None
        self._sheet = sheet
        found: list[Version] = []
        if sheet is not None and sheet.row.agreed_revision:
            with self._context.store.read() as session:
                found = plans.list_versions(session, sheet.row.uid)
        self.which.clear()
        for one in found:
            self.which.add(self._words(one), one.number)
        if wanted is not None:
            self.which.choose(wanted)
        self._area.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if found:
            self._show()

    def _words(self, one: Version) -> str:
        when = "" if one.agreed_at is None else formats.moment(one.agreed_at)
        words = self.tr("Version {number}, agreed by {name}, {when}")
        return words.format(number=one.number, name=one.agreed_by, when=when)

    def _show(self) -> None:
        if self._sheet is None:
            return
        uid, number = self._sheet.row.uid, self.which.currentData()
        with self._context.store.read() as session:
            told: list[Difference] = plans.compare(session, uid, number)
            kept = plans.load_version(session, uid, number)
        lines = [action_plan_labels.difference(one) for one in told]
        self.changed.setText("\n".join(lines) or self.tr("Nothing; the plan is as it was agreed."))
        self.agreed.setText("\n".join(_told(kept)))


def _told(kept: dict[str, Any]) -> list[str]:
    lines = [f"{kept['name']}  {kept['first_on']} – {kept['last_on']}"]
    for name in ("goal", "theme", "expected", "minutes_a_day", "apart_days"):
        if kept[name] not in (None, ""):
            told = action_plan_labels.value(name, kept[name])
            lines.append(action_plan_labels.named(labels.what(f"plan.{name}"), told))
    for one in kept["nodes"]:
        said = [
            one["segment"] or "",
            action_plan_labels.channels(one["channels"]),
            action_plan_labels.frequency(one["times"], one["per"]),
            action_plan_labels.money(one["cost_fen"]),
            action_plan_labels.contacts(one["contacts"]) if one["contacts"] else "",
        ]
        lines.append("　" * one["depth"] + "　".join([one["name"], *(part for part in said if part)]))
    return lines
