"""`rmdesk backup …`: making, listing, verifying and bringing back backups."""

from __future__ import annotations

import argparse
from datetime import UTC
from typing import Any

from rmdesk import labels, messages
from rmdesk.cli.command import PROGRAM, Answer, Call, Command
from rmdesk.services import roles
from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.roles import Permission
from rmdesk.words import QT_TRANSLATE_NOOP, translate


class BackupMake(Command):
    name = ("backup", "make")
    group_help = QT_TRANSLATE_NOOP("help", "backups of the vault")
    help = QT_TRANSLATE_NOOP("help", "make a verified backup now")

    def run(self, call: Call) -> Answer:
        from rmdesk.services import backups

        with call.signed_in() as vault:
            made = backups.make_by_hand(vault)
        for problem in made.problems:
            call.output.say(messages.sentence(problem))
        data = {**_data(made.backup), "problems": _told(made.problems)}
        text = translate("cli", "The backup {name} was made and verified.", name=made.backup.name.text)
        return Answer(data, text)


class BackupList(Command):
    name = ("backup", "list")
    help = QT_TRANSLATE_NOOP("help", "list the backups in the vault's folder, the newest first")

    def run(self, call: Call) -> Answer:
        from rmdesk.services import backups

        # Without opening the vault: what is listed must be seen of a damaged one too.
        unlocked = call.unlocked()
        found = backups.list_backups(unlocked.folder.backups, unlocked.keys, unlocked.keyfile.vault)
        lines = [_line(one) for one in found] or [translate("cli", "There is no backup yet.")]
        return Answer({"backups": [_data(one) for one in found]}, "\n".join(lines))


class BackupVerify(Command):
    name = ("backup", "verify")
    help = QT_TRANSLATE_NOOP("help", "read backups wholly and tell which are damaged")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "backup",
            nargs="?",
            metavar="NAME",
            help=QT_TRANSLATE_NOOP("help", "one backup; else all of them"),
        )

    def run(self, call: Call) -> Answer:
        from rmdesk.services import backups

        unlocked = call.unlocked()
        keys, uid, place = unlocked.keys, unlocked.keyfile.vault, unlocked.folder.backups
        wanted = call.arguments.backup
        if wanted is None:
            found = backups.list_backups(place, keys, uid)
        else:
            found = [backups.find(place, keys, uid, wanted)]
        answers: list[dict[str, Any]] = []
        wrong: list[UserError] = []
        for one in found:
            problems = backups.verify(one, uid)
            wrong += problems
            answers.append({"name": one.name.text, "sound": not problems, "problems": _told(problems)})
        for problem in wrong[1:]:
            call.output.say(messages.sentence(problem))
        text = translate("cli", "Backups verified and found sound: {count}.", count=len(found))
        return Answer({"sound": not wrong, "backups": answers}, text, wrong[0] if wrong else None)


class BackupRestore(Command):
    name = ("backup", "restore")
    help = QT_TRANSLATE_NOOP("help", "put a backup in place of the vault, whose present state is kept first")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "backup", metavar="NAME", help=QT_TRANSLATE_NOOP("help", "its name, as `backup list` says")
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help=QT_TRANSLATE_NOOP("help", "only tell what has changed since it was made"),
        )

    def run(self, call: Call) -> Answer:
        from rmdesk.services import backups

        wanted = call.arguments.backup
        try:
            with call.signed_in() as vault:
                if call.arguments.dry_run:
                    backup = backups.find(vault.folder.backups, vault.keys, vault.uid, wanted)
                    return _compared(backups.compare(vault, backup))
                with vault.store.read() as session:
                    roles.require(session, Permission.MANAGE_BACKUPS, accepting=())
                restored = backups.restore(vault, wanted)
        except Damaged as error:
            if call.arguments.dry_run or not error.code.startswith("db."):
                raise
            call.output.say(messages.sentence(error))
            restored = backups.restore_damaged(call.unlocked(), wanted, program=PROGRAM)
        for problem in restored.problems:
            call.output.say(messages.sentence(problem))
        data = {
            "restored": restored.backup.name.text,
            "kept": restored.kept,
            "problems": _told(restored.problems),
        }
        text = translate(
            "cli",
            "The backup {name} was brought back. What was there before is kept as {kept}.",
            name=restored.backup.name.text,
            kept=restored.kept,
        )
        return Answer(data, text)


def _data(one: Any) -> dict[str, Any]:
    return {
        "name": one.name.text,
        "kind": one.name.kind.value,
        "made_at": one.name.made_at.astimezone(UTC).isoformat(timespec="seconds"),
        "size": one.size,
        "verified": one.is_verified,
        "customers": one.count("customer"),
        "interactions": one.count("interaction"),
        "head": None if one.facts is None else one.facts.head,
    }


def _line(one: Any) -> str:
    words = {
        "name": one.name.text,
        "moment": one.name.made_at.astimezone().strftime("%Y-%m-%d %H:%M"),
        "size": f"{one.size / 10**6:.1f}",
    }
    if not one.is_verified:
        return translate("cli", "{name}: {moment}, {size} MB, not verified", **words)
    return translate(
        "cli",
        "{name}: {moment}, {size} MB, verified, {customers} customers",
        **words,
        customers=one.count("customer"),
    )


def _told(problems: Any) -> list[dict[str, str]]:
    return [{"code": one.code, "message": messages.sentence(one)} for one in problems]


def _compared(found: Any) -> Answer:
    data = {
        "name": found.backup.name.text,
        "changes": found.changes,
        "differences": [{"table": one.table, "then": one.then, "now": one.now} for one in found.differences],
    }
    lines = [
        translate("cli", "This backup is of another past: an older one was brought back since.")
        if found.changes is None
        else translate("cli", "Changes made since: {count}.", count=found.changes)
    ]
    lines += [
        translate(
            "cli",
            "{table}: {then} then, {now} now",
            table=labels.table(one.table),
            then=one.then,
            now=one.now,
        )
        for one in found.differences
    ]
    return Answer(data, "\n".join(lines))
