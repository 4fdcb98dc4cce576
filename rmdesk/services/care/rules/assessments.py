"""Risk assessments that run out: without a valid one, nothing may be sold that bears risk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.services import driver_rows
from rmdesk.services.care.asked import FACT
from rmdesk.services.care.options import number
from rmdesk.services.care.rules.rule import Question, Rule
from rmdesk.services.care.touchpoint import Kind, Row


class AssessmentExpiring(Rule):
    """A customer's risk assessment expires.

    It is good for a year: 商业银行理财业务监督管理办法 (银保监会令 2018 年第 6 号), annex on sales.
    """

    id = "assessment"
    kind = Kind.ASSESSMENT
    options = (number("valid_days", 365, 30, 1100), number("lead_day", 14, 0, 180))
    lapses_after = None
    shift = 1

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
