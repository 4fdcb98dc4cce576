"""How an evaluation stands on paper, whatever was evaluated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from rmdesk.services.reports import blocks
from rmdesk.words import translate


class Evaluated(Protocol):
    """What was written at the end of a plan or an activity."""

    @property
    def reached(self) -> str | None: ...
    @property
    def why(self) -> str | None: ...
    @property
    def lessons(self) -> str | None: ...
    @property
    def next_steps(self) -> str | None: ...


def paragraphs(found: Evaluated, measures: str) -> Iterator[blocks.Block]:
    """What was written, each under its heading; `measures` heads what the next one does better."""
    for heading, words in (
        (translate("plan reports", "What was reached"), found.reached),
        (translate("plan reports", "Why, or why not"), found.why),
        (translate("plan reports", "Lessons"), found.lessons),
        (measures, found.next_steps),
    ):
        if words:
            yield blocks.Heading(heading)
            yield blocks.Text(words)
