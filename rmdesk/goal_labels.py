"""Words for goals: for `labels`, and how periods, measures and their numbers are told."""

from __future__ import annotations

from datetime import date

from rmdesk import choices, words
from rmdesk.models import Measure, PeriodKind
from rmdesk.services import amounts
from rmdesk.services.goals import periods
from rmdesk.services.goals.reading import GoalRow, Target
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_WAN = 10_000 * 100  # fen


def period(goal: GoalRow) -> str:
    """2026年, 2026年三季度, 2026年9月; a campaign's own name."""
    return goal.name if goal.kind == PeriodKind.CAMPAIGN else _written(goal.kind, goal.first)


def named(name: str) -> str:
    """The same of a goal of which only the name is known."""
    found = periods.read(name)
    return name if found is None or found.name != name else _written(found.kind, found.first)


def _written(kind: str, first: date) -> str:
    match kind:
        case PeriodKind.YEAR:
            return translate("goals", "{year}", year=first.year)
        case PeriodKind.QUARTER:
            number = (first.month - 1) // 3 + 1
            return translate("goals", "Q{quarter} {year}", quarter=number, year=first.year)
    month = translate("goals", MONTHS[first.month - 1])
    return translate("goals", "{month} {year}", month=month, year=first.year)


def measure(target: Target) -> str:
    """What a target counts, in words."""
    match target.measure:
        case Measure.QUALITY_CUSTOMERS:
            return translate("goals", "Customers from {tier} up", tier=target.tier or "?")
        case Measure.PRODUCTS if target.product:
            return translate(
                "goals", "{product} sold", product=choices.word("holding", "kind", target.product)
            )
        case Measure.OWN:
            return target.name or ""
    return choices.word("goal_target", "measure", target.measure)


def number(value: int, *, is_money: bool) -> str:
    """A number of a measure, exact: 1,200万元 or CNY 12,000,000 of money, else how many."""
    if not is_money:
        return f"{value:,}".replace("-", "−")
    if words.language() == "zh_CN" and value and value % _WAN == 0:
        return translate("goals", "CNY {amount}", amount=f"{value // _WAN:,}万".replace("-", "−"))
    told = amounts.yuan(abs(value)).removesuffix(".00")
    whole, dot, cents = told.partition(".")
    sign = "−" if value < 0 else ""
    return translate("goals", "CNY {amount}", amount=f"{sign}{int(whole):,}{dot}{cents}")


MONTHS = (
    QT_TRANSLATE_NOOP("goals", "January"),
    QT_TRANSLATE_NOOP("goals", "February"),
    QT_TRANSLATE_NOOP("goals", "March"),
    QT_TRANSLATE_NOOP("goals", "April"),
    QT_TRANSLATE_NOOP("goals", "May"),
    QT_TRANSLATE_NOOP("goals", "June"),
    QT_TRANSLATE_NOOP("goals", "July"),
    QT_TRANSLATE_NOOP("goals", "August"),
    QT_TRANSLATE_NOOP("goals", "September"),
    QT_TRANSLATE_NOOP("goals", "October"),
    QT_TRANSLATE_NOOP("goals", "November"),
    QT_TRANSLATE_NOOP("goals", "December"),
)
