"""Type on paper: Noto Sans SC embedded, only the glyphs used; how wide text is and where its lines break.

Values are text, never markup. What the face cannot draw stands there by its number, 〔U+20BB7〕: nothing that
somebody typed is lost or turned into a blank.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rmdesk import resources

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFontFace

REGULAR = "NotoSansSC-Regular"
BOLD = "NotoSansSC-Bold"

_UNIT = 1000  # widths of the library are thousandths of the size
_UNSEEN = ("Cc", "Cf", "Co", "Cn")  # controls, marks that steer, no characters at all
_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
# No line begins with what closes or ends with what opens (GB/T 15834).
_CLOSING = "，。、；：？！）》」』】〕〉”’％…—,.;:?!)]}%"
_OPENING = "（《「『【〔〈“‘([{"
_WORD = r"[^\s\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
_TOKENS = re.compile(
    f"[{re.escape(_OPENING)}]*(?:{_WORD}+|\\S)?[{re.escape(_CLOSING)}]*[^\\S\n]*|\\s", re.DOTALL
)


@cache
def face(name: str) -> TTFontFace:
    """The face itself, read once: a tenth of a second."""
    from reportlab.pdfbase.ttfonts import TTFontFace

    return TTFontFace(str(resources.path("fonts", f"{name}.ttf")))


@cache
def _widths(name: str) -> dict[int, int]:
    """The width of each code point that a face can draw."""
    found = face(name)
    widths: dict[int, int] = dict.fromkeys(found.charToGlyph, found.defaultWidth)
    widths.update(found.charWidths)
    return widths


@cache
def _drawable() -> frozenset[str]:
    """What both faces have a glyph for, marks that are not to be seen left out."""
    both = map(chr, _widths(REGULAR).keys() & _widths(BOLD).keys())
    return frozenset(one for one in both if unicodedata.category(one) not in _UNSEEN)


@lru_cache(maxsize=20_000)
def printable(value: str) -> str:
    """`value` as it can be drawn: controls dropped, line ends as \\n, what has no glyph as its number."""
    if _drawable().issuperset(value):
        return value
    return "".join(map(_shown, _BREAKS.sub("\n", value)))


def _shown(character: str) -> str:
    if character == "\n" or character in _drawable():
        return character
    if character == "\t":
        return "    "
    if unicodedata.category(character) in ("Cc", "Cf") or _is_variation_selector(character):
        return ""
    return f"〔U+{ord(character):04X}〕"


def _is_variation_selector(character: str) -> bool:
    """It says how the character before it is drawn, and is nothing to be read itself."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


@lru_cache(maxsize=20_000)
def width(text: str, face: str, size: float) -> float:
    """How wide `text`, which is printable and one line, is in points."""
    known = _widths(face)
    return sum([known[ord(one)] for one in text]) * size / _UNIT


@lru_cache(maxsize=20_000)
def lines(value: str, face: str, size: float, room: float) -> tuple[str, ...]:
    """`value` broken into lines at most `room` points wide; a word longer than a line is cut, not lost.

    At least one line, which may be empty.
    """
    found: list[str] = []
    for paragraph in printable(value).split("\n"):
        if width(paragraph, face, size) <= room:
            found.append(paragraph.rstrip())
        else:
            found += _broken(paragraph, face, size, room)
    return tuple(found)


def _broken(paragraph: str, face: str, size: float, room: float) -> list[str]:
    found: list[str] = []
    line, used = "", 0.0
    for token in _TOKENS.findall(paragraph):
        wide = width(token, face, size)
        bare = width(token.rstrip(), face, size)
        if used + bare <= room:
            line, used = line + token, used + wide
            continue
        if line:
            found.append(line.rstrip())
            line, used = "", 0.0
        while bare > room:
            head = _head(token, face, size, room)
            found.append(head)
            token = token[len(head) :]
            bare = width(token.rstrip(), face, size)
        line, used = token, width(token, face, size)
    if line.rstrip() or not found:
        found.append(line.rstrip())
    return found


def _head(token: str, face: str, size: float, room: float) -> str:
    """As many characters as fit, at least one."""
    used = 0.0
    for place, character in enumerate(token):
        used += width(character, face, size)
        if used > room:
            return token[: max(1, place)]
    return token
