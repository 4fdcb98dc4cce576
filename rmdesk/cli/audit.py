"""`rmdesk audit …`: the audit trail."""

from __future__ import annotations

import argparse
from typing import Any

from rmdesk import messages
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.services import changes
from rmdesk.services.changes import Verdict
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_PROBLEMS_TOLD = 20


class Verify(Command):
    name = ("audit", "verify")
    group_help = QT_TRANSLATE_NOOP("help", "the audit trail")
    help = QT_TRANSLATE_NOOP(
        "help", "find every edit, deletion, reordering and truncation of the audit trail"
    )

    def run(self, call: Call) -> Answer:
        # No role is asked for: the answer tells figures, nothing that anybody did.
        with call.signed_in() as vault, vault.store.read() as session:
            verdict = changes.verify(session, vault.keys.audit)
        _tell_problems(call, verdict)
        text = translate(
            "cli",
            "The audit trail is sound: {sets} entries, {records} changes; up to entry {number}: {digits}",
            sets=verdict.sets,
            records=verdict.records,
            number=verdict.head.number,
            digits=changes.printed(verdict.head),
        )
        return Answer(_data(verdict), text, changes.broken(verdict))


class Compare(Command):
    name = ("audit", "compare")
    help = QT_TRANSLATE_NOOP(
        "help", "compare a head printed on a daily log with the vault: whether all up to there is as it was"
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "number", metavar="NUMBER", help=QT_TRANSLATE_NOOP("help", "the number of the entry, as printed")
        )
        parser.add_argument(
            "digits",
            nargs="+",
            metavar="DIGITS",
            help=QT_TRANSLATE_NOOP("help", "the head as printed, spaces or not; at least 16 characters"),
        )

    def run(self, call: Call) -> Answer:
        number = changes.read_number(call.arguments.number)
        digits = changes.read_digits("".join(call.arguments.digits))
        with call.signed_in() as vault, vault.store.read() as session:
            found = changes.compare(session, vault.keys.audit, number, digits)
        _tell_problems(call, found.verdict)
        data = {
            "stand": found.stand.value,
            "number": found.number,
            "digits": found.digits,
            "at": None if found.at is None else found.at.isoformat(),
            "first": found.first,
            "verdict": _data(found.verdict),
        }
        return Answer(data, messages.as_printed(found), found.trouble())


def _tell_problems(call: Call, verdict: Verdict) -> None:
    for problem in verdict.problems[:_PROBLEMS_TOLD]:
        call.output.say(messages.problem(problem))


def _data(verdict: Verdict) -> dict[str, Any]:
    return {
        "sound": verdict.sound,
        "sets": verdict.sets,
        "records": verdict.records,
        "head": {"number": verdict.head.number, "digest": verdict.head.digest.hex()},
        "problems": [
            {
                "code": problem.code,
                "message": messages.problem(problem),
                "set": problem.number,
                "record": problem.position,
                "table": problem.table,
                "uid": problem.uid,
            }
            for problem in verdict.problems
        ],
    }
