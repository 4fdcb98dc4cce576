"""`rmdesk lunar`: the Chinese calendar, day by day; needs no vault."""

from __future__ import annotations

import argparse
import csv
import io
from datetime import date
from typing import Any

from rmdesk.cli.command import Answer, Call, Command
from rmdesk.services.errors import UsageError, UserError
from rmdesk.words import QT_TRANSLATE_NOOP, translate

FIRST_YEAR, LAST_YEAR = 1901, 2099  # of which every day is known to be the official almanac's
_COLUMNS = ("date", "lunar_year", "month", "is_leap", "day", "solar_term", "festival")


class Lunar(Command):
    name = ("lunar",)
    help = QT_TRANSLATE_NOOP("help", "print the Chinese calendar, a line for each day")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--table",
            type=int,
            nargs=2,
            required=True,
            metavar=("FROM_YEAR", "TO_YEAR"),
            help=translate(
                "help", "Gregorian years, both included ({first} to {last})", first=FIRST_YEAR, last=LAST_YEAR
            ),
        )

    def run(self, call: Call) -> Answer:
        first, last = call.arguments.table
        if first > last:
            raise UsageError("usage.years_backwards", first=first, last=last)
        if first < FIRST_YEAR or last > LAST_YEAR:
            raise UserError("calendar.years_outside", first=FIRST_YEAR, last=LAST_YEAR)
        found = [
            _described(date.fromordinal(number))
            for number in range(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1)
        ]
        written = io.StringIO()
        rows = csv.DictWriter(written, _COLUMNS, lineterminator="\n")
        rows.writeheader()
        rows.writerows(found)
        return Answer(found, written.getvalue().rstrip("\n"))


def _described(day: date) -> dict[str, Any]:
    # Late: every start of the program reads this file.
    from rmdesk import calendar_labels
    from rmdesk.services import almanac

    lunar = almanac.to_lunar(day)
    term = almanac.term_of(day)
    # Names are the almanac's own, in Chinese whatever the language of the messages: programs compare them.
    festivals = (calendar_labels.festival(one, to="zh_CN") for one in almanac.festivals_of(day))
    return {
        "date": day.isoformat(),
        "lunar_year": lunar.year,
        "month": lunar.month,
        "is_leap": int(lunar.is_leap),
        "day": lunar.day,
        "solar_term": None if term is None else calendar_labels.term(term, to="zh_CN"),
        "festival": "、".join(festivals) or None,
    }
