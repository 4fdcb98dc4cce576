"""`rmdesk report`: reports as PDF, and which there are."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from rmdesk import words
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.services import reports
from rmdesk.services.actor import acting
from rmdesk.services.errors import UsageError
from rmdesk.services.reports import saving
from rmdesk.services.reports.parameters import Parameter
from rmdesk.words import QT_TRANSLATE_NOOP, translate


class Report(Command):
    name = ("report",)
    help = QT_TRANSLATE_NOOP(
        "help",
        "a report as PDF, masked as the role demands and recorded in the audit trail; or which there are",
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "report",
            nargs="?",
            metavar="NAME",
            help=QT_TRANSLATE_NOOP("help", "which report; --list names them"),
        )
        parser.add_argument(
            "--param",
            action="append",
            default=[],
            metavar="NAME=VALUE",
            help=QT_TRANSLATE_NOOP(
                "help", "what the report asks for, as it is typed in the window; may be given several times"
            ),
        )
        parser.add_argument(
            "--out", type=Path, metavar="FILE.pdf", help=QT_TRANSLATE_NOOP("help", "the file to write")
        )
        parser.add_argument(
            "--language",
            choices=words.LANGUAGES,
            help=QT_TRANSLATE_NOOP("help", "the language of the pages, else that of messages"),
        )
        parser.add_argument(
            "--list",
            action="store_true",
            help=QT_TRANSLATE_NOOP("help", "the reports one may make, and what each asks for"),
        )

    def run(self, call: Call) -> Answer:
        given = call.arguments
        if given.list:
            return _listed(call)
        if given.report is None or given.out is None:
            raise UsageError("usage.report_needed")
        typed = dict(_pair(one) for one in given.param)
        with call.signed_in() as vault:
            name, language = reports.name_of(given.report), given.language or words.language()
            done = saving.save_report(vault.store, name, typed, given.out.absolute(), language)
        data = {"file": str(done.target), "number": done.number, "pages": done.pages, "rows": done.rows}
        return Answer(data, translate("cli", "{file}: {pages} pages.", pages=done.pages, file=done.target))


def _pair(typed: str) -> tuple[str, str]:
    name, equals, value = typed.partition("=")
    if not equals:
        raise UsageError("usage.report_parameter", typed=typed[:40])
    return name.strip(), value.strip()


def _listed(call: Call) -> Answer:
    today = date.today()
    with call.signed_in() as vault, vault.store.read() as session:
        found = [
            {
                "name": reports.typed_name(name),
                "title": report.title(),
                "parameters": [_described(one, today) for one in report.parameters],
            }
            for name, report in reports.offered(acting(session))
        ]
    return Answer(found, "\n".join(_line(one) for one in found))


def _described(one: Parameter, today: date) -> dict[str, Any]:
    return {
        "name": one.name,
        "title": one.label,
        "type": one.type.value,
        "default": one.usual(today),
        "choices": list(one.choices),
        "needed": one.is_needed,
    }


def _line(found: dict[str, Any]) -> str:
    asked = " ".join(
        f"{one['name']}={'|'.join(one['choices']) or one['default'] or '…'}" for one in found["parameters"]
    )
    return "\t".join(part for part in (found["name"], found["title"], asked) if part)
