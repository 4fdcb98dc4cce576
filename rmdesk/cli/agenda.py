"""`rmdesk agenda` and `rmdesk touchpoint …`: whom to contact, when and why; and what was done about it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from rmdesk import care_labels
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.cli.day_options import add_day, add_span, iso_date
from rmdesk.services import amounts, care, export, staff
from rmdesk.services.care import Asked, Key, Kind, State, Touchpoint
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.words import QT_TRANSLATE_NOOP, translate


def _narrow(parser: argparse.ArgumentParser) -> None:
    """Options of the commands that list touchpoints: of which kind, of whose customers."""
    parser.add_argument(
        "--kind",
        choices=[kind.value for kind in care.COMPUTED],
        help=QT_TRANSLATE_NOOP("help", "of this kind only"),
    )
    parser.add_argument(
        "--manager",
        metavar="M",
        help=QT_TRANSLATE_NOOP("help", "of customers in this person's charge only"),
    )


class Agenda(Command):
    name = ("agenda",)
    help = QT_TRANSLATE_NOOP("help", "whom to contact on some days, and why")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add_span(
            parser,
            QT_TRANSLATE_NOOP("help", "first day, today by default"),
            QT_TRANSLATE_NOOP("help", "last day, the first by default"),
        )
        _narrow(parser)

    def run(self, call: Call) -> Answer:
        given = call.arguments
        today = date.today()
        first = given.first or today
        with call.signed_in() as vault, vault.store.read() as session:
            manager = None if given.manager is None else staff.get_active(session, given.manager).id
            asked = Asked(
                first,
                given.last or first,
                today,
                manager_id=manager,
                kinds=None if given.kind is None else frozenset({Kind(given.kind)}),
            )
            found = care.agenda(session, asked)
            persons = care.load_persons(
                session, (one.key.customer_id for one in found if one.key.customer_id)
            )
            rows = [_described(one, persons) for one in found]
        lines = ["\t".join(str(value) for value in row.values() if value is not None) for row in rows]
        return Answer(rows, "\n".join(lines) or translate("cli", "Nothing is due on these days."))


class Ics(Command):
    name = ("ics",)
    help = QT_TRANSLATE_NOOP(
        "help", "the care calendar as a file for other calendar programs, recorded in the audit trail"
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add_day(parser, "--from", dest="first", required=True)
        add_day(parser, "--to", dest="last", required=True)
        parser.add_argument(
            "--out",
            type=Path,
            required=True,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP("help", "the file to write"),
        )
        _narrow(parser)
        parser.add_argument(
            "--reason",
            metavar="TEXT",
            help=QT_TRANSLATE_NOOP("help", "why full names are needed; for those who may export them"),
        )

    def run(self, call: Call) -> Answer:
        given = call.arguments
        with call.signed_in() as vault:
            manager = None
            if given.manager is not None:
                with vault.store.read() as session:
                    manager = staff.get_active(session, given.manager).id
            asked = Asked(
                given.first,
                given.last,
                date.today(),
                manager_id=manager,
                kinds=None if given.kind is None else frozenset({Kind(given.kind)}),
            )
            request = export.CalendarRequest(asked, given.out.absolute(), given.reason)
            done = export.export_calendar(vault.store, request, lambda _done, _total: None)
        told = (
            translate("cli", "{rows} events, masked, are in {file}.", rows=done.rows, file=done.target)
            if done.masked
            else translate("cli", "{rows} events are in {file}.", rows=done.rows, file=done.target)
        )
        return Answer({"file": str(done.target), "events": done.rows, "masked": done.masked}, told)


class _Act(Command):
    """What the commands that act upon a touchpoint share: which one it is."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--customer",
            required=True,
            metavar="NO",
            help=QT_TRANSLATE_NOOP("help", "customer number or uid"),
        )
        parser.add_argument("--kind", required=True, choices=[kind.value for kind in care.COMPUTED])
        parser.add_argument(
            "--date",
            required=True,
            type=iso_date,
            metavar="D",
            help=QT_TRANSLATE_NOOP("help", "the day it is due on"),
        )

    def act(self, call: Call, do: Callable[[Session, list[Key]], object]) -> Answer:
        given = call.arguments
        with call.signed_in() as vault, vault.store.write() as session:
            customer = access.find(session, given.customer)
            kinds = frozenset({Kind(given.kind)})
            asked = Asked(given.date, given.date, date.today(), kinds=kinds, customers=(customer.id,))
            every = care.agenda(session, asked)
            found = [one.key for one in every if one.state is State.OPEN]
            if not found:
                raise UserError("care.acted_already" if every else "care.gone")
            do(session, found)
        return Answer({"touchpoints": len(found)}, translate("cli", "{count} touchpoints.", count=len(found)))


class Done(_Act):
    name = ("touchpoint", "done")
    help = QT_TRANSLATE_NOOP("help", "say that it was done")
    group_help = QT_TRANSLATE_NOOP("help", "what was done about touchpoints")

    def run(self, call: Call) -> Answer:
        return self.act(call, lambda session, keys: care.mark_done(session, keys, today=date.today()))


class Postpone(_Act):
    name = ("touchpoint", "postpone")
    help = QT_TRANSLATE_NOOP("help", "put it off to another day")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--to", required=True, type=iso_date, metavar="D")

    def run(self, call: Call) -> Answer:
        to = call.arguments.to
        return self.act(call, lambda session, keys: care.postpone(session, keys, to, today=date.today()))


class Skip(_Act):
    name = ("touchpoint", "skip")
    help = QT_TRANSLATE_NOOP("help", "leave it undone, for a reason")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--reason", required=True, metavar="TEXT")

    def run(self, call: Call) -> Answer:
        reason = call.arguments.reason
        return self.act(call, lambda session, keys: care.skip(session, keys, reason, today=date.today()))


def _described(one: Touchpoint, persons: dict[int, care.Person]) -> dict[str, Any]:
    person = persons.get(one.key.customer_id or 0)
    state = "postponed" if one.postponed else one.state.value
    return {
        "date": one.day.isoformat(),
        "kind": one.kind.value,
        "customer_no": None if person is None else person.number,
        "customer": None if person is None else person.name,
        "reason": care_labels.reason(one),
        "state": state,
        "due_amount": None if one.amount_fen is None else amounts.yuan(one.amount_fen),
        "count": one.count,
    }
