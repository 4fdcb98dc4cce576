"""`rmdesk search`: customers by name, pinyin, phone, employer, tag."""

from __future__ import annotations

import argparse
from typing import Any

from rmdesk.cli.command import Answer, Call, Command
from rmdesk.services import amounts
from rmdesk.services.archive.lookup import Found, look_up
from rmdesk.services.search.index import LIMIT
from rmdesk.words import QT_TRANSLATE_NOOP, translate


class Search(Command):
    name = ("search",)
    help = QT_TRANSLATE_NOOP(
        "help", "find customers by part of a name, pinyin, initials, number, phone, employer, tag; best first"
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "text",
            metavar="TEXT",
            help=QT_TRANSLATE_NOOP("help", "what is looked for; several words must all fit"),
        )
        parser.add_argument(
            "--limit",
            type=whole_count,
            default=LIMIT,
            metavar="N",
            help=QT_TRANSLATE_NOOP("help", "how many at most (default %(default)s)"),
        )

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault, vault.store.read() as session:
            found = [
                described(one) for one in look_up(session, call.arguments.text, limit=call.arguments.limit)
            ]
        lines = ["\t".join(value or "" for value in one.values()) for one in found]
        return Answer(found, "\n".join(lines) or translate("cli", "Nobody was found."))


def whole_count(typed: str) -> int:
    """How many, as it is typed."""
    # Longer numbers are more than the database can count.
    if not typed.isdecimal() or len(typed) > 9 or int(typed) < 1:
        raise argparse.ArgumentTypeError(translate("cli", "A whole number from 1 up is needed."))
    return int(typed)


def described(one: Found) -> dict[str, Any]:
    """A customer that was found, for an answer."""
    return {
        "no": one.number,
        "name": one.name,
        "tier": one.tier,
        "aum": amounts.yuan(one.aum_fen) if isinstance(one.aum_fen, int) else one.aum_fen,
        "phone": one.phone,
        "owner": one.owner,
    }
