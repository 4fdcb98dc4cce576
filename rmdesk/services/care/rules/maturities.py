"""What customers hold, here and elsewhere, and what falls due on it: maturities, repayments, premiums."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, FromClause, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import KeyedColumnElement

from rmdesk.models import Holding, ProductKind
from rmdesk.services import settings
from rmdesk.services.care.options import Chosen, leads
from rmdesk.services.care.rules.dated import Dated, Mark, Parts
from rmdesk.services.care.rules.rule import Question
from rmdesk.services.care.touchpoint import Kind, Touchpoint
from rmdesk.services.queries import Query, given, listed

_HELD = Holding.__table__.c
_DEBTS = (ProductKind.LOAN.value, ProductKind.CREDIT_CARD.value)
_AMOUNT = _HELD.amount_fen * _HELD["count"]
_SOLD = Query(
    select(
        Holding.uid, Holding.matures_on, Holding.premium_due_on, Holding.kind, Holding.product, Holding.bank
    ).where(Holding.uid.in_(listed("uids")))
)


class Falling(Dated):
    """Something of a holding falls due on a day, and is worth telling so many days ahead of it.

    The reminder of each lead is a touchpoint of its own, due on the day of the reminder; on the day
    itself there is always one. Nothing is late while what it reminds of lies ahead.
    """

    kind = Kind.MATURITY
    lapses_after = 30
    shift = -1
    supersedes = True
    counted_alone = True

    def falls_on(self) -> KeyedColumnElement[date]:
        """The column that says when."""
        return _HELD.matures_on

    def which(self) -> list[ColumnElement[bool]]:
        """The condition on the holdings that this rule is about."""
        raise NotImplementedError

    def late_after(self, mark: Mark, stands_on: date) -> date:
        return max(date.fromisoformat(mark[0]), stands_on)

    def parts(self, fact: FromClause) -> Parts:
        column, known = self.falls_on(), fact.c.known_since
        return Parts(
            Holding.__table__.join(fact, fact.c.customer_id == _HELD.customer_id),
            _HELD.uid,
            (column,),
            column.between(given("since"), given("last")),
            (column,),
            (_HELD.closed_on.is_(None), *self.which()),
            alone=_HELD.customer_id,
            amount=_AMOUNT,
            starts=known,
            starts_late=known > given("since"),
        )

    def span(self, question: Question) -> dict[str, Any]:
        return {"last": (question.asked.last + timedelta(days=self._ahead(question)[-1])).isoformat()}

    def due_days(self, question: Question) -> Callable[[Mark], Collection[date]]:
        first, last, ahead = question.asked.first, question.asked.last, self._ahead(question)

        def days(mark: Mark) -> list[date]:
            falls_on = date.fromisoformat(mark[0])
            due = (falls_on - timedelta(days=lead) for lead in ahead)
            return [one for one in due if first <= one <= last]

        return days

    def values(self, question: Question, mark: Mark) -> tuple[date]:
        return (date.fromisoformat(mark[0]),)

    def _ahead(self, question: Question) -> list[int]:
        return sorted({*question.chosen["lead_days"], 0})

    def fill(self, session: Session, touchpoints: list[Touchpoint], chosen: Chosen) -> list[Touchpoint]:
        uids = json.dumps(sorted({one.key.subject for one in touchpoints}))
        rows = {row.uid: row for row in _SOLD.read(session, uids=uids)}
        successors: dict[str, str] = settings.get(session, "care.successors")
        filled = []
        for one in touchpoints:
            if (row := rows.get(one.key.subject)) is not None:
                falls_on = getattr(row, self.falls_on().key)
                filled.append(
                    replace(
                        one, values=(falls_on, row.kind, row.product, row.bank, successors.get(row.kind, ""))
                    )
                )
        return filled


class OwnMaturity(Falling):
    """A product of ours matures: offer a successor before the money leaves."""

    id = "own_maturity"
    options = (leads("lead_days", 30, 7, 1),)

    def which(self) -> list[ColumnElement[bool]]:
        return [_HELD.bank == "", _HELD.kind.not_in(_DEBTS)]


class OtherMaturity(Falling):
    """A product at another bank matures: the money may come here."""

    id = "other_maturity"
    options = (leads("lead_days", 7),)

    def which(self) -> list[ColumnElement[bool]]:
        return [_HELD.bank != "", _HELD.kind.not_in(_DEBTS)]


class LoanMaturity(Falling):
    """A loan falls due."""

    id = "loan_maturity"
    options = (leads("lead_days", 30, 7),)

    def which(self) -> list[ColumnElement[bool]]:
        return [_HELD.kind.in_(_DEBTS)]


class PremiumDue(Falling):
    """A premium of an insurance is to be paid."""

    id = "premium"
    options = (leads("lead_days", 7),)

    def falls_on(self) -> KeyedColumnElement[date]:
        return _HELD.premium_due_on

    def which(self) -> list[ColumnElement[bool]]:
        return []
