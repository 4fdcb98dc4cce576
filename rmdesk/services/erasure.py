"""Deleting a customer at their own request, with what the law makes the bank keep.

个人信息保护法, article 47. What must be kept may stay under the customer's number alone, with nothing that
names or describes them: products held and figures of assets (反洗钱法, article 34). The branch decides
whether that is needed here, or whether the bank keeps it elsewhere. Either way the contents of the change
records go, and a certificate says what was done.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import AumFigure, Customer, Holding, Staff
from rmdesk.models.base import utc_now
from rmdesk.models.customer import Stage
from rmdesk.services import bulk, changes, names, recycle_bin, refusals, settings
from rmdesk.services.actor import acting
from rmdesk.services.changes import codec
from rmdesk.services.customers import access, upkeep
from rmdesk.services.customers.beside import rows_beside
from rmdesk.services.recycle_bin import Consent

ERASED = "customer.erased"
NAMELESS = "—"  # stands where the name stood
_KEPT = (Holding, AumFigure)
# What a number alone needs besides; that somebody did not want to be called stays true.
_STAYS = frozenset({"id", "uid", "version", "origin_id", "number", "owner_id", "tier_id", "known_since"})
_DESCRIBES = {Holding: ("account", "note")}


@dataclass(frozen=True, slots=True)
class Erased:
    """What was deleted and kept, in rows by table; `years` is how long what was kept stays at most.

    `number` is all that is told of the person; `agreed` is the second one, None where one has both roles.
    """

    uid: str
    number: str | None
    at: datetime
    by: str
    agreed: str | None
    deleted: tuple[tuple[str, int], ...]
    kept: tuple[tuple[str, int], ...]
    years: int
    refused: int = 0  # codes of numbers, by which what they refused is known (`refusals.py`)
    refusal_years: int = 0


def preview(session: Session, uid: str, *, keep: bool) -> Erased:
    """What `erase` would do. Raises NotAllowed, UserError `customer.unknown`."""
    customer = access.find(session, uid)
    counts = Counter(str(one.table.name) for one in rows_beside(session, customer.id))
    kept = {str(model.__tablename__) for model in _KEPT} if keep else set()
    return _told(session, customer, counts, kept, None)


def erase(session: Session, uid: str, *, version: int, keep: bool, consent: Consent | None = None) -> Erased:
    """Delete a customer at their request; with `keep` products and figures stay under the number alone.

    Takes an administrator and a branch head. Raises NotAllowed, Conflict, UserError `bin.second_person`,
    `customer.unknown`, `row.gone`.
    """
    recycle_bin.require_both(session, consent)
    customer = access.load_editable(session, uid, version)
    counts = Counter(str(one.table.name) for one in rows_beside(session, customer.id))
    kept = {str(model.__tablename__) for model in _KEPT} if keep else set()
    told = _told(session, customer, counts, kept, consent)
    changes.describe(
        session,
        ERASED,
        subject=("customer", uid),
        consent=None if consent is None else consent.staff_uid,
        rows=sum(count for _table, count in told.deleted),
        kept=sum(count for _table, count in told.kept),
    )
    if not keep:
        recycle_bin.remove_for_good(session, [customer])
        return told
    id = customer.id
    recycle_bin.remove_beside(session, customer, spare=kept)
    _make_nameless(session, id)
    for model, fields in _DESCRIBES.items():
        found = session.scalars(select(model.id).where(model.customer_id == id)).all()
        known = [name for name in fields if name in model.__table__.c]
        bulk.update(session, model, [{"id": one} | dict.fromkeys(known) for one in found], known)
    spared = [
        row_uid
        for model in _KEPT
        for row_uid in session.scalars(select(model.uid).where(model.customer_id == id))
    ]
    changes.erase(session, [uid, *spared])
    upkeep.touched(session, [id], revalued=False)
    return told


def _told(
    session: Session, customer: Customer, counts: Counter[str], kept: set[str], consent: Consent | None
) -> Erased:
    agreed, years = None, settings.get(session, settings.RETENTION)
    if consent is not None:
        agreed = session.scalar(select(Staff.name).where(Staff.uid == consent.staff_uid))
    return Erased(
        customer.uid,
        customer.number,
        utc_now(),
        acting(session).name,
        agreed,
        tuple(sorted((name, count) for name, count in counts.items() if name not in kept)),
        tuple(sorted((name, count) for name, count in counts.items() if name in kept)),
        years["customers"],
        refusals.count_of(session, customer.id),
        years["refusals"],
    )


def _make_nameless(session: Session, id: int) -> None:
    """Nothing stays in the row that names or describes the person; it lies in the recycle bin from now on."""
    table = codec.business_tables()[Customer.__tablename__]
    emptied = {
        str(column.name): None for column in table.columns if column.nullable and column.name not in _STAYS
    }
    row = emptied | {
        "id": id,
        "name": NAMELESS,
        "name_key": names.name_key(NAMELESS),
        "stage": Stage.LOST.value,
        "deleted_at": utc_now(),
    }
    bulk.update(session, Customer, [row], [name for name in row if name != "id"])
