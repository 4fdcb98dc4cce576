"""Contacts spread over working days. Pure: it knows days, minutes, and which customer is contacted when."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rmdesk.models import Per


@dataclass(frozen=True, slots=True)
class Slot:
    """A span of days into which so many contacts of each customer belong."""

    first: date
    last: date
    times: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """One contact to be placed: with whom, of which sub-plan, between which days, how long it takes."""

    customer_id: int
    node_id: int
    slot_on: date
    first: date
    last: date
    channel: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Placed:
    wanted: Wanted
    day: date


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A contact that found no day. `is_full`: on all days that were possible there was no time left; else
    each lies too close to another contact of the customer, or there are no working days.
    """

    wanted: Wanted
    is_full: bool


@dataclass(slots=True)
class Diary:
    """What is known before: the working days with the minutes left on each, what else is due on them (which
    days are chosen by, not measured by), and on which days each customer is contacted anyway.
    """

    free: dict[date, int]
    busy: Mapping[date, int] = field(default_factory=dict)
    contacts: Mapping[int, Collection[date]] = field(default_factory=dict)


def slots(first: date, last: date, times: int, per: str) -> list[Slot]:
    """The spans of a frequency between two days: whole weeks, months or quarters as far as they lie
    there, or all of it.
    """
    found = []
    start = first
    while start <= last:
        end = min(_end(start, per) or last, last)
        found.append(Slot(start, end, times))
        start = end + timedelta(days=1)
    return found


def _end(day: date, per: str) -> date | None:
    match per:
        case Per.WEEK:
            return day + timedelta(days=6 - day.weekday())
        case Per.MONTH:
            return day.replace(day=calendar.monthrange(day.year, day.month)[1])
        case Per.QUARTER:
            month = (day.month + 2) // 3 * 3
            return date(day.year, month, calendar.monthrange(day.year, month)[1])
    return None


def parts(slot: Slot, days: Sequence[date]) -> list[tuple[date, date]]:
    """A slot cut into as many pieces as it has contacts, so that they do not crowd together; pieces have
    about the same number of these working days. Empty if there are fewer of them than contacts.
    """
    inside = [day for day in days if slot.first <= day <= slot.last]
    if len(inside) < slot.times:
        return []
    edges = [round(place * len(inside) / slot.times) for place in range(slot.times + 1)]
    return [(inside[edges[one]], inside[edges[one + 1] - 1]) for one in range(slot.times)]


def spread(wanted: Iterable[Wanted], diary: Diary, apart: int) -> tuple[list[Placed], list[LeftOut]]:
    """Give each contact a day, in their order: the least filled one of its days that has the time, and that
    lies `apart` days at least from every other contact of the customer. Nothing is placed later than what
    could have been placed before it, so who comes first is left out last.
    """
    days = sorted(diary.free)
    places = {day: place for place, day in enumerate(days)}
    free = [diary.free[day] for day in days]
    load = [diary.busy.get(day, 0) for day in days]
    numbers = [day.toordinal() for day in days]
    near: dict[int, set[int]] = {}
    for customer_id, met in diary.contacts.items():
        near[customer_id] = _around(met, apart)
    spans: dict[tuple[date, date], tuple[int, int]] = {}
    placed: list[Placed] = []
    left: list[LeftOut] = []
    for one in wanted:
        span = spans.get((one.first, one.last))
        if span is None:
            span = spans[one.first, one.last] = _span(days, places, one.first, one.last)
        taken = near.get(one.customer_id)
        if taken is None:
            taken = near[one.customer_id] = set()
        best = -1
        is_full = False
        for place in range(*span):
            if numbers[place] in taken:
                continue
            if free[place] < one.minutes:
                is_full = True
            elif best < 0 or load[place] < load[best]:
                best = place
        if best < 0:
            left.append(LeftOut(one, is_full))
            continue
        free[best] -= one.minutes
        load[best] += one.minutes
        taken |= _around((days[best],), apart)
        placed.append(Placed(one, days[best]))
    for place, day in enumerate(days):
        diary.free[day] = free[place]
    return placed, left


def _around(met: Iterable[date], apart: int) -> set[int]:
    """The days, by number, that are closer than `apart` to any of these."""
    return {
        number
        for day in met
        for number in range(day.toordinal() - max(apart - 1, 0), day.toordinal() + max(apart, 1))
    }


def _span(days: Sequence[date], places: Mapping[date, int], first: date, last: date) -> tuple[int, int]:
    begin = places.get(first)
    if begin is None:
        begin = next((place for place, day in enumerate(days) if day >= first), len(days))
    end = begin
    while end < len(days) and days[end] <= last:
        end += 1
    return begin, end
