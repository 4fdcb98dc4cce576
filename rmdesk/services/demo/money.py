"""Invented money: what a customer has, how it came to that over a year, and in which products it lies.

Most customers of a branch have little and a few have most of it: assets follow a log-normal
distribution whose shares of customers and of money are those of a branch in a town.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Any

from rmdesk.models import ProductKind
from rmdesk.services.demo.dice import Dice, spread, weighted
from rmdesk.services.demo.numbers import Numbers

_MEDIAN_YUAN, _DEVIATION = 40_000.0, 1.9
_MOST_YUAN = 95_000_000.0
MONTHS = 12

# Money by age: little at first, most before and after retirement.
_AGE_FACTOR = ((25, 0.25), (32, 0.6), (42, 1.1), (55, 1.6), (66, 1.5), (120, 1.1))

_OTHER_BANKS = weighted(
    "工商银行 20 / 农业银行 16 / 建设银行 16 / 中国银行 10 / 邮储银行 10"
    "/ 招商银行 8 / 农商银行 12 / 交通银行 5"
)
_KINDS_LITTLE = spread(
    {
        ProductKind.TIME_DEPOSIT: 34,
        ProductKind.CREDIT_CARD: 22,
        ProductKind.FUND: 12,
        ProductKind.WEALTH: 14,
        ProductKind.LOAN: 8,
        ProductKind.INSURANCE: 8,
        ProductKind.GOLD: 2,
    }
)
_KINDS_MUCH = spread(
    {
        ProductKind.TIME_DEPOSIT: 22,
        ProductKind.LARGE_CD: 20,
        ProductKind.WEALTH: 24,
        ProductKind.STRUCTURED_DEPOSIT: 9,
        ProductKind.FUND: 9,
        ProductKind.INSURANCE: 8,
        ProductKind.GOVERNMENT_BOND: 5,
        ProductKind.TRUST: 3,
        ProductKind.GOLD: 2,
        ProductKind.CREDIT_CARD: 6,
        ProductKind.LOAN: 4,
        ProductKind.OTHER: 1,
    }
)
# By kind: name of the product, days it runs, rate in millionths (None: none is stated).
_PRODUCTS: dict[ProductKind, tuple[tuple[str, int | None, int | None], ...]] = {
    ProductKind.TIME_DEPOSIT: (
        ("三个月定期", 91, 8500),
        ("半年定期", 182, 10500),
        ("一年定期", 365, 11500),
        ("两年定期", 730, 12500),
        ("三年定期", 1096, 15500),
        ("五年定期", 1826, 16000),
    ),
    ProductKind.LARGE_CD: (
        ("大额存单 1 年期", 365, 14000),
        ("大额存单 2 年期", 730, 14500),
        ("大额存单 3 年期", 1096, 17500),
    ),
    ProductKind.STRUCTURED_DEPOSIT: (
        ("结构性存款 90 天", 90, 19000),
        ("结构性存款 180 天", 180, 20500),
        ("结构性存款 365 天", 365, 21000),
    ),
    ProductKind.WEALTH: (
        ("稳盈封闭理财 90 天", 90, 23500),
        ("稳盈封闭理财 180 天", 180, 25000),
        ("稳盈封闭理财 365 天", 365, 27500),
        ("安心固收 540 天", 540, 29000),
        ("日日添利", None, 17800),
    ),
    ProductKind.FUND: (
        ("稳健债券 A", None, None),
        ("沪深指数增强", None, None),
        ("消费精选混合", None, None),
        ("货币市场 B", None, 15600),
    ),
    ProductKind.INSURANCE: (
        ("福寿年金保险", 3652, None),
        ("安康重疾保险", 7305, None),
        ("鑫享两全保险", 1826, None),
    ),
    ProductKind.GOVERNMENT_BOND: (("储蓄国债 3 年期", 1096, 16300), ("储蓄国债 5 年期", 1826, 17000)),
    ProductKind.TRUST: (("江河集合信托 24 月", 730, 52000),),
    ProductKind.GOLD: (("积存金", None, None),),
    ProductKind.CREDIT_CARD: (("金卡", None, None), ("白金信用卡", None, None)),
    ProductKind.LOAN: (
        ("个人住房贷款", 9131, 31500),
        ("个人经营贷款", 365, 34000),
        ("汽车分期", 1096, 36000),
    ),
    ProductKind.OTHER: (("保管箱", 365, None),),
}
_NOT_ASSETS = frozenset({ProductKind.LOAN, ProductKind.CREDIT_CARD, ProductKind.OTHER})
# How many holdings besides the current account, by assets in yuan from that sum on.
_COUNTS = (
    (3_000_000, spread({3: 2, 4: 4, 5: 5, 6: 4, 7: 2})),
    (500_000, spread({2: 3, 3: 6, 4: 5, 5: 3})),
    (50_000, spread({1: 2, 2: 6, 3: 6, 4: 2})),
    (5_000, spread({0: 1, 1: 6, 2: 5, 3: 1})),
    (0, spread({0: 6, 1: 4, 2: 1})),
)
_PREMIUM_DAYS = 365


def assets_yuan(dice: Dice, age: int, wealth: float) -> float:
    """What a person of this age has; `wealth` is what the family has in common (0 is usual)."""
    factor = next(factor for limit, factor in _AGE_FACTOR if age < limit)
    drawn = factor * _MEDIAN_YUAN * math.exp(_DEVIATION * (0.6 * wealth + 0.8 * dice.normal()))
    return min(drawn, _MOST_YUAN * (0.5 + dice.roll() / 2))


def month_ends(today: date) -> list[date]:
    """The last days of the twelve months that are over, oldest first."""
    ends = []
    end = today.replace(day=1) - timedelta(days=1)
    for _ in range(MONTHS):
        ends.append(end)
        end = end.replace(day=1) - timedelta(days=1)
    return ends[::-1]


def figures_fen(dice: Dice, yuan: float) -> list[int]:
    """A year of monthly averages, oldest first, that ends with `yuan`.

    Most customers go on as they are, some grow, some shrink, and a few fall sharply in the last month:
    these are whom the warnings are about.
    """
    roll = dice.roll
    fate = roll()
    if fate < 0.03:
        drift, fall = 0.0, 1.0 / (0.35 + 0.4 * roll())
    elif fate < 0.15:
        drift, fall = 0.02 + 0.06 * roll(), 1.0
    elif fate < 0.27:
        drift, fall = -0.01 - 0.04 * roll(), 1.0
    else:
        drift, fall = 0.006 * (roll() - 0.4), 1.0
    amount = yuan * 100.0
    found = [int(amount)]
    amount *= fall
    for _ in range(MONTHS - 1):
        amount *= 1.0 - drift + 0.06 * (roll() - 0.5)
        found.append(int(amount))
    return found[::-1]


def holdings(dice: Dice, numbers: Numbers, today: date, yuan: float, mark: str) -> list[dict[str, Any]]:
    """What a customer with these assets here holds, here and elsewhere, as rows of `holding`.

    Own open holdings that count as assets sum up to about `yuan`; `mark` says which file told of them.
    """
    counts = next(counts for limit, counts in _COUNTS if yuan >= limit)
    kinds = _KINDS_MUCH if yuan >= 200_000 else _KINDS_LITTLE
    rows: list[dict[str, Any]] = []
    left = yuan * (0.98 + 0.04 * dice.roll())
    for _ in range(dice.among(counts)):
        kind = dice.among(kinds)
        elsewhere = dice.chance(0.24)
        if kind in _NOT_ASSETS:
            amount = _owed(dice, kind)
        elif elsewhere:
            amount = _round(yuan * (0.2 + dice.roll()) + 10_000)
        else:
            amount = _round(left * (0.25 + 0.45 * dice.roll()))
            left -= amount
            if amount <= 0:
                continue
        rows.append(_holding(dice, numbers, today, kind, amount * 100, elsewhere, mark))
        if not elsewhere and rows[-1]["closed_on"] is not None and kind not in _NOT_ASSETS:
            left += amount  # what matured lies in the current account again
    if yuan >= 1:
        rows.append(_current(numbers, int(max(left, 0.01) * 100), mark))
    return rows


def _owed(dice: Dice, kind: ProductKind) -> int:
    if kind is ProductKind.LOAN:
        return dice.between(5, 260) * 10_000
    return dice.between(0, 30_000) if kind is ProductKind.CREDIT_CARD else 0


def _round(yuan: float) -> int:
    """As people lay money down: in thousands, or ten thousands if there is much."""
    step = 10_000 if yuan >= 50_000 else 1000
    return int(yuan / step) * step


def _current(numbers: Numbers, fen: int, mark: str) -> dict[str, Any]:
    return {
        "bank": "",
        "kind": ProductKind.CURRENT_DEPOSIT.value,
        "product": "活期存款",
        "account": numbers.account(),
        "amount_fen": fen,
        "rate": 500,
        "starts_on": None,
        "matures_on": None,
        "premium_due_on": None,
        "count": 1,
        "closed_on": None,
        "source": mark,
    }


def _holding(
    dice: Dice, numbers: Numbers, today: date, kind: ProductKind, fen: int, elsewhere: bool, mark: str
) -> dict[str, Any]:
    product, days, rate = dice.among(_PRODUCTS[kind])
    begun = today - timedelta(days=dice.between(20, 2400))
    matures: date | None = None
    closed: date | None = None
    if days is not None:
        # A few matured lately, on the whole less than what still runs.
        past = dice.between(-min(60, days // 3), 0) if dice.chance(0.07) else 0
        matures = today + timedelta(days=past if past else dice.between(0, days))
        begun = matures - timedelta(days=days)
        closed = matures if matures < today else None
    return {
        "bank": dice.among(_OTHER_BANKS) if elsewhere else "",
        "kind": kind.value,
        "product": product,
        # What another bank holds is known from what the customer told: nobody says an account number.
        "account": None if elsewhere else numbers.account(),
        "amount_fen": fen,
        "rate": rate,
        "starts_on": begun,
        "matures_on": matures,
        "premium_due_on": today + timedelta(days=dice.between(1, _PREMIUM_DAYS))
        if kind is ProductKind.INSURANCE
        else None,
        "count": 1,
        "closed_on": closed,
        "source": "客户自述" if elsewhere else mark,
    }
