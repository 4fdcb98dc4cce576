"""How complete a customer's record is: the weights, what is missing, and what is worth asking next.

A score is the weight of what is known in per cent of all weights. `fields.FIELDS` holds the weights of
fields, `PARTS` those of rows beside the customer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, exists, select

from rmdesk.models import Business, Customer, CustomerAddress, CustomerPhone, IdentityDocument
from rmdesk.services.customers.fields import FIELDS

# By the column that names it for the person: the rows it looks for, and the weight.
PARTS: dict[str, tuple[type[Business], int]] = {
    "customer_phone.number": (CustomerPhone, 14),
    "identity_document.number": (IdentityDocument, 10),
    "customer_address.address": (CustomerAddress, 8),
}

TOTAL = sum(field.weight for field in FIELDS) + sum(weight for _, weight in PARTS.values())


@dataclass(frozen=True, slots=True)
class Missing:
    """Something not known yet; `what` is the code that `labels.what` has a word for."""

    what: str
    weight: int


@dataclass(frozen=True, slots=True)
class Completeness:
    """`score` in per cent, and what is missing, the most useful first."""

    score: int
    missing: tuple[Missing, ...]


def of(customer: Customer, parts: dict[str, int]) -> Completeness:
    """The completeness of one record; `parts` counts the rows there are for each key of `PARTS`."""
    missing = [
        Missing(field.what, field.weight)
        for field in FIELDS
        if field.weight and getattr(customer, _telling_column(field.columns)) is None
    ]
    missing += [Missing(what, weight) for what, (_, weight) in PARTS.items() if not parts.get(what)]
    known = TOTAL - sum(one.weight for one in missing)
    return Completeness(known * 100 // TOTAL, tuple(sorted(missing, key=lambda one: -one.weight)))


def score() -> ColumnElement[int]:
    """The same score as an expression beside `Customer`."""
    known: ColumnElement[Any] | None = None
    for field in FIELDS:
        if field.weight:
            column = getattr(Customer, _telling_column(field.columns))
            term = case((column.is_not(None), field.weight), else_=0)
            known = term if known is None else known + term
    for model, weight in PARTS.values():
        there = exists(select(model.id).where(model.customer_id == Customer.id))  # type: ignore[attr-defined]
        known = known + case((there, weight), else_=0)
    assert known is not None
    return known * 100 // TOTAL


def _telling_column(columns: tuple[str, ...]) -> str:
    """The column that is empty exactly if the field is: a birthday's month, for its year may be unknown."""
    return "birth_month" if "birth_month" in columns else columns[0]
