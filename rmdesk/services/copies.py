"""Copies of the vault's database: encrypted as it is, and counted as copies only once they were verified."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlcipher3 import dbapi2

from rmdesk.services import files
from rmdesk.services.errors import Damaged
from rmdesk.services.store import faults, integrity, wholeness
from rmdesk.services.store.connection import Connector
from rmdesk.services.store.integrity import State, read_state

if TYPE_CHECKING:
    from rmdesk.services.vault.folder import VaultFolder

_PART = ".part"  # a copy that is not finished; the next one clears it away
_PAGES = 2048  # copied between two reports of progress
PAGE = 4096  # bytes


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
    still: Any | None = None,
    structure: bool = True,
    progress: Callable[[int, int], None] | None = None,
    before_naming: BeforeNaming | None = None,
) -> None:
    """Copy the database to `target` (see `copy_database`), and the key file beside it as `….keys`.

    The key file comes first: a database copy without its key file would be worth nothing.
    """
    with _told_of_files(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        files.replace_bytes(target.with_suffix(".keys"), folder.keyfile.read_bytes())
    copy_database(
        connector,
        target,
        still=still,
        structure=structure,
        progress=progress,
        before_naming=before_naming,
    )


def copy_database(
    connector: Connector,
    target: Path,
    *,
    key: bytes | None = None,
    still: Any | None = None,
    structure: bool = True,
    progress: Callable[[int, int], None] | None = None,
    before_naming: BeforeNaming | None = None,
) -> None:
    """Copy one state of the database to `target`; it gets that name only after it was reopened and compared.

    The copy is encrypted under `key`, if it is given. `progress(done, total)` counts pages. Raises UserError
    `disk.full`, `disk.read_only`, `disk.io`, Damaged `db.damaged` (what is copied), `copy.not_sound` (the
    copy); nothing is left then.

    Without `still` SQLite decrypts each page and encrypts it again. With the connection of
    `Store.still_file`, while that lasts, the file is copied as it lies there, eight times as fast, and the
    copy compared with it byte for byte while each page is held against its seal. `structure` has the tables
    and indexes in the pages checked as well, which takes twice as long.
    """
    part = target.with_name(target.name + _PART)
    copy = connector.at(part) if key is None else connector.at(part).under(key)
    with _told_of_files(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        for old in target.parent.glob(f"*{_PART}*"):
            old.unlink()
    try:
        with faults.told(connector.path), _source(connector, still) as source:
            with _told_of_source(connector, target), faults.told(target):
                if still is not None and key is None:
                    contents = _copied_file(source, connector, copy, structure=structure, progress=progress)
                else:
                    contents = _contents(source)
                    _copy(source, copy, progress)
                    if verified_contents(copy, structure=structure) != contents:
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


@contextlib.contextmanager
def _told_of_source(connector: Connector, target: Path) -> Iterator[None]:
    """A copy that is damaged because what was copied is: no further try would help, a backup does."""
    try:
        yield
    except Damaged as error:
        if error.params.get("path") == str(target) and _wrong_pages(connector):
            raise Damaged("db.damaged", path=str(connector.path)) from error
        raise


@contextlib.contextmanager
def _source(connector: Connector, still: Any | None) -> Iterator[Any]:
    """What is copied and compared: one state, whatever is written meanwhile."""
    if still is not None:
        yield still
        return
    with contextlib.closing(connector.open(query_only=True)) as source:
        source.execute("BEGIN")
        yield source


def _copied_file(
    source: Any,
    connector: Connector,
    copy: Connector,
    *,
    structure: bool,
    progress: Callable[[int, int], None] | None,
) -> Contents:
    """Copy a still file; the contents of the copy, read from it once it was compared."""
    # Half of the time is the processor's and half the disk's.
    with ThreadPoolExecutor(1, thread_name_prefix="seals") as beside:
        seals = beside.submit(_wrong_pages, connector)
        with _told_of_files(copy.path):
            _copy_file(connector.path, copy.path, progress)
            is_same = _are_same(connector.path, copy.path)
        with contextlib.closing(copy.open(mode="ro", immutable=True, query_only=True)) as connection:
            contents = _whole_contents(connection, copy) if structure else _contents(connection)
        if seals.result():
            raise Damaged("db.damaged", path=str(connector.path))
    if not is_same or contents is None or contents.state != read_state(source):
        raise Damaged("copy.not_sound", path=str(copy.path))
    return contents


def _wrong_pages(connector: Connector) -> list[Any]:
    with contextlib.closing(connector.open(mode="ro", immutable=True, query_only=True)) as connection:
        return list(connection.execute("PRAGMA cipher_integrity_check"))


def _are_same(one: Path, other: Path) -> bool:
    """Whether two files hold the same, the second one read from the disk if the system lets go of it."""
    with one.open("rb") as here, other.open("rb") as there:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(there.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while block := here.read(_PAGES * PAGE):
            if there.read(len(block)) != block:
                return False
        return not there.read(1)


def _copy_file(path: Path, part: Path, progress: Callable[[int, int], None] | None) -> None:
    with path.open("rb") as reading, part.open("wb") as writing:
        total = os.fstat(reading.fileno()).st_size // PAGE
        while block := reading.read(_PAGES * PAGE):
            writing.write(block)
            if progress is not None:
                progress(writing.tell() // PAGE, total)
        writing.flush()
        os.fsync(writing.fileno())


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


def verified_contents(copy: Connector, *, structure: bool = True) -> Contents | None:
    """The contents of a copy as it lies on the disk; None if a page or (if asked) the structure is not sound.

    Slow: it reads the whole file. Raises the driver's errors, some of damaged files among them.
    """
    with contextlib.closing(copy.open(mode="ro", immutable=True, query_only=True)) as connection:
        if not structure:
            pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            return None if pages else _contents(connection)
        return _whole_contents(connection, copy)


def _whole_contents(connection: Any, copy: Connector) -> Contents | None:
    """What a copy holds, by a connection to it; None if anything in it is not sound."""
    found: list[Contents] = []

    def longest_first() -> Iterator[str]:
        found.append(_contents(connection))
        counts = sorted(found[0].counts, key=lambda one: one[1], reverse=True)
        return (name for name, _count in counts)

    try:
        if not wholeness.is_whole(copy, longest_first):
            return None
    except dbapi2.DatabaseError as error:
        if not integrity.is_damage(error):
            raise
        return None
    return found[0] if found else _contents(connection)


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
