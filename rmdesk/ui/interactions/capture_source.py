"""Lines to record in the palette, and what a line would record now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rmdesk import capture_labels
from rmdesk.services import capture
from rmdesk.services.capture import Kind, Proposal
from rmdesk.services.errors import UserError
from rmdesk.ui.dialogs.review_capture import ReviewCapture
from rmdesk.ui.palette import Entry
from rmdesk.words import translate

if TYPE_CHECKING:
    from rmdesk.ui.context import Context

_SHORTEST = 4  # characters from which on the palette offers to record what is typed


class CaptureSource:
    """Lines in the palette: what is typed is read as a record, and Enter shows what it would write."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context, self._parent = context, parent

    def find(self, words: str) -> Sequence[Entry]:
        if len(words) < _SHORTEST:
            return ()
        try:
            found = propose(self._context, words)
        except UserError:
            return ()
        if not says_something(found):
            return ()
        run = partial(self._review, words, found)
        note = translate("capture line", "Note: {words}", words=words)
        return [Entry(note, run, "", "notebook-pen"), *[_entry(one, run) for one in found]]

    def _review(self, words: str, found: Sequence[Proposal]) -> ReviewCapture:
        dialog = ReviewCapture(self._context, words, found, self._parent)
        dialog.open()
        return dialog


def propose(context: Context, typed: str) -> list[Proposal]:
    """What the line would record now; raises UserError as `capture.propose`."""
    with context.store.read(for_window=True) as session:
        return capture.propose(session, typed, now=datetime.now())


def says_something(found: Sequence[Proposal]) -> bool:
    """Whether a line says more than a name: words that were only typed to find somebody are no record."""
    if len(found) > 1 or found[0].draft.kind is not Kind.INTERACTION or found[0].phone is not None:
        return True
    draft = found[0].draft
    told = (draft.result, draft.cost_fen, draft.amount_fen, draft.product_kind)
    return "channel" not in draft.unsure or any(one is not None for one in told)


def _entry(one: Proposal, run: partial[ReviewCapture]) -> Entry:
    who = one.customer.name if one.customer else one.name or "?"
    values = [value for _name, value in capture_labels.described(one)]
    return Entry(f"{capture_labels.kind(one.draft.kind)}  {who}", run, "  ".join(values), "corner-down-left")
