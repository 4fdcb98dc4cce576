"""Cells as people type them and spreadsheets keep them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from rmdesk.services.days import Day
from rmdesk.services.errors import UserError
from rmdesk.services.imports import BY_NAME, cells
from rmdesk.services.imports.cells import Month, Phone
from rmdesk.services.imports.fields import Hints

TODAY = date(2026, 3, 8)


def _code(read: Callable[..., Any], *given: Any, **options: Any) -> str:
    with pytest.raises(UserError) as raised:
        read(*given, **options)
    return raised.value.code


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1943年8月30日", date(1943, 8, 30)),
        ("19910113", date(1991, 1, 13)),
        (19910113, date(1991, 1, 13)),
        (19910113.0, date(1991, 1, 13)),
        ("1982.6.25", date(1982, 6, 25)),
        ("84/6/3", date(1984, 6, 3)),
        ("２００２－０９－２３", date(2002, 9, 23)),
        (" 1993-02-27 ", date(1993, 2, 27)),
        ("2026-03-08 00:00:00", date(2026, 3, 8)),
        ("2026-03-08T10:20", date(2026, 3, 8)),
        ("2026年3月8日 星期日", date(2026, 3, 8)),
        ("2026 / 3 / 8", date(2026, 3, 8)),
        ("8-Mar-76", date(1976, 3, 8)),
        ("8 Mar 2026", date(2026, 3, 8)),
        ("二〇二六年三月八日", date(2026, 3, 8)),
        ("一九八四年十二月三十一日", date(1984, 12, 31)),
        ("二零二六年十月二十日", date(2026, 10, 20)),
        (datetime(2026, 3, 8, 12), date(2026, 3, 8)),
        (date(2026, 3, 8), date(2026, 3, 8)),
        (33251, date(1991, 1, 13)),
        (33251.0, date(1991, 1, 13)),
        ("33251", date(1991, 1, 13)),
        ("'20260308", date(2026, 3, 8)),
        ('="2026-03-08"', date(2026, 3, 8)),
        ("", None),
        (None, None),
        ("—", None),
        ("无", None),
        ("长期", None),
        ("9999-12-31", None),
        (date(9999, 12, 31), None),
        (99991231.0, None),
        ("00000000", None),
        (0, None),
    ],
)
def test_dates(cell: Any, expected: date | None):
    assert cells.read_date(cell, "holding.starts_on", today=TODAY) == expected


def test_numbers_of_1904():
    assert cells.read_date(31789, "holding.starts_on", is_1904=True) == date(1991, 1, 13)


@pytest.mark.parametrize(
    "cell",
    ["19810-1-1", "2026-02-30", "199101", 1943.0, "待定", True, "9" * 500, 1e300, float("nan"), "\ud800"],
)
def test_what_is_no_date(cell: Any):
    assert _code(cells.read_date, cell, "holding.starts_on") == "date.not_a_date"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("农历八月十五", Day(8, 15, is_lunar=True)),
        ("八月十五（农历）", Day(8, 15, is_lunar=True)),
        ("农历一九五〇年腊月廿三", Day(12, 23, 1950, is_lunar=True)),
        ("农历1950年八月十五", Day(8, 15, 1950, is_lunar=True)),
        ("六八年腊月廿三", Day(12, 23, 1968, is_lunar=True)),
        ("1968年农历八月十五", Day(8, 15, 1968, is_lunar=True)),
        ("六八年三月八日", Day(3, 8, 1968)),
        ("闰四月初二", Day(4, 2, is_lunar=True, is_leap_month=True)),
        ("农历闰四月初二", Day(4, 2, is_lunar=True, is_leap_month=True)),
        ("腊月二十三", Day(12, 23, is_lunar=True)),
        ("正月初一", Day(1, 1, is_lunar=True)),
        ("八月十五日", Day(8, 15)),
        ("6月3日", Day(6, 3)),
        ("1943年8月30日", Day(8, 30, 1943)),
        (33251.0, Day(1, 13, 1991)),
        ("", None),
    ],
)
def test_days(cell: Any, expected: Day | None):
    assert cells.read_day(cell, "customer.birth_day") == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("885.59万", 885_590_000),
        ("1.2亿", 12_000_000_000),
        ("¥350.09", 35_009),
        ("８９２．３３", 89_233),
        ("¥1,579,468.87", 157_946_887),
        ("1，579，468．87", 157_946_887),
        ("5671030.56元", 567_103_056),
        ("CNY 1,000.5", 100_050),
        ("(1,234.50)", -123_450),
        ("（500）", -50_000),
        ("-500", -50_000),
        ("500.00-", -50_000),
        ("1.2E+7", 1_200_000_000),
        ("0.125", 13),
        (892.33, 89_233),
        (0.1 + 0.2, 30),
        (1234.565, 123_457),
        (7, 700),
        ("-", None),
        ("—", None),
        ("", None),
        (None, None),
        ("1 000", 100_000),
    ],
)
def test_amounts(cell: Any, expected: int | None):
    assert cells.read_amount(cell, "holding.amount_fen") == expected


def test_amounts_in_the_unit_of_a_heading():
    unit = cells.unit_of("余额（万元）")
    assert unit == 10_000
    assert cells.read_amount(1.5, "holding.amount_fen", unit=unit) == 1_500_000
    assert cells.read_amount("885.5912345", "holding.amount_fen", unit=unit) == 885_591_235
    assert cells.read_amount("350元", "holding.amount_fen", unit=unit) == 35_000
    assert cells.read_amount("-", "holding.amount_fen", dash=0) == 0
    said = {"资产总额(元)": 1, "单位：亿元": 10**8, "AUM": 1, "万元户": 1, "金融资产(万)": 10**4}
    said |= {"余额/亿": 10**8, "AUM（单位：万）": 10**4, "客户数(万科)": 1}
    assert {one: cells.unit_of(one) for one in said} == said


@pytest.mark.parametrize(
    "cell", ["约5", "1.2.3", True, date(2026, 1, 1), float("nan"), "1--2", "1.234,56", "九" * 300]
)
def test_what_is_no_amount(cell: Any):
    assert _code(cells.read_amount, cell, "holding.amount_fen") == "amount.not_an_amount"


@pytest.mark.parametrize("cell", ["9" * 39, 1e300, "1E+30", 10**20])
def test_amounts_nobody_has(cell: Any):
    assert _code(cells.read_amount, cell, "holding.amount_fen") == "amount.too_large"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1.55%", 15_500),
        ("1.55", 15_500),
        (1.55, 15_500),
        ("１．５５％", 15_500),
        ("1.55‰", 1_550),
        (3, 30_000),
        ("", None),
    ],
)
def test_rates(cell: Any, expected: int | None):
    assert cells.read_rate(cell, "holding.rate") == expected


def test_rates_kept_as_fractions():
    column = [0.0155, 0.003, "", None]
    assert cells.are_fractions(column)
    assert not cells.are_fractions([0.35, 1.55])
    assert cells.read_rate(0.0155, "holding.rate", is_fraction=True) == 15_500
    assert _code(cells.read_rate, "很高", "holding.rate") == "rate.not_a_rate"
    assert _code(cells.read_rate, 1e9, "holding.rate") == "rate.too_large"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("+86 13747144854", ["13747144854"]),
        ("008615675762534", ["15675762534"]),
        ("187-7937-8296", ["18779378296"]),
        ("175 2580 4415", ["17525804415"]),
        ("１８５５１６５８１２２", ["18551658122"]),
        (13747144854.0, ["13747144854"]),
        (13747144854, ["13747144854"]),
        ("13747144854.0", ["13747144854"]),
        ("13747144854/18779378296", ["13747144854", "18779378296"]),
        ("13747144854、187-7937-8296", ["13747144854", "18779378296"]),
        ("13747144854 18779378296", ["13747144854", "18779378296"]),
        ("13747144854；13747144854", ["13747144854"]),
        ("手机：13747144854（妻）", ["13747144854"]),
        ("'13747144854", ["13747144854"]),
        ("+86-13747144854 / 0086 18779378296", ["13747144854", "18779378296"]),
        ("+8613747144854+8618779378296", ["13747144854", "18779378296"]),
        ("8613747144854", ["13747144854"]),
        ("+85291234567", ["+85291234567"]),
        ("本人13747144854 妻子187 7937 8296", ["13747144854", "18779378296"]),
        ("", []),
        ("无", []),
    ],
)
def test_phones(cell: Any, expected: list[str]):
    assert cells.read_phones(cell, "customer_phone.number") == [Phone(one, "mobile") for one in expected]


def test_phones_of_the_fixed_network():
    assert cells.read_phones("0571-88886666", "customer_phone.number") == [Phone("057188886666", "other")]
    assert cells.read_phones("0571-88886666", "customer_phone.number", kind="home")[0].kind == "home"
    assert _code(cells.read_phones, "1374714485", "customer_phone.number") == "phone.wrong_mobile"
    assert _code(cells.read_phones, "13747144854/1374", "customer_phone.number") == "phone.wrong_mobile"
    assert _code(cells.read_phones, "1.37E+10", "customer_phone.number") == "cell.digits_lost"


def test_documents():
    told = cells.read_document("身份证", "11010519491231002x")
    assert told is not None
    assert (told.number, told.kind, told.born_on, told.gender) == (
        "11010519491231002X",
        "resident_id",
        date(1949, 12, 31),
        "female",
    )
    assert told.notes == ()
    assert cells.read_document("", "１１０１０５１９４９１２３１００２Ｘ") == told
    old = cells.read_document(None, 110105491231002.0)
    assert old is not None
    assert (old.number, old.notes) == ("110105491231002", ("document.fifteen_digits",))
    assert cells.read_document("护照", "E12345678") == cells.read_document(None, "e12345678")
    assert cells.read_document("居民身份证", "") is None


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (110105194912310021.0, "cell.digits_lost"),
        ("1.10105E+17", "cell.digits_lost"),
        ("110105194912310021", "document.wrong_check_digit"),
        ("110105194913310021", "document.wrong_date"),
        ("11010519491231002", "document.wrong_length"),
    ],
)
def test_documents_that_are_refused(number: Any, code: str):
    assert _code(cells.read_document, None, number) == code


def test_words_of_lists():
    genders = ["男", "M", "1", 1.0, "male", "先生", "女", "F", 2.0, "", "未知"]
    assert [cells.read_gender(one) for one in genders] == ["male"] * 6 + ["female"] * 3 + [None] * 2
    assert _code(cells.read_gender, "甲") == "value.not_a_choice"
    flags = ["是", "Y", 1.0, "√", "否", "n", False, "无", ""]
    assert [cells.read_flag(one, "customer.x") for one in flags] == [True] * 4 + [False] * 4 + [None]
    assert [cells.read_count(one, "x") for one in ("3张", 3.0, "两个", "")] == [3, 3, 2, None]
    assert _code(cells.read_count, 1.5, "x") == "value.out_of_range"
    kinds = {cells.fold("定期存款"): "time_deposit"}
    assert cells.read_choice("02-定期 存款", "holding.kind", kinds) == "time_deposit"
    assert _code(cells.read_choice, "黄金", "holding.kind", kinds) == "value.not_a_choice"
    kinds |= {cells.fold("黄金"): "gold", cells.fold("基金"): "fund", cells.fold("存款"): "deposit"}
    for said, kind in (("三年期定期存款", "time_deposit"), ("黄金ETF基金", "fund"), ("其中", None)):
        if kind is None:
            assert _code(cells.read_choice, said, "x", kinds, within=True) == "value.not_a_choice"
        else:
            assert cells.read_choice(said, "x", kinds, within=True) == kind


def test_text():
    assert (
        cells.read_text('=HYPERLINK("http://x","点我")', "x", longest=100) == '=HYPERLINK("http://x","点我")'
    )
    assert cells.read_text(13.0, "x", longest=10) == "13"
    assert [cells.read_text(one, "x", longest=9) for one in ("NULL", "—", "", " ", None)] == [None] * 5
    assert cells.read_text(" 一\n二 ", "x", longest=10) == "一 二"
    assert cells.read_number(6222021234567890.0, "x", longest=40) == "6222021234567890"
    assert _code(cells.read_number, 6.222e18, "x", longest=40) == "cell.digits_lost"
    assert _code(cells.read_text, "卡密码：123456", "x", longest=100) == "text.secret"
    assert _code(cells.read_text, "张\ud800", "x", longest=100) == "text.not_text"
    assert _code(cells.read_text, "张\x00", "x", longest=100) == "text.not_text"
    assert _code(cells.read_text, "长" * 101, "x", longest=100) == "text.too_long"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026年3月", Month(2026, 3)),
        ("2026-03", Month(2026, 3)),
        ("Mar-26", Month(2026, 3)),
        ("202603", Month(2026, 3)),
        (202603.0, Month(2026, 3)),
        ("3月末", Month(None, 3)),
        ("12月", Month(None, 12)),
        ("2026年3月日均余额", Month(2026, 3)),
        ("2026.03月末时点(元)", Month(2026, 3)),
        ("AUM 2026年12月", Month(2026, 12)),
        ("二〇二六年三月", Month(2026, 3)),
        ("2026年三月余额", Month(2026, 3)),
        ("Average Apr 2026", Month(2026, 4)),
        ("Mar-26 avg", Month(2026, 3)),
        ("2026-03-31", Month(2026, 3)),
        (date(2026, 3, 31), Month(2026, 3)),
        (46082.0, Month(2026, 3)),
        ("客户号", None),
        ("手机号码", None),
        ("资产总额(元)", None),
        ("1.总体满意度(1-10)", None),
    ],
)
def test_months_of_headings(cell: Any, expected: Month | None):
    assert cells.read_month(cell) == expected


def test_readers_remember_by_kind_of_cell():
    read = cells.remembering(lambda cell: cells.read_text(cell, "x", longest=10))
    assert [read(one) for one in (1, 1.0, True, "1")] == ["1", "1", "TRUE", "1"]
    wrong = cells.remembering(lambda cell: cells.read_amount(cell, "x"))
    assert [_code(wrong, "甲"), _code(wrong, "甲")] == ["amount.not_an_amount"] * 2


def test_the_order_of_day_and_month_is_told_by_the_column():
    assert cells.order_of(["01/05/1940", "26/02/1969", ""]) == "dmy"
    assert cells.order_of(["05/01/1940", "02.26.1969"]) == "mdy"
    assert cells.order_of(["01/05/1940", "02/03/1969"]) == ""  # who knows
    assert cells.order_of(["13/05/1940", "05/13/1940"]) == ""
    assert cells.year_first("26/02/1969", "dmy") == "1969-02-26" == cells.year_first("02/26/1969", "mdy")
    assert cells.year_first("1969-02-26", "dmy") == "1969-02-26"


def test_units_of_english_headings():
    for heading, unit in {
        "AUM (CNY mn)": 10**6,
        "Balance (RMB'000)": 1000,
        "Balance in thousands": 1000,
        "Total assets (10k CNY)": 10**4,
        "Assets (CNY)": 1,
        "Amount": 1,
        "Kind (main)": 1,
    }.items():
        assert cells.unit_of(heading) == unit, heading


def test_an_income_is_a_band():
    income = BY_NAME["customers"].by_name["income_band"].read
    assert [income(said, Hints()) for said in ("20万", "10-20万", 200_001, "3", "1.2亿")] == [3, 3, 4, 3, 6]
    assert income("20", Hints(unit=10_000)) == 3
    assert _code(lambda cell, _what: income(cell, Hints()), "20", "x") == "value.not_a_choice"
