"""The page every report is printed on: A4, head with branch and title, foot with number, page n of m.

A report is rendered to bytes in memory and never to a file of its own accord; the person who saves or
prints it decides where it goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rmdesk import words
from rmdesk.services.reports import fonts
from rmdesk.services.reports.blocks import Block
from rmdesk.services.reports.laying import piece
from rmdesk.services.reports.paper import Paper
from rmdesk.services.reports.pieces import Laid, Piece
from rmdesk.services.reports.sheet import Sheet
from rmdesk.services.reports.styles import A4, BOTTOM, MARGIN, MM, TOP, Ink, Style
from rmdesk.words import translate

Progress = Callable[[int, int], None]

_FRAME = Style(8.5, 12, ink=Ink.QUIET)
_BIT = 0.01  # points: sums of lengths are not exact


@dataclass(frozen=True, slots=True)
class Pages:
    """The finished PDF, and how many pages it has."""

    pdf: bytes
    count: int


_Page = list[tuple[float, Laid]]  # how far below the head each piece stands


def build(
    sheet: Sheet, story: Iterable[Block], *, wide: bool = False, progress: Progress | None = None
) -> Pages:
    """The pages of a story; `wide`: they are wider than high. Texts of the frame in the language in use.

    `progress` counts rows of tables, twice each: measured, and drawn.
    """
    size = (A4[1], A4[0]) if wide else A4
    tell = _Counter(progress)
    pages = _lay(story, size[0] - 2 * MARGIN, size[1] - TOP - BOTTOM, tell)
    paper = Paper(size, title=sheet.title, author=sheet.branch, language=words.language().replace("_", "-"))
    if sheet.watermark:
        paper.set_watermark(sheet.watermark)
    for number, page in enumerate(pages, start=1):
        for y, laid in page:
            laid.draw(paper, MARGIN, TOP + y)
            tell.add(laid.count)
        _draw_frame(paper, sheet, number, len(pages))
        paper.end_page()
    tell.end()
    return Pages(paper.finished(), len(pages))


class _Counter:
    """Tells how far it is, at most a hundred times."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress, self._done, self._rows, self._told = progress, 0, 0, 0.0

    def measured(self, count: int) -> None:
        self._rows += count
        self.add(count)

    def add(self, count: int) -> None:
        """While pages are laid nobody knows how many rows there will be: at least those seen so far."""
        self._done += count
        if self._progress is not None and count and self._done > self._told * 1.01:
            self._told = self._done
            self._progress(self._done, max(2 * self._rows, self._done))

    def end(self) -> None:
        if self._progress is not None:
            self._progress(1, 1)


def _lay(story: Iterable[Block], width: float, height: float, tell: _Counter) -> list[_Page]:
    page: _Page = []
    pages = [page]
    y = 0.0
    for block in story:
        rest: Piece | None = piece(block, width)
        while rest is not None:
            before = rest.before if page else 0.0
            laid, rest = rest.fit(height - y - before + _BIT, is_fresh=not page)
            if laid is not None:
                page.append((y + before, laid))
                y += before + laid.height
                tell.measured(laid.count)
            if rest is not None:
                page = []
                pages.append(page)
                y = 0.0
    return pages


def _draw_frame(paper: Paper, sheet: Sheet, number: int, of: int) -> None:
    left, right = MARGIN, paper.width - MARGIN
    top, bottom = 12 * MM, paper.height - 9 * MM
    room = (right - left) * 0.48
    paper.text(left, top, _short(sheet.branch, room), _FRAME)
    paper.text(right, top, _short(sheet.title, room), _FRAME, right=True)
    paper.rule(left, top + 2.5 * MM, right, top + 2.5 * MM, width=0.5)
    who = translate(
        "reports",
        "Printed by {name}, {when}",
        name=sheet.printed_by,
        when=sheet.printed_at.strftime("%Y-%m-%d %H:%M"),
    )
    told = "  ".join(part for part in (sheet.number, who) if part)
    paper.text(left, bottom, _short(told, (right - left) * 0.8), _FRAME)
    page = translate("reports", "Page {number} of {pages}", number=number, pages=of)
    paper.text(right, bottom, page, _FRAME, right=True)


def _short(text: str, room: float) -> str:
    """The first line of what has no room for two."""
    told = fonts.lines(text, _FRAME.face, _FRAME.size, room)
    return told[0] if len(told) == 1 else told[0].rstrip() + "…"
