"""The pages of a damaged database, each by itself: what SQLCipher refuses as a whole is read around.

SQLCipher gives a connection up at the first page whose seal does not fit, and opens nothing where the first
page or the schema is hurt. Here each page is held against its own seal, so that a damaged one loses itself.
Nothing is ever written. Formats: https://www.sqlite.org/fileformat2.html; SQLCipher 4: AES-256-CBC,
HMAC-SHA512 over the ciphertext, its initialisation vector and the page's number.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from rmdesk.services.store import journal

SIZE = 4096
_SALT, _VECTOR, _SEAL = 16, 16, 64
RESERVED = _VECTOR + _SEAL
_HEADER = b"SQLite format 3\0"
_WAL_HEAD, _FRAME_HEAD = 32, 24


class Pages:
    """Reads pages of a database file, the newest commits of its journal before them. Raises OSError."""

    def __init__(self, path: Path, key: bytes, *, with_journal: bool, salt: bytes | None = None) -> None:
        """`salt` stands in for the first bytes of the file, where those are hurt."""
        self._key = key
        self._files = ExitStack()
        self._file = self._files.enter_context(path.open("rb"))
        self._wal: BinaryIO | None = None
        self._frames: dict[int, int] = {}  # where the newest state of a page stands in the journal
        self.count = path.stat().st_size // SIZE
        try:
            self._use_salt(salt or self._file.read(_SALT))
            if with_journal and journal.holds_something(path):
                self._wal = self._files.enter_context(journal.path_beside(path).open("rb"))
                self._read_journal(self._wal)
        except BaseException:
            self._files.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._files.close()

    def read(self, number: int) -> bytes | None:
        """The page of this number, from 1; None if it is not there or its seal does not fit."""
        raw = self._raw(number)
        return None if raw is None else self._opened(number, raw)

    def is_whole(self, number: int) -> bool:
        """Whether its seal fits."""
        return self._raw(number) is not None

    def _raw(self, number: int) -> bytes | None:
        """The newest state of a page whose seal fits."""
        if not 0 < number <= self.count:
            return None
        at = self._frames.get(number)
        if at is not None and self._wal is not None:
            self._wal.seek(at)
            raw = self._wal.read(SIZE)
            if self._is_sealed(number, raw):
                return raw
        self._file.seek((number - 1) * SIZE)
        raw = self._file.read(SIZE)
        return raw if self._is_sealed(number, raw) else None

    def __iter__(self) -> Iterator[int]:
        return iter(range(1, self.count + 1))

    def _use_salt(self, salt: bytes) -> None:
        self._seal_key = hashlib.pbkdf2_hmac("sha512", self._key, bytes(one ^ 0x3A for one in salt), 2, 32)

    def _is_sealed(self, number: int, raw: bytes) -> bool:
        if len(raw) != SIZE:
            return False
        sealed = raw[_SALT if number == 1 else 0 : -_SEAL] + struct.pack("<I", number)
        return hmac.compare_digest(hmac.digest(self._seal_key, sealed, "sha512"), raw[-_SEAL:])

    def _opened(self, number: int, raw: bytes) -> bytes:
        start = _SALT if number == 1 else 0
        vector = raw[-RESERVED:-_SEAL]
        decryptor = Cipher(AES(self._key), CBC(vector)).decryptor()
        plain = decryptor.update(raw[start:-RESERVED]) + decryptor.finalize()
        return (_HEADER + plain) if number == 1 else plain

    def _read_journal(self, wal: BinaryIO) -> None:
        """Remember where the pages of whole commits stand; a frame that is hurt ends what can be used."""
        head = wal.read(_WAL_HEAD)
        if len(head) < _WAL_HEAD:
            return
        salts = head[16:24]
        begun: dict[int, int] = {}
        size = 0
        at = _WAL_HEAD
        while len(frame := wal.read(_FRAME_HEAD)) == _FRAME_HEAD and frame[8:16] == salts:
            number, size_after = struct.unpack(">2I", frame[:8])
            if not self._is_sealed(number, wal.read(SIZE)):
                break
            begun[number] = at + _FRAME_HEAD
            at += _FRAME_HEAD + SIZE
            if size_after:
                self._frames.update(begun)
                begun.clear()
                size = size_after
        if size:
            self.count = size
