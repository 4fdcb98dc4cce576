"""The vault: a folder with an encrypted database, its key file, attachments and backups."""

from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keys import Keys, derive_keys

__all__ = ["Keys", "VaultFolder", "derive_keys"]
