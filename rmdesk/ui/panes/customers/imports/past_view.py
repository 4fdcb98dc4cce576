"""The imports that were done, the newest first, each of which may be taken back."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rmdesk import labels
from rmdesk.services import imports
from rmdesk.services.errors import UserError
from rmdesk.services.imports import Done, Outcome
from rmdesk.ui import ask, formats
from rmdesk.ui.panes.customers.imports import wording
from rmdesk.ui.panes.customers.side_view import SideView
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.widgets import Button, EmptyState
from rmdesk.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job

_LISTED = 200  # rows told that stand in the way


class PastImports(SideView):
    """`people_wanted` carries the number of an import whose customers are to be listed."""

    people_wanted = Signal(int)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Imports"), parent=parent)
        self._context = context
        self._taking_back: set[int] = set()
        self._build_table()
        self.people = Button(self.tr("Show these customers"), icon="users")
        self.people.clicked.connect(self._on_people)
        self.undo_button = Button(self.tr("Take back"), icon="undo-2")
        self.undo_button.clicked.connect(self.undo)
        self.head.add_right(self.people)
        self.head.add_right(self.undo_button)
        self.column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        context.bus.watch(self, ("customer", "holding", "aum_figure", "relation", "interaction"), self.reload)

    def _build_table(self) -> None:
        columns = [
            Column(
                "at",
                self.tr("When"),
                lambda row: row.at,
                CellKind.TEXT,
                140,
                text=formats.moment,
                tooltip=formats.exact_moment,
            ),
            Column("file", self.tr("File"), lambda row: row.file, CellKind.NAME, 220, stretch=True),
            Column("target", self.tr("What"), lambda row: wording.target(row.target), CellKind.TEXT, 130),
            Column("by", self.tr("By"), lambda row: row.by, CellKind.QUIET, 100),
            *(
                Column(
                    one.value,
                    wording.outcome(one),
                    operator.attrgetter(one.value),
                    CellKind.NUMBER,
                    80,
                    text=formats.count,
                )
                for one in Outcome
                if one is not Outcome.SKIPPED
            ),
            Column(
                "state",
                self.tr("State"),
                lambda row: self.tr("Taken back") if row.is_undone else self.tr("In the archive"),
                CellKind.QUIET,
                120,
            ),
        ]
        self.model = QueryModel(
            columns,
            Source(imports.find_imports, imports.load_imports),
            self._context.store,
            self._context.jobs,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Imports"))
        self.table.set_empty(EmptyState(self.tr("Nothing has been imported yet."), icon="download"))
        self.table.current_changed.connect(lambda _id: self._show_state())
        self.model.loaded.connect(self._on_loaded)

    @property
    def current(self) -> Done | None:
        row: Done | None = self.model.row_at(self.table.currentIndex().row())
        return row

    def reload(self) -> None:
        self.model.refresh()

    def _on_loaded(self) -> None:
        count = self.model.rowCount()
        self.head.set_meta(self.tr("{count} in all").format(count=formats.count(count)))
        if self.table.current_id is None and count:
            self.table.go_to(self.model.id_at(0))
        self._show_state()

    def _show_state(self) -> None:
        current = self.current
        is_busy = current is not None and current.id in self._taking_back
        self.undo_button.setEnabled(current is not None and not current.is_undone and not is_busy)
        self.people.setEnabled(current is not None and not current.is_undone)

    def _on_people(self) -> None:
        if self.current is not None:
            self.people_wanted.emit(self.current.id)

    def undo(self) -> None:
        """Take the current import back."""
        current = self.current
        if current is None or current.is_undone or current.id in self._taking_back:
            return
        self._taking_back.add(current.id)
        self._show_state()
        job = take_back(self._context, self, current.id, done=lambda _rows: self.reload())
        job.ended.connect(lambda: self._on_taken_back(current.id))

    def _on_taken_back(self, id: int) -> None:
        self._taking_back.discard(id)
        self._show_state()


def take_back(context: Context, parent: QWidget, number: int, done: Callable[[int], None]) -> Job:
    """Undo an import; `done` gets the number of rows. What stands in the way is listed by its customers."""

    def refused(error: Exception) -> None:
        if not isinstance(error, UserError):
            return
        if error.code != "changes.undo_refused":
            ask.tell_error(parent, error)
            return
        with context.store.read() as session:
            changed = imports.name_rows(session, error.params["rows"][:_LISTED])
        listed = [
            "\t".join(part for part in (labels.table(one.table), one.number, one.name) if part)
            for one in changed
        ]
        ask.tell(
            parent,
            title=translate("importing", "The import cannot be taken back"),
            text=translate(
                "importing",
                "{count} of its records were changed since; taking it back would lose that.",
                count=formats.count(len(error.params["rows"])),
            ),
            kept=translate("importing", "Everything stays as it is."),
            to_do=translate("importing", "Undo those changes first, or correct the records by hand."),
            details="\n".join(listed),
            tone="warning",
        )

    return context.jobs.write(
        translate("importing", "Taking an import back"),
        lambda session, progress: imports.undo(session, number, progress),
        done=done,
        failed=refused,
    )
