"""Risk assessments that run out: without a valid one, nothing may be sold that bears risk."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import CustomerFact, TouchpointAct
from rmdesk.services import driver_rows
from rmdesk.services.care.asked import FACT
from rmdesk.services.care.options import number
from rmdesk.services.care.rules.rule import Identity, Question, Rule, Tally
from rmdesk.services.care.touchpoint import Kind, Row

_LONG_PAST = 750  # days: who let it expire longer ago is no longer reminded


class AssessmentExpiring(Rule):
    """A customer's risk assessment expires.

    It is good for a year: 商业银行理财业务监督管理办法 (银保监会令 2018 年第 6 号), annex on sales.
    """

    id = "assessment"
    kind = Kind.ASSESSMENT
    options = (number("valid_days", 365, 30, 1100), number("lead_day", 14, 0, 180))
    lapses_after = None
    shift = 1
    counts_backlog = True

    def find(self, session: Session, question: Question) -> Iterator[Row]:
        span = timedelta(days=question.chosen["valid_days"] - question.chosen["lead_day"])
        asked = question.asked
        found = select(FACT.customer_id, FACT.risk_assessed_on, FACT.aum_fen, FACT.known_since).where(
            FACT.risk_assessed_on.between(asked.first - span, asked.last - span), *question.reached(session)
        )
        for customer_id, assessed_on, aum_fen, known in driver_rows.read(session, found):
            assessed = date.fromisoformat(assessed_on)
            due = assessed + span
            if known is None or known <= due.isoformat():
                expires = assessed + timedelta(days=question.chosen["valid_days"])
                yield Row(customer_id, "", due, aum_fen or 0, None, (assessed, expires))

    def backlog(
        self, session: Session, question: Question, last: date, acted: Collection[Identity], few: int
    ) -> Tally:
        wide = question.between(last - timedelta(days=_LONG_PAST), last)
        span = timedelta(days=question.chosen["valid_days"] - question.chosen["lead_day"])
        act = TouchpointAct.__table__.c
        touched = select(act.customer_id, act.due_on).where(act.rule == self.id)
        touched = touched.join(CustomerFact, FACT.customer_id == act.customer_id)
        touched = touched.where(FACT.risk_assessed_on.between(wide.asked.first - span, last - span))
        gone = {
            (customer_id, date.fromisoformat(due_on))
            for customer_id, due_on in driver_rows.read(session, touched)
        }
        rows = [row for row in self.find(session, wide) if (row.customer_id, row.due_on) not in gone]
        rows.sort(key=lambda row: -row.aum_fen)
        return Tally(len(rows), rows[:few])
