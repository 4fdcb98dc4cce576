"""Working days as the State Council arranged them, the branch's own tables, and guesses."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest

from rmdesk.services import holiday_table, working_days
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from rmdesk.services.working_days import Line, WorkCalendar
from tests.support.branches import Branch

SPRING = Line("春节", date(2027, 2, 5), date(2027, 2, 12))
MADE_UP = Line("春节", date(2027, 2, 20), date(2027, 2, 20), is_working=True)
NEW_YEAR = Line("元旦", date(2026, 12, 31), date(2027, 1, 2))


def set_year(branch: Branch, lines: list[Line], year: int = 2027) -> None:
    seen = branch.read(working_days.load_year, year).versions
    branch.write(working_days.set_year, year, lines, versions=seen)


def test_the_shipped_years_day_by_day() -> None:
    """Lines put together again give what the package says of each day."""
    known = WorkCalendar()
    day = date(2004, 1, 1)
    while day <= date(2026, 12, 31):
        assert known.is_working_day(day) == chinese_calendar.is_workday(day), day
        _, name = chinese_calendar.get_holiday_detail(day)
        assert (known.holiday_name(day) is not None) == (
            name is not None and not known.is_working_day(day)
        ), day
        day += timedelta(days=1)


def test_spring_festival_2026() -> None:
    known = WorkCalendar()
    assert known.next_working_day(date(2026, 2, 13)) == date(2026, 2, 14)  # a Saturday, worked
    assert known.next_working_day(date(2026, 2, 14)) == date(2026, 2, 24)
    assert known.previous_working_day(date(2026, 2, 24)) == date(2026, 2, 14)
    assert known.made_up_for(date(2026, 2, 14)) == "春节"
    assert (known.holiday_name(date(2026, 2, 17)), known.holiday_name(date(2026, 2, 14))) == ("春节", None)
    assert known.working_days(date(2026, 2, 13), date(2026, 2, 25)) == [
        date(2026, 2, 13),
        date(2026, 2, 14),
        date(2026, 2, 24),
        date(2026, 2, 25),
    ]
    assert known.working_days(date(2026, 2, 25), date(2026, 2, 13)) == []


def test_an_unknown_year_is_guessed_and_says_so() -> None:
    known = WorkCalendar()
    assert known.is_working_day(date(2031, 10, 1))
    assert not known.is_working_day(date(2031, 10, 4))
    assert known.is_guess(date(2031, 10, 1))
    assert not known.is_guess(date(2026, 10, 1))
    assert not known.is_guess(date(2026, 12, 24))
    # The arrangement of 2027 may begin in the last days of 2026.
    assert known.is_guess(date(2026, 12, 31))


def test_the_branch_enters_a_year_and_takes_it_back(branch: Branch) -> None:
    assert not branch.read(working_days.load_year, 2027).is_known
    set_year(branch, [SPRING, MADE_UP, NEW_YEAR])
    table = branch.read(working_days.load_year, 2027)
    assert (table.is_own, table.is_known) == (True, True)
    assert [(one.name, one.starts_on) for one in table.lines] == [
        ("元旦", date(2026, 12, 31)),
        ("春节", date(2027, 2, 5)),
        ("春节", date(2027, 2, 20)),
    ]
    known = branch.read(working_days.load)
    assert known.next_working_day(date(2027, 2, 4)) == date(2027, 2, 15)
    assert known.is_working_day(date(2027, 2, 20))
    assert known.holiday_name(date(2026, 12, 31)) == "元旦"
    assert not known.is_guess(date(2027, 10, 1))
    assert branch.newest().kind == "holidays.set"
    kept = [one for one in table.lines if one.name == "春节"]
    set_year(branch, [*kept, Line("中秋节", date(2027, 9, 15), date(2027, 9, 15))])
    assert branch.read(working_days.load).holiday_name(date(2026, 12, 31)) is None
    branch.undo()
    assert branch.read(working_days.load).holiday_name(date(2026, 12, 31)) == "元旦"
    set_year(branch, [])
    assert not branch.read(working_days.load_year, 2027).is_known
    assert branch.is_sound()


def test_an_own_table_stands_in_for_the_shipped_one(branch: Branch) -> None:
    shipped = branch.read(working_days.load_year, 2026)
    assert (shipped.is_own, shipped.is_known) == (False, True)
    set_year(branch, [one for one in shipped.lines if one.name != "国庆节"], 2026)
    known = branch.read(working_days.load)
    assert known.is_working_day(date(2026, 10, 1))
    assert known.holiday_name(date(2026, 2, 17)) == "春节"


def test_who_may_and_who_came_later(branch: Branch) -> None:
    branch.act("manager")
    with pytest.raises(NotAllowed):
        set_year(branch, [SPRING])
    branch.act("head")
    set_year(branch, [SPRING])
    with pytest.raises(Conflict):
        branch.write(working_days.set_year, 2027, [NEW_YEAR], versions={})
    assert [one.name for one in branch.read(working_days.load_year, 2027).lines] == ["春节"]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([SPRING, Line("元宵", date(2027, 2, 12), date(2027, 2, 13))], "holiday.overlap"),
        ([SPRING, Line("春节", date(2027, 2, 6), date(2027, 2, 7), is_working=True)], "holiday.both"),
        ([Line("春节", date(2027, 2, 12), date(2027, 2, 5))], "holiday.backwards"),
        ([Line("春节", date(2026, 2, 5), date(2026, 2, 12))], "holiday.wrong_year"),
        ([Line("元旦", date(2027, 12, 31), date(2028, 1, 1))], "holiday.wrong_year"),
        ([Line("春节", date(2027, 2, 5), date(2027, 5, 12))], "holiday.too_long"),
        ([Line("春节", date(2027, 2, 19), date(2027, 2, 20), is_working=True)], "holiday.no_rest_day"),
        ([Line(" ", date(2027, 2, 5), date(2027, 2, 12))], "text.empty"),
    ],
)
def test_a_table_that_cannot_be_right_is_refused(branch: Branch, lines: list[Line], code: str) -> None:
    with pytest.raises(UserError) as refused:
        set_year(branch, lines)
    assert refused.value.code == code
    assert branch.read(working_days.load_year, 2027).lines == ()


NOTICE = """各省、自治区、直辖市人民政府：
一、元旦：2026年12月31日（周四）至2027年1月2日（周六）放假调休，共3天。
二、春节：2月5日（农历腊月廿九、周五）至12日（周五）放假调休，共8天。2月20日（周六）、2月28日（周日）上班。
三、劳动节：4月30日（周五）至5月4日（周二）放假，共5天。5月10日（周一）上班。
"""


def test_the_notice_as_it_is_published(tmp_path: Path) -> None:
    file = tmp_path / "通知.txt"
    file.write_text(NOTICE, encoding="gb18030")
    for found, refused in (
        holiday_table.read_text(2027, NOTICE),
        holiday_table.read_file(2027, file),
    ):
        assert found == [
            NEW_YEAR,
            SPRING,
            MADE_UP,
            Line("春节", date(2027, 2, 28), date(2027, 2, 28), is_working=True),
            Line("劳动节", date(2027, 4, 30), date(2027, 5, 4)),
        ]
        assert [(number, error.code) for number, error in refused] == [(4, "holiday.no_rest_day")]


def test_rows_of_a_file() -> None:
    found, refused = holiday_table.read_rows(
        2027,
        [
            ("名称", "类型", "开始", "结束"),
            ("元旦", "放假", "2026-12-31", "2027-01-02"),
            ("春节", "放假", "2月5日", "2月12日"),
            ("春节", "上班", date(2027, 2, 20), None),
            ("", None, "", ""),
            ("国庆节", "放假", "10月32日", ""),
            ("国庆节", "加班", "10月9日", ""),
            ("国庆节", "放假", "2028-10-01", ""),
        ],
    )
    assert found == [NEW_YEAR, SPRING, MADE_UP]
    assert [(number, error.code) for number, error in refused] == [
        (6, "date.not_a_date"),
        (7, "holiday.not_a_kind"),
        (8, "holiday.wrong_year"),
    ]
