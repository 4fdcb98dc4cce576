"""Copies of the vault's database: encrypted as it is, and counted as copies only once they were verified."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlcipher3 import dbapi2

from rmdesk.services import files
from rmdesk.services.errors import Damaged
from rmdesk.services.store import faults
from rmdesk.services.store.connection import Connector
from rmdesk.services.store.integrity import State, read_state

if TYPE_CHECKING:
    from rmdesk.services.vault.folder import VaultFolder

_PART = ".part"  # a copy that is not finished; the next one clears it away
_PAGES = 2048  # copied between two reports of progress


class Contents(NamedTuple):
    """What must be equal in a copy: head, revision, and the number of rows of every table."""

    state: State
    version: int
    counts: tuple[tuple[str, int], ...]


# Called with the finished and verified copy, which has its name only afterwards; what it raises ends it.
BeforeNaming = Callable[[Path, Contents], None]


def copy_vault(
    folder: VaultFolder,
    connector: Connector,
    target: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    before_naming: BeforeNaming | None = None,
) -> None:
    """Copy the database to `target` (see `copy_database`), and the key file beside it as `….keys`.

    The key file comes first: a database copy without its key file would be worth nothing.
    """
    with _told_of_files(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        files.replace_bytes(target.with_suffix(".keys"), folder.keyfile.read_bytes())
    copy_database(connector, target, progress=progress, before_naming=before_naming)


def copy_database(
    connector: Connector,
    target: Path,
    *,
    key: bytes | None = None,
    progress: Callable[[int, int], None] | None = None,
    before_naming: BeforeNaming | None = None,
) -> None:
    """Copy one state of the database to `target`; it gets that name only after it was reopened and compared.

    The copy is encrypted under `key`, if it is given. `progress(done, total)` counts pages. Raises UserError
    `disk.full`, `disk.read_only`, `disk.io`, Damaged `db.damaged` (what is copied), `copy.not_sound` (the
    copy); nothing is left then.
    """
    part = target.with_name(target.name + _PART)
    copy = connector.at(part) if key is None else connector.at(part).under(key)
    with _told_of_files(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        for old in target.parent.glob(f"*{_PART}*"):
            old.unlink()
    try:
        with faults.told(connector.path), contextlib.closing(connector.open(query_only=True)) as source:
            source.execute("BEGIN")  # writers may go on; this state is what is copied and compared
            contents = _contents(source)
            with faults.told(target):
                _copy(source, copy, progress)
                if verified_contents(copy) != contents:
                    raise Damaged("copy.not_sound", path=str(target))
        with _told_of_files(target):
            _flush(part)
            if before_naming is not None:
                before_naming(part, contents)
            os.replace(part, target)
            files.sync_folder(target.parent)
    except BaseException:
        for left in target.parent.glob(f"{part.name}*"):
            with contextlib.suppress(OSError):
                left.unlink()
        raise


def _copy(source: Any, part: Connector, progress: Callable[[int, int], None] | None) -> None:
    def report(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    with contextlib.closing(part.open(mode="rwc")) as copy:
        source.backup(copy, pages=_PAGES, progress=report)


def _contents(connection: Any) -> Contents:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return Contents(read_state(connection), version, tuple(_counts(connection)))


def _counts(connection: Any) -> list[tuple[str, int]]:
    names = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    tables = [name for (name,) in connection.execute(names).fetchall()]
    return [(name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in tables]


def count_rows(connector: Connector) -> dict[str, int]:
    """The number of rows of every table, of one state. Raises the driver's errors."""
    with contextlib.closing(connector.open(query_only=True)) as connection:
        connection.execute("BEGIN")
        return dict(_counts(connection))


def verified_contents(copy: Connector) -> Contents | None:
    """The contents of a copy as it lies on the disk; None if a page or the structure is not sound.

    Slow: it reads the whole file. Raises the driver's errors, some of damaged files among them.
    """
    with contextlib.closing(copy.open(mode="ro", immutable=True, query_only=True)) as connection:
        pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        structure = connection.execute("PRAGMA quick_check").fetchall()
        return None if pages or structure != [("ok",)] else _contents(connection)


def sound_contents(copy: Connector) -> Contents | None:
    """The contents of a copy, every page of which was read; None if it is damaged in any way. Slow.

    Raises UserError `disk.…` where it could not be read.
    """
    try:
        return verified_contents(copy)
    except (dbapi2.Error, TypeError) as error:  # TypeError: the row of the vault is not there
        meant = faults.meaning(error, copy.path)
        if meant is not None and not isinstance(meant, Damaged):
            raise meant from error
        return None


def read_attachments(copy: Connector) -> dict[str, str]:
    """The digest of each document's file by its uid, as the rows of a copy say; none in an old version.

    Raises Damaged `db.damaged`, UserError `disk.…`.
    """
    with (
        faults.told(copy.path, writing=False),
        contextlib.closing(copy.open(mode="ro", immutable=True, query_only=True)) as connection,
    ):
        known = "SELECT count(*) FROM sqlite_schema WHERE name = 'attachment'"
        if not connection.execute(known).fetchone()[0]:
            return {}
        return dict(connection.execute("SELECT uid, digest FROM attachment").fetchall())


def _flush(path: Path) -> None:
    with open(path, "rb+") as stream:
        os.fsync(stream.fileno())


@contextlib.contextmanager
def _told_of_files(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise faults.file_error(error, target) from error
