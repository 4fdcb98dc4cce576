"""Writing a file so that a crash or a full disk leaves the old one or the new one, never half; reading
the small ones that carry a secret.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from rmdesk.services.errors import UserError
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_REASONS = {
    errno.ENOSPC: QT_TRANSLATE_NOOP("files", "the disk is full"),
    errno.EROFS: QT_TRANSLATE_NOOP("files", "the disk can only be read"),
    errno.EACCES: QT_TRANSLATE_NOOP("files", "no permission"),
    errno.EPERM: QT_TRANSLATE_NOOP("files", "no permission"),
    errno.ENOENT: QT_TRANSLATE_NOOP("files", "there is no such file or folder"),
    errno.EISDIR: QT_TRANSLATE_NOOP("files", "a folder has this name"),
    errno.ENOTDIR: QT_TRANSLATE_NOOP("files", "a folder of the path is a file"),
    errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("files", "the name is too long"),
}
LARGEST = 16 * 1024  # bytes; a file that holds one line has no reason to be larger


def replace_bytes(target: Path, content: bytes) -> None:
    """Write `content` beside `target`, flush it to the disk, then put it in place of `target`.

    Raises OSError; the former file is then untouched and nothing is left beside it.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=target.name + ".", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    sync_folder(target.parent)


def with_ending(path: Path, ending: str) -> Path:
    """A path as it was typed, with this ending (".json") unless it has it already."""
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable where the system offers it (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_first_line(path: Path) -> str:
    """The first line of a UTF-8 file, without its line end and without a byte order mark.

    Raises UserError `file.first_line_empty` and what `read_text` raises.
    """
    line = read_text(path).split("\n", 1)[0].removesuffix("\r")
    if not line:
        raise UserError("file.first_line_empty", path=path)
    return line


def read_text(path: Path, *, most: int = LARGEST) -> str:
    """A UTF-8 file of `most` bytes at most, without a byte order mark.

    Raises UserError `file.unreadable`, `file.too_large` or `file.not_utf8`.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(most + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UserError("file.unreadable", path=path, reason=reason_of(error)) from error
    if len(content) > most:
        raise UserError("file.too_large", path=path, most=most)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Without the error as its cause: it holds the file's bytes, and those may be a password.
        raise UserError("file.not_utf8", path=path) from None


def reason_of(error: Exception) -> str:
    """What the system says of a file it would not open or write, in the language in use.

    Windows says it in the language of its user already, and more exactly.
    """
    known = _REASONS.get(getattr(error, "errno", None) or 0)
    if known is not None and getattr(error, "winerror", None) is None:
        return translate("files", known)
    return getattr(error, "strerror", None) or str(error)
