"""Telling how far long work is, where it has several parts of different length."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]  # done, of how many; what it raises ends the work


def steady(progress: Progress) -> tuple[Progress, Callable[[], None]]:
    """`progress`, and a call for while there is nothing to tell: it tells again what was told last, so that
    whoever waits may cancel and a bar stays where it is. (0, 0) before anything was told.
    """
    last = (0, 0)

    def tell(done: int, of: int) -> None:
        nonlocal last
        last = (done, of)
        progress(done, of)

    return tell, lambda: progress(*last)


def portion(progress: Progress | None, total: int, first: float, last: float) -> Progress:
    """For one part of the work: its progress as that of the whole, which counts `total`.

    The part takes the shares from `first` to `last` of 1.
    """

    def tell(done: int, of: int) -> None:
        if progress is not None:
            share = first + (last - first) * (done / of if of else 0)
            progress(int(total * share), total)

    return tell


def counting(progress: Progress | None, total: int, *, rounds: int = 1) -> Callable[[int], None]:
    """What is to be called with how many were just done, of `total` that are gone through `rounds` times."""
    done = 0

    def step(more: int) -> None:
        nonlocal done
        done += more
        if progress is not None:
            progress(min(done // rounds, total), total)

    return step
