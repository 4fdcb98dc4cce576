"""Conditions on customers as they are typed: TRAIT=VALUE."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk import choices
from rmdesk.models import Activity, Staff, Tier
from rmdesk.services import amounts
from rmdesk.services.archive.conditions import Condition
from rmdesk.services.errors import UserError
from rmdesk.services.traits import TRAITS, Kind, Trait

_YES, _NO = ("yes", "true", "1", "是"), ("no", "false", "0", "否")


def read(session: Session, typed: str) -> Condition:
    """The condition of "tier=白金,钻石", "aum=500000..", "birthday=9", "no_calls=yes", "employer=海天".

    Raises UserError `archive.unknown_trait`, `archive.wrong_value`, `amount.not_an_amount`.
    """
    name, _, given = typed.partition("=")
    trait = TRAITS.get(name.strip())
    if trait is None:
        raise UserError("archive.unknown_trait", trait=name.strip()[:40])
    given = given.strip()
    return Condition(trait.name, _value(session, trait, given) if given else None)


def _value(session: Session, trait: Trait, given: str) -> object:
    parts = tuple(part.strip() for part in given.replace("，", ",").split(",") if part.strip())
    match trait.kind:
        case Kind.TEXT:
            return given
        case Kind.TAG:
            return parts
        case Kind.FLAG:
            return _flag(trait, given)
        case Kind.MONTH | Kind.IMPORT:
            return tuple(_whole(trait, part) for part in parts)
        case Kind.CHOICE:
            return tuple(_choice(trait, part) for part in parts)
        case Kind.SEGMENT:
            return tuple(_segment(session, part) for part in parts)
        case Kind.LINK | Kind.ACTIVITY:
            return tuple(_linked(session, trait, part) for part in parts)
    low, dots, high = (part.strip() for part in given.partition(".."))
    return tuple(_bound(trait, part) for part in ((low, high) if dots else (low, low)))


def _bound(trait: Trait, typed: str) -> object:
    if not typed:
        return None
    match trait.kind:
        case Kind.AMOUNT:
            return amounts.read(typed, f"customer.{trait.name}")
        case Kind.DATE:
            return typed
    return _whole(trait, typed)


def _whole(trait: Trait, typed: str) -> int:
    if not typed.removeprefix("-").isdecimal() or len(typed) > 9:
        raise UserError("archive.wrong_value", what=f"customer.{trait.name}")
    return int(typed)


def _flag(trait: Trait, typed: str) -> bool:
    if typed.lower() not in (*_YES, *_NO):
        raise UserError("archive.wrong_value", what=f"customer.{trait.name}")
    return typed.lower() in _YES


def _choice(trait: Trait, typed: str) -> str | int:
    """A value by its code or by its word in the language in use."""
    known = choices.of_field("customer", trait.name)
    for code, word in known.items():
        if typed in (str(code), word):
            return code
    raise UserError("archive.wrong_value", what=f"customer.{trait.name}")


def _segment(session: Session, name: str) -> str:
    """The uid of a segment one may use, by name; raises UserError `segment.unknown`."""
    from rmdesk.services.segments import find_segment  # few lists are narrowed by one

    return find_segment(session, name).uid


def _linked(session: Session, trait: Trait, name: str) -> str:
    """The uid of a tier, of a person or of an activity (the last of that name), by name."""
    target: Any = Tier if trait.name == "tier" else Activity if trait.kind is Kind.ACTIVITY else Staff
    uid = session.scalar(select(target.uid).where(target.name == name).order_by(target.id.desc()).limit(1))
    if uid is None:
        raise UserError("archive.wrong_value", what=f"customer.{trait.name}")
    return str(uid)
