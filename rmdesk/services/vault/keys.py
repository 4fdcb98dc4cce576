"""The keys of a vault: everything comes from one master key, and each use has its own key."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_LENGTH = 32


@dataclass(frozen=True)
class Keys:
    """Keys of 32 bytes each. They never appear in `repr`, so that no log or traceback can hold one."""

    master: bytes = field(repr=False)
    database: bytes = field(repr=False)  # the raw SQLCipher key
    attachment: bytes = field(repr=False)
    audit: bytes = field(repr=False)  # chains the change records
    keyfile: bytes = field(repr=False)  # authenticates the key file and every slot in it
    anchor: bytes = field(repr=False)
    draft: bytes = field(repr=False)  # what was half written at a lock
    former: tuple[Keys, ...] = field(default=(), repr=False)  # of earlier master keys, the newest first


def new_master() -> bytes:
    return secrets.token_bytes(KEY_LENGTH)


def derive_keys(master: bytes, former: Sequence[bytes] = ()) -> Keys:
    """All keys of the vault whose master key this is (HKDF-SHA256, RFC 5869, one info string per use).

    `former` are its earlier master keys, the newest first: backups and documents of their time open by them.
    The audit key stays that of the first one, since the chain of records goes on; whoever knew it can write
    into the chain only if the database opens for them too.
    """
    if any(len(one) != KEY_LENGTH for one in (master, *former)):
        raise ValueError("a master key has 32 bytes")
    earlier = tuple(derive_keys(one, former[place + 1 :]) for place, one in enumerate(former))

    def derived(use: str) -> bytes:
        info = f"rmdesk 1 {use}".encode()
        return HKDF(algorithm=hashes.SHA256(), length=KEY_LENGTH, salt=None, info=info).derive(master)

    return Keys(
        master=master,
        database=derived("database"),
        attachment=derived("attachment"),
        audit=earlier[-1].audit if earlier else derived("audit"),
        keyfile=derived("key file"),
        anchor=derived("anchor"),
        draft=derived("draft"),
        former=earlier,
    )
