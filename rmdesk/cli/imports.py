"""`rmdesk import …`: files of other systems into the archive."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from rmdesk import messages
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.cli.day_options import iso_date
from rmdesk.services.errors import UserError
from rmdesk.services.files import reason_of, replace_bytes
from rmdesk.words import QT_TRANSLATE_NOOP, translate

# Read by every start of the program, so that what reads files is imported when a command runs.
_REPORTS = 20  # at most, on standard error
_RULES = ("file", "archive", "fill", "newest")
_LISTED = 10  # rows told to a person; a report has them all


class _Import(Command):
    """Imports one kind of rows."""

    group_help = QT_TRANSLATE_NOOP("help", "bring files of other systems into the archive")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "file",
            type=Path,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP("help", "an .xlsx, .xlsm, .xls, .csv or .tsv file"),
        )
        parser.add_argument(
            "--sheet", metavar="S", help=QT_TRANSLATE_NOOP("help", "the sheet; else the one with most rows")
        )
        parser.add_argument(
            "--heading",
            type=int,
            metavar="ROW",
            help=QT_TRANSLATE_NOOP("help", "the row of the heading; else it is found"),
        )
        parser.add_argument(
            "--mapping",
            type=Path,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP("help", "a saved mapping of columns to fields"),
        )
        parser.add_argument(
            "--save-mapping",
            type=Path,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP("help", "write the mapping that was used to this file"),
        )
        parser.add_argument(
            "--on-duplicate",
            choices=_RULES,
            help=QT_TRANSLATE_NOOP(
                "help",
                "whose values stay of what is there already (default fill: only what is empty is filled)",
            ),
        )
        parser.add_argument(
            "--as-of",
            type=iso_date,
            metavar="DATE",
            help=QT_TRANSLATE_NOOP("help", "the date of what has none of its own"),
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help=QT_TRANSLATE_NOOP("help", "report what would happen and keep nothing"),
        )
        parser.add_argument(
            "--report",
            type=Path,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP("help", "write the report to this JSON file"),
        )
        parser.add_argument(
            "--rejects",
            type=Path,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP("help", "write rejected and warned rows to this .xlsx file"),
        )

    def run(self, call: Call) -> Answer:
        from rmdesk.services import backups, imports

        arguments = call.arguments
        with call.signed_in() as vault:
            with vault.store.read() as session:
                imports.check(session)
                target = self._target(session, arguments)
            with imports.Feed(arguments.file, arguments.sheet, arguments.heading) as feed:
                with vault.store.read() as session:
                    request = self._request(session, target, arguments, feed.found)
                progress = _Progress(call)
                if arguments.dry_run:
                    report = imports.preview(vault.store, request, progress, feed=feed)
                else:
                    backups.make_if_due(vault, backups.Kind.BEFORE_IMPORT)
                    with vault.store.write() as session:
                        report = imports.run(session, request, progress, feed=feed)
                    if arguments.mapping is not None:  # what a person said holds for the next such file
                        with vault.store.write() as session:
                            imports.remember(session, feed.found, request)
            if arguments.save_mapping is not None:
                with vault.store.read() as session:
                    imports.save_mapping(session, arguments.save_mapping, request)
        if arguments.rejects is not None:
            imports.write_rejects(arguments.rejects, request, report)
        data = report.as_json()
        if arguments.report is not None:
            _write(arguments.report, data)
        return Answer(data, _told(report))

    def _target(self, _session: Any, _arguments: argparse.Namespace) -> Any:
        from rmdesk.services import imports

        return imports.BY_NAME[self.name[1]]

    def _request(self, session: Any, target: Any, arguments: argparse.Namespace, found: Any) -> Any:
        from rmdesk.services import imports

        saved = None if arguments.mapping is None else imports.read_mapping(arguments.mapping, target)
        proposed = imports.propose(session, target, found, saved)
        rule = imports.OnDuplicate(arguments.on_duplicate or proposed.request.choices.rule)
        complete_on = getattr(arguments, "complete_as_of", None)
        return proposed.with_choices(
            rule=rule,
            as_of=complete_on or arguments.as_of,
            basis=getattr(arguments, "basis", None) or proposed.request.choices.basis,
            mode=imports.Mode.COMPLETE if complete_on else imports.Mode.ADDITION,
        )


class ImportCustomers(_Import):
    name = ("import", "customers")
    help = QT_TRANSLATE_NOOP("help", "import customers")


class ImportHoldings(_Import):
    name = ("import", "holdings")
    help = QT_TRANSLATE_NOOP("help", "import what customers hold, here and at other banks")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--complete-as-of",
            type=iso_date,
            metavar="DATE",
            help=QT_TRANSLATE_NOOP(
                "help", "the file is the complete list as of this date: what it lacks is closed"
            ),
        )


class ImportBalances(_Import):
    name = ("import", "balances")
    help = QT_TRANSLATE_NOOP("help", "import figures of assets, a row for each or a column for each month")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--basis",
            choices=("point", "month_average"),
            help=QT_TRANSLATE_NOOP("help", "what the figures are; else as the headings say"),
        )


class ImportRelations(_Import):
    name = ("import", "relations")
    help = QT_TRANSLATE_NOOP("help", "import relations between customers, and of customers to organisations")


class ImportDates(_Import):
    name = ("import", "dates")
    help = QT_TRANSLATE_NOOP("help", "import important days of customers and their families")


class ImportInteractions(_Import):
    name = ("import", "interactions")
    help = QT_TRANSLATE_NOOP("help", "import contacts with customers")


class ImportResponses(_Import):
    name = ("import", "responses")
    help = QT_TRANSLATE_NOOP("help", "import answers to an open survey, a row for each form")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--survey",
            required=True,
            metavar="ID",
            help=QT_TRANSLATE_NOOP("help", "the survey's number or uid"),
        )

    def _target(self, session: Any, arguments: argparse.Namespace) -> Any:
        from rmdesk.services.imports.targets import responses

        return responses.of_survey(session, arguments.survey)


class ImportUndo(Command):
    name = ("import", "undo")
    help = QT_TRANSLATE_NOOP("help", "take a whole import back, as long as nothing of it was changed since")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "id",
            type=int,
            metavar="ID",
            help=QT_TRANSLATE_NOOP("help", "its number, as the report and `import list` say"),
        )

    def run(self, call: Call) -> Answer:
        from rmdesk.services import imports

        with call.signed_in() as vault:
            try:
                with vault.store.write() as session:
                    rows = imports.undo(session, call.arguments.id, _Progress(call))
            except UserError as error:
                if error.code != "changes.undo_refused":
                    raise
                with vault.store.read() as session:
                    changed = imports.name_rows(session, error.params["rows"])
                listed = [{"table": one.table, "no": one.number, "name": one.name} for one in changed]
                return Answer({"id": call.arguments.id, "changed": listed}, "", error)
        text = translate(
            "cli", "Import {number} was taken back: {rows} rows.", number=call.arguments.id, rows=rows
        )
        return Answer({"id": call.arguments.id, "rows": rows}, text)


class ImportList(Command):
    name = ("import", "list")
    help = QT_TRANSLATE_NOOP("help", "list the imports of this vault, the newest first")

    def run(self, call: Call) -> Answer:
        from rmdesk.services import imports

        with call.signed_in() as vault, vault.store.read() as session:
            done = imports.list_imports(session)
        data = {"imports": [one.as_json() for one in done]}
        lines = [
            f"{one.id}\t{messages.moment(one.at)}\t{one.by}\t{one.target}\t{one.file}\t"
            + translate(
                "cli",
                "{imported} imported, {updated} updated, {unchanged} unchanged, {rejected} rejected",
                imported=one.imported,
                updated=one.updated,
                unchanged=one.unchanged,
                rejected=one.rejected,
            )
            + ("\t" + translate("cli", "taken back") if one.is_undone else "")
            for one in done
        ]
        return Answer(data, "\n".join(lines))


class _Progress:
    """Tells how far an import is, now and then, on standard error."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._said = 0

    def __call__(self, done: int, total: int) -> None:
        part = done * _REPORTS // max(total, 1)
        if part > self._said and done < total:
            self._said = part
            self._call.output.say(translate("cli", "{done} of {total} rows.", done=done, total=total))


