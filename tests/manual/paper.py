"""The manual as one PDF for each language: its pages after one another, each on a new sheet."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from rmdesk.ui import manual
from rmdesk.ui.start import make_application
from rmdesk.ui.theme import Theme
from rmdesk.ui.tokens import LIGHT
from tests.manual.pages import LANGUAGES, SHIPPED, order, page

_POINTS = 10
_WIDTH = 620  # px of a picture: it fits between the margins of 2 cm that Qt gives a document on A4
_BODY = re.compile(r"<body>(.*)</body>", re.S)


def write(folder: Path) -> list[Path]:
    """Write `rmdesk-manual-LANGUAGE.pdf` into the folder for each language."""
    app = make_application()
    Theme(app).apply("light")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for language in LANGUAGES:
        path = folder / f"rmdesk-manual-{language}.pdf"
        writer = QPdfWriter(str(path))
        writer.setTitle(page(language, order()[0]).title)
        writer.setCreator("rmdesk")
        writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                QMarginsF(0, 0, 0, 0),
                QPageLayout.Unit.Millimeter,
            )
        )
        writer.setResolution(96)
        document = QTextDocument()
        font = QFont(app.font())
        font.setPointSize(_POINTS)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(manual.style_sheet(LIGHT))
        document.setHtml(_whole(language))
        document.print_(writer)
        written.append(path)
    return written


def _whole(language: str) -> str:
    bodies = []
    for place, id in enumerate(order()):
        found = _BODY.search(page(language, id).html)
        if found is None:
            raise ValueError(f"{language}/{id} has no body")
        body = found[1].replace('width="680"', f'width="{_WIDTH}"')
        body = body.replace('src="..', f'src="{QUrl.fromLocalFile(str(SHIPPED)).toString()}')
        new = ' style="page-break-before: always"' if place else ""
        bodies.append(body.replace("<h1>", f"<h1{new}>", 1))
    return f"<html><body>{''.join(bodies)}</body></html>"
