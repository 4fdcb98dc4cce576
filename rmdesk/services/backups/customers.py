"""Single customers out of a backup: found there, compared with today's record, brought back.

What was added or changed since stays. What stood beside the customer then and is not there any more comes
back, and of the fields that differ those that are chosen. All of it is one change set, which can be undone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from rmdesk.models import (
    Attachment,
    Business,
    ChangeRecord,
    ChangeSet,
    Customer,
    DailyLogItem,
    DailyLogNewsCustomer,
    DistinctPair,
    NoticeRecipient,
    Relation,
    SegmentMember,
    SurveyInvitation,
    SurveyResponse,
)
from rmdesk.services import archive, bulk, changes, relations
from rmdesk.services.archive import CustomerRow
from rmdesk.services.backups.looking import Look
from rmdesk.services.backups.restoring import bring_documents
from rmdesk.services.changes import codec
from rmdesk.services.customers import access, upkeep
from rmdesk.services.customers.beside import Beside, rows_beside
from rmdesk.services.customers.fields import FIELDS, Field
from rmdesk.services.customers.record import CustomerRecord, Shown, get_customer
from rmdesk.services.duplicates.merging import same_keys
from rmdesk.services.erasure import ERASED
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission
from rmdesk.services.store import faults

BROUGHT_BACK = "customer.brought_back"

# What belongs to somebody else's document (a submitted log, a fixed list, a survey) stays as that now is.
_NOT_THEIRS: tuple[type[Business], ...] = (
    DailyLogItem,
    DailyLogNewsCustomer,
    DistinctPair,
    NoticeRecipient,
    SegmentMember,
    SurveyInvitation,
    SurveyResponse,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A field whose value differs, masked by role."""

    field: Field
    then: Shown
    now: Shown


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """A customer in a backup beside the record of today; `now` None: there is none, or it is in the bin.

    `missing`: how many rows of each table stood beside them then and are not there now.
    """

    then: CustomerRecord
    now: CustomerRecord | None
    choices: tuple[Choice, ...]
    missing: dict[str, int]

    @property
    def is_same(self) -> bool:
        return self.now is not None and not self.choices and not self.missing


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """The id of a customer who was brought back, and what must be told all the same."""

    id: int
    problems: tuple[UserError, ...]


def find_customers(look: Look, text: str = "") -> Sequence[int]:
    """Ids, in the backup, of those whom whoever looks may see: the best match first, else by assets."""
    with look.read() as then:
        sort = archive.BEST if text.strip() else "aum"
        return archive.find_customers(then, search=text, sort=sort)


def load_customers(look: Look, ids: Sequence[int]) -> list[CustomerRow]:
    """Rows of these, as the list of customers shows them."""
    with look.read() as then:
        return archive.load_customers(then, ids)


def compare_customer(session: Session, look: Look, uid: str) -> ThenAndNow:
    """The customer then and now. Raises NotAllowed, UserError `customer.unknown`."""
    with look.read() as then:
        record = get_customer(then, uid)
        customer = access.find(then, uid)
        present = session.scalars(select(Customer).where(Customer.uid == uid)).one_or_none()
        now = None
        if present is not None and present.deleted_at is None:
            now = get_customer(session, uid)
        choices = []
        if now is not None and present is not None:
            for field in FIELDS:
                if _columns(customer, field, then) != _columns(present, field, session):
                    choices.append(Choice(field, record.fields[field.name], now.fields[field.name]))
        missing = Counter(
            str(table.name)
            for table, _column, row in _beside(then, customer.id)
            if not _is_there(session, table, row.uid)
        )
        return ThenAndNow(record, now, tuple(choices), dict(missing))


def bring_customer_back(session: Session, look: Look, uid: str, take: Collection[str] = ()) -> BroughtBack:
    """Bring a customer back as they stood in the backup.

    `take` names the fields whose former value is taken; of a customer who is not there any more all are. One
    in the recycle bin comes out of it. For those who may restore them. Raises NotAllowed, UserError
    `customer.unknown`, `customer.number_taken`, `backup.customer_erased` (deleted for good, which the bank
    may have to keep so), `backup.customer_collides`; nothing is then changed.
    """
    with look.read() as then:
        customer = access.find(then, uid)
        access.require(then, customer, Permission.RESTORE_DELETED)
        present = session.scalars(select(Customer).where(Customer.uid == uid)).one_or_none()
        if present is not None:
            access.require(session, present, Permission.RESTORE_DELETED)
        if (present is None and _is_erased(session, uid)) or _asked_to_be(session, uid):
            raise UserError("backup.customer_erased", name=customer.name)
        _check_number(session, customer, present, take)
        changes.describe(session, BROUGHT_BACK, subject=("customer", uid), backup=look.backup.name.text)
        bringing = _Bringing(session, then)
        try:
            if present is None:
                id = bringing.add_customer(customer)
            else:
                id = present.id
                bringing.set_fields(customer, present, take)
            touched = bringing.add_beside(customer.id, id)
            upkeep.touched(session, [id, *sorted(touched - {id})])
        except IntegrityError as error:
            raise UserError("backup.customer_collides", name=customer.name) from error
    try:
        problems = bring_documents(look.folder, look.backup, bringing.documents)
    except OSError as error:
        raise faults.file_error(error, look.folder.attachments) from error
    return BroughtBack(id, tuple(problems))


# --- what stood there -------------------------------------------------------------------------------


def _beside(then: Session, customer_id: int) -> Iterator[Beside]:
    left_out = {one.__tablename__ for one in _NOT_THEIRS}  # type: ignore[attr-defined]
    return (one for one in rows_beside(then, customer_id) if one.table.name not in left_out)


def _is_there(session: Session, table: Table, uid: str) -> bool:
    return session.scalar(select(table.c.id).where(table.c.uid == uid)) is not None


