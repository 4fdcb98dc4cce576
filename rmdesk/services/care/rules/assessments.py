"""Risk assessments that run out: without a valid one, nothing may be sold that bears risk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, literal, null, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import CustomerFact, TouchpointAct
from rmdesk.services import driver_rows
from rmdesk.services.care.asked import FACT
from rmdesk.services.care.options import number
from rmdesk.services.care.rules import tallying
from rmdesk.services.care.rules.rule import Identity, Question, Rule, Tally
from rmdesk.services.care.touchpoint import Kind, Row
from rmdesk.services.store.sql import days_after

_LONG_PAST = 365  # days: who let it expire longer ago is no longer reminded


class AssessmentExpiring(Rule):
    """A customer's risk assessment expires.

    It is good for a year, as banks hold it; the bank's compliance office has the last word (`valid_days`).
    """

    id = "assessment"
    kind = Kind.ASSESSMENT
    options = (number("valid_days", 365, 30, 1100), number("lead_day", 14, 0, 180))
    lapses_after = None
    shift = 1
    counts_backlog = True

    def _read(self, session: Session, question: Question) -> list[tuple[Any, ...]]:
        """Whose assessment expires: as `tallying.Found`, and the day of the assessment."""
        asked, span = question.asked, _span(question)
        columns = (FACT.customer_id, literal(""), tallying.WORTH, null(), tallying.SINCE)
        found = select(*columns, FACT.risk_assessed_on).where(
            FACT.risk_assessed_on.between(asked.first - span, asked.last - span), *question.reached(session)
        )
        return driver_rows.read(session, found)

    def tally(
        self, session: Session, question: Question, acted: Collection[Identity], few: int
    ) -> dict[date, Tally]:
        assessed: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for row in self._read(session, question):
            assessed[row[-1]].append(row)
        groups = []
        for text, rows in assessed.items():
            day = date.fromisoformat(text)
            groups.append(([day + _span(question)], rows, _values(question, day)))
        return tallying.tally(groups, acted, few)

    def find(self, session: Session, question: Question) -> Iterator[Row]:
        for customer_id, _subject, aum_fen, _amount, known, text in self._read(session, question):
            assessed = date.fromisoformat(text)
            if known <= (assessed + _span(question)).isoformat():
                yield self._row(question, customer_id, assessed, aum_fen)

    def backlog(
        self, session: Session, question: Question, last: date, acted: Collection[Identity], few: int
    ) -> Tally:
        span = _span(question)
        assessed = FACT.risk_assessed_on.between(last - span - timedelta(days=_LONG_PAST), last - span)
        known = or_(
            FACT.known_since.is_(None),
            FACT.known_since <= days_after(FACT.risk_assessed_on, literal(span.days)),
        )
        late = [assessed, known, *question.reached(session)]
        act = TouchpointAct.__table__.c
        touched = (
            select(act.customer_id)
            .join(CustomerFact, FACT.customer_id == act.customer_id)
            .where(
                act.rule == self.id,
                act.due_on == days_after(FACT.risk_assessed_on, literal(span.days)),
                *late,
            )
        )
        gone = {customer_id for (customer_id,) in driver_rows.read(session, touched)}
        count = driver_rows.read(session, select(func.count()).where(*late))[0][0] - len(gone)
        if count <= 0:
            return Tally(0, [])
        best = select(FACT.customer_id, FACT.risk_assessed_on, FACT.aum_fen).where(*late)
        best = best.order_by(FACT.aum_fen.desc().nulls_last()).limit(few + len(gone))
        rows = [
            self._row(question, customer_id, date.fromisoformat(assessed_on), aum_fen)
            for customer_id, assessed_on, aum_fen in driver_rows.read(session, best)
            if customer_id not in gone
        ]
        return Tally(count, rows[:few])

    def _row(self, question: Question, customer_id: int, assessed: date, aum_fen: int | None) -> Row:
        due = assessed + _span(question)
        return Row(customer_id, "", due, aum_fen or 0, None, _values(question, assessed))


def _span(question: Question) -> timedelta:
    """From the assessment to the day on which it is time for the next."""
    return timedelta(days=question.chosen["valid_days"] - question.chosen["lead_day"])


def _values(question: Question, assessed: date) -> tuple[date, date]:
    return assessed, assessed + timedelta(days=question.chosen["valid_days"])
