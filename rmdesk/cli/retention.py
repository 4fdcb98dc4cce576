"""`rmdesk retention …`: what is older than the branch keeps it, and letting it go."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from rmdesk import labels
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.services.files import read_first_line
from rmdesk.words import QT_TRANSLATE_NOOP, translate


class Due(Command):
    name = ("retention", "due")
    group_help = QT_TRANSLATE_NOOP("help", "how long things are kept, and what is due to go")
    help = QT_TRANSLATE_NOOP("help", "list what is older than the branch keeps it")

    def run(self, call: Call) -> Answer:
        from rmdesk.services import retention

        with call.signed_in() as vault, vault.store.read() as session:
            found = retention.find_due(session, date.today())
        data = {
            "due": [
                {
                    "kind": one.kind,
                    "years": one.years,
                    "before": one.before.isoformat(),
                    "count": one.count,
                    "oldest": None if one.oldest is None else one.oldest.isoformat(),
                }
                for one in found
            ]
        }
        lines = [
            translate(
                "cli",
                "{what}: {years}; {count} from before {day}",
                what=labels.what(f"retention.years.{one.kind}"),
                years=one.years,
                count=one.count,
                day=one.before.isoformat(),
            )
            for one in found
        ]
        return Answer(data, "\n".join(lines))


class Expire(Command):
    name = ("retention", "expire")
    help = QT_TRANSLATE_NOOP(
        "help", "delete for good what is due of these kinds; an administrator and a branch head agree"
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        from rmdesk.services.settings import RETENTION_KINDS

        parser.add_argument(
            "kinds", nargs="+", choices=RETENTION_KINDS, metavar="KIND", help=", ".join(RETENTION_KINDS)
        )
        parser.add_argument("--second", metavar="NAME", help=QT_TRANSLATE_NOOP("help", "who agrees besides"))
        parser.add_argument(
            "--second-password-file",
            type=Path,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP("help", "UTF-8 file whose first line is the second person's password"),
        )

    def run(self, call: Call) -> Answer:
        from rmdesk.services import attachments, recycle_bin, retention

        given = call.arguments
        with call.signed_in() as vault:
            consent = None
            if given.second is not None and given.second_password_file is not None:
                password = read_first_line(given.second_password_file)
                consent = recycle_bin.prepare_consent(vault, given.second, password)
            with vault.store.read() as session:
                due = [one for one in retention.find_due(session, date.today()) if one.kind in given.kinds]
            rest = [one for one in due if one.kind != retention.AUDIT and one.count]
            counts: dict[str, int] = dict.fromkeys(given.kinds, 0)
            if rest:
                with vault.store.write() as session:
                    counts |= retention.expire(session, rest, consent)
            for one in due:
                if one.kind == retention.AUDIT and one.count:
                    with vault.store.write() as session:
                        gone = retention.expire_audit(session, one, consent)
                    counts[one.kind] = 0 if gone is None else gone.sets
            with vault.store.read() as session:
                attachments.sweep(session, vault)
        lines = [
            translate(
                "cli",
                "{what}: {count} deleted",
                what=labels.what(f"retention.years.{kind}"),
                count=count,
            )
            for kind, count in counts.items()
        ]
        return Answer({"deleted": counts}, "\n".join(lines))
