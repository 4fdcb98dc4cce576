"""Lines of an activity: its sheet, run, cost, and what was asked on site, each a list that is added to."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import activity_labels, choices, goal_labels, labels
from rmdesk.services.activities import ActivitySheet, NeedRow, PointRow, QuestionRow
from rmdesk.ui import formats
from rmdesk.ui.columns import TagCell
from rmdesk.ui.panes.activities.view import View
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import EmptyState, Ground, IconButton, Label

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context


class LineList(Ground):
    """One list: Ins adds, Enter changes, Del takes out, Space ticks. `lines` are shown as they are given."""

    add_wanted = Signal()
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    tick_wanted = Signal(object)

    def __init__(
        self,
        context: Context,
        title: str,
        columns: Sequence[Column],
        empty: str,
        icon: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("surface", parent=parent)
        self.lines: tuple[Any, ...] = ()
        self.model = QueryModel(
            list(columns),
            Source(self._find, self._load, attrgetter("uid")),
            context.store,
            context.jobs,
            parent=self,
        )
        self.table = QueryTable(self.model, name=title)
        self.table.set_empty(EmptyState(empty, icon=icon))
        self.title = Label(title, style=TYPE.group)
        self.fact = Label("", style=TYPE.secondary, ink="secondary")
        self.add_button = IconButton("plus", self.tr("Add (Ins)"))
        self.edit_button = IconButton("pencil", self.tr("Change (Enter)"))
        self.remove_button = IconButton("trash-2", self.tr("Take out (Del)"))
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.pane, SPACE.small, SPACE.medium, SPACE.tiny)
        head.setSpacing(SPACE.small)
        head.addWidget(self.title)
        head.addWidget(self.fact, 1)
        for button in (self.add_button, self.edit_button, self.remove_button):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.add_button.clicked.connect(self.add_wanted)
        self.edit_button.clicked.connect(lambda: self._ask(self.edit_wanted))
        self.remove_button.clicked.connect(lambda: self._ask(self.remove_wanted))
        self.table.opened.connect(lambda _id: self._ask(self.edit_wanted))
        self.table.typed.connect(self._on_typed)
        self.table.installEventFilter(self)

    def show_lines(self, lines: Sequence[Any], *, may_edit: bool, fact: str = "") -> None:
        self.lines = tuple(lines)
        self.fact.setText(fact)
        for button in (self.add_button, self.edit_button, self.remove_button):
            button.setVisible(may_edit)
        self.model.refresh()

    @property
    def current(self) -> Any:
        uid = self.table.current_id
        return next((one for one in self.lines if one.uid == uid), None)

    def _find(self, _session: Session, **_given: Any) -> list[str]:
        return [one.uid for one in self.lines]

    def _load(self, _session: Session, uids: Any) -> list[Any]:
        return [one for one in self.lines if one.uid in uids]

    def _ask(self, signal: Any) -> None:
        if self.current is not None and not self.edit_button.isHidden():
            signal.emit(self.current)

    def _on_typed(self, letters: str) -> None:
        if letters == " ":
            self._ask(self.tick_wanted)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Space:
                self._ask(self.tick_wanted)
                return True
            return self._on_key(event.key())
        return bool(super().eventFilter(watched, event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(event.key()):
            super().keyPressEvent(event)

    def _on_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Insert and not self.add_button.isHidden():
            self.add_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self._ask(self.remove_wanted)
        else:
            return False
        return True


class SheetView(View):
    """What is needed, the run, the cost. `line_wanted` carries the kind of line and the one to change, or
    None for a new one; `removal_wanted` and `tick_wanted` a line.
    """

    line_wanted = Signal(str, object)
    removal_wanted = Signal(str, object)
    tick_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.needs = LineList(
            context,
            self.tr("Materials, equipment, people"),
            [
                Column("done", "", _done, CellKind.TAG, 64),
                Column(
                    "what", _need("what"), attrgetter("what"), CellKind.NAME, 160, stretch=True, tooltip=str
                ),
                Column(
                    "kind",
                    _need("kind"),
                    lambda row: choices.word("activity_need", "kind", row.kind),
                    CellKind.QUIET,
                    72,
                ),
                Column("number", _need("number"), attrgetter("number"), CellKind.NUMBER, 60),
                Column("staff", _need("staff_id"), attrgetter("staff"), width=88),
                Column("due_on", _need("due_on"), attrgetter("due_on"), width=88, text=formats.day),
            ],
            self.tr("Nothing is on the sheet yet: add what is needed and who sees to it."),
            "list-checks",
        )
        self.points = LineList(
            context,
            self.tr("Run"),
            [
                Column("at", labels.field("activity_point", "at_minute"), self._at, width=96),
                Column(
                    "what",
                    labels.field("activity_point", "what"),
                    attrgetter("what"),
                    CellKind.NAME,
                    200,
                    stretch=True,
                    tooltip=str,
                ),
                Column("who", labels.field("activity_point", "who"), attrgetter("who"), width=140),
            ],
            self.tr("No run is written yet: add its points with their times."),
            "clock",
        )
        self.costs = LineList(
            context,
            self.tr("Cost"),
            [
                Column(
                    "what",
                    labels.field("activity_cost", "what"),
                    attrgetter("what"),
                    CellKind.NAME,
                    200,
                    stretch=True,
                ),
                Column(
                    "estimate",
                    _cost("estimate_fen"),
                    attrgetter("estimate_fen"),
                    CellKind.NUMBER,
                    112,
                    text=_money,
                ),
                Column(
                    "spent", _cost("spent_fen"), attrgetter("spent_fen"), CellKind.NUMBER, 112, text=_money
                ),
            ],
            self.tr("No cost is estimated yet."),
            "scale",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name, one in (("need", self.needs), ("point", self.points), ("cost", self.costs)):
            column.addWidget(one, 1)
            one.add_wanted.connect(lambda name=name: self.line_wanted.emit(name, None))
            one.edit_wanted.connect(lambda row, name=name: self.line_wanted.emit(name, row))
            one.remove_wanted.connect(lambda row, name=name: self.removal_wanted.emit(name, row))
        self.needs.tick_wanted.connect(self.tick_wanted)
        self.setFocusProxy(self.needs)

    def show_sheet(self, sheet: ActivitySheet | None) -> None:
        self.sheet = sheet
        if sheet is None:
            return
        turnout = sheet.row.turnout
        self.needs.show_lines(
            sheet.needs,
            may_edit=sheet.may_lead,
            fact=self.tr("{done} of {all} seen to; Space ticks").format(
                done=turnout.needs_done, all=turnout.needs
            )
            if sheet.needs
            else "",
        )
        self.points.show_lines(sheet.points, may_edit=sheet.may_lead)
        self.costs.show_lines(
            sheet.costs,
            may_edit=sheet.may_lead,
            fact=self.tr("{spent} of {planned} estimated").format(
                spent=goal_labels.number(turnout.cost_spent, is_money=True),
                planned=goal_labels.number(turnout.cost_planned, is_money=True),
            )
            if sheet.costs
            else "",
        )

    def _at(self, row: PointRow) -> str:
        sheet = self.sheet
        one_day = sheet is None or sheet.row.first == sheet.row.last
        return activity_labels.arrived(row.held_on, row.at_minute, of_one_day=one_day)


class QuestionsView(View):
    """`line_wanted` and `removal_wanted` as in `SheetView`; `customer_wanted` carries a uid."""

    line_wanted = Signal(str, object)
    removal_wanted = Signal(str, object)
    customer_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)

        def field(name: str) -> str:
            return labels.field("activity_question", name)

        self.list = LineList(
            context,
            self.tr("Asked on site"),
            [
                Column("customer", field("customer_id"), attrgetter("customer"), CellKind.NAME, 88),
                Column(
                    "question",
                    field("question"),
                    attrgetter("question"),
                    width=200,
                    stretch=True,
                    tooltip=str,
                ),
                Column("answer", field("answer"), attrgetter("answer"), CellKind.QUIET, 170, tooltip=str),
                Column("promise", self.tr("Promised"), _promised, CellKind.TAG, 120),
            ],
            self.tr("Nothing was taken down: add what customers ask, and by when the answer is promised."),
            "circle-help",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)
        self.list.add_wanted.connect(lambda: self.line_wanted.emit("question", None))
        self.list.edit_wanted.connect(lambda row: self.line_wanted.emit("question", row))
        self.list.remove_wanted.connect(lambda row: self.removal_wanted.emit("question", row))

    def show_sheet(self, sheet: ActivitySheet | None) -> None:
        self.sheet = sheet
        if sheet is not None:
            may = sheet.may_help and sheet.row.state in ("open", "held")
            self.list.show_lines(sheet.questions, may_edit=may)


def _need(name: str) -> str:
    return labels.field("activity_need", name)


def _cost(name: str) -> str:
    return labels.field("activity_cost", name)


def _money(fen: int | None) -> str:
    return "" if fen is None else goal_labels.number(fen, is_money=True)


def _done(row: NeedRow) -> TagCell | None:
    if row.done_on is not None:
        return TagCell(formats.day(row.done_on), "good", "check")
    return TagCell("", "neutral", "clipboard-list") if row.is_task else None


def _promised(row: QuestionRow) -> TagCell | None:
    if row.promise is None or row.promised_on is None:
        return None
    words = f"{choices.word('commitment', 'state', row.promise)} {formats.day(row.promised_on)}"
    return TagCell(words, "good" if row.promise == "kept" else "caution")
