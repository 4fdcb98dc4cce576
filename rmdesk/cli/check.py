"""`rmdesk check`: whether everything of the vault is sound; changes nothing of it."""

from __future__ import annotations

from rmdesk import messages
from rmdesk.cli.command import PROGRAM, Answer, Call, Command
from rmdesk.services import checking
from rmdesk.words import QT_TRANSLATE_NOOP, translate


class Check(Command):
    name = ("check",)
    help = QT_TRANSLATE_NOOP("help", "check key file, database, change records and anchor; changes nothing")

    def run(self, call: Call) -> Answer:
        unlocked = call.unlocked()
        report = checking.check(unlocked, program=PROGRAM)
        data = {
            "sound": not report.problems,
            "vault": str(unlocked.folder.root),
            "people": report.people,
            "sets": report.sets,
            "records": report.records,
            "head": report.head,
            "anchored": report.anchored,
            "attachments": report.attachments,
            "problems": [
                {"code": problem.code, "message": messages.sentence(problem)} for problem in report.problems
            ],
        }
        for problem in report.problems[1:]:
            call.output.say(messages.sentence(problem))
        error = report.problems[0] if report.problems else None
        return Answer(
            data,
            translate("cli", "The vault is sound: {sets} entries in its audit trail.", sets=report.sets),
            error,
        )
