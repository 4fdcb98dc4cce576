"""Festivals and occupational days: one touchpoint for everybody they concern, which opens a list."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, func, literal, select, true, union_all
from sqlalchemy.orm import Session

from rmdesk.models import CustomerCount, Gender
from rmdesk.services import almanac
from rmdesk.services.almanac import Festival
from rmdesk.services.callings import CALLINGS
from rmdesk.services.care.asked import FACT, FACTS, Shape
from rmdesk.services.care.rules.birthdays import Greeted
from rmdesk.services.care.rules.parts import Mark, Parts
from rmdesk.services.care.rules.rule import Collective, Question
from rmdesk.services.care.rules.statements import Statements
from rmdesk.services.care.touchpoint import Key, Kind, Row, Touchpoint

_KEPT: FromClause = CustomerCount.__table__


class _OfKept(Statements):
    """Of festivals, by counts that are kept: no row is looked at but of those who are new."""

    def __init__(self, rule_id: str, parts: Callable[[FromClause], Parts], trait: Mapping[str, str]) -> None:
        super().__init__(rule_id, parts, put_off_only=False)
        self._trait = trait

    def alone(self, shape: Shape, sums: bool) -> Select[Any]:
        kept = func.coalesce(func.sum(_KEPT.c.customers), 0)
        found = select(kept, literal(0), *self.sums(self.of_everybody.amount, sums))
        return found.where(*self._having(_KEPT), *shape.tiers(_KEPT.c.tier_id))

    def late_alone(self, shape: Shape, sums: bool) -> Select[Any]:
        parts = self.of_everybody
        known, mourning = parts.starts_late
        assert parts.starts is not None
        willing = (FACT.is_lost.is_(False), FACT.no_greetings.is_(False))
        told = select(parts.starts.label("starts")).where(
            *willing, *self._having(FACTS), *shape.tiers(FACT.tier_id)
        )
        # Both by an index of their own; who is in both comes by the first.
        found = union_all(told.where(known), told.where(mourning, func.coalesce(known, False).is_(False)))
        some = found.subquery()
        counted = select(some.c.starts, func.count(), *self.sums(parts.amount, sums))
        return counted.group_by(some.c.starts)

    def _having(self, rows: FromClause) -> list[ColumnElement[bool]]:
        return [rows.c[name] == value for name, value in self._trait.items()]


class _Concerned(Greeted):
    """Whom some festivals concern: everybody, or those with a trait."""

    id = "festival"
    kind = Kind.FESTIVAL
    few_of_a_manager = False

    def __init__(self, festivals: Collection[Festival], **trait: str) -> None:
        self.festivals, self.trait = festivals, trait

    @functools.cached_property
    def statements(self) -> Statements:
        return _OfKept(self.id, self.parts, self.trait)

    def is_counted_alone(self, shape: Shape) -> bool:
        return shape.is_everybody_of_tiers

    def parts(self, fact: FromClause) -> Parts:
        having = tuple(fact.c[name] == value for name, value in self.trait.items())
        return Parts(fact, literal(""), (), true(), (), having, **self.begins(fact))

    def due_days(self, question: Question) -> Callable[[Mark], Collection[date]]:
        found = [day for day, festival in kept(question) if festival in self.festivals]
        return lambda _mark: found


_OF_SOME = (
    *(_Concerned((one,), calling=one.value) for one in CALLINGS),
    _Concerned((Festival.WOMENS_DAY, Festival.MOTHERS_DAY), gender=Gender.FEMALE.value),
    _Concerned((Festival.FATHERS_DAY,), gender=Gender.MALE.value),
)
_CONCERNED = (
    *_OF_SOME,
    _Concerned([one for one in Festival if not any(one in some.festivals for some in _OF_SOME)]),
)


def kept(question: Question) -> list[tuple[date, Festival]]:
    """The festivals the branch keeps on the days asked for."""
    chosen = set(question.chosen["festivals"])
    return [
        (day, festival)
        for day in question.asked.days
        for festival in almanac.festivals_of(day)
        if festival.value in chosen
    ]


class FestivalDay(Collective):
    """A festival, with how many customers it concerns; each of them is acted upon by themselves."""

    id = "festival"
    kind = Kind.FESTIVAL
    lapses_after = 3

    def stands(self, question: Question) -> bool:
        return bool(kept(question))

    def find(self, session: Session, question: Question) -> Iterator[Row]:
        """Everybody concerned, one by one."""
        for day, festival in kept(question):
            concerned = next(one for one in _CONCERNED if festival in one.festivals)
            for row in concerned.find(session, question.between(day, day)):
                yield row._replace(subject=festival.value)

    def collective(
        self, session: Session, question: Question, acted: Collection[tuple[int, str, date]]
    ) -> list[Touchpoint]:
        """One touchpoint for each festival of these days that still concerns somebody."""
        gone = Counter((subject, day) for _customer_id, subject, day in acted)
        there = kept(question)
        counts: dict[tuple[date, Festival], int] = {}
        for concerned in _CONCERNED:
            some = [one for one in there if one[1] in concerned.festivals]
            if some:
                by_day = {one.day: one.count for one in concerned.counts(session, question, acted=False)}
                counts |= {(day, festival): by_day.get(day, 0) for day, festival in some}
        found = []
        for day, festival in there:
            count = counts[day, festival] - gone[festival.value, day]
            if count > 0:
                key = Key(self.id, None, festival.value, day)
                found.append(Touchpoint(key, self.kind, day, count=count))
        return found
