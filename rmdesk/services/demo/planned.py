"""What the demonstration branch plans with: a few segments of everybody's."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy.orm import Session

from rmdesk.models import Segment
from rmdesk.services import segments


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
    "近期生日的贵宾": [_GOLD, _of("birthday", "within_next", 30)],
}


def invent(session: Session) -> None:
    """Segments everybody may use; a branch whose tiers are called otherwise gets those that fit it.

    Whoever calls describes the change set first.
    """
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
