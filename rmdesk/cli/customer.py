"""`rmdesk customer`: the whole record of one customer."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any

from rmdesk import choices, labels
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.services import amounts
from rmdesk.services.customers.fields import FIELDS, Type
from rmdesk.services.customers.record import CustomerRecord, Link, Shown, get_customer
from rmdesk.services.days import Day
from rmdesk.words import QT_TRANSLATE_NOOP, translate

# The rows beside a customer, by the name of their table, and where the record holds them.
_PARTS = {
    "customer_phone": "phones",
    "customer_address": "addresses",
    "identity_document": "documents",
    "important_date": "dates",
    "relation": "relations",
    "holding": "holdings",
    "aum_figure": "figures",
    "tier_change": "tier_history",
}
_INNER = ("uid", "version", "customer_uid", "organisation_uid")  # not for people to read
_USUAL = (("currency", "CNY"), ("count", 1))  # goes without saying


class Customer(Command):
    name = ("customer",)
    help = QT_TRANSLATE_NOOP(
        "help", "show the whole record of a customer; one entry of the audit trail says who read it"
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "number", metavar="NO", help=QT_TRANSLATE_NOOP("help", "the customer number, or the record's uid")
        )

    def run(self, call: Call) -> Answer:
        with call.signed_in() as vault, vault.store.write() as session:
            data = _data(get_customer(session, call.arguments.number, exact=True))
        return Answer(data, "\n".join(_lines(data)))


def _data(record: CustomerRecord) -> dict[str, Any]:
    """The record by the names of tables and columns; `masked` lists what the role may not see exactly."""
    masked: list[str] = []
    found: dict[str, Any] = {"uid": record.uid, "version": record.version, "tier": record.tier}
    for field in FIELDS:
        shown = record.fields[field.name]
        if field.type is Type.DAY:
            day = shown.value.columns("birth_") if shown.value is not None else dict.fromkeys(field.columns)
            found |= day
            masked += ["birth_year"] if shown.masked else []
        else:
            found[field.name] = _plain(shown, field.name, masked)
    found["customer_fact"] = _row("customer_fact", record.facts, masked)
    for table, name in _PARTS.items():
        found[table] = [_row(table, row, masked) for row in getattr(record, name)]
    found["tag"] = list(record.tags)
    found["completeness"] = record.completeness.score
    found["missing"] = [one.what for one in record.completeness.missing]
    found["masked"] = list(dict.fromkeys(masked))
    return found


def _row(table: str, row: Any, masked: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in dataclasses.fields(row):
        value = getattr(row, field.name)
        if isinstance(value, Day):
            found |= value.columns()
        else:
            name = field.name.removesuffix("_fen")  # an amount is told in yuan
            found[name] = _plain(value, f"{table}.{name}", masked, is_fen=name != field.name)
    return found


def _plain(value: Any, name: str, masked: list[str], *, is_fen: bool = False) -> Any:
    if isinstance(value, Shown):
        if value.masked:
            masked.append(name)
        value = value.value
    if isinstance(value, Link):
        return value.name
    if isinstance(value, date):
        return value.isoformat()
    return amounts.yuan(value) if is_fen and isinstance(value, int) else value


def _lines(data: dict[str, Any]) -> Iterator[str]:
    """For people: what is known, in words."""
    yield f"{data['name']}\t{data['number'] or data['uid']}"
    if data["tier"] is not None:
        yield f"{labels.field('customer', 'tier_id')}\t{data['tier']}"
    if data["customer_fact"]["aum"] is not None:
        yield f"{labels.field('aum_figure', 'amount_fen')}\t{data['customer_fact']['aum']}"
    if data["birth_month"] is not None:
        yield f"{labels.field('customer', 'birthday')}\t{_day(data, 'birth_')}"
    for field in FIELDS:
        value = data.get(field.name)
        if field.name not in ("name", "number") and value is not None and value is not False:
            yield f"{labels.field('customer', field.name)}\t{_word('customer', field.name, value)}"
    for table in _PARTS:
        for row in data[table]:
            told = [
                _word(table, name, value)
                for name, value in row.items()
                if value not in (None, "", False)
                and name not in (*_INNER, *_DAY)
                and (name, value) not in _USUAL
            ]
            if "month" in row:
                told.insert(1, _day(row))
            yield "\t".join([labels.table(table), *told])
    if data["tag"]:
        yield f"{labels.table('tag')}\t{labels.listed(data['tag'])}"
    complete = translate("cli", "The record is complete to {share} %.", share=data["completeness"])
    yield complete


_DAY = ("year", "month", "day", "is_lunar", "is_leap_month", "yearly")


def _day(row: dict[str, Any], prefix: str = "") -> str:
    year = row[f"{prefix}year"]
    day = f"{row[f'{prefix}month']:02}-{row[f'{prefix}day']:02}"
    told = f"{year}-{day}" if year is not None else day
    if not row[f"{prefix}is_lunar"]:
        return told
    if row[f"{prefix}is_leap_month"]:
        return translate("cli", "{day} (lunar, leap month)", day=told)
    return translate("cli", "{day} (lunar)", day=told)


def _word(table: str, field: str, value: Any) -> str:
    if value is True:
        return translate("cli", "yes")
    if field == "rate":
        return f"{value / 10_000:.2f} %"
    return choices.word(table, field, value)
