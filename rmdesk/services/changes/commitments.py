"""The seals of the change records: HMAC-SHA256 under the audit key, over an unambiguous text.

A record's commitment covers its place and its contents; a set's digest covers the set, the
commitments of its records and the digest before it. Contents can therefore be erased lawfully without
breaking the chain, and nothing can be changed, removed or moved without the key.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rmdesk.models import Change
from rmdesk.services.changes import codec

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hmac import HMAC

COMMITMENT_LENGTH = 16
# Number of the set, position in it, table, uid, version, change, field, before, after.
Committing = Callable[[int, int, str, str, int, str, "str | None", "str | None", "str | None"], bytes]


class Head(NamedTuple):
    """The newest change set: its number (0: none yet) and its digest."""

    number: int
    digest: bytes


@lru_cache(maxsize=4)
def _begun(key: bytes) -> Callable[[], HMAC]:
    # Late: the process that reads a file for an import seals nothing, and the library takes 7 MB.
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.hmac import HMAC

    return HMAC(key, SHA256()).copy


@lru_cache(maxsize=4)
def keyed(key: bytes) -> Callable[[bytes], bytes]:
    """HMAC-SHA256 (RFC 2104) under a key, with what depends on the key alone done once.

    By `cryptography`: for messages as short as ours Python's own SHA-256 takes twice the time.
    """
    begin = _begun(key)

    def seal(message: bytes) -> bytes:
        one = begin()
        one.update(message)
        return one.finalize()

    return seal


def genesis(audit_key: bytes, vault_uid: str) -> Head:
    """What the first change set of a vault builds on."""
    return Head(0, keyed(audit_key)(b"rmdesk change sets 1 " + vault_uid.encode()))


@lru_cache(maxsize=4)
def committing(audit_key: bytes) -> Committing:
    """What seals one record under this key; verification asks it a million times."""
    begin = _begun(audit_key)

    def commit(
        number: int,
        position: int,
        table: str,
        uid: str,
        version: int,
        change: str,
        field: str | None,
        before: str | None,
        after: str | None,
    ) -> bytes:
        # Each text is preceded by its length, so that no two records have the same message. Written out
        # without calls.
        one = begin()
        one.update(
            (
                f"{number}.{position}.{version}.{len(table)}:{table}{len(uid)}:{uid}{len(change)}:{change}"
                f"{'-' if field is None else f'{len(field)}:{field}'}"
                f"{'-' if before is None else f'{len(before)}:{before}'}"
                f"{'-' if after is None else f'{len(after)}:{after}'}"
            ).encode()
        )
        return one.finalize()[:COMMITMENT_LENGTH]

    return commit


def row_seal(audit_key: bytes, uid: str, text: str) -> str:
    """The *after* of a created row: a seal of its values (`codec.row_text`), as JSON.

    The values themselves stand in the row and change lawfully; what they were at first follows from the
    records of those changes, and must still fit this seal.
    """
    seal = keyed(audit_key)(f"{uid}{text}".encode())[:COMMITMENT_LENGTH]
    return f'"{base64.b64encode(seal).decode()}"'


def row_seals(audit_key: bytes, uids: Iterable[str], texts: Iterable[str]) -> list[str]:
    """`row_seal` of many rows, written out without calls."""
    begin, encode = _begun(audit_key), binascii.b2a_base64
    seals = []
    for uid, text in zip(uids, texts, strict=True):
        one = begin()
        one.update(f"{uid}{text}".encode())
        seals.append(f'"{encode(one.finalize()[:COMMITMENT_LENGTH], newline=False).decode()}"')
    return seals


def seal_created(
    audit_key: bytes,
    number: int,
    position: int,
    table: str,
    uids: Sequence[str],
    versions: Sequence[int],
    texts: Sequence[str],
) -> tuple[list[str], list[bytes]]:
    """`row_seal` and `commitment` of new rows of a table, the first one's record at `position`.

    The same as one by one, but written out without calls, and what is equal in all messages once.
    """
    begin, encode = _begun(audit_key), binascii.b2a_base64
    named, created = f"{len(table)}:{table}", f"{len(Change.CREATED)}:{Change.CREATED}"
    afters, sealed = [], []
    for place, (uid, version, text) in enumerate(zip(uids, versions, texts, strict=True), position):
        row = begin()
        row.update(f"{uid}{text}".encode())
        after = f'"{encode(row.finalize()[:COMMITMENT_LENGTH], newline=False).decode()}"'
        message = f"{number}.{place}.{version}.{named}{len(uid)}:{uid}{created}--{len(after)}:{after}"
        record = begin()
        record.update(message.encode())
        afters.append(after)
        sealed.append(record.finalize()[:COMMITMENT_LENGTH])
    return afters, sealed


def is_row_sealed(audit_key: bytes, uid: str, row: Mapping[str, str], seal: str) -> bool:
    """Whether `seal` is that of `row`, encoded with its `id`; the seals of early vaults leave the id out."""
    if row_seal(audit_key, uid, codec.row_text(row)) == seal:
        return True
    without = {name: text for name, text in row.items() if name != codec.ID}
    return row_seal(audit_key, uid, codec.row_text(without)) == seal


def _sized(text: str | None) -> str:
    return "-" if text is None else f"{len(text)}:{text}"


def set_digest(
    audit_key: bytes,
    before: bytes,
    number: int,
    at: str,
    staff_uid: str | None,
    kind: str,
    subject_table: str | None,
    subject_uid: str | None,
    detail: str | None,
    undo_of: int | None,
    records: int,
    commitments: bytes | bytearray,
) -> bytes:
    """The digest of a change set that follows the one with digest `before`; `at` as it is stored.

    `commitments` are those of its `records`, one behind the other.
    """
    message = (
        f"{number}.{records}.{'-' if undo_of is None else undo_of}.{_sized(at)}{_sized(staff_uid)}"
        f"{_sized(kind)}{_sized(subject_table)}{_sized(subject_uid)}{_sized(detail)}"
    )
    return keyed(audit_key)(b"".join((before, message.encode(), b"\n", commitments)))
