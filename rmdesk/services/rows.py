"""Finding the one row that a use case is about."""

from __future__ import annotations

import functools
from typing import Any, TypeVar, cast

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session, lazyload

from rmdesk.models import Business
from rmdesk.services.errors import Conflict, UserError

Row = TypeVar("Row", bound=Business)


def load(session: Session, model: type[Row], uid: str) -> Row:
    """The row with this uid; raises UserError("row.gone"). What it refers to is loaded when asked for."""
    row = session.scalars(_by_uid(cast(Any, model)), {"sought": uid}).one_or_none()
    if row is None:
        raise UserError("row.gone", table=_table(model))
    return cast(Row, row)


def load_seen(session: Session, model: type[Row], uid: str, version: int) -> Row:
    """The row to edit; raises Conflict if it is no longer what the person saw, UserError("row.gone")."""
    row = load(session, model, uid)
    if row.version != version:
        raise Conflict("row.changed", table=_table(model), uid=uid, seen=version, present=row.version)
    return row


@functools.cache
def _by_uid(model: Any) -> Select[Any]:
    # One edit seldom needs it all: a person's roles alone are a fifth of what saving a number costs.
    return select(model).where(model.uid == bindparam("sought")).options(lazyload("*"))


def _table(model: type[Business]) -> str:
    return str(model.__tablename__)  # type: ignore[attr-defined]
