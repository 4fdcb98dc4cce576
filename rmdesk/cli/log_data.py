"""What the commands of the daily log answer, as JSON values."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from rmdesk.services.daily_logs import Contact, Counted, DayLog, Item, Proposal


def moment(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone().isoformat(timespec="seconds")


def iso(date_: date | None) -> str | None:
    return None if date_ is None else date_.isoformat()


def time(minute: int | None) -> str | None:
    return None if minute is None else f"{minute // 60:02}:{minute % 60:02}"


def proposed(one: Proposal) -> dict[str, Any]:
    person = one.line.person
    return {
        "date": one.line.touchpoint.day.isoformat(),
        "kind": one.line.touchpoint.kind.value,
        "customer_no": None if person is None else person.number or person.uid,
        "customer": None if person is None else person.name,
        "purpose": one.purpose,
        "channel": one.line.channel,
        "at": time(one.at_minute),
        "days_late": one.days_late,
        "weight": round(one.weight, 2),
    }


def item(one: Item) -> dict[str, Any]:
    return {
        "uid": one.uid,
        "at": time(one.at_minute),
        "customer_no": None if one.person is None else one.person.number or one.person.uid,
        "customer": None if one.person is None else one.person.name,
        "customer_deleted": one.is_gone,
        "purpose": one.purpose,
        "channel": one.channel,
        "source": one.source,
        "kind": None if one.kind is None else one.kind.value,
        "extra": one.is_extra,
        "outcome": one.outcome,
        "result": one.result,
        "moved_to": iso(one.moved_to),
        "interaction": None if one.contact is None else one.contact.uid,
    }


def contact(one: Contact) -> dict[str, Any]:
    return {
        "uid": one.uid,
        "at": time(one.at_minute),
        "customer": None if one.person is None else one.person.name,
        "channel": one.channel,
        "result": one.result,
        "minutes": one.minutes,
        "words": one.words,
    }


def day(shown: DayLog) -> dict[str, Any]:
    numbers = shown.numbers
    return {
        "manager": shown.staff,
        "date": shown.day.isoformat(),
        "working_day": shown.is_working_day,
        "state": shown.standing,
        "plan_due": moment(shown.plan_due_at),
        "planned": moment(shown.planned_at),
        "plan_late": shown.plan_is_late,
        "clock_said": moment(shown.clock_at),
        "submitted": moment(shown.submitted_at),
        "submitted_late": shown.submit_is_late,
        "decided_by": shown.decided_by,
        "decided": moment(shown.decided_at),
        "items": [item(one) for one in shown.items],
        "unplanned": [contact(one) for one in shown.unplanned],
        "news": [
            {
                "uid": one.uid,
                "kind": one.kind,
                "headline": one.headline,
                "meaning": one.meaning,
                "customers": one.touched,
                "planned": one.planned,
            }
            for one in shown.news
        ],
        "remarks": [
            {
                "kind": one.kind,
                "by": one.staff,
                "at": moment(one.said_at),
                "text": one.text,
                "item": one.item_uid,
            }
            for one in shown.remarks
        ],
        "numbers": {
            "planned": numbers.planned,
            "done": numbers.done,
            "partly": numbers.partly,
            "not_done": numbers.not_done,
            "moved": numbers.moved,
            "open": numbers.open,
            "extra": numbers.extra,
            "unplanned": numbers.unplanned,
            "channels": numbers.channels,
            "minutes": numbers.minutes,
        },
    }


def counted(one: Counted) -> dict[str, Any]:
    return {
        name: getattr(one, name)
        for name in (
            "working_days",
            "planned",
            "done",
            "partly",
            "not_done",
            "moved",
            "open",
            "overdue",
            "extra",
            "late_plans",
            "missing_plans",
            "late_logs",
            "missing_logs",
            "countersigned",
            "contacts",
            "minutes",
            "channels",
        )
    }
