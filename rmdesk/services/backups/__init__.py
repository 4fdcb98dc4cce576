"""Backups of the vault: made, verified, listed, thinned out, brought back."""

from rmdesk.services.backups.listing import Backup, find, list_backups, newest_verified, verify
from rmdesk.services.backups.making import Made, is_due, make, make_by_hand, make_if_due
from rmdesk.services.backups.names import Kind
from rmdesk.services.backups.restoring import (
    Comparison,
    Difference,
    Prepared,
    Restored,
    compare,
    prepare_restore,
    restore,
    restore_damaged,
)

__all__ = [
    "Backup",
    "Comparison",
    "Difference",
    "Kind",
    "Made",
    "Prepared",
    "Restored",
    "compare",
    "find",
    "is_due",
    "list_backups",
    "make",
    "make_by_hand",
    "make_if_due",
    "newest_verified",
    "prepare_restore",
    "restore",
    "restore_damaged",
    "verify",
]
