"""The touchpoints of some days, day by day: a week, a day or the agenda on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from rmdesk.services import care
from rmdesk.services.care import Asked, Kind, Part
from rmdesk.services.reports import blocks, care_parts
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission

FEW = 200  # lines of one kind on one day


@dataclass(frozen=True, slots=True)
class Listed:
    """The days that something stands on."""

    first: date
    last: date
    days: tuple[tuple[date, tuple[Part, ...]], ...]

    def __len__(self) -> int:
        return sum(len(part.lines) for _day, parts in self.days for part in parts)


def title() -> str:
    return care_parts.titles("list")


def gather(
    session: Session,
    *,
    first: date,
    last: date,
    manager: int | None = None,
    tiers: frozenset[int] | None = None,
    kinds: frozenset[Kind] | None = None,
) -> Listed:
    """Masked as in the calendar. Raises NotAllowed, UserError `care.wrong_range`, `care.range_too_long`."""
    asked = Asked(first, last, date.today(), manager_id=manager, tiers=tiers, kinds=kinds)
    if first == last:
        parts = care.load_day(session, asked, few=FEW)
        return Listed(first, last, ((first, parts),) if parts else ())
    return Listed(first, last, tuple(care.load_days(session, asked, few=FEW).items()))


def story(data: Listed) -> Iterable[blocks.Block]:
    count = sum(part.count for _day, parts in data.days for part in parts)
    yield blocks.Title(title())
    yield care_parts.covers(data.first, data.last, count)
    for day, parts in data.days:
        yield blocks.Heading(care_parts.day_head(day))
        yield care_parts.lines_table([line for part in parts for line in part.lines], day)
        rest = sum(part.count - len(part.lines) for part in parts if not _is_collective(part))
        if rest > 0:
            yield care_parts.more(rest)
    if not data.days:
        yield care_parts.nothing()


def _is_collective(part: Part) -> bool:
    return any(line.person is None for line in part.lines)


REPORT = Report(
    title,
    gather,
    story,
    parameters=(
        Parameter("first", Type.DAY, lambda today: today.isoformat()),
        Parameter("last", Type.DAY, lambda today: (today + timedelta(days=6)).isoformat()),
        Parameter("manager", Type.STAFF),
        Parameter("tiers", Type.TIERS),
    ),
    permission=Permission.READ_WORK,
)
