"""How long what is kept may be kept: what is due to go, and letting it go.

The branch sets the years of each kind (setting `retention.years`). 个人信息保护法, article 19: no longer
than its purpose needs; 反洗钱法 (in force since 2025), article 34: what identifies a customer at least ten
years from the end of the relationship, records of dealings at least ten years from the dealing. What people
refused outlives them (`refusals.py`). Nothing goes by itself: an administrator and a branch head see what is
due and agree.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Attachment,
    AumFigure,
    ChangeRecord,
    ChangeSet,
    Customer,
    Holding,
    Interaction,
    Refusal,
    Visit,
)
from rmdesk.models.customer import Stage
from rmdesk.services import bulk, changes, facts, masks, recycle_bin, roles, settings
from rmdesk.services.changes import codec, expiring
from rmdesk.services.errors import UserError
from rmdesk.services.progress import Progress
from rmdesk.services.recycle_bin import Consent
from rmdesk.services.roles import Permission

CUSTOMERS, INTERACTIONS, ATTACHMENTS, AUDIT = "customers", "interactions", "attachments", "audit"
REFUSALS = "refusals"
# In the order in which they go; the audit trail last, so that it tells of the others.
KINDS = (ATTACHMENTS, INTERACTIONS, CUSTOMERS, REFUSALS, AUDIT)
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Due:
    """What of a kind is older than it is kept: so many, from before this day; `oldest` is their first."""

    kind: str
    years: int
    before: date
    count: int
    oldest: date | None


@dataclass(frozen=True, slots=True)
class Ended:
    """A customer who is due to go: lost or in the recycle bin, and since when nothing was had with them."""

    id: int
    uid: str
    name: str  # masked
    number: str | None
    is_deleted: bool
    ended_on: date


def years_before(today: date, years: int) -> date:
    """The same day so many years ago; the 29th of February becomes the 28th."""
    try:
        return today.replace(year=today.year - years)
    except ValueError:
        return today.replace(year=today.year - years, day=28)


def find_due(session: Session, today: date) -> list[Due]:
    """Of each kind what is due. Raises NotAllowed unless whoever acts may let it go, be it with somebody."""
    roles.require(session, Permission.PURGE_DELETED)
    years = settings.get(session, settings.RETENTION)
    return [_COUNTING[kind](session, kind, years[kind], years_before(today, years[kind])) for kind in KINDS]


def list_customers(session: Session, before: date) -> list[Ended]:
    """The customers with whom nothing was had since before this day, those first who ended first.

    Lost ones, from when they were; deleted ones, from when they were; in any case not before the last
    contact, the last figure of their assets and the end of the last product.
    """
    roles.require(session, Permission.PURGE_DELETED)
    return sorted(
        (one for one in _ended(session) if one.ended_on < before), key=lambda one: (one.ended_on, one.id)
    )


def expire(
    session: Session, due: Collection[Due], consent: Consent | None = None, progress: Progress | None = None
) -> dict[str, int]:
    """Let go what of these kinds is due, but for the audit trail (`expire_audit`); how many of each went.

    The contents of their change records go too. Takes an administrator and a branch head, as deleting for
    good does. Raises NotAllowed, UserError `bin.second_person`, `retention.not_as_seen` if by now others are
    due.
    """
    recycle_bin.require_both(session, consent)
    wanted = [one for one in due if one.kind != AUDIT and one.count]
    ids = {one.kind: _FINDING[one.kind](session, one.before) for one in wanted}
    if any(len(ids[one.kind]) != one.count for one in wanted):
        raise UserError("retention.not_as_seen")
    counts = {kind: len(found) for kind, found in ids.items()}
    agreed = None if consent is None else consent.staff_uid
    before = [f"{one.kind}:{one.before.isoformat()}" for one in wanted]
    changes.describe(session, "retention.expired", before=before, consent=agreed)
    changes.add_detail(session, **counts)
    total, done = sum(counts.values()), 0
    for kind in KINDS:
        for start in range(0, len(ids.get(kind, ())), _CHUNK):
            some = ids[kind][start : start + _CHUNK]
            _REMOVING[kind](session, some)
            done += len(some)
            if progress is not None:
                progress(done, total)
    return counts


def expire_audit(
    session: Session, due: Due, consent: Consent | None = None, progress: Progress | None = None
) -> expiring.Expired | None:
    """Let the beginning of the audit trail go; what is left stays provable. In a transaction of its own.

    None if by now there is nothing to go. Raises as `expire`.
    """
    recycle_bin.require_both(session, consent)
    until = changes.find_boundary(session, _moment(due.before))
    if until is None:
        return None
    return expiring.expire(session, until, progress, consent=None if consent is None else consent.staff_uid)


# --- what is due -----------------------------------------------------------------------------------


def _count_ids(session: Session, kind: str, years: int, before: date) -> Due:
    day = {
        INTERACTIONS: Interaction.held_on,
        ATTACHMENTS: Attachment.added_on,
        REFUSALS: Refusal.kept_on,
    }[kind]
    count, oldest = session.execute(select(func.count(), func.min(day)).where(day < before)).one()
    return Due(kind, years, before, count, oldest)


def _count_customers(session: Session, kind: str, years: int, before: date) -> Due:
    found = list_customers(session, before)
    return Due(kind, years, before, len(found), found[0].ended_on if found else None)


def _count_audit(session: Session, kind: str, years: int, before: date) -> Due:
    until = changes.find_boundary(session, _moment(before))
    if until is None:
        return Due(kind, years, before, 0, None)
    oldest = session.scalar(select(func.min(ChangeSet.at)))
    count = expiring.count(session, until.number).sets
    return Due(kind, years, before, count, None if oldest is None else oldest.astimezone().date())


def _moment(day: date) -> datetime:
    """Where a day begins here."""
    return datetime.combine(day, time()).astimezone(UTC)


def _ended(session: Session) -> list[Ended]:
    gone = (Customer.stage == Stage.LOST.value) | Customer.deleted_at.is_not(None)
    people = session.scalars(select(Customer).where(gone)).all()
    ids = [one.id for one in people]
    last: dict[int, date] = {}
    for column, day in (
        (Interaction.customer_id, Interaction.held_on),
        (AumFigure.customer_id, AumFigure.as_of),
        (Holding.customer_id, Holding.matures_on),
    ):
        for start in range(0, len(ids), _CHUNK):
            newest = (
                select(column, func.max(day))
                .where(column.in_(ids[start : start + _CHUNK]), day.is_not(None))
                .group_by(column)
            )
            for customer, on in session.execute(newest):
                last[customer] = max(last.get(customer, date.min), on or date.min)
    since = _lost_since(session, [one.uid for one in people if one.deleted_at is None])
    beginning = session.scalar(select(func.min(ChangeSet.at)))
    assert beginning is not None  # somebody signed in
    return [
        Ended(
            one.id,
            one.uid,
            masks.masked("name", one.name),
            one.number,
            one.deleted_at is not None,
            max(
                last.get(one.id, date.min),
                # What the audit trail does not tell any more was before it begins.
                (one.deleted_at or since.get(one.uid) or beginning).astimezone().date(),
            ),
        )
        for one in people
    ]


def _lost_since(session: Session, uids: list[str]) -> dict[str, datetime]:
    """When each became lost: the newest change of the stage, else when the record was made."""
    found: dict[str, datetime] = {}
    for kind in ((ChangeRecord.change == "c"), (ChangeRecord.field == "stage")):  # the latter counts
        for start in range(0, len(uids), _CHUNK):
            newest = (
                select(ChangeRecord.row_uid, func.max(ChangeSet.at))
                .join(ChangeSet, ChangeSet.number == ChangeRecord.set_number)
                .where(ChangeRecord.row_uid.in_(uids[start : start + _CHUNK]), kind)
                .group_by(ChangeRecord.row_uid)
            )
            found.update(dict(session.execute(newest).all()))
    return found


# --- letting it go ---------------------------------------------------------------------------------


def _ids_before(column: Any, day: Any) -> Callable[[Session, date], list[int]]:
    def find(session: Session, before: date) -> list[int]:
        is_older: ColumnElement[bool] = day < before
        return list(session.scalars(select(column).where(is_older).order_by(column)))

    return find


def _customer_ids(session: Session, before: date) -> list[int]:
    return [one.id for one in list_customers(session, before)]


def _remove_attachments(session: Session, ids: list[int]) -> None:
    uids = list(session.scalars(select(Attachment.uid).where(Attachment.id.in_(ids))))
    bulk.delete(session, Attachment, ids)
    changes.erase(session, uids)


def _remove_interactions(session: Session, ids: list[int]) -> None:
    """What came of a contact stays, without it; a visit that it held goes with it."""
    uids = list(session.scalars(select(Interaction.uid).where(Interaction.id.in_(ids))))
    customers = set(session.scalars(select(Interaction.customer_id).where(Interaction.id.in_(ids))))
    visits = list(session.scalars(select(Visit.id).where(Visit.interaction_id.in_(ids))))
    uids += session.scalars(select(Visit.uid).where(Visit.id.in_(visits)))
    bulk.delete(session, Visit, visits)
    for table, columns in recycle_bin.pointing(codec.business_tables()[Interaction.__tablename__]):
        for column in columns:
            found = session.scalars(select(table.c.id).where(column.in_(ids))).all()
            rows = [{"id": one, str(column.name): None} for one in found]
            bulk.update(session, codec.model_of(str(table.name)), rows, [str(column.name)])
    bulk.delete(session, Interaction, ids)
    changes.erase(session, uids)
    facts.refresh_contacts(session, customers)


def _remove_refusals(session: Session, ids: list[int]) -> None:
    uids = list(session.scalars(select(Refusal.uid).where(Refusal.id.in_(ids))))
    bulk.delete(session, Refusal, ids)
    changes.erase(session, uids)


def _remove_customers(session: Session, ids: list[int]) -> None:
    recycle_bin.remove_for_good(session, session.scalars(select(Customer).where(Customer.id.in_(ids))).all())


_COUNTING: Mapping[str, Callable[[Session, str, int, date], Due]] = {
    ATTACHMENTS: _count_ids,
    INTERACTIONS: _count_ids,
    CUSTOMERS: _count_customers,
    REFUSALS: _count_ids,
    AUDIT: _count_audit,
}
_FINDING: Mapping[str, Callable[[Session, date], list[int]]] = {
    ATTACHMENTS: _ids_before(Attachment.id, Attachment.added_on),
    INTERACTIONS: _ids_before(Interaction.id, Interaction.held_on),
    CUSTOMERS: _customer_ids,
    REFUSALS: _ids_before(Refusal.id, Refusal.kept_on),
}
_REMOVING: Mapping[str, Callable[[Session, list[int]], None]] = {
    ATTACHMENTS: _remove_attachments,
    INTERACTIONS: _remove_interactions,
    CUSTOMERS: _remove_customers,
    REFUSALS: _remove_refusals,
}
