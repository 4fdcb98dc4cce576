"""A measured figure beside its raw floor, and how it stands to its limit."""

from __future__ import annotations

import dataclasses
import math
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Limit:
    """The median (or what `of` says) is to be at most `value`, or at most that beyond the floor.

    "ratio" is that of the medians of samples and floor, "p95 ratio" of their 95th percentiles.
    """

    value: float
    of: Literal["median", "p95", "largest", "ratio", "p95 ratio"] = "median"
    beyond_floor: bool = False


@dataclass(frozen=True)
class Figure:
    """Samples of one thing in `unit`, and samples of its floor, taken in turn with them."""

    name: str
    unit: str
    samples: tuple[float, ...]
    floor: tuple[float, ...] = ()
    floor_is: str = ""
    limit: Limit | None = None

    @property
    def median(self) -> float:
        return statistics.median(self.samples)

    @property
    def p95(self) -> float:
        return percentile(self.samples, 0.95)

    @property
    def ratio(self) -> float | None:
        return self.median / statistics.median(self.floor) if self.floor else None

    @property
    def judged(self) -> float:
        """The number that is held against the limit."""
        match self.limit.of if self.limit is not None else "median":
            case "p95":
                value = self.p95
            case "largest":
                value = max(self.samples)
            case "ratio":
                value = self.ratio or math.inf
            case "p95 ratio":
                value = self.p95 / percentile(self.floor, 0.95)
            case _:
                value = self.median
        if self.limit is not None and self.limit.beyond_floor:
            value -= statistics.median(self.floor)
        return value

    @property
    def is_within(self) -> bool | None:
        return None if self.limit is None else self.judged <= self.limit.value

    def as_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "unit": self.unit,
            "median": self.median,
            "p95": self.p95,
            "largest": max(self.samples),
            "samples": list(self.samples),
            "floor": statistics.median(self.floor) if self.floor else None,
            "floor_is": self.floor_is or None,
            "ratio": self.ratio,
            "limit": dataclasses.asdict(self.limit) if self.limit else None,
            "within": self.is_within,
        }


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that at least `share` of them do not exceed."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def in_turn(
    rounds: int, measure: Callable[[], float], floor: Callable[[], float]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Samples of both, one after the other and each first every other time: a drifting machine hits both."""
    measured: list[float] = []
    floors: list[float] = []
    pair = [(measured, measure), (floors, floor)]
    for _ in range(rounds):
        for samples, take in pair:
            samples.append(take())
        pair.reverse()
    return tuple(measured), tuple(floors)


def table(figures: Iterable[Figure]) -> str:
    """The figures as lines of text, one each, in columns."""
    head = ["", "median", "p95", "largest", "floor", "ratio", "limit", "verdict", "floor is"]
    rows = [head, *(_row(figure) for figure in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(head))]
    lines = []
    for row in rows:
        cells = [
            cell.ljust(width) if place in (0, 6, 7, 8) else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _row(figure: Figure) -> list[str]:
    within = figure.is_within
    return [
        f"{figure.name} [{figure.unit}]",
        _number(figure.median),
        _number(figure.p95),
        _number(max(figure.samples)),
        _number(statistics.median(figure.floor)) if figure.floor else "",
        f"{figure.ratio:.1f}×" if figure.ratio is not None else "",
        _limit(figure.limit) if figure.limit else "",
        "" if within is None else ("within" if within else f"OVER: {_number(figure.judged)}"),
        figure.floor_is,
    ]


def _limit(limit: Limit) -> str:
    words = "" if limit.of == "median" else f"{limit.of} "
    return f"{words}≤ {limit.value:g}{' beyond floor' if limit.beyond_floor else ''}"


def _number(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.2f}"
