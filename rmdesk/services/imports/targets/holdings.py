"""Holdings here and at other banks: an addition to what is there, or the complete list as of a date."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy.orm import Session

from rmdesk.models import ProductKind
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.models.money import MOST_COUNT
from rmdesk.services.errors import UserError
from rmdesk.services.holdings import CHECKS
from rmdesk.services.imports import cells, choice_words, synonyms
from rmdesk.services.imports.fields import Hints, ImportField, Kind
from rmdesk.services.imports.report import Problem, Report
from rmdesk.services.imports.targets import readers
from rmdesk.services.imports.targets.holding_writing import HoldingWriter
from rmdesk.services.imports.writing import Choices, Target, Writer
from rmdesk.words import translate

_OWN = frozenset(
    ("本行", "我行", "行内", "本支行", "本网点", "本银行", "自有", "own", "here", "our bank", "this bank")
)
_CURRENCIES = {
    "人民币": "CNY",
    "rmb": "CNY",
    "cny": "CNY",
    "元": "CNY",
    "156": "CNY",
    "美元": "USD",
    "欧元": "EUR",
    "港币": "HKD",
    "港元": "HKD",
    "日元": "JPY",
    "英镑": "GBP",
    "澳元": "AUD",
    "加元": "CAD",
}


def _read_bank(cell: Any, _hints: Hints) -> str | None:
    found = cells.read_text(cell, "holding.bank", longest=LINE_LONGEST)
    if found is None or cells.is_empty(cell):
        return None
    return "" if found.lower() in _OWN else found


def _read_currency(cell: Any, _hints: Hints) -> str | None:
    if cells.is_empty(cell):
        return None
    text = cells.as_text(cell).strip()
    return _CURRENCIES.get(text.lower()) or str(CHECKS["currency"](text, "holding.currency"))


def _read_account(cell: Any, hints: Hints) -> str | None:
    found = readers.number("holding.account")(cell, hints)
    return None if found is None else str(CHECKS["account"](found, "holding.account"))


def _date(name: str, *, past: bool = False) -> ImportField:
    return ImportField(name, f"holding.{name}", Kind.DATE, readers.day_on(f"holding.{name}", past=past))


class Holdings(Target):
    name = "holdings"
    fields = (
        *readers.who(),
        ImportField("bank", "holding.bank", Kind.TEXT, _read_bank),
        ImportField(
            "kind",
            "holding.kind",
            Kind.CHOICE,
            readers.choice("holding", "kind", choice_words.PRODUCT_KINDS, within=True),
        ),
        ImportField("product", "holding.product", Kind.TEXT, readers.line("holding.product")),
        ImportField("account", "holding.account", Kind.CODE, _read_account),
        ImportField(
            "amount",
            "holding.amount_fen",
            Kind.AMOUNT,
            readers.amount("holding.amount_fen"),
            required=True,
        ),
        ImportField("currency", "holding.currency", Kind.CODE, _read_currency),
        ImportField("rate", "holding.rate", Kind.RATE, readers.rate("holding.rate")),
        _date("starts_on"),
        _date("matures_on"),
        _date("premium_due_on"),
        ImportField("count", "holding.count", Kind.COUNT, readers.count("holding.count", 1, MOST_COUNT)),
        _date("closed_on", past=True),
        ImportField("source", "holding.source", Kind.TEXT, readers.line("holding.source")),
    )
    synonyms = synonyms.HOLDINGS

    def check_columns(self, fields: Collection[str]) -> None:
        readers.check_who(fields)

    def complete(self, values: dict[str, Any], problems: list[Problem]) -> None:
        if "kind" not in values:
            values["kind"] = told_by(values.get("product", ""))
        start, end = values.get("starts_on"), values.get("matures_on")
        if start is not None and end is not None and end < start:
            del values["matures_on"]
            problems.append(Problem.of(UserError("holding.matures_before_start"), "matures_on"))

    def shown(self, values: Mapping[str, Any]) -> dict[str, str]:
        found = super().shown(values)
        return found | {"bank": translate("imports", "This bank")} if values.get("bank") == "" else found

    def writer(self, session: Session, choices: Choices, report: Report) -> Writer:
        return HoldingWriter(self, session, choices, report)


def told_by(product: str) -> str:
    """The kind that the name of a product tells; the longest word for one that it holds decides."""
    best = max(
        (
            (len(word), kind)
            for kind, words in choice_words.PRODUCT_KINDS.items()
            for word in words.split("|")
            if len(word) > 1 and word in product.lower()
        ),
        default=(0, ProductKind.OTHER.value),
    )
    return best[1]
