"""Days as people type them, in both directions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rmdesk.services import almanac, days, typed_days
from rmdesk.services.days import Day
from rmdesk.services.errors import UserError
from rmdesk.services.working_days import Line, WorkCalendar

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
        ("农历1987年闰六月初三", Day(6, 3, 1987, is_lunar=True, is_leap_month=True)),
        ("农历腊月廿三", Day(12, 23, is_lunar=True)),
        ("农历十一月三十日", Day(11, 30, is_lunar=True)),
        ("农历 8.15", Day(8, 15, is_lunar=True)),
        ("昨天", Day(9, 9, 2026)),
        ("中秋节", Day(8, 15, is_lunar=True)),
        ("大年初三", Day(1, 3, is_lunar=True)),
        ("除夕", Day(12, 30, is_lunar=True)),
        ("腊月初八", Day(12, 8, is_lunar=True)),
        ("闰六月十五", Day(6, 15, is_lunar=True, is_leap_month=True)),
        ("1968年闰七月十五", Day(7, 15, 1968, is_lunar=True, is_leap_month=True)),
        ("1978年农历八月初一", Day(8, 1, 1978, is_lunar=True)),
        ("1978年7月12日（农历）", Day(7, 12, 1978, is_lunar=True)),
        ("78年腊月廿三", Day(12, 23, 1978, is_lunar=True)),
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
        "八月十五",  # by either calendar
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
        ("三天后", "future", date(2026, 9, 13)),
        ("两周后", "future", date(2026, 9, 24)),
        ("半个月后", "future", date(2026, 9, 25)),
        ("一个月后", "future", date(2026, 10, 10)),
        ("2天前", "past", date(2026, 9, 8)),
        ("15号", "future", date(2026, 9, 15)),
        ("9号", "future", date(2026, 10, 9)),
        ("9号", "past", date(2026, 9, 9)),
        ("下月15号", "future", date(2026, 10, 15)),
        ("下个月初", "future", date(2026, 10, 1)),
        ("六月十号", "future", date(2027, 6, 10)),
        ("明年3月5日", "future", date(2027, 3, 5)),
        ("周一", "future", date(2026, 9, 14)),
        ("周一", "past", date(2026, 9, 7)),
        ("周五前", "future", date(2026, 9, 11)),
        ("12月底前", "future", date(2026, 12, 31)),
        ("正月十五", "future", date(2027, 2, 20)),
        ("腊月初八", "future", date(2027, 1, 15)),
        ("next friday", "future", date(2026, 9, 18)),
        ("in 3 days", "future", date(2026, 9, 13)),
        ("by 7 June", "future", date(2027, 6, 7)),
    ],
)
def test_a_date_is_read(typed: str, toward: typed_days.Toward, on: date) -> None:
    assert typed_days.read_date(typed, "holding.matures_on", toward=toward, today=TODAY) == on


@pytest.mark.parametrize("typed", ["下周", "6月", "月中", "周末", "next month"])
def test_a_day_said_roughly_is_none_where_a_date_is_wanted(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        typed_days.read_date(typed, "holding.matures_on", toward="future", today=TODAY)
    assert refused.value.code == "date.not_a_date"
    assert not typed_days.read_said(typed, "capture.line", toward="future", today=TODAY).is_exact


@pytest.mark.parametrize(
    ("typed", "code", "params"),
    [
        ("农历1984年闰六月初三", "date.no_leap_month", {"year": 1984, "month": 6}),
        ("农历1986年九月三十", "date.short_month", {"year": 1986, "month": 9, "length": 29}),
    ],
)
def test_a_lunar_day_that_its_year_does_not_have(typed: str, code: str, params: dict[str, int]) -> None:
    for read in (typed_days.read_day, typed_days.read_date):
        with pytest.raises(UserError) as refused:
            read(typed, "customer.birthday", today=TODAY)
        assert refused.value.code == code
        assert refused.value.params == {"what": "customer.birthday", **params}


def test_a_lunar_birthday_that_has_not_come_yet() -> None:
    lunar = almanac.to_lunar(date.today() + timedelta(days=1))
    ahead = Day(lunar.month, lunar.day, lunar.year, is_lunar=True, is_leap_month=lunar.is_leap)
    with pytest.raises(UserError) as refused:
        days.check_day(ahead, "customer.birthday", past=True)
    assert refused.value.code == "date.in_future"
    assert days.check_day(ahead, "important_date.day") == ahead


@pytest.mark.parametrize(
    ("typed", "toward", "on"),
    [
        ("中秋", "future", date(2026, 9, 25)),
        ("中秋", "past", date(2025, 10, 6)),
        ("中秋前", "future", date(2026, 9, 24)),
        ("国庆节后", "future", date(2026, 10, 8)),
        ("春节", "future", date(2027, 2, 6)),
        ("今年春节前", "future", date(2026, 2, 14)),
        ("今年春节后", "past", date(2026, 2, 24)),
        ("明年清明", "future", date(2027, 4, 5)),
        ("2028年清明节", "future", date(2028, 4, 4)),
        ("除夕", "future", date(2027, 2, 5)),
        ("大年初三", "future", date(2027, 2, 8)),
        ("教师节", "future", TODAY),
        ("mid autumn", "future", date(2026, 9, 25)),
        ("农历八月十五", "future", date(2026, 9, 25)),
        ("农历2025年闰六月初三", "past", date(2025, 7, 27)),
        ("下个工作日", "future", date(2026, 9, 11)),
        ("上个工作日", "past", date(2026, 9, 9)),
        ("三个工作日后", "future", date(2026, 9, 15)),
        ("10个工作日内", "future", date(2026, 9, 23)),  # Sunday the 20th is worked
        ("季末", "future", date(2026, 9, 30)),
        ("下季度末", "future", date(2026, 12, 31)),
        ("上季末", "past", date(2026, 6, 30)),
        ("月末", "future", date(2026, 9, 30)),
    ],
)
def test_days_that_are_named(typed: str, toward: typed_days.Toward, on: date) -> None:
    assert typed_days.read_date(typed, "holding.matures_on", toward=toward, today=TODAY) == on


def test_the_branch_s_own_working_days_count() -> None:
    closed = WorkCalendar({2026: (Line("停业", date(2026, 9, 11), date(2026, 9, 18)),)})
    read = typed_days.read_date("下个工作日", "task.due_on", toward="future", today=TODAY, working=closed)
    assert read == date(2026, 9, 21)


@pytest.mark.parametrize(
    "day",
    [
        Day(6, 3, 1984),
        Day(6, 3),
        Day(8, 15, is_lunar=True),
        Day(6, 3, 1987, is_lunar=True, is_leap_month=True),
        Day(12, 30, 1970, is_lunar=True),
    ],
)
def test_what_is_written_is_read_back(day: Day) -> None:
    for words in (typed_days.chinese(day), typed_days.english(day)):
        assert typed_days.read_day(words, "customer.birthday", today=TODAY) == day
