"""Draws from a seeded stream: the same seed gives the same branch on every computer."""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

_T = TypeVar("_T")


class Dice:
    """One stream of chance.

    Only `random()` of the standard generator is drawn from: its sequence is what Python promises to keep
    for a seed from version to version.
    """

    __slots__ = ("roll",)

    def __init__(self, seed: int | str) -> None:
        self.roll = random.Random(seed).random  # from 0 to below 1

    def chance(self, share: float) -> bool:
        """True in this share of all cases."""
        return self.roll() < share

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + int(self.roll() * (most - least + 1))

    def among(self, choices: Sequence[_T]) -> _T:
        return choices[int(self.roll() * len(choices))]

    def some(self, choices: Sequence[_T], count: int) -> list[_T]:
        """`count` different ones, or all if there are no more."""
        left = list(choices)
        return [left.pop(int(self.roll() * len(left))) for _ in range(min(count, len(left)))]

    def normal(self) -> float:
        """Normally distributed with mean 0 and deviation 1 (Box-Muller)."""
        return math.sqrt(-2.0 * math.log(1.0 - self.roll())) * math.cos(math.tau * self.roll())


def spread(weights: Mapping[_T, int]) -> tuple[_T, ...]:
    """Each choice as often as its weight says, to be drawn with `among` at the cost of one draw."""
    return tuple(choice for choice, weight in weights.items() for _ in range(weight))


def listed(text: str) -> tuple[str, ...]:
    """The phrases of a text in which they are divided by strokes."""
    return tuple(phrase.strip() for phrase in text.split("/"))


def weighted(text: str) -> tuple[str, ...]:
    """As `spread`, from phrases that end with their weight: "初中 12 / 高中 18"."""
    pairs = (phrase.rsplit(" ", 1) for phrase in listed(text))
    return spread({phrase: int(weight) for phrase, weight in pairs})
