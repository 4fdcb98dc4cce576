"""Notices that are to be told: one touchpoint for all whom one concerns and nobody told yet."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import CustomerFact, Notice, NoticeRecipient, TouchpointAct
from rmdesk.services import driver_rows, notices
from rmdesk.services.care.asked import FACT, Shape
from rmdesk.services.care.rules.rule import Collective, Question
from rmdesk.services.care.touchpoint import Key, Kind, Row, Touchpoint
from rmdesk.services.care_options import Chosen
from rmdesk.services.driver_rows import Statement
from rmdesk.services.queries import given

_NOTICE = Notice.__table__.c
_TO = NoticeRecipient.__table__.c
_DUE = func.coalesce(_NOTICE.due_on, _NOTICE.raised_on)
_ANY = Statement(select(_NOTICE.id).where(_NOTICE.closed_on.is_(None)).limit(1))


@functools.cache
def _waiting(shape: Shape) -> Statement:
    """Notices that are due on some days, and how many of those asked about were not told yet."""
    fact = shape.facts()
    acts = select(TouchpointAct.id).where(
        TouchpointAct.customer_id == _TO.customer_id,
        TouchpointAct.rule == NoticeToTell.id,
        TouchpointAct.subject == _NOTICE.uid,
    )
    return Statement(
        select(_NOTICE.uid, _NOTICE.title, _DUE, func.count())
        .select_from(NoticeRecipient)
        .join(Notice, _NOTICE.id == _TO.notice_id)
        .join(fact, fact.c.customer_id == _TO.customer_id)
        .where(_TO.told_on.is_(None), _NOTICE.closed_on.is_(None), ~acts.exists())
        .where(_DUE.between(given("since"), given("until")), *shape.conditions(fact))
        .group_by(_NOTICE.id)
    )


class NoticeToTell(Collective):
    """A notice, due on its day or on the one it was raised on. It stays: what is late stands on the present
    day, until everybody was told or it is closed.
    """

    id = "notice"
    kind = Kind.NOTICE

    def find(self, session: Session, question: Question) -> Iterator[Row]:
        found = (
            select(_TO.customer_id, _NOTICE.uid, _DUE, FACT.aum_fen)
            .select_from(NoticeRecipient)
            .join(Notice, _NOTICE.id == _TO.notice_id)
            .join(CustomerFact, FACT.customer_id == _TO.customer_id)
            .where(_TO.told_on.is_(None), _NOTICE.closed_on.is_(None))
            .where(_DUE.between(question.asked.first, question.asked.last))
            .where(*question.reached(session))
        )
        for customer_id, uid, due_on, aum_fen in driver_rows.read(session, found):
            yield Row(customer_id, uid, date.fromisoformat(due_on), aum_fen or 0, None, ())

    def collective(
        self, session: Session, question: Question, acted: Collection[tuple[int, str, date]]
    ) -> list[Touchpoint]:
        if not _ANY.read(session):
            return []
        asked = question.asked
        earliest = date.min if asked.first <= asked.today <= asked.last else asked.first
        whose = question.whose(session)
        days = {"since": earliest.isoformat(), "until": asked.last.isoformat()}
        touchpoints = []
        for uid, title, due_on, count in _waiting(whose.shape).read(session, **whose.values, **days):
            due = date.fromisoformat(due_on)
            day = max(due, asked.today)
            if asked.first <= day <= asked.last:
                key = Key(self.id, None, uid, due)
                touchpoints.append(Touchpoint(key, self.kind, day, count=count, values=(title,)))
        return touchpoints

    def fill(self, session: Session, touchpoints: list[Touchpoint], chosen: Chosen) -> list[Touchpoint]:
        uids = {one.key.subject for one in touchpoints}
        found: Any = session.execute(
            select(_NOTICE.uid, _NOTICE.title, _NOTICE.content).where(_NOTICE.uid.in_(uids))
        )
        said = {uid: (title, content) for uid, title, content in found}
        return [one.told(said[one.key.subject]) for one in touchpoints if one.key.subject in said]

    def settle(self, session: Session, touchpoint: Touchpoint) -> None:
        notices.mark_told(
            session, touchpoint.key.subject, touchpoint.key.customer_id or 0, today=date.today()
        )
