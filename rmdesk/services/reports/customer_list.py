"""The list of customers on paper: everybody one may see, a saved view of them, or what a window lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from rmdesk.models import Staff, Tier
from rmdesk.services import archive, roles, views
from rmdesk.services.archive import Condition, CustomerRow
from rmdesk.services.errors import UserError
from rmdesk.services.export.columns import Cell, Column, Form
from rmdesk.services.export.lists import CUSTOMERS
from rmdesk.services.reports import blocks, told
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import CUSTOMERS_PANE, Parameter, Type
from rmdesk.services.reports.styles import A4, MARGIN
from rmdesk.services.roles import Permission
from rmdesk.words import translate

USUAL = ("number", "name", "tier", "aum", "phone", "last_contact", "next_maturity", "owner")
_OF_FILES = frozenset({"tags", "aum_basis"})  # columns that lists on screen do not read
# By what it may be sorted, and whether the largest or latest comes first.
ORDERS = {
    "aum": True,
    "change": False,
    "name": False,
    "tier": True,
    "last_contact": False,
    "next_maturity": False,
    "completeness": False,
}
MOST = 20_000  # customers; a list of more is read by programs, not by people
_RIGHT = (Form.AMOUNT, Form.COUNT, Form.SHARE)
_CHUNK = 1000
# How wide columns are, in points: the band of a masked amount, a day and a phone stand on one line. Those not
# named are as wide as in spreadsheets, which count characters.
_WIDTHS = {
    "number": 62,
    "name": 46,
    "tier": 40,
    "aum": 97,
    "change": 46,
    "strategy": 52,
    "phone": 59,
    "owner": 47,
    "stage": 56,
    "grade": 46,
    "gender": 40,
}
_OF_NUMBER, _OF_DAY, _OF_CHARACTER = 36, 53, 4.8


@dataclass(frozen=True, slots=True)
class Listed:
    """The customers in order, masked as in lists; `view` is the saved view they were found by.

    `aum_fen` is None where the sum may not be told.
    """

    rows: tuple[CustomerRow, ...]
    columns: tuple[str, ...]
    aum_fen: int | None
    view: str = ""
    manager: str = ""
    tiers: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)


def title() -> str:
    return translate("customer list", "Customer list")


def gather(
    session: Session,
    *,
    view: str | None = None,
    manager: int | None = None,
    tiers: frozenset[int] | None = None,
    order: str = "aum",
    ids: Sequence[int] | None = None,
    columns: Sequence[str] | None = None,
) -> Listed:
    """Whoever satisfies the view and belongs to manager and tiers; or the customers of `ids`, in their order.

    `columns` are names of `export` columns; without them those of the view, or the usual ones.
    Raises NotAllowed, UserError `report.too_many`.
    """
    roles.require(session, Permission.SEE_CUSTOMERS, accepting=())
    chosen = None if view is None else _view(session, view)
    person = None if manager is None else session.get_one(Staff, manager)
    wanted = [session.get_one(Tier, one) for one in sorted(tiers or ())]
    if ids is None:
        conditions = [] if chosen is None else Condition.of_view(chosen.definition)
        if person is not None:
            conditions.append(Condition("owner", (person.uid,)))
        if wanted:
            conditions.append(Condition("tier", tuple(one.uid for one in wanted)))
        ids = archive.find_customers(session, conditions=conditions, sort=order, descending=ORDERS[order])
    if len(ids) > MOST:
        raise UserError("report.too_many", count=len(ids), most=MOST)
    if columns is None and chosen is not None:
        columns = _columns(chosen.definition)
    known = {one.name for one in CUSTOMERS.columns}
    shown = tuple(one for one in columns or () if one in known) or USUAL
    load = archive.load_exported if _OF_FILES.intersection(shown) else archive.load_customers
    rows: list[CustomerRow] = []
    for start in range(0, len(ids), _CHUNK):
        rows += load(session, ids[start : start + _CHUNK])
    return Listed(
        tuple(rows),
        shown,
        archive.sum_aum(session, [row.id for row in rows]) if rows else 0,
        "" if chosen is None else chosen.name,
        "" if person is None else person.name,
        tuple(one.name for one in wanted),
    )


def _view(session: Session, uid: str) -> views.View | None:
    return next((one for one in views.list_views(session, CUSTOMERS_PANE) if one.uid == uid), None)


def _columns(definition: Any) -> list[str]:
    """Those the view shows, as the window's table keeps them."""
    arranged = definition.get("table") if isinstance(definition, dict) else None
    if not isinstance(arranged, dict):
        return []
    hidden = arranged.get("hidden") or ()
    return [one for one in arranged.get("order") or () if isinstance(one, str) and one not in hidden]


def story(data: Listed) -> Iterable[blocks.Block]:
    yield blocks.Title(title(), data.view)
    asked = [one for one in (data.manager, *data.tiers) if one]
    yield blocks.quiet(told.joined([*asked, _summed(data)]))
    columns = CUSTOMERS.chosen(data.columns)
    heads = [blocks.Column(translate("customer list", "No."), _OF_NUMBER, right=True)]
    heads += [blocks.Column(one.title(), _width(one), right=one.form in _RIGHT) for one in columns]
    nobody = translate("customer list", "There is no such customer.")
    yield blocks.Table(heads, _rows(data), nobody, most_lines=blocks.LINES_IN_LIST)


def _width(column: Column) -> float:
    wide = _OF_DAY if column.form is Form.DAY else column.width * _OF_CHARACTER
    return _WIDTHS.get(column.name, wide)


def _is_wide(data: Listed) -> bool:
    """Whether an upright page is too narrow for the columns."""
    wanted = _OF_NUMBER + sum(_width(one) for one in CUSTOMERS.chosen(data.columns))
    return wanted > A4[0] - 2 * MARGIN


def _summed(data: Listed) -> str:
    if data.aum_fen is None:
        return translate("customer list", "{count} customers", count=f"{len(data):,}")
    return translate(
        "customer list",
        "{count} customers, assets together CNY {sum}",
        count=f"{len(data):,}",
        sum=told.whole_amount(data.aum_fen),
    )


def _rows(data: Listed) -> Iterator[list[str]]:
    columns = CUSTOMERS.chosen(data.columns)
    for number, row in enumerate(data.rows, start=1):
        yield [str(number), *(_told(column.cell(row), column.form) for column in columns)]


def _told(value: Cell, form: Form) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case datetime():
            return f"{value.astimezone():%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case Decimal() if form is Form.SHARE:
            return told.minus(f"{value * 100:.1f}%")
        case Decimal():
            return told.minus(f"{value:,.2f}")
    return f"{value:,}"


def _order(code: str) -> str:
    """What the list may be sorted by, by the words of its columns."""
    return CUSTOMERS.chosen([code])[0].title()


REPORT = Report(
    title,
    gather,
    story,
    parameters=(
        Parameter("view", Type.VIEW),
        Parameter("manager", Type.STAFF),
        Parameter("tiers", Type.TIERS),
        Parameter("order", Type.CHOICE, "aum", choices=tuple(ORDERS), words=_order),
    ),
    permission=Permission.SEE_CUSTOMERS,
    wide=_is_wide,
)
