"""What is known of a backup without opening it: sealed beside it once it was verified."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from rmdesk.services.copies import Contents
from rmdesk.services.vault.keys import Keys
from rmdesk.services.vault.sealing import BoxRefusedError, bound, seal, stretch, unseal


@dataclass(frozen=True, slots=True)
class Facts:
    """Of a verified backup: its newest change set, revision, rows by table, and size in bytes.

    `attachments` are the uids of the documents that belong to it.
    """

    head: int
    digest: bytes
    version: int
    counts: Mapping[str, int]
    size: int
    attachments: frozenset[str]

    @classmethod
    def of(cls, contents: Contents, size: int, attachments: frozenset[str]) -> Facts:
        state = contents.state
        return cls(
            state.head_number, state.head_digest, contents.version, dict(contents.counts), size, attachments
        )

    def agrees_with(self, contents: Contents) -> bool:
        state = contents.state
        return (self.head, self.digest, self.version, self.counts) == (
            state.head_number,
            state.head_digest,
            contents.version,
            dict(contents.counts),
        )


def sealed(facts: Facts, keys: Keys, vault_uid: str, name: str) -> bytes:
    """The facts as they lie beside the backup of this name; nobody without the key reads or makes them."""
    stored = {
        "head": facts.head,
        "digest": facts.digest.hex(),
        "version": facts.version,
        "counts": dict(facts.counts),
        "size": facts.size,
        "attachments": sorted(facts.attachments),
    }
    return seal(_key(keys, vault_uid), json.dumps(stored).encode(), _around(vault_uid, name))


def opened(box: bytes, keys: Keys, vault_uid: str, name: str) -> Facts | None:
    """The facts in `box`; None if they are damaged, of another backup or of another vault."""
    try:
        stored = json.loads(unseal(_key(keys, vault_uid), box, _around(vault_uid, name)))
    except BoxRefusedError:
        return None
    return Facts(
        stored["head"],
        bytes.fromhex(stored["digest"]),
        stored["version"],
        stored["counts"],
        stored["size"],
        frozenset(stored["attachments"]),
    )


def _key(keys: Keys, vault_uid: str) -> bytes:
    return stretch(keys.master, bytes.fromhex(vault_uid), "backup")


def _around(vault_uid: str, name: str) -> bytes:
    return bound("backup", vault=vault_uid, name=name)
