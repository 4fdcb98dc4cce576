"""Identity documents of customers; what the number of a resident identity card tells (GB 11643)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from operator import mul
from typing import Any

from sqlalchemy.orm import Session

from rmdesk.models import Customer, DocumentKind, Gender, IdentityDocument
from rmdesk.services import almanac, days, values
from rmdesk.services.customers import access, parts
from rmdesk.services.days import Day
from rmdesk.services.errors import UserError
from rmdesk.services.queries import beside_customer

# Of every other document: the characters a number may have, the least and the most of them. Only the
# resident identity card has a check digit that everybody knows.
_FORMS: dict[str, tuple[str, int, int]] = {
    DocumentKind.HOUSEHOLD_BOOK: (r"0-9A-Z\u4e00-\u9fff-", 4, 30),
    DocumentKind.PASSPORT: ("0-9A-Z", 5, 15),
    DocumentKind.HK_MACAO_PERMIT: ("0-9A-Z", 8, 12),
    DocumentKind.TAIWAN_PERMIT: ("0-9A-Z", 8, 12),
    DocumentKind.FOREIGN_RESIDENT: ("0-9A-Z", 15, 18),
    DocumentKind.MILITARY_ID: (r"0-9A-Z\u4e00-\u9fff()-", 4, 30),
    DocumentKind.OTHER: (r"0-9A-Z\u4e00-\u9fff()/.-", 1, 40),
}
_RESIDENT = (DocumentKind.RESIDENT_ID, DocumentKind.TEMPORARY_ID)

_WEIGHTS = [2**place % 11 for place in range(17, 0, -1)]  # ISO 7064, MOD 11-2
_ZERO = ord("0") * sum(_WEIGHTS)
_CHECK_DIGITS = "10X98765432"
_RESIDENT_ID = re.compile(r"[0-9]{15}|[0-9]{17}[0-9X]")
# First two digits: provinces, 81–83 for residents from Hong Kong, Macao and Taiwan, 9 for foreigners.
_AREA = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[0-9]")


@dataclass(frozen=True, slots=True)
class ResidentId:
    """What a resident identity number tells; `area_known` false is worth a look, no more."""

    number: str
    born_on: date
    gender: Gender
    area_known: bool


def read_resident_id(value: object, what: str = "identity_document.number") -> ResidentId:
    """A number of 15 or 18 digits, spaces and full-width digits allowed.

    Raises UserError `document.wrong_length`, `document.wrong_date`, `document.date_in_future`,
    `document.wrong_check_digit`.
    """
    if isinstance(value, str) and _RESIDENT_ID.fullmatch(value):
        compact = value
    else:
        compact = values.code(value, what, "0-9A-Z-", 1, 40).replace("-", "")
    if not _RESIDENT_ID.fullmatch(compact):
        raise UserError("document.wrong_length", length=len(compact))
    written = compact[6:14] if len(compact) == 18 else f"19{compact[6:12]}"
    try:
        born_on = date(int(written[:4]), int(written[4:6]), int(written[6:]))
    except ValueError as error:
        raise UserError("document.wrong_date") from error
    if born_on.year < days.EARLIEST_YEAR:
        raise UserError("document.wrong_date")
    if born_on > date.today():
        raise UserError("document.date_in_future")
    if len(compact) == 18 and check_digit(compact[:17]) != compact[17]:
        raise UserError("document.wrong_check_digit")
    order = compact[16] if len(compact) == 18 else compact[14]
    gender = Gender.MALE if int(order) % 2 else Gender.FEMALE
    return ResidentId(compact, born_on, gender, bool(_AREA.match(compact)))


def check_digit(digits: str) -> str:
    """The check digit of the first 17 digits of a resident identity number."""
    total = sum(map(mul, digits.encode("ascii"), _WEIGHTS)) - _ZERO
    return _CHECK_DIGITS[total % 11]


def normalise(value: object, kind: str) -> str:
    """A number as it is stored: capitals, no spaces. Raises UserError as its kind asks."""
    if kind in _RESIDENT:
        return read_resident_id(value).number
    allowed, least, most = _FORMS[kind]
    return values.code(value, "identity_document.number", allowed, least, most)


def add_document(
    session: Session,
    customer_uid: str,
    number: str,
    kind: str = DocumentKind.RESIDENT_ID,
    *,
    expires_on: date | str | None = None,
) -> IdentityDocument:
    """A further document. A resident identity number also tells gender and birthday, if they are unknown.

    Raises UserError `document.there_already`, and as `normalise` does.
    """
    customer = access.load_editable(session, customer_uid)
    known = values.choice(kind, "identity_document.kind", DocumentKind)
    kept = normalise(number, known)
    _check_new(session, customer, kept)
    row = IdentityDocument(customer_id=customer.id, kind=known, number=kept, expires_on=_expiry(expires_on))
    if known in _RESIDENT:
        _complete(customer, read_resident_id(kept))
    parts.add(session, customer, row, kind="document.added")
    return row


def edit_document(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change `kind`, `number` or `expires_on`."""
    row, customer = parts.load_seen(session, IdentityDocument, uid, version)
    wanted: dict[str, object] = {"kind": row.kind, "number": row.number, "expires_on": row.expires_on}
    wanted |= given
    kind = values.choice(wanted["kind"], "identity_document.kind", DocumentKind)
    number = normalise(wanted["number"], kind)
    if number != row.number:
        _check_new(session, customer, number)
    checked = {"kind": kind, "number": number, "expires_on": _expiry(wanted["expires_on"])}
    parts.edit(session, customer, row, checked, kind="document.edited")


