"""`rmdesk backup find`, `backup bring-back`: single customers out of a backup."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rmdesk import labels, messages
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.cli.search import whole_count
from rmdesk.services.customers import access
from rmdesk.services.errors import UsageError
from rmdesk.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from rmdesk.services.backups import Look, ThenAndNow
    from rmdesk.services.vault import Vault

_BACKUP = QT_TRANSLATE_NOOP("help", "its name, as `backup list` says")
_SHOWN = 100


class BackupFind(Command):
    name = ("backup", "find")
    help = QT_TRANSLATE_NOOP("help", "find customers in a backup, as `search` does in the vault")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("backup", metavar="NAME", help=_BACKUP)
        parser.add_argument(
            "text",
            nargs="?",
            default="",
            metavar="TEXT",
            help=QT_TRANSLATE_NOOP("help", "what is looked for; else all, the largest assets first"),
        )
        parser.add_argument(
            "--limit",
            type=whole_count,
            default=_SHOWN,
            metavar="N",
            help=QT_TRANSLATE_NOOP("help", "how many at most (default %(default)s)"),
        )

    def run(self, call: Call) -> Answer:
        from rmdesk.services import backups

        with call.signed_in() as vault, _look(vault, call.arguments.backup) as look:
            ids = backups.find_customers(look, call.arguments.text)
            rows = backups.load_customers(look, list(ids[: call.arguments.limit]))
        found = [{"uid": one.uid, "no": one.number, "name": one.name, "tier": one.tier} for one in rows]
        lines = ["\t".join(one[key] or "" for key in ("no", "name", "tier")) for one in found]
        text = "\n".join(lines) or translate("cli", "Nobody was found.")
        return Answer({"total": len(ids), "customers": found}, text)


class BackupBringBack(Command):
    name = ("backup", "bring-back")
    help = QT_TRANSLATE_NOOP("help", "bring a single customer back from a backup; what was added since stays")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("backup", metavar="NAME", help=_BACKUP)
        parser.add_argument(
            "number", metavar="NO", help=QT_TRANSLATE_NOOP("help", "the customer number, or the record's uid")
        )
        parser.add_argument(
            "--take",
            default="",
            metavar="FIELD[,FIELD]",
            help=QT_TRANSLATE_NOOP("help", "fields that get their former value again; `all` for every one"),
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help=QT_TRANSLATE_NOOP("help", "only tell what differs and what is missing now"),
        )

    def run(self, call: Call) -> Answer:
        from rmdesk.services import backups

        with call.signed_in() as vault, _look(vault, call.arguments.backup) as look:
            with look.read() as then:
                uid = access.find(then, call.arguments.number).uid
            with vault.store.read() as session:
                found = backups.compare_customer(session, look, uid)
            if call.arguments.dry_run or found.is_same:
                return _compared(found, brought=False)
            take = _taken(call.arguments.take, found)
            with vault.store.write() as session:
                brought = backups.bring_customer_back(session, look, uid, take)
        for problem in brought.problems:
            call.output.say(messages.sentence(problem))
        return _compared(found, brought=True, taken=take)


@contextlib.contextmanager
def _look(vault: Vault, name: str) -> Iterator[Look]:
    from rmdesk.services import backups

    assert vault.store.actor is not None
    backup = backups.find(vault.folder.backups, vault.keys, vault.uid, name)
    with contextlib.closing(backups.look_into(vault.folder, vault.uid, backup, vault.store.actor)) as look:
        yield look


def _taken(typed: str, found: ThenAndNow) -> list[str]:
    names = [one.field.name for one in found.choices]
    if typed.strip() == "all":
        return names
    wanted = [one.strip() for one in typed.split(",") if one.strip()]
    for one in wanted:
        if one not in names:
            raise UsageError("usage.field_does_not_differ", field=one[:40])
    return wanted


def _compared(found: ThenAndNow, *, brought: bool, taken: list[str] | None = None) -> Answer:
    data: dict[str, Any] = {
        "uid": found.then.uid,
        "exists": found.now is not None,
        "differing": [one.field.name for one in found.choices],
        "missing": found.missing,
        "taken": taken or [],
        "brought_back": brought,
    }
    if found.is_same:
        return Answer(data, translate("cli", "The customer is today as they were then."))
    lines = [
        translate("cli", "Differs: {field}", field=labels.field("customer", one.field.name))
        for one in found.choices
    ]
    lines += [
        translate("cli", "Not there any more: {table}, {count}", table=labels.table(table), count=count)
        for table, count in found.missing.items()
    ]
    if brought:
        lines.append(translate("cli", "The customer was brought back."))
    return Answer(data, "\n".join(lines))
