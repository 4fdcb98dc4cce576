"""The key file while the master key is exchanged: both keys in it first, the old one given up last.

Killed in between, whoever opens a slot holds both, and the database tells which of them counts.
"""

from __future__ import annotations

import dataclasses

from rmdesk.services import files
from rmdesk.services.vault import keyfile as keyfiles
from rmdesk.services.vault import slots
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keyfile import KeyFile
from rmdesk.services.vault.keys import Keys


def begun(keyfile: KeyFile, next_keys: Keys) -> KeyFile:
    """The key file with the next master key sealed to everybody as well; the present one still counts."""
    epoch = keyfile.current + 1
    sealed = (slots.with_master(keyfile.vault, slot, next_keys.master, epoch) for slot in keyfile.slots)
    return dataclasses.replace(keyfile, slots=tuple(sealed))


def finished(keyfile: KeyFile, next_keys: Keys) -> KeyFile:
    """The begun key file with the next master key as the present one; the former one opens what is old."""
    vouched = (slot.vouched(next_keys, keyfile.vault) for slot in keyfile.slots)
    return dataclasses.replace(keyfile, slots=tuple(vouched), current=keyfile.current + 1)


def write(folder: VaultFolder, raw: bytes) -> None:
    """Put `raw` in place of the key file and of its copy: the copy alone must open the vault too.

    Raises OSError.
    """
    keyfiles.write(folder, raw)
    files.replace_bytes(folder.keyfile_backup, raw)
