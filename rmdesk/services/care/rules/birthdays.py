"""Birthdays of customers, and the days of their families: solar or lunar, every year."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, literal, null, or_, select, tuple_
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerFact, ImportantDate
from rmdesk.services import ages, almanac, anniversaries, days, driver_rows
from rmdesk.services.anniversaries import LeapDay
from rmdesk.services.care.asked import FACT, Asked
from rmdesk.services.care.options import Chosen, choice, number
from rmdesk.services.care.rules import tallying
from rmdesk.services.care.rules.rule import Identity, Question, Rule, Tally
from rmdesk.services.care.touchpoint import Kind, Row, Touchpoint
from rmdesk.services.day_keys import LEAP, LUNAR
from rmdesk.services.days import Day

LEAP_DAY = choice("leap_day", LeapDay.FEBRUARY_28, *LeapDay)
ROUND_FROM = 50
MOURNING = number("mourning_days", 365, 0, 1100)  # in which nobody is congratulated
_DATE = ImportantDate.__table__.c
_CHUNK = 500


def due_days(asked: Asked, leap_day: str) -> dict[int, list[date]]:
    """The days asked for by the keys (`services/day_keys.py`) of the birthdays that fall on them.

    A lunar day may fall into a long range twice.
    """
    found: dict[int, list[date]] = {}
    for one in anniversaries.keys_of(asked.first, asked.last, leap_day=LeapDay(leap_day)):
        keys = [month * 100 + day for month, day in one.solar]
        keys += [(LEAP if leap else LUNAR) + month * 100 + day for month, day, leap in one.lunar]
        for key in keys:
            found.setdefault(key, []).append(one.day)
    return found


def congratulated(question: Question) -> ColumnElement[bool]:
    """The condition on the facts that a customer wants greetings and is not in mourning."""
    since = question.asked.first - timedelta(days=question.chosen[MOURNING.name])
    return and_(FACT.no_greetings.is_(False), or_(FACT.bereaved_on.is_(None), FACT.bereaved_on < since))


class Birthday(Rule):
    """The birthday of a customer; a round one and one in the year of their own animal are marked."""

    id = "birthday"
    kind = Kind.BIRTHDAY
    options = (LEAP_DAY, choice("round_by", "nominal", "nominal", "full"), MOURNING)
    lapses_after = 3

    def _read(self, session: Session, question: Question, due: Iterable[int]) -> list[tuple[Any, ...]]:
        """Who was born on these days of a year: as `tallying.Found`, and the key of the day."""
        born = (
            select(FACT.customer_id, literal(""), tallying.WORTH, null(), tallying.SINCE, FACT.birth_key)
            .where(FACT.birth_key.in_(sorted(due)), congratulated(question))
            .where(*question.reached(session))
        )
        return driver_rows.read(session, born)

    def tally(
        self, session: Session, question: Question, acted: Collection[Identity], few: int
    ) -> dict[date, Tally]:
        due = due_days(question.asked, question.chosen["leap_day"])
        born: dict[int, list[tuple[Any, ...]]] = {}
        for row in self._read(session, question, due):
            born.setdefault(row[-1], []).append(row)
        return tallying.tally(((due[key], rows, ()) for key, rows in born.items()), acted, few)

    def find(self, session: Session, question: Question) -> Iterator[Row]:
        due = due_days(question.asked, question.chosen["leap_day"])
        for customer_id, _subject, aum_fen, _amount, known, key in self._read(session, question, due):
            for day in due[key]:
                if known <= day.isoformat():
                    yield Row(customer_id, "", day, aum_fen, None, ())

    def fill(self, session: Session, touchpoints: list[Touchpoint], chosen: Chosen) -> list[Touchpoint]:
        born: dict[int, Day | None] = {}
        ids = [one.key.customer_id for one in touchpoints]
        for start in range(0, len(ids), _CHUNK):
            columns = [getattr(Customer, name) for name in days.columns(None, "birth_")]
            found = select(Customer.id, *columns).where(Customer.id.in_(ids[start : start + _CHUNK]))
            born |= {row.id: days.of_row(row, "birth_") for row in session.execute(found)}
        return [
            replace(one, values=birthday_values(born.get(one.key.customer_id or 0), one.key.due_on, chosen))
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


class FamilyDate(Rule):
    """Days in the life of customers and their families: children's birthdays, wedding days, exams."""

    id = "family_date"
    kind = Kind.FAMILY_DATE
    options = (LEAP_DAY, MOURNING)
    lapses_after = 3

    def find(self, session: Session, question: Question) -> Iterable[Row]:
        due = due_days(question.asked, question.chosen["leap_day"])
        # One parameter: a hundred of them would be looked at one by one.
        days_due: BindParameter[Any] = bindparam("days", _days(due), expanding=True)
        found = (
            select(
                _DATE.customer_id,
                _DATE.uid,
                _DATE.is_lunar,
                _DATE.is_leap_month,
                _DATE.month,
                _DATE.day,
                _DATE.year,
                _DATE.yearly,
                FACT.aum_fen,
                FACT.known_since,
            )
            .select_from(ImportantDate)
            .join(CustomerFact, FACT.customer_id == _DATE.customer_id)
            .where(tuple_(_DATE.is_lunar, _DATE.month, _DATE.day).in_(days_due), congratulated(question))
            .where(*question.begun_at_customers(session))
        )
        for row in driver_rows.read(session, found):
            customer_id, uid, is_lunar, is_leap, month, day, year, yearly, aum_fen, known = row
            key = (LEAP if is_leap else LUNAR if is_lunar else 0) + month * 100 + day
            for on in due.get(key, ()):
                calendar_year = almanac.to_lunar(on).year if is_lunar else on.year
                began = year is None or calendar_year >= year
                comes = began and (yearly or year is None or calendar_year == year)
                if comes and (known is None or known <= on.isoformat()):
                    yield Row(customer_id, uid, on, aum_fen or 0, None, ())

    def fill(self, session: Session, touchpoints: list[Touchpoint], chosen: Chosen) -> list[Touchpoint]:
        rows: dict[str, ImportantDate] = {}
        uids = [one.key.subject for one in touchpoints]
        for start in range(0, len(uids), _CHUNK):
            found = select(ImportantDate).where(ImportantDate.uid.in_(uids[start : start + _CHUNK]))
            rows |= {row.uid: row for row in session.scalars(found)}
        return [
            replace(one, values=_family_values(rows[one.key.subject], one.key.due_on))
            for one in touchpoints
            if one.key.subject in rows
        ]


def _family_values(row: ImportantDate, on: date) -> tuple[Any, ...]:
    """(kind of day, whose, the day as it is kept, how many years since)."""
    day = days.of_row(row)
    assert day is not None
    return (row.kind, row.whose, day, ages.full_age(day, on))


def _days(due: dict[int, list[date]]) -> list[tuple[bool, int, int]]:
    """The keys as columns of a row hold them; whether the month is a leap one is looked at afterwards."""
    return sorted({(key >= LUNAR, key % LUNAR // 100, key % 100) for key in due})
