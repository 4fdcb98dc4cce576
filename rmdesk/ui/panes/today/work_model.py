"""What the worklist shows, as rows: heads of sections, their lines, and what is not shown of a backlog."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from rmdesk.services.care import Key, Line, Part, Section, State
from rmdesk.ui import formats
from rmdesk.ui.panes.today import wording
from rmdesk.words import translate

_ROOT = QModelIndex()
FOLDED_FIRST = frozenset({Section.DONE})


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: a line of a section, else its head (`rest` 0), else how many more of it there are."""

    part: Part
    line: Line | None = None
    rest: int = 0

    @property
    def is_head(self) -> bool:
        return self.line is None and not self.rest


class WorkModel(QAbstractTableModel):
    """Rows of a worklist. What is folded and what is marked survives new contents."""

    marks_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.day = date.today()
        self._parts: tuple[Part, ...] = ()
        self._entries: list[Entry] = []
        self._rows: dict[Key, int] = {}
        self._folded: set[Section] = set(FOLDED_FIRST)
        self._marked: set[Key] = set()
        self._only: frozenset[Key] | None = None

    # --- contents ----------------------------------------------------------------------------------

    def set_parts(self, day: date, parts: Sequence[Part]) -> None:
        self.day, self._parts = day, tuple(parts)
        self._arrange()

    def show_only(self, keys: Collection[Key] | None) -> None:
        """Leave the lines of these keys, all with None."""
        self._only = None if keys is None else frozenset(keys)
        self._arrange()

    @property
    def is_narrowed(self) -> bool:
        return self._only is not None

    def _arrange(self) -> None:
        before = len(self._marked)
        self.beginResetModel()
        self._entries = list(self._listed())
        self._rows = {one.line.key: row for row, one in enumerate(self._entries) if one.line is not None}
        present = {line.key for part in self._parts for line in part.lines}
        self._marked &= present
        self.endResetModel()
        if len(self._marked) != before:
            self.marks_changed.emit(len(self._marked))

    def _listed(self) -> Iterator[Entry]:
        for part in self._parts:
            shown, rest = part, part.count - len(part.lines)
            if self._only is not None:
                lines = tuple(line for line in part.lines if line.key in self._only)
                if not lines:
                    continue
                shown, rest = replace(part, lines=lines, count=len(lines), amount_fen=None), 0
            yield Entry(shown)
            if part.section in self._folded and self._only is None:
                continue
            for line in shown.lines:
                yield Entry(shown, line)
            if rest > 0:
                yield Entry(shown, rest=rest)

    @property
    def lines(self) -> list[Line]:
        """Every line that is here, folded or not."""
        return [line for part in self._parts for line in part.lines]

    def entry(self, row: int) -> Entry | None:
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def line_at(self, row: int) -> Line | None:
        entry = self.entry(row)
        return None if entry is None else entry.line

    def row_of(self, key: Key | None) -> int:
        return -1 if key is None else self._rows.get(key, -1)

    def head_of(self, row: int) -> int:
        """The head above a row."""
        while row > 0 and not self._entries[row].is_head:
            row -= 1
        return row

    def stops(self, row: int) -> bool:
        """Whether the arrow keys stop here: lines, what is not shown, and the heads of folded sections."""
        entry = self.entry(row)
        return entry is not None and (not entry.is_head or self.is_folded(entry.part.section))

    # --- folding -----------------------------------------------------------------------------------

    def is_folded(self, section: Section) -> bool:
        return section in self._folded and self._only is None

    @property
    def folded(self) -> list[str]:
        return sorted(section.value for section in self._folded)

    def fold(self, section: Section, folded: bool) -> None:
        if folded != (section in self._folded):
            self._folded ^= {section}
            self._arrange()

    def fold_these(self, sections: Iterable[Section]) -> None:
        self._folded = set(sections)
        self._arrange()

    # --- marks -------------------------------------------------------------------------------------

    def is_marked(self, key: Key) -> bool:
        return key in self._marked

    @property
    def marked(self) -> list[Line]:
        """The marked lines in their order, also folded ones."""
        return [line for line in self.lines if line.key in self._marked]

    def mark(self, rows: Iterable[int], on: bool = True) -> None:
        """Mark lines that are still open."""
        keys = {
            line.key
            for row in rows
            if (line := self.line_at(row)) is not None
            and line.touchpoint.state is State.OPEN
            and line.key.customer_id is not None
        }
        self._set_marked(self._marked | keys if on else self._marked - keys)

    def mark_all(self) -> None:
        self.mark(range(len(self._entries)))

    def clear_marks(self) -> None:
        self._set_marked(set())

    def _set_marked(self, keys: set[Key]) -> None:
        if keys != self._marked:
            self._marked = keys
            if self._entries:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._entries) - 1, 0))
            self.marks_changed.emit(len(keys))

    # --- Qt ----------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else 1

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        entry = self.entry(index.row())
        if entry is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self.words(entry)

    def words(self, entry: Entry) -> str:
        """A row in words, for screen readers and the clipboard."""
        if entry.rest:
            return more_words(entry.rest)
        if entry.line is None:
            title = wording.section(entry.part.section)
            return " ".join(filter(None, (title, str(entry.part.count), wording.fact(entry.part, self.day))))
        line = entry.line
        tier = line.person.tier if line.person is not None else None
        when, _role = wording.when(line, self.day)
        parts = (
            wording.name(line),
            tier,
            wording.reason(line),
            wording.said(line, self.day),
            wording.amount(line.amount_fen),
            when,
        )
        return "\t".join(part or "" for part in parts)


def more_words(rest: int) -> str:
    """What stands below a backlog."""
    return translate(
        "today", "{count} more of less value. Enter shows the next hundred.", count=formats.count(rest)
    )
