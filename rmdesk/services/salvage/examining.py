"""What is damaged of a database, without making anything of it: which pages, and what stands on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from rmdesk.services import backups
from rmdesk.services.backups import Backup
from rmdesk.services.progress import Progress
from rmdesk.services.store import faults
from rmdesk.services.store.salvage.reading import DamagedFile, opened
from rmdesk.services.store.salvage.trees import Tree
from rmdesk.services.vault import Unlocked

_TOLD = 2000  # pages between two reports of progress


@dataclass(frozen=True, slots=True)
class Examined:
    """`tables` are those with a hurt page, by name. `newest` is the newest change set that can be read, and
    when it was made; `backup` the newest verified one.
    """

    pages: int
    damaged_pages: int
    tables: tuple[str, ...]
    newest: tuple[int, datetime] | None
    backup: Backup | None

    @property
    def missing(self) -> int | None:
        """How many changes were saved since that backup; None where that cannot be told."""
        if self.newest is None or self.backup is None or self.backup.facts is None:
            return None
        return max(0, self.newest[0] - self.backup.facts.head)


def examine(unlocked: Unlocked, *, progress: Progress | None = None) -> Examined:
    """Look at every page of the vault's database, which nobody has open. Seconds for a large one.

    Raises Damaged `salvage.nothing`, UserError `disk.…`.
    """
    folder, keys = unlocked.folder, unlocked.keys
    known = backups.list_backups(folder.backups, keys, unlocked.keyfile.vault)
    masters = [keys.database, *(one.database for one in keys.former)]
    try:
        with opened(folder.database, masters, [one.path for one in known]) as (damaged, _key):
            hurt = _hurt_pages(damaged, progress)
            tables = _tables(damaged, hurt)
            return Examined(
                damaged.size,
                len(hurt) + damaged.size - damaged.pages.count,
                tables,
                _newest(damaged),
                next((one for one in known if one.is_verified and one.is_whole), None),
            )
    except OSError as error:
        raise faults.file_error(error, folder.database) from error


def _hurt_pages(damaged: DamagedFile, progress: Progress | None) -> set[int]:
    hurt = set()
    for number in damaged.pages:
        if not damaged.pages.is_whole(number):
            hurt.add(number)
        if progress is not None and number % _TOLD == 0:
            progress(number, damaged.pages.count)
    return hurt


def _tables(damaged: DamagedFile, hurt: set[int]) -> tuple[str, ...]:
    """Tables with a hurt page of their own or of an index; behind a hurt root nothing can be told apart."""
    found = {
        table: None
        for _kind, _name, table, root, _sql in damaged.entries
        if root and not hurt.isdisjoint(Tree(damaged.pages, root, damaged.reached).numbers())
    }
    return tuple(found)


def _newest(damaged: DamagedFile) -> tuple[int, datetime] | None:
    roots = [root for _kind, name, _table, root, _sql in damaged.entries if name == "change_set"]
    row = Tree(damaged.pages, roots[0], damaged.reached).last() if roots and roots[0] else None
    if row is None or len(row.values) < 2 or not isinstance(row.values[1], str):
        return None
    try:
        return row.rowid, datetime.fromisoformat(row.values[1]).astimezone(UTC)
    except ValueError:
        return None
