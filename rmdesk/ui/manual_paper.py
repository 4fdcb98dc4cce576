"""The manual on paper: the whole of it, and its quick card on one sheet, each as a PDF.

Both are made of the pages that are shipped, in any thread; nothing in them comes from the vault.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QMarginsF, QSizeF, QUrl
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QRawFont,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from rmdesk import words
from rmdesk.ui import fonts
from rmdesk.ui.manual_look import folder, style_sheet
from rmdesk.ui.tokens import LIGHT

CARD = "keys"  # the page that the card is made of
_POINTS, _CARD_POINTS = 10.0, 10.5
_DPI = 96
_SPARE = 90  # px: the margin at the foot, and what printing lays out otherwise than trying
_WIDTH = 620  # px of a picture: it fits between the margins of 2 cm that Qt gives a document on A4
_MARGIN = 13.0  # mm around the card
_NAMES, _LISTED = re.compile(rb"begincmap.*?endcmap", re.S), re.compile(rb"\[[^]]*\]")
_CODE = re.compile(rb"<([0-9A-F]{4})>")
_BODY = re.compile(r"<body>(.*)</body>", re.S)


def whole(language: str) -> bytes:
    """All pages after one another, each on a new sheet."""

    def draw(document: QTextDocument, writer: QPdfWriter) -> None:
        _keep_with_next(document, writer)
        document.print_(writer)

    bodies = []
    for place, id in enumerate(_order(language)):
        body = _body(language, id).replace('width="680"', f'width="{_WIDTH}"')
        body = body.replace('src="..', f'src="{QUrl.fromLocalFile(str(folder(language).parent)).toString()}')
        new = ' style="page-break-before: always"' if place else ""
        bodies.append(body.replace("<h1>", f"<h1{new}>", 1))
    text = f"<html><body>{''.join(bodies)}</body></html>"
    return _pdf(language, text, draw, margin=0.0, points=_POINTS)


def card(language: str) -> bytes:
    """The keys and what a day is made of, on one sheet of A4."""

    def draw(document: QTextDocument, writer: QPdfWriter) -> None:
        area = QSizeF(writer.width(), writer.height())
        document.setDocumentMargin(0)
        document.documentLayout().setPaintDevice(writer)
        document.setPageSize(QSizeF(area.width(), 1e6))
        painter = QPainter(writer)
        # Whatever is added to the page of the keys: it stays one sheet.
        share = min(1.0, area.height() / document.size().height())
        painter.translate((1 - share) * area.width() / 2, 0)
        painter.scale(share, share)
        document.drawContents(painter)
        painter.end()

    return _pdf(language, _card_page(language), draw, margin=_MARGIN, points=_CARD_POINTS)


# What there is to print: the ending of a file's name, and what makes it.
PRINTED: dict[str, Callable[[str], bytes]] = {"manual": whole, "card": card}


def write(folder: Path) -> list[Path]:
    """Write `rmdesk-WHAT-LANGUAGE.pdf` into the folder, for each language."""
    app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for language in words.LANGUAGES:
        for what, make in PRINTED.items():
            path = folder / f"rmdesk-{what}-{language}.pdf"
            path.write_bytes(make(language))
            written.append(path)
    del app
    return written


def _pdf(
    language: str,
    text: str,
    draw: Callable[[QTextDocument, QPdfWriter], None],
    *,
    margin: float,
    points: float,
) -> bytes:
    QEventLoop()  # a document has timers, for which a thread of ours has nothing yet
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(_title(language))
    writer.setCreator("rmdesk")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(margin, margin, margin, margin),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setResolution(_DPI)
    document = QTextDocument()
    font = QFont(fonts.shipped())
    font.setPointSizeF(points)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(style_sheet(LIGHT))
    document.setHtml(text)
    draw(document, writer)
    del writer  # the file is whole only then
    return _searchable(bytes(buffer.data().data()), document.toPlainText(), font)


def _keep_with_next(document: QTextDocument, writer: QPdfWriter) -> None:
    """A heading whose text or picture would begin on the next sheet goes there with it."""
    tried = document.clone()  # laid out as `print_` does
    tried.documentLayout().setPaintDevice(writer)
    frame = tried.rootFrame().frameFormat()
    frame.setMargin(int(2 / 2.54 * writer.logicalDpiY()))
    tried.rootFrame().setFrameFormat(frame)
    height = writer.height()
    tried.setPageSize(QSizeF(writer.width(), height))
    place = tried.documentLayout()

    def sheet(block: QTextBlock) -> int:
        place.documentSize()  # lays out all of it, before its lines are looked at
        top = place.blockBoundingRect(block).top()
        laid = block.layout()
        end = laid.lineAt(0).rect().bottom() if laid.lineCount() else 0.0
        return int((top + end + _SPARE) // height)

    block = tried.begin()
    while block.isValid() and block.next().isValid():
        if block.blockFormat().headingLevel() == 2 and sheet(block) != sheet(block.next()):
            for one in (tried, document):
                where = QTextCursor(one)
                where.setPosition(block.position())
                form = where.blockFormat()
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                where.setBlockFormat(form)
        block = block.next()


def _searchable(pdf: bytes, text: str, font: QFont) -> bytes:
    """With the characters that were written as what the words are found by.

    Many characters share their glyph with a radical, and Qt names a glyph by the first character that has it.
    """
    known = QRawFont.fromFont(font)
    written = "".join(sorted(set(text)))
    by_glyph = dict(zip(known.glyphIndexesForString(written), written, strict=False))

    def named(code: re.Match[bytes]) -> bytes:
        character = chr(int(code[1], 16))
        if character not in written:
            (glyph,) = known.glyphIndexesForString(character) or [0]
            character = by_glyph.get(glyph, character)
        return b"<%04X>" % ord(character)

    def all_named(listed: re.Match[bytes]) -> bytes:
        return _CODE.sub(named, listed[0])

    # As long as before: nothing else in the file moves.
    return _NAMES.sub(lambda part: _LISTED.sub(all_named, part[0]), pdf)


def _order(language: str) -> list[str]:
    listed = json.loads(folder(language).joinpath("contents.json").read_text("utf-8"))
    return [one["id"] for one in listed]


def _title(language: str) -> str:
    return "rmdesk 使用手册" if language == "zh_CN" else "rmdesk manual"


def _body(language: str, id: str) -> str:
    found = _BODY.search(folder(language).joinpath(f"{id}.html").read_text("utf-8"))
    if found is None:
        raise ValueError(f"{language}/{id} has no body")
    return found[1]


# --- the card ------------------------------------------------------------------------------------

_Part = tuple[str, list[list[ElementTree.Element]]]
_TABLE = '<table width="100%" cellspacing="0" cellpadding="0">'
_CELL = 'style="padding: 5px 7px; line-height: 100%;"'
_TITLE = "font-size: 13pt; font-weight: 600; margin: 16px 0 6px 0; line-height: 100%;"


def _card_page(language: str) -> str:
    """What a day is made of over the whole width, below it the keys in two columns."""
    ink = LIGHT.colours
    tree = ElementTree.fromstring(f"<body>{_body(language, CARD)}</body>")
    day, everywhere, today, writing, trouble = _parts(tree)
    steps = "".join(
        f'<tr><td width="5%" valign="middle" {_CELL}><span style="font-size: 14pt; font-weight: 600; '
        f'color: {ink["accent"]};">{place}</span></td>'
        f'<td width="23%" valign="middle" {_CELL}><b>{_text(what)}</b></td>'
        f'<td valign="middle" {_CELL}>{_text(how)}</td></tr>'
        for place, (what, how) in enumerate(day[1], 1)
    )
    return (
        f"<html><body>{_TABLE}<tr>"
        f'<td style="font-size: 22pt; font-weight: 600; color: {ink["accent"]};">'
        f"{html.escape(''.join(tree[0].itertext()))}</td>"
        f'<td align="right" valign="bottom" style="color: {ink["secondary"]};">rmdesk</td></tr></table>'
        f'{_TABLE}<tr><td bgcolor="{ink["accent"]}" style="font-size: 2pt;">&nbsp;</td></tr></table>'
        f"{_head(day[0])}{_TABLE}{steps}</table>{_TABLE}<tr>"
        f'<td width="49%" valign="top">{_keys(everywhere)}{_keys(trouble)}</td><td width="2%"></td>'
        f'<td width="49%" valign="top">{_keys(today)}{_keys(writing)}</td></tr></table></body></html>'
    )


def _parts(tree: ElementTree.Element) -> Iterator[_Part]:
    """Each section of the page that has a table, with the rows of that."""
    title = ""
    for one in tree:
        if one.tag == "h2":
            title = "".join(one.itertext())
        elif one.tag == "table":
            yield title, [cells for row in one.iter("tr") if (cells := row.findall("td"))]


def _keys(part: _Part) -> str:
    title, rows = part
    lines = []
    for place, (key, does) in enumerate(rows):
        ground = LIGHT.colours["surface" if place % 2 else "window"]
        lines.append(
            f'<tr bgcolor="{ground}"><td width="40%" {_CELL}><b>{_text(key)}</b></td>'
            f"<td {_CELL}>{_text(does)}</td></tr>"
        )
    return f"{_head(title)}{_TABLE}{''.join(lines)}</table>"


def _head(title: str) -> str:
    return f'<p style="{_TITLE}">{html.escape(title)}</p>'


def _text(cell: ElementTree.Element) -> str:
    return html.escape("".join(cell.itertext()))
