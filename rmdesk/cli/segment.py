"""`rmdesk segment …`: customers by conditions in groups, from a file of JSON."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from rmdesk import choices, messages, segment_labels, trait_labels
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.cli.search import described, whole_count
from rmdesk.services import files, segments
from rmdesk.services.archive import load_customers
from rmdesk.services.archive.lookup import found_of
from rmdesk.services.segments import Field, Shape
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_LISTED = 100  # customers, unless another number is given
# What the parts of a value are, where it has parts: the choices of each.
_PARTS: dict[Shape, dict[str, tuple[str, str]]] = {
    Shape.HOLDING: {"kinds": ("holding", "kind")},
    Shape.DAYS_AHEAD: {"kinds": ("important_date", "kind")},
    Shape.CONTACTS: {"channels": ("interaction", "channel"), "levels": ("interaction", "level")},
}


class _OfExpression(Command):
    """What the commands on one expression share."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--expr",
            type=Path,
            required=True,
            metavar="FILE.json",
            help=QT_TRANSLATE_NOOP("help", "the expression; docs/command-line.md says how it is written"),
        )


def document_of(path: Path) -> Any:
    """The JSON of an expression in a file; raises UserError."""
    return segments.parse(files.read_text(path, most=segments.LONGEST))


def _told(expression: segments.Expression) -> dict[str, Any]:
    return {
        "words": segment_labels.sentence(expression),
        "notes": [{"code": one.code, "message": messages.sentence(one)} for one in expression.notes],
    }


def _text(told: dict[str, Any], *lines: str) -> str:
    return "\n".join([told["words"], *(one["message"] for one in told["notes"]), *lines])


class SegmentCount(_OfExpression):
    name = ("segment", "count")
    group_help = QT_TRANSLATE_NOOP("help", "customers by conditions in groups")
    help = QT_TRANSLATE_NOOP("help", "how many of the customers one may see satisfy an expression")

    def run(self, call: Call) -> Answer:
        document = document_of(call.arguments.expr)
        with call.signed_in() as vault, vault.store.read() as session:
            expression = segments.read(session, document)
            count = segments.count(session, expression)
            told = _told(expression)
        return Answer({"count": count, **told}, _text(told, str(count)))


class SegmentList(_OfExpression):
    name = ("segment", "list")
    help = QT_TRANSLATE_NOOP(
        "help", "the customers that satisfy an expression, those with the largest assets first"
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--limit",
            type=whole_count,
            default=_LISTED,
            metavar="N",
            help=QT_TRANSLATE_NOOP("help", "how many at most (default %(default)s)"),
        )

    def run(self, call: Call) -> Answer:
        document = document_of(call.arguments.expr)
        with call.signed_in() as vault, vault.store.read() as session:
            expression = segments.read(session, document)
            ids = segments.find_members(session, expression, date.today())
            rows = load_customers(session, ids[: call.arguments.limit])
            told = _told(expression)
        listed = [described(found_of(row)) for row in rows]
        lines = ["\t".join(value or "" for value in one.values()) for one in listed]
        if not lines:
            lines = [translate("cli", "Nobody was found.")]
        return Answer({"count": len(ids), **told, "customers": listed}, _text(told, *lines))


class SegmentFields(Command):
    name = ("segment", "fields")
    help = QT_TRANSLATE_NOOP(
        "help", "the fields an expression may ask about, with their operators and values"
    )

    def run(self, call: Call) -> Answer:
        fields = [_described(one) for one in segments.FIELDS.values()]
        data = {"version": segments.VERSION, "most_depth": segments.MOST_DEPTH, "fields": fields}
        lines = (
            "\t".join((one["name"], one["title"], " ".join(op["op"] for op in one["operators"])))
            for one in fields
        )
        return Answer(data, "\n".join(lines))


def _described(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "title": trait_labels.title(field.name),
        "section": field.section.value,
        "operators": [_operator(field, op, shape) for op, shape in field.ops.items()],
    }


def _operator(field: Field, op: segments.Op, shape: Shape) -> dict[str, Any]:
    found: dict[str, Any] = {"op": op.value, "title": segment_labels.operator(op), "value": shape.value}
    hint = segment_labels.value_hint(field, shape)
    if hint:
        found["choices"] = [{"value": code, "title": word} for code, word in hint]
    if shape in _PARTS:
        found["parts"] = {
            name: [{"value": str(code), "title": word} for code, word in choices.of_field(*of).items()]
            for name, of in _PARTS[shape].items()
        }
    return found
