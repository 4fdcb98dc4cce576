"""What the reports of the daily log share: whose log is meant, its words, its charts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy.orm import Session

from rmdesk import choices
from rmdesk.models import Channel
from rmdesk.services import roles
from rmdesk.services.actor import acting
from rmdesk.services.daily_logs import Counted
from rmdesk.services.errors import UserError
from rmdesk.services.reports import care_parts
from rmdesk.services.reports.charts import Chart, Series, Shape
from rmdesk.services.roles import Permission, Reach
from rmdesk.words import translate

VISITS = frozenset({Channel.VISIT.value, Channel.BRANCH_VISIT.value})
CALLS = frozenset({Channel.CALL.value})
_WEEK = 7  # days: so many have room for their weekday


def keeper(session: Session, staff_uid: str | None) -> str | None:
    """The uid as it is given; None, whoever acts, only for one who keeps a log.

    Raises UserError `report.parameter_needed`.
    """
    if staff_uid is None and roles.allowed(acting(session), Permission.WRITE_WORK).reach() == Reach.NONE:
        raise UserError("report.parameter_needed", what="report.manager")
    return staff_uid


def visits(channels: Mapping[str, int]) -> int:
    return sum(count for channel, count in channels.items() if channel in VISITS)


def calls(channels: Mapping[str, int]) -> int:
    return sum(count for channel, count in channels.items() if channel in CALLS)


def messages(channels: Mapping[str, int]) -> int:
    """All that is written: whatever is neither a visit nor a call."""
    return sum(channels.values()) - visits(channels) - calls(channels)


def shown(days: Mapping[date, Counted], working: Collection[date]) -> dict[date, Counted]:
    """Working days, and days of rest on which something was planned."""
    return {
        day: counted for day, counted in days.items() if day in working or counted.planned + counted.extra
    }


def trend(days: Mapping[date, Counted]) -> Chart:
    """What became of the items of each day: done, otherwise answered, not answered."""
    if not any(one.planned + one.extra for one in days.values()):
        return Chart(Shape.STACKED, (), (), height=46, empty=translate("log", "No items in these days."))
    counted = list(days.values())
    return Chart(
        Shape.STACKED,
        tuple(_day(one, len(days)) for one in days),
        (
            Series(translate("log", "Done"), tuple(float(one.done) for one in counted)),
            Series(
                translate("log", "Partly, not done, moved"),
                tuple(float(one.partly + one.not_done + one.moved) for one in counted),
            ),
            Series(translate("log", "Open"), tuple(float(one.open) for one in counted)),
        ),
        unit=translate("log", "items, by day"),
        height=46,
    )


def _day(day: date, count: int) -> str:
    if count > _WEEK:
        return str(day.day)
    return f"{care_parts.weekday(day.weekday())} {day.month}/{day.day}"


def by_channel(channels: Mapping[str, int]) -> Chart:
    """Contacts by channel, the most used first."""
    known = [one.value for one in Channel]
    used = sorted(channels.items(), key=lambda one: (-one[1], known.index(one[0])))
    return Chart(
        Shape.ROWS,
        tuple(choices.word("interaction", "channel", channel) for channel, _count in used),
        (Series("", tuple(float(count) for _channel, count in used)),),
        height=6.5 * max(3, len(used)),
        empty=translate("log", "No contacts in these days."),
    )
