"""Festivals, public and occupational days, and the days they fall on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from rmdesk.services.almanac import lunar, terms
from rmdesk.services.almanac.lunar import LunarDate
from rmdesk.services.almanac.terms import Term


class Group(StrEnum):
    TRADITIONAL = "traditional"
    PUBLIC = "public"
    OCCUPATIONAL = "occupational"  # of those who do one kind of work


class Festival(StrEnum):
    """Their words are in `calendar_labels`."""

    NEW_YEARS_DAY = "new_years_day"  # 元旦
    VALENTINES_DAY = "valentines_day"  # 情人节
    WOMENS_DAY = "womens_day"  # 妇女节
    ARBOR_DAY = "arbor_day"  # 植树节
    CONSUMERS_DAY = "consumers_day"  # 消费者权益日
    LABOUR_DAY = "labour_day"  # 劳动节
    YOUTH_DAY = "youth_day"  # 青年节
    MOTHERS_DAY = "mothers_day"  # 母亲节
    NURSES_DAY = "nurses_day"  # 护士节
    CHILDRENS_DAY = "childrens_day"  # 儿童节
    FATHERS_DAY = "fathers_day"  # 父亲节
    PARTY_DAY = "party_day"  # 建党节
    ARMY_DAY = "army_day"  # 建军节
    DOCTORS_DAY = "doctors_day"  # 医师节
    TEACHERS_DAY = "teachers_day"  # 教师节
    NATIONAL_DAY = "national_day"  # 国庆节
    JOURNALISTS_DAY = "journalists_day"  # 记者节
    POLICE_DAY = "police_day"  # 警察节
    CHRISTMAS = "christmas"  # 圣诞节
    SPRING_FESTIVAL = "spring_festival"  # 春节
    LANTERN_FESTIVAL = "lantern_festival"  # 元宵节
    DRAGON_HEAD = "dragon_head"  # 龙抬头
    QINGMING = "qingming"  # 清明节
    DRAGON_BOAT = "dragon_boat"  # 端午节
    DOUBLE_SEVENTH = "double_seventh"  # 七夕节
    GHOST_FESTIVAL = "ghost_festival"  # 中元节
    MID_AUTUMN = "mid_autumn"  # 中秋节
    DOUBLE_NINTH = "double_ninth"  # 重阳节
    WINTER_CLOTHES = "winter_clothes"  # 寒衣节
    WINTER_SOLSTICE = "winter_solstice"  # 冬至节
    LABA = "laba"  # 腊八节
    LITTLE_NEW_YEAR = "little_new_year"  # 小年
    SOUTHERN_LITTLE_NEW_YEAR = "southern_little_new_year"  # 南方小年
    NEW_YEARS_EVE = "new_years_eve"  # 除夕


@dataclass(frozen=True, slots=True)
class Solar:
    """The same month and day every year; a day decreed in modern times is none before its year `since`."""

    month: int
    day: int
    since: int = 1900

    def dates(self, year: int) -> list[date]:
        return [date(year, self.month, self.day)] if year >= self.since else []


@dataclass(frozen=True, slots=True)
class Sunday:
    """The n-th Sunday of a month."""

    month: int
    number: int

    def dates(self, year: int) -> list[date]:
        first = date(year, self.month, 1)
        return [first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (self.number - 1))]


@dataclass(frozen=True, slots=True)
class Lunar:
    """A day of an ordinary lunar month; nothing is celebrated again in the leap month after it."""

    month: int
    day: int

    def dates(self, year: int) -> list[date]:
        return _in_year(year, lambda of: lunar.to_solar(LunarDate(of, self.month, False, self.day)))


@dataclass(frozen=True, slots=True)
class ByTerm:
    term: Term

    def dates(self, year: int) -> list[date]:
        return [terms.term_date(year, self.term)]


@dataclass(frozen=True, slots=True)
class LastLunarDay:
    """The day before the lunar New Year, be it the 29th or the 30th."""

    def dates(self, year: int) -> list[date]:
        return [lunar.new_year(year) - timedelta(days=1)]


Rule = Solar | Sunday | Lunar | ByTerm | LastLunarDay

# The years are those of the decrees (政务院 1949 for most) or, for days that came from abroad, none.
RULES: dict[Festival, tuple[Group, Rule]] = {
    Festival.NEW_YEARS_DAY: (Group.PUBLIC, Solar(1, 1, 1912)),
    Festival.POLICE_DAY: (Group.OCCUPATIONAL, Solar(1, 10, 2021)),
    Festival.VALENTINES_DAY: (Group.PUBLIC, Solar(2, 14, 1980)),
    Festival.WOMENS_DAY: (Group.PUBLIC, Solar(3, 8, 1950)),
    Festival.ARBOR_DAY: (Group.PUBLIC, Solar(3, 12, 1979)),
    Festival.CONSUMERS_DAY: (Group.PUBLIC, Solar(3, 15, 1983)),
    Festival.LABOUR_DAY: (Group.PUBLIC, Solar(5, 1, 1950)),
    Festival.YOUTH_DAY: (Group.PUBLIC, Solar(5, 4, 1950)),
    Festival.MOTHERS_DAY: (Group.PUBLIC, Sunday(5, 2)),
    Festival.NURSES_DAY: (Group.OCCUPATIONAL, Solar(5, 12, 1912)),
    Festival.CHILDRENS_DAY: (Group.PUBLIC, Solar(6, 1, 1950)),
    Festival.FATHERS_DAY: (Group.PUBLIC, Sunday(6, 3)),
    Festival.PARTY_DAY: (Group.PUBLIC, Solar(7, 1, 1941)),
    Festival.ARMY_DAY: (Group.OCCUPATIONAL, Solar(8, 1, 1933)),
    Festival.DOCTORS_DAY: (Group.OCCUPATIONAL, Solar(8, 19, 2018)),
    Festival.TEACHERS_DAY: (Group.OCCUPATIONAL, Solar(9, 10, 1985)),
    Festival.NATIONAL_DAY: (Group.PUBLIC, Solar(10, 1, 1949)),
    Festival.JOURNALISTS_DAY: (Group.OCCUPATIONAL, Solar(11, 8, 2000)),
    Festival.CHRISTMAS: (Group.PUBLIC, Solar(12, 25)),
    Festival.SPRING_FESTIVAL: (Group.TRADITIONAL, Lunar(1, 1)),
    Festival.LANTERN_FESTIVAL: (Group.TRADITIONAL, Lunar(1, 15)),
    Festival.DRAGON_HEAD: (Group.TRADITIONAL, Lunar(2, 2)),
    Festival.QINGMING: (Group.TRADITIONAL, ByTerm(Term.BRIGHT_AND_CLEAR)),
    Festival.DRAGON_BOAT: (Group.TRADITIONAL, Lunar(5, 5)),
    Festival.DOUBLE_SEVENTH: (Group.TRADITIONAL, Lunar(7, 7)),
    Festival.GHOST_FESTIVAL: (Group.TRADITIONAL, Lunar(7, 15)),
    Festival.MID_AUTUMN: (Group.TRADITIONAL, Lunar(8, 15)),
    Festival.DOUBLE_NINTH: (Group.TRADITIONAL, Lunar(9, 9)),
    Festival.WINTER_CLOTHES: (Group.TRADITIONAL, Lunar(10, 1)),
    Festival.WINTER_SOLSTICE: (Group.TRADITIONAL, ByTerm(Term.WINTER_SOLSTICE)),
    Festival.LABA: (Group.TRADITIONAL, Lunar(12, 8)),
    Festival.LITTLE_NEW_YEAR: (Group.TRADITIONAL, Lunar(12, 23)),
    Festival.SOUTHERN_LITTLE_NEW_YEAR: (Group.TRADITIONAL, Lunar(12, 24)),
    Festival.NEW_YEARS_EVE: (Group.TRADITIONAL, LastLunarDay()),
}


def festivals_of(day: date) -> tuple[Festival, ...]:
    """What falls on a day, traditional festivals first."""
    lunar.month_of(day)
    return _of_year(day.year).get(day, ())


def group_of(festival: Festival) -> Group:
    return RULES[festival][0]


def dates_of(festival: Festival, year: int) -> list[date]:
    """The days of a Gregorian year a festival falls on.

    Those of the last lunar month fall on two days of some years and on none of others.
    """
    return RULES[festival][1].dates(year)


def _in_year(year: int, solar: Callable[[int], date]) -> list[date]:
    """Days of a Gregorian year among those of the lunar year of that number and of the one before."""
    if not lunar.knows_year(year):
        raise lunar.outside()
    found = [solar(of) for of in (year - 1, year) if lunar.knows_year(of)]
    return [one for one in found if one.year == year]


@cache
def _of_year(year: int) -> dict[date, tuple[Festival, ...]]:
    found: dict[date, tuple[Festival, ...]] = {}
    for festival in sorted(RULES, key=lambda one: group_of(one) != Group.TRADITIONAL):
        for on in dates_of(festival, year):
            found[on] = (*found.get(on, ()), festival)
    return found