def _write(path: Path, data: dict[str, Any]) -> None:
    try:
        replace_bytes(path, json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n")
    except OSError as error:
        raise UserError("import.not_written", path=str(path), reason=reason_of(error)) from error


def _told(report: Any) -> str:
    lines = [
        translate(
            "cli",
            "{file_rows} rows: {imported} imported, {updated} updated, {unchanged} unchanged, "
            "{rejected} rejected, {skipped} no rows of the table. "
            "{warned} with a problem in a cell.",
            **{name: report.as_json()[name] for name in _NUMBERS},
        )
    ]
    if report.is_preview:
        lines.append(translate("cli", "This was a dry run: nothing was kept."))
    elif report.id is not None:
        lines.append(
            translate("cli", "Import {number}: `import undo {number}` takes it back.", number=report.id)
        )
    for flawed in report.rejected_rows[:_LISTED]:
        lines.append(translate("cli", "Row {row}: {reason}", row=flawed.row, reason=flawed.reason))
    if (more := len(report.rejected_rows) - _LISTED) > 0:
        lines.append(translate("cli", "… and {more} more rejected rows.", more=more))
    for name, rows in report.managers.items():
        lines.append(
            translate(
                "cli", "“{name}” is nobody here and was kept as text ({rows} rows).", name=name, rows=rows
            )
        )
    return "\n".join(lines)


_NUMBERS = ("file_rows", "imported", "updated", "unchanged", "rejected", "skipped", "warned")
