"""What an .xls holds, told before a reader takes it into memory.

The reader (calamine) trusts sizes and chains of the compound file (MS-CFB) and of its records (MS-XLS), and
ends the process where it cannot get the memory they ask for. So the stream of the workbook is taken out here,
its records are walked, and the reader gets it in a new compound file that holds nothing else.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

from rmdesk.services.errors import UserError
from rmdesk.services.imports.reading.table import MOST_CELLS, MOST_WORKBOOK_BYTES

_HEADER = struct.Struct("<8s16sHHHHHHIIIIIIIIII")
_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FREE, _END, _FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_MOST_SECTOR = 0xFFFFFFFA
_ENTRY = 128
_STREAMS = ("workbook", "book")
_WRITTEN_SECTOR = 4096
_FAT_SECTORS_IN_HEADER = 109

_BOF, _EOF, _DIMENSIONS, _SST, _CONTINUE = 0x0809, 0x000A, 0x0200, 0x00FC, 0x003C
_BOUND_SHEET, _FILE_PASS, _DATE_1904, _MULTIPLE = 0x0085, 0x002F, 0x0022, 0x00BD
# Number, label, boolean, RK number, string of the table, formula, several RK numbers, rich string.
_CELLS = frozenset({0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x0006, _MULTIPLE, 0x00D6})
_RECORD = struct.Struct("<HH")
_PLACE = struct.Struct("<HH")


class Workbook:
    """`container`: a compound file with the workbook's stream alone. `extents`: of each of its sheets, the
    last row and column that hold a value, from 1.

    Raises UserError `import.damaged`, `import.encrypted`, `import.other_format` and the limits' codes.
    """

    def __init__(self, path: Path) -> None:
        if (size := path.stat().st_size) > MOST_WORKBOOK_BYTES:
            raise UserError("import.too_large", megabytes=size >> 20, most=MOST_WORKBOOK_BYTES >> 20)
        try:
            stream = bytearray(_workbook_stream(path.read_bytes()))
            self.is_1904 = False
            self.extents: list[tuple[int, int]] = []
            self._walk(stream)
        except (struct.error, IndexError, ValueError) as error:
            raise UserError("import.damaged", where=path.name) from error
        self.container = _container(bytes(stream))

    def _walk(self, stream: bytearray) -> None:
        """Checks the records and sets the dimensions that sheets claim to those they have."""
        offset = start = strings = 0
        end = len(stream)
        places: list[int] = []  # where the sheets begin
        extents: dict[int, tuple[int, int]] = {}
        dimensions: dict[int, tuple[int, int]] = {}
        rows = columns = depth = 0
        is_strings = False
        while offset + 4 <= end:
            kind, length = _RECORD.unpack_from(stream, offset)
            body = offset + 4
            if body + length > end:
                break
            if kind in _CELLS:
                row, column = _PLACE.unpack_from(stream, body)
                if kind == _MULTIPLE:
                    column = max(column, int.from_bytes(stream[body + length - 2 : body + length], "little"))
                rows, columns = max(rows, row + 1), max(columns, column + 1)
            elif kind == _BOF:
                depth += 1
                if depth == 1:
                    start, rows, columns = offset, 0, 0
            elif kind == _EOF:
                depth = max(0, depth - 1)
                if depth == 0:
                    extents[start] = (rows, columns)
            elif kind == _DIMENSIONS:
                dimensions[start] = (body, length)
            elif kind == _FILE_PASS:
                raise UserError("import.encrypted")
            elif kind == _DATE_1904:
                self.is_1904 = stream[body] == 1
            elif kind == _BOUND_SHEET:
                places += struct.unpack_from("<I", stream, body)
            if kind == _SST:
                (strings,) = struct.unpack_from("<I", stream, body + 4)
                is_strings, room = True, length
            elif is_strings and kind == _CONTINUE:
                room += length
            elif is_strings:
                is_strings = False
                if strings > room // 3:  # a string takes three bytes at least
                    raise UserError("import.damaged", where="SST")
            offset = body + length
        if depth:
            raise UserError("import.damaged", where="EOF")
        if len(set(places)) != len(places) or any(place not in extents for place in places):
            raise UserError("import.damaged", where="BOUNDSHEET")
        if sum(extents[place][0] * extents[place][1] for place in places) > MOST_CELLS:
            rows, columns = max((extents[place] for place in places), key=lambda one: one[0] * one[1])
            raise UserError("import.too_many_cells", where=f"R{rows}C{columns}", most=MOST_CELLS)
        for place, (body, length) in dimensions.items():
            rows, columns = extents.get(place, (0, 0))
            form = "<IIHH" if length >= 12 else "<HHHH"
            struct.pack_into(form, stream, body, 0, rows, 0, columns)
        self.extents = [extents[place] for place in places]


def _workbook_stream(data: bytes) -> bytes:
    """The stream of the workbook (MS-CFB 2.2 to 2.6)."""
    fields = _HEADER.unpack_from(data)
    shift, mini_shift, fat_sectors = fields[5], fields[6], fields[10]
    first_directory, cutoff, first_mini = fields[11], fields[13], fields[14]
    first_more, more_sectors = fields[16], fields[17]
    if fields[0] != _MAGIC or shift not in (9, 12) or mini_shift != 6:
        raise ValueError
    size = 1 << shift

    def sector(number: int) -> bytes:
        found = data[(number + 1) << shift : (number + 2) << shift]
        if not found or number > _MOST_SECTOR:
            raise ValueError
        return found.ljust(size, b"\x00")  # the last one may be cut short

    def numbers(block: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(block) // 4}I", block))

    listed = list(struct.unpack_from(f"<{_FAT_SECTORS_IN_HEADER}I", data, 76))
    while more_sectors and first_more <= _MOST_SECTOR and len(listed) < len(data) >> 2:
        block = numbers(sector(first_more))
        listed += block[:-1]
        first_more, more_sectors = block[-1], more_sectors - 1
    fat: list[int] = []
    for number in listed[:fat_sectors]:
        if number <= _MOST_SECTOR:
            fat += numbers(sector(number))

    def chain(start: int, table: list[int], read: Callable[[int], bytes] = sector) -> bytes:
        parts: list[bytes] = []
        number = start
        while number != _END:
            if len(parts) > len(table) or not 0 <= number < len(table):
                raise ValueError
            parts.append(read(number))
            number = table[number]
        return b"".join(parts)

    directory = chain(first_directory, fat)
    entries = {}
    root = b""
    for place in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        entry = directory[place : place + _ENTRY]
        length = int.from_bytes(entry[64:66], "little")
        name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace").lower()
        if entry[66] == 5:
            root = entry
        elif entry[66] == 2:
            entries[name] = entry
    if "encryptedpackage" in entries:
        raise UserError("import.encrypted")
    found = next((entries[name] for name in _STREAMS if name in entries), None)
    if found is None:
        kind = "DOC" if "worddocument" in entries else "PPT" if "powerpoint document" in entries else "OLE"
        raise UserError("import.other_format", format=kind)
    start = int.from_bytes(found[116:120], "little")
    length = int.from_bytes(found[120:124], "little")
    if length >= cutoff:
        stream = chain(start, fat)
    else:
        mini = chain(int.from_bytes(root[116:120], "little"), fat)
        table = numbers(chain(first_mini, fat))
        stream = chain(start, table, lambda number: mini[number << 6 : (number + 1) << 6])
    if len(stream) < length:
        raise ValueError
    return stream[:length]


def _container(stream: bytes) -> bytes:
    """A compound file of version 4 whose only stream is the workbook."""
    size = _WRITTEN_SECTOR
    stream = stream.ljust(max(size, -(-len(stream) // size) * size), b"\x00")
    count = len(stream) // size
    fat_sectors = 1
    while fat_sectors * (size // 4) < count + 2 + fat_sectors:
        fat_sectors += 1
    # The table, the directory, a sector for small streams (there are none, but the reader asks for it).
    small = fat_sectors + 1
    first = fat_sectors + 2
    fat = [_FAT_SECTOR] * fat_sectors + [_END, _END]
    fat += [*range(first + 1, first + count), _END]
    fat += [_FREE] * (fat_sectors * (size // 4) - len(fat))
    header = _HEADER.pack(
        *(_MAGIC, b"", 0x3E, 4, 0xFFFE, 12, 6, 0),
        *(0, 1, fat_sectors, fat_sectors, 0, 4096, _END, 0, _END, 0),
    )
    listed = [*range(fat_sectors), *[_FREE] * (_FAT_SECTORS_IN_HEADER - fat_sectors)]
    header += struct.pack(f"<{_FAT_SECTORS_IN_HEADER}I", *listed)
    entries = _entry("Root Entry", 5, small, size, child=1) + _entry("Workbook", 2, first, len(stream))
    return b"".join(
        (
            header.ljust(size, b"\x00"),
            struct.pack(f"<{len(fat)}I", *fat),
            entries.ljust(size, b"\x00"),
            bytes(size),
            stream,
        )
    )


def _entry(name: str, kind: int, start: int, length: int, *, child: int = _FREE) -> bytes:
    encoded = (name + "\x00").encode("utf-16-le")
    head = encoded.ljust(64, b"\x00") + struct.pack("<HBBIII", len(encoded), kind, 1, _FREE, _FREE, child)
    return head.ljust(116, b"\x00") + struct.pack("<IQ", start, length)
