"""What is told of how far work is, while there is nothing to tell as well."""

from __future__ import annotations

from rmdesk.services.progress import steady


def test_waiting_tells_again_what_was_told_last() -> None:
    told: list[tuple[int, int]] = []
    tell, waiting = steady(lambda done, of: told.append((done, of)))
    waiting()
    tell(3, 10)
    waiting()
    waiting()
    tell(4, 10)
    assert told == [(0, 0), (3, 10), (3, 10), (3, 10), (4, 10)]
