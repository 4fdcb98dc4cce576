"""Notices: what is worth telling several customers, whom it concerns, and who was told, once each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Channel,
    ContactResult,
    Customer,
    Holding,
    Interaction,
    InteractionKind,
    Level,
    Notice,
    NoticeRecipient,
    ProductKind,
    Staff,
)
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST
from rmdesk.services import bulk, changes, days, facts, roles, rows, text, values
from rmdesk.services.actor import acting
from rmdesk.services.customers import access
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Permission

CHECKS: dict[str, values.Check] = {
    "title": partial(text.line, longest=LINE_LONGEST),
    "content": partial(text.paragraphs, longest=TEXT_LONGEST),
    "source": values.optional(partial(text.line, longest=LINE_LONGEST)),
    "channel": values.optional(partial(values.choice, choices=Channel)),
    "due_on": values.optional(days.check_date),
}
_CHUNK = 2000
_MESSAGES = (Channel.SMS.value, Channel.WECHAT.value, Channel.EMAIL.value)


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice as it is listed; `to_tell` and `told` count customers that whoever acts may see."""

    id: int
    uid: str
    version: int
    title: str
    content: str
    source: str | None
    channel: str | None
    raised_by: str
    raised_on: date
    due_on: date | None
    closed_on: date | None
    to_tell: int
    told: int
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Recipient:
    """A customer whom a notice concerns, by id; names of other managers' customers are masked."""

    customer_id: int
    uid: str
    name: str
    owner: str | None
    told_on: date | None
    told_by: str | None
    no_messages: bool


def add_notice(session: Session, given: Mapping[str, object], ids: Collection[int] = ()) -> Notice:
    """A notice for these customers; `given` holds at least `title` and `content`.

    Raises NotAllowed, UserError as the checks do, `customer.in_bin`, `row.gone`.
    """
    roles.require(session, Permission.WRITE_WORK, accepting=())
    checked = values.check_all(given, CHECKS, "notice", required=("title", "content"))
    row = Notice(staff_id=acting(session).staff_id, raised_on=date.today(), **checked)
    session.add(row)
    session.flush()
    added = _concern(session, row, ids)
    changes.describe(session, "notice.added", subject=row, customers=added)
    return row


