"""A typeface inside a PDF: one composite font of the glyphs used, two bytes a character.

The library's own way cuts a face into fonts of 256 glyphs each, and Chinese text changes between them at
nearly every character: pages become half as large again, and take longer to make. See ISO 32000-1, 9.7.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFontFace

_MANY = 100  # entries of one block of a character map
_USUAL = 1000  # the width of an ideograph, in thousandths of the size
_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
%s
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


# A code is two of these bytes: those that the library writes as they are and no string has to escape. In
# digits pages would be larger.
_BYTES = [byte for byte in (*range(0x20, 0x7F), *range(0xA1, 0x100)) if chr(byte) not in "()\\\xad"]


class Embedded(dict[str, str]):
    """One face in one PDF. Asked for a character, it gives its code as the page writes it."""

    def __init__(self, face: TTFontFace, name: str) -> None:
        super().__init__()
        self.name = name  # as pages call it
        self._face = face
        self._used: dict[int, int] = {}  # code points by code

    def __missing__(self, character: str) -> str:
        high, low = (_BYTES[one] for one in divmod(len(self._used), len(_BYTES)))
        self._used[high << 8 | low] = ord(character)
        code = chr(high) + chr(low)
        self[character] = code
        return code

    def written(self, text: str) -> str:
        """`text`, which is printable, as an operand of the operator that shows it."""
        return f"({''.join([self[one] for one in text])})"

    def add_to(self, document: Any) -> None:
        """Put the face into the PDF once all pages are drawn; nothing if none of them used it."""
        if not self._used:
            return
        called = f"RMDESK+{self._face.name.decode('ascii')}"
        descriptor = self._face.addSubsetObjects(document, called, [0, *self._used.values()])
        others: list[Any] = []
        for code, one in self._used.items():
            width = self._face.getCharWidth(one)
            if width != _USUAL:
                others += [code, pdfdoc.PDFArray([width])]
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(called),
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "DW": _USUAL,
                "W": pdfdoc.PDFArray(others),
                "FontDescriptor": descriptor,
                "CIDToGIDMap": document.Reference(_stream(self._glyphs()), f"glyphs:{self.name}"),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(called),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant, f"cid:{self.name}")]),
                "ToUnicode": document.Reference(
                    _stream(self._character_map().encode("ascii")), f"unicode:{self.name}"
                ),
            }
        )
        fonts = document.idToObject["BasicFonts"].dict
        fonts[self.name] = document.Reference(font, f"font:{self.name}")

    def _glyphs(self) -> bytes:
        """Which glyph each code is: they are numbered as they come, and two characters may share one."""
        numbers: dict[int, int] = {0: 0}
        found = bytearray(2 * (max(self._used) + 1))
        for code, one in self._used.items():
            number = numbers.setdefault(self._face.charToGlyph.get(one, 0), len(numbers))
            found[2 * code : 2 * code + 2] = number.to_bytes(2, "big")
        return bytes(found)

    def _character_map(self) -> str:
        """What text each code stands for, so that pages can be searched and copied from."""
        lines = [
            f"<{code:04X}> <{chr(one).encode('utf-16-be').hex().upper()}>" for code, one in self._used.items()
        ]
        blocks = [lines[start : start + _MANY] for start in range(0, len(lines), _MANY)]
        return _TO_UNICODE % "\n".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        )


def _stream(content: bytes) -> Any:
    stream = pdfdoc.PDFStream(content=content)
    stream.filters = [pdfdoc.PDFZCompress]
    return stream
