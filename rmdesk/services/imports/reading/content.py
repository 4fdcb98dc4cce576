"""What a file is, told by its first bytes: names lie (text named .xls, .xls named .xlsx)."""

from __future__ import annotations

import enum
from pathlib import Path

from rmdesk.services.errors import UserError
from rmdesk.services.imports.reading.table import MOST_FILE_BYTES

_HEAD = 4096  # bytes looked at
_SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"{\\rtf", "RTF"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
)


class Content(enum.Enum):
    ZIPPED = enum.auto()  # .xlsx, .xlsm
    COMPOUND = enum.auto()  # .xls, and workbooks under a password
    TEXT = enum.auto()


def tell(path: Path) -> Content:
    """Raises UserError `import.not_readable`, `.empty_file`, `.too_large`, `.other_format`."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise UserError("import.not_readable", path=str(path)) from error
    if not head:
        raise UserError("import.empty_file")
    if size > MOST_FILE_BYTES:
        raise UserError("import.too_large", megabytes=size >> 20, most=MOST_FILE_BYTES >> 20)
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return Content.ZIPPED
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Content.COMPOUND
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            raise UserError("import.other_format", format=name)
    start = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<style", b"<head")):
        raise UserError("import.other_format", format="HTML")
    if start.startswith(b"begin:vcard"):
        raise UserError("import.other_format", format="vCard")
    if start.startswith(b"<?xml") or b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        raise UserError("import.other_format", format="XML")
    return Content.TEXT
