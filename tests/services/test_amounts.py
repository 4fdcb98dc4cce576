"""Amounts: typed in many ways, exact to the fen."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmdesk.models.money import MOST_FEN
from rmdesk.services import amounts
from rmdesk.services.errors import UserError


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("12,345.67", 1234567),
        ("１２，３４５．６７", 1234567),
        ("45万", 450_000_00),
        ("1.2亿", 120_000_000_00),
        ("￥ 3000元", 3000_00),
        ("0.01", 1),
        ("-8", -800),
        ("−8.5", -850),
        (".5", 50),
        ("7.", 700),
        ("1万亿", MOST_FEN),
        ("一百二十万", 1_200_000_00),
        ("三万五", 35_000_00),
        ("3万5", 35_000_00),
        ("一万零三", 10_003_00),
        ("3.5个亿", 350_000_000_00),
        ("两百块钱", 200_00),
        ("20w", 200_000_00),
        ("1.5 million yuan", 1_500_000_00),
        (0, 0),
        (45, 4500),
        (Decimal("1.10"), 110),
    ],
)
def test_read(typed: object, fen: int) -> None:
    assert amounts.read(typed, "holding.amount_fen") == fen


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "amount.not_an_amount"),
        ("abc", "amount.not_an_amount"),
        ("1e9", "amount.not_an_amount"),
        ("NaN", "amount.not_an_amount"),
        ("１２٣", "amount.not_an_amount"),
        ("1.2.3", "amount.not_an_amount"),
        ("9" * 60_000, "amount.not_an_amount"),
        (Decimal("NaN"), "amount.not_an_amount"),
        (True, "amount.not_an_amount"),
        (1.5, "amount.not_an_amount"),
        (None, "amount.not_an_amount"),
        ("0.001", "amount.too_fine"),
        ("0.0000001万", "amount.too_fine"),
        ("9223372036854775808", "amount.too_large"),
        (2**63, "amount.too_large"),
        ("-1000000000001", "amount.too_large"),
    ],
)
def test_refused(typed: object, code: str) -> None:
    with pytest.raises(UserError) as caught:
        amounts.read(typed, "holding.amount_fen")
    assert caught.value.code == code


def test_check_of_fen() -> None:
    assert amounts.check(-MOST_FEN, "x") == -MOST_FEN
    for wrong in (2**63, MOST_FEN + 1, -(2**63), True, "1", 1.0):
        with pytest.raises(UserError):
            amounts.check(wrong, "x")


@given(st.integers(-MOST_FEN, MOST_FEN))
def test_there_and_back(fen: int) -> None:
    assert amounts.read(amounts.yuan(fen), "x") == fen
