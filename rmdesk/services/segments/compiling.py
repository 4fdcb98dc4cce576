"""An expression as one condition on the narrow rows beside customers, so that a segment is one statement.

What costs least is looked at first: the narrow row itself, then sets of customers found once by an index,
then the wide row and the rows beside a customer, for those who are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Select, exists, func, select

from rmdesk.models import Customer, CustomerFact, Holding, ImportantDate, Interaction
from rmdesk.models.interaction import NOT_REACHED
from rmdesk.services import almanac, anniversaries
from rmdesk.services.anniversaries import LeapDay
from rmdesk.services.care.rules.birthdays import due_days
from rmdesk.services.facts import DEBTS, HOME_CURRENCY
from rmdesk.services.segments.expression import Group, How, Test
from rmdesk.services.segments.fields import Beside, Op
from rmdesk.services.segments.named import Named
from rmdesk.services.segments.values import MOST_DAYS_AHEAD, Contacts, DaysAhead, Held, Span, codes_of
from rmdesk.services.traits import Kind, Trait, of_trait

_ID = CustomerFact.__table__.c.customer_id
_DATE = ImportantDate.__table__.c
# What stands in the index that lists walk (`ix_customer_list`); other columns stand in the wide row alone.
_LISTED = {"stage", "grade", "strategy", "orientation", "risk_tolerance"}
_Condition = ColumnElement[bool]


class Compiler:
    """Makes the conditions of one day. `ranked`: the branch's tiers, the lowest first.

    `only`: the id of the one customer who is looked at, so that no set of others is found for it.
    """

    def __init__(
        self, today: date, ranked: Sequence[Named], leap_day: LeapDay, only: int | None = None
    ) -> None:
        self._today = today
        self._ranked = ranked
        self._leap_day = leap_day
        self._only = only

    def condition(self, group: Group) -> _Condition:
        """The condition on `CustomerFact`; it is never NULL where a group of none holds it."""
        own, listed, wide, beside = [], [], [], []
        for one in group.parts:
            if isinstance(one, Group):
                beside.append(self.condition(one))
                continue
            made = self._test(one)
            if one.field.trait is None:
                beside.append(made)
            elif _is_of_facts(one.field.trait, one.op):
                own.append(made)
            elif one.field.name in _LISTED or one.field.name == "employer":
                listed.append(made)
            else:
                wide.append(made)
        join = sa.and_ if group.how is How.ALL else sa.or_
        parts = list(own)
        if listed:
            parts.append(self._among(Customer.id, select(Customer.id).where(join(*listed))))
        if wide:
            parts.append(exists().where(Customer.id == _ID, join(*wide)))
        parts += beside
        return _not(join(*parts)) if group.how is How.NONE else join(*parts)

    def _among(self, customer_id: Any, found: Select[Any]) -> _Condition:
        """That the customer is in the set that `found` gives by `customer_id`."""
        return _ID.in_(found if self._only is None else found.where(customer_id == self._only))

    # --- one condition -------------------------------------------------------------------------------

    def _test(self, test: Test) -> _Condition:
        match test.field.beside:
            case Beside.HOLDING:
                held = self._held(test.value)
                return held if test.op is Op.HOLDS else sa.not_(held)
            case Beside.IMPORTANT_DATE:
                return self._important_date(test.value)
            case Beside.CONTACTS:
                return self._contacts(test.op, test.value)
        trait = test.field.trait
        assert trait is not None
        return self._of_trait(trait, test)

    def _of_trait(self, trait: Trait, test: Test) -> _Condition:
        """By the archive's conditions, whose values the operator chooses."""

        def found(value: Any) -> _Condition:
            return of_trait(trait, value, self._today)

        value = test.value
        match test.op:
            case Op.IS_EMPTY:
                return found(None)
            case Op.IS_KNOWN:
                return _not(found(None))
            case Op.ONE_OF:
                return found(_plain(trait, value))
            case Op.NONE_OF:
                return _not(found(_plain(trait, value)))
            case Op.WITHIN_NEXT if trait.kind is Kind.MONTH:
                last = self._today + timedelta(days=min(value, MOST_DAYS_AHEAD))
                keys = due_days(self._today, last, self._leap_day)
                return CustomerFact.birth_key.in_(list(keys))
            case Op.WITHIN_NEXT:
                return found((0, value))
            case Op.WITHIN_LAST:
                return found((-value, 0))
            case Op.NOT_WITHIN_LAST:
                return sa.or_(found((None, -value - 1)), found(None))
            case Op.AT_LEAST | Op.AT_MOST if trait.kind in (Kind.LINK, Kind.CHOICE):
                return found(self._from(test))
            case Op.AT_LEAST:
                return found((value, None))
            case Op.AT_MOST:
                return found((None, value))
        return found(value)  # BETWEEN, CONTAINS, IS: as the archive has them

    def _from(self, test: Test) -> tuple[Any, ...]:
        """The tiers or levels from one up, or up to it."""
        is_up = test.op is Op.AT_LEAST
        if isinstance(test.value, Named):
            edge = test.value.rank
            return tuple(one.uid for one in self._ranked if (one.rank >= edge if is_up else one.rank <= edge))
        return tuple(
            code for code in codes_of(test.field) if (code >= test.value if is_up else code <= test.value)
        )

    # --- rows beside a customer ----------------------------------------------------------------------

    def _held(self, held: Held) -> _Condition:
        where: list[_Condition] = [Holding.closed_on.is_(None)]
        where.append(Holding.kind.in_(held.kinds) if held.kinds else Holding.kind.not_in(DEBTS))
        if held.own is not None:
            where.append(Holding.bank == "" if held.own else Holding.bank != "")
        if held.bank is not None:
            where.append(Holding.bank.icontains(held.bank, autoescape=True))
        matures = self._matures(held)
        if matures is not None:
            where += _between(Holding.matures_on, matures)
        if held.amount is None:
            if matures is None:
                return exists().where(Holding.customer_id == _ID, *where)
            return self._among(Holding.customer_id, select(Holding.customer_id).where(*where))
        # Sums of other currencies would say nothing.
        where.append(Holding.currency == HOME_CURRENCY)
        enough = sa.and_(*_between(func.sum(Holding.amount_fen * Holding.count), held.amount))
        summed = select(Holding.customer_id).where(*where).group_by(Holding.customer_id).having(enough)
        if matures is None:
            return summed.where(Holding.customer_id == _ID).exists()
        return self._among(Holding.customer_id, summed)

    def _matures(self, held: Held) -> Span | None:
        if held.matures_within is not None:
            return (self._today, self._today + timedelta(days=held.matures_within))
        if held.matures is None:
            return None
        return tuple(None if one is None else date.fromisoformat(one) for one in held.matures)  # type: ignore[return-value]

    def _important_date(self, ahead: DaysAhead) -> _Condition:
        where = [_DATE.kind.in_(ahead.kinds)] if ahead.kinds else []
        comes = sa.or_(*self._coming(ahead.days))
        return self._among(_DATE.customer_id, select(_DATE.customer_id).where(comes, *where))

    def _coming(self, days: int) -> Iterable[_Condition]:
        """By the year of each calendar: the days of it, with those that began by then or fall in it alone."""
        keys: dict[tuple[bool, int], set[tuple[int, ...]]] = {}
        last = self._today + timedelta(days=days)
        for one in anniversaries.keys_of(self._today, last, leap_day=self._leap_day):
            solar = keys.setdefault((False, one.day.year), set())
            solar |= {(0, month, day, 0) for month, day in one.solar}
            lunar = keys.setdefault((True, almanac.to_lunar(one.day).year), set())
            lunar |= {(1, month, day, int(is_leap)) for month, day, is_leap in one.lunar}
        columns = [sa.type_coerce(one, sa.Integer) for one in (_DATE.is_lunar, _DATE.month, _DATE.day)]
        columns.append(sa.type_coerce(_DATE.is_leap_month, sa.Integer))
        for (_is_lunar, year), listed in keys.items():
            began = sa.case((_DATE.yearly, _DATE.year <= year), else_=_DATE.year == year)
            yield sa.and_(sa.tuple_(*columns).in_(sorted(listed)), sa.or_(_DATE.year.is_(None), began))

    def _contacts(self, op: Op, contacts: Contacts) -> _Condition:
        where: list[_Condition] = [
            Interaction.customer_id == _ID,
            Interaction.result.not_in([one.value for one in NOT_REACHED]),
        ]
        if contacts.days is not None:
            first = self._today - timedelta(days=contacts.days)
            where += [Interaction.held_on >= first, Interaction.held_on <= self._today]
        if contacts.channels:
            where.append(Interaction.channel.in_(contacts.channels))
        if contacts.levels:
            where.append(Interaction.level.in_(contacts.levels))
        count, is_up = contacts.count, op is Op.AT_LEAST
        if count == int(is_up):  # at least one, or none at all
            return exists().where(*where) if is_up else sa.not_(exists().where(*where))
        counted = select(func.count()).select_from(Interaction).where(*where).scalar_subquery()
        return counted >= count if is_up else counted <= count


def _is_of_facts(trait: Trait, op: Op) -> bool:
    if trait.kind is Kind.MONTH:
        return op is Op.WITHIN_NEXT  # by the key of the birthday
    return getattr(trait.column, "table", None) is CustomerFact.__table__


def _plain(trait: Trait, value: tuple[Any, ...]) -> tuple[Any, ...]:
    """What the archive compares with: names of tags, uids of tiers and people, codes."""
    if trait.kind is Kind.TAG:
        return tuple(one.name for one in value)
    return tuple(one.uid if isinstance(one, Named) else one for one in value)


def _between(column: ColumnElement[Any] | Any, span: Span) -> list[_Condition]:
    low, high = span
    found: list[_Condition] = []
    if low is not None:
        found.append(column >= low)
    if high is not None:
        found.append(column <= high)
    return found


def _not(condition: _Condition) -> _Condition:
    """True where the condition is false or cannot be told."""
    return sa.not_(func.coalesce(condition, sa.false()))
