"""The columns of the list of customers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from rmdesk import choices, words
from rmdesk.models import Strategy
from rmdesk.services.archive import CustomerRow
from rmdesk.trait_labels import title
from rmdesk.ui import formats
from rmdesk.ui.columns import BadgeCell, CellKind, Column, IconCell, StrategyCell, widest_day
from rmdesk.ui.widgets import paint
from rmdesk.words import translate

_DOTS = {Strategy.INTENSIVE: 3, Strategy.ACTIVE: 2, Strategy.PASSIVE: 1}
_KEPT = 1000  # words that many rows show alike
_WIDE_FEN = 9_999_99_00 * 10_000  # the widest amount that needs no wider column


def amount(fen: int | str) -> str:
    """An amount in fen to read at a glance; of other people's customers a band that is text already."""
    return formats.band(fen) if isinstance(fen, str) else formats.amount(Decimal(fen) / 100)


def exact_amount(fen: int | str) -> str:
    return formats.band(fen) if isinstance(fen, str) else formats.exact_amount(Decimal(fen) / 100)


@lru_cache(_KEPT)
def _change(permille: int) -> str:
    return formats.percent(Decimal(permille) / 1000, signed=True)


@cache
def _in_words(field: str, value: str | int, language: str) -> str:
    return choices.word("customer", field, value)


def _choice(field: str) -> Callable[[Any], str | None]:
    def shown(row: Any) -> str | None:
        value = getattr(row, field)
        return None if value is None else _in_words(field, value, words.language())

    return shown


@cache
def _strategy_cell(strategy: str, language: str) -> StrategyCell:
    return StrategyCell(_in_words("strategy", strategy, language), _DOTS[Strategy(strategy)])


def _strategy(row: CustomerRow) -> StrategyCell | None:
    return None if row.strategy is None else _strategy_cell(row.strategy, words.language())


@cache
def _tier_cell(name: str, rank: int) -> BadgeCell:
    return BadgeCell(name, rank - 1)


def _tier(row: CustomerRow) -> BadgeCell | None:
    return None if row.tier is None or row.tier_rank is None else _tier_cell(row.tier, row.tier_rank)


def _maturity_column() -> Column:
    """The day, right-aligned so that the icons line up, and how far off it is."""
    widest = paint.text_width(widest_day(date.today().year - 1), tabular=True)
    left = paint.text_width(translate("customer columns", "in {days} days", days=888))

    @lru_cache(_KEPT)
    def cell_of(on: date, _today: date, _language: str) -> IconCell:
        left = days_left(on)
        return IconCell(left, "calendar-clock", "kind.maturity", lead=formats.day(on), lead_width=widest)

    def cell(row: CustomerRow) -> IconCell | None:
        on = row.next_maturity_on
        return None if on is None else cell_of(on, date.today(), words.language())

    def text(value: IconCell) -> str:
        return f"{value.lead} {value.text}"

    return Column(
        "next_maturity",
        title("next_maturity"),
        cell,
        CellKind.ICON_TEXT,
        widest + left + 44,
        sort="next_maturity",
        stretch=True,
        text=text,
    )


def days_left(on: date) -> str:
    """How far off a day is: today, in 12 days, overdue since 3 days."""
    days = (on - date.today()).days
    if days == 0:
        return translate("customer columns", "today")
    if days == 1:
        return translate("customer columns", "tomorrow")
    if days == -1:
        return translate("customer columns", "yesterday")
    if days < 0:
        return translate("customer columns", "{days} days ago", days=-days)
    return translate("customer columns", "in {days} days", days=days)


def _narrow_day(on: date) -> str:
    """In words in this year; in any other in numbers, which need little more room."""
    return _narrow_words(on, date.today().year, words.language())


@lru_cache(_KEPT)
def _narrow_words(on: date, this_year: int, _language: str) -> str:
    return formats.day(on) if on.year == this_year else on.isoformat()


def make() -> list[Column]:
    """The columns; those not `shown` may be chosen."""
    this_year = date.today().year
    widest_strategy = 37 + max(
        paint.text_width(one) for one in choices.of_field("customer", "strategy").values()
    )

    def money(name: str, value: Callable[[Any], Any], *, shown: bool = False) -> Column:
        return Column(
            name,
            title(name),
            value,
            CellKind.NUMBER,
            88,
            sort=name,
            descending_first=True,
            shown=shown,
            text=amount,
            tooltip=exact_amount,
            sample=amount(_WIDE_FEN),
        )

    def word(name: str, width: int, *, shown: bool = False) -> Column:
        return Column(name, title(name), _choice(name), width=width, sort=name, shown=shown)

    return [
        Column("name", title("name"), lambda row: row.name, CellKind.NAME, 76, sort="name"),
        Column("tier", title("tier"), _tier, CellKind.BADGE, 52, sort="tier", descending_first=True),
        money("aum", lambda row: row.aum_fen, shown=True),
        Column(
            "change",
            title("change"),
            lambda row: row.aum_change_permille,
            CellKind.CHANGE,
            68,
            sort="change",
            text=_change,
        ),
        Column(
            "strategy",
            title("strategy"),
            _strategy,
            CellKind.STRATEGY,
            widest_strategy,
            sort="strategy",
            gives_way=2,
        ),
        Column(
            "phone",
            title("phone"),
            lambda row: row.phone,
            CellKind.TEXT,
            100,
            sample="138****8000",
            gives_way=1,
        ),
        Column(
            "last_contact",
            title("last_contact"),
            lambda row: row.last_contact_on,
            CellKind.NUMBER,
            72,
            sort="last_contact",
            text=_narrow_day,
            tooltip=date.isoformat,
            sample=max(
                (widest_day(year, _narrow_day) for year in (this_year, this_year - 1)), key=paint.text_width
            ),
        ),
        _maturity_column(),
        Column("owner", title("owner"), lambda row: row.owner, width=80, sort="owner", shown=False),
        Column(
            "employer", title("employer"), lambda row: row.employer, width=160, sort="employer", shown=False
        ),
        Column("number", title("number"), lambda row: row.number, width=120, sort="number", shown=False),
        word("stage", 80),
        word("grade", 64),
        word("orientation", 96),
        word("gender", 52),
        word("risk_tolerance", 96),
        money("holdings", lambda row: row.holdings_fen or None),
        money("elsewhere", lambda row: row.elsewhere_fen or None),
        Column(
            "product_kinds",
            title("product_kinds"),
            lambda row: row.product_kinds or None,
            CellKind.NUMBER,
            64,
            sort="product_kinds",
            descending_first=True,
            shown=False,
            text=formats.count,
        ),
        Column(
            "completeness",
            title("completeness"),
            lambda row: row.completeness,
            CellKind.NUMBER,
            64,
            sort="completeness",
            shown=False,
            text=lambda share: formats.percent(Decimal(share) / 100, decimals=0),
        ),
    ]
