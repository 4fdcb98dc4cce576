"""Contacts spread over working days: for any demand, nothing too close, no day overfilled, nobody lost."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from itertools import islice, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmdesk.models import Per
from rmdesk.services.errors import UserError
from rmdesk.services.plans import channels, spreading
from rmdesk.services.plans.spreading import Diary, Slot, Wanted

MONDAY = date(2026, 11, 2)
WORDS = {"电话": "call", "面访": "visit", "微信": "wechat", "网点面谈": "branch_visit"}


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def demand(seed: int) -> tuple[list[Wanted], Diary, int]:
    """Some demand upon some days, by one seed: many small draws take longer than the spreading."""
    dice = random.Random(seed)
    days = [day(one) for one in dice.sample(range(61), dice.randint(0, 30))]
    wanted = []
    for _ in range(dice.randint(0, 40)):
        first, last = sorted((dice.randint(0, 60), dice.randint(0, 60)))
        who, minutes = dice.randint(1, 6), dice.randint(1, 30)
        wanted.append(Wanted(who, 1, day(first), day(first), day(last), "call", minutes))
    met = {
        who: [day(dice.randint(-10, 70)) for _ in range(dice.randint(0, 4))]
        for who in dice.sample(range(1, 7), dice.randint(0, 4))
    }
    free = {one: dice.randint(0, 60) for one in days}
    busy = {one: dice.randint(0, 40) for one in days[::3]}
    return wanted, Diary(free, busy, met), dice.randint(0, 10)


@given(st.integers(0, 2**32))
def test_whatever_is_asked_for(seed: int) -> None:
    wanted, diary, apart = demand(seed)
    had = dict(diary.free)
    placed, left = spreading.spread(wanted, diary, apart)
    assert Counter(one.wanted for one in placed) + Counter(one.wanted for one in left) == Counter(wanted)
    used: Counter[date] = Counter()
    met: dict[int, list[date]] = {one: list(days) for one, days in diary.contacts.items()}
    for one in placed:
        assert one.wanted.first <= one.day <= one.wanted.last
        assert one.day in had
        used[one.day] += one.wanted.minutes
        met.setdefault(one.wanted.customer_id, []).append(one.day)
    assert all(minutes <= had[one] for one, minutes in used.items())
    assert diary.free == {one: minutes - used[one] for one, minutes in had.items()}
    closest = max(apart, 1)  # never twice on one day
    for customer, days in met.items():
        fresh = {one.day for one in placed if one.wanted.customer_id == customer}
        for before, after in pairwise(sorted(days)):
            assert (after - before).days >= closest or not {before, after} & fresh
    for one in left:  # nobody was left out for whom there is a day still
        for free_day, minutes in diary.free.items():
            days = met.get(one.wanted.customer_id, [])
            near = any(abs((free_day - other).days) < closest for other in days)
            fits = one.wanted.first <= free_day <= one.wanted.last and minutes >= one.wanted.minutes
            assert near or not fits


def test_days_fill_evenly_and_who_comes_first_is_left_out_last() -> None:
    diary = Diary({day(one): 30 for one in range(5)})
    wanted = [Wanted(one, 1, MONDAY, MONDAY, day(4), "call", 10) for one in range(20)]
    placed, left = spreading.spread(wanted, diary, 7)
    assert Counter(one.day for one in placed) == {day(one): 3 for one in range(5)}
    assert [one.wanted.customer_id for one in left] == [15, 16, 17, 18, 19]
    assert all(one.is_full for one in left)


def test_what_is_due_anyway_keeps_its_week_and_takes_the_fuller_days_last() -> None:
    diary = Diary({day(one): 100 for one in range(0, 12)}, {day(10): 50}, {1: [day(3)], 2: []})
    wanted = [Wanted(one, 1, MONDAY, MONDAY, day(11), "call", 10) for one in (1, 2)]
    placed, _left = spreading.spread(wanted, diary, 7)
    assert [(one.wanted.customer_id, one.day) for one in placed] == [(1, day(11)), (2, day(0))]
    close, left = spreading.spread([Wanted(1, 1, MONDAY, day(1), day(5), "call", 10)], diary, 7)
    assert not close
    assert [one.is_full for one in left] == [False]


@pytest.mark.parametrize(
    ("per", "expected"),
    [
        (Per.PLAN, [("2026-11-18", "2027-01-31")]),
        (
            Per.MONTH,
            [("2026-11-18", "2026-11-30"), ("2026-12-01", "2026-12-31"), ("2027-01-01", "2027-01-31")],
        ),
        (Per.QUARTER, [("2026-11-18", "2026-12-31"), ("2027-01-01", "2027-01-31")]),
    ],
)
def test_a_frequency_is_cut_into_spans(per: Per, expected: list[tuple[str, str]]) -> None:
    found = spreading.slots(date(2026, 11, 18), date(2027, 1, 31), 2, per)
    assert [(one.first.isoformat(), one.last.isoformat()) for one in found] == expected
    weeks = spreading.slots(date(2026, 11, 18), date(2026, 11, 30), 1, Per.WEEK)
    assert [one.first.isoformat() for one in weeks] == ["2026-11-18", "2026-11-23", "2026-11-30"]


def test_a_span_is_cut_into_pieces_of_working_days() -> None:
    days = [day(one) for one in (0, 1, 2, 3, 4, 7, 8)]
    assert spreading.parts(Slot(MONDAY, day(10), 3), days) == [
        (day(0), day(1)),
        (day(2), day(4)),
        (day(7), day(8)),
    ]
    assert spreading.parts(Slot(MONDAY, day(1), 3), days) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("电话", {"call": 100}),
        ("电话60 面访40", {"call": 60, "visit": 40}),
        ("电话60%,面访", {"call": 60, "visit": 40}),
        ("电话/面访/微信", {"call": 34, "visit": 33, "wechat": 33}),
        ("网点面谈:20,电话80%", {"branch_visit": 20, "call": 80}),
        ("  ", None),
    ],
)
def test_ways_of_contact_as_they_are_typed(typed: str, expected: dict[str, int] | None) -> None:
    assert channels.typed(typed, WORDS) == expected


@pytest.mark.parametrize(
    "typed", ["电话60", "电话60 电话40", "飞鸽", "电话110", "电话100 面访", "电话0 面访100"]
)
def test_ways_of_contact_that_make_no_sense(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        channels.typed(typed, WORDS)
    assert refused.value.code == "plan.shares"


@given(st.lists(st.integers(1, 20), min_size=1, max_size=5))
def test_ways_of_contact_take_turns_by_their_shares(weights: list[int]) -> None:
    names = ["call", "visit", "wechat", "sms", "letter"][: len(weights)]
    shares = [100 * one // sum(weights) or 1 for one in weights]
    shares[0] += 100 - sum(shares)
    if shares[0] <= 0:
        return
    mix: dict[str, Any] = dict(zip(names, shares, strict=True))
    assert channels.check(mix, "plan_node.channels")
    found = list(islice(channels.in_turn(mix), 200))
    assert Counter(found) == {name: 2 * share for name, share in mix.items()}
    for count in range(1, 201):
        for name, share in mix.items():
            assert abs(found[:count].count(name) - count * share / 100) < len(mix)
