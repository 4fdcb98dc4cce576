"""`rmdesk export …`: lists as spreadsheets, CSV or cards."""

from __future__ import annotations

import argparse
from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from rmdesk.cli.command import Answer, Call, Command
from rmdesk.cli.segment import document_of
from rmdesk.services import archive, audit, export, organisations, segments, staff
from rmdesk.services.archive import typed
from rmdesk.services.export import LISTINGS, Encoding, Kind
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_ENCODINGS = {"utf-8": Encoding.UTF_8, "gb18030": Encoding.GB18030}


_FILTER = QT_TRANSLATE_NOOP(
    "help",
    "only customers of this kind; may be given several times. VALUE: some of a field's values (a,b), a part "
    "of a text, from..to of amounts (yuan), numbers and days, yes or no; empty for those not known",
)


class Export(Command):
    """What the commands of one list share; `find` gives the ids of its rows, in order."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        listing = LISTINGS[self.name[1]]
        kinds = [kind.value for kind in Kind if kind is not Kind.VCF or listing.name == "customers"]
        parser.add_argument(
            "--out",
            type=Path,
            required=True,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP("help", "the file to write"),
        )
        parser.add_argument(
            "--format",
            choices=kinds,
            help=QT_TRANSLATE_NOOP("help", "the kind of file; else the file's name says it"),
        )
        parser.add_argument(
            "--encoding",
            choices=list(_ENCODINGS),
            default="utf-8",
            help=QT_TRANSLATE_NOOP("help", "of CSV (default utf-8)"),
        )
        parser.add_argument(
            "--columns",
            type=lambda typed: [one.strip() for one in typed.split(",") if one.strip()],
            metavar="A,B",
            help=translate(
                "help",
                "which columns, in this order: {names}",
                names=", ".join(one.name for one in listing.columns),
            ),
        )
        if listing.may_be_exact:
            parser.add_argument(
                "--reason",
                metavar="TEXT",
                help=QT_TRANSLATE_NOOP("help", "why exact values are needed; for those who may export them"),
            )

    @abstractmethod
    def find(self, session: Session, arguments: argparse.Namespace) -> Sequence[int]:
        """The ids of the rows to export."""

    def run(self, call: Call) -> Answer:
        given, listing = call.arguments, LISTINGS[self.name[1]]
        kind = Kind(given.format) if given.format else _kind_of(given.out)
        with call.signed_in() as vault:
            with vault.store.read() as session:
                ids = self.find(session, given)
            request = export.Request(
                listing.name,
                ids,
                given.columns or listing.usual,
                given.out.absolute(),
                kind,
                _ENCODINGS[given.encoding],
                getattr(given, "reason", None),
            )
            done = export.export(vault.store, request, lambda _done, _total: None)
        data = {
            "file": str(done.target),
            "format": kind.value,
            "rows": done.rows,
            "columns": [] if kind is Kind.VCF else list(request.columns),
            "masked": done.masked,
        }
        told = (
            translate("cli", "{rows} rows, masked, are in {file}.", rows=done.rows, file=done.target)
            if done.masked
            else translate("cli", "{rows} rows are in {file}.", rows=done.rows, file=done.target)
        )
        return Answer(data, told)


def _kind_of(path: Path) -> Kind:
    """By the end of the name; a spreadsheet if that says nothing."""
    found = path.suffix.lower().removeprefix(".")
    return Kind(found) if found in set(Kind) else Kind.XLSX


class ExportCustomers(Export):
    name = ("export", "customers")
    group_help = QT_TRANSLATE_NOOP("help", "lists as files, recorded in the audit trail")
    help = QT_TRANSLATE_NOOP(
        "help",
        "the customers one may see, or those of them that are searched for, as a spreadsheet, CSV or cards",
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--filter", action="append", default=[], metavar="TRAIT=VALUE", help=_FILTER)
        parser.add_argument(
            "--expr",
            type=Path,
            metavar="FILE.json",
            help=QT_TRANSLATE_NOOP("help", "only who satisfies this expression, as in `segment`"),
        )
        parser.add_argument(
            "--search",
            default="",
            metavar="TEXT",
            help=QT_TRANSLATE_NOOP("help", "as the search box finds them"),
        )
        parser.add_argument(
            "--sort",
            default="aum",
            metavar="COLUMN",
            help=QT_TRANSLATE_NOOP("help", "the order (default aum)"),
        )
        parser.add_argument(
            "--ascending", action="store_true", help=QT_TRANSLATE_NOOP("help", "the smallest first")
        )

    def find(self, session: Session, arguments: argparse.Namespace) -> Sequence[int]:
        found = archive.find_customers(
            session,
            search=arguments.search,
            conditions=[typed.read(session, one) for one in arguments.filter],
            sort=arguments.sort,
            descending=not arguments.ascending,
        )
        if arguments.expr is None:
            return found
        expression = segments.read(session, document_of(arguments.expr))
        members = set(segments.find_members(session, expression))
        return [one for one in found if one in members]


class ExportOrganisations(Export):
    name = ("export", "organisations")
    help = QT_TRANSLATE_NOOP("help", "the organisations customers are linked to")

    def find(self, session: Session, arguments: argparse.Namespace) -> Sequence[int]:
        return organisations.find_organisations(session)


class ExportStaff(Export):
    name = ("export", "staff")
    help = QT_TRANSLATE_NOOP("help", "the people of the branch, with their roles")

    def find(self, session: Session, arguments: argparse.Namespace) -> Sequence[int]:
        return staff.find_staff(session)


class ExportAudit(Export):
    name = ("export", "audit")
    help = QT_TRANSLATE_NOOP("help", "the entries of the audit trail, the newest first")

    def find(self, session: Session, arguments: argparse.Namespace) -> Sequence[int]:
        return audit.find_entries(session)
