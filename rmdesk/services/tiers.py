"""Tiers: classes of customers by AUM, from thresholds that the branch sets, with each customer's history.

A customer is in the highest tier whose threshold the newest figure of its basis reaches; where there is
no figure of that basis, the newest of the other one counts. Without any figure a customer has no tier.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, ScalarSelect, Select, bindparam, select
from sqlalchemy.orm import Session, aliased

from rmdesk.models import AumBasis, AumFigure, CadenceStep, Customer, GoalTarget, Tier, TierChange
from rmdesk.services import amounts, bulk, changes, facts, roles, text, values
from rmdesk.services.errors import Conflict, UserError
from rmdesk.services.queries import Query
from rmdesk.services.roles import Permission

NAME_LONGEST = 40
MOST = 12  # tiers; more cannot be told apart in a list

# What a branch begins with; thresholds in fen. Chinese in every language: they are the branch's words.
# Migration 0002 gives the same to older vaults.
DEFAULTS = (
    ("普通", 0),
    ("金卡", 50_0000_00),
    ("白金", 200_0000_00),
    ("钻石", 500_0000_00),
    ("私行", 1000_0000_00),
)

_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Step:
    """A tier as it is to be: `uid` is None for a new one. Their order is their rank, the lowest first."""

    name: str
    threshold_fen: int
    basis: str = AumBasis.MONTH_AVERAGE
    uid: str | None = None


@dataclass(frozen=True)
class Ladder:
    """The tiers, the highest first."""

    tiers: tuple[Tier, ...]

    def tier_of(self, point_fen: int | None, average_fen: int | None) -> Tier | None:
        """The tier of a customer with these newest figures (None: there is none)."""
        point = average_fen if point_fen is None else point_fen
        average = point_fen if average_fen is None else average_fen
        for tier, threshold, is_by_point in self._steps:
            figure = point if is_by_point else average
            # An overdrawn customer still belongs to the lowest tier.
            if figure is not None and max(figure, 0) >= threshold:
                return tier
        return None

    @functools.cached_property
    def _steps(self) -> list[tuple[Tier, int, bool]]:
        """Each tier, its threshold and whether that is of the point figure, as plain values."""
        return [(one, one.threshold_fen, one.basis == AumBasis.POINT) for one in self.tiers]


@dataclass(frozen=True, slots=True)
class Move:
    """Customers who would go from one tier to another, and how many they are; None is no tier."""

    from_: str | None
    to: str | None
    customers: int


def list_tiers(session: Session) -> list[Tier]:
    """The branch's tiers, the lowest first."""
    return list(session.scalars(select(Tier).order_by(Tier.rank)))


_NAMES = Query(select(Tier.name).order_by(Tier.rank))


def names(session: Session) -> list[str]:
    """The names of the branch's tiers, the lowest first."""
    return [row.name for row in _NAMES.read(session)]


def present_steps(session: Session) -> list[Step]:
    """The tiers as they are: what a form begins with."""
    return [Step(tier.name, tier.threshold_fen, tier.basis, tier.uid) for tier in list_tiers(session)]


def ladder(session: Session) -> Ladder:
    return Ladder(tuple(reversed(list_tiers(session))))


def ensure(session: Session) -> Ladder:
    """The tiers, made from the defaults if the branch has none yet: while a vault is made.

    Needs a writing session whose change set the caller has described.
    """
    if session.scalar(select(Tier.id).limit(1)) is None:
        for rank, (name, threshold) in enumerate(DEFAULTS, 1):
            session.add(Tier(name=name, rank=rank, threshold_fen=threshold))
        session.flush()
    return ladder(session)


