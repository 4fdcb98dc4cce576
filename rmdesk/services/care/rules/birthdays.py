"""Birthdays of customers, and the days of their families: solar or lunar, every year."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    FromClause,
    Integer,
    Select,
    and_,
    case,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    tuple_,
    union_all,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import Session

from rmdesk.models import Customer, ImportantDate
from rmdesk.services import ages, almanac, anniversaries, days
from rmdesk.services.anniversaries import LeapDay
from rmdesk.services.care.asked import FACTS, Shape, there
from rmdesk.services.care.rules.dated import Dated
from rmdesk.services.care.rules.parts import Mark, Parts, several
from rmdesk.services.care.rules.rule import Question
from rmdesk.services.care.rules.statements import Statements
from rmdesk.services.care.touchpoint import Kind, Touchpoint
from rmdesk.services.care_options import MOURNING, Chosen
from rmdesk.services.day_keys import LEAP, LUNAR
from rmdesk.services.days import Day
from rmdesk.services.queries import Query, given, listed
from rmdesk.services.store.sql import days_after, latest

ROUND_FROM = 50
_DATE = ImportantDate.__table__.c
_DAY = (_DATE.is_lunar, _DATE.month, _DATE.day)
_NUMBER = sql_cast(_DATE.is_lunar, Integer) * LUNAR + _DATE.month * 100 + _DATE.day  # the same as one
_BORN = Query(
    select(Customer.id, *(getattr(Customer, name) for name in days.columns(None, "birth_"))).where(
        Customer.id.in_(listed("ids"))
    )
)
_KEPT = Query(
    select(
        ImportantDate.uid,
        ImportantDate.kind,
        ImportantDate.whose,
        *(getattr(ImportantDate, name) for name in days.columns(None)),
    ).where(ImportantDate.uid.in_(listed("uids")))
)


@functools.lru_cache(maxsize=16)
def due_days(first: date, last: date, leap_day: str) -> Mapping[int, list[date]]:
    """The days from `first` to `last` by the keys (`services/day_keys.py`) of the birthdays on them.

    A lunar day may fall into a long range twice.
    """
    found: dict[int, list[date]] = {}
    for one in anniversaries.keys_of(first, last, leap_day=LeapDay(leap_day)):
        keys = [month * 100 + day for month, day in one.solar]
        keys += [(LEAP if leap else LUNAR) + month * 100 + day for month, day, leap in one.lunar]
        for key in keys:
            found.setdefault(key, []).append(one.day)
    return found


class Greeted(Dated):
    """An occasion to congratulate on: not who wants no greetings, nor anybody in mourning."""

    def begins(self, fact: FromClause) -> dict[str, Any]:
        """From when on a customer is congratulated: known, and no longer in mourning."""
        known, bereaved = fact.c.known_since, fact.c.bereaved_on
        again = days_after(bereaved, given("mourning"))
        starts = case((bereaved.is_(None), known), else_=latest(known, again))
        late = (known > given("since"), bereaved > given("mourned_since"))
        wanted = (fact.c.no_greetings.is_(False),)
        return {"starts": starts, "starts_late": late, "wanted": wanted, "ungreeted": True}

    def span(self, question: Question) -> dict[str, Any]:
        rest = question.chosen[MOURNING.name] + 1
        since = question.asked.first - timedelta(days=rest)
        return {"mourning": rest, "mourned_since": since.isoformat()}


class Birthday(Greeted):
    """The birthday of a customer; a round one and one in the year of their own animal are marked."""

    id = "birthday"
    kind = Kind.BIRTHDAY
    lapses_after = 3

    def parts(self, fact: FromClause) -> Parts:
        key = fact.c.birth_key
        return Parts(
            fact,
            literal(""),
            (key,),
            key.in_(listed("keys")),
            (key,),
            **self.begins(fact),
        )

    def span(self, question: Question) -> dict[str, Any]:
        keys = _due(question)
        return super().span(question) | {"keys": json.dumps(list(keys))}

    def due_days(self, question: Question) -> Callable[[Mark], Collection[date]]:
        due = _due(question)
        return lambda mark: due[mark[0]]

    def fill(self, session: Session, touchpoints: list[Touchpoint], chosen: Chosen) -> list[Touchpoint]:
        ids = json.dumps([one.key.customer_id for one in touchpoints])
        born = {row.id: days.of_row(row, "birth_") for row in _BORN.read(session, ids=ids)}
        return [
            one.told(birthday_values(born.get(one.key.customer_id or 0), one.key.due_on, chosen))
            for one in touchpoints
        ]


def birthday_values(born: Day | None, on: date, chosen: Chosen) -> tuple[Any, ...]:
    """Of a birthday on a day: (the day as it is kept, age, whether it is a round one, 本命年).

    A round birthday (整寿) is a full decade from fifty on, by 虚岁 or 周岁 as the branch counts; any other
    is told by 周岁. The age is None where the year of birth is unknown.
    """
    if born is None:
        return (None, None, False, False)
    own = ages.zodiac_of(born)
    this = almanac.zodiac(almanac.to_lunar(on).year)
    # On the day itself everybody is a year older, also who was born on 29 February.
    full = ages.full_age(born, on, leap_day=LeapDay.FEBRUARY_28)
    counted = ages.nominal_age(born, on) if chosen["round_by"] == "nominal" else full
    is_round = counted is not None and counted >= ROUND_FROM and counted % 10 == 0
    return (born, counted if is_round else full, is_round, own is not None and own == this)


class _OfFamilies(Statements):
    """Of days of families: nearly all come every year and began long ago, and are counted by their day."""

    def alone(self, shape: Shape, sums: bool) -> Select[Any]:
        parts = self.of_everybody
        is_there = there(parts.alone, ungreeted=parts.ungreeted)
        begun = or_(_DATE.year.is_(None), _DATE.year <= given("begun"))
        usual = and_(_DATE.is_leap_month.is_(False), begun, _DATE.yearly.is_(True))
        one = func.json_each(given("keys")).table_valued("value").c.value
        key = [func.json_extract(one, f"$[{place}]") for place in range(len(_DAY))]
        on_day = [column == value for column, value in zip(_DAY, key, strict=True)]
        count = select(func.count()).select_from(ImportantDate.__table__).where(*on_day, usual, *is_there)
        zeros = self.sums(parts.amount, sums)
        counted = select(
            *key, literal(0), null(), literal(1), count.correlate(one.table).scalar_subquery().label("count")
        ).subquery()
        few = select(*parts.marks, func.count(), literal(0), *zeros)
        few = few.where(parts.within, not_(usual), *is_there).group_by(*parts.marks)
        every = union_all(select(*counted.c, literal(0), *zeros), few)
        return select(*every.subquery().c)


class FamilyDate(Greeted):
    """Days in the life of customers and their families: children's birthdays, wedding days, exams."""

    id = "family_date"
    kind = Kind.FAMILY_DATE
    lapses_after = 3
    counted_alone = True
    statements_made = _OfFamilies

    def parts(self, fact: FromClause) -> Parts:
        # Of most it no longer matters when they began: they are counted together.
        long_begun = and_(_DATE.yearly, _DATE.year <= given("begun"))
        year = case((long_begun, null()), else_=_DATE.year)
        # Of each of a manager's customers all days are looked at, not one day after the other looked up.
        if fact is FACTS:
            within = tuple_(*_DAY).in_(several("keys", len(_DAY)))
        else:
            within = _NUMBER.in_(listed("numbers"))
        return Parts(
            ImportantDate.__table__.join(fact, fact.c.customer_id == _DATE.customer_id),
            _DATE.uid,
            (_DATE.is_lunar, _DATE.month, _DATE.day, _DATE.is_leap_month, year, _DATE.yearly),
            within,
            _DAY,
            alone=_DATE.customer_id,
            **self.begins(fact),
        )

    def span(self, question: Question) -> dict[str, Any]:
        due = _due(question)
        # Whether the month is a leap one is looked at afterwards.
        keys = {(int(key >= LUNAR), key % LUNAR // 100, key % 100) for key in due}
        # A lunar year begins in the Gregorian one of its number.
        begun = question.asked.first.year - 1
        numbers = [is_lunar * LUNAR + month * 100 + day for is_lunar, month, day in keys]
        return super().span(question) | {
            "keys": json.dumps(sorted(keys)),
            "numbers": json.dumps(sorted(numbers)),
            "begun": begun,
        }

    def told(self, marks: Iterable[Mark]) -> list[Any]:
        return sorted({mark[:3] for mark in marks})

    def due_days(self, question: Question) -> Callable[[Mark], Collection[date]]:
        due = _due(question)

        def days(mark: Mark) -> list[date]:
            is_lunar, month, day, is_leap, year, yearly = mark
            key = (LEAP if is_leap else LUNAR if is_lunar else 0) + month * 100 + day
            return [on for on in due.get(key, ()) if _comes(on, is_lunar, year, yearly)]

        return days

    def fill(self, session: Session, touchpoints: list[Touchpoint], chosen: Chosen) -> list[Touchpoint]:
        uids = json.dumps([one.key.subject for one in touchpoints])
        rows = {row.uid: row for row in _KEPT.read(session, uids=uids)}
        return [
            one.told(_family_values(rows[one.key.subject], one.key.due_on))
            for one in touchpoints
            if one.key.subject in rows
        ]


def _family_values(row: Any, on: date) -> tuple[Any, ...]:
    """(kind of day, whose, the day as it is kept, how many years since)."""
    day = days.of_row(row)
    assert day is not None
    return (row.kind, row.whose, day, ages.full_age(day, on))


def _due(question: Question) -> Mapping[int, list[date]]:
    return due_days(question.asked.first, question.asked.last, question.chosen["leap_day"])


def _comes(on: date, is_lunar: bool, year: int | None, yearly: bool) -> bool:
    if year is None:
        return True
    this = almanac.to_lunar(on).year if is_lunar else on.year
    return this >= year if yearly else this == year
