"""The page every report is printed on: A4, head with branch and title, foot with number, page n of m.

A report is rendered to bytes in memory and never to a file of its own accord; the person who saves or
prints it decides where it goes. Sizes are in points (1/72 inch).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from rmdesk.services.reports import fonts
from rmdesk.words import translate

MARGIN = 18 * mm
HEAD = 14 * mm
FOOT = 12 * mm
WIDTH = A4[0] - 2 * MARGIN
WIDE = A4[1] - 2 * MARGIN  # of a page that lies on its side
TALL = A4[0] - 2 * MARGIN - HEAD - FOOT + 18 * mm  # what stands on such a page

INK = colors.HexColor("#1B1D20")
QUIET = colors.HexColor("#5B5E63")
HAIRLINE = colors.HexColor("#B8B7B1")
SHADE = colors.HexColor("#F3F2EF")
WATERMARK = colors.HexColor("#E9E8E4")

BODY = ParagraphStyle(
    "body",
    fontName=fonts.REGULAR,
    fontSize=9.5,
    leading=15,
    textColor=INK,
    wordWrap="CJK",
    splitLongWords=True,
)
QUIET_BODY = ParagraphStyle("quiet", BODY, textColor=QUIET)
RIGHT = ParagraphStyle("right", BODY, alignment=TA_RIGHT)
HEADING = ParagraphStyle("heading", BODY, fontName=fonts.BOLD, fontSize=11.5, leading=18, spaceBefore=8)
TITLE = ParagraphStyle("title", BODY, fontName=fonts.BOLD, fontSize=17, leading=25, spaceAfter=4)
CELL_HEAD = ParagraphStyle("cell head", BODY, fontName=fonts.BOLD, fontSize=8.5, leading=12, textColor=QUIET)
CELL = ParagraphStyle("cell", BODY, fontSize=9, leading=13)
CODE = ParagraphStyle("code", BODY, fontName=fonts.BOLD, fontSize=17, leading=30)


@dataclass(frozen=True)
class Sheet:
    """What stands around a report: never its contents.

    `number` identifies the print-out (may be empty); `watermark` is drawn large and pale across every
    page, e.g. for demonstration data.
    """

    branch: str
    title: str
    printed_by: str
    printed_at: datetime
    number: str = ""
    watermark: str = ""


def text(value: str, style: ParagraphStyle = BODY) -> Paragraph:
    """A paragraph that shows `value` to the letter: markup in it is text, line breaks stay."""
    return Paragraph(escape(fonts.printable(value)).replace("\n", "<br/>"), style)


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    right: frozenset[int] = frozenset(),
) -> Table:
    """A table that breaks between rows and repeats its heading; `widths` are shares of the page's width.

    Columns whose index is in `right` are set flush right.
    """
    total = sum(widths)
    right_head = ParagraphStyle("right head", CELL_HEAD, alignment=TA_RIGHT)
    right_cell = ParagraphStyle("right cell", CELL, alignment=TA_RIGHT)
    cells: list[list[Flowable]] = [
        [text(head, right_head if column in right else CELL_HEAD) for column, head in enumerate(heads)]
    ]
    cells += [
        [text(value, right_cell if column in right else CELL) for column, value in enumerate(row)]
        for row in rows
    ]
    return Table(
        cells,
        colWidths=[WIDTH * share / total for share in widths],
        repeatRows=1,
        style=TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, INK),
                ("LINEBELOW", (0, 1), (-1, -1), 0.3, HAIRLINE),
                ("LEFTPADDING", (0, 0), (-1, -1), 3),
                ("RIGHTPADDING", (0, 0), (-1, -1), 3),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        ),
        spaceBefore=6,
    )


class _NumberedCanvas(Canvas):  # type: ignore[misc]  # reportlab ships no types
    """Draws head and foot once the number of pages is known."""

    def __init__(self, *arguments: Any, sheet: Sheet, size: tuple[float, float], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._sheet, self._size = sheet, size
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - overrides the library's name
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        of = len(self._pages)
        for number, page in enumerate(self._pages, start=1):
            self.__dict__.update(page)
            self._draw_frame(number, of)
            super().showPage()
        super().save()

    def _draw_frame(self, number: int, of: int) -> None:
        sheet = self._sheet
        width, height = self._size
        self.saveState()
        self.setFillColor(QUIET)
        self.setFont(fonts.REGULAR, 8.5)
        top = height - 12 * mm
        self.drawString(MARGIN, top, fonts.printable(sheet.branch))
        self.drawRightString(width - MARGIN, top, fonts.printable(sheet.title))
        self.setStrokeColor(HAIRLINE)
        self.setLineWidth(0.5)
        self.line(MARGIN, top - 2.5 * mm, width - MARGIN, top - 2.5 * mm)
        bottom = 9 * mm
        who = translate(
            "reports",
            "Printed by {name}, {when}",
            name=fonts.printable(sheet.printed_by),
            when=sheet.printed_at.strftime("%Y-%m-%d %H:%M"),
        )
        self.drawString(MARGIN, bottom, "  ".join(part for part in (sheet.number, who) if part))
        self.drawRightString(
            width - MARGIN, bottom, translate("reports", "Page {number} of {pages}", number=number, pages=of)
        )
        self.restoreState()


def _draw_watermark(canvas: Canvas, watermark: str, size: tuple[float, float]) -> None:
    # Under the contents, so that nothing printed is hidden by it.
    width, height = size
    canvas.saveState()
    canvas.setFillColor(WATERMARK)
    canvas.setFont(fonts.BOLD, 54)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(40)
    canvas.drawCentredString(0, 0, fonts.printable(watermark))
    canvas.restoreState()


def build(sheet: Sheet, story: Sequence[Flowable], *, on_side: bool = False) -> bytes:
    """The finished PDF; `on_side`: its pages are wider than high."""
    fonts.register()
    size = landscape(A4) if on_side else A4
    stream = io.BytesIO()
    document = SimpleDocTemplate(
        stream,
        pagesize=size,
        # The library's frame pads its contents by 6 points; the margins make up for it.
        leftMargin=MARGIN - 6,
        rightMargin=MARGIN - 6,
        topMargin=MARGIN + HEAD - 8 * mm,
        bottomMargin=MARGIN + FOOT - 10 * mm,
        title=sheet.title,
        author=sheet.branch,
        creator="rmdesk",
    )

    def before(canvas: Canvas, _document: Any) -> None:
        if sheet.watermark:
            _draw_watermark(canvas, sheet.watermark, size)

    make_canvas: Callable[..., Canvas] = lambda *a, **k: _NumberedCanvas(  # noqa: E731
        *a, sheet=sheet, size=size, **k
    )
    document.build(list(story), onFirstPage=before, onLaterPages=before, canvasmaker=make_canvas)
    return stream.getvalue()
