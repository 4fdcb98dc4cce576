"""Days that matter to a customer or their family: a wedding, a child's birthday, the founding of a firm."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from rmdesk.models import DateKind, ImportantDate
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.services import days, text, values
from rmdesk.services.customers import access, parts
from rmdesk.services.queries import beside_customer

# `day` is a days.Day; the others stand in the row as they are.
CHECKS: dict[str, values.Check] = {
    "kind": partial(values.choice, choices=DateKind),
    "whose": values.optional(partial(text.line, longest=LINE_LONGEST)),
    "day": days.check_day,
    "yearly": values.flag,
    "note": values.optional(partial(text.line, longest=LINE_LONGEST)),
}


def add_date(session: Session, customer_uid: str, given: Mapping[str, object]) -> ImportantDate:
    """A day; `given` holds at least `kind` and `day`. Raises UserError as the checks do."""
    customer = access.load_editable(session, customer_uid)
    checked = _checked(given, required=("kind", "day"))
    row = ImportantDate(customer_id=customer.id, **checked)
    _check_born(row.kind, given["day"])
    parts.add(session, customer, row, kind="date.added")
    return row


def edit_date(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    row, customer = parts.load_seen(session, ImportantDate, uid, version)
    checked = _checked(given)
    if "kind" in checked or "day" in given:
        _check_born(checked.get("kind", row.kind), given.get("day", days.of_row(row)))
    parts.edit(session, customer, row, checked, kind="date.edited")


def remove_date(session: Session, uid: str, *, version: int) -> None:
    parts.remove(session, ImportantDate, uid, version, kind="date.removed")


_LISTED = beside_customer(
    ImportantDate, ImportantDate.is_lunar, ImportantDate.month, ImportantDate.day, ImportantDate.id
)


def list_dates(session: Session, customer_id: int) -> list[Any]:
    """The rows of a customer's days in the order of the year, lunar ones behind."""
    return _LISTED.read(session, customer_id=customer_id)


def _check_born(kind: str, day: object) -> None:
    """A birthday does not lie ahead; a wedding or an examination may."""
    if kind == DateKind.FAMILY_BIRTHDAY:
        days.check_day(day, "important_date.day", past=True)


def _checked(given: Mapping[str, object], required: tuple[str, ...] = ()) -> dict[str, Any]:
    checked = values.check_all(given, CHECKS, "important_date", required)
    day = checked.pop("day", None)
    return checked | (day.columns() if day is not None else {})
