"""Saving what is edited on the page: one after the other, each one undoable change, nobody overwritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from rmdesk.services.customers.record import CustomerRecord, get_customer

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

Row = tuple[str, str]  # a table and a uid


# The rows of a record that are edited by themselves, by their table.
PARTS_OF_RECORD: dict[str, Callable[[CustomerRecord], Sequence[Any]]] = {
    "customer_phone": lambda record: record.phones,
    "customer_address": lambda record: record.addresses,
    "identity_document": lambda record: record.documents,
    "important_date": lambda record: record.dates,
    "relation": lambda record: record.relations,
    "holding": lambda record: record.holdings,
    "aum_figure": lambda record: record.figures,
}


@dataclass(frozen=True)
class Target:
    """The row that an edit is about, in the version that the person saw when they began."""

    table: str
    uid: str
    version: int


@dataclass(frozen=True)
class _Save:
    title: str
    customer_uid: str
    target: Target | None
    work: Callable[[Session, int], object]
    done: Callable[[], object] | None
    failed: Callable[[Exception], object]


class Saver(QObject):
    """Saves wait for each other, and what this page saved itself is no conflict for what it saves next."""

    saved = Signal(object)  # the fresh CustomerRecord

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: list[_Save] = []
        self._is_saving = False
        # From which version to which this page's own saves brought a row.
        self._moved: dict[tuple[Row, int], int] = {}

    def save(
        self,
        title: str,
        customer_uid: str,
        work: Callable[[Session, int], object],
        *,
        target: Target | None = None,
        done: Callable[[], object] | None = None,
        failed: Callable[[Exception], object],
    ) -> None:
        """Call `work(session, version)` in a transaction; `version` is that of the target, 0 without one."""
        self._waiting.append(_Save(title, customer_uid, target, work, done, failed))
        self._go_on()

    def version_of(self, target: Target) -> int:
        """The version as which the person knows the row by now, this page's own saves included."""
        row, version = (target.table, target.uid), target.version
        while (row, version) in self._moved:
            version = self._moved[row, version]
        return version

    def _go_on(self) -> None:
        """Begin the next one, unless one is under way: what follows a save may save, too."""
        if self._is_saving or not self._waiting:
            return
        self._is_saving = True
        save = self._waiting[0]
        version = 0 if save.target is None else self.version_of(save.target)

        def work(session: Session, _progress: Progress) -> tuple[CustomerRecord, dict[Row, int]]:
            before = versions(get_customer(session, save.customer_uid))
            save.work(session, version)
            session.flush()
            return get_customer(session, save.customer_uid), before

        self._context.jobs.write(save.title, work, done=self._on_done, failed=self._on_failed)

    def _on_done(self, found: tuple[CustomerRecord, dict[Row, int]]) -> None:
        record, before = found
        for row, version in versions(record).items():
            if row in before and before[row] != version:
                self._moved[row, before[row]] = version
        save = self._take_finished()
        self.saved.emit(record)
        if save.done is not None:
            save.done()
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._take_finished().failed(error)
        self._go_on()

    def _take_finished(self) -> _Save:
        self._is_saving = False
        return self._waiting.pop(0)


def versions(record: CustomerRecord) -> dict[Row, int]:
    """The version of every row of a record that can be edited."""
    found = {("customer", record.uid): record.version}
    for table, rows in PARTS_OF_RECORD.items():
        found |= {(table, one.uid): one.version for one in rows(record)}
    return found
