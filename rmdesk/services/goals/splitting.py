"""Whole amounts shared out so that the parts add up to the whole."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)


def by_weights(amount: int, weights: Mapping[_Key, int], *, step: int = 1) -> dict[_Key, int]:
    """`amount` by weights, each part in whole steps but for the last units, which nobody may lose.

    By the largest remainders; of equal ones whoever is named first. Weights below zero count as none;
    without any weight all count alike.
    """
    given = {key: max(0, weight) for key, weight in weights.items()}
    if not given:
        return {}
    if not sum(given.values()):
        given = dict.fromkeys(given, 1)
    whole, loose = divmod(amount, step)
    total = sum(given.values())
    parts = {key: whole * weight // total for key, weight in given.items()}
    left = whole - sum(parts.values())
    order = sorted(given, key=lambda key: -(whole * given[key] % total))
    for key in order[:left]:
        parts[key] += 1
    found = {key: part * step for key, part in parts.items()}
    found[order[0]] += loose
    return found


def path(start: int, end: int, steps: int, *, step: int = 1) -> list[int]:
    """What should be reached after each of so many equal steps from `start` to `end`; the last is `end`."""
    found = [start + (end - start) * number // steps for number in range(1, steps)]
    return [one // step * step for one in found] + [end]
