"""Which passwords are good enough, and which names can stand in a key file."""

from __future__ import annotations

import unicodedata

from rmdesk.services.errors import UserError

SHORTEST = 8
LONGEST_NAME = 60


def same_name(name: str) -> str:
    """A sign-in name as it is stored and compared: normal form C, no space around it."""
    return unicodedata.normalize("NFC", name).strip()


def check_password(password: str, name: str) -> None:
    """Raise UserError `password.too_short` or `password.too_simple` (one character only, or the name)."""
    typed = unicodedata.normalize("NFC", password)
    if len(typed) < SHORTEST:
        raise UserError("password.too_short", shortest=SHORTEST)
    if len(set(typed)) == 1 or typed.strip().casefold() == same_name(name).casefold():
        raise UserError("password.too_simple")


def check_name(name: str) -> str:
    """The sign-in name as it will be kept; raises UserError `staff.name_missing`, `staff.name_unusable`."""
    kept = same_name(name)
    if not kept:
        raise UserError("staff.name_missing")
    if len(kept) > LONGEST_NAME or any(unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp") for one in kept):
        raise UserError("staff.name_unusable", longest=LONGEST_NAME)
    return kept
