"""What customers hold, here and elsewhere, and what falls due on it: maturities, repayments, premiums."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, FromClause, Select, case, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import KeyedColumnElement

from rmdesk.models import ActedHolding, Holding, ProductKind
from rmdesk.services import acted_holdings, settings
from rmdesk.services.care.asked import Shape
from rmdesk.services.care.rules.complaints import complaining
from rmdesk.services.care.rules.dated import Dated
from rmdesk.services.care.rules.parts import Mark, Parts
from rmdesk.services.care.rules.rule import Question
from rmdesk.services.care.rules.statements import Statements
from rmdesk.services.care.touchpoint import Kind, Touchpoint
from rmdesk.services.care_options import Chosen
from rmdesk.services.queries import Query, given, listed
from rmdesk.services.store.sql import unindexed

_HOLDING: FromClause = Holding.__table__
_HELD = _HOLDING.c
_ACTED: FromClause = ActedHolding.__table__
_DEBTS = (ProductKind.LOAN.value, ProductKind.CREDIT_CARD.value)
_SORT = case(
    (_HELD.kind.in_(_DEBTS), "debt"),
    (_HELD.bank == "", "own"),
    (_HELD.customer_id.in_(complaining()), "not now"),
    else_="other",
)
_READ_AHEAD = 30  # days: as far as most rules look, all of them read
_AMOUNT = _HELD.amount_fen * _HELD["count"]
_SOLD = Query(
    select(
        Holding.uid, Holding.matures_on, Holding.premium_due_on, Holding.kind, Holding.product, Holding.bank
    ).where(Holding.uid.in_(listed("uids")))
)


class _OfHoldings(Statements):
    """Of holdings: what was done about them is counted where it is kept, and not looked for among them."""

    def __init__(
        self,
        rule_id: str,
        parts: Callable[[FromClause], Parts],
        which: Callable[[FromClause], list[ColumnElement[bool]]],
    ) -> None:
        super().__init__(rule_id, parts, put_off_only=False)
        self._which = which

    def gone(self, shape: Shape, sums: bool) -> Select[Any]:
        column = _ACTED.c
        amounts = self.sums(column.amount_fen, sums)
        found = (
            select(column.falls_on, column.due_on, func.count(), *amounts)
            .where(
                column.rule == self.rule_id,
                column.due_on.between(given("since"), given("until")),
                column.falls_on.between(given("since"), given("last")),
                *self._which(_ACTED),
            )
            .group_by(column.due_on, column.falls_on)
        )
        if shape.is_everybody:
            return found
        fact = shape.facts()
        return found.join_from(_ACTED, fact, fact.c.customer_id == column.customer_id).where(
            *shape.conditions(fact)
        )


class Falling(Dated):
    """Something of a holding falls due on a day, and is worth telling so many days ahead of it.

    The reminder of each lead is a touchpoint of its own, due on the day of the reminder; on the day
    itself there is always one. Of those that days of rest move to one day the last is left, and so it is
    where somebody put one off to the day of a later one. Nothing is late while what it reminds of lies
    ahead.
    """

    kind = Kind.MATURITY
    lapses_after = 30
    shift = -1
    counted_alone = True

    def falls_on(self) -> KeyedColumnElement[date]:
        """The column that says when."""
        return _HELD.matures_on

    def which(self, held: FromClause) -> list[ColumnElement[bool]]:
        """The condition on the holdings that this rule is about."""
        raise NotImplementedError

    @functools.cached_property
    def statements(self) -> Statements:
        return _OfHoldings(self.id, self.parts, self.which)

    def late_after(self, values: tuple[Any, ...], stands_on: date) -> date:
        falls_on: date = values[0]
        return max(falls_on, stands_on)

    def parts(self, fact: FromClause) -> Parts:
        column, known = self.falls_on(), fact.c.known_since
        return Parts(
            Holding.__table__.join(fact, fact.c.customer_id == _HELD.customer_id),
            _HELD.uid,
            (column,),
            column.between(given("since"), given("last")),
            (column,),
            (_HELD.closed_on.is_(None), *self.which(_HOLDING)),
            alone=_HELD.customer_id,
            amount=_AMOUNT,
            starts=known,
            starts_late=(known > given("since"),),
            narrow=self.narrow(fact),
        )

    def narrow(self, fact: FromClause) -> tuple[ColumnElement[bool], ...]:
        """What the facts tell of the next maturity of each customer: most have none for a long time."""
        return (fact.c.next_maturity_on <= given("last"),)

    def span(self, question: Question) -> dict[str, Any]:
        return {"last": (question.asked.last + timedelta(days=self._ahead(question)[-1])).isoformat()}

    def due_days(self, question: Question) -> Callable[[Mark], Collection[date]]:
        first, last, ahead = question.asked.first, question.asked.last, self._ahead(question)
        by = question.standing_by

        @functools.cache
        def days(mark: Mark) -> list[date]:
            falls_on = date.fromisoformat(mark[0])
            # Before days of rest several stand on one working day, where one is enough.
            due: dict[date, date] = {}
            for lead in ahead:
                one = falls_on - timedelta(days=lead)
                due.setdefault(self.stands_on(question, one), one)
            found = [one for one in due.values() if first <= one <= last]
            if by is None:
                return found
            # Also once somebody acted upon it.
            return sorted(one for one in found if self.stands_on(question, one) <= by)[-1:]

        return days

    def covered_by(self, question: Question, due_on: date, values: tuple[Any, ...], by: date) -> date | None:
        falls_on: date = values[0]
        due = [falls_on - timedelta(days=lead) for lead in self._ahead(question)]
        return max((one for one in due if one > due_on and self.stands_on(question, one) <= by), default=None)

    def values(self, question: Question, mark: Mark) -> tuple[date]:
        return (date.fromisoformat(mark[0]),)

    def _ahead(self, question: Question) -> list[int]:
        return sorted({*question.chosen["lead_days"], 0})

    def fill(self, session: Session, touchpoints: list[Touchpoint], chosen: Chosen) -> list[Touchpoint]:
        uids = json.dumps(sorted({one.key.subject for one in touchpoints}))
        rows = {row.uid: row for row in _SOLD.read(session, uids=uids)}
        successors: dict[str, str] = settings.get(session, "care.successors")
        unsold = set(session.scalars(complaining())) if successors else set()
        filled = []
        for one in touchpoints:
            if (row := rows.get(one.key.subject)) is not None:
                falls_on = getattr(row, self.falls_on().key)
                successor = "" if one.key.customer_id in unsold else successors.get(row.kind, "")
                filled.append(one.told((falls_on, row.kind, row.product, row.bank, successor)))
        return filled


class _Maturing(Falling):
    """One of the rules that look at the same days of the same holdings, which are read once for all."""

    sort: ClassVar[str]  # which of the holdings it is about, as `_SORT` tells them apart

    def read_rows(self, session: Session, question: Question) -> list[tuple[Any, ...]]:
        who, asked = question.whose(session), question.asked
        last = asked.last + timedelta(days=max(_READ_AHEAD, self._ahead(question)[-1]))
        key = (_EVERY.id, who.shape, *who.values.values(), question.first, asked.last, last)
        rows = question.readings.get(key)
        if rows is None:
            rows = question.readings[key] = _EVERY.read_until(session, question, last)
        return [row[:-1] for row in rows if row[-1] == self.sort]


class _Every(Falling):
    """Whatever matures: no rule, but what those of maturities read."""

    id = "maturity"

    def which(self, held: FromClause) -> list[ColumnElement[bool]]:
        return []

    def parts(self, fact: FromClause) -> Parts:
        return replace(super().parts(fact), apart=_SORT)

    def span(self, question: Question) -> dict[str, Any]:
        return {}

    def read_until(self, session: Session, question: Question, last: date) -> list[tuple[Any, ...]]:
        return self.read(session, question, Statements.rows, last=last.isoformat())


_EVERY = _Every()


class OwnMaturity(_Maturing):
    """A product of ours matures: offer a successor before the money leaves."""

    id = "own_maturity"
    sort = "own"

    def which(self, held: FromClause) -> list[ColumnElement[bool]]:
        # Of our own products there is an index for goals, which is no way in here.
        return [unindexed(held.c.bank) == "", held.c.kind.not_in(_DEBTS)]


class OtherMaturity(_Maturing):
    """A product at another bank matures: the money may come here. Not from who waits for an answer to a
    complaint.
    """

    id = "other_maturity"
    sort = "other"

    def which(self, held: FromClause) -> list[ColumnElement[bool]]:
        return [
            held.c.bank != "",
            held.c.kind.not_in(_DEBTS),
            held.c.customer_id.not_in(complaining()),
        ]


class LoanMaturity(_Maturing):
    """A loan falls due."""

    id = "loan_maturity"
    sort = "debt"

    def which(self, held: FromClause) -> list[ColumnElement[bool]]:
        return [held.c.kind.in_(_DEBTS)]


class PremiumDue(Falling):
    """A premium of an insurance is to be paid."""

    id = acted_holdings.PREMIUM

    def falls_on(self) -> KeyedColumnElement[date]:
        return _HELD.premium_due_on

    def narrow(self, fact: FromClause) -> tuple[ColumnElement[bool], ...]:
        return (fact.c.next_premium_on <= given("last"),)

    def which(self, held: FromClause) -> list[ColumnElement[bool]]:
        return []
