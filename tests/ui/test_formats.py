"""Amounts, dates and moments in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmdesk import words
from rmdesk.ui import formats


@pytest.fixture(params=["zh_CN", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    words.use(request.param)
    yield request.param
    words.use("en")


@pytest.mark.parametrize(
    ("yuan", "chinese", "english"),
    [
        ("123456.78", "12.35万", "123,457"),
        ("120000000", "1.20亿", "120,000,000"),
        ("8500", "8,500", "8,500"),
        ("9999.49", "9,999", "9,999"),
        ("9999.5", "1.00万", "10,000"),
        ("99994999", "9,999.50万", "99,994,999"),
        ("99999999", "1.00亿", "99,999,999"),
        ("-116000", "−11.60万", "−116,000"),
        ("0", "0", "0"),
        ("0.005", "0", "0"),
        ("-0.3", "0", "0"),
    ],
)
def test_amounts(yuan: str, chinese: str, english: str) -> None:
    words.use("zh_CN")
    assert formats.amount(Decimal(yuan)) == chinese
    words.use("en")
    assert formats.amount(Decimal(yuan)) == english


@pytest.mark.parametrize(
    ("masked", "chinese", "english"),
    [
        ("< 10,000", "< 1万", "< 10k"),
        ("10,000–50,000", "1万–5万", "10k–50k"),
        ("500,000–1,000,000", "50万–100万", "500k–1m"),
        ("≥ 6,000,000", "≥ 600万", "≥ 6m"),
        ("****", "****", "****"),
    ],
)
def test_bands_of_masked_amounts(masked: str, chinese: str, english: str) -> None:
    assert formats.band(masked) == english
    words.use("zh_CN")
    assert formats.band(masked) == chinese
    words.use("en")


def test_the_exact_amount() -> None:
    assert formats.exact_amount(Decimal("123456.785")) == "CNY 123,456.79"
    words.use("zh_CN")
    assert formats.exact_amount(-1) == "−1.00 元"


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_a_larger_amount_is_never_shown_with_a_smaller_unit(yuan: Decimal) -> None:
    words.use("zh_CN")
    units = ["", "万", "亿"]
    shown = [formats.amount(value).lstrip("0123456789.,") for value in (yuan, yuan * 2)]
    assert units.index(shown[0]) <= units.index(shown[1])
    words.use("en")


def test_percentages() -> None:
    assert formats.percent(Decimal("0.012"), signed=True) == "+1.2%"
    assert formats.percent(-0.38, signed=True) == "−38.0%"
    assert formats.percent(Decimal("-0.0001")) == "0.0%"
    assert formats.percent(0, signed=True) == "0.0%"
    assert formats.percent(Decimal("0.684"), decimals=0) == "68%"
    assert formats.count(-5214) == "−5,214"


def test_days(language: str) -> None:
    shown = formats.day(date(2026, 9, 10), today=date(2026, 1, 1))
    assert shown == {"zh_CN": "9月10日", "en": "10 Sep"}[language]
    shown = formats.day(date(2025, 12, 1), today=date(2026, 1, 1))
    assert shown == {"zh_CN": "2025年12月1日", "en": "1 Dec 2025"}[language]


def test_moments_are_local_and_say_today() -> None:
    now = datetime.now(UTC).astimezone().replace(hour=12, minute=0)
    at = now.replace(hour=8, minute=31)
    assert formats.moment(at.astimezone(UTC), now=now) == "Today 08:31"
    assert formats.moment(at - timedelta(days=1), now=now) == "Yesterday 08:31"
    earlier = at - timedelta(days=3)
    assert formats.moment(earlier, now=now) == f"{formats.day(earlier.date(), today=now.date())} 08:31"
    assert formats.exact_moment(at).endswith(f"08:31:{at.second:02}")
    assert formats.clock(at) == "08:31"
