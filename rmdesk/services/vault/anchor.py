"""The anchor: what this computer remembers of the vault's newest commit, outside the vault.

A vault put back from an older copy passes every check of its own; the anchor tells. The file holds two
records of fixed size written in turn, each with its own MAC, so that a crash in the middle of one
leaves the other. A commit writes one record without waiting for the disk (after a power cut the anchor
is behind the vault, never ahead of it); closing waits, and copies the anchor to the system's keyring.
"""

from __future__ import annotations

import base64
import binascii
import enum
import hmac
import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from rmdesk import config
from rmdesk.services.vault.keyring import Keyring, KeyringState

_MAGIC = b"rmanchr1"
_RECORD = struct.Struct(">8s16sQQQ32s")  # magic, vault, sequence, commit number, microseconds, digest
_MAC_LENGTH = 32
_SIZE = _RECORD.size + _MAC_LENGTH
_STRIDE = 512  # each record in a sector of its own
_PURPOSE = "anchor"


@dataclass(frozen=True)
class Anchor:
    """A commit this computer has seen: its number, its digest, and when."""

    number: int
    digest: bytes
    at: datetime
    sequence: int = 0  # counts writings; the higher is the newer, also after an accepted rollback


class Judgement(enum.Enum):
    """How the database stands to the anchor."""

    SOUND = enum.auto()  # at the anchor or ahead of it
    BEHIND = enum.auto()  # commits are missing: an older copy
    FORKED = enum.auto()  # an older copy in which work went on


def judge(anchor: Anchor, head: int, digest_at: Callable[[int], bytes | None]) -> Judgement:
    """Judge a database whose newest commit is `head`; `digest_at` gives the digest of a commit."""
    if anchor.number > head:
        return Judgement.BEHIND
    if anchor.number and digest_at(anchor.number) != anchor.digest:
        return Judgement.FORKED
    return Judgement.SOUND


class AnchorFile:
    """The anchor of one vault in this Windows user's data folder. Trouble with the disk raises nothing."""

    def __init__(self, vault_uid: str, key: bytes, keyring: Keyring) -> None:
        self._vault_uid = vault_uid
        self._key = key
        self._keyring = keyring
        self._stream: BinaryIO | None = None
        self._newest: Anchor | None = None
        self._started = False

    def under(self, key: bytes) -> AnchorFile:
        """The same place, sealed under another key from now on; what was remembered is kept."""
        other = AnchorFile(self._vault_uid, key, self._keyring)
        other._newest = self._newest
        return other

    @property
    def path(self) -> Path:
        return config.home() / "anchors" / self._vault_uid

    def read(self) -> Anchor | None:
        """The newest valid record of the file, else the keyring's copy, else None."""
        try:
            content = self.path.read_bytes()
        except OSError:
            content = b""
        records = [self._parse(content[start : start + _SIZE]) for start in (0, _STRIDE)]
        valid = [record for record in records if record is not None]
        self._newest = max(valid, key=lambda record: record.sequence) if valid else self._from_keyring()
        return self._newest

    def start(self) -> bool:
        """From now on commits move the anchor: the vault was judged by it. False if it cannot be kept."""
        self._started = True
        try:
            self._open()
        except OSError:
            return False
        return True

    def follow(self, number: int, digest: bytes) -> None:
        """The store's commit hook. A migration commits before the vault is judged: that is not followed."""
        if self._started:
            self.write(number, digest)

    def write(self, number: int, digest: bytes) -> bool:
        """Remember this commit; False if the folder cannot be written, which stops nobody from working."""
        sequence = (self._newest.sequence if self._newest else 0) + 1
        anchor = Anchor(number, digest, datetime.now(UTC), sequence)
        try:
            stream = self._open()
            stream.seek(sequence % 2 * _STRIDE)
            stream.write(self._pack(anchor))
        except OSError:
            return False
        self._newest = anchor
        return True

    def close(self) -> KeyringState | None:
        """Wait for the disk and copy the newest record to the keyring; how the keyring answered, if asked."""
        if self._stream is None:
            return None
        try:
            with self._stream as stream:
                os.fsync(stream.fileno())
        except OSError:
            pass  # the disk went away: the next opening judges by what is there
        self._stream = None
        if self._newest is None:
            return None  # nothing was ever written
        copy = base64.b64encode(self._pack(self._newest)).decode("ascii")
        return self._keyring.put(self._vault_uid, _PURPOSE, copy)

    def _open(self) -> BinaryIO:
        if self._stream is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            self._stream = os.fdopen(handle, "r+b", buffering=0)
        return self._stream

    def _from_keyring(self) -> Anchor | None:
        _, copy = self._keyring.get(self._vault_uid, _PURPOSE)
        try:
            return self._parse(base64.b64decode(copy or "", validate=True))
        except (binascii.Error, ValueError):
            return None

    def _pack(self, anchor: Anchor) -> bytes:
        microseconds = int(anchor.at.timestamp() * 1_000_000)
        record = _RECORD.pack(
            _MAGIC,
            bytes.fromhex(self._vault_uid),
            anchor.sequence,
            anchor.number,
            microseconds,
            anchor.digest,
        )
        return record + hmac.digest(self._key, record, "sha256")

    def _parse(self, packed: bytes) -> Anchor | None:
        record, mac = packed[: _RECORD.size], packed[_RECORD.size :]
        if not hmac.compare_digest(mac, hmac.digest(self._key, record, "sha256")):
            return None
        magic, vault, sequence, number, microseconds, digest = _RECORD.unpack(record)
        if magic != _MAGIC or vault.hex() != self._vault_uid:
            return None
        return Anchor(number, digest, datetime.fromtimestamp(microseconds / 1_000_000, UTC), sequence)
