"""Finding the one row that a use case is about."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any, Protocol, TypeVar, cast

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session, lazyload

from rmdesk.models import Business
from rmdesk.services.errors import Conflict, UserError

Row = TypeVar("Row", bound=Business)

_UID_BEGINS = 6  # signs of a uid that may stand for it
_TOLD = 60  # characters of what was typed that a message repeats


class _HasName(Protocol):
    @property
    def uid(self) -> str: ...

    @property
    def name(self) -> str: ...


Named = TypeVar("Named", bound=_HasName)


def load(session: Session, model: type[Row], uid: str) -> Row:
    """The row with this uid; raises UserError("row.gone"). What it refers to is loaded when asked for."""
    row = session.scalars(_by_uid(cast(Any, model)), {"sought": uid}).one_or_none()
    if row is None:
        raise UserError("row.gone", table=_table(model))
    return cast(Row, row)


def load_seen(session: Session, model: type[Row], uid: str, version: int) -> Row:
    """The row to edit; raises Conflict if it is no longer what the person saw, UserError("row.gone")."""
    row = load(session, model, uid)
    check_seen(row, version)
    return row


def check_seen(row: Business, version: int | None) -> None:
    """Raise Conflict if the row is no longer what the person saw; None if nobody was shown it."""
    if version is not None and row.version != version:
        table = _table(type(row))
        raise Conflict("row.changed", table=table, uid=row.uid, seen=version, present=row.version)


def pick_typed(listed: Iterable[Named], typed: str, subject: str) -> Named:
    """The one of these with this uid or its beginning (six signs at least), or with this name.

    Raises UserError `<subject>.unknown`, `<subject>.ambiguous` if several are meant.
    """
    wanted = typed.strip()
    rows = list(listed)
    found = [one for one in rows if one.uid == wanted] or [one for one in rows if one.name == wanted]
    if not found and len(wanted) >= _UID_BEGINS:
        found = [one for one in rows if one.uid.startswith(wanted.lower())]
    told = {subject: wanted[:_TOLD]}
    if not found:
        raise UserError(f"{subject}.unknown", **told)
    if len(found) > 1:
        raise UserError(f"{subject}.ambiguous", **told, count=len(found))
    return found[0]


@functools.cache
def _by_uid(model: Any) -> Select[Any]:
    # One edit seldom needs it all: a person's roles alone are a fifth of what saving a number costs.
    return select(model).where(model.uid == bindparam("sought")).options(lazyload("*"))


def _table(model: type[Business]) -> str:
    return str(model.__tablename__)  # type: ignore[attr-defined]
