"""What the database's errors mean for the person: damage, a full disk, a folder that cannot be written."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from rmdesk.services.errors import Damaged, UserError

_TEXTS = {
    "disk is full": dbapi2.SQLITE_FULL,
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "readonly database": dbapi2.SQLITE_READONLY,
    "unable to open": dbapi2.SQLITE_CANTOPEN,
    "is malformed": dbapi2.SQLITE_CORRUPT,
    "not a database": dbapi2.SQLITE_NOTADB,
    "is locked": dbapi2.SQLITE_BUSY,
    "decode to UTF-8": dbapi2.SQLITE_CORRUPT,
}

_NEARLY_FULL = 1024 * 1024  # bytes; SQLite says "disk I/O error" for some of what a full disk does


@contextlib.contextmanager
def told(path: Path, *, writing: bool = True) -> Iterator[None]:
    """Turn errors of the database at `path` into what a person is told; others pass.

    Raises UserError `disk.full`, `disk.read_only`, `disk.io`, `db.busy`, Damaged `db.damaged`,
    `db.missing`. Nothing of the transaction is kept then. A statement refused because the session only
    reads (not `writing`) is a bug and passes.
    """
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        meant = meaning(error, path)
        if meant is None or (meant.code == "disk.read_only" and not writing):
            raise
        raise meant from error


def meaning(error: BaseException, path: Path) -> UserError | None:
    """The error a person is told for `error`, or None if it is a bug."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, dbapi2.Error):
        return None
    name = str(path)
    match error_code(cause):
        case dbapi2.SQLITE_NOTADB | dbapi2.SQLITE_CORRUPT:
            return Damaged("db.damaged", path=name)
        case dbapi2.SQLITE_FULL:
            return UserError("disk.full", path=name)
        case dbapi2.SQLITE_IOERR:
            return UserError("disk.full" if _is_full(path) else "disk.io", path=name)
        case dbapi2.SQLITE_READONLY:
            return UserError("disk.read_only", path=name)
        case dbapi2.SQLITE_CANTOPEN:
            return _cannot_open(path)
        case dbapi2.SQLITE_BUSY | dbapi2.SQLITE_LOCKED:
            return UserError("db.busy", path=name)
    return None


def error_code(error: dbapi2.Error) -> int | None:
    """SQLite's primary result code; None for what only the driver complains of."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return int(code) & 0xFF
    # The driver leaves the code out of errors of the backup API, and of text that is not UTF-8, which
    # we never write.
    return next((code for text, code in _TEXTS.items() if text in str(error)), None)


def file_error(error: OSError, path: Path) -> UserError:
    """What a person is told when a file operation at `path` failed."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UserError("disk.full", path=str(path))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return UserError("disk.read_only", path=str(path))
    return UserError("disk.full" if _is_full(path) else "disk.io", path=str(path))


def _cannot_open(path: Path) -> UserError:
    if not path.exists():
        return Damaged("db.missing", path=str(path))
    # Without writing beside it, not even reading: the journal lies there.
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
        return UserError("disk.read_only", path=str(path))
    return UserError("disk.full" if _is_full(path) else "disk.io", path=str(path))


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _NEARLY_FULL
    except OSError:
        return False
