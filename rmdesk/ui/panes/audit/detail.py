"""One entry of the audit trail beside the list: its facts, and what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk import labels
from rmdesk.services import audit, changes
from rmdesk.services.changes import RecordRow, SetRow
from rmdesk.ui import formats
from rmdesk.ui.panes.audit import wording
from rmdesk.ui.panes.audit.wording import Names
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import EmptyState, Ground, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context


class EntryDetail(Ground):
    """Shows a `SetRow` and its records. `closed`: the person wants back to the list."""

    closed = Signal()

    def __init__(self, context: Context, names: Names, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._names = names
        self._title = Label("", style=TYPE.section, wrap=True)
        self._facts = Label("", ink="secondary", wrap=True, selectable=True)
        self._details = Label("", wrap=True, selectable=True)
        self._number = 0
        self._records: dict[int, list[RecordRow]] = {}
        self._model = QueryModel(
            [
                Column("row", self.tr("Row"), self._row_words, width=112),
                Column("field", self.tr("Field"), wording.record_field, width=88),
                Column(
                    "before", self.tr("Before"), lambda row: self._value(row, "before"), CellKind.QUIET, 112
                ),
                Column(
                    "after", self.tr("After"), lambda row: self._value(row, "after"), width=96, stretch=True
                ),
            ],
            Source(self._find, self._load, lambda row: row.position),
            context.store,
            context.jobs,
            parent=self,
        )
        self._table = QueryTable(self._model, name=self.tr("What this entry changed"))
        self._table.set_empty(
            EmptyState(self.tr("This entry changed no row; it records an act."), icon="info")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE.medium, 0, 0)
        column.setSpacing(SPACE.small)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.pane, 0, SPACE.pane, 0)
        head.setSpacing(SPACE.tiny)
        head.addWidget(self._title)
        head.addWidget(self._facts)
        head.addWidget(self._details)
        column.addLayout(head)
        column.addWidget(self._table, 1)
        self.hide()

    @property
    def table(self) -> QueryTable:
        return self._table

    @property
    def title(self) -> str:
        return self._title.text()

    def use_names(self, names: Names) -> None:
        self._names = names

    def show_entry(self, entry: SetRow | None) -> None:
        self.setVisible(entry is not None)
        if entry is None:
            return
        about = wording.about(entry, self._names)
        kind = labels.kind(entry.kind)
        self._title.setText(self.tr("{kind}: {about}").format(kind=kind, about=about) if about else kind)
        self._facts.setText(
            self.tr("Entry {number}, {when}, {who}").format(
                number=entry.number, when=formats.exact_moment(entry.at), who=wording.who(entry, self._names)
            )
        )
        words = wording.details(entry)
        self._details.setText(words)
        self._details.setVisible(bool(words))
        self._number = entry.number
        self._model.set_filters(number=entry.number)

    def _find(self, session: Session, *, number: int) -> list[int]:
        """On a reading thread. An entry that may not be read has no records."""
        if not audit.load_entries(session, [number]):
            return []
        return [record.position for record in changes.records_of(session, number)]

    def _load(self, session: Session, positions: Sequence[int]) -> list[RecordRow]:
        wanted = set(positions)
        number = int(self._model.filters["number"])
        return [record for record in changes.records_of(session, number) if record.position in wanted]

    def _row_words(self, record: RecordRow) -> str:
        return labels.table(record.table)

    def _value(self, record: RecordRow, side: str) -> str:
        return wording.record_value(record, side, self._names)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
