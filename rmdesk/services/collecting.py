"""Python's collector of cycles, kept back while very many small objects come and go."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator

_MANY = 50_000  # objects more than before, until it looks; 700 by itself


@contextlib.contextmanager
def seldom() -> Iterator[None]:
    """Have it look seldom, in this process: rows of a file are no cycles, and there is no end of them."""
    former = gc.get_threshold()
    gc.set_threshold(_MANY, *former[1:])
    try:
        yield
    finally:
        gc.set_threshold(*former)
