"""The touchpoints of some days, day by day: a week, a day or the agenda on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from rmdesk.services import care
from rmdesk.services.care import Asked, Part
from rmdesk.services.reports import care_parts, page

FEW = 200  # lines of one kind on one day


@dataclass(frozen=True)
class Listed:
    """The days that something stands on."""

    first: date
    last: date
    days: tuple[tuple[date, tuple[Part, ...]], ...]

    def __len__(self) -> int:
        return sum(len(part.lines) for _day, parts in self.days for part in parts)


def title() -> str:
    return care_parts.titles("list")


def gather(session: Session, *, asked: Asked) -> Listed:
    """Masked as in the calendar. Raises NotAllowed."""
    found = care.load_days(session, asked, few=FEW)
    return Listed(asked.first, asked.last, tuple(found.items()))


def story(data: Listed) -> Sequence[Flowable]:
    count = sum(part.count for _day, parts in data.days for part in parts)
    made: list[Flowable] = [
        page.text(title(), page.TITLE),
        care_parts.covers(data.first, data.last, count),
    ]
    for day, parts in data.days:
        made.append(page.text(care_parts.day_head(day), page.HEADING))
        made.append(care_parts.lines_table([line for part in parts for line in part.lines]))
        rest = sum(part.count - len(part.lines) for part in parts if not _is_collective(part))
        if rest > 0:
            made.append(care_parts.more(rest))
    if not data.days:
        made.append(care_parts.nothing())
    return made


def _is_collective(part: Part) -> bool:
    return any(line.person is None for line in part.lines)
