"""A key file without a database: unlocking reads nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keyfile import KeyFile
from rmdesk.services.vault.keys import Keys, derive_keys
from rmdesk.services.vault.recovery import format_code
from rmdesk.services.vault.sealing import Cost
from rmdesk.services.vault.slots import make_password_slot, make_recovery_slot

VAULT = "0190aaaa0000700080000000000000aa"
ZHOU = "0190aaaa0000700080000000000000a1"
LI = "0190aaaa0000700080000000000000a2"
MASTER = bytes(range(100, 132))
CODE = format_code(bytes(range(20)))
PASSWORDS = {"周建国": "八点开门 8:00", "李明": "liming-2025"}


@cache
def keys() -> Keys:
    return derive_keys(MASTER)


@cache
def keyfile() -> KeyFile:
    """Two people and a recovery code."""
    return KeyFile(
        vault=VAULT,
        branch="滨江支行",
        created="2025-01-02T03:04:05+00:00",
        generation=1,
        slots=(
            make_password_slot(keys(), VAULT, "周建国", ZHOU, PASSWORDS["周建国"], cost=Cost.FLOOR),
            make_password_slot(keys(), VAULT, "李明", LI, PASSWORDS["李明"], cost=Cost.FLOOR, one_use=True),
            make_recovery_slot(keys(), VAULT, CODE),
        ),
    )


@cache
def content() -> bytes:
    return keyfile().dump(keys())


def folder_with(root: Path, raw: bytes | None = None, copy: bytes | None = None) -> VaultFolder:
    """A folder with this key file (the usual one if None) and backup copy."""
    root.mkdir(parents=True, exist_ok=True)
    folder = VaultFolder.at(root)
    folder.keyfile.write_bytes(content() if raw is None else raw)
    if copy is not None:
        folder.keyfile_backup.write_bytes(copy)
    return folder
