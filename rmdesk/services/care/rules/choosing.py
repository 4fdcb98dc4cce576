"""Of how many touchpoints to look at how many, so that the most valuable of each slot are found soon.

A slot is a place where a few of them are shown: a kind on a day, or what is late.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Slot = TypeVar("Slot", bound=Hashable)

# So many times as long as a row of a slot, with the facts of its customer, takes a customer, by whom rows of
# the slot are looked up.
_DEARER = 1
# How much of that it takes where the index of those worth most says itself what is due, or of nearly
# everybody that nothing is.
TOLD = 1 / 4
_MOST_TOGETHER = 1000  # rows of several slots that are read together for the best of each


def wanted_among(few: int) -> int:
    """How many are to be expected in a slot, so that it seldom holds fewer than `few`."""
    return few + 2 * math.isqrt(few) + 3


def worth_looking_at(sizes: Sequence[int], few: int, customers: int, share: float = 1) -> int:
    """How many of the most valuable customers to look at, to find the best `few` of slots of these sizes.

    0 if that would take longer than to look at all that is in the slots: so it is where they are thin.
    """
    saved, best, richest = 0.0, 0.0, 0
    for size in sorted(sizes, reverse=True):
        if not size:
            break
        saved += size
        looked_at = wanted_among(few) * customers // size + 1
        left = saved - _DEARER * share * looked_at
        if left > best:
            best, richest = left, looked_at
    return richest


def is_dense(size: int, richest: int, few: int, customers: int) -> bool:
    """Whether a slot may be filled by looking at so many of the most valuable customers."""
    return size * richest >= customers * few


def pays(size: int, richest: int, share: float = 1) -> bool:
    """Whether to look at so many customers takes less time than to look at a slot of this size."""
    return size > _DEARER * share * richest


def read_together(sizes: Mapping[Slot, int], few: int) -> tuple[list[Slot], int]:
    """The largest slots that are best read at once, and how many rows of them all fill each most likely."""
    together: list[Slot] = []
    limit = whole = 0
    for slot in sorted(sizes, key=lambda one: -sizes[one]):
        size = sizes[slot]
        if not size:
            break
        most = wanted_among(few) * (whole + size) // size + 1
        if most > _MOST_TOGETHER:
            break
        together.append(slot)
        whole += size
        limit = most
    return together, limit
