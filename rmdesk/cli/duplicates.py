"""`rmdesk duplicates`: pairs of records that may be one customer, and merging two of them."""

from __future__ import annotations

import argparse
from typing import Any

from rmdesk.cli.command import Answer, Call, Command
from rmdesk.cli.search import whole_count
from rmdesk.services import amounts, duplicates, typed_days
from rmdesk.services.archive import CustomerRow
from rmdesk.services.customers import access
from rmdesk.services.errors import UsageError
from rmdesk.services.store import Store
from rmdesk.words import QT_TRANSLATE_NOOP, language, translate

_LIMIT = 100


class Duplicates(Command):
    name = ("duplicates",)
    help = QT_TRANSLATE_NOOP(
        "help",
        "pairs of records that may be one customer, the likeliest first; `merge NO NO` makes one of two",
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "words",
            nargs="*",
            metavar="merge NO_A NO_B",
            help=QT_TRANSLATE_NOOP(
                "help", "merge these two: the better record stays and gets what the other knows"
            ),
        )
        parser.add_argument(
            "--limit",
            type=whole_count,
            default=_LIMIT,
            metavar="N",
            help=QT_TRANSLATE_NOOP("help", "how many (default %(default)s)"),
        )

    def run(self, call: Call) -> Answer:
        words = call.arguments.words
        if words and (words[0] != "merge" or len(words) != 3):
            raise UsageError("usage.duplicates")
        with call.signed_in() as vault:
            return _merge(vault.store, *words[1:]) if words else _listed(vault.store, call.arguments.limit)


def _listed(store: Store, limit: int) -> Answer:
    with store.read() as session:
        searched = duplicates.gather(session, _silent)
    pairs, _count = duplicates.search(searched.pieces, searched.apart, progress=_silent)
    with store.read() as session:
        rows = duplicates.load_pairs(session, pairs[:limit])
    found = [
        {
            "score": row.pair.score,
            "reason": duplicates.reason(row.pair.reasons),
            "a": _side(row.a),
            "b": _side(row.b),
        }
        for row in rows
    ]
    lines = [
        f"{row.pair.score}\t{_who(row.a)}\t{_who(row.b)}\t{duplicates.reason(row.pair.reasons)}"
        for row in rows
    ]
    return Answer(found, "\n".join(lines) or translate("cli", "No two records look like one customer."))


def _who(row: CustomerRow) -> str:
    return f"{row.name} {row.number or row.uid}"


def _side(row: CustomerRow) -> dict[str, Any]:
    """One record, masked as in the list of customers."""
    day = row.birthday
    told = (
        None if day is None else typed_days.chinese(day) if language() == "zh_CN" else typed_days.english(day)
    )
    return {
        "no": row.number or row.uid,
        "name": row.name,
        "birthday": told,
        "phone": row.phone or None,
        "tier": row.tier,
        "aum": amounts.yuan(row.aum_fen) if isinstance(row.aum_fen, int) else row.aum_fen,
        "owner": row.owner,
    }


def _merge(store: Store, a: str, b: str) -> Answer:
    with store.write() as session:
        uids = [access.find(session, one).uid for one in (a, b)]
        found = duplicates.compare(session, *uids)
        survivor, other = found.survivor, 1 - found.survivor
        take = [one.field.name for one in found.choices if one.differs and one.proposed == other]
        kept = duplicates.merge(
            session,
            uids[survivor],
            uids[other],
            versions=(found.records[survivor].version, found.records[other].version),
            take=take,
        )
        data = {
            "no": kept.number or kept.uid,
            "name": kept.name,
            "merged": (a, b)[other],
            "taken": take,
        }
    return Answer(
        data,
        translate("cli", "{other} is merged into {kept}.", other=data["merged"], kept=data["no"]),
    )


def _silent(_done: int, _total: int) -> None:
    pass
