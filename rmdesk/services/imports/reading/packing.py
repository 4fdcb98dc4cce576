"""Rows of a sheet kept packed in memory: in the form of the library that reads it a cell takes 64 bytes."""

from __future__ import annotations

import ctypes
import pickle
import sys
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice

from rmdesk.services.imports.reading.table import Cell

_BLOCK = 500  # rows; only those of one block are unpacked at a time
_FAST = 1  # zlib's level


class Packed:
    """Takes all rows at once and gives them, anew at each call, in their order."""

    def __init__(self, rows: Iterable[list[Cell]]) -> None:
        waiting = iter(rows)
        self._blocks: list[bytes] = []
        while block := list(islice(waiting, _BLOCK)):
            self._blocks.append(zlib.compress(pickle.dumps(block, pickle.HIGHEST_PROTOCOL), _FAST))

    def rows(self) -> Iterator[list[Cell]]:
        for block in self._blocks:
            yield from pickle.loads(zlib.decompress(block))


def give_back() -> None:
    """Let the system have the memory that was freed: glibc keeps what lies below anything still in use."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # other C libraries have none
        if trim is not None:
            trim(0)
