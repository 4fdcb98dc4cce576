"""Sealing secrets: under a key, under a password, and to a public key.

ChaCha20-Poly1305 (RFC 8439) everywhere; X25519 (RFC 7748) with a fresh pair per box; Argon2id
(RFC 9106) for passwords. A box opens only with the associated data it was sealed with, so that it
cannot be moved to another slot, another vault or other costs.
"""

from __future__ import annotations

import json
import secrets
import time
import unicodedata
from dataclasses import dataclass
from typing import Any, ClassVar

from argon2 import low_level
from argon2.exceptions import HashingError
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from rmdesk.services.errors import UserError
from rmdesk.services.vault.keys import KEY_LENGTH

_NONCE_LENGTH = 12
SALT_LENGTH = 16


class BoxRefusedError(Exception):
    """The box does not open: another key, or something in it or around it was changed."""


def bound(purpose: str, **data: Any) -> bytes:
    """Associated data that ties a box to its purpose and surroundings, as canonical JSON."""
    return json.dumps([purpose, data], sort_keys=True, separators=(",", ":")).encode("ascii")


def seal(key: bytes, secret: bytes, around: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_LENGTH)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, secret, around)


def unseal(key: bytes, box: bytes, around: bytes) -> bytes:
    """The secret in `box`; raises BoxRefusedError."""
    try:
        return ChaCha20Poly1305(key).decrypt(box[:_NONCE_LENGTH], box[_NONCE_LENGTH:], around)
    except (InvalidTag, ValueError) as error:
        raise BoxRefusedError from error


def stretch(secret: bytes, salt: bytes, purpose: str) -> bytes:
    """A key from a secret that is already random, such as a recovery code (HKDF-SHA256)."""
    return HKDF(hashes.SHA256(), KEY_LENGTH, salt, f"rmdesk 1 {purpose}".encode()).derive(secret)


# --- to a public key -----------------------------------------------------------------------------


def make_pair() -> tuple[bytes, bytes]:
    """A fresh X25519 pair: private key, public key."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def seal_to(public: bytes, secret: bytes, around: bytes) -> bytes:
    """Seal `secret` so that only the holder of the private key opens it; no private key is needed here."""
    once = X25519PrivateKey.generate()
    once_public = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    return once_public + seal(stretch(shared, once_public + public, "box"), secret, around)


def open_with(private: bytes, box: bytes, around: bytes) -> bytes:
    """The secret in a box made by `seal_to`; raises BoxRefusedError."""
    try:
        mine = X25519PrivateKey.from_private_bytes(private)
        once_public = box[:KEY_LENGTH]
        shared = mine.exchange(X25519PublicKey.from_public_bytes(once_public))
    except ValueError as error:  # too short, or a point of small order
        raise BoxRefusedError from error
    salt = once_public + mine.public_key().public_bytes_raw()
    return unseal(stretch(shared, salt, "box"), box[KEY_LENGTH:], around)


# --- under a password ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Cost:
    """What one try of a password costs: Argon2id's memory in KiB, passes, and lanes."""

    memory: int
    passes: int
    lanes: int

    FLOOR: ClassVar[Cost]  # nothing weaker is written or read
    CEILING: ClassVar[Cost]  # a file that demands more would stop the computer
    CALIBRATED: ClassVar[Cost]  # calibration raises memory to this at most, then passes

    def check(self) -> None:
        """Raise UserError `keyfile.refused_cost` outside floor and ceiling."""
        for given, floor, ceiling in (
            (self.memory, Cost.FLOOR.memory, Cost.CEILING.memory),
            (self.passes, Cost.FLOOR.passes, Cost.CEILING.passes),
            (self.lanes, Cost.FLOOR.lanes, Cost.CEILING.lanes),
        ):
            if not floor <= given <= ceiling:
                raise UserError("keyfile.refused_cost", memory_mib=self.memory // 1024, passes=self.passes)


_MIB = 1024
Cost.FLOOR = Cost(64 * _MIB, 3, 4)
Cost.CEILING = Cost(1024 * _MIB, 20, 16)
Cost.CALIBRATED = Cost(256 * _MIB, 20, 4)

_WANTED_SECONDS = 0.7  # the middle of 0.5–1 s


def password_key(password: str, salt: bytes, cost: Cost) -> bytes:
    """The key a password gives with this salt at this cost. Slow; releases the interpreter's lock.

    The password is taken in Unicode normal form C, so that one typed on another system is the same.
    Raises UserError `keyfile.refused_cost`, `keyfile.no_memory`.
    """
    cost.check()
    try:
        return low_level.hash_secret_raw(
            unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass"),
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory,
            parallelism=cost.lanes,
            hash_len=KEY_LENGTH,
            type=low_level.Type.ID,
        )
    except HashingError as error:
        raise UserError("keyfile.no_memory", memory_mib=cost.memory // _MIB) from error


def calibrated() -> Cost:
    """The cost that takes this computer 0.5–1 s, never below the floor. Takes about as long itself."""
    started = time.perf_counter()
    password_key("calibration", bytes(SALT_LENGTH), Cost.FLOOR)
    return scaled(time.perf_counter() - started)


def scaled(seconds_at_floor: float) -> Cost:
    """The cost for a computer that needs `seconds_at_floor` for the floor: memory first, then passes."""
    floor, limit = Cost.FLOOR, Cost.CALIBRATED
    factor = _WANTED_SECONDS / max(seconds_at_floor, 0.001)
    step = 16 * _MIB
    memory = min(limit.memory, max(floor.memory, int(floor.memory * factor) // step * step))
    # Time grows with memory × passes.
    passes = min(limit.passes, max(floor.passes, int(floor.passes * factor * floor.memory / memory)))
    return Cost(memory, passes, floor.lanes)
