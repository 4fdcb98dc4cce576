"""Type on paper: Noto Sans SC embedded, only the glyphs used; characters it lacks stay visible."""

from __future__ import annotations

import unicodedata
from functools import cache

from rmdesk import resources

REGULAR = "NotoSansSC"
BOLD = "NotoSansSC-Bold"

# Printed where the face has no glyph: a reader must see that a letter stands there (geta mark, U+3013).
SUBSTITUTE = "\N{GETA MARK}"


@cache
def register() -> frozenset[int]:
    """Make both faces known to the PDF library; returns the code points the regular one can draw."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    regular = TTFont(REGULAR, str(resources.path("fonts", "NotoSansSC-Regular.ttf")))
    pdfmetrics.registerFont(regular)
    pdfmetrics.registerFont(TTFont(BOLD, str(resources.path("fonts", "NotoSansSC-Bold.ttf"))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    return frozenset(regular.face.charToGlyph)


def printable(value: str) -> str:
    """`value` with control and direction marks dropped and every undrawable character made visible."""
    drawable = register()
    kept = []
    for character in value:
        if character in "\n\t":
            kept.append(character)
        elif unicodedata.category(character) in ("Cc", "Cf"):
            continue
        elif ord(character) in drawable:
            kept.append(character)
        else:
            kept.append(SUBSTITUTE)
    return "".join(kept)
