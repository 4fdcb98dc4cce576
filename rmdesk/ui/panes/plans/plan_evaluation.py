"""What was written at a plan's end, and what the plan before it left for this one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rmdesk import labels
from rmdesk.services.plans import Evaluation, PlanSheet
from rmdesk.ui import formats
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.told_evaluation import told_evaluation
from rmdesk.ui.widgets import Button, Ground, Label, Variant


class PlanEvaluation(Ground):
    evaluate_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.evaluate_button = Button(self.tr("Evaluate and close…"), icon="check", variant=Variant.OUTLINED)
        self.copy_button = Button(self.tr("Copy to the next period…"), icon="copy")
        self.words = Label("", wrap=True, ink="secondary")
        inside = Ground("surface")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        self._column.setSpacing(SPACE.medium)
        buttons = QHBoxLayout()
        buttons.addWidget(self.evaluate_button)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self._column.addWidget(self.words)
        self._told = QWidget()
        self._column.addWidget(self._told)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.evaluate_button.clicked.connect(self.evaluate_wanted)
        self.copy_button.clicked.connect(self.copy_wanted)

    def show_plan(self, sheet: PlanSheet | None) -> None:
        may = sheet is not None and sheet.row.is_own
        standing = "" if sheet is None else sheet.row.standing
        self.evaluate_button.setVisible(may and standing in ("running", "ended"))
        self.copy_button.setVisible(may)
        waits = {
            "running": self.tr("The plan is running. It is evaluated when it ends."),
            "ended": self.tr("The plan is over. Write down what was reached and what is to be done better."),
        }
        self.words.setText(waits.get(standing, ""))
        self.words.setVisible(standing in waits)
        self._told.deleteLater()
        self._told = QWidget()
        column = QVBoxLayout(self._told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        if sheet is not None and sheet.evaluation is not None:
            self._add(column, self.tr("Evaluation"), sheet.evaluation)
        if sheet is not None and sheet.carried is not None:
            title = self.tr("Carried over from “{plan}”").format(plan=sheet.carried.name)
            self._add(column, title, sheet.carried)
        self._column.insertWidget(2, self._told)

    def _add(self, column: QVBoxLayout, title: str, told: Evaluation) -> None:
        fact = ""
        if told.total is not None:
            fact = self.tr("{done} of {items} contacts done ({share})").format(
                done=formats.count(told.total.done),
                items=formats.count(told.total.items),
                share=formats.percent(told.total.share, decimals=0),
            )
        column.addWidget(told_evaluation(title, told, partial(labels.field, "plan"), fact))
