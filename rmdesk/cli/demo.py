"""`rmdesk demo`: a branch of invented people in a vault that has no customers yet."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from rmdesk import labels
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.services import staff
from rmdesk.services.files import read_first_line
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_REPORTS = 20  # at most, on standard error


class Demo(Command):
    name = ("demo",)
    help = QT_TRANSLATE_NOOP(
        "help", "add a branch of invented customers and its staff to a vault without customers"
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--customers",
            type=int,
            required=True,
            metavar="N",
            help=QT_TRANSLATE_NOOP("help", "how many customers to invent"),
        )
        parser.add_argument(
            "--seed",
            type=int,
            default=1,
            metavar="S",
            help=QT_TRANSLATE_NOOP("help", "the same seed invents the same branch (default 1)"),
        )
        parser.add_argument(
            "--new-password-file",
            type=Path,
            required=True,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP(
                "help", "a UTF-8 file; its first line is the password of every person added"
            ),
        )

    def run(self, call: Call) -> Answer:
        from rmdesk.services import demo  # late: every start of the program reads this file

        customers, seed = call.arguments.customers, call.arguments.seed
        password = read_first_line(call.arguments.new_password_file)
        said = 0

        def report(done: int, total: int) -> None:
            nonlocal said
            part = done * _REPORTS // max(total, 1)
            if part > said and done < total:
                said = part
                call.output.say(translate("cli", "{done} of {total} customers.", done=done, total=total))

        with call.signed_in() as vault:
            with vault.store.read() as session:
                demo.check(session, customers)
                taken = {person.name for person in staff.list_staff(session, with_disabled=False)}
            people = demo.prepare_people(vault, taken, password)
            with vault.store.write() as session:
                added = demo.add_branch(
                    session,
                    vault,
                    people,
                    customers=customers,
                    seed=seed,
                    today=date.today(),
                    progress=report,
                )
                listed = [
                    {"name": one.name, "roles": sorted(role.value for role in one.role_set)} for one in added
                ]
        lines = [f"{one['name']}\t{labels.roles(one['roles'])}" for one in listed]
        lines.append(
            translate(
                "cli",
                "{customers} invented customers and {people} people were added.",
                customers=customers,
                people=len(listed),
            )
        )
        return Answer({"customers": customers, "seed": seed, "staff": listed}, "\n".join(lines))