def preview_tiers(session: Session, steps: Sequence[Step]) -> list[Move]:
    """How customers would move if the tiers were these, most first; those who stay are left out."""
    roles.require(session, Permission.SET_RULES)
    checked = _checked(steps)
    present = {tier.id: tier.name for tier in list_tiers(session)}
    names = {tier.uid: tier.name for tier in list_tiers(session)}
    wanted = Ladder(
        tuple(
            Tier(name=step.name, rank=rank, threshold_fen=step.threshold_fen, basis=step.basis)
            for rank, step in reversed(list(enumerate(checked, 1)))
        )
    )
    renamed = {names[step.uid]: step.name for step in checked if step.uid in names}
    moves: dict[tuple[str | None, str | None], int] = {}
    for row in session.execute(_figures()):
        former = present.get(row.tier_id)
        tier = wanted.tier_of(row.point_fen, row.average_fen)
        to = None if tier is None else tier.name
        if renamed.get(former or "", former) != to:
            moves[former, to] = moves.get((former, to), 0) + 1
    found = [Move(from_, to, count) for (from_, to), count in moves.items()]
    return sorted(found, key=lambda move: -move.customers)


def set_tiers(session: Session, steps: Sequence[Step], *, versions: dict[str, int]) -> int:
    """Give the branch these tiers and every customer the one they now belong to; returns how many moved.

    `versions` are those of the tiers that were seen, by uid. A tier that is left out is removed. Raises
    NotAllowed, Conflict, UserError `tier.none`, `tier.too_many`, `tier.name_twice`, `tier.not_ascending`,
    `tier.first_not_zero`.
    """
    roles.require(session, Permission.SET_RULES)
    checked = _checked(steps)
    present = {tier.uid: tier for tier in list_tiers(session)}
    for uid in {*present, *versions}:
        tier = present.get(uid)
        if tier is None or versions.get(uid) != tier.version:
            raise Conflict(
                "row.changed",
                table="tier",
                uid=uid,
                seen=versions.get(uid, 0),
                present=None if tier is None else tier.version,
            )
    unknown = [step.uid for step in checked if step.uid is not None and step.uid not in present]
    if unknown:
        raise UserError("row.gone", table="tier")
    changes.describe(session, "tiers.set", tiers=len(checked))
    kept = [step.uid for step in checked if step.uid is not None]
    # Names and ranks are unique: those that stay step aside before anyone takes their new ones.
    for place, tier in enumerate(present.values(), 1):
        tier.rank, tier.name = -place, f"{tier.uid}"
    session.flush()
    for rank, step in enumerate(checked, 1):
        tier = present[step.uid] if step.uid is not None else Tier()
        tier.name, tier.rank = step.name, rank
        tier.threshold_fen, tier.basis = step.threshold_fen, step.basis
        session.add(tier)
    session.flush()
    gone = [tier for uid, tier in present.items() if uid not in kept]
    left = Ladder(tuple(tier for tier in ladder(session).tiers if tier not in gone))
    moved = len(_moved(session, None, left, since=date.today()))
    facts.refresh(session)  # the basis of a tier tells which figure counts; none may point to one that goes
    _forget(session, gone)
    return moved


def recompute(session: Session, ids: Collection[int] | None = None) -> list[int]:
    """Give these customers (None: all) the tier their figures call for; returns the ids of who moved.

    Each move stands in the customer's history from the day of the figure on. Needs a writing session
    whose change set is described by the caller.
    """
    return _moved(session, ids, ladder(session), since=None)


def newest(basis: AumBasis) -> tuple[ScalarSelect[int], ScalarSelect[date]]:
    """The newest figure of a basis beside each `Customer` of a statement: its amount and its day."""
    figure = aliased(AumFigure)
    found = (
        select(figure)
        .where(figure.customer_id == Customer.id, figure.basis == basis.value)
        .order_by(figure.as_of.desc())
        .limit(1)
        .correlate(Customer)
    )
    return (
        found.with_only_columns(figure.amount_fen).scalar_subquery(),
        found.with_only_columns(figure.as_of).scalar_subquery(),
    )


def history(session: Session, customer_id: int) -> list[tuple[date, str | None, int | None]]:
    """A customer's way through the tiers, newest first: since when, the tier's name, the figure in fen."""
    found = _HISTORY.read(session, customer_id=customer_id)
    return [(since, name, amount) for since, name, amount in found]


_HISTORY = Query(
    select(TierChange.since, Tier.name, TierChange.amount_fen)
    .outerjoin(Tier, Tier.id == TierChange.tier_id)
    .where(TierChange.customer_id == bindparam("customer_id"))
    .order_by(TierChange.since.desc(), TierChange.id.desc())
)


