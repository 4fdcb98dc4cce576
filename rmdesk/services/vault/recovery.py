"""The recovery code: made once, printed, typed back, and read however it was typed.

160 random bits as 32 characters of Crockford's base 32 and a checksum of four more, in nine groups of
four: `XXXX-XXXX-…`. The alphabet has no I, L, O or U, so whoever writes 1 for I or O for 0 is understood.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Mapping

from rmdesk.services.errors import UserError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 9
GROUP_LENGTH = 4
SECRET_LENGTH = 20  # bytes
_CHECKED = SECRET_LENGTH * 8 // 5  # characters that carry the secret
_LENGTH = GROUPS * GROUP_LENGTH
_DOMAIN = b"rmdesk recovery code 1"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def make_code() -> str:
    """A fresh recovery code, as it is printed."""
    return format_code(secrets.token_bytes(SECRET_LENGTH))


def format_code(secret: bytes) -> str:
    if len(secret) != SECRET_LENGTH:
        raise ValueError(f"a recovery code carries {SECRET_LENGTH} bytes")
    characters = _base32(secret, _CHECKED) + _checksum(secret)
    return "-".join(characters[start : start + GROUP_LENGTH] for start in range(0, _LENGTH, GROUP_LENGTH))


def read_code(typed: str) -> bytes:
    """The secret of a code as a person typed it: lower case, full width, spaces, O for 0 are understood.

    Raises UserError: `recovery.wrong_length` (`given`, `wanted`), `recovery.mistyped_group` (`group`,
    counted from 1, holds a character that no code has), `recovery.mistyped` (the checksum says that
    something is wrong, not where).
    """
    characters = _plain(typed)
    for position, one in enumerate(characters):
        if one not in ALPHABET:
            raise UserError("recovery.mistyped_group", group=min(position // GROUP_LENGTH + 1, GROUPS))
    if len(characters) != _LENGTH:
        raise UserError("recovery.wrong_length", given=len(characters), wanted=_LENGTH)
    number = 0
    for one in characters[:_CHECKED]:
        number = number * 32 + ALPHABET.index(one)
    secret = number.to_bytes(SECRET_LENGTH, "big")
    if not secrets.compare_digest(_checksum(secret), characters[_CHECKED:]):
        raise UserError("recovery.mistyped")
    return secret


def challenge(code: str) -> tuple[int, int, int]:
    """Three different groups of the code, counted from 1, chosen at random to be typed back, in order."""
    read_code(code)
    first, second, third = sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), 3))
    return first, second, third


def check_challenge(code: str, answers: Mapping[int, str]) -> list[int]:
    """The numbers of the groups that were typed back wrongly; empty if all are right."""
    groups = [_plain(group) for group in code.split("-")]
    return [
        number
        for number, typed in answers.items()
        if not secrets.compare_digest(_plain(typed).encode(), groups[number - 1].encode())
    ]


def _plain(typed: str) -> str:
    """What was typed, in the code's own characters where that is possible, without separators."""
    upper = unicodedata.normalize("NFKC", typed).upper().translate(_READ_AS)
    return re.sub(r"[\s\u200b\ufeff_.,·\-‐‑‒–—―−]", "", upper)


def _base32(data: bytes, length: int) -> str:
    number = int.from_bytes(data, "big")
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))


def _checksum(secret: bytes) -> str:
    digest = hashlib.sha256(_DOMAIN + secret).digest()
    return _base32((int.from_bytes(digest[:3], "big") >> 4).to_bytes(3, "big"), _LENGTH - _CHECKED)
