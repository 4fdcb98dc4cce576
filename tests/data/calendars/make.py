"""Write the table of the Chinese calendar anew; needs `sxtwl`, which neither the program nor its tests do.

python tests/data/calendars/make.py

`sxtwl` is the almanac 寿星天文历 of Xu Jianwei: computed from the theories of sun and moon, and corrected
where the calendar that was in force deviates. Six solar terms are put on the day that the Hong Kong
Observatory's tables are said to give, see PRINTED; those tables themselves were not read for this.
`tests/services/almanac` checks what is written against another computation.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

FIRST_YEAR, LAST_YEAR = 1900, 2100
TABLE = Path(__file__).parents[3] / "resources" / "calendars" / "chinese.csv"


# The day of a solar term in the Observatory's tables, where it is not the computed one: at second hand, as
# three public collections agree. To be compared with T1912c.txt … T1979c.txt of the Observatory.
PRINTED = {
    date(1912, 11, 22): date(1912, 11, 23),
    date(1913, 9, 23): date(1913, 9, 24),
    date(1917, 12, 8): date(1917, 12, 7),
    date(1927, 9, 9): date(1927, 9, 8),
    date(1928, 6, 22): date(1928, 6, 21),
    date(1979, 1, 20): date(1979, 1, 21),
}


def main() -> None:
    import sxtwl

    starts: dict[int, list[tuple[date, int, bool]]] = {}  # lunar year → first day, number, leap of its months
    terms: dict[int, list[date]] = {}
    day = date(FIRST_YEAR, 1, 1)
    while day < date(LAST_YEAR + 1, 3, 15):
        found = sxtwl.fromSolar(day.year, day.month, day.day)
        if found.getLunarDay() == 1:
            month = (day, found.getLunarMonth(), found.isLunarLeap())
            starts.setdefault(found.getLunarYear(), []).append(month)
        if found.hasJieQi():
            terms.setdefault(day.year, []).append(PRINTED.get(day, day))
        day += timedelta(days=1)
    with TABLE.open("w", encoding="utf-8", newline="\n") as file:
        file.write("year,new_year,leap_month,lengths,terms\n")
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            months = starts[year]
            after = [*(start for start, _, _ in months[1:]), starts[year + 1][0][0]]
            lengths = [(end - start).days for (start, _, _), end in zip(months, after, strict=True)]
            leap = next((number for _, number, is_leap in months if is_leap), 0)
            row = (year, months[0][0], leap, " ".join(map(str, lengths)))
            days = " ".join(str(term.day) for term in terms[year])
            file.write(",".join(map(str, (*row, days))) + "\n")


if __name__ == "__main__":
    main()
