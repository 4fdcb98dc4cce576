"""Days as people type them, in both directions."""

from __future__ import annotations

from datetime import date

import pytest

from rmdesk.services import typed_days
from rmdesk.services.days import Day
from rmdesk.services.errors import UserError

TODAY = date(2026, 9, 10)  # a Thursday


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1984年6月3日", Day(6, 3, 1984)),
        ("１９８４年６月３日生", Day(6, 3, 1984)),
        ("19840603", Day(6, 3, 1984)),
        ("1984-6-3", Day(6, 3, 1984)),
        ("84.6.3", Day(6, 3, 1984)),
        ("05/6/3", Day(6, 3, 2005)),
        ("6月3日", Day(6, 3)),
        ("6.3", Day(6, 3)),
        ("0229", Day(2, 29)),
        ("3 Jun 1984", Day(6, 3, 1984)),
        ("June 3", Day(6, 3)),
        ("农历八月十五", Day(8, 15, is_lunar=True)),
        ("阴历正月初一", Day(1, 1, is_lunar=True)),
        ("农历1984年闰六月初三", Day(6, 3, 1984, is_lunar=True, is_leap_month=True)),
        ("农历腊月廿三", Day(12, 23, is_lunar=True)),
        ("农历十一月三十日", Day(11, 30, is_lunar=True)),
        ("农历 8.15", Day(8, 15, is_lunar=True)),
        ("昨天", Day(9, 9, 2026)),
    ],
)
def test_a_day_is_read(typed: str, day: Day) -> None:
    assert typed_days.read_day(typed, "customer.birthday", past=True, today=TODAY) == day


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "1984",
        "13月1日",
        "2月30日",
        "农历八月卅一",
        "农历二月十三四",
        "1983-2-29",
        "6/3/1984/1",
        "x" * 5000,
    ],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        typed_days.read_day(typed, "customer.birthday", today=TODAY)
    assert refused.value.code == "date.not_a_date"


def test_a_year_out_of_range_or_ahead_is_refused() -> None:
    with pytest.raises(UserError) as early:
        typed_days.read_day("1066-10-14", "customer.birthday", today=TODAY)
    assert early.value.code == "date.out_of_range"
    with pytest.raises(UserError) as late:
        typed_days.read_day("2150年1月1日", "customer.birthday", past=True, today=TODAY)
    assert late.value.code == "date.in_future"


@pytest.mark.parametrize(
    ("typed", "toward", "on"),
    [
        ("3.8", "future", date(2027, 3, 8)),
        ("3.8", "past", date(2026, 3, 8)),
        ("9月10日", "future", TODAY),
        ("2.29", "past", date(2024, 2, 29)),
        ("明天", "future", date(2026, 9, 11)),
        ("下周三", "future", date(2026, 9, 16)),
        ("上周日", "past", date(2026, 9, 6)),
        ("年底", "future", date(2026, 12, 31)),
        ("8月底", "future", date(2027, 8, 31)),
        ("8月底", "past", date(2026, 8, 31)),
        ("下月底", "future", date(2026, 10, 31)),
        ("27.3.1", "future", date(2027, 3, 1)),
        ("27.3.1", "past", date(1927, 3, 1)),
    ],
)
def test_a_date_is_read(typed: str, toward: typed_days.Toward, on: date) -> None:
    assert typed_days.read_date(typed, "holding.matures_on", toward=toward, today=TODAY) == on


def test_a_lunar_day_is_no_date() -> None:
    with pytest.raises(UserError):
        typed_days.read_date("农历八月十五", "holding.matures_on", today=TODAY)


@pytest.mark.parametrize(
    "day",
    [
        Day(6, 3, 1984),
        Day(6, 3),
        Day(8, 15, is_lunar=True),
        Day(6, 3, 1984, is_lunar=True, is_leap_month=True),
        Day(12, 30, 1970, is_lunar=True),
    ],
)
def test_what_is_written_is_read_back(day: Day) -> None:
    for words in (typed_days.chinese(day), typed_days.english(day)):
        assert typed_days.read_day(words, "customer.birthday", today=TODAY) == day
