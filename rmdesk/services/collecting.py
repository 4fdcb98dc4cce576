"""Python's collector of cycles, kept back while very many small objects come and go."""

from __future__ import annotations

import contextlib
import gc
import threading
from collections.abc import Iterator

_MANY = 50_000  # objects more than before, until it looks; 700 by itself

_lock = threading.Lock()
_former: list[tuple[int, int, int]] = []  # how it was before each of those who keep it back came


@contextlib.contextmanager
def seldom() -> Iterator[None]:
    """Have it look seldom, in this process: rows of a file or of a list are no cycles.

    Threads may do so beside each other; it looks as before once the last of them is done.
    """
    with _lock:
        _former.append(gc.get_threshold())
        gc.set_threshold(_MANY, *_former[0][1:])
    try:
        yield
    finally:
        with _lock:
            first = _former[0]
            _former.pop()
            if not _former:
                gc.set_threshold(*first)
