"""The small files that carry a secret into and out of the command line."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from rmdesk.services import files
from rmdesk.services.errors import UserError

LARGEST = 16 * 1024  # bytes; a file that holds one line has no reason to be larger


def read_first_line(path: Path) -> str:
    """The first line of a UTF-8 file, without its line end and without a byte order mark.

    Raises UserError `file.unreadable`, `file.too_large`, `file.not_utf8` or `file.first_line_empty`.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UserError("file.unreadable", path=path, reason=_reason(error)) from error
    if len(content) > LARGEST:
        raise UserError("file.too_large", path=path, most=LARGEST)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Without the error as its cause: it holds the file's bytes, and those are a password.
        raise UserError("file.not_utf8", path=path) from None
    line = text.split("\n", 1)[0].removesuffix("\r")
    if not line:
        raise UserError("file.first_line_empty", path=path)
    return line


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
        raise UserError("file.not_writable", path=path, reason=_reason(error)) from error
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
        raise UserError("file.not_writable", path=path, reason=_reason(error)) from error


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
