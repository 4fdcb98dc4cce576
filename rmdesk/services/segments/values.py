"""The values beside operators, by their shape: read and checked, and written down again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from rmdesk import choices, trait_labels
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.services import amounts
from rmdesk.services.errors import UserError
from rmdesk.services.segments.fields import Field, Shape
from rmdesk.services.segments.named import Named, Names
from rmdesk.services.traits import Kind

MOST_DAYS = 36_500
MOST_DAYS_AHEAD = 366  # of days that come every year
MOST_VALUES = 200
_MOST_NUMBER = 10**9

Span = tuple[Any, Any]  # from, to; either may be None


@dataclass(frozen=True, slots=True)
class Held:
    """Holdings that are open; `own` says whether here (True) or at other banks (False)."""

    kinds: tuple[str, ...] = ()
    own: bool | None = None
    bank: str | None = None  # a part of its name
    amount: Span | None = None  # fen together
    matures_within: int | None = None  # days from today
    matures: Span | None = None  # ISO days


@dataclass(frozen=True, slots=True)
class DaysAhead:
    """Important days of some kinds, or of any, that come within so many days."""

    days: int
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contacts:
    """So many contacts that reached somebody, in the last days or ever, by some channels or any."""

    count: int
    days: int | None = None
    channels: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()


def read(field: Field, shape: Shape, given: Any, names: Names) -> Any:
    """What an expression holds of a value; raises UserError `segment.wrong_value`, `segment.unknown_name`."""
    try:
        return _READERS[shape](field, given, names)
    except (TypeError, ValueError, KeyError):
        raise _wrong(field) from None


def stored(shape: Shape, value: Any) -> Any:
    """The same value as JSON holds it; None where there is none."""
    match shape:
        case Shape.NAMES:
            return [_stored_name(one) for one in value]
        case Shape.NAME:
            return _stored_name(value)
        case Shape.AMOUNT:
            return amounts.yuan(value)
        case Shape.AMOUNTS:
            return _stored_amounts(value)
        case Shape.CODES | Shape.NUMBERS | Shape.DATES:
            return list(value)
        case Shape.HOLDING:
            return _stored_holding(value)
        case Shape.DAYS_AHEAD:
            return _without_empty({"days": value.days, "kinds": list(value.kinds)})
        case Shape.CONTACTS:
            given = {"days": value.days, "channels": list(value.channels), "levels": list(value.levels)}
            return {"count": value.count} | _without_empty(given)
    return value


def codes_of(field: Field) -> dict[str | int, str]:
    """The codes that a field of choices may have, with their words; of any other field none."""
    if field.trait is None or field.trait.kind is not Kind.CHOICE:
        return {}
    return {_plain(code): word for code, word in choices.of_field("customer", field.name).items()}


def _wrong(field: Field) -> UserError:
    return UserError("segment.wrong_value", field=trait_labels.title(field.name))


def _plain(code: str | int) -> str | int:
    """A member of an enumeration as what is stored."""
    return code if isinstance(code, int) else str(code)


def _stored_name(one: Named) -> dict[str, str]:
    return {"uid": one.uid, "name": one.name}


def _stored_amounts(span: Span) -> list[str | None]:
    return [None if one is None else amounts.yuan(one) for one in span]


def _stored_holding(value: Held) -> dict[str, Any]:
    return _without_empty(
        {
            "kinds": list(value.kinds),
            "bank": value.bank if value.own is None else "own" if value.own else "other",
            "amount": None if value.amount is None else _stored_amounts(value.amount),
            "matures_within": value.matures_within,
            "matures": None if value.matures is None else list(value.matures),
        }
    )


def _without_empty(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value is not None and value != []}


# --- reading: each raises ValueError, TypeError or KeyError for what cannot be -----------------------


def _list(given: Any) -> list[Any]:
    if not isinstance(given, list) or not 0 < len(given) <= MOST_VALUES:
        raise ValueError
    return given


def _pair(given: Any) -> list[Any]:
    if not isinstance(given, list) or len(given) != 2 or given == [None, None]:
        raise ValueError
    return given


def _ordered(low: Any, high: Any) -> Span:
    if low is not None and high is not None and low > high:
        raise ValueError
    return (low, high)


def _code(field: Field, given: Any, _names: Names) -> str | int:
    kind = field.trait.kind if field.trait is not None else None
    if kind is Kind.MONTH:
        return _whole(given, 1, 12)
    if kind is Kind.IMPORT:
        return _whole(given, 1, 2**53)
    known = codes_of(field)
    if isinstance(given, bool) or given not in known:
        raise ValueError
    return _plain(given)


def _codes(field: Field, given: Any, names: Names) -> tuple[str | int, ...]:
    return tuple(dict.fromkeys(_code(field, one, names) for one in _list(given)))


def _name(field: Field, given: Any, names: Names) -> Named:
    return names.find(field, given)


def _names(field: Field, given: Any, names: Names) -> tuple[Named, ...]:
    return tuple(dict.fromkeys(names.find(field, one) for one in _list(given)))


def _amount(field: Field, given: Any, _names: Names) -> int:
    if isinstance(given, float):
        given = Decimal(str(given))
    if not isinstance(given, str | int | Decimal):
        raise ValueError
    return amounts.read(given, field.what)


def _amounts(field: Field, given: Any, names: Names) -> Span:
    return _ordered(*(None if one is None else _amount(field, one, names) for one in _pair(given)))


def _whole(given: Any, least: int, most: int) -> int:
    if type(given) is not int or not least <= given <= most:
        raise ValueError
    return given


def _number(_field: Field, given: Any, _names: Names) -> int:
    return _whole(given, -_MOST_NUMBER, _MOST_NUMBER)


def _numbers(field: Field, given: Any, names: Names) -> Span:
    return _ordered(*(None if one is None else _number(field, one, names) for one in _pair(given)))


def _dates(_field: Field, given: Any, _names: Names) -> Span:
    return _ordered(*(None if one is None else date.fromisoformat(one).isoformat() for one in _pair(given)))


def _days(_field: Field, given: Any, _names: Names) -> int:
    return _whole(given, 0, MOST_DAYS)


def _text(_field: Field, given: Any, _names: Names) -> str:
    if not isinstance(given, str) or not 0 < len(given.strip()) <= LINE_LONGEST:
        raise ValueError
    given.encode()  # a lone surrogate cannot be asked of the database
    return given.strip()


def _yes_no(_field: Field, given: Any, _names: Names) -> bool:
    if not isinstance(given, bool):
        raise ValueError
    return given


def _nothing(_field: Field, given: Any, _names: Names) -> None:
    if given is not None:
        raise ValueError


def _parts(given: Any, *known: str) -> Mapping[str, Any]:
    if not isinstance(given, Mapping) or not given.keys() <= set(known):
        raise ValueError
    return given


def _some(given: Mapping[str, Any], key: str, table: str, column: str) -> tuple[str, ...]:
    """Choices of a row beside the customer; none are all of them."""
    if key not in given:
        return ()
    known = {str(code) for code in choices.of_field(table, column)}
    found = tuple(dict.fromkeys(_list(given[key])))
    if not set(found) <= known:
        raise ValueError
    return found


def _holding(field: Field, given: Any, names: Names) -> Held:
    parts = _parts({} if given is None else given, "kinds", "bank", "amount", "matures_within", "matures")
    bank = _text(field, parts["bank"], names) if "bank" in parts else None
    if "matures_within" in parts and "matures" in parts:
        raise ValueError
    return Held(
        _some(parts, "kinds", "holding", "kind"),
        {"own": True, "other": False}.get(bank or ""),
        None if bank in ("own", "other") else bank,
        _amounts(field, parts["amount"], names) if "amount" in parts else None,
        _days(field, parts["matures_within"], names) if "matures_within" in parts else None,
        _dates(field, parts["matures"], names) if "matures" in parts else None,
    )


def _days_ahead(_field: Field, given: Any, _names: Names) -> DaysAhead:
    parts = _parts(given, "days", "kinds")
    return DaysAhead(
        _whole(parts["days"], 0, MOST_DAYS_AHEAD), _some(parts, "kinds", "important_date", "kind")
    )


def _contacts(field: Field, given: Any, names: Names) -> Contacts:
    parts = _parts(given, "count", "days", "channels", "levels")
    return Contacts(
        _whole(parts["count"], 0, 10_000),
        _days(field, parts["days"], names) if "days" in parts else None,
        _some(parts, "channels", "interaction", "channel"),
        _some(parts, "levels", "interaction", "level"),
    )


_READERS: dict[Shape, Callable[[Field, Any, Names], Any]] = {
    Shape.CODES: _codes,
    Shape.CODE: _code,
    Shape.NAMES: _names,
    Shape.NAME: _name,
    Shape.AMOUNT: _amount,
    Shape.AMOUNTS: _amounts,
    Shape.NUMBER: _number,
    Shape.NUMBERS: _numbers,
    Shape.DATES: _dates,
    Shape.DAYS: _days,
    Shape.TEXT: _text,
    Shape.YES_NO: _yes_no,
    Shape.NOTHING: _nothing,
    Shape.HOLDING: _holding,
    Shape.DAYS_AHEAD: _days_ahead,
    Shape.CONTACTS: _contacts,
}
