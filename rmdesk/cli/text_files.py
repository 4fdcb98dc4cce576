"""The small files that carry a secret out of the command line."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from rmdesk.services import files
from rmdesk.services.errors import UserError
from rmdesk.services.files import reason_of


@contextlib.contextmanager
def reserved(path: Path) -> Iterator[None]:
    """Take `path` for a file that is to be written within; it is removed again if that fails.

    Finds out before anything slow or final happens that the file can be written. Raises UserError
    `file.exists` or `file.not_writable`.
    """
    try:
        path.open("xb").close()
    except FileExistsError as error:
        raise UserError("file.exists", path=path) from error
    except (OSError, ValueError) as error:
        raise UserError("file.not_writable", path=path, reason=reason_of(error)) from error
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def write_line(path: Path, line: str) -> None:
    """Write one line of UTF-8 in one step. Raises UserError `file.not_writable`."""
    try:
        files.replace_bytes(path, (line + "\n").encode())
    except OSError as error:
        raise UserError("file.not_writable", path=path, reason=reason_of(error)) from error
