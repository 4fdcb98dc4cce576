from __future__ import annotations

from datetime import date, timedelta

import pytest

from rmdesk import calendar_labels
from rmdesk.services import almanac
from rmdesk.services.almanac import Festival, Term, Zodiac


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(2026, 1, 26), "腊八节"),
        (date(2026, 2, 10), "小年"),
        (date(2026, 2, 11), "南方小年"),
        (date(2025, 1, 28), "除夕"),  # the 29th
        (date(2024, 2, 9), "除夕"),  # the 30th
        (date(2026, 2, 17), "春节"),
        (date(2026, 3, 3), "元宵节"),
        (date(2026, 3, 20), "龙抬头"),
        (date(2026, 4, 5), "清明节"),
        (date(2026, 6, 19), "端午节"),
        (date(2025, 8, 29), "七夕节"),
        (date(2026, 8, 27), "中元节"),
        (date(2026, 9, 25), "中秋节"),
        (date(2020, 10, 1), "中秋节、国庆节"),
        (date(2026, 10, 18), "重阳节"),
        (date(2026, 12, 22), "冬至节"),
        (date(2026, 1, 1), "元旦"),
        (date(2026, 3, 8), "妇女节"),
        (date(2026, 5, 10), "母亲节"),
        (date(2026, 6, 21), "父亲节"),
        (date(2026, 9, 10), "教师节"),
        (date(1984, 9, 10), "中秋节"),  # a year before there was a Teachers' Day
        (date(1948, 10, 1), ""),
        (date(2025, 7, 29), ""),  # the 5th of leap month 6 is not kept again
        (date(2026, 2, 18), ""),
    ],
)
def test_what_falls_on_a_day(day: date, names: str) -> None:
    found = almanac.festivals_of(day)
    assert "、".join(calendar_labels.festival(one, to="zh_CN") for one in found) == names


def test_each_traditional_festival_once_in_each_lunar_year() -> None:
    """Counted day by day, not by the rules."""
    for year in (1985, 2020, 2023, 2033):
        day, found = almanac.new_year(year), []
        while day < almanac.new_year(year + 1):
            found += [one for one in almanac.festivals_of(day) if almanac.group_of(one) == "traditional"]
            day += timedelta(days=1)
        assert sorted(found) == sorted(one for one in Festival if almanac.group_of(one) == "traditional")


def test_the_last_lunar_month_falls_twice_into_some_years_and_never_into_others() -> None:
    counts = {len(almanac.dates_of(Festival.LABA, year)) for year in range(1901, 2100)}
    assert counts == {0, 1, 2}


def test_animals_stems_and_branches() -> None:
    assert [almanac.stem_and_branch(year) for year in (1984, 2026, 2033, 1900)] == [
        "甲子",
        "丙午",
        "癸丑",
        "庚子",
    ]
    assert almanac.zodiac(2026) == Zodiac.HORSE
    assert calendar_labels.animal(Zodiac.HORSE, to="zh_CN") == "马"


def test_everything_has_a_word() -> None:
    assert set(calendar_labels.TERMS) == set(Term)
    assert set(calendar_labels.FESTIVALS) == set(Festival) == set(almanac.festivals.RULES)
    assert set(calendar_labels.ANIMALS) == set(Zodiac)
