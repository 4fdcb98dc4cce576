"""Festivals and occupational days: one touchpoint for everybody they concern, which opens a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import FromClause, Select, func, literal, select, true
from sqlalchemy.orm import Session

from rmdesk.models import Gender
from rmdesk.services import almanac
from rmdesk.services.almanac import Festival
from rmdesk.services.callings import CALLINGS
from rmdesk.services.care.asked import FACT, FACTS, Shape, left_out
from rmdesk.services.care.options import several
from rmdesk.services.care.rules.birthdays import MOURNING, Greeted
from rmdesk.services.care.rules.dated import Mark, Parts
from rmdesk.services.care.rules.rule import Collective, Question
from rmdesk.services.care.touchpoint import Key, Kind, Row, Touchpoint
from rmdesk.services.queries import listed

# What a branch begins with; every festival of the almanac may be switched on.
DEFAULTS = (
    Festival.NEW_YEARS_DAY,
    Festival.SPRING_FESTIVAL,
    Festival.LANTERN_FESTIVAL,
    Festival.WOMENS_DAY,
    Festival.DRAGON_BOAT,
    Festival.MID_AUTUMN,
    Festival.NATIONAL_DAY,
    *CALLINGS,
)


class _Concerned(Greeted):
    """Whom some festivals concern: everybody, or those with a trait."""

    id = "festival"
    kind = Kind.FESTIVAL
    few_of_a_manager = False

    def __init__(self, festivals: Collection[Festival], **trait: str) -> None:
        super().__init__()
        self.festivals, self.trait = festivals, trait
        self.counted_alone = not trait

    def parts(self, fact: FromClause) -> Parts:
        having = tuple(fact.c[name] == value for name, value in self.trait.items())
        return Parts(fact, literal(""), (), true(), (), having, **self.begins(fact))

    def _alone(self, shape: Shape, sums: bool) -> Select[Any]:
        """How many there are, without those who are left out: no row is looked at."""
        every = select(func.count()).select_from(FACTS).scalar_subquery()
        few = left_out(ungreeted=True).subquery()
        out = select(func.count(few.c[0].distinct())).scalar_subquery()
        return select(every - out, literal(0), *(literal(0),) * 2 * sums)

    def _of_newcomers(self, shape: Shape, sums: bool) -> Select[Any]:
        there = FACT.customer_id.not_in(left_out(ungreeted=True))
        found = select(FACT.customer_id, literal(1), *(literal(0),) * 2 * sums)
        return found.where(FACT.customer_id.in_(listed("newcomers")), there)

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
    options = (
        several("festivals", tuple(one.value for one in DEFAULTS), tuple(one.value for one in Festival)),
        MOURNING,
    )
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