def remove_document(session: Session, uid: str, *, version: int) -> None:
    parts.remove(session, IdentityDocument, uid, version, kind="document.removed")


_LISTED = beside_customer(IdentityDocument, IdentityDocument.id)


def list_documents(session: Session, customer_id: int) -> list[Any]:
    """The rows of a customer's documents."""
    return _LISTED.read(session, customer_id=customer_id)


_check_expiry = values.optional(partial(days.check_date, past=False))


def _expiry(value: object) -> date | None:
    checked: date | None = _check_expiry(value, "identity_document.expires_on")
    return checked


def _check_new(session: Session, customer: Customer, number: str) -> None:
    if any(one.number == number for one in list_documents(session, customer.id)):
        raise UserError("document.there_already")


def contradicted(customer: Customer, rows: Iterable[Any]) -> frozenset[str]:
    """Which of `gender` and `birthday` a resident identity card among these documents tells otherwise.

    Worth a look, no more: a card may hold the day of the Chinese calendar as if it were the other one.
    """
    found = set()
    for one in (row for row in rows if row.kind in _RESIDENT):
        try:
            told = read_resident_id(one.number)
        except UserError:
            continue  # the clock was set back behind the birthday: nothing is told by it
        if customer.gender is not None and customer.gender != told.gender:
            found.add("gender")
        born = days.of_row(customer, "birth_")
        if born is not None and not _may_be(born, told.born_on):
            found.add("birthday")
    return frozenset(found)


def _may_be(day: Day, on: date) -> bool:
    """Whether a day, its year perhaps unknown, is this date, or written like it."""
    if (day.month, day.day) == (on.month, on.day) and day.year in (None, on.year):
        return True
    if not day.is_lunar or not almanac.knows_year(on.year - 1):
        return False
    lunar = almanac.to_lunar(on)
    written = (lunar.month, lunar.day, lunar.is_leap)
    return (day.month, day.day, day.is_leap_month) == written and day.year in (None, lunar.year)


def _complete(customer: Customer, told: ResidentId) -> None:
    if customer.gender is None:
        customer.gender = told.gender.value
    if customer.birth_month is None:
        born = told.born_on
        for name, value in Day(born.month, born.day, born.year).columns("birth_").items():
            setattr(customer, name, value)
