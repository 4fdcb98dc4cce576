"""Figures of a customer's assets (AUM), as other systems tell them: at a day, or as a month's average."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import AumBasis, AumFigure
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.services import amounts, days, text, values
from rmdesk.services.customers import access, parts
from rmdesk.services.errors import UserError
from rmdesk.services.queries import beside_customer

CHECKS: dict[str, values.Check] = {
    "basis": partial(values.choice, choices=AumBasis),
    "as_of": partial(days.check_date, past=True),
    "amount_fen": amounts.check,
    "source": values.optional(partial(text.line, longest=LINE_LONGEST)),
}


def add_figure(
    session: Session,
    customer_uid: str,
    amount_fen: int,
    as_of: date | str,
    basis: str = AumBasis.MONTH_AVERAGE,
    *,
    source: str | None = None,
) -> AumFigure:
    """A figure; it may move the customer to another tier.

    Raises UserError `figure.there_already` for a second one of the same basis and day.
    """
    customer = access.load_editable(session, customer_uid)
    given = {"basis": basis, "as_of": as_of, "amount_fen": amount_fen, "source": source}
    row = AumFigure(customer_id=customer.id, **values.check_all(given, CHECKS, "aum_figure"))
    _check_new(session, row)
    parts.add(session, customer, row, kind="figure.added")
    return row


def edit_figure(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    row, customer = parts.load_seen(session, AumFigure, uid, version)
    checked = values.check_all(given, CHECKS, "aum_figure")
    wanted = AumFigure(
        customer_id=customer.id,
        basis=checked.get("basis", row.basis),
        as_of=checked.get("as_of", row.as_of),
    )
    if (wanted.basis, wanted.as_of) != (row.basis, row.as_of):
        _check_new(session, wanted)
    parts.edit(session, customer, row, checked, kind="figure.edited")


def remove_figure(session: Session, uid: str, *, version: int) -> None:
    parts.remove(session, AumFigure, uid, version, kind="figure.removed")


_LISTED = beside_customer(AumFigure, AumFigure.as_of, AumFigure.basis)


def list_figures(session: Session, customer_id: int) -> list[Any]:
    """The rows of a customer's figures of the twelve months before the newest one, oldest first."""
    found = _LISTED.read(session, customer_id=customer_id)
    since = found[-1].as_of - timedelta(days=366) if found else None
    return [one for one in found if one.as_of > since]


def _check_new(session: Session, row: AumFigure) -> None:
    there = select(AumFigure.id).where(
        AumFigure.customer_id == row.customer_id,
        AumFigure.basis == row.basis,
        AumFigure.as_of == row.as_of,
    )
    if session.scalar(there) is not None:
        raise UserError("figure.there_already")
