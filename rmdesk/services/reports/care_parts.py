"""What the reports of the care calendar share: days and lines in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from rmdesk import calendar_labels, care_labels, words
from rmdesk.services import amounts
from rmdesk.services.care import Line, State
from rmdesk.services.reports import blocks
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_WEEKDAYS = (
    QT_TRANSLATE_NOOP("care reports", "Mon"),
    QT_TRANSLATE_NOOP("care reports", "Tue"),
    QT_TRANSLATE_NOOP("care reports", "Wed"),
    QT_TRANSLATE_NOOP("care reports", "Thu"),
    QT_TRANSLATE_NOOP("care reports", "Fri"),
    QT_TRANSLATE_NOOP("care reports", "Sat"),
    QT_TRANSLATE_NOOP("care reports", "Sun"),
)


def weekday(place: int) -> str:
    return translate("care reports", _WEEKDAYS[place])


def month_name(day: date) -> str:
    """2026年9月, 2026-09."""
    return f"{day.year}年{day.month}月" if words.language() == "zh_CN" else f"{day:%Y-%m}"


def day_head(day: date) -> str:
    """2026-09-10 周四 七月廿九 教师节."""
    told, what = calendar_labels.note(day)
    parts = [f"{day:%Y-%m-%d}", weekday(day.weekday()), calendar_labels.lunar_day(day)]
    if what != "lunar":
        parts.append(told)
    return "  ".join(part for part in parts if part)


def name(line: Line) -> str:
    if line.person is not None:
        return line.person.name
    return translate("care reports", "{count} people", count=line.touchpoint.count or 0)


def amount(fen: int | str | None) -> str:
    """Yuan to the cent, or the band a masked one is told as; of nothing nothing."""
    if not fen:
        return ""
    return fen if isinstance(fen, str) else f"{Decimal(amounts.yuan(fen)):,}"


def state(line: Line, day: date) -> str:
    """How late on a day; empty for what else is open: there one ticks it off."""
    one = line.touchpoint
    if one.state is State.OPEN and line.is_first_contact and not one.postponed:
        return translate("care reports", "Not yet contacted")
    if one.state is State.OPEN and one.late_after < day:
        return translate("care reports", "{days} d late", days=(day - one.late_after).days)
    found = {State.DONE: QT_TRANSLATE_NOOP("care reports", "Done")}
    found[State.SKIPPED] = QT_TRANSLATE_NOOP("care reports", "Skipped")
    words_ = found.get(line.touchpoint.state)
    return "" if words_ is None else translate("care reports", words_)


def lines_table(lines: Sequence[Line], day: date) -> blocks.Table:
    """Kind, name, tier, why, manager, amount, and room to tick off; as of a day."""
    rows = [
        [
            care_labels.kind(line.touchpoint.kind),
            name(line),
            (line.person.tier or "") if line.person is not None else "",
            care_labels.reason(line.touchpoint),
            (line.person.owner or "") if line.person is not None else "",
            amount(line.amount_fen),
            state(line, day),
        ]
        for line in lines
    ]
    return blocks.Table(
        [
            blocks.Column(translate("care reports", "Kind"), 3.2),
            blocks.Column(translate("care reports", "Customer"), 2.8),
            blocks.Column(translate("care reports", "Tier"), 1.7),
            blocks.Column(translate("care reports", "Why"), 7.4),
            blocks.Column(translate("care reports", "Manager"), 2.6),
            blocks.Column(translate("care reports", "Amount (CNY)"), 4.6, right=True),
            blocks.Column(translate("care reports", "State"), 2.1),
        ],
        rows,
        translate("care reports", "Nothing stands on these days."),
    )


def nothing() -> blocks.Text:
    return blocks.quiet(translate("care reports", "Nothing stands on these days."))


def more(count: int) -> blocks.Text:
    words_ = translate("care reports", "{count} more are not listed here.", count=count)
    return blocks.quiet(words_)


def titles(which: str) -> str:
    """The titles of the three reports."""
    return {
        "month": translate("care reports", "Care calendar"),
        "list": translate("care reports", "Care list"),
        "maturities": translate("care reports", "Maturities by amount"),
    }[which]


def covers(first: date, last: date, count: int) -> blocks.Text:
    """The line under a title: the days, how many."""
    words_ = translate(
        "care reports", "{first} to {last}, {count} in all", first=first, last=last, count=count
    )
    return blocks.quiet(words_)
