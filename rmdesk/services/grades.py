"""Relationship grades: the stars that dealings, assets and influence call for; people confirm them.

A grade is never set by itself: whoever is in charge confirms it, many at once. Each of three scores is one to
five; the branch says how much each weighs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerFact, Holding, Interaction, Relation, RelationKind, Tier
from rmdesk.models.interaction import NOT_REACHED
from rmdesk.services import bulk, changes, roles, settings, values
from rmdesk.services.customers import access, upkeep
from rmdesk.services.facts import DEBTS
from rmdesk.services.roles import Permission
from rmdesk.services.settings import GRADE_STEPS, GRADE_WEIGHTS

LEAST, MOST = 1, 5
DAYS = 365  # of dealings that count
_CHUNK = 5000


@dataclass(frozen=True, slots=True)
class Proposal:
    """A customer whose stars are not what their scores call for. `former` None: nobody gave any yet.

    `frequency`, `amount`, `influence` are the scores; what they were counted from stands beside them.
    """

    customer_id: int
    former: int | None
    grade: int
    frequency: int
    amount: int
    influence: int
    contacts: int
    purchases: int
    tier: str | None
    referrals: int
    relations: int


@dataclass(frozen=True, slots=True)
class Rules:
    """What stars are called for by: weights in per cent, and from how many on a score is two, three, four,
    five.
    """

    weights: Mapping[str, int]
    steps: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Move:
    """How many customers other rules call `to` stars for instead of `from_`."""

    from_: int
    to: int
    customers: int


def score(count: int, steps: Sequence[int]) -> int:
    """One to five: how many of the steps a count reaches."""
    return LEAST + sum(count >= one for one in steps)


def score_of_rank(rank: int | None, tiers: int) -> int:
    """One for who is in the lowest tier or in none, five for the highest, evenly between."""
    if rank is None or tiers < 2:
        return LEAST
    return LEAST + ((rank - 1) * (MOST - LEAST) * 2 + tiers - 1) // (2 * (tiers - 1))


def weighed(scores: Mapping[str, int], weights: Mapping[str, int]) -> int:
    """The stars that scores come to; a half counts up. The weights are per cent."""
    return (sum(scores[name] * weight for name, weight in weights.items()) + 50) // 100


def propose(session: Session, today: date) -> list[Proposal]:
    """Whoever of those one may see has other stars than called for: the furthest first, then by assets.

    Raises NotAllowed.
    """
    rules = in_force(session)
    present = dict(
        session.execute(
            select(Customer.id, Customer.grade).where(access.listed(session, by_fact=False))
        ).all()
    )
    found: list[tuple[int, int, Proposal]] = []
    for row, name, rank, tiers in _counts(session, today):
        scores = _scores(row, rank, tiers, rules)
        grade = weighed(scores, rules.weights)
        former = present.get(row.id)
        if grade == former:
            continue
        step = abs(grade - (former or 0))
        one = Proposal(
            row.id,
            former,
            grade,
            **scores,
            contacts=row.contacts,
            purchases=row.purchases,
            tier=name,
            referrals=row.referrals,
            relations=row.relations,
        )
        found.append((-step, -(row.aum_fen or 0), one))
    return [one for _, _, one in sorted(found, key=lambda each: (each[0], each[1], each[2].customer_id))]


def in_force(session: Session) -> Rules:
    return Rules(settings.get(session, GRADE_WEIGHTS), settings.get(session, GRADE_STEPS))


def preview(session: Session, today: date, wanted: Rules) -> list[Move]:
    """For how many of all customers other stars would be called for than by the rules in force, most first.

    Nobody's stars change by it. Raises NotAllowed.
    """
    roles.require(session, Permission.SET_RULES)
    present = in_force(session)
    moves: Counter[tuple[int, int]] = Counter()
    for row, _name, rank, tiers in _counts(session, today):
        stars = [weighed(_scores(row, rank, tiers, rules), rules.weights) for rules in (present, wanted)]
        if stars[0] != stars[1]:
            moves[stars[0], stars[1]] += 1
    ordered = sorted(moves.items(), key=lambda one: (-one[1], one[0]))
    return [Move(*stars, customers) for stars, customers in ordered]


def confirm(session: Session, wanted: Mapping[int, tuple[int | None, int]]) -> int:
    """Give customers these stars, by id: what was seen, and the new ones. One change set, undone as one.

    Whose stars somebody else changed meanwhile keeps theirs. Returns how many changed. Raises NotAllowed,
    UserError `row.gone`, `customer.in_bin`, `value.out_of_range`.
    """
    ids = access.check_all_visible(session, wanted)
    changing: list[dict[str, Any]] = []
    for start in range(0, len(ids), _CHUNK):
        some = Customer.id.in_(ids[start : start + _CHUNK])
        for id, present in session.execute(select(Customer.id, Customer.grade).where(some)):
            seen, grade = wanted[id]
            if present == seen and present != grade:
                changing.append({"id": id, "grade": values.whole(grade, "customer.grade", LEAST, MOST)})
    if changing:
        changes.describe(session, "customer.graded", customers=len(changing))
        bulk.update(session, Customer, changing, ["grade"])
        upkeep.touched(session, [row["id"] for row in changing], revalued=False)
    return len(changing)


def _counts(session: Session, today: date) -> Iterator[tuple[Any, str | None, int | None, int]]:
    """What each one's scores are counted from, the tier with its rank, and how many tiers there are."""
    tiers = {id: (name, rank) for id, name, rank in session.execute(select(Tier.id, Tier.name, Tier.rank))}
    for row in session.execute(_counted(session, today)):
        yield row, *tiers.get(row.tier_id, (None, None)), len(tiers)


