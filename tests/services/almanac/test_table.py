"""The shipped table against a computation from published formulas, and against what observatories printed."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest

from rmdesk.services import almanac
from rmdesk.services.almanac import LunarDate, Term
from rmdesk.services.errors import UserError
from tests.data.calendars.make import PRINTED
from tests.support import astronomy

FIRST, LAST = 1900, 2100

# The almanac of the Qing dynasty, reckoned from older theories, began this month a day after the new moon.
LATE_MONTHS = {date(1906, 4, 23): date(1906, 4, 24)}


@pytest.fixture(scope="module")
def computed_terms() -> dict[int, list[date]]:
    """Gregorian year → its 24 terms."""
    return {
        year: [date.fromordinal(math.floor(moment)) for moment in astronomy.terms(year)]
        for year in range(FIRST - 1, LAST + 2)
    }


@pytest.fixture(scope="module")
def computed_months(computed_terms: dict[int, list[date]]) -> dict[date, tuple[int, bool]]:
    """First day → number and leap of its month."""
    starts = (date.fromordinal(math.floor(moment)) for moment in astronomy.new_moons(FIRST - 1, LAST + 1))
    numbered = astronomy.numbered(
        [LATE_MONTHS.get(one, one).toordinal() for one in starts],
        [year[Term.WINTER_SOLSTICE].toordinal() for year in computed_terms.values()],
        [one.toordinal() for year in computed_terms.values() for one in year[1::2]],
    )
    return {date.fromordinal(first): found for first, found in numbered.items()}


def test_every_month_begins_and_is_numbered_as_computed(
    computed_months: dict[date, tuple[int, bool]],
) -> None:
    shipped = {
        date.fromordinal(month.first): (month.number, month.is_leap)
        for year in range(FIRST, LAST + 1)
        for month in almanac.months(year)
    }
    first, last = min(shipped), max(shipped)
    assert len(shipped) == 2486
    assert shipped == {day: found for day, found in computed_months.items() if first <= day <= last}


def test_every_term_falls_as_computed_or_as_it_was_printed(computed_terms: dict[int, list[date]]) -> None:
    different = {}
    for year in range(FIRST, LAST + 1):
        for term, computed in zip(Term, computed_terms[year], strict=True):
            if almanac.term_date(year, term) != computed:
                different[computed] = almanac.term_date(year, term)
    # The severe cold of 1979 began two seconds from midnight by these formulas, on the day that was printed.
    assert different == {day: printed for day, printed in PRINTED.items() if day.year != 1979}


def test_every_day_there_and_back_and_one_after_the_other() -> None:
    day, before = almanac.first_day(), None
    assert almanac.to_lunar(day) == LunarDate(1900, 1, False, 1)
    while day <= almanac.last_day():
        lunar = almanac.to_lunar(day)
        assert almanac.to_solar(lunar) == day
        assert before is None or lunar > before
        assert lunar.day == 1 or (before is not None and lunar[:3] == before[:3])
        before, day = lunar, day + timedelta(days=1)
    assert before == LunarDate(2100, 12, False, 1)


@pytest.mark.parametrize(
    ("year", "number"),
    # Notorious leap months, pinned against a change of the table; not compared with the Observatory's files.
    [
        *((1903, 5), (1914, 5), (1922, 5), (1933, 5), (1938, 7), (1957, 8), (1968, 7), (1976, 8)),
        *((1984, 10), (1985, None), (1987, 6), (1995, 8), (2012, 4), (2014, 9), (2017, 6), (2020, 4)),
        *((2023, 2), (2025, 6), (2033, 11), (2034, None), (2052, 8), (2055, 6), (2089, None), (2096, 4)),
        (2099, 2),
    ],
)
def test_leap_months(year: int, number: int | None) -> None:
    assert almanac.leap_month(year) == number
    assert [month.number for month in almanac.months(year) if month.is_leap] == [number] * (
        number is not None
    )


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        # New moons within minutes of midnight, of which the Observatory is quoted as warning:
        (date(2057, 9, 28), LunarDate(2057, 9, False, 1)),
        (date(2089, 9, 4), LunarDate(2089, 8, False, 1)),
        (date(2097, 8, 7), LunarDate(2097, 7, False, 1)),
        # Almanacs of Chinese communities abroad differ in these (its blog of 3 May 2013, table 1):
        (date(2013, 6, 8), LunarDate(2013, 5, False, 1)),
        (date(2030, 2, 3), LunarDate(2030, 1, False, 1)),
        # Summer of 1933, when programs that know no clock but that of today lose a day:
        (date(1933, 7, 23), LunarDate(1933, 6, False, 1)),
        (date(1933, 7, 22), LunarDate(1933, 5, True, 30)),
        # Mid-autumn of 1978, kept on 17 September in the mainland and on the 16th in Hong Kong:
        (date(1978, 9, 3), LunarDate(1978, 8, False, 1)),
        (date(1978, 9, 17), LunarDate(1978, 8, False, 15)),
        # The months of 1914 to 1924 go by the mean time of Beijing:
        (date(1914, 11, 17), LunarDate(1914, 10, False, 1)),
        (date(1916, 2, 3), LunarDate(1916, 1, False, 1)),
        (date(1920, 11, 10), LunarDate(1920, 10, False, 1)),
        (date(1924, 3, 5), LunarDate(1924, 2, False, 1)),
        # By the clock of 105° E, as in Vietnam, this New Year came a month earlier:
        (date(1985, 2, 20), LunarDate(1985, 1, False, 1)),
        # A new moon less than six minutes after midnight:
        (date(1989, 8, 2), LunarDate(1989, 7, False, 1)),
        (date(1953, 2, 14), LunarDate(1953, 1, False, 1)),
        # The leap month of winter 2033, and the New Year after it:
        (date(2033, 12, 22), LunarDate(2033, 11, True, 1)),
        (date(2034, 2, 19), LunarDate(2034, 1, False, 1)),
        (date(1901, 1, 1), LunarDate(1900, 11, False, 11)),
        (date(2099, 12, 31), LunarDate(2099, 11, False, 20)),
    ],
)
def test_days_that_programs_get_wrong(day: date, lunar: LunarDate) -> None:
    assert almanac.to_lunar(day) == lunar
    assert almanac.to_solar(lunar) == day


@pytest.mark.parametrize(
    ("day", "term"),
    # Terms within two minutes of midnight, and the six that the table's maker corrects.
    [
        (date(2021, 12, 21), Term.WINTER_SOLSTICE),
        (date(2051, 3, 20), Term.VERNAL_EQUINOX),
        (date(2083, 2, 3), Term.SPRING_COMMENCES),
        (date(2084, 3, 19), Term.VERNAL_EQUINOX),
        (date(1912, 11, 23), Term.LIGHT_SNOW),
        (date(1913, 9, 24), Term.AUTUMNAL_EQUINOX),
        (date(1917, 12, 7), Term.HEAVY_SNOW),
        (date(1927, 9, 8), Term.WHITE_DEW),
        (date(1928, 6, 21), Term.SUMMER_SOLSTICE),
        (date(1979, 1, 21), Term.SEVERE_COLD),
        (date(2026, 4, 5), Term.BRIGHT_AND_CLEAR),
        (date(2028, 4, 4), Term.BRIGHT_AND_CLEAR),
    ],
)
def test_terms_close_to_midnight(day: date, term: Term) -> None:
    assert almanac.term_of(day) == term
    assert almanac.term_of(day - timedelta(days=1)) is None
    assert almanac.term_of(day + timedelta(days=1)) is None


def test_beyond_the_table_is_said() -> None:
    outside = (date(1900, 1, 30), date(2101, 1, 1), date(1850, 6, 1))
    for day in outside:
        for ask in (almanac.to_lunar, almanac.festivals_of):
            with pytest.raises(UserError) as refused:
                ask(day)
            assert refused.value.code == "calendar.outside"
            assert refused.value.params == {"first": date(1900, 1, 31), "last": date(2100, 12, 31)}
    for year in (1899, 2101):
        with pytest.raises(UserError) as refused:
            almanac.new_year(year)
        assert refused.value.code == "calendar.outside"


def test_a_lunar_day_that_does_not_exist_is_an_error() -> None:
    for lunar in (LunarDate(2026, 6, True, 1), LunarDate(2026, 12, False, 30), LunarDate(2026, 1, False, 0)):
        with pytest.raises(ValueError, match="lunar"):
            almanac.to_solar(lunar)
