"""`rmdesk interaction`: contacts with customers, recorded and listed."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from rmdesk import choices
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.models import Channel, CommitmentKind, ContactResult, InteractionKind, Level, Satisfaction
from rmdesk.services import amounts, interactions, names, promises
from rmdesk.services.capture.lexicon import promise_kind
from rmdesk.services.customers import access
from rmdesk.services.interactions import InteractionRow
from rmdesk.words import QT_TRANSLATE_NOOP, translate


class InteractionAdd(Command):
    name = ("interaction", "add")
    help = QT_TRANSLATE_NOOP("help", "record a contact with a customer, and what is to follow")
    group_help = QT_TRANSLATE_NOOP("help", "contacts with customers")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--customer",
            required=True,
            metavar="NO",
            help=QT_TRANSLATE_NOOP("help", "the customer number, or the uid"),
        )
        parser.add_argument(
            "--channel",
            required=True,
            choices=_values(Channel),
            help=QT_TRANSLATE_NOOP("help", "the way of contact"),
        )
        parser.add_argument(
            "--on", metavar="D", help=QT_TRANSLATE_NOOP("help", "the day, as 2026-09-10 (default today)")
        )
        parser.add_argument(
            "--at", metavar="TIME", help=QT_TRANSLATE_NOOP("help", "the time of day, as 9:30")
        )
        parser.add_argument(
            "--minutes", type=int, metavar="N", help=QT_TRANSLATE_NOOP("help", "how long it took")
        )
        parser.add_argument(
            "--result", choices=_values(ContactResult), help=QT_TRANSLATE_NOOP("help", "what became of it")
        )
        parser.add_argument(
            "--level", choices=_values(Level), help=QT_TRANSLATE_NOOP("help", "on which level")
        )
        parser.add_argument(
            "--kind", choices=_values(InteractionKind), help=QT_TRANSLATE_NOOP("help", "what it was for")
        )
        parser.add_argument(
            "--purpose", metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "its purpose, in one line")
        )
        parser.add_argument("--content", metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "what was said"))
        parser.add_argument(
            "--satisfaction",
            choices=_values(Satisfaction),
            help=QT_TRANSLATE_NOOP("help", "how the customer felt"),
        )
        parser.add_argument(
            "--need", metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "what the customer is expected to want")
        )
        parser.add_argument(
            "--need-amount", metavar="AMOUNT", help=QT_TRANSLATE_NOOP("help", "of how much, in yuan (45万)")
        )
        parser.add_argument(
            "--cost", metavar="AMOUNT", help=QT_TRANSLATE_NOOP("help", "what it cost, in yuan")
        )
        parser.add_argument("--cost-for", metavar="TEXT", help=QT_TRANSLATE_NOOP("help", "what for"))
        parser.add_argument(
            "--cost-reason",
            metavar="TEXT",
            help=QT_TRANSLATE_NOOP("help", "why so much, above the branch's limit"),
        )
        parser.add_argument(
            "--next",
            nargs=2,
            metavar=("D", "TEXT"),
            help=QT_TRANSLATE_NOOP("help", "the next step and its day"),
        )
        parser.add_argument(
            "--promise",
            nargs=2,
            metavar=("D", "TEXT"),
            help=QT_TRANSLATE_NOOP("help", "a promise and its day"),
        )
        parser.add_argument(
            "--promise-kind",
            choices=_values(CommitmentKind),
            help=QT_TRANSLATE_NOOP("help", "rate, fee and exception need approval"),
        )

    def run(self, call: Call) -> Answer:
        asked = call.arguments
        given: dict[str, Any] = {
            "channel": asked.channel,
            "held_on": asked.on,
            "at_minute": asked.at,
            "duration_minutes": asked.minutes,
            "result": asked.result,
            "level": asked.level,
            "kind": asked.kind,
            "purpose": asked.purpose,
            "content": asked.content,
            "satisfaction": asked.satisfaction,
            "need": asked.need,
            "need_amount_fen": _fen(asked.need_amount, "interaction.need_amount_fen"),
            "cost_fen": _fen(asked.cost, "interaction.cost_fen"),
            "cost_for": asked.cost_for,
            "cost_reason": asked.cost_reason,
        }
        kept = {name: value for name, value in given.items() if value is not None}
        follow_up = None if asked.next is None else {"due_on": asked.next[0], "step": asked.next[1]}
        commitment = None
        if asked.promise is not None:
            commitment = {"due_on": asked.promise[0], "promise": asked.promise[1]}
            # As in the window: one on a rate waits for approval although nobody thought of saying so.
            kind = asked.promise_kind or promise_kind(names.fold(asked.promise[1]))
            if kind is not None:
                commitment["kind"] = kind
        with call.signed_in() as vault, vault.store.write() as session:
            customer = access.find(session, asked.customer)
            row = interactions.add_interaction(
                session, customer.uid, kept, follow_up=follow_up, commitment=commitment
            )
            shown = _described(interactions.load_interaction(session, row.uid))
        return Answer(shown, translate("cli", "The contact was recorded."))


class InteractionList(Command):
    name = ("interaction", "list")
    help = QT_TRANSLATE_NOOP("help", "a customer's contacts, the newest first, and what is owed to them")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--customer",
            required=True,
            metavar="NO",
            help=QT_TRANSLATE_NOOP("help", "the customer number, or the uid"),
        )

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault, vault.store.read() as session:
            customer = access.find(session, call.arguments.customer)
            found = [_described(one) for one in interactions.list_interactions(session, customer.uid)]
            owed = [_owed(one) for one in promises.list_owed(session, customer.uid)]
        lines = [
            "\t".join(
                (
                    one["on"],
                    choices.word("interaction", "channel", one["channel"]),
                    choices.word("interaction", "result", one["result"]),
                    one["content"] or one["purpose"] or "",
                )
            )
            for one in found
        ]
        lines += ["\t".join((one["due_on"], one["kind"], one["state"], one["words"])) for one in owed]
        data = {"interactions": found, "owed": owed}
        return Answer(data, "\n".join(lines) or translate("cli", "There is nothing yet."))


def _values(enumeration: Any) -> list[str]:
    return [one.value for one in enumeration]


def _fen(typed: str | None, what: str) -> int | None:
    return None if typed is None else amounts.read(typed, what)


def _yuan(fen: int | str | None) -> str | None:
    return amounts.yuan(fen) if isinstance(fen, int) else fen


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _time(minute: int | None) -> str | None:
    return None if minute is None else f"{minute // 60:02}:{minute % 60:02}"


def _described(row: InteractionRow) -> dict[str, Any]:
    return {
        "uid": row.uid,
        "version": row.version,
        "on": row.held_on.isoformat(),
        "at": _time(row.at_minute),
        "minutes": row.duration_minutes,
        "channel": row.channel,
        "result": row.result,
        "staff": row.staff,
        "level": row.level,
        "kind": row.kind,
        "purpose": row.purpose,
        "content": row.content,
        "satisfaction": row.satisfaction,
        "need": row.need,
        "need_amount": _yuan(row.need_amount_fen),
        "need_on": _iso(row.need_on),
        "cost": _yuan(row.cost_fen),
        "cost_for": row.cost_for,
        "cost_reason": row.cost_reason,
    }


def _owed(row: promises.Owed) -> dict[str, Any]:
    return {
        "uid": row.uid,
        "version": row.version,
        "kind": row.table,
        "words": row.words,
        "detail": row.detail,
        "due_on": row.due_on.isoformat(),
        "at": _time(row.at_minute),
        "state": row.state,
        "staff": row.staff,
    }
