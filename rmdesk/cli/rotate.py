"""`rmdesk rotate`: the master key exchanged."""

from __future__ import annotations

from rmdesk import messages
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.words import QT_TRANSLATE_NOOP, translate


class Rotate(Command):
    name = ("rotate",)
    help = QT_TRANSLATE_NOOP(
        "help", "exchange the master key: somebody left, a suspicion, or a year has gone by"
    )

    def run(self, call: Call) -> Answer:
        from rmdesk.services import rotation

        with call.signed_in() as vault:
            rotated = rotation.rotate(vault)
        for problem in rotated.problems:
            call.output.say(messages.sentence(problem))
        data = {
            "kept": rotated.kept,
            "problems": [{"code": one.code, "message": messages.sentence(one)} for one in rotated.problems],
        }
        text = translate(
            "cli",
            "The master key was exchanged; passwords and the recovery code stay. What was before is kept as "
            "{kept}.",
            kept=rotated.kept,
        )
        return Answer(data, text)