def _scores(row: Any, rank: int | None, tiers: int, rules: Rules) -> dict[str, int]:
    return {
        "frequency": score(row.contacts + row.purchases, rules.steps["frequency"]),
        "amount": score_of_rank(rank, tiers),
        "influence": score(row.referrals + row.relations, rules.steps["influence"]),
    }


def _counted(session: Session, today: date) -> Select[*tuple[Any, ...]]:
    """What each score is counted from, in the order of the ids: so the indexes are walked, not searched."""
    since = today - timedelta(days=DAYS)
    contacts = _number(
        Interaction,
        Interaction.customer_id == CustomerFact.customer_id,
        Interaction.held_on > since,
        Interaction.held_on <= today,
        Interaction.result.not_in([one.value for one in NOT_REACHED]),
    )
    purchases = _number(
        Holding,
        Holding.customer_id == CustomerFact.customer_id,
        Holding.bank == "",
        Holding.kind.not_in(DEBTS),
        Holding.starts_on > since,
        Holding.starts_on <= today,
    )
    introduced = RelationKind.INTRODUCED.value
    introducer = RelationKind.INTRODUCER.value
    # Whom they brought: the other one's row names them; somebody outside the archive stands in their own.
    brought = _number(Relation, Relation.other_id == CustomerFact.customer_id, Relation.kind == introducer)
    outside = _number(Relation, Relation.customer_id == CustomerFact.customer_id, Relation.kind == introduced)
    others = (introducer, introduced)
    known = _number(Relation, Relation.customer_id == CustomerFact.customer_id, Relation.kind.not_in(others))
    known_by = _number(Relation, Relation.other_id == CustomerFact.customer_id, Relation.kind.not_in(others))
    return (
        select(
            CustomerFact.customer_id.label("id"),
            CustomerFact.tier_id,
            CustomerFact.aum_fen,
            contacts.label("contacts"),
            purchases.label("purchases"),
            (brought + outside).label("referrals"),
            (known + known_by).label("relations"),
        )
        .where(access.listed(session, by_fact=True), CustomerFact.is_lost.is_(False))
        .order_by(CustomerFact.customer_id)
    )


def _number(model: Any, *conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return (
        select(func.count()).select_from(model).where(*conditions).correlate(CustomerFact).scalar_subquery()
    )
