"""`rmdesk salvage`: what can still be read of a damaged database, as a copy among the backups."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rmdesk import labels, words
from rmdesk.cli.command import PROGRAM, Answer, Call, Command
from rmdesk.services.errors import Damaged
from rmdesk.words import QT_TRANSLATE_NOOP, translate


class Salvage(Command):
    name = ("salvage",)
    help = QT_TRANSLATE_NOOP("help", "read what can be read of a damaged vault into a copy among the backups")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "file",
            nargs="?",
            type=Path,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP("help", "a damaged database that was kept; else that of the vault"),
        )
        parser.add_argument(
            "--report",
            type=Path,
            metavar="FILE.pdf",
            help=QT_TRANSLATE_NOOP("help", "what was read and lost, as PDF; it names no customer"),
        )

    def run(self, call: Call) -> Answer:
        # Late, as all that only some commands need.
        from rmdesk.services import salvage

        unlocked = call.unlocked()
        file = call.arguments.file
        found = salvage.salvage_closed(unlocked, None if file is None else file.absolute(), program=PROGRAM)
        if call.arguments.report is not None:
            from rmdesk.services import reports
            from rmdesk.services.reports import saving

            gathered = reports.find("salvage").gather(None, found=found)
            made = reports.of_data(
                "salvage", gathered, branch=unlocked.keyfile.branch, printed_by=unlocked.slot.name
            )
            saving.save(call.arguments.report.absolute(), reports.render(made, words.language()).pdf, None)
        data = {
            "name": found.copy.name.text,
            "complete": found.is_complete,
            "pages": found.pages,
            "damaged_pages": found.damaged_pages,
            "read": found.read,
            "lost": found.lost,
            "unplaced": found.unplaced,
            "detached": found.detached,
            "dropped": found.dropped,
            "newest_backup": None if found.backup is None else found.backup.name.text,
            "newer": found.newer,
            "tables": [_data(one) for one in found.tables],
        }
        text = translate(
            "cli",
            "Salvaged as {name}: {read} records, nothing is missing.",
            name=data["name"],
            read=found.read,
        )
        if found.is_complete:
            return Answer(data, text)
        for one in found.tables:
            if one.lost != 0:
                call.output.say(_line(one))
        return Answer(
            data, text, Damaged("salvage.incomplete", name=data["name"], read=found.read, lost=found.lost)
        )


def _data(one: Any) -> dict[str, Any]:
    return {"table": one.name, "read": one.read, "lost": one.lost, "damaged_pages": one.lost_pages}


def _line(one: Any) -> str:
    if one.lost is None:
        return translate(
            "cli",
            "{table}: {read} read; how many are lost is not known",
            table=labels.table(one.name),
            read=one.read,
        )
    return translate(
        "cli", "{table}: {read} read, {lost} lost", table=labels.table(one.name), read=one.read, lost=one.lost
    )
