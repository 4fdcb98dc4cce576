"""Stars to confirm, and who goes from one tier to another: whose, why, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from rmdesk import choices, grade_labels, labels
from rmdesk.services import archive, grades, masks, tier_moves
from rmdesk.services.errors import UserError
from rmdesk.services.grades import Proposal
from rmdesk.services.tier_moves import TierMove
from rmdesk.ui import ask, formats
from rmdesk.ui.columns import TagCell
from rmdesk.ui.pane import command
from rmdesk.ui.panes.customers import columns
from rmdesk.ui.panes.plans.part import Part
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.widgets import Button, EmptyState, Segments, Variant
from rmdesk.words import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from sqlalchemy.orm import Session

    from rmdesk.services.archive import CustomerRow
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job

UP, DOWN, FIRST, TIERS = "up", "down", "first", "tiers"
_WATCHED = ("customer", "setting", "tier", "cadence_step", "relation", "holding", "interaction", "aum_figure")


@dataclass(frozen=True, slots=True)
class Row:
    """A customer with what is proposed, or what moved."""

    id: int | str
    customer: CustomerRow
    told: Any  # Proposal or TierMove


class GradesPart(Part):
    """Space marks, Ctrl+A marks all, Ctrl+Return confirms what is marked; Alt+Up, Alt+Down go through
    the lists.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._asked: Job | None = None
        self._is_stale = False  # something was changed while it was not shown
        self._proposals: dict[str, dict[int, Proposal]] = {UP: {}, DOWN: {}, FIRST: {}}
        self._moves: dict[str, TierMove] = {}
        self.which = Segments(
            [
                (UP, self.tr("More stars")),
                (DOWN, self.tr("Fewer stars")),
                (FIRST, self.tr("First stars")),
                (TIERS, self.tr("Tiers")),
            ],
            name=self.tr("What is proposed"),
        )
        self.confirm_button = Button(
            self.tr("Confirm"), icon="check", variant=Variant.PRIMARY, key="Ctrl+Return"
        )
        self.head = [self.which, self.confirm_button]
        self.models: dict[str, QueryModel] = {}
        self.tables: dict[str, QueryTable] = {}
        self._stack = QStackedWidget()
        for list_id, empty in (
            (UP, self.tr("Nobody is to get more stars.")),
            (DOWN, self.tr("Nobody is to lose a star.")),
            (FIRST, self.tr("Everybody has stars already.")),
            (TIERS, self.tr("Nobody changed tier in the last 90 days, or is about to.")),
        ):
            self._add_list(list_id, empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.which.chosen.connect(self.show_list)
        self.confirm_button.clicked.connect(self.confirm)
        for name, words, run, key, icon in (
            ("confirm grades", self.tr("Confirm these stars"), self.confirm, "Ctrl+Return", "check"),
            ("next proposals", self.tr("Next list"), lambda: self._step(1), "Alt+Down", "arrow-down"),
            ("former proposals", self.tr("List before"), lambda: self._step(-1), "Alt+Up", "arrow-up"),
        ):
            command(self, name, words, run, key=key, icon=icon)
        context.bus.watch(self, _WATCHED, self._on_changed)
        self.show_list(UP)

    # --- parts -------------------------------------------------------------------------------------

    def _add_list(self, list_id: str, empty: str) -> None:
        is_tiers = list_id == TIERS
        source = Source(
            lambda _session: list(self._moves if is_tiers else self._proposals[list_id]),
            lambda session, ids: self._load(session, list_id, ids),
        )
        model = QueryModel(
            self._move_columns() if is_tiers else self._star_columns(),
            source,
            self.context.store,
            self.context.jobs,
            markable=not is_tiers,
            parent=self,
        )
        table = QueryTable(model, name=self.tr("Tiers") if is_tiers else self.tr("Stars"))
        table.set_empty(EmptyState(empty, icon="star"))
        table.opened.connect(lambda _id: self._open())
        model.loaded.connect(self._show_count)
        model.marks_changed.connect(lambda _count: self._show_count())
        self.models[list_id], self.tables[list_id] = model, table
        self._stack.addWidget(table)

    def _star_columns(self) -> list[Column]:
        def stars(grade: int | None) -> str:
            return self.tr("none") if grade is None else choices.word("customer", "grade", grade)

        return [
            *_whom(),
            Column("from", self.tr("From"), lambda row: stars(row.told.former), width=64),
            Column("to", self.tr("To"), lambda row: stars(row.told.grade), CellKind.NAME, 64),
            Column("why", self.tr("Why"), lambda row: grade_labels.why(row.told), width=420, stretch=True),
        ]

    def _move_columns(self) -> list[Column]:
        def state(row: Row) -> TagCell:
            if row.told.is_coming:
                return TagCell(self.tr("about to"), "caution")
            return TagCell(self.tr("rose"), "good") if row.told.is_up else TagCell(self.tr("fell"), "warning")

        def why(row: Row) -> str:
            masked = isinstance(row.customer.aum_fen, str)
            fen = row.told.amount_fen
            amount = "" if fen is None else columns.amount(masks.band_of_fen(fen) if masked else fen)
            if row.told.is_coming:
                return self.tr("balance of {day}: {amount}").format(
                    day=formats.day(row.told.on), amount=amount
                )
            return self.tr("figure of {day}: {amount}").format(day=formats.day(row.told.on), amount=amount)

        none = translate("tiers", "no tier")
        return [
            *_whom(),
            Column("state", "", state, CellKind.TAG, 76),
            Column("from", self.tr("From"), lambda row: row.told.from_ or none, width=72),
            Column("to", self.tr("To"), lambda row: row.told.to or none, CellKind.NAME, 72),
            Column("why", self.tr("Why"), why, width=230),
            Column(
                "then",
                self.tr("What follows"),
                lambda row: grade_labels.consequence(row.told),
                width=280,
                stretch=True,
            ),
        ]

    def _load(self, session: Session, list_id: str, ids: Sequence[Any]) -> list[Row]:
        told: dict[Any, Any] = dict(self._moves if list_id == TIERS else self._proposals[list_id])
        wanted = {id: told[id] for id in ids if id in told}
        people = {
            one.id: one
            for one in archive.load_customers(session, [one.customer_id for one in wanted.values()])
        }
        return [
            Row(id, people[one.customer_id], one) for id, one in wanted.items() if one.customer_id in people
        ]

    # --- showing -----------------------------------------------------------------------------------

    @property
    def shown(self) -> str:
        return self.which.current or UP

    @property
    def model(self) -> QueryModel:
        return self.models[self.shown]

    @property
    def table(self) -> QueryTable:
        return self.tables[self.shown]

    @property
    def current(self) -> Row | None:
        row: Row | None = self.model.row_at(self.table.currentIndex().row())
        return row

    def show_list(self, list_id: str) -> None:
        self.which.choose(list_id)
        self._stack.setCurrentWidget(self.tables[list_id])
        self.setFocusProxy(self.tables[list_id])
        self.tables[list_id].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_count()

    def _step(self, by: int) -> None:
        order = list(self.models)
        self.show_list(order[(order.index(self.shown) + by) % len(order)])

    def _on_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Everybody is counted, on a reading thread."""
        if self._asked is not None:
            self._asked.cancel()
        self._is_stale = False
        today = date.today()
        self.meta_changed.emit(self.tr("Counting…"))

        def read(session: Session) -> tuple[list[Proposal], list[TierMove]]:
            return grades.propose(session, today), tier_moves.load_moves(session, today)

        self._asked = self.context.jobs.read(read, done=self._on_read, failed=self._on_failed)

    def _on_read(self, found: tuple[list[Proposal], list[TierMove]]) -> None:
        self._asked = None
        self._proposals = {UP: {}, DOWN: {}, FIRST: {}}
        for one in found[0]:
            list_id = FIRST if one.former is None else UP if one.grade > one.former else DOWN
            self._proposals[list_id][one.customer_id] = one
        # One who moved may be about to move again.
        self._moves = {f"{one.customer_id} {one.is_coming}": one for one in found[1]}
        for model in self.models.values():
            model.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._asked = None
        if isinstance(error, UserError):
            ask.tell_error(self, error)

    def _show_count(self) -> None:
        there, marked = self.model.rowCount(), self.model.marked_count
        words = self.tr("{count} customers").format(count=formats.count(there))
        if marked:
            words = labels.listed([words, self.tr("{count} marked").format(count=formats.count(marked))])
        self.meta_changed.emit(words)
        self.confirm_button.setEnabled(self.shown != TIERS and there > 0)
        if there and self.table.current_id is None:
            self.table.go_to(self.model.id_at(0))

    def _open(self) -> None:
        if self.current is not None:
            self.customer_wanted.emit(self.current.customer.uid)

    # --- confirming --------------------------------------------------------------------------------

    def confirm(self) -> None:
        """Give the marked customers, or the current one, their stars; one step to undo."""
        if not self.confirm_button.isEnabled():
            return
        proposed = self._proposals[self.shown]
        one = self.table.current_id
        ids = self.model.marked_ids() or ([one] if one is not None else [])
        wanted = {id: (proposed[id].former, proposed[id].grade) for id in ids if id in proposed}
        if not wanted:
            return
        self.context.jobs.write(
            self.tr("Confirming stars"),
            lambda session, _progress: grades.confirm(session, wanted),
            done=lambda changed: self._on_confirmed(len(wanted), changed),
            failed=self._on_failed,
        )

    def _on_confirmed(self, wanted: int, changed: int) -> None:
        self.model.clear_marks()
        if changed < wanted:
            ask.tell(
                self,
                title=self.tr("Some were changed meanwhile"),
                text=self.tr("{count} customers got other stars from somebody else, and keep them.").format(
                    count=formats.count(wanted - changed)
                ),
            )
        self.reload()

    def save_state(self) -> dict[str, Any]:
        return {"list": self.shown}

    def restore_state(self, state: dict[str, Any]) -> None:
        if state.get("list") in self.models:
            self.show_list(str(state["list"]))


def _whom() -> list[Column]:
    def of(name: str) -> Callable[[Row], Any]:
        return lambda row: getattr(row.customer, name)

    return [
        Column("customer", labels.table("customer"), of("name"), CellKind.NAME, 96),
        Column("owner", labels.field("customer", "owner_id"), of("owner"), CellKind.QUIET, 84),
    ]
