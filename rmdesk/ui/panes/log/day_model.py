"""The rows of a day, as a model: items of the plan, then the contacts that were not planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QWidget

from rmdesk import care_labels
from rmdesk.services.daily_logs import Contact, DayLog, Item
from rmdesk.ui.panes.log import wording

ITEMS = "application/x-rmdesk-log-items"
PROPOSALS = "application/x-rmdesk-log-proposals"
ENTRY = Qt.ItemDataRole.UserRole
AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: an item of the plan, or a contact that was not planned."""

    item: Item | None = None
    contact: Contact | None = None

    @property
    def key(self) -> str:
        return (
            self.item.uid if self.item is not None else self.contact.uid if self.contact is not None else ""
        )


class DayModel(QAbstractListModel):
    """Rows of a day. What stands in it is exchanged as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.may_write = False

    def show_day(self, log: DayLog) -> None:
        self.beginResetModel()
        self.may_write = log.is_open
        self.entries = [Entry(item=one) for one in log.items] + [Entry(contact=one) for one in log.unplanned]
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        return self.entries[row] if 0 <= row < len(self.entries) else None

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(entry)
        return None

    def words(self, entry: Entry) -> str:
        """A row in words, for the clipboard and for screen readers."""
        if entry.item is not None:
            one = entry.item
            parts = [
                care_labels.clock(one.at_minute),
                wording.name_of(one),
                one.purpose,
                wording.outcome(one.outcome),
                wording.result(one),
            ]
        else:
            assert entry.contact is not None
            contact = entry.contact
            parts = [
                care_labels.clock(contact.at_minute),
                wording.name_of_contact(contact),
                self.tr("Unplanned"),
                contact.words or "",
            ]
        return "  ".join(one for one in parts if one)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        entry = self.entry(index.row())
        if self.may_write and entry is not None and entry.item is not None:
            found |= Qt.ItemFlag.ItemIsDragEnabled
        return found if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return [ITEMS, PROPOSALS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        uids = [entry.item.uid for one in indexes if (entry := self.entry(one.row())) and entry.item]
        found = QMimeData()
        found.setData(ITEMS, QByteArray("\n".join(uids).encode()))
        return found

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
