"""Telling that a file is not the one any more that was looked at, or that it changed while it was read."""

from __future__ import annotations

from pathlib import Path

from rmdesk.services.errors import UserError

Stamp = tuple[int, int]  # when it was written last, and its bytes


def stamp_of(path: Path) -> Stamp:
    """Raises UserError `import.not_readable`."""
    try:
        status = path.stat()
    except OSError as error:
        raise UserError("import.not_readable", path=str(path)) from error
    return status.st_mtime_ns, status.st_size


def check_same(path: Path, stamp: Stamp) -> None:
    """Raise UserError `import.file_changed` unless the file still has this stamp."""
    if stamp_of(path) != stamp:
        raise UserError("import.file_changed", name=path.name)


def check_whole(path: Path, stamp: Stamp) -> None:
    """As `check_same`, of a file that was open all the while: one that is gone by now was read whole."""
    if path.exists():
        check_same(path, stamp)
