"""Backups of the vault: made, verified, listed, thinned out, brought back."""

from rmdesk.services.backups.customers import (
    BroughtBack,
    ThenAndNow,
    bring_customer_back,
    compare_customer,
    find_customers,
    load_customers,
)
from rmdesk.services.backups.listing import Backup, find, list_backups, newest_verified, verify
from rmdesk.services.backups.looking import Look, look_into
from rmdesk.services.backups.making import Made, is_due, keep_salvaged, make, make_by_hand, make_if_due
from rmdesk.services.backups.restoring import (
    Comparison,
    Difference,
    Prepared,
    Restored,
    compare,
    missing_in,
    prepare_restore,
    restore,
    restore_damaged,
)
from rmdesk.services.vault.backup_names import Kind

__all__ = [
    "Backup",
    "BroughtBack",
    "Comparison",
    "Difference",
    "Kind",
    "Look",
    "Made",
    "Prepared",
    "Restored",
    "ThenAndNow",
    "bring_customer_back",
    "compare",
    "compare_customer",
    "find",
    "find_customers",
    "is_due",
    "keep_salvaged",
    "list_backups",
    "load_customers",
    "look_into",
    "make",
    "make_by_hand",
    "make_if_due",
    "missing_in",
    "newest_verified",
    "prepare_restore",
    "restore",
    "restore_damaged",
    "verify",
]
