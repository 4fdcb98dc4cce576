"""Texts a branch keeps for its people: shipped, put in their place or added, and one's own.

Greetings and scripts are kept alike: a row that `replaces` the code of a shipped text stands in for it, with
`is_off` there is none in its place; `staff_id` says whose own one is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from rmdesk.services import changes, roles, rows
from rmdesk.services.actor import acting
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.words import LANGUAGES


class Kept(Protocol):
    """A row of such a table."""

    uid: Any
    version: Any
    staff_id: Any
    replaces: Any
    is_off: Any


Row = TypeVar("Row", bound=Kept)


class KeptTexts(Generic[Row]):
    """The texts of one table. `from_shipped` makes the row that stands in for a shipped text. Every change
    is told by the kind that is given with it.
    """

    def __init__(
        self,
        model: type[Row],
        shipped: Callable[[], Mapping[str, Any]],
        from_shipped: Callable[[Any], Row],
    ) -> None:
        self._model: Any = model
        self._shipped = shipped
        self._from_shipped = from_shipped

    @property
    def table(self) -> str:
        return str(self._model.__tablename__)

    def load(self, session: Session) -> tuple[list[Row], dict[str, Row]]:
        """What is there for whoever acts beside the shipped texts: rows added, and by code those instead."""
        wanted = or_(self._model.staff_id.is_(None), self._model.staff_id == acting(session).staff_id)
        kept: Sequence[Row] = session.scalars(
            select(self._model).where(wanted).order_by(self._model.id)
        ).all()
        instead = {str(row.replaces): row for row in kept if row.replaces is not None}
        return [row for row in kept if row.replaces is None], instead

    def add(self, session: Session, row: Row, *, own: bool, kind: str) -> Row:
        """Keep a new text, of the branch or one's own; it was checked. Raises NotAllowed."""
        self.require(session, own=own)
        row.staff_id = acting(session).staff_id if own else None
        row.is_off = False
        session.add(row)
        self._describe(session, row, kind)
        return row

    def edit(
        self, session: Session, uid: str, version: int, put: Callable[[Row], None], *, kind: str
    ) -> None:
        """Change a text by `put`; raises NotAllowed, Conflict, `row.gone`, and what `put` does."""
        row = self._load(session, uid, version)
        put(row)
        row.is_off = False
        self._describe(session, row, kind)

    def remove(self, session: Session, uid: str, version: int, *, kind: str) -> None:
        """Remove a text that was added; one that stands in for a shipped one gives way to it again."""
        row = self._load(session, uid, version)
        session.delete(row)
        self._describe(session, row, kind)

    def replace(self, session: Session, code: str, put: Callable[[Row], None], *, kind: str) -> Row:
        """Put the branch's words in the place of a shipped text that was not replaced yet."""
        row = self._instead_of(session, code)
        put(row)
        self._describe(session, row, kind)
        return row

    def turn_off(self, session: Session, code: str, *, kind: str) -> Row:
        """Use a shipped text no more."""
        row = self._instead_of(session, code)
        row.is_off = True
        self._describe(session, row, kind)
        return row

    def put_back(self, session: Session, uid: str, version: int, *, kind: str) -> None:
        """Use a shipped text as it was shipped again."""
        row = self._load(session, uid, version)
        if row.replaces is None:
            raise UserError("row.gone", table=self.table)
        session.delete(row)
        self._describe(session, row, kind)

    def require(self, session: Session, *, own: bool) -> None:
        """Raise NotAllowed unless whoever acts may keep texts of their own, or else the branch's."""
        reach = Reach.OWN if own else Reach.ALL
        roles.require(session, Permission.EDIT_TEMPLATES, reach=reach, accepting=())

    def language(self, value: str) -> str:
        """A language a text may be in, else `value.not_a_choice`."""
        if value not in LANGUAGES:
            raise UserError("value.not_a_choice", what=f"{self.table}.language")
        return value

    def _load(self, session: Session, uid: str, version: int) -> Row:
        row: Row = rows.load_seen(session, self._model, uid, version)
        self.require(session, own=row.staff_id == acting(session).staff_id)
        return row

    def _instead_of(self, session: Session, code: str) -> Row:
        self.require(session, own=False)
        one = self._shipped().get(code)
        if one is None:
            raise UserError("row.gone", table=self.table)
        found = select(self._model).where(self._model.replaces == code)
        row: Row | None = session.scalars(found).one_or_none()
        if row is None:
            row = self._from_shipped(one)
            row.replaces, row.is_off = code, False
            session.add(row)
        return row

    def _describe(self, session: Session, row: Any, kind: str) -> None:
        session.flush()
        changes.describe(session, kind, subject=row, own=row.staff_id is not None)
