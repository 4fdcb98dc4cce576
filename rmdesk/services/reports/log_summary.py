"""A week or a month of the daily log: of one manager day by day, of the branch manager by manager."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from rmdesk import log_labels
from rmdesk.services import daily_logs, roles, working_days
from rmdesk.services.daily_logs import Counted, DayOf, OfManager, Summary
from rmdesk.services.reports import blocks, care_parts, log_parts, told
from rmdesk.services.reports.blocks import Column, Figure, Total
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission, Reach
from rmdesk.words import QT_TRANSLATE_NOOP, translate

WEEK, MONTH = "week", "month"
_PERIODS = {
    WEEK: QT_TRANSLATE_NOOP("log summary", "Week"),
    MONTH: QT_TRANSLATE_NOOP("log summary", "Month"),
}


@dataclass(frozen=True, slots=True)
class Period:
    """What the days of a week or month count; `working` are its working days.

    `of_branch`: of every manager; else of the only one.
    """

    summary: Summary
    is_month: bool
    of_branch: bool
    working: frozenset[date]

    def __len__(self) -> int:
        return len(self.summary.managers) if self.of_branch else len(self.summary.by_day)


def title() -> str:
    return translate("log summary", "Summary of the daily log")


def gather(session: Session, *, period: str, day: date, manager: str | None = None) -> Period:
    """The week (Monday to Sunday) or month that `day` lies in, of the manager with this uid; without one of
    the whole branch for whoever reads that, else of whoever acts.

    Raises NotAllowed, UserError `row.gone`.
    """
    first, last = days_of(period, day)
    reach = roles.require(session, Permission.READ_WORK, accepting=()).reach()
    of_branch = manager is None and reach == Reach.ALL
    summary = daily_logs.summarise(session, first, last, staff_uid=manager, branch=of_branch)
    working = frozenset(working_days.load(session).working_days(first, last))
    return Period(summary, period == MONTH, of_branch, working)


def days_of(period: str, day: date) -> tuple[date, date]:
    """The first and last day of the week or month of a day."""
    if period == MONTH:
        first = day.replace(day=1)
        return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    first = day - timedelta(days=day.weekday())
    return first, first + timedelta(days=6)


def story(data: Period) -> Iterable[blocks.Block]:
    summary = data.summary
    whose = translate("log summary", "The whole branch") if data.of_branch else summary.managers[0].staff
    yield blocks.Title(title(), told.joined([whose, _period(data)]))
    days = translate("log summary", "{count} working days", count=len(data.working))
    yield blocks.quiet(told.joined([f"{summary.first.isoformat()} – {summary.last.isoformat()}", days]))
    yield _figures(summary.counted)
    trend: list[blocks.Block] = [
        blocks.Heading(translate("log summary", "Planned and done by day")),
        log_parts.trend(log_parts.shown(summary.by_day, data.working)),
    ]
    channels: list[blocks.Block] = [
        blocks.Heading(translate("log summary", "Contacts by channel")),
        log_parts.by_channel(summary.counted.channels),
    ]
    yield blocks.Beside(trend, channels, share=0.58)
    if data.of_branch:
        yield blocks.Heading(translate("log summary", "By manager"))
        yield _managers(summary)
        yield from _missing(summary.managers)
    else:
        yield blocks.Heading(translate("log summary", "By day"))
        yield _days(summary, data.working)


def _period(data: Period) -> str:
    if data.is_month:
        return care_parts.month_name(data.summary.first)
    number = data.summary.first.isocalendar()
    return translate("log summary", "week {week} of {year}", week=number.week, year=number.year)


def _figures(counted: Counted) -> blocks.Figures:
    whole = counted.planned + counted.extra
    return blocks.Figures(
        [
            Figure(
                translate("log summary", "Planned"),
                f"{counted.planned:,}",
                translate("log summary", "{count} added later", count=counted.extra) if counted.extra else "",
            ),
            Figure(
                translate("log summary", "Done"),
                f"{counted.done:,}",
                f"{counted.done / whole:.0%}" if whole else "",
            ),
            Figure(translate("log summary", "Left open"), f"{counted.overdue:,}"),
            Figure(
                translate("log summary", "Contacts"),
                f"{counted.contacts:,}",
                log_labels.hours(counted.minutes),
            ),
            Figure(
                translate("log summary", "Plans late or missing"),
                f"{counted.late_plans + counted.missing_plans:,}",
            ),
            Figure(
                translate("log summary", "Logs late or missing"),
                f"{counted.late_logs + counted.missing_logs:,}",
            ),
        ]
    )


def _number(count: int) -> str:
    return f"{count:,}" if count else "–"


def _share(counted: Counted) -> str:
    whole = counted.planned + counted.extra
    return f"{counted.done / whole:.0%}" if whole else ""


def _items(counted: Counted, *, with_share: bool) -> list[str]:
    """What became of the items, in the columns of both tables."""
    return [
        _number(counted.planned),
        _number(counted.extra),
        _number(counted.done),
        *([_share(counted)] if with_share else []),
        _number(counted.partly),
        _number(counted.not_done),
        _number(counted.moved),
        _number(counted.overdue),
    ]


def _item_columns(*, with_share: bool) -> list[Column]:
    share = [(translate("log summary", "Share"), 2.0)] if with_share else []
    found = [
        (translate("log summary", "Planned"), 2.7),
        (translate("log summary", "Added"), 2.3),
        (translate("log summary", "Done"), 2.1),
        *share,
        (translate("log summary", "Partly"), 2.2),
        (translate("log summary", "Not done"), 2.1),
        (translate("log summary", "Moved"), 2.2),
        (translate("log summary", "Left open"), 2.6),
    ]
    return [Column(title, width, right=True) for title, width in found]


def _contacts(counted: Counted) -> list[str]:
    channels = counted.channels
    return [
        _number(log_parts.visits(channels)),
        _number(log_parts.calls(channels)),
        _number(log_parts.messages(channels)),
    ]


def _contact_columns() -> list[Column]:
    found = [
        (translate("log summary", "Visits"), 2.3),
        (translate("log summary", "Calls"), 2.1),
        (translate("log summary", "Messages"), 3.4),
    ]
    return [Column(title, width, right=True) for title, width in found]


def _managers(summary: Summary) -> blocks.Table:
    logs = [
        (translate("log summary", "Plans late"), 2.6),
        (translate("log summary", "Not planned"), 2.6),
        (translate("log summary", "Logs late"), 2.6),
        (translate("log summary", "Not submitted"), 3.0),
        (translate("log summary", "Signed"), 2.4),
    ]
    rows: list[blocks.Row] = [
        [_name(one), *_items(one.counted, with_share=True), *_contacts(one.counted), *_logs(one.counted)]
        for one in summary.managers
    ]
    if len(summary.managers) > 1:
        whole = summary.counted
        together = translate("log summary", "Together")
        rows.append(Total([together, *_items(whole, with_share=True), *_contacts(whole), *_logs(whole)]))
    return blocks.Table(
        [
            Column(translate("log summary", "Manager"), 4.4),
            *_item_columns(with_share=True),
            *_contact_columns(),
            *(Column(title_, width, right=True) for title_, width in logs),
        ],
        rows,
        translate("log summary", "Nobody keeps a log yet."),
        groups=[
            ("", 1),
            (translate("log summary", "Items"), 8),
            (translate("log summary", "Contacts"), 3),
            (translate("log summary", "Logs"), 5),
        ],
    )


def _name(one: OfManager) -> str:
    left = translate("log summary", "(has left)") if one.has_left else ""
    return told.joined([one.staff, left])


def _logs(counted: Counted) -> list[str]:
    return [
        _number(counted.late_plans),
        _number(counted.missing_plans),
        _number(counted.late_logs),
        _number(counted.missing_logs),
        _number(counted.countersigned),
    ]


def _missing(managers: Sequence[OfManager]) -> Iterable[blocks.Block]:
    """Who planned or submitted nothing, with the days."""
    rows = [
        [
            one.staff,
            _listed(day.day for day in one.days if day.counted.missing_plans),
            _listed(day.day for day in one.days if day.counted.missing_logs),
        ]
        for one in managers
        if one.counted.missing_plans or one.counted.missing_logs
    ]
    if not rows:
        return
    yield blocks.Heading(translate("log summary", "Not planned, not submitted"))
    yield blocks.Table(
        [
            Column(translate("log summary", "Manager"), 3),
            Column(translate("log summary", "Not planned"), 10),
            Column(translate("log summary", "Not submitted"), 10),
        ],
        rows,
        "",
    )


def _listed(days: Iterable[date]) -> str:
    return ", ".join(f"{day.month}/{day.day}" for day in days)


def _days(summary: Summary, working: frozenset[date]) -> blocks.Table:
    days = [one for one in summary.managers[0].days if one.day in working or one.uid or one.counted.contacts]
    rows: list[blocks.Row] = [
        [_day_name(one), _state(one), *_items(one.counted, with_share=False), *_contacts(one.counted)]
        for one in days
    ]
    whole = summary.counted
    if rows:
        together = translate("log summary", "Together")
        rows.append(Total([together, "", *_items(whole, with_share=False), *_contacts(whole)]))
    return blocks.Table(
        [
            Column(translate("log summary", "Day"), 3.3),
            Column(translate("log summary", "State"), 4.6),
            *_item_columns(with_share=False),
            *_contact_columns(),
        ],
        rows,
        translate("log summary", "There is no working day in this time."),
        groups=[
            ("", 2),
            (translate("log summary", "Items"), 7),
            (translate("log summary", "Contacts"), 3),
        ],
    )


def _day_name(one: DayOf) -> str:
    return f"{one.day:%m-%d} {care_parts.weekday(one.day.weekday())}"


def _state(one: DayOf) -> str:
    late = translate("log summary", "planned late") if one.plan_is_late else ""
    stands = log_labels.standing_of_day(one.standing, is_begun=one.uid is not None)
    return told.joined([stands, late], "\n")


REPORT = Report(
    title,
    gather,
    story,
    parameters=(
        Parameter("manager", Type.KEEPER, everybody=True),
        Parameter(
            "period",
            Type.CHOICE,
            MONTH,
            choices=tuple(_PERIODS),
            words=lambda code: translate("log summary", _PERIODS[code]),
        ),
        Parameter("day", Type.DAY, lambda today: today.isoformat()),
    ),
    permission=Permission.READ_WORK,
    wide=lambda data: data.of_branch,
)
