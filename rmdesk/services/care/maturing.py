"""What matures in the weeks ahead, here and at other banks: sums by week and by manager, and the lists of it.

Loans and premiums are no money that becomes free; they are not counted here. Sums are of yuan only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import CustomerFact, Holding, ProductKind, Staff
from rmdesk.services import driver_rows, roles
from rmdesk.services.actor import acting
from rmdesk.services.care import finding, worklist
from rmdesk.services.care.asked import FACT, Asked, reached
from rmdesk.services.care.persons import load_persons
from rmdesk.services.care.standing import SHOWN, Group
from rmdesk.services.care.touchpoint import Key, Kind, Touchpoint
from rmdesk.services.care.worklist import FEW_TOLD, Part, Section
from rmdesk.services.roles import Permission

AHEAD = 90  # days, today among them

_HELD = Holding.__table__.c
_DEBTS = (ProductKind.LOAN.value, ProductKind.CREDIT_CARD.value)
_PART = 10**6  # sums are taken in two parts: whole numbers of the database end at 2^63


@dataclass(frozen=True, slots=True)
class Falling:
    """How many products mature, and their sums in fen: None where it may not be told."""

    count: int = 0
    own_fen: int | None = 0
    other_fen: int | None = 0

    @property
    def is_told(self) -> bool:
        return self.own_fen is not None

    @property
    def all_fen(self) -> int:
        return (self.own_fen or 0) + (self.other_fen or 0)


@dataclass(frozen=True, slots=True)
class Week:
    """From `first` to `last`: a Monday to a Sunday, but for the ends of the range."""

    first: date
    last: date
    falling: Falling


@dataclass(frozen=True, slots=True)
class OfManager:
    """The same by who is in charge; nobody: None."""

    manager_id: int | None
    name: str | None
    falling: Falling


@dataclass(frozen=True, slots=True)
class Maturing:
    """What matures from `first` to `last`."""

    first: date
    last: date
    whole: Falling
    weeks: tuple[Week, ...]
    managers: tuple[OfManager, ...]


def load_maturing(session: Session, asked: Asked) -> Maturing:
    """The sums of the days asked for, of whoever is asked about. Raises NotAllowed.

    The sum of fewer than five products of other people's customers is not told: it would tell
    what lists mask.
    """
    roles.require(session, Permission.READ_WORK, accepting=())
    monday = asked.first - timedelta(days=asked.first.weekday())
    weeks = (asked.last - monday).days // 7 + 1
    by_week: dict[int, list[_Sum]] = {}
    by_manager: dict[int | None, list[_Sum]] = {}
    for day, manager_id, one in _summed(session, asked):
        by_week.setdefault((day - monday).days // 7, []).append(one)
        by_manager.setdefault(manager_id, []).append(one)
    named: dict[int, str] = dict(session.execute(select(Staff.id, Staff.name)).all())
    found_weeks = tuple(
        Week(
            max(asked.first, monday + timedelta(days=7 * number)),
            min(asked.last, monday + timedelta(days=7 * number + 6)),
            _together(by_week.get(number, ())),
        )
        for number in range(weeks)
    )
    managers = sorted(
        (
            OfManager(id, None if id is None else named.get(id), _together(some))
            for id, some in by_manager.items()
        ),
        key=lambda one: (-one.falling.all_fen, one.name or ""),
    )
    every = [one for some in by_week.values() for one in some]
    return Maturing(asked.first, asked.last, _together(every), found_weeks, tuple(managers))


def load_maturities(
    session: Session, asked: Asked, *, few: int = SHOWN, nobodys: bool = False
) -> tuple[Part, list[Key]]:
    """What matures on these days, the largest amounts first, at most `few` lines; and the keys of all.

    Each is the touchpoint of the day itself. Raises NotAllowed.
    """
    roles.require(session, Permission.READ_WORK, accepting=())
    wanted = [FACT.owner_id.is_(None)] if nobodys else []
    amount = _HELD.amount_fen * _HELD["count"]
    rows = (
        select(_HELD.customer_id, _HELD.uid, _HELD.matures_on, _HELD.bank, amount, FACT.aum_fen)
        .select_from(Holding)
        .join(CustomerFact, FACT.customer_id == _HELD.customer_id)
        .where(*_maturing(session, asked), *wanted)
        .order_by(amount.desc(), _HELD.matures_on, _HELD.id)
    )
    touchpoints = []
    for customer_id, uid, matures_on, bank, amount_fen, aum_fen in driver_rows.read(session, rows):
        day = date.fromisoformat(matures_on)
        rule = "other_maturity" if bank else "own_maturity"
        key = Key(rule, customer_id, uid, day)
        touchpoints.append(Touchpoint(key, Kind.MATURITY, day, aum_fen or 0, amount_fen))
    shown = finding.fill(session, touchpoints[:few])
    persons = load_persons(session, [one.key.customer_id or 0 for one in shown])
    lines = tuple(
        worklist.line(one, person, None)
        for one in shown
        if (person := persons.get(one.key.customer_id or 0)) is not None
    )
    sums = Group(len(touchpoints), list(shown), sum(one.amount_fen or 0 for one in touchpoints))
    return worklist.part(Section.MATURITY, sums, lines), [one.key for one in touchpoints]


@dataclass(slots=True)
class _Sum:
    count: int
    others: int  # of customers who are not whoever asks'
    own_fen: int
    other_fen: int


def _maturing(session: Session, asked: Asked) -> list[ColumnElement[bool]]:
    return [
        _HELD.matures_on.between(asked.first, asked.last),
        _HELD.closed_on.is_(None),
        _HELD.kind.not_in(_DEBTS),
        *reached(session, asked),
    ]


def _summed(session: Session, asked: Asked) -> Iterable[tuple[date, int | None, _Sum]]:
    """The sums of each day and manager."""
    me = acting(session).staff_id
    ours = func.coalesce(or_(FACT.owner_id == me, FACT.stand_in_id == me), False)
    amount = case((_HELD.currency == "CNY", _HELD.amount_fen * _HELD["count"]), else_=0)
    own, other = case((_HELD.bank == "", amount), else_=0), case((_HELD.bank != "", amount), else_=0)
    rows = (
        select(
            _HELD.matures_on,
            FACT.owner_id,
            func.count(),
            func.sum(case((ours, 0), else_=1)),
            *(part for one in (own, other) for part in (func.sum(one // _PART), func.sum(one % _PART))),
        )
        .select_from(Holding)
        .join(CustomerFact, FACT.customer_id == _HELD.customer_id)
        .where(*_maturing(session, asked))
        .group_by(_HELD.matures_on, FACT.owner_id)
    )
    for day, owner_id, count, others, *sums in driver_rows.read(session, rows):
        own_fen, other_fen = sums[0] * _PART + sums[1], sums[2] * _PART + sums[3]
        yield date.fromisoformat(day), owner_id, _Sum(count, others, own_fen, other_fen)


def _together(some: Iterable[_Sum]) -> Falling:
    listed = list(some)
    count, others = sum(one.count for one in listed), sum(one.others for one in listed)
    found = Falling(count, sum(one.own_fen for one in listed), sum(one.other_fen for one in listed))
    return replace(found, own_fen=None, other_fen=None) if 0 < others < FEW_TOLD else found
