"""What an invented branch did about its care calendar lately, and what it tells its customers."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    ActState,
    Channel,
    CustomerFact,
    Holding,
    Notice,
    NoticeRecipient,
    ProductKind,
    TouchpointAct,
)
from rmdesk.services import bulk

_LATELY = 4  # days whose birthdays were dealt with
_TITLE = "基金定投费率优惠延长"
_CONTENT = "您好，我行基金定投申购费率优惠延长至下季度末，已签约客户自动享受，无需另行办理。"
_SOURCE = "总行产品通知"


def invent(session: Session, today: date) -> None:
    """Birthdays of the last days were called on, some put off; one notice, for half of whom it concerns told.

    Needs the facts of the customers.
    """
    _birthdays(session, today)
    _notice(session, today)


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
