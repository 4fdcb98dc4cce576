"""What customers hold, here and elsewhere, and what falls due on it: maturities, repayments, premiums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, null, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import KeyedColumnElement

from rmdesk.models import CustomerFact, Holding, ProductKind
from rmdesk.services import driver_rows, settings
from rmdesk.services.care.asked import FACT
from rmdesk.services.care.options import Chosen, leads
from rmdesk.services.care.rules import tallying
from rmdesk.services.care.rules.rule import Identity, Question, Rule, Tally
from rmdesk.services.care.touchpoint import Kind, Row, Touchpoint

_HELD = Holding.__table__.c
_DEBTS = (ProductKind.LOAN.value, ProductKind.CREDIT_CARD.value)
_AMOUNT = _HELD.amount_fen * _HELD["count"]
_CHUNK = 500


class Falling(Rule):
    """Something of a holding falls due on a day, and is worth telling so many days ahead of it.

    The reminder of each lead is a touchpoint of its own, due on the day of the reminder; on the day
    itself there is always one. Nothing is late while what it reminds of lies ahead.
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

    def late_after(self, row: Row, stands_on: date) -> date:
        falls_on: date = row.values[0]
        return max(falls_on, stands_on)

    def _ahead(self, question: Question) -> list[int]:
        return sorted({*question.chosen["lead_days"], 0})

    def _read(self, session: Session, question: Question, *, whole: bool = True) -> list[tuple[Any, ...]]:
        """What falls due: as `tallying.Found`, and the day of it.

        Not `whole`: with its id for its uid and no amount, so that an index has all that is read of it.
        """
        asked = question.asked
        column = self.falls_on()
        found = (
            select(
                _HELD.customer_id,
                _HELD.uid if whole else _HELD.id,
                tallying.WORTH,
                _AMOUNT if whole else null(),
                tallying.SINCE,
                column,
            )
            .select_from(Holding)
            .join(CustomerFact, FACT.customer_id == _HELD.customer_id)
            .where(
                column.between(asked.first, asked.last + timedelta(days=self._ahead(question)[-1])),
                _HELD.closed_on.is_(None),
                *self.which(),
                *question.begun_at_customers(session),
            )
        )
        return driver_rows.read(session, found)

    def tally(
        self, session: Session, question: Question, acted: Collection[Identity], few: int
    ) -> dict[date, Tally]:
        falling: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        if not question.sums:
            acted = self._by_id(session, acted)
        for row in self._read(session, question, whole=question.sums):
            falling[row[-1]].append(row)
        asked, ahead = question.asked, self._ahead(question)
        groups = []
        for text, rows in falling.items():
            day = date.fromisoformat(text)
            due = (day - timedelta(days=lead) for lead in ahead)
            groups.append(([one for one in due if asked.first <= one <= asked.last], rows, (day,)))
        found = tallying.tally(groups, acted, few)
        if not question.sums:
            self._complete(session, found.values())
        return found

    def _by_id(self, session: Session, acted: Collection[Identity]) -> set[Identity]:
        """The same with the ids of the holdings for their uids."""
        uids = sorted({subject for _customer_id, subject, _day in acted})
        ids: dict[str, Any] = {}
        for start in range(0, len(uids), _CHUNK):
            some = select(_HELD.uid, _HELD.id).where(_HELD.uid.in_(uids[start : start + _CHUNK]))
            ids |= dict(driver_rows.read(session, some))
        return {(customer_id, ids[uid], day) for customer_id, uid, day in acted if uid in ids}

    def _complete(self, session: Session, tallies: Iterable[Tally]) -> None:
        """Put uids and amounts into the few rows that were chosen by ids."""
        listed = list(tallies)
        ids = sorted({row.subject for one in listed for row in one.first})
        whole: dict[Any, tuple[str, int]] = {}
        for start in range(0, len(ids), _CHUNK):
            some = select(_HELD.id, _HELD.uid, _AMOUNT).where(_HELD.id.in_(ids[start : start + _CHUNK]))
            whole |= {id: (uid, amount_fen) for id, uid, amount_fen in driver_rows.read(session, some)}
        for one in listed:
            one.first = [
                row._replace(subject=whole[row.subject][0], amount_fen=whole[row.subject][1])
                for row in one.first
                if row.subject in whole
            ]

    def find(self, session: Session, question: Question) -> Iterator[Row]:
        first, last, ahead = question.asked.first, question.asked.last, self._ahead(question)
        for customer_id, uid, aum_fen, amount_fen, known, falls_on in self._read(session, question):
            day = date.fromisoformat(falls_on)
            for lead in ahead:
                due = day - timedelta(days=lead)
                if first <= due <= last and known <= due.isoformat():
                    yield Row(customer_id, f"{uid}", due, aum_fen, amount_fen, (day,))

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
