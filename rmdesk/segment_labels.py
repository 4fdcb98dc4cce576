"""Segments in words: an expression as a sentence, fields and operators as a form names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from rmdesk import choices, labels, trait_labels, words
from rmdesk.services import typed_days
from rmdesk.services.archive import Kind
from rmdesk.services.days import Day
from rmdesk.services.segments.expression import Expression, Group, How, Test
from rmdesk.services.segments.fields import Beside, Field, Op, Shape
from rmdesk.services.segments.values import Contacts, DaysAhead, Held, Span, codes_of
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_WAN = 10_000 * 100  # fen
_MONTHS = 12

OPS: dict[Op, str] = {
    Op.ONE_OF: QT_TRANSLATE_NOOP("segments", "is one of"),
    Op.NONE_OF: QT_TRANSLATE_NOOP("segments", "is none of"),
    Op.AT_LEAST: QT_TRANSLATE_NOOP("segments", "is at least"),
    Op.AT_MOST: QT_TRANSLATE_NOOP("segments", "is at most"),
    Op.BETWEEN: QT_TRANSLATE_NOOP("segments", "lies between"),
    Op.CONTAINS: QT_TRANSLATE_NOOP("segments", "contains"),
    Op.IS: QT_TRANSLATE_NOOP("segments", "is"),
    Op.WITHIN_NEXT: QT_TRANSLATE_NOOP("segments", "comes within days"),
    Op.WITHIN_LAST: QT_TRANSLATE_NOOP("segments", "was within the last days"),
    Op.NOT_WITHIN_LAST: QT_TRANSLATE_NOOP("segments", "was not within the last days"),
    Op.IS_EMPTY: QT_TRANSLATE_NOOP("segments", "is not known"),
    Op.IS_KNOWN: QT_TRANSLATE_NOOP("segments", "is known"),
    Op.HOLDS: QT_TRANSLATE_NOOP("segments", "holds"),
    Op.HOLDS_NONE: QT_TRANSLATE_NOOP("segments", "holds none"),
}

# Sentences of any field.
_SAID: dict[Op, str] = {
    Op.ONE_OF: QT_TRANSLATE_NOOP("segments", "{field}: {value}"),
    Op.NONE_OF: QT_TRANSLATE_NOOP("segments", "{field} not {value}"),
    Op.AT_LEAST: QT_TRANSLATE_NOOP("segments", "{field} at least {value}"),
    Op.AT_MOST: QT_TRANSLATE_NOOP("segments", "{field} at most {value}"),
    Op.BETWEEN: QT_TRANSLATE_NOOP("segments", "{field} {value}"),
    Op.CONTAINS: QT_TRANSLATE_NOOP("segments", "{field} contains “{value}”"),
    Op.IS: QT_TRANSLATE_NOOP("segments", "{field}: {value}"),
    Op.WITHIN_NEXT: QT_TRANSLATE_NOOP("segments", "{field} within {value} days"),
    Op.WITHIN_LAST: QT_TRANSLATE_NOOP("segments", "{field} in the last {value} days"),
    Op.NOT_WITHIN_LAST: QT_TRANSLATE_NOOP("segments", "{field} not in the last {value} days"),
    Op.IS_EMPTY: QT_TRANSLATE_NOOP("segments", "{field} not known"),
    Op.IS_KNOWN: QT_TRANSLATE_NOOP("segments", "{field} known"),
}
# What people say shorter.
_SHORTER: dict[tuple[str, Op], str] = {
    ("tier", Op.ONE_OF): QT_TRANSLATE_NOOP("segments", "{value}"),
    ("tier", Op.AT_LEAST): QT_TRANSLATE_NOOP("segments", "{value} and above"),
    ("tier", Op.AT_MOST): QT_TRANSLATE_NOOP("segments", "{value} and below"),
    ("last_contact", Op.WITHIN_LAST): QT_TRANSLATE_NOOP("segments", "contacted in the last {value} days"),
    ("last_contact", Op.NOT_WITHIN_LAST): QT_TRANSLATE_NOOP("segments", "not contacted for {value} days"),
    ("last_contact", Op.IS_EMPTY): QT_TRANSLATE_NOOP("segments", "never contacted"),
    ("next_maturity", Op.WITHIN_NEXT): QT_TRANSLATE_NOOP("segments", "something matures within {value} days"),
    ("birthday", Op.WITHIN_NEXT): QT_TRANSLATE_NOOP("segments", "birthday within {value} days"),
    ("birthday", Op.ONE_OF): QT_TRANSLATE_NOOP("segments", "born in month {value}"),
}


def operator(op: Op) -> str:
    return translate("segments", OPS[op])


def sentence(expression: Expression) -> str:
    """Whom a segment takes in: “白金以上，60天未联系，30天内有到期”."""
    return _group(expression.root)


def _group(group: Group) -> str:
    parts = [_part(one) for one in group.parts]
    if group.how is How.ALL:
        return translate("segments", ", ").join(parts)
    joined = translate("segments", " or ").join(parts)
    return joined if group.how is How.ANY else translate("segments", "none of ({words})", words=joined)


def _part(one: Group | Test) -> str:
    if isinstance(one, Test):
        return condition(one)
    said = _group(one)
    if one.how is How.NONE or len(one.parts) == 1:
        return said
    return translate("segments", "({words})", words=said)


def condition(test: Test) -> str:
    """One condition in words."""
    match test.field.beside:
        case Beside.HOLDING:
            return _held(test.op, test.value)
        case Beside.IMPORTANT_DATE:
            return _important_date(test.value)
        case Beside.CONTACTS:
            return _contacts(test.op, test.value)
    said = _SHORTER.get((test.field.name, test.op)) or _SAID[test.op]
    value = _value(test.field, test.field.ops[test.op], test.value)
    return translate("segments", said, field=trait_labels.title(test.field.name), value=value)


def _value(field: Field, shape: Shape, value: Any) -> str:
    match shape:
        case Shape.NAMES:
            return labels.listed(one.name for one in value)
        case Shape.NAME:
            return str(value.name)
        case Shape.CODE:
            return codes_of(field).get(value, str(value))
        case Shape.CODES:
            known = codes_of(field)
            return labels.listed(known.get(one, str(one)) for one in value)
        case Shape.AMOUNT:
            return amount(value)
        case Shape.AMOUNTS:
            return _span(value, amount)
        case Shape.NUMBERS:
            return _span(value, str)
        case Shape.DATES:
            return _span(value, _day)
        case Shape.YES_NO:
            return translate("segments", "yes") if value else translate("segments", "no")
    return "" if value is None else str(value)


def amount(fen: int) -> str:
    """An amount as short as it can be told exactly: 50万元, 12,345.67元; in English CNY 500,000."""
    if words.language() == "zh_CN" and fen and fen % _WAN == 0:
        return translate("segments", "CNY {amount}", amount=f"{fen // _WAN:,}万")
    whole, cents = divmod(abs(fen), 100)
    told = f"{'−' if fen < 0 else ''}{whole:,}" + (f".{cents:02}" if cents else "")
    return translate("segments", "CNY {amount}", amount=told)


def _day(iso: str) -> str:
    given = date.fromisoformat(iso)
    day = Day(given.month, given.day, given.year)
    return typed_days.chinese(day) if words.language() == "zh_CN" else typed_days.english(day)


def _span(span: Span, said: Callable[[Any], str]) -> str:
    low, high = span
    if high is None:
        return translate("segments", "from {low} up", low=said(low))
    if low is None:
        return translate("segments", "up to {high}", high=said(high))
    return translate("segments", "{low} to {high}", low=said(low), high=said(high))


def _words(table: str, column: str, codes: Iterable[str]) -> str:
    return labels.listed(choices.word(table, column, one) for one in codes)


def _held(op: Op, held: Held) -> str:
    given = {
        "what": _words("holding", "kind", held.kinds) or translate("segments", "products"),
        "place": _place(held),
        "amount": "",
        "matures": "",
    }
    if held.amount is not None:
        given["amount"] = translate("segments", " of {amount}", amount=_span(held.amount, amount))
    if held.matures_within is not None:
        given["matures"] = translate("segments", " that mature within {days} days", days=held.matures_within)
    elif held.matures is not None:
        given["matures"] = translate("segments", " that mature {days}", days=_span(held.matures, _day))
    if op is Op.HOLDS:
        return translate("segments", "holds {what}{place}{amount}{matures}", **given)
    return translate("segments", "holds no {what}{place}{amount}{matures}", **given)


def _place(held: Held) -> str:
    if held.own is not None:
        return translate("segments", " here") if held.own else translate("segments", " at other banks")
    return "" if held.bank is None else translate("segments", " at {bank}", bank=held.bank)


def _important_date(ahead: DaysAhead) -> str:
    kinds = _words("important_date", "kind", ahead.kinds) or translate("segments", "an important day")
    return translate("segments", "{kinds} within {days} days", kinds=kinds, days=ahead.days)


def _contacts(op: Op, contacts: Contacts) -> str:
    how = [
        _words("interaction", "channel", contacts.channels),
        _words("interaction", "level", contacts.levels),
    ]
    told = labels.listed(one for one in how if one)
    given: dict[str, Any] = {
        "how": translate("segments", " by {how}", how=told) if told else "",
        "days": ""
        if contacts.days is None
        else translate("segments", " in the last {days} days", days=contacts.days),
        "count": contacts.count,
    }
    if op is Op.AT_LEAST:
        return translate("segments", "at least {count} contacts{how}{days}", **given)
    if contacts.count == 0:
        return translate("segments", "no contact{how}{days}", **given)
    return translate("segments", "at most {count} contacts{how}{days}", **given)


def value_hint(field: Field, shape: Shape) -> list[tuple[str | int, str]]:
    """The codes that may stand as the value of a field, with their words; empty where it is free."""
    if shape not in (Shape.CODE, Shape.CODES) or field.trait is None:
        return []
    if field.trait.kind is Kind.MONTH:
        return [(month, str(month)) for month in range(1, _MONTHS + 1)]
    return list(codes_of(field).items())
