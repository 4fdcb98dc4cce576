"""Festivals and occupational days: one touchpoint for everybody they concern, which opens a list."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from rmdesk.models import Gender
from rmdesk.services import almanac, driver_rows
from rmdesk.services.almanac import Festival
from rmdesk.services.callings import CALLINGS
from rmdesk.services.care.asked import FACT
from rmdesk.services.care.options import several
from rmdesk.services.care.rules.birthdays import MOURNING, congratulated
from rmdesk.services.care.rules.rule import Collective, Question
from rmdesk.services.care.touchpoint import Key, Kind, Row, Touchpoint

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


class FestivalDay(Collective):
    """A festival, with how many customers it concerns; each of them is acted upon by themselves."""

    id = "festival"
    kind = Kind.FESTIVAL
    options = (
        several("festivals", tuple(one.value for one in DEFAULTS), tuple(one.value for one in Festival)),
        MOURNING,
    )
    lapses_after = 3

    def festivals(self, question: Question) -> list[tuple[date, Festival]]:
        """The days asked for on which one is kept."""
        chosen = set(question.chosen["festivals"])
        return [
            (day, festival)
            for day in question.asked.days
            for festival in almanac.festivals_of(day)
            if festival.value in chosen
        ]

    def stands(self, question: Question) -> bool:
        return bool(self.festivals(question))

    def find(self, session: Session, question: Question) -> Iterator[Row]:
        """Everybody concerned, one by one."""
        for day, festival in self.festivals(question):
            concerned = self._concerned(session, question, festival, day)
            found = select(FACT.customer_id, FACT.aum_fen).where(*concerned)
            for customer_id, aum_fen in driver_rows.read(session, found):
                yield Row(customer_id, festival.value, day, aum_fen or 0, None, ())

    def collective(
        self, session: Session, question: Question, acted: Collection[tuple[int, str, date]]
    ) -> list[Touchpoint]:
        """One touchpoint for each festival of these days that still concerns somebody."""
        gone: dict[tuple[str, date], int] = {}
        for _customer_id, subject, day in acted:
            gone[subject, day] = gone.get((subject, day), 0) + 1
        found = []
        for day, festival in self.festivals(question):
            counted = select(func.count()).where(*self._concerned(session, question, festival, day))
            count = driver_rows.read(session, counted)[0][0] - gone.get((festival.value, day), 0)
            if count > 0:
                key = Key(self.id, None, festival.value, day)
                found.append(Touchpoint(key, self.kind, day, count=count))
        return found

    def _concerned(
        self, session: Session, question: Question, festival: Festival, day: date
    ) -> list[ColumnElement[bool]]:
        known = or_(FACT.known_since.is_(None), FACT.known_since <= day)
        found = [congratulated(question), known, *question.begun_at_customers(session)]
        if festival in CALLINGS:
            found.append(FACT.calling == festival.value)
        elif festival is Festival.WOMENS_DAY or festival is Festival.MOTHERS_DAY:
            found.append(FACT.gender == Gender.FEMALE.value)
        elif festival is Festival.FATHERS_DAY:
            found.append(FACT.gender == Gender.MALE.value)
        return found
