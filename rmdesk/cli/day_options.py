"""Options that several commands have: days, whose, by which way of contact."""

from __future__ import annotations

import argparse
from datetime import date

from rmdesk.models import Channel
from rmdesk.words import QT_TRANSLATE_NOOP, translate


def iso_date(typed: str) -> date:
    """The type of an argument that is a day."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(translate("cli", "A day as 2026-09-10 is needed.")) from None


def add_day(parser: argparse.ArgumentParser, name: str, told: str | None = None, **more: object) -> None:
    """An option that is a day; `told` is its help, marked for translation."""
    parser.add_argument(name, type=iso_date, metavar="D", help=told, **more)  # type: ignore[arg-type]


def add_span(parser: argparse.ArgumentParser, first: str, last: str) -> None:
    """`--from` and `--to`, with their help; what is left out is None."""
    add_day(parser, "--from", first, dest="first")
    add_day(parser, "--to", last, dest="last")


def add_log_day(parser: argparse.ArgumentParser) -> None:
    """`--date` of a command about one day of the daily log."""
    add_day(parser, "--date", QT_TRANSLATE_NOOP("help", "the day of the log, today by default"))


def add_whose(parser: argparse.ArgumentParser) -> None:
    """`--manager` of a command that cannot be about oneself."""
    parser.add_argument("--manager", required=True, metavar="M", help=QT_TRANSLATE_NOOP("help", "whose"))


def add_whose_or_own(parser: argparse.ArgumentParser) -> None:
    """`--manager` of a command that is about oneself without it."""
    told = QT_TRANSLATE_NOOP("help", "whose, oneself by default")
    parser.add_argument("--manager", metavar="M", help=told)


def add_channel(parser: argparse.ArgumentParser) -> None:
    told = QT_TRANSLATE_NOOP("help", "the way of contact")
    parser.add_argument("--channel", choices=[one.value for one in Channel], help=told)
