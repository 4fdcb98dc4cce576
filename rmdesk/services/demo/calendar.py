"""What an invented branch did about its care calendar lately, and what it tells its customers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    ActState,
    CadenceStep,
    Channel,
    ContactKind,
    Customer,
    CustomerFact,
    Holding,
    Interaction,
    Notice,
    NoticeRecipient,
    ProductKind,
    Strategy,
    Tier,
    TouchpointAct,
)
from rmdesk.services import acted_holdings, bulk, care, facts
from rmdesk.services.demo import contacts

_LATELY = 4  # days whose birthdays were dealt with
_REMINDED = 30  # days around today whose maturities were spoken about
_OPEN = 4  # one of so many was not
_LEFT = 7  # one of so many whose contact is overdue is still waited for
_TITLE = "基金定投费率优惠延长"
_CONTENT = "您好，我行基金定投申购费率优惠延长至下季度末，已签约客户自动享受，无需另行办理。"
_SOURCE = "总行产品通知"


def invent(session: Session, today: date, *, caught_up: bool = True) -> None:
    """Birthdays of the last days were called on, some put off; one notice, for half of whom it concerns told.

    Needs the facts of the customers. `caught_up`: managers kept up with most of those whose regular contact
    would be overdue, as they do in life; the same customers give the same contacts.
    """
    if caught_up:
        _catch_up(session, today)
        _maturities(session, today)
    _birthdays(session, today)
    _notice(session, today)


def _catch_up(session: Session, today: date) -> None:
    """Meet or call most of those whose meeting or call was due; the few left over are late by some days."""
    lowest = session.scalar(select(Tier.id).order_by(Tier.rank).limit(1))
    days: dict[tuple[Any, ...], int] = {
        (tier_id, strategy, contact): interval
        for tier_id, strategy, contact, interval in session.execute(
            select(CadenceStep.tier_id, CadenceStep.strategy, CadenceStep.contact, CadenceStep.days)
        )
    }
    due_columns: tuple[tuple[Any, ContactKind], ...] = (
        (CustomerFact.leaders_due_on, ContactKind.LEADERS_VISIT),
        (CustomerFact.meeting_due_on, ContactKind.MEETING),
        (CustomerFact.call_due_on, ContactKind.CALL),
    )
    for column, kind in due_columns:
        late = (
            select(CustomerFact.customer_id, CustomerFact.owner_id, Customer.tier_id, Customer.strategy)
            .join(Customer, Customer.id == CustomerFact.customer_id)
            .where(column < today, CustomerFact.owner_id.is_not(None))
            .order_by(CustomerFact.customer_id)
        )
        rows = []
        for place, (customer, owner, tier_id, strategy) in enumerate(session.execute(late)):
            interval = days[tier_id or lowest, strategy or Strategy.PASSIVE.value, kind.value]
            ago = interval + 1 + place % 9 if place % _LEFT == 0 else 1 + place * 5 % min(interval, 12)
            contact = contacts.caught_up(customer, today - timedelta(days=ago), kind)
            rows.append(contact | {"customer_id": customer, "staff_id": owner})
        bulk.insert(session, Interaction, rows)
        facts.refresh_contacts(session)


def _maturities(session: Session, today: date) -> None:
    """Most of what matures soon was spoken about when the last reminder came."""
    chosen = care.load_options(session)
    falling = (
        select(Holding.uid, Holding.customer_id, Holding.bank, Holding.kind, Holding.matures_on)
        .join(CustomerFact, CustomerFact.customer_id == Holding.customer_id)
        .add_columns(CustomerFact.owner_id)
        .where(
            Holding.matures_on.between(today - timedelta(days=_REMINDED), today + timedelta(days=_REMINDED)),
            Holding.closed_on.is_(None),
            CustomerFact.owner_id.is_not(None),
        )
        .order_by(Holding.customer_id, Holding.id)
    )
    rows = []
    for place, (uid, customer, bank, kind, matures_on, owner) in enumerate(session.execute(falling)):
        is_debt = kind in (ProductKind.LOAN.value, ProductKind.CREDIT_CARD.value)
        rule = "loan_maturity" if is_debt else "other_maturity" if bank else "own_maturity"
        leads = {*chosen[rule]["lead_days"], 0}
        came = [day for lead in leads if (day := matures_on - timedelta(days=lead)) < today]
        if came and place % _OPEN:
            rows.append(
                {
                    "customer_id": customer,
                    "rule": rule,
                    "subject": uid,
                    "due_on": max(came),
                    "state": ActState.DONE.value,
                    "moved_to": None,
                    "staff_id": owner,
                    "acted_on": min(max(came) + timedelta(days=place % 3), today - timedelta(days=1)),
                }
            )
    bulk.insert(session, TouchpointAct, rows)
    acted_holdings.refresh(session.connection(), None)


def _birthdays(session: Session, today: date) -> None:
    days = {day.month * 100 + day.day: day for day in (today - timedelta(days=n) for n in range(1, _LATELY))}
    born = select(CustomerFact.customer_id, CustomerFact.owner_id, CustomerFact.birth_key).where(
        CustomerFact.birth_key.in_(days), CustomerFact.owner_id.is_not(None)
    )
    rows = []
    found = session.execute(born.order_by(CustomerFact.customer_id))
    for place, (customer, owner, key) in enumerate(found):
        day = days[key or 0]
        is_put_off = place % 5 == 4
        rows.append(
            {
                "customer_id": customer,
                "rule": "birthday",
                "subject": "",
                "due_on": day,
                "state": (ActState.POSTPONED if is_put_off else ActState.DONE).value,
                "moved_to": today if is_put_off else None,
                "staff_id": owner,
                "acted_on": day,
            }
        )
    bulk.insert(session, TouchpointAct, rows)


def _notice(session: Session, today: date) -> None:
    concerned = session.execute(
        select(CustomerFact.customer_id, CustomerFact.owner_id)
        .join(Holding, Holding.customer_id == CustomerFact.customer_id)
        .where(
            Holding.kind == ProductKind.FUND.value,
            Holding.bank == "",
            Holding.closed_on.is_(None),
            CustomerFact.owner_id.is_not(None),
        )
        .distinct()
        .order_by(CustomerFact.customer_id)
        .limit(60)
    ).all()
    if not concerned:
        return
    notice = {
        "title": _TITLE,
        "content": _CONTENT,
        "source": _SOURCE,
        "channel": Channel.WECHAT.value,
        "staff_id": concerned[0][1],
        "raised_on": today - timedelta(days=3),
        "due_on": today,
    }
    [uid] = bulk.insert(session, Notice, [notice])
    id_ = session.scalars(select(Notice.id).where(Notice.uid == uid)).one()
    bulk.insert(
        session,
        NoticeRecipient,
        [
            {
                "notice_id": id_,
                "customer_id": customer,
                "told_on": today - timedelta(days=1) if place % 2 else None,
                "told_by_id": owner if place % 2 else None,
            }
            for place, (customer, owner) in enumerate(concerned)
        ],
    )
