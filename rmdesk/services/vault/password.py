"""Which passwords are good enough, and how sign-in names are compared."""

from __future__ import annotations

import secrets
import unicodedata

from rmdesk.services.errors import UserError

SHORTEST = 8


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


# No letter or digit that is easily taken for another when it is read out.
_SPOKEN = "abcdefghjkmnpqrstuvwxyz23456789"


def suggest_password() -> str:
    """A one-use password to hand over by word of mouth: three groups of four characters, 59 bits."""
    return "-".join("".join(secrets.choice(_SPOKEN) for _ in range(4)) for _ in range(3))
