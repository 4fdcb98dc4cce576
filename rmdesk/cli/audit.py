"""`rmdesk audit …`: the audit trail."""

from __future__ import annotations

from rmdesk import messages
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.services import changes
from rmdesk.services.errors import Damaged, UserError
from rmdesk.words import QT_TRANSLATE_NOOP, translate


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
        data = {
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
        error: UserError | None = None
        if not verdict.sound:
            error = Damaged("audit.broken", count=len(verdict.problems), number=verdict.problems[0].number)
            for problem in verdict.problems[:20]:
                call.output.say(messages.problem(problem))
        text = translate(
            "cli",
            "The audit trail is sound: {sets} entries, {records} changes; the last is number {number}.",
            sets=verdict.sets,
            records=verdict.records,
            number=verdict.head.number,
        )
        return Answer(data, text, error)
