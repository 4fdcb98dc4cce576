"""One manager's one day on paper: plan and completion, what came unplanned, news, who signed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from rmdesk import care_labels, choices, log_labels
from rmdesk.services import changes, daily_logs
from rmdesk.services.changes import Head
from rmdesk.services.daily_logs import Contact, DayLog, Item
from rmdesk.services.reports import blocks, care_parts, log_parts, told
from rmdesk.services.reports.blocks import Column, Fact, Figure
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission
from rmdesk.words import translate


@dataclass(frozen=True, slots=True)
class Printed:
    """The log of a day, names masked by role, and the head of the audit trail as it stood then."""

    log: DayLog
    head: Head

    def __len__(self) -> int:
        return len(self.log.items) + len(self.log.unplanned)


def title() -> str:
    return translate("daily log", "Daily log")


def gather(session: Session, *, day: date, manager: str | None = None) -> Printed:
    """The log of the manager with this uid, of whoever acts without one.

    Raises NotAllowed, UserError `report.parameter_needed`, `row.gone`.
    """
    log = daily_logs.load_day(session, day, staff_uid=log_parts.keeper(session, manager))
    return Printed(log, changes.read_head(session))


def story(data: Printed) -> Iterable[blocks.Block]:
    log = data.log
    left = translate("daily log", "has left") if log.has_left else ""
    yield blocks.Title(title(), told.joined([log.staff, left]))
    rest = "" if log.is_working_day else translate("daily log", "day of rest")
    yield blocks.quiet(told.joined([care_parts.day_head(log.day), rest]))
    states = _states(log)
    yield blocks.Facts(states, columns=4 if len(states) == 4 else 3)
    yield _figures(log)
    yield blocks.Heading(translate("daily log", "Plan and completion"))
    if log.items:
        yield _items(log)
    else:
        yield blocks.quiet(_nothing(log))
    if log.unplanned:
        yield blocks.Heading(
            translate("daily log", "Contacts that were not planned"),
            translate("daily log", "{count} in all", count=len(log.unplanned)),
        )
        yield _unplanned(log)
    if log.news:
        yield blocks.Heading(translate("daily log", "News of the day"))
        yield _news(log)
    if log.remarks:
        yield blocks.Heading(translate("daily log", "Remarks"))
        yield _remarks(log)
    yield blocks.Signatures(
        [translate("daily log", "Manager: {name}", name=log.staff), translate("daily log", "Supervisor")],
        _head(data.head),
    )


def _moment(at: datetime | None) -> str:
    return "" if at is None else f"{at.astimezone():%Y-%m-%d %H:%M}"


def _states(log: DayLog) -> list[Fact]:
    """Where the log stands: planned and handed in when, and whether in time; judged by whom."""
    late = translate("daily log", "late")
    planned = _moment(log.planned_at) or translate("daily log", "not planned")
    facts = [
        Fact(translate("daily log", "State"), log_labels.standing(log.standing)),
        Fact(
            translate("daily log", "Planned"),
            told.joined([planned, late if log.plan_is_late else ""]),
        ),
        Fact(translate("daily log", "Plan due by"), _moment(log.plan_due_at)),
    ]
    if log.submitted_at is not None:
        told_ = told.joined([_moment(log.submitted_at), late if log.submit_is_late else ""])
        facts.append(Fact(translate("daily log", "Submitted"), told_))
    if log.decided_by is not None:
        signed = told.joined([log.decided_by, _moment(log.decided_at)])
        facts.append(Fact(translate("daily log", "Decided by"), signed))
    if log.clock_at is not None:
        clock = _moment(log.clock_at)
        facts.append(Fact(translate("daily log", "The computer's clock said"), clock))
    return facts


def _figures(log: DayLog) -> blocks.Figures:
    numbers = log.numbers
    other = numbers.partly + numbers.not_done + numbers.moved
    return blocks.Figures(
        [
            Figure(
                translate("daily log", "Planned"),
                str(numbers.planned),
                translate("daily log", "{count} added later", count=numbers.extra) if numbers.extra else "",
            ),
            Figure(
                translate("daily log", "Done"),
                str(numbers.done),
                translate("daily log", "{count} otherwise", count=other) if other else "",
            ),
            Figure(translate("daily log", "Left open"), str(numbers.open)),
            Figure(translate("daily log", "Visits"), str(log_parts.visits(numbers.channels))),
            Figure(translate("daily log", "Calls"), str(log_parts.calls(numbers.channels))),
            Figure(translate("daily log", "Messages"), str(log_parts.messages(numbers.channels))),
            Figure(translate("daily log", "Contact time"), log_labels.hours(numbers.minutes)),
        ]
    )


def _nothing(log: DayLog) -> str:
    if log.uid is None and not log.unplanned:
        return translate("daily log", "Nothing was planned and nothing was written down on this day.")
    return translate("daily log", "Nothing was planned for this day.")


def _items(log: DayLog) -> blocks.Table:
    return blocks.Table(
        [
            Column(translate("daily log", "No."), 1.4, right=True),
            Column(translate("daily log", "Time"), 1.5),
            Column(translate("daily log", "Customer"), 2.5),
            Column(translate("daily log", "Purpose"), 4.5),
            Column(translate("daily log", "How"), 2.3),
            Column(translate("daily log", "From"), 3.5),
            Column(translate("daily log", "State"), 2.2),
            Column(translate("daily log", "Result"), 5.3),
        ],
        [_item(number, one) for number, one in enumerate(log.items, start=1)],
        "",
        groups=[
            (translate("daily log", "Plan"), 6),
            (translate("daily log", "Completion"), 2),
        ],
    )


def _item(number: int, one: Item) -> list[str]:
    source = (
        care_labels.kind(one.kind)
        if one.kind is not None
        else choices.word("daily_log_item", "source", one.source)
    )
    added = translate("daily log", "added later") if one.is_extra else ""
    return [
        str(number),
        told.minute(one.at_minute),
        _customer(one),
        one.purpose,
        told.word("interaction", "channel", one.channel),
        told.joined([source, added], "\n"),
        choices.word("daily_log_item", "outcome", one.outcome),
        _result(one),
    ]


def _customer(one: Item) -> str:
    if one.person is not None:
        return one.person.name
    return translate("log", "(deleted)") if one.is_gone else ""


def _result(one: Item) -> str:
    to = "" if one.moved_to is None else translate("log", "to {day}", day=told.day(one.moved_to))
    how = "" if one.contact is None else told.word("interaction", "channel", one.contact.channel)
    return told.joined([told.joined([how, one.result]), to])


def _unplanned(log: DayLog) -> blocks.Table:
    return blocks.Table(
        [
            Column(translate("daily log", "Time"), 1.6),
            Column(translate("daily log", "Customer"), 2.8),
            Column(translate("daily log", "How"), 2.7),
            Column(translate("daily log", "What was said"), 8.3),
            Column(translate("daily log", "Contact"), 2.2),
            Column(translate("daily log", "Minutes"), 1.8, right=True),
        ],
        _contacts(log.unplanned),
        "",
    )


def _contacts(some: Iterable[Contact]) -> Iterator[list[str]]:
    for one in some:
        yield [
            told.minute(one.at_minute),
            one.person.name if one.person is not None else translate("log", "(deleted)"),
            told.word("interaction", "channel", one.channel),
            one.words or "",
            told.word("interaction", "result", one.result),
            str(one.minutes or ""),
        ]


def _news(log: DayLog) -> blocks.Table:
    return blocks.Table(
        [
            Column(translate("daily log", "Kind"), 1.8),
            Column(translate("daily log", "What happened"), 6.4),
            Column(translate("daily log", "What it means"), 6.4),
            Column(translate("daily log", "Customers"), 2.4, right=True),
            Column(translate("daily log", "Contacts planned"), 3.7, right=True),
        ],
        [
            [
                choices.word("daily_log_news", "kind", one.kind),
                one.headline,
                one.meaning or "",
                str(one.touched),
                str(one.planned),
            ]
            for one in log.news
        ],
        "",
    )


def _remarks(log: DayLog) -> blocks.Table:
    about = {one.uid: one.purpose for one in log.items}
    return blocks.Table(
        [
            Column(translate("daily log", "When"), 3.2),
            Column(translate("daily log", "Who"), 2.4),
            Column(translate("daily log", "Kind"), 2),
            Column(translate("daily log", "Text"), 11),
        ],
        [
            [
                _moment(one.said_at),
                one.staff,
                choices.word("daily_log_remark", "kind", one.kind),
                told.joined([about.get(one.item_uid or ""), one.text], ": "),
            ]
            for one in log.remarks
        ],
        "",
    )


def _head(head: Head) -> str:
    digits = changes.printed(head)
    return translate(
        "daily log", "Audit trail up to entry {number}: {digest}", number=head.number, digest=digits
    )


REPORT = Report(
    title,
    gather,
    story,
    parameters=(
        Parameter("manager", Type.KEEPER),
        Parameter("day", Type.DAY, lambda today: today.isoformat()),
    ),
    permission=Permission.READ_WORK,
)
