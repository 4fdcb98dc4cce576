"""A journal (`-wal`) that a killed process left: is it this database's own newest one?

SQLite takes any journal with valid sums for its own and writes its pages into the database, which would be
the end of it. So it is judged first, on connections that write nothing, and by what a commit leaves rather
than by all pages: a kill must not make the next start of a large vault long.
"""

from __future__ import annotations

import contextlib
import struct
from pathlib import Path

from sqlcipher3 import dbapi2

from rmdesk.services.errors import Damaged
from rmdesk.services.store import integrity
from rmdesk.services.store.connection import Connector

# https://www.sqlite.org/fileformat2.html#walformat: big-endian, the contents of the pages alone encrypted.
_HEADER = struct.Struct(">8I")  # magic, version, page size, checkpoints, two salts, two sums
_FRAME = struct.Struct(">6I")  # page, size of the database after a commit or 0, two salts, two sums
_MAGIC = (0x377F0682, 0x377F0683)


def path_beside(database: Path) -> Path:
    return database.with_name(database.name + "-wal")


def holds_something(database: Path) -> bool:
    """Whether a journal with more than its own head lies beside the database."""
    try:
        return path_beside(database).stat().st_size > _HEADER.size
    except FileNotFoundError:
        return False


def check(connector: Connector) -> None:
    """Refuse a journal that is not this database's own newest one.

    Ours begins where the file alone stands or before: both tell the same newest change set of the file, and
    each one after it came by a commit that stands in the journal. A journal of an earlier time lacks the
    former, one of a later time (the database having been replaced by an older copy) some of the latter, and
    one of another vault cannot be read with this key. Raises Damaged `db.foreign_journal`, `db.damaged`.
    """
    path = str(connector.path)
    alone = _newest_in_file(connector)
    if alone is None:
        # Killed while the journal was brought in, the file alone need not be a whole state: all is judged.
        if not integrity.is_sound(connector, mode="ro"):
            raise _damage(connector)
        return
    try:
        with contextlib.closing(connector.open(mode="ro", query_only=True)) as connection:
            state = integrity.read_state(connection)
            # The change sets of one commit are of one moment; there may be several.
            after, last, moments = connection.execute(
                "SELECT count(*), coalesce(max(number), ?1), count(DISTINCT at) FROM change_set"
                " WHERE number > ?1",
                alone[:1],
            ).fetchone()
            digest = connection.execute(
                "SELECT digest FROM change_set WHERE number = ?", alone[:1]
            ).fetchone()
    except dbapi2.DatabaseError as error:
        if not integrity.is_damage(error):
            raise
        raise _damage(connector) from error
    except TypeError as error:  # the vault's own row is not there
        raise _damage(connector) from error
    is_at_head = state.newest == (state.head_number, state.head_digest)
    has_every_set = digest == alone[1:] and after == last - alone[0]
    if not (is_at_head and has_every_set and moments <= commits(path_beside(connector.path))):
        raise Damaged("db.foreign_journal", path=path)


def commits(journal: Path) -> int:
    """How many commits stand in a journal; 0 if it is none.

    Counted by the heads of its frames, up to the first that belongs to a journal before it.
    """
    found = 0
    with open(journal, "rb") as stream:
        head = stream.read(_HEADER.size)
        if len(head) < _HEADER.size:
            return 0
        magic, _version, page, _checkpoints, *salts, _sum, _sum_too = _HEADER.unpack(head)
        if magic not in _MAGIC:
            return 0
        while len(frame := stream.read(_FRAME.size)) == _FRAME.size:
            _number, size_after, *own, _sum, _sum_too = _FRAME.unpack(frame)
            if own != salts:
                break
            found += size_after != 0
            stream.seek(page, 1)
    return found


def _damage(connector: Connector) -> Damaged:
    """What to say of a database that cannot be read with its journal: which of the two is at fault."""
    is_sound = integrity.is_sound(connector, mode="ro", immutable=True)
    return Damaged("db.foreign_journal" if is_sound else "db.damaged", path=str(connector.path))


def _newest_in_file(connector: Connector) -> tuple[int, bytes] | None:
    """The newest change set in the file alone; None if there is none, or if the file alone tells nothing."""
    try:
        with contextlib.closing(connector.open(mode="ro", immutable=True, query_only=True)) as connection:
            state = integrity.read_state(connection)
    except (dbapi2.DatabaseError, TypeError):
        return None
    # Half brought in, the file may hold a head of one time and change sets of another.
    return state.newest if state.newest == (state.head_number, state.head_digest) else None