@functools.cache
def _figures(is_all: bool = True) -> Select[*tuple[Any, ...]]:
    point, point_on = newest(AumBasis.POINT)
    average, average_on = newest(AumBasis.MONTH_AVERAGE)
    found = select(
        Customer.id,
        Customer.tier_id,
        point.label("point_fen"),
        point_on.label("point_on"),
        average.label("average_fen"),
        average_on.label("average_on"),
    )
    return found if is_all else found.where(Customer.id.in_(bindparam("ids", expanding=True)))


def _moved(session: Session, ids: Collection[int] | None, steps: Ladder, *, since: date | None) -> list[int]:
    moved: list[dict[str, int | None]] = []
    history: list[dict[str, object]] = []
    for row in _rows(session, ids):
        tier = steps.tier_of(row.point_fen, row.average_fen)
        tier_id = None if tier is None else tier.id
        if tier_id == row.tier_id:
            continue
        basis = AumBasis.MONTH_AVERAGE if tier is None else tier.basis
        amount, on = _deciding(row, basis)
        moved.append({"id": row.id, "tier_id": tier_id})
        history.append(
            {
                "customer_id": row.id,
                "tier_id": tier_id,
                "since": since or on or date.today(),
                "amount_fen": amount,
            }
        )
    if moved:
        bulk.update(session, Customer, moved, ["tier_id"])
        bulk.insert(session, TierChange, history)
    return [int(one["id"] or 0) for one in moved]


def _deciding(row: Row[Any], basis: str) -> tuple[int | None, date | None]:
    point, average = (row.point_fen, row.point_on), (row.average_fen, row.average_on)
    first, second = (point, average) if basis == AumBasis.POINT else (average, point)
    return first if first[0] is not None else second


def _rows(session: Session, ids: Collection[int] | None) -> Iterator[Row[Any]]:
    if ids is None:
        yield from session.execute(_figures())
        return
    listed = list(ids)
    for start in range(0, len(listed), _CHUNK):
        yield from session.execute(_figures(is_all=False), {"ids": listed[start : start + _CHUNK]})


def check_name(name: object) -> str:
    """A name for a tier; raises UserError as `text.line` does."""
    return text.line(name, "tier.name", longest=NAME_LONGEST)


def _checked(steps: Sequence[Step]) -> list[Step]:
    if not steps:
        raise UserError("tier.none")
    if len(steps) > MOST:
        raise UserError("tier.too_many", most=MOST)
    checked = [
        Step(
            check_name(step.name),
            amounts.check(step.threshold_fen, "tier.threshold_fen"),
            values.choice(step.basis, "tier.basis", AumBasis),
            step.uid,
        )
        for step in steps
    ]
    for one in checked:
        if sum(other.name == one.name for other in checked) > 1:
            raise UserError("tier.name_twice", name=one.name)
    if checked[0].threshold_fen != 0:
        raise UserError("tier.first_not_zero", name=checked[0].name)
    for lower, higher in itertools.pairwise(checked):
        if lower.threshold_fen >= higher.threshold_fen:
            raise UserError("tier.not_ascending", name=higher.name, lower=lower.name)
    return checked


def _forget(session: Session, gone: Collection[Tier]) -> None:
    """Remove tiers nobody is in any more; in histories they become "none".

    Raises UserError `tier.in_goals`.
    """
    for tier in gone:
        if session.scalar(select(GoalTarget.id).where(GoalTarget.tier_id == tier.id).limit(1)) is not None:
            raise UserError("tier.in_goals", name=tier.name)
        past = select(TierChange.id).where(TierChange.tier_id == tier.id)
        rows = [{"id": one, "tier_id": None} for one in session.scalars(past)]
        bulk.update(session, TierChange, rows, ["tier_id"])
        steps = session.scalars(select(CadenceStep.id).where(CadenceStep.tier_id == tier.id)).all()
        bulk.delete(session, CadenceStep, steps)
        bulk.delete(session, Tier, [tier.id])
