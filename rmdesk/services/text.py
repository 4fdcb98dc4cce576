"""What a person may type as one line of text."""

from __future__ import annotations

import unicodedata

from rmdesk.services.errors import UserError

# Control characters and lone surrogates; the marks that turn the direction of text; what nobody sees.
# They make two names look alike, or one look like another.
_REFUSED = frozenset({"Cc", "Cs"})
_UNSEEN = frozenset(
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)


def line(value: object, what: str, *, longest: int) -> str:
    """`value` trimmed and in composed form (NFC), 1 to `longest` characters.

    `what` names it for the person, as `labels.what` knows it. Raises UserError `text.not_text`,
    `text.empty` or `text.too_long`.
    """
    if not isinstance(value, str):
        raise UserError("text.not_text", what=what)
    found = unicodedata.normalize("NFC", value).strip()
    if any(char in _UNSEEN or unicodedata.category(char) in _REFUSED for char in found):
        raise UserError("text.not_text", what=what)
    if not found:
        raise UserError("text.empty", what=what)
    if len(found) > longest:
        raise UserError("text.too_long", what=what, longest=longest)
    return found
