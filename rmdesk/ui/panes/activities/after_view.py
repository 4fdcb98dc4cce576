"""What followed from an activity, as the archive tells, and what was written at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rmdesk import goal_labels, labels
from rmdesk.services.activities import ActivitySheet, Outcome
from rmdesk.services.reports import activity_parts
from rmdesk.ui import formats
from rmdesk.ui.panes.activities.view import View
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.told_evaluation import told_evaluation
from rmdesk.ui.widgets import Button, Ground, Label, Section, Variant

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class AfterView(View):
    """`wanted` carries what is to be done: thank."""

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.buttons: dict[str, Button] = {}
        row = QHBoxLayout()
        row.setSpacing(SPACE.small)
        words = self.tr("Thank those who came…")
        button = self.buttons["thank"] = Button(words, icon="heart", variant=Variant.OUTLINED)
        button.clicked.connect(lambda: self.wanted.emit("thank"))
        row.addWidget(button)
        row.addStretch(1)
        self.words = Label("", ink="secondary", wrap=True)
        self._told = QWidget()
        content = Ground("surface")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        self._column.setSpacing(SPACE.medium)
        self._column.addLayout(row)
        self._column.addWidget(self.words)
        self._column.addWidget(self._told)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def show_sheet(self, sheet: ActivitySheet | None) -> None:
        self.sheet = sheet
        if sheet is None:
            return
        row = sheet.row
        self.buttons["thank"].setVisible(sheet.may_lead and row.state == "held")
        turnout = row.turnout
        if row.state in ("held", "evaluated"):
            words = self.tr(
                "{came} customers came; {thanked} were thanked, {left} are to be thanked."
            ).format(
                came=formats.count(turnout.came),
                thanked=formats.count(turnout.thanked),
                left=formats.count(turnout.to_thank),
            )
        else:
            words = self.tr("What followed is counted once it was held, and told here.")
        self.words.setText(words)
        self._told.deleteLater()
        self._told = QWidget()
        column = QVBoxLayout(self._told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.medium)
        if sheet.outcomes:
            section = Section(self.tr("What followed"))
            section.body.addWidget(_table(self, sheet.outcomes))
            column.addWidget(section)
        if sheet.evaluation is not None:
            column.addWidget(told_evaluation(self.tr("Evaluation"), sheet.evaluation, _title))
        if sheet.carried is not None:
            title = self.tr("Carried over from “{name}”").format(name=sheet.carried.name)
            column.addWidget(told_evaluation(title, sheet.carried, _title))
        self._column.insertWidget(2, self._told)

    def titles(self) -> tuple[str, ...]:
        return (
            self.tr("Within"),
            self.tr("Known of"),
            self.tr("Change of assets"),
            self.tr("Needs noted"),
            self.tr("Amount"),
            self.tr("Products begun"),
            self.tr("Amount"),
        )


def _title(name: str) -> str:
    return labels.field("activity", name)


def _money(fen: int | None) -> str:
    return "–" if fen is None else goal_labels.number(fen, is_money=True)


def _table(view: AfterView, outcomes: tuple[Outcome, ...]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE.large)
    grid.setVerticalSpacing(SPACE.tiny)
    right = Qt.AlignmentFlag.AlignRight
    for place, words in enumerate(view.titles()):
        side = Qt.AlignmentFlag.AlignLeft if place == 0 else right
        grid.addWidget(Label(words, style=TYPE.secondary, ink="secondary"), 0, place, side)
    for line, one in enumerate(outcomes, 1):
        cells = (
            activity_parts.span(one),
            f"{one.known}/{one.customers}",
            _money(one.inflow_fen),
            formats.count(one.needs),
            _money(one.needs_fen),
            formats.count(one.products),
            _money(one.products_fen),
        )
        for place, words in enumerate(cells):
            side = Qt.AlignmentFlag.AlignLeft if place == 0 else right
            grid.addWidget(Label(words, tabular=place > 0), line, place, side)
    grid.setColumnStretch(len(view.titles()), 1)
    return holder
