"""Greetings for envelopes and cards: one on each page, or eight to a page to be cut out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rmdesk.services import greetings
from rmdesk.services.greetings import Letter, Letters
from rmdesk.services.reports import blocks
from rmdesk.services.reports.blocks import Square, Text
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.styles import HEADING, SMALL, Style
from rmdesk.words import translate

PAGES, LABELS = "pages", "labels"
_ACROSS, _DOWN, _HEIGHT = 2, 4, 58  # labels on a page; millimetres of one
_LETTER = Style(13, 24)


@dataclass(frozen=True)
class Cards:
    """The letters and how they are laid out."""

    letters: Letters
    layout: str

    def __len__(self) -> int:
        return len(self.letters)


def title() -> str:
    return translate("greeting letters", "Greetings")


def gather(session: Session, *, letters: Letters, layout: str = PAGES) -> Cards:
    """They were gathered when they were chosen (`greetings.gather_letters`): nothing else is printed."""
    return Cards(letters, layout)


def story(data: Cards) -> Iterable[blocks.Block]:
    letters = data.letters.letters
    if data.layout == LABELS:
        yield from _labels(letters)
        return
    for place, one in enumerate(letters):
        if place:
            yield blocks.NewPage()
        yield blocks.Space(6)
        yield Text(one.name, HEADING)
        if one.address:
            yield Text(one.address, SMALL)
        yield blocks.Space(24)
        yield Text(one.words, _LETTER)
        if one.signature:
            yield blocks.Space(4)
            yield Text(one.signature, _LETTER, right=True)


def _labels(letters: tuple[Letter, ...]) -> Iterable[blocks.Block]:
    squares = [
        Square(
            (
                Text(one.name, HEADING),
                Text(one.address, SMALL),
                Text(one.words),
                Text(one.signature, right=True),
            )
        )
        for one in letters
    ]
    squares += [Square()] * (-len(squares) % _ACROSS)
    rows = [squares[start : start + _ACROSS] for start in range(0, len(squares), _ACROSS)]
    for start in range(0, len(rows), _DOWN):
        if start:
            yield blocks.NewPage()
        yield blocks.Grid(rows[start : start + _DOWN], _HEIGHT)


def note(session: Session, data: Cards) -> None:
    """Remember who got which text."""
    greetings.note_printed(session, data.letters)


REPORT = Report(title, gather, story, traced=False, note=note)
