"""What customers hold, here and elsewhere, and what falls due on it: maturities, repayments, premiums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import KeyedColumnElement

from rmdesk.models import CustomerFact, Holding, ProductKind
from rmdesk.services import driver_rows, settings
from rmdesk.services.care.asked import FACT
from rmdesk.services.care.options import Chosen, leads
from rmdesk.services.care.rules.rule import Question, Rule
from rmdesk.services.care.touchpoint import Kind, Row, Touchpoint

_HELD = Holding.__table__.c
_DEBTS = (ProductKind.LOAN.value, ProductKind.CREDIT_CARD.value)
_CHUNK = 500


class Falling(Rule):
    """Something of a holding falls due on a day, and is worth telling so many days ahead of it.

    The reminder of each lead is a touchpoint of its own, due on the day of the reminder; on the day
    itself there is always one.
    """

    kind = Kind.MATURITY
    lapses_after = 30
    shift = -1
    supersedes = True

    def falls_on(self) -> KeyedColumnElement[date]:
        """The column that says when."""
        return _HELD.matures_on

    def which(self) -> list[ColumnElement[bool]]:
        """The condition on the holdings that this rule is about."""
        raise NotImplementedError

    def find(self, session: Session, question: Question) -> Iterator[Row]:
        asked = question.asked
        ahead = sorted({*question.chosen["lead_days"], 0})
        column = self.falls_on()
        found = (
            select(
                _HELD.customer_id,
                _HELD.uid,
                column,
                _HELD.amount_fen * _HELD["count"],
                FACT.aum_fen,
                FACT.known_since,
            )
            .select_from(Holding)
            .join(CustomerFact, FACT.customer_id == _HELD.customer_id)
            .where(
                column.between(asked.first, asked.last + timedelta(days=ahead[-1])),
                _HELD.closed_on.is_(None),
                *self.which(),
                *question.reached(session),
            )
        )
        first, last = asked.first, asked.last
        for customer_id, uid, falls_on, amount_fen, aum_fen, known in driver_rows.read(session, found):
            day = date.fromisoformat(falls_on)
            for lead in ahead:
                due = day - timedelta(days=lead)
                if first <= due <= last and (known is None or known <= due.isoformat()):
                    yield Row(customer_id, f"{uid}", due, aum_fen or 0, amount_fen, (day,))

    def fill(self, session: Session, touchpoints: list[Touchpoint], chosen: Chosen) -> list[Touchpoint]:
        rows: dict[str, Holding] = {}
        uids = sorted({one.key.subject for one in touchpoints})
        for start in range(0, len(uids), _CHUNK):
            found = select(Holding).where(Holding.uid.in_(uids[start : start + _CHUNK]))
            rows |= {row.uid: row for row in session.scalars(found)}
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