def _is_erased(session: Session, uid: str) -> bool:
    erased = select(ChangeRecord.erased_by).where(
        ChangeRecord.row_uid == uid, ChangeRecord.erased_by.is_not(None)
    )
    return session.scalar(erased.limit(1)) is not None


def _asked_to_be(session: Session, uid: str) -> bool:
    """Whether somebody was deleted at their own request, even if something under their number is kept."""
    asked = select(ChangeSet.number).where(ChangeSet.subject_uid == uid, ChangeSet.kind == ERASED)
    return session.scalar(asked.limit(1)) is not None


def _columns(customer: Customer, field: Field, session: Session) -> tuple[Any, ...]:
    """The values of a field, comparable between two databases: what it points to by its uid."""
    table = codec.business_tables()[Customer.__tablename__]
    return tuple(
        _uid_of(session, table, name, getattr(customer, name)) if table.c[name].foreign_keys else value
        for name, value in ((name, getattr(customer, name)) for name in field.columns)
    )


def _uid_of(session: Session, table: Table, column: str, id: int | None) -> str | None:
    if id is None:
        return None
    (key,) = table.c[column].foreign_keys
    uid: str | None = session.scalar(select(key.column.table.c.uid).where(key.column == id))
    return uid


def _check_number(
    session: Session, customer: Customer, present: Customer | None, take: Collection[str]
) -> None:
    number = customer.number if present is None or "number" in take else present.number
    taken = select(Customer.id).where(
        Customer.number == number, Customer.deleted_at.is_(None), Customer.uid != customer.uid
    )
    if number is not None and session.scalar(taken) is not None:
        raise UserError("customer.number_taken", number=number)


# --- bringing it back -------------------------------------------------------------------------------


class _Bringing:
    """Writes rows of then into the database of now, where the same rows may have other ids."""

    def __init__(self, session: Session, then: Session) -> None:
        self._session, self._then = session, then
        self.documents: dict[str, str] = {}  # that were added: the digest of each sealed file, by its uid

    def add_customer(self, customer: Customer) -> int:
        table = codec.business_tables()[Customer.__tablename__]
        values = self._values(table, customer)
        assert values is not None, "a customer points to nobody without whom they cannot be"
        bulk.insert(self._session, Customer, [values | {"deleted_at": None}])
        return self._id(table, customer.uid)

    def set_fields(self, customer: Customer, present: Customer, take: Collection[str]) -> None:
        table = codec.business_tables()[Customer.__tablename__]
        wanted: dict[str, Any] = {"deleted_at": None}
        for field in FIELDS:
            if field.name not in take:
                continue
            for name in field.columns:
                value = getattr(customer, name)
                # Somebody or something that is gone for good stays out of the field.
                wanted[name] = self._pointed_to(table, name, value) if table.c[name].foreign_keys else value
            if field.name == "name":
                wanted["name_key"] = customer.name_key
        bulk.update(self._session, Customer, [{"id": present.id, **wanted}], list(wanted))

    def add_beside(self, then_id: int, now_id: int) -> set[int]:
        """Add the rows that are not there any more; ids of the customers they concern."""
        touched = {now_id}
        for table, column, row in list(_beside(self._then, then_id)):
            if _is_there(self._session, table, row.uid):
                continue
            values = self._values(table, row)
            if values is None:
                continue
            model: type[Any] = codec.model_of(str(table.name))
            if model is Relation:
                values = self._relation(values)
                touched |= {values["customer_id"], values["other_id"] or now_id}
            elif self._has_same(table, column, now_id, row):
                continue
            bulk.insert(self._session, model, [values])
            if model is Attachment:
                self.documents[row.uid] = row.digest
        return touched

    def _values(self, table: Table, row: Any) -> dict[str, Any] | None:
        """A row as it is to stand here; None if what it cannot be without is not here."""
        values: dict[str, Any] = {}
        for column in table.columns:
            value = getattr(row, column.name)
            if column.name == "id":
                continue
            if column.foreign_keys and value is not None:
                value = self._pointed_to(table, str(column.name), value)
                if value is None and not column.nullable:
                    return None
            values[str(column.name)] = value
        # Whoever still has the row open from before must meet a conflict, not the same version again.
        newest = select(func.max(ChangeRecord.row_version)).where(ChangeRecord.row_uid == row.uid)
        values["version"] = max(self._session.scalar(newest) or 0, row.version) + 1
        return values

    def _pointed_to(self, table: Table, column: str, id: int | None) -> int | None:
        """The id here of what a column pointed to there; None if it is not here."""
        uid = _uid_of(self._then, table, column, id)
        (key,) = table.c[column].foreign_keys
        target = key.column.table
        found: int | None = self._session.scalar(select(target.c.id).where(target.c.uid == uid))
        return found

    def _id(self, table: Table, uid: str) -> int:
        return int(self._session.execute(select(table.c.id).where(table.c.uid == uid)).scalar_one())

    def _relation(self, values: dict[str, Any]) -> dict[str, Any]:
        """Which of the two ids is lower may be another than then."""
        if values["other_id"] is None:
            return values
        ends = relations.canonical(values["customer_id"], values["kind"], values["other_id"])
        return values | dict(zip(("customer_id", "kind", "other_id"), ends, strict=True))

    def _has_same(self, table: Table, column: str, now_id: int, row: Any) -> bool:
        """Whether the customer has the same phone, tag, holding … in another row by now."""
        model: type[Any] = codec.model_of(str(table.name))
        own = self._session.scalars(select(model).where(table.c[column] == now_id))
        known = {key for one in own for key in same_keys(table, model, table.c[column], one)}
        return bool(known & set(same_keys(table, model, table.c[column], row)))
