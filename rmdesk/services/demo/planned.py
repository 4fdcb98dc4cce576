"""What the demonstration branch plans with: a few segments of everybody's, and goals for the year."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Goal, GoalShare, GoalTarget, Measure, ProductKind, Segment, Tier
from rmdesk.services import segments
from rmdesk.services.goals import measures, periods, splitting


def _of(field: str, op: str, value: Any) -> dict[str, Any]:
    return {"field": field, "op": op, "value": value}


_GOLD = _of("tier", "at_least", "金卡")
_SEGMENTS: dict[str, list[dict[str, Any]]] = {
    "临近到期、久未联系": [
        _of("tier", "at_least", "白金"),
        _of("last_contact", "not_within_last", 60),
        _of("next_maturity", "within_next", 30),
    ],
    "他行到期可争取": [
        _GOLD,
        _of("holding", "holds", {"bank": "other", "amount": ["20万", None], "matures_within": 90}),
    ],
    "产品单一": [
        _GOLD,
        _of("product_kinds", "at_most", 1),
        {"none": [_of("risk_tolerance", "is_empty", None)]},
    ],
    "资产下降、值得挽留": [
        _of("aum_change", "at_most", "-10万"),
        {
            "any": [
                _of("tier", "at_least", "钻石"),
                _of("contacts", "at_most", {"count": 0, "days": 90, "channels": ["visit"]}),
            ]
        },
        {"none": [_of("stage", "one_of", ["lost"])]},
    ],
    "资产10万以上、两月未联系": [_of("aum", "at_least", "10万"), _of("last_contact", "not_within_last", 60)],
    "近期生日的贵宾": [_GOLD, _of("birthday", "within_next", 30)],
}


def invent(session: Session, today: date, managers: Sequence[int]) -> None:
    """Segments everybody may use, and goals of this year, quarter and month split to these people.

    A branch whose tiers are called otherwise gets the segments that fit it. Whoever calls describes the
    change set first.
    """
    _add_segments(session)
    if managers:
        _add_goals(session, today, managers)


def _add_segments(session: Session) -> None:
    tiers = {one.name for one in segments.Names(session).listed(segments.FIELDS["tier"])}
    for name, parts in _SEGMENTS.items():
        document = {"version": segments.VERSION, "all": parts}
        named = {str(one["value"]) for one in _tests(parts) if one["field"] == "tier"}
        if named <= tiers:
            expression = json.dumps(segments.read(session, document).stored(), ensure_ascii=False)
            session.add(Segment(name=name, owner_id=None, expression=expression))
    session.flush()


def _tests(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = [one for one in parts if "field" in one]
    for one in parts:
        if "field" not in one:
            found += _tests(next(iter(one.values())))
    return found


def _add_goals(session: Session, today: date, managers: Sequence[int]) -> None:
    """Targets a little above what this branch reaches at its pace, so that some are behind."""
    ranked = session.scalars(select(Tier).order_by(Tier.rank)).all()
    good = ranked[min(2, len(ranked) - 1)] if ranked else None
    counting = measures.Counting(session, today)
    portfolios = counting.portfolio(by_money=True)
    weights = {one: portfolios.get(one, 0) for one in managers}
    quarter = periods.quarter(today.year, (today.month - 1) // 3 + 1)
    for period in (periods.year(today.year), quarter, periods.month(today.year, today.month)):
        goal = Goal(kind=period.kind, name=period.name, first_on=period.first, last_on=period.last)
        session.add(goal)
        session.flush()
        elapsed = ((today - period.first).days + 1) / ((period.last - period.first).days + 1)
        for measure, growth, step, product in _TARGETS:
            tier = good if measure == Measure.QUALITY_CUSTOMERS else None
            if measure == Measure.QUALITY_CUSTOMERS and tier is None:
                continue
            rank = 1 if tier is None else tier.rank
            counts = counting.count(measure, period.first, period.last, rank=rank, product=product)
            pace = 1.0 if measure in measures.STOCK else elapsed
            wanted = max(step, round(sum(counts.values()) / pace * growth / step) * step)
            target = GoalTarget(
                goal_id=goal.id,
                measure=measure.value,
                tier_id=None if tier is None else tier.id,
                product=product,
                target=wanted,
            )
            session.add(target)
            session.flush()
            split = wanted if measure != Measure.REFERRALS else wanted // 2
            parts = splitting.by_weights(split, weights, step=step if split == wanted else 1)
            session.add_all(
                GoalShare(target_id=target.id, staff_id=one, amount=part) for one, part in parts.items()
            )
    session.flush()


# Measure, how far above the present pace, what targets are rounded to, kind of product.
_TARGETS: tuple[tuple[Measure, float, int, str | None], ...] = (
    (Measure.QUALITY_CUSTOMERS, 1.05, 1, None),
    (Measure.AUM, 1.03, 100_0000_00, None),
    (Measure.PRODUCTS, 0.95, 10_0000_00, ProductKind.FUND.value),
    (Measure.CONTACTS, 1.1, 10, None),
    (Measure.REFERRALS, 1.2, 1, None),
)