def edit_notice(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change one's own notice; raises as adding does, and Conflict, `notice.closed`."""
    row = _load_mine(session, uid, version)
    for name, value in values.check_all(given, CHECKS, "notice").items():
        setattr(row, name, value)
    session.flush()
    changes.describe(session, "notice.edited", subject=row, fields=sorted(given))


def add_recipients(session: Session, uid: str, ids: Collection[int], *, version: int) -> int:
    """Let one's own notice concern more customers; returns how many it did not concern before.

    Raises NotAllowed, Conflict, UserError `notice.closed`, `customer.in_bin`, `row.gone`.
    """
    row = _load_mine(session, uid, version)
    changes.describe(session, "notice.concerned", subject=row)
    return _concern(session, row, ids)


def close_notice(session: Session, uid: str, *, version: int) -> None:
    """Nobody else is to be told; raises as `edit_notice`."""
    row = _load_mine(session, uid, version)
    row.closed_on = date.today()
    session.flush()
    changes.describe(session, "notice.closed", subject=row)


def holders(
    session: Session,
    *,
    kind: str | None = None,
    product: str = "",
    bank: str | None = None,
    first: date | None = None,
    last: date | None = None,
) -> list[int]:
    """Ids of the customers one may see who hold such a thing now: of this kind, with this in the name of
    the product, at this bank ("" for ours), maturing from `first` to `last`.

    Raises NotAllowed, UserError `value.not_a_choice`.
    """
    wanted: list[ColumnElement[bool]] = [Holding.closed_on.is_(None), access.visible(session)]
    if kind is not None:
        wanted.append(Holding.kind == values.choice(kind, "holding.kind", ProductKind))
    if product.strip():
        wanted.append(Holding.product.icontains(product.strip(), autoescape=True))
    if bank is not None:
        wanted.append(Holding.bank == bank.strip())
    if first is not None:
        wanted.append(Holding.matures_on >= first)
    if last is not None:
        wanted.append(Holding.matures_on <= last)
    found = select(Customer.id).join(Holding, Holding.customer_id == Customer.id).where(*wanted)
    return list(session.scalars(found.distinct().order_by(Customer.id)))


def tell(session: Session, uid: str, ids: Sequence[int], channel: str, *, today: date) -> int:
    """Say that these customers were told this way: a contact of each is recorded, as one change.

    Raises NotAllowed, UserError `notice.closed`, `notice.not_concerned`, `notice.told_already`,
    `notice.no_messages`, `row.gone`, `value.not_a_choice`.
    """
    roles.require(session, Permission.WRITE_WORK, accepting=())
    row = _open(rows.load(session, Notice, uid))
    way = values.choice(channel, "notice.channel", Channel)
    listed = access.check_all_visible(session, list(ids))
    concerned = _recipients(session, row, listed)
    if len(concerned) < len(listed):
        raise UserError("notice.not_concerned")
    if any(one.told_on is not None for one in concerned):
        raise UserError("notice.told_already")
    if way in _MESSAGES and _unwanted(session, listed):
        raise UserError("notice.no_messages")
    changes.describe(session, "notice.told", subject=row, customers=len(listed), channel=way)
    me = acting(session).staff_id
    result = ContactResult.SENT if way in (*_MESSAGES, Channel.LETTER.value) else ContactResult.REACHED
    uids = bulk.insert(
        session,
        Interaction,
        [
            {
                "customer_id": one.customer_id,
                "staff_id": me,
                "held_on": today,
                "channel": way,
                "level": Level.BUSINESS.value,
                "kind": InteractionKind.DAILY.value,
                "result": result.value,
                "purpose": row.title,
                "content": row.content,
                "source": row.source,
            }
            for one in concerned
        ],
    )
    contacts = _ids_of(session, uids)
    told = [
        {"id": one.id, "told_on": today, "told_by_id": me, "interaction_id": contacts[contact]}
        for one, contact in zip(concerned, uids, strict=True)
    ]
    bulk.update(session, NoticeRecipient, told, ["told_on", "told_by_id", "interaction_id"])
    facts.refresh_contacts(session, listed)
    return len(listed)


def mark_told(session: Session, uid: str, customer_id: int, *, today: date) -> None:
    """One customer was told, as completing a touchpoint says; raises as `tell`."""
    row = _open(rows.load(session, Notice, uid))
    concerned = _recipients(session, row, [customer_id])
    if not concerned:
        raise UserError("notice.not_concerned")
    if concerned[0].told_on is not None:
        raise UserError("notice.told_already")
    concerned[0].told_on, concerned[0].told_by_id = today, acting(session).staff_id
    session.flush()


def list_notices(session: Session, *, closed: bool = False) -> list[NoticeRow]:
    """The notices that one raised or that concern customers one may see, the newest first."""
    roles.require(session, Permission.READ_WORK, accepting=())
    me = acting(session).staff_id
    counted = (
        select(
            NoticeRecipient.notice_id.label("id"),
            func.count().filter(NoticeRecipient.told_on.is_(None)).label("to_tell"),
            func.count().filter(NoticeRecipient.told_on.is_not(None)).label("told"),
        )
        .join(Customer, Customer.id == NoticeRecipient.customer_id)
        .where(access.visible(session))
        .group_by(NoticeRecipient.notice_id)
        .subquery()
    )
    found = (
        select(Notice, Staff.name, counted.c.to_tell, counted.c.told)
        .join(Staff, Staff.id == Notice.staff_id)
        .outerjoin(counted, counted.c.id == Notice.id)
        .where(or_(Notice.staff_id == me, counted.c.id.is_not(None)))
        .order_by(Notice.raised_on.desc(), Notice.id.desc())
    )
    if not closed:
        found = found.where(Notice.closed_on.is_(None))
    return [
        NoticeRow(
            row.id,
            row.uid,
            row.version,
            row.title,
            row.content,
            row.source,
            row.channel,
            by,
            row.raised_on,
            row.due_on,
            row.closed_on,
            to_tell or 0,
            told or 0,
            row.staff_id == me,
        )
        for row, by, to_tell, told in session.execute(found)
    ]


def list_recipients(session: Session, uid: str) -> list[Recipient]:
    """Whom a notice concerns of those one may see, who is still to be told first. Raises `row.gone`."""
    roles.require(session, Permission.READ_WORK, accepting=())
    row = rows.load(session, Notice, uid)
    owner, teller = Staff.__table__.alias("owner"), Staff.__table__.alias("teller")
    found: Any = session.execute(
        select(Customer, NoticeRecipient.told_on, owner.c.name, teller.c.name)
        .join(NoticeRecipient, NoticeRecipient.customer_id == Customer.id)
        .outerjoin(owner, owner.c.id == Customer.owner_id)
        .outerjoin(teller, teller.c.id == NoticeRecipient.told_by_id)
        .where(NoticeRecipient.notice_id == row.id, access.visible(session))
        .order_by(NoticeRecipient.told_on.is_not(None), Customer.name_key, Customer.id)
    )
    return [
        Recipient(
            customer.id,
            customer.uid,
            access.listed_name(session, customer),
            owned_by,
            told_on,
            told_by,
            customer.no_messages,
        )
        for customer, told_on, owned_by, told_by in found
    ]


def _load_mine(session: Session, uid: str, version: int) -> Notice:
    roles.require(session, Permission.WRITE_WORK, accepting=())
    row = rows.load_seen(session, Notice, uid, version)
    if row.staff_id != acting(session).staff_id:
        raise NotAllowed("role.not_permitted", permission=Permission.WRITE_WORK.value)
    return _open(row)


def _open(row: Notice) -> Notice:
    if row.closed_on is not None:
        raise UserError("notice.closed")
    return row


def _concern(session: Session, row: Notice, ids: Collection[int]) -> int:
    listed = access.check_all_visible(session, list(ids))
    present = set(
        session.scalars(select(NoticeRecipient.customer_id).where(NoticeRecipient.notice_id == row.id))
    )
    fresh = [{"notice_id": row.id, "customer_id": one} for one in listed if one not in present]
    if fresh:
        bulk.insert(session, NoticeRecipient, fresh)
    return len(fresh)


def _recipients(session: Session, row: Notice, ids: Sequence[int]) -> list[NoticeRecipient]:
    found: list[NoticeRecipient] = []
    for start in range(0, len(ids), _CHUNK):
        some = NoticeRecipient.customer_id.in_(ids[start : start + _CHUNK])
        found += session.scalars(select(NoticeRecipient).where(NoticeRecipient.notice_id == row.id, some))
    return found


def _unwanted(session: Session, ids: Sequence[int]) -> bool:
    return any(
        session.scalar(
            select(Customer.id)
            .where(Customer.id.in_(ids[start : start + _CHUNK]), Customer.no_messages.is_(True))
            .limit(1)
        )
        for start in range(0, len(ids), _CHUNK)
    )


def _ids_of(session: Session, uids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(uids), _CHUNK):
        some = select(Interaction.uid, Interaction.id).where(
            Interaction.uid.in_(uids[start : start + _CHUNK])
        )
        found |= dict(session.execute(some).all())
    return found
