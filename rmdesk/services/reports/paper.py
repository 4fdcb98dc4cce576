"""A sheet of paper to draw on: what is drawn becomes the operators of a PDF page (ISO 32000-1, 8 and 9).

Points, y from the upper edge downwards. The library makes the file; its own canvas is not used, because it
writes the texts of pages in a way that makes Chinese ones half as large again.
"""

from __future__ import annotations

import math
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfdoc

from rmdesk.services.reports import fonts
from rmdesk.services.reports.embedding import Embedded
from rmdesk.services.reports.styles import Ink, Style

_WATERMARK_ANGLE = 30  # degrees
_WATERMARK_SIZE = 14
_WATERMARK_GAP = 215  # between two of them, across and down


_ROUND = 0.5523  # how far the handles of a curve stand out, for a quarter of a circle


class Paper:
    """The pages of one PDF, drawn one after the other. `language` is that of the texts, as in BCP 47."""

    def __init__(self, size: tuple[float, float], *, title: str, author: str, language: str) -> None:
        self.width, self.height = size
        self._document = pdfdoc.PDFDocument(compression=1, lang=language)
        self._document.setTitle(title)
        self._document.setAuthor(author)
        self._document.setCreator("rmdesk")
        self._faces = {
            name: Embedded(fonts.face(name), called)
            for name, called in ((fonts.REGULAR, "R"), (fonts.BOLD, "B"))
        }
        self._watermark: Any = None
        self._drawn: list[str] = []
        self._texts: list[tuple[float, float, str, str, float, str]] = []

    def text(self, x: float, y: float, text: str, style: Style, *, right: bool = False) -> None:
        """One line with its baseline at `y`, which is printable; with `right` it ends at `x`."""
        if not text:
            return
        if right:
            x -= fonts.width(text, style.face, style.size)
        self._texts.append((x, self.height - y, text, style.face, style.size, style.ink))

    def rule(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        ink: str = Ink.LINE,
        *,
        width: float = 0.4,
        dash: float = 0,
    ) -> None:
        dashes = f"[{dash:.1f} {dash:.1f}] 0 d " if dash else ""
        line = f"{x1:.2f} {self.height - y1:.2f} m {x2:.2f} {self.height - y2:.2f} l S"
        self._drawn.append(f"{_stroke(ink)} {width:.2f} w {dashes}{line}{' [] 0 d' if dash else ''}")

    def rules(self, lines: list[tuple[float, float, float, float]], ink: str = Ink.LINE) -> None:
        """Many hairlines at once."""
        if lines:
            paths = " ".join(
                f"{x1:.2f} {self.height - y1:.2f} m {x2:.2f} {self.height - y2:.2f} l"
                for x1, y1, x2, y2 in lines
            )
            self._drawn.append(f"{_stroke(ink)} 0.3 w {paths} S")

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: str | None, outline: str | None
    ) -> None:
        """A rectangle whose upper left corner is given."""
        path = f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re"
        self._paint(path, fill, outline, 0.6)

    def dot(self, x: float, y: float, radius: float, *, fill: str, outline: str) -> None:
        top = self.height - y
        handle = _ROUND * radius
        curves = [f"{x + radius:.2f} {top:.2f} m"]
        for quarter in range(4):
            cos, sin = round(math.cos(quarter * math.pi / 2)), round(math.sin(quarter * math.pi / 2))
            points = ((radius, handle), (handle, radius), (0.0, radius))
            turned = ((x + a * cos - b * sin, top + a * sin + b * cos) for a, b in points)
            curves.append(" ".join(f"{one:.2f} {other:.2f}" for one, other in turned) + " c")
        self._paint(" ".join(curves), fill, outline, 0.9)

    def _paint(self, path: str, fill: str | None, outline: str | None, width: float) -> None:
        parts = [path, {(True, True): "B", (True, False): "f", (False, True): "S"}[bool(fill), bool(outline)]]
        if outline:
            parts.insert(0, f"{_stroke(outline)} {width:.1f} w")
        if fill:
            parts.insert(0, _fill(fill))
        self._drawn.append(" ".join(parts))

    def set_watermark(self, words: str) -> None:
        """Pale and slanted all over every page, under whatever is drawn on it; in the file once."""
        told = fonts.printable(words).replace("\n", " ")
        wide = fonts.width(told, fonts.BOLD, _WATERMARK_SIZE)
        embedded = self._faces[fonts.BOLD]
        shown = embedded.written(told)
        cos, sin = math.cos(math.radians(_WATERMARK_ANGLE)), math.sin(math.radians(_WATERMARK_ANGLE))
        across, reach = max(_WATERMARK_GAP, wide + 60), (self.width + self.height) / 2
        rows, places = int(reach / _WATERMARK_GAP), int(reach / across)
        drawn = [f"BT /{embedded.name} {_WATERMARK_SIZE} Tf {_fill(Ink.WATERMARK)}"]
        for row in range(-rows, rows + 1):
            for place in range(-places, places + 1):
                along, up = place * across + across / 2 * (row % 2) - wide / 2, row * _WATERMARK_GAP
                x = self.width / 2 + along * cos - up * sin
                y = self.height / 2 + along * sin + up * cos
                drawn.append(f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.1f} {y:.1f} Tm {shown} Tj")
        form = pdfdoc.PDFStream(content="\n".join([*drawn, "ET"]).encode("latin-1"))
        form.filters = [pdfdoc.PDFZCompress]
        resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        for name, value in (
            ("Type", pdfdoc.PDFName("XObject")),
            ("Subtype", pdfdoc.PDFName("Form")),
            ("BBox", pdfdoc.PDFArray([0, 0, self.width, self.height])),
            ("Resources", resources),
        ):
            form.dictionary[name] = value
        self._watermark = self._document.Reference(form, "watermark")

    def end_page(self) -> None:
        """Finish this page; what is drawn next stands on another one."""
        page = pdfdoc.PDFPage()
        page.pagewidth, page.pageheight = self.width, self.height
        page.setCompression(1)
        page.Resources = pdfdoc.PDFResourceDictionary()
        page.Resources.basicFonts()
        page.Resources.basicProcs()
        under = []
        if self._watermark is not None:
            page.Resources.XObject = {"W": self._watermark}
            under.append("/W Do")
        # As bytes: the library would write a text as UTF-8, and codes of glyphs are no text.
        page.setStream("\n".join([*under, *self._drawn, self._written(), ""]).encode("latin-1"))
        self._document.addPage(page)
        self._drawn.clear()
        self._texts.clear()

    def finished(self) -> bytes:
        """The PDF of all pages that were ended."""
        for face in self._faces.values():
            face.add_to(self._document)
        made: bytes = self._document.GetPDFData(None)
        return made

    def _written(self) -> str:
        """All texts of the page as one object: set one by one, each would bring its font along."""
        written = ["BT"]
        face, size, ink = "", 0.0, ""
        embedded = self._faces[fonts.REGULAR]
        for x, y, text, its_face, its_size, its_ink in self._texts:
            if its_face != face or its_size != size:
                face, size = its_face, its_size
                embedded = self._faces[face]
                written.append(f"/{embedded.name} {size:.2f} Tf")
            if its_ink != ink:
                ink = its_ink
                written.append(_fill(ink))
            written.append(f"1 0 0 1 {x:.1f} {y:.1f} Tm {embedded.written(text)} Tj")
        written.append("ET")
        return "\n".join(written)


@cache
def _colour(ink: str) -> str:
    """Red, green and blue of #RRGGBB, each of 1."""
    return " ".join(f"{int(ink[place : place + 2], 16) / 255:.3f}" for place in (1, 3, 5))


def _fill(ink: str) -> str:
    return f"{_colour(ink)} rg"


def _stroke(ink: str) -> str:
    return f"{_colour(ink)} RG"
