"""Python's collector is held back only as long as very many objects are made."""

from __future__ import annotations

import contextlib
import gc

from rmdesk.services import collecting
from rmdesk.services.errors import Cancelled


def test_what_was_set_before_holds_again_whatever_happened() -> None:
    before = gc.get_threshold()
    with contextlib.suppress(Cancelled), collecting.seldom():
        assert gc.get_threshold()[0] > before[0]
        raise Cancelled
    assert gc.get_threshold() == before
