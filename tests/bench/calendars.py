"""What a day of the Chinese calendar costs, and a range of days with all that falls on them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from rmdesk.services import almanac
from rmdesk.services.anniversaries import keys_of
from rmdesk.services.working_days import WorkCalendar
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import Grounds

_FIRST, _LAST = date(1901, 1, 1), date(2099, 12, 31)


def run(grounds: Grounds) -> Iterable[Figure]:
    """Whole years are taken, so that a sample is a mean over many days."""
    rounds = grounds.rounds(15)
    days = [_FIRST + timedelta(days=number) for number in range((_LAST - _FIRST).days + 1)]
    known = WorkCalendar()
    almanac.to_lunar(_FIRST)
    known.is_working_day(date(2026, 1, 1))

    def each(convert: Callable[[date], object]) -> tuple[float, ...]:
        def all_days() -> None:
            for day in days:
                convert(day)

        return tuple(_timed(all_days) / len(days) * 1e6 for _ in range(rounds))

    floor, floor_is = each(date.toordinal), "the number of each day"
    yield Figure("solar to lunar, a day", "µs", each(almanac.to_lunar), floor, floor_is, Limit(10))
    yield Figure("festivals of a day", "µs", each(almanac.festivals_of), floor, floor_is, Limit(10))
    yield Figure("whether a day is worked", "µs", each(known.is_working_day), floor, floor_is, Limit(10))
    month = tuple(
        _timed(lambda: list(keys_of(date(2026, 2, 1), date(2026, 3, 14)))) * 1e6 for _ in range(rounds * 20)
    )
    yield Figure("keys of six weeks", "µs", month, limit=Limit(1000))


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
