"""The vault: a folder with an encrypted database, its key file, attachments and backups."""

from rmdesk.services.vault.creating import create_vault
from rmdesk.services.vault.finding import Finding
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keyfile import KeyFile, Slot
from rmdesk.services.vault.keyfile import load as load_keyfile
from rmdesk.services.vault.keyring import Keyring, KeyringState
from rmdesk.services.vault.keys import Keys, derive_keys
from rmdesk.services.vault.opened import Vault
from rmdesk.services.vault.opening import open_vault
from rmdesk.services.vault.process_lock import Holder, read_holder
from rmdesk.services.vault.recovery import challenge, check_challenge, make_code, read_code
from rmdesk.services.vault.sealing import Cost
from rmdesk.services.vault.slots import make_password_slot, make_recovery_slot
from rmdesk.services.vault.throttle import Throttle
from rmdesk.services.vault.unlocking import (
    Unlocked,
    forget_keyring,
    prepare_keyring,
    unlock,
    unlock_with_keyring,
    unlock_with_recovery,
)

__all__ = [
    "Cost",
    "Finding",
    "Holder",
    "KeyFile",
    "Keyring",
    "KeyringState",
    "Keys",
    "Slot",
    "Throttle",
    "Unlocked",
    "Vault",
    "VaultFolder",
    "challenge",
    "check_challenge",
    "create_vault",
    "derive_keys",
    "forget_keyring",
    "load_keyfile",
    "make_code",
    "make_password_slot",
    "make_recovery_slot",
    "open_vault",
    "prepare_keyring",
    "read_code",
    "read_holder",
    "unlock",
    "unlock_with_keyring",
    "unlock_with_recovery",
]
