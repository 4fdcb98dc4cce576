"""Customers in the palette: found as the search box finds them, shown as the list masks them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from rmdesk.services import archive, search
from rmdesk.ui.context import Context
from rmdesk.ui.palette import Entry

_MOST = 8


class CustomerSource:
    """`open` is given the id of the customer that was chosen."""

    def __init__(self, context: Context, open: Callable[[int], object]) -> None:
        self._context, self._open = context, open

    def find(self, words: str) -> Sequence[Entry]:
        if not words:
            return ()
        with self._context.store.read(for_window=True) as session:
            rows = archive.load_customers(session, search.find(session, words, limit=_MOST))
        return [
            Entry(
                row.name,
                partial(self._open, row.id),
                "  ".join(one for one in (row.tier, row.phone, row.owner) if one),
                "user-round",
            )
            for row in rows
        ]
