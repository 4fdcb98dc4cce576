"""Whose birthday it is on some days, day by day, with room to tick off who was congratulated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from sqlalchemy.orm import Session

from rmdesk import care_labels
from rmdesk.services import archive, care
from rmdesk.services.archive import CustomerRow
from rmdesk.services.care import Asked, Kind, State, Touchpoint
from rmdesk.services.reports import blocks, care_parts, told
from rmdesk.services.reports.blocks import Column, Section, Tick
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission
from rmdesk.words import translate

AHEAD = 30  # days
_CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Celebrated:
    """One birthday or day of the family, and whose it is, masked as in lists."""

    touchpoint: Touchpoint
    customer: CustomerRow


@dataclass(frozen=True, slots=True)
class Listed:
    """The birthdays from `first` to `last`, by day, the customers with most assets first."""

    first: date
    last: date
    found: tuple[Celebrated, ...]

    def __len__(self) -> int:
        return len(self.found)


def title() -> str:
    return translate("birthday list", "Birthday list")


def gather(
    session: Session,
    *,
    first: date,
    last: date,
    manager: int | None = None,
    tiers: frozenset[int] | None = None,
    family: bool = False,
) -> Listed:
    """Of those who want to be congratulated; with `family` the days of their families as well.

    Raises NotAllowed, UserError `care.wrong_range`, `care.range_too_long`.
    """
    kinds = frozenset({Kind.BIRTHDAY, Kind.FAMILY_DATE} if family else {Kind.BIRTHDAY})
    asked = Asked(first, last, date.today(), manager_id=manager, kinds=kinds, tiers=tiers)
    found = [one for one in care.agenda(session, asked) if one.key.customer_id is not None]
    ids = list(dict.fromkeys(one.key.customer_id or 0 for one in found))
    customers: dict[int, CustomerRow] = {}
    for start in range(0, len(ids), _CHUNK):
        customers |= {row.id: row for row in archive.load_customers(session, ids[start : start + _CHUNK])}
    persons = care.load_persons(session, ids)
    known = (
        Celebrated(persons[id].masked_touchpoint(one), customers[id])
        for one in found
        if (id := one.key.customer_id or 0) in customers and id in persons
    )
    ordered = sorted(known, key=lambda one: (one.touchpoint.day, -one.touchpoint.aum_fen))
    return Listed(first, last, tuple(ordered))


def story(data: Listed) -> Iterable[blocks.Block]:
    yield blocks.Title(title())
    yield care_parts.covers(data.first, data.last, len(data))
    yield blocks.Table(
        [
            Column(translate("birthday list", "Done"), 1.3),
            Column(translate("birthday list", "Customer"), 2.8),
            Column(translate("birthday list", "Tier"), 1.8),
            Column(translate("birthday list", "Birthday"), 3.4),
            Column(translate("birthday list", "Occasion"), 5.6),
            Column(translate("birthday list", "Phone"), 3),
            Column(translate("birthday list", "Last contact"), 2.8),
            Column(translate("birthday list", "Manager"), 2.2),
        ],
        _rows(data),
        translate("birthday list", "Nobody has a birthday on these days."),
        most_lines=blocks.LINES_IN_LIST,
    )


def _rows(data: Listed) -> Iterator[blocks.Row]:
    for day, some in groupby(data.found, key=lambda one: one.touchpoint.day):
        of_day = list(some)
        count = translate("birthday list", "{count} in all", count=len(of_day))
        yield Section(care_parts.day_head(day), count)
        for one in of_day:
            customer = one.customer
            yield [
                Tick(one.touchpoint.state is State.DONE),
                customer.name,
                customer.tier or "",
                told.known_day(customer.birthday),
                care_labels.reason(one.touchpoint),
                customer.phone,
                told.day(customer.last_contact_on),
                customer.owner or "",
            ]


REPORT = Report(
    title,
    gather,
    story,
    parameters=(
        Parameter("first", Type.DAY, lambda today: today.isoformat()),
        Parameter("last", Type.DAY, lambda today: (today + timedelta(days=AHEAD)).isoformat()),
        Parameter("manager", Type.STAFF),
        Parameter("tiers", Type.TIERS),
        Parameter("family", Type.FLAG, "no"),
    ),
    permission=Permission.READ_WORK,
)
