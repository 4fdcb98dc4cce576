"""Phone numbers of customers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import CustomerPhone, PhoneKind
from rmdesk.services import values
from rmdesk.services.customers import access, parts
from rmdesk.services.errors import UserError
from rmdesk.services.queries import beside_customer

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_FOREIGN = re.compile(r"\+[0-9]{6,15}")
_FIXED = re.compile(r"[0-9]{3,16}|[0-9]{5,16}-[0-9]{1,6}")
_LONGEST_TYPED = 60  # characters; no number that can be dialled needs more


def normalise(typed: object, kind: str = PhoneKind.MOBILE) -> str:
    """A number as it is stored: digits, a leading + for a foreign one, an extension behind a -.

    Full-width digits, spaces, dots, dashes, brackets and +86 or 0086 are understood. Raises UserError
    `phone.wrong_mobile` unless a mobile number is 1[3-9] and nine digits, `phone.wrong` for any other.
    """
    wrong = UserError("phone.wrong_mobile" if kind == PhoneKind.MOBILE else "phone.wrong")
    if not isinstance(typed, str) or len(typed) > _LONGEST_TYPED:
        raise wrong
    text = unicodedata.normalize("NFKC", typed).strip().lower()
    text, _, extension = re.sub(r"转|分机|ext\.?|x|#", "\n", text).partition("\n")
    number = re.sub(r"^(?:\+|00)86", "", re.sub(r"[\s().·‐-―−-]", "", text))
    number = re.sub(r"^00(?=[1-9])", "+", number)
    if kind == PhoneKind.MOBILE:
        if extension or not (_MOBILE.fullmatch(number) or _FOREIGN.fullmatch(number)):
            raise wrong
        return number
    extension = re.sub(r"[\s-]", "", extension)
    # 0571-8888 6666-8012, or 95588-1 as it is kept; but 0571-88886666 and 8888-6666 are one number.
    split = re.fullmatch(r"([0-9]{5,16}|0[0-9]{2,3}-?[0-9]{7,8})-([0-9]{1,6})", re.sub(r"\s", "", text))
    if split and not extension:
        number, extension = split[1].replace("-", ""), split[2]
    full = f"{number}-{extension}" if extension else number
    if not (_FIXED.fullmatch(full) or _FOREIGN.fullmatch(full)):
        raise wrong
    return full


def add_phone(
    session: Session, customer_uid: str, number: str, kind: str = PhoneKind.MOBILE
) -> CustomerPhone:
    """A further number, behind those there are. Raises UserError `phone.there_already` and as `normalise`."""
    customer = access.load_editable(session, customer_uid)
    checked = _checked(number, kind)
    _check_new(session, customer.id, checked["number"])
    last = select(func.max(CustomerPhone.position)).where(CustomerPhone.customer_id == customer.id)
    place = session.scalar(last)
    row = CustomerPhone(customer_id=customer.id, position=0 if place is None else place + 1, **checked)
    parts.add(session, customer, row, kind="phone.added")
    return row


def edit_phone(session: Session, uid: str, changed: Mapping[str, object], *, version: int) -> None:
    """Change `number` or `kind`."""
    row, customer = parts.load_seen(session, CustomerPhone, uid, version)
    wanted = {"number": row.number, "kind": row.kind} | dict(changed)
    checked = _checked(wanted["number"], wanted["kind"])
    if checked["number"] != row.number:
        _check_new(session, customer.id, checked["number"])
    parts.edit(session, customer, row, checked, kind="phone.edited")


def put_first(session: Session, uid: str, *, version: int) -> None:
    """Make it the number that is shown first."""
    row, customer = parts.load_seen(session, CustomerPhone, uid, version)
    first = list_phones(session, customer.id)[0]
    if first.id != row.id:
        parts.edit(session, customer, row, {"position": first.position - 1}, kind="phone.edited")


def remove_phone(session: Session, uid: str, *, version: int) -> None:
    parts.remove(session, CustomerPhone, uid, version, kind="phone.removed")


_LISTED = beside_customer(CustomerPhone, CustomerPhone.position, CustomerPhone.id)


def list_phones(session: Session, customer_id: int) -> list[Any]:
    """The rows of a customer's numbers, the one shown first at the head."""
    return _LISTED.read(session, customer_id=customer_id)


def _checked(number: object, kind: object) -> dict[str, Any]:
    known = values.choice(kind, "customer_phone.kind", PhoneKind)
    return {"kind": known, "number": normalise(number, known)}


def _check_new(session: Session, customer_id: int, number: str) -> None:
    if any(one.number == number for one in list_phones(session, customer_id)):
        raise UserError("phone.there_already")
