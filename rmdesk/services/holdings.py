"""What customers hold, here and at other banks. Holdings never change the AUM: that is told by figures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from rmdesk.models import Holding, ProductKind
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.models.money import MOST_COUNT, MOST_FEN, MOST_RATE
from rmdesk.services import amounts, days, text, values
from rmdesk.services.customers import access, parts
from rmdesk.services.errors import UserError
from rmdesk.services.queries import beside_customer

_line = values.optional(partial(text.line, longest=LINE_LONGEST))
_date = values.optional(days.check_date)


def _account(value: object, what: str) -> str:
    return values.code(value, what, "0-9A-Z*/-", 4, 40)


CHECKS: dict[str, values.Check] = {
    "bank": lambda value, what: _line(value, what) or "",  # empty: here
    "kind": partial(values.choice, choices=ProductKind),
    "product": lambda value, what: _line(value, what) or "",
    "account": values.optional(_account),
    "amount_fen": amounts.check,
    "currency": partial(values.code, allowed="A-Z", least=3, most=3),
    "rate": values.optional(partial(values.whole, least=-MOST_RATE, most=MOST_RATE)),
    "starts_on": _date,
    "matures_on": _date,
    "premium_due_on": _date,
    "count": partial(values.whole, least=1, most=MOST_COUNT),
    "closed_on": values.optional(partial(days.check_date, past=True)),
    "source": _line,
}


def add_holding(session: Session, customer_uid: str, given: Mapping[str, object]) -> Holding:
    """A product held; `given` holds at least `kind` and `amount_fen`.

    Raises UserError `holding.there_already` for an account or contract already entered, or an equal
    holding without one; `holding.matures_before_start`, and as the checks do.
    """
    customer = access.load_editable(session, customer_uid)
    checked = values.check_all(given, CHECKS, "holding", required=("kind", "amount_fen"))
    row = Holding(
        customer_id=customer.id, **({"bank": "", "product": "", "currency": "CNY", "count": 1} | checked)
    )
    _check_whole(row)
    _check_new(session, row)
    parts.add(session, customer, row, kind="holding.added")
    return row


def edit_holding(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change fields of a holding; `closed_on` ends it."""
    row, customer = parts.load_seen(session, Holding, uid, version)
    checked = values.check_all(given, CHECKS, "holding")
    wanted = Holding(**{name: checked.get(name, getattr(row, name)) for name in (*CHECKS, "customer_id")})
    _check_whole(wanted)
    if key(wanted) != key(row):
        _check_new(session, wanted)
    parts.edit(session, customer, row, checked, kind="holding.edited")


def remove_holding(session: Session, uid: str, *, version: int) -> None:
    parts.remove(session, Holding, uid, version, kind="holding.removed")


_LISTED = beside_customer(
    Holding,
    Holding.closed_on.is_not(None),
    Holding.matures_on.is_(None),
    Holding.matures_on,
    Holding.amount_fen.desc(),
    Holding.id,
)


def list_holdings(session: Session, customer_id: int) -> list[Any]:
    """The rows of a customer's holdings: open ones first, by maturity, those without one behind."""
    return _LISTED.read(session, customer_id=customer_id)


def key(row: Any) -> tuple[Any, ...]:
    """What tells a customer's holdings apart: the account or contract, else the product and its dates."""
    if row.account is not None:
        return (row.bank, row.account)
    return (row.bank, row.kind, row.product, row.starts_on, row.matures_on)


def _check_whole(row: Holding) -> None:
    if row.starts_on is not None and row.matures_on is not None and row.matures_on < row.starts_on:
        raise UserError("holding.matures_before_start")
    if abs(row.amount_fen) * row.count > MOST_FEN:
        raise UserError("amount.too_large", what="holding.amount_fen")


def _check_new(session: Session, row: Holding) -> None:
    with session.no_autoflush:
        others = [one for one in list_holdings(session, row.customer_id) if one.closed_on is None]
    if row.closed_on is None and any(key(other) == key(row) for other in others):
        raise UserError("holding.there_already")
