"""Keeping the index of customers true, and asking it.

`customer_search` is an FTS5 table without content: of a customer's values it holds only the terms, its
rowid is the customer's id. A customer in the recycle bin is not in it. What a customer no longer has is
left out of every answer at once, and leaves the file when its part of the index is next merged: where
contents are erased, in the same transaction.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    AumFigure,
    Change,
    Customer,
    CustomerFact,
    CustomerPhone,
    CustomerTag,
    IdentityDocument,
    Organisation,
    Relation,
    Tag,
    Tier,
)
from rmdesk.services import roles
from rmdesk.services.actor import acting
from rmdesk.services.changes.record import Recorder
from rmdesk.services.inserting import insert_values
from rmdesk.services.roles import Limit, Permission, Reach
from rmdesk.services.search import document as terms
from rmdesk.services.search.document import Entry, document
from rmdesk.services.search.question import Question, ask

LIMIT = 100

_T = TypeVar("_T")

_CHUNK = 1000  # customers, or rows of other tables, in one statement
# From so many matches on, the customers of each band of assets are asked for by themselves: looking at the
# assets of all of them is what would take the time.
_DENSE = 1000
_FEW = 500  # customers whose entries are made anew without asking whether they differ
_VERY_MANY = 20_000  # customers entered at once, after which the parts of the index are worth merging

_INSERT = "INSERT INTO customer_search (rowid, words) VALUES (?, ?)"
_DELETE = "DELETE FROM customer_search WHERE rowid = ?"
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM customer_search WHERE customer_search MATCH ? LIMIT ?)"
# The join follows the order of the index: one look at a narrow row for each customer that is found.
_RANKED = (
    "SELECT found.rowid FROM customer_search AS found LEFT JOIN customer_fact AS fact"
    " ON fact.customer_id = found.rowid WHERE found.customer_search MATCH ?"
    " ORDER BY fact.aum_fen DESC, found.rowid LIMIT ?"
)

# Which fields of which rows are in the index.
_WATCHED: dict[str, frozenset[str]] = {
    "customer": frozenset(
        {"name", "number", "employer_id", "tier_id", "owner_id", "stand_in_id", "deleted_at"}
    ),
    "customer_phone": frozenset({"customer_id", "number"}),
    "identity_document": frozenset({"customer_id", "number"}),
    "customer_tag": frozenset({"customer_id", "tag_id"}),
    "relation": frozenset({"customer_id", "organisation_id"}),
    "aum_figure": frozenset({"customer_id", "amount_fen", "as_of", "basis"}),
    "tag": frozenset({"name"}),
    "tier": frozenset({"name", "basis"}),
    "organisation": frozenset({"name", "deleted_at"}),
}


# --- asking ----------------------------------------------------------------------------------------


def find(
    session: Session, text: str, *, limit: int | None = LIMIT, accepting: tuple[Limit, ...] = ()
) -> list[int]:
    """Ids of the customers that `text` finds, of those whom whoever acts may see; the `limit` best ones.

    A whole name or number first, then names that begin with a word, hold it, whose surname is read exactly
    so, that sound so, have such initials, numbers that end so, then all others; within each the largest
    assets first. All words must be found.
    With `Limit.CARD` among `accepting`, and no wider right, only names and phones are looked at. No text is
    wrong: one without words finds nothing. Raises NotAllowed.
    """
    question, seen = _asked(session, text, accepting)
    if question is None:
        return []
    cursor = cursor_of(session)
    total = how_many(cursor, both(question.every, seen), None if limit is None else _DENSE)
    return best(cursor, question, seen, limit, total)


def find_first(session: Session, text: str) -> tuple[list[int], int]:
    """The best that `find` would find, and how many there are: all where they are few, else LIMIT of them."""
    question, seen = _asked(session, text, ())
    if question is None:
        return [], 0
    cursor = cursor_of(session)
    total = how_many(cursor, both(question.every, seen), None)
    return best(cursor, question, seen, None if total < _DENSE else LIMIT, total), total


def best(cursor: Any, question: Question, seen: str, limit: int | None, total: int) -> list[int]:
    """The `limit` best of `total` customers; with a limit they need be counted no further than `_DENSE`."""
    is_all = limit is None or total < _DENSE
    # Where all are known and found, the worse classes need not be asked.
    enough = total if limit is None else min(limit, total) if is_all else limit
    found: dict[int, None] = {}
    for expression in question.classes:
        for asked in _parts(cursor, both(expression, seen), is_all):
            if len(found) >= enough:
                return list(islice(found, limit))
            rows = cursor.execute(_RANKED, (asked, -1 if limit is None else limit))
            found.update(dict.fromkeys(one for (one,) in rows))
    return list(islice(found, limit))


def how_many(cursor: Any, expression: str, most: int | None) -> int:
    """How many customers satisfy it; no more than `most` are counted."""
    (found,) = cursor.execute(_COUNT, (expression, -1 if most is None else most)).fetchone()
    return int(found)


def _parts(cursor: Any, expression: str, is_small: bool) -> Iterator[str]:
    """The expression itself; where very many satisfy it, one for each band of assets, the largest first."""
    there = 0 if is_small else how_many(cursor, expression, _DENSE)
    if there == _DENSE:
        yield from (both(expression, f'"{band}"') for band in terms.BANDS)
    elif is_small or there:
        yield expression


def count(session: Session, text: str, *, accepting: tuple[Limit, ...] = ()) -> int:
    """How many customers `find` would find without a limit."""
    question, seen = _asked(session, text, accepting)
    if question is None:
        return 0
    return how_many(cursor_of(session), both(question.every, seen), None)


def matching(
    session: Session, text: str, *, accepting: tuple[Limit, ...] = ()
) -> sa.TextualSelect | sa.Select[int]:
    """A query of the ids that `find` would find without a limit, to be part of another query."""
    question, seen = _asked(session, text, accepting)
    if question is None:
        return select(Customer.id).where(sa.false())
    found = sa.text("SELECT rowid FROM customer_search WHERE customer_search MATCH :asked")
    found = found.bindparams(asked=both(question.every, seen))
    return found.columns(sa.column("rowid", sa.Integer))


def called(text: str) -> sa.TextualSelect | sa.Select[int]:
    """The same of everybody, by name and phone alone: for a list whose people were chosen otherwise and are
    named masked, such as the one at a door.
    """
    question = ask(text, card=True)
    if question is None:
        return select(Customer.id).where(sa.false())
    found = sa.text("SELECT rowid FROM customer_search WHERE customer_search MATCH :called")
    return found.bindparams(called=question.every).columns(sa.column("rowid", sa.Integer))


def _asked(session: Session, text: str, accepting: tuple[Limit, ...]) -> tuple[Question | None, str]:
    """The question, and the expression for the customers within reach ("" if all are)."""
    actor = acting(session)
    scope = roles.require(session, Permission.SEE_CUSTOMERS, accepting=accepting)
    reach = scope.reach(*accepting)
    is_card = reach > scope.reach(*(one for one in accepting if one != Limit.CARD))
    own, covered = f'"{terms.OWNER}{actor.staff_id}"', f'"{terms.STAND_IN}{actor.staff_id}"'
    seen = {Reach.ALL: "", Reach.COVERED: f"({own} OR {covered})"}.get(reach, own)
    return ask(text, card=is_card), seen


def both(*expressions: str) -> str:
    return " AND ".join(one for one in expressions if one)


def cursor_of(session: Session) -> Any:
    """The driver's own: a question is a dozen small statements, each quicker than SQLAlchemy's wrapping."""
    return session.connection().connection.cursor()


# --- keeping ---------------------------------------------------------------------------------------


def touch(session: Session, customer_ids: Iterable[int]) -> None:
    """Bring the index up to date for these customers, whatever became of them."""
    session.flush()
    connection = session.connection()
    for chunk in _chunks(customer_ids):
        connection.exec_driver_sql(_DELETE, [(one,) for one in chunk])
        _insert(connection, _reading(by_range=False), {"ids": chunk})


def enter(session: Session, entries: Iterable[tuple[int, Entry, str | None]]) -> None:
    """Enter customers who are new, by id, with their own terms if those are known (`own_terms`).

    For those who insert many at once: their rows need not be followed then (`bulk.insert`).
    """
    made = [(one, document(entry, own)) for one, entry, own in entries]
    if made:
        insert_values(session.connection(), _INSERT, made)


def merge(session: Session) -> None:
    """Put the parts of the index together, after very many customers were entered."""
    _tell(session.connection(), "optimize")


def rebuild(session: Session, progress: Callable[[int, int], None] | None = None) -> None:
    """Make the index anew from the customers there are; `progress` gets how many of how many are done."""
    session.flush()
    connection = session.connection()
    _tell(connection, "delete-all")
    total = connection.scalar(select(sa.func.max(Customer.id))) or 0
    for start in range(0, total, _CHUNK):
        _insert(connection, _reading(by_range=True), {"first": start + 1, "last": start + _CHUNK})
        if progress is not None:
            progress(min(start + _CHUNK, total), total)
    _tell(connection, "optimize")


class Follower:
    """Brings the index up to date with what one transaction changes; the store has one for each.

    Whatever changes rows is seen: use cases, statements over many rows, undo.
    """

    def __init__(self) -> None:
        self._touched: set[int] = set()
        self._valued: set[int] = set()  # whose assets may have changed, and with them the band

    def gather(self, connection: Connection, recorder: Recorder) -> None:
        """Take note of the customers whose entries the changes collected so far make untrue."""
        uids: dict[str, list[str]] = {}
        for row in recorder.touched(_WATCHED.keys()):
            if row.change is Change.UPDATED and not _WATCHED[row.table] & row.former.keys():
                continue
            if row.change is not Change.DELETED:
                uids.setdefault(row.table, []).append(row.uid)
            key = "id" if row.table == "customer" else "customer_id"
            if key in row.former:
                self._set_of(row.table).add(row.former[key])
        for table, some in uids.items():
            for chunk in _chunks(some):
                self._set_of(table).update(connection.scalars(_customers_of(table, chunk)))

    def finish(self, session: Session, recorder: Recorder) -> None:
        """Bring their entries up to date; what is erased leaves the index at once."""
        valued = self._valued - self._touched
        if valued:
            session.flush()
            few = len(valued) <= _FEW
            self._touched |= valued if few else _in_another_band(session.connection(), valued)
        if self._touched:
            touch(session, sorted(self._touched))
        if (self._touched and recorder.erases) or len(self._touched) >= _VERY_MANY:
            _tell(session.connection(), "optimize")

    def _set_of(self, table: str) -> set[int]:
        return self._valued if table == "aum_figure" else self._touched


def _in_another_band(connection: Connection, ids: set[int]) -> set[int]:
    """Which of these customers are entered in a band that is no longer theirs."""
    wanted: dict[int, str] = {}
    for chunk in _chunks(sorted(ids)):
        facts = select(CustomerFact.customer_id, CustomerFact.aum_fen)
        rows = connection.execute(facts.where(CustomerFact.customer_id.in_(chunk)))
        wanted |= {one: terms.band(aum_fen) for one, aum_fen in rows}
    for band in terms.BANDS:
        entered = "SELECT rowid FROM customer_search WHERE customer_search MATCH ?"
        for one in connection.exec_driver_sql(entered, (f'"{band}"',)).scalars():
            if wanted.get(one) == band:
                del wanted[one]
    return set(wanted)


def _customers_of(table: str, uids: Sequence[str]) -> sa.Select[int]:
    """The customers whose entries hold something of these rows."""
    match table:
        case "customer":
            return select(Customer.id).where(Customer.uid.in_(uids))
        case "customer_phone":
            return select(CustomerPhone.customer_id).where(CustomerPhone.uid.in_(uids))
        case "identity_document":
            return select(IdentityDocument.customer_id).where(IdentityDocument.uid.in_(uids))
        case "customer_tag":
            return select(CustomerTag.customer_id).where(CustomerTag.uid.in_(uids))
        case "aum_figure":
            return select(AumFigure.customer_id).where(AumFigure.uid.in_(uids))
        case "relation":
            return select(Relation.customer_id).where(Relation.uid.in_(uids))
        case "tag":
            return select(CustomerTag.customer_id).join(Tag).where(Tag.uid.in_(uids))
        case "tier":
            return select(Customer.id).join(Tier).where(Tier.uid.in_(uids))
        case _:
            linked = select(Relation.customer_id).join(Organisation).where(Organisation.uid.in_(uids))
            employed = select(Customer.id).join(Organisation).where(Organisation.uid.in_(uids))
            return select(linked.union(employed).subquery().c[0])


def _insert(connection: Connection, reading: Reading, which: dict[str, Any]) -> None:
    entries = _entries(connection, reading, which)
    if entries:
        insert_values(connection, _INSERT, [(one, document(entry)) for one, entry in entries.items()])


class Reading(NamedTuple):
    """The statements that give what is to be known of some customers, those in the bin left out."""

    customers: sa.Select[*tuple[Any, ...]]
    phones: sa.Select[*tuple[Any, ...]]
    documents: sa.Select[*tuple[Any, ...]]
    tags: sa.Select[*tuple[Any, ...]]
    organisations: sa.Select[*tuple[Any, ...]]


@functools.cache  # putting them together takes longer than running them for one customer
def _reading(*, by_range: bool) -> Reading:
    """For the customers whose ids are between `first` and `last`, or among `ids`."""
    some = (
        Customer.id.between(sa.bindparam("first"), sa.bindparam("last"))
        if by_range
        else Customer.id.in_(sa.bindparam("ids", expanding=True))
    )
    there = sa.and_(some, Customer.deleted_at.is_(None))
    listed = (
        select(
            Customer.id,
            Customer.name,
            Customer.number,
            Customer.owner_id,
            Customer.stand_in_id,
            CustomerFact.aum_fen,
            Organisation.name,
            Tier.name,
        )
        .outerjoin(CustomerFact, CustomerFact.customer_id == Customer.id)
        .outerjoin(Organisation, sa.and_(Organisation.id == Customer.employer_id, _is_kept()))
        .outerjoin(Tier, Tier.id == Customer.tier_id)
        .where(there)
    )
    linked = sa.and_(Organisation.id == Relation.organisation_id, _is_kept())
    return Reading(
        listed,
        select(CustomerPhone.customer_id, CustomerPhone.number).join(Customer).where(there),
        select(IdentityDocument.customer_id, IdentityDocument.number).join(Customer).where(there),
        select(CustomerTag.customer_id, Tag.name).join(Tag).join(Customer).where(there),
        select(Relation.customer_id, Organisation.name)
        .join(Organisation, linked)
        .join(Customer, Customer.id == Relation.customer_id)
        .where(there),
    )


def _entries(connection: Connection, reading: Reading, which: dict[str, Any]) -> dict[int, Entry]:
    """What the index is to know of these customers."""
    entries: dict[int, Entry] = {}
    for one, name, number, owner, stand_in, aum_fen, employer, tier in connection.execute(
        reading.customers, which
    ):
        entry = entries[one] = Entry(name, number, owner, stand_in, aum_fen)
        if employer is not None:
            entry.organisations = (employer,)
        if tier is not None:
            entry.labels = (tier,)
    for one, number in connection.execute(reading.phones, which):
        entries[one].phones += (number,)
    for one, number in connection.execute(reading.documents, which):
        entries[one].documents += (number,)
    for one, name in connection.execute(reading.tags, which):
        entries[one].labels += (name,)
    for one, name in connection.execute(reading.organisations, which):
        if name not in entries[one].organisations:
            entries[one].organisations += (name,)
    return entries


def _is_kept() -> sa.ColumnElement[bool]:
    return Organisation.deleted_at.is_(None)


def _tell(connection: Connection, command: str) -> None:
    connection.exec_driver_sql("INSERT INTO customer_search (customer_search) VALUES (?)", (command,))


def _chunks(items: Iterable[_T]) -> Iterator[list[_T]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk
