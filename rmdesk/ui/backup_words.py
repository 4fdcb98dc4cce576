"""A backup in words: when it was made and why, how large it is, what is in it."""

from __future__ import annotations

from rmdesk import labels
from rmdesk.services.backups import Backup, Kind
from rmdesk.ui import formats
from rmdesk.words import translate

_MB = 10**6


def backup_words(one: Backup) -> str:
    """Whole, for a list of them."""
    return labels.listed(part for part in (when(one), size(one), _state(one)) if part)


def when(one: Backup) -> str:
    """The moment, and the reason unless it is one of every half hour."""
    why = {
        Kind.REGULAR: "",
        Kind.BEFORE_IMPORT: translate("backups", "before an import"),
        Kind.BEFORE_RESTORE: translate("backups", "before another was brought back"),
        Kind.BEFORE_MIGRATION: translate("backups", "before a new version"),
        Kind.BEFORE_ROTATION: translate("backups", "before the key was exchanged"),
        Kind.SALVAGED: translate("backups", "salvaged from damage"),
    }[one.name.kind]
    moment = formats.moment(one.name.made_at.astimezone())
    return labels.listed(part for part in (moment, why) if part)


def size(one: Backup) -> str:
    return translate("backups", "{size} MB", size=f"{one.size / _MB:,.1f}")


def _state(one: Backup) -> str:
    if not one.is_verified:
        return translate("backups", "not verified")
    customers = formats.count(one.count("customer") or 0)
    return translate("backups", "{customers} customers, verified", customers=customers)
