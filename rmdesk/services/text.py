"""What a person may type as text: one line, or several."""

from __future__ import annotations

import re
import unicodedata

from rmdesk.services.errors import UserError

# Control characters and lone surrogates; the marks that turn the direction of text; what nobody sees.
# They make two names look alike, or one look like another.
_REFUSED = frozenset({"Cc", "Cs"})
_UNSEEN = frozenset(
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
# What authenticates a customer is never stored (class C3): a word for such a secret with digits behind it.
_SECRET = re.compile(
    r"(?:密码|口令|安全码|校验码|验证码|cvv2?|cvc2?|\bpin\b|passwords?|passcodes?)(?:[^\w\n]|[是为]|is\b)*[0-9]{3,}",
    re.IGNORECASE,
)
_THREE_DIGITS = re.compile("[0-9]{3}")  # found far sooner, and most texts have none


def line(value: object, what: str, *, longest: int) -> str:
    """`value` trimmed and in composed form (NFC), 1 to `longest` characters.

    `what` names it for the person, as `labels.what` knows it. Raises UserError `text.not_text`,
    `text.empty` or `text.too_long`.
    """
    if not isinstance(value, str):
        raise UserError("text.not_text", what=what)
    if len(value) > 4 * longest:  # before the work of looking at each character
        raise UserError("text.too_long", what=what, longest=longest)
    found = unicodedata.normalize("NFC", value).strip()
    # All that is refused or unseen is not printable; of most texts that is all there is to know.
    if not found.isprintable() and any(
        char in _UNSEEN or unicodedata.category(char) in _REFUSED for char in found
    ):
        raise UserError("text.not_text", what=what)
    if not found:
        raise UserError("text.empty", what=what)
    if len(found) > longest:
        raise UserError("text.too_long", what=what, longest=longest)
    return found


def paragraphs(value: object, what: str, *, longest: int) -> str:
    """As `line`, for text of several lines: line ends become \\n, tabs spaces.

    Raises UserError `text.secret` too, for what looks like a password or a card's check value.
    """
    if not isinstance(value, str):
        raise UserError("text.not_text", what=what)
    if len(value) > 4 * longest:  # before the work of looking at each character
        raise UserError("text.too_long", what=what, longest=longest)
    unified = value.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    lines = [unicodedata.normalize("NFC", one).rstrip() for one in unified.split("\n")]
    found = "\n".join(lines).strip()
    if any(char != "\n" and (char in _UNSEEN or unicodedata.category(char) in _REFUSED) for char in found):
        raise UserError("text.not_text", what=what)
    if not found:
        raise UserError("text.empty", what=what)
    if len(found) > longest:
        raise UserError("text.too_long", what=what, longest=longest)
    if tells_secret(found):
        raise UserError("text.secret", what=what)
    return found


def tells_secret(text: str) -> bool:
    """Whether it looks like a password or a card's check value with its word in front."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _THREE_DIGITS.search(plain) is not None and _SECRET.search(plain) is not None
