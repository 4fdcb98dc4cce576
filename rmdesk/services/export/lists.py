"""The lists that may be exported: who may, which columns there are, how rows are loaded. One line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk import choices, labels
from rmdesk.models import Customer
from rmdesk.services import archive, audit, duplicates, organisations, people, roles, typed_days
from rmdesk.services.archive import CustomerRow, ExportedRow
from rmdesk.services.changes import SetRow
from rmdesk.services.customers import access
from rmdesk.services.days import Day
from rmdesk.services.export.columns import Cell, Column, Form, yuan
from rmdesk.services.roles import Limit, Permission
from rmdesk.words import QT_TRANSLATE_NOOP, language, translate

Load = Callable[[Session, Sequence[Any]], list[Any]]  # rows by id


@dataclass(frozen=True, slots=True)
class Listing:
    """One list. `begin(session, reason)` raises NotAllowed or says how rows are loaded and whether masked.

    `usual` are the columns of an export that names none. `along` are columns that leave with another one of
    those that a list shows: without them nobody could say later what its values were.
    """

    name: str
    columns: tuple[Column, ...]
    usual: tuple[str, ...]
    begin: Callable[[Session, str | None], tuple[Load, bool]]
    may_be_exact: bool = False
    along: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def completed(self, names: Sequence[str]) -> list[str]:
        """The columns that a list shows, with those that leave along with them."""
        found = [other for name in names for other in (name, *self.along.get(name, ()))]
        return list(dict.fromkeys(found))

    def chosen(self, names: Sequence[str]) -> tuple[Column, ...]:
        """Columns by name, in that order; KeyError for one there is not."""
        known = {one.name: one for one in self.columns}
        return tuple(known[name] for name in names)


def sees_exactly(scope: roles.Scope) -> bool:
    """Whether a grant to export lets exact values out, to whoever says why."""
    return scope.reach(Limit.WITH_REASON) > roles.Reach.NONE


# --- titles ----------------------------------------------------------------------------------------

TITLES: dict[str, str] = {
    "customers": QT_TRANSLATE_NOOP("export", "Customers"),
    "organisations": QT_TRANSLATE_NOOP("export", "Organisations"),
    "staff": QT_TRANSLATE_NOOP("export", "Staff"),
    "audit": QT_TRANSLATE_NOOP("export", "Audit trail"),
    "duplicates": QT_TRANSLATE_NOOP("export", "Possible duplicates"),
    "calendar": QT_TRANSLATE_NOOP("export", "Care calendar"),
    "score": QT_TRANSLATE_NOOP("export", "Likelihood"),
    "reason": QT_TRANSLATE_NOOP("export", "Reason"),
    "tier": QT_TRANSLATE_NOOP("export", "Tier"),
    "aum": QT_TRANSLATE_NOOP("export", "Assets (CNY)"),
    "aum_on": QT_TRANSLATE_NOOP("export", "Assets as of"),
    "aum_basis": QT_TRANSLATE_NOOP("export", "Basis of assets"),
    "aum_change": QT_TRANSLATE_NOOP("export", "Change on last month (CNY)"),
    "change": QT_TRANSLATE_NOOP("export", "Change on last month"),
    "phone": QT_TRANSLATE_NOOP("export", "Phone"),
    "last_contact": QT_TRANSLATE_NOOP("export", "Last contact"),
    "next_maturity": QT_TRANSLATE_NOOP("export", "Next maturity"),
    "product_kinds": QT_TRANSLATE_NOOP("export", "Kinds of product"),
    "holdings": QT_TRANSLATE_NOOP("export", "Held here (CNY)"),
    "elsewhere": QT_TRANSLATE_NOOP("export", "At other banks (CNY)"),
    "completeness": QT_TRANSLATE_NOOP("export", "Completeness"),
    "tags": QT_TRANSLATE_NOOP("export", "Tags"),
    "people": QT_TRANSLATE_NOOP("export", "People"),
    "state": QT_TRANSLATE_NOOP("export", "State"),
    "roles": QT_TRANSLATE_NOOP("export", "Roles"),
    "last": QT_TRANSLATE_NOOP("export", "Last sign-in"),
    "at": QT_TRANSLATE_NOOP("export", "When"),
    "entry": QT_TRANSLATE_NOOP("export", "No."),
    "who": QT_TRANSLATE_NOOP("export", "Who"),
    "what": QT_TRANSLATE_NOOP("export", "What"),
    "about": QT_TRANSLATE_NOOP("export", "About"),
    "records": QT_TRANSLATE_NOOP("export", "Changes"),
}


def title(name: str) -> str:
    """The word for a list or for one of its columns that is no field."""
    return translate("export", TITLES[name])


def _title(name: str) -> Callable[[], str]:
    return partial(title, name)


def _of_field(table: str, name: str) -> Callable[[], str]:
    return partial(labels.field, table, name)


# --- customers -------------------------------------------------------------------------------------


def _customers(session: Session, reason: str | None) -> tuple[Load, bool]:
    scope = roles.require(session, Permission.EXPORT, accepting=(Limit.MASKED, Limit.WITH_REASON))
    exact = reason is not None and sees_exactly(scope)
    within = access.exportable(session)

    def load(session: Session, ids: Sequence[int]) -> list[Any]:
        allowed = set(session.scalars(select(Customer.id).where(Customer.id.in_(list(ids)), within)))
        return archive.load_exported(session, [one for one in ids if one in allowed], exact=exact)

    return load, not exact


def _plain(name: str, width: int = 14) -> Column:
    return Column(name, _of_field("customer", name), lambda row: getattr(row, name), width=width)


def _worded(name: str) -> Column:
    def cell(row: CustomerRow) -> Cell:
        value = getattr(row, name)
        return None if value is None else choices.word("customer", name, value)

    return Column(name, _of_field("customer", name), cell)


def _money(name: str) -> Column:
    return Column(name, _title(name), lambda row: yuan(getattr(row, f"{name}_fen")), Form.AMOUNT, 18)


def _basis(row: ExportedRow) -> Cell:
    return None if row.aum_basis is None else choices.word("aum_figure", "basis", row.aum_basis)


def _fact(name: str, column: str, form: Form, per: int = 0) -> Column:
    def cell(row: CustomerRow) -> Cell:
        value = getattr(row, column)
        return Decimal(value) / per if per and value is not None else value

    return Column(name, _title(name), cell, form)


def _day(day: Day | None) -> str | None:
    if day is None:
        return None
    return typed_days.chinese(day) if language() == "zh_CN" else typed_days.english(day)


CUSTOMERS = Listing(
    "customers",
    (
        _plain("number", 18),
        _plain("name", 12),
        Column("tier", _title("tier"), lambda row: row.tier),
        _money("aum"),
        _fact("aum_on", "aum_on", Form.DAY),
        Column("aum_basis", _title("aum_basis"), _basis),
        _fact("change", "aum_change_permille", Form.SHARE, 1000),
        _money("aum_change"),
        _worded("strategy"),
        Column("phone", _title("phone"), lambda row: row.phone or None, width=16),
        _fact("last_contact", "last_contact_on", Form.DAY),
        _fact("next_maturity", "next_maturity_on", Form.DAY),
        _plain("owner"),
        _plain("stand_in"),
        _plain("employer", 28),
        _worded("stage"),
        _worded("grade"),
        _worded("orientation"),
        _worded("gender"),
        Column("birthday", _of_field("customer", "birthday"), lambda row: _day(row.birthday), width=18),
        _plain("occupation"),
        _plain("district"),
        _worded("risk_tolerance"),
        _money("holdings"),
        _money("elsewhere"),
        _fact("product_kinds", "product_kinds", Form.COUNT),
        _fact("completeness", "completeness", Form.SHARE, 100),
        Column("tags", _title("tags"), lambda row: labels.listed(row.tags) or None, width=20),
    ),
    (
        "number",
        "name",
        "tier",
        "aum",
        "aum_on",
        "aum_basis",
        "change",
        "strategy",
        "phone",
        "last_contact",
        "next_maturity",
        "owner",
        "employer",
        "gender",
        "birthday",
    ),
    _customers,
    may_be_exact=True,
    along={"aum": ("aum_on", "aum_basis")},
)


# --- organisations, staff, audit -------------------------------------------------------------------


def _organisations(session: Session, _reason: str | None) -> tuple[Load, bool]:
    """Nothing of an organisation is masked anywhere."""
    roles.require(session, Permission.EXPORT)
    return lambda session, ids: organisations.load_organisations(session, list(ids)), False


def _of_organisation(name: str, column: str, width: int = 14) -> Column:
    return Column(name, _of_field("organisation", column), lambda row: getattr(row, column), width=width)


ORGANISATIONS = Listing(
    "organisations",
    (
        _of_organisation("name", "name", 32),
        _of_organisation("industry", "industry"),
        Column("people", _title("people"), lambda row: row.people or None, Form.COUNT),
        _of_organisation("phone", "phone"),
        _of_organisation("address", "address", 40),
        _of_organisation("code", "credit_code", 22),
    ),
    ("name", "industry", "people", "phone", "address", "code"),
    _organisations,
)


def _staff(session: Session, _reason: str | None) -> tuple[Load, bool]:
    """For whoever keeps the list of people; mobiles are masked as they are there."""
    roles.require(session, Permission.MANAGE_STAFF)
    return people.load_rows, True


def _state(row: people.PersonRow) -> str:
    return translate("export", "Active") if row.is_active else translate("export", "Disabled")


STAFF = Listing(
    "staff",
    (
        Column("name", _of_field("staff", "name"), lambda row: row.name),
        Column("state", _title("state"), _state),
        Column("roles", _title("roles"), lambda row: labels.roles(row.roles), width=24),
        Column("mobile", _of_field("staff", "mobile"), lambda row: row.mobile or None),
        Column("last", _title("last"), lambda row: row.last_signed_in, Form.MOMENT, 20),
    ),
    ("name", "state", "roles", "mobile", "last"),
    _staff,
)


def _audit(session: Session, _reason: str | None) -> tuple[Load, bool]:
    """Entries tell that something changed, not what it was: there is nothing to mask."""
    roles.require(session, Permission.EXPORT_AUDIT)
    names = people.names_by_uid(session)

    def load(session: Session, ids: Sequence[int]) -> list[Any]:
        return [(one, names) for one in audit.load_entries(session, ids)]

    return load, False


def _about(row: tuple[SetRow, dict[str, str]]) -> str | None:
    entry, names = row
    if entry.subject_table == "staff" and entry.subject_uid:
        return names.get(entry.subject_uid)
    if not entry.subject_table:
        return None
    return " ".join(part for part in (labels.table(entry.subject_table), entry.customer) if part)


AUDIT = Listing(
    "audit",
    (
        Column("number", _title("entry"), lambda row: row[0].number, Form.COUNT),
        Column("at", _title("at"), lambda row: row[0].at, Form.MOMENT, 20),
        Column("who", _title("who"), lambda row: row[1].get(row[0].staff_uid or "")),
        Column("what", _title("what"), lambda row: labels.kind(row[0].kind), width=30),
        Column("about", _title("about"), _about),
        Column("records", _title("records"), lambda row: row[0].records or None, Form.COUNT),
    ),
    ("number", "at", "who", "what", "about", "records"),
    _audit,
)

# --- duplicates ------------------------------------------------------------------------------------


def _duplicates(session: Session, _reason: str | None) -> tuple[Load, bool]:
    """Pairs stand here for ids; each side is masked as in the list of customers."""
    roles.require(session, Permission.EXPORT, accepting=(Limit.MASKED, Limit.WITH_REASON))
    return lambda session, pairs: list(duplicates.load_pairs(session, pairs)), True


def _side(side: str) -> tuple[Column, ...]:
    """The columns of one record of a pair."""

    def column(name: str, cell: Callable[[CustomerRow], Cell]) -> Column:
        known = CUSTOMERS.chosen([name])[0]

        def title_of() -> str:
            return translate("export", "{field} {side}", field=known.title(), side=side.upper())

        return Column(
            f"{side}_{name}", title_of, lambda row: cell(getattr(row, side)), known.form, known.width
        )

    return tuple(column(name, CUSTOMERS.chosen([name])[0].cell) for name in _OF_SIDES)


_OF_SIDES = ("number", "name", "phone", "birthday", "tier", "aum", "owner")

DUPLICATES = Listing(
    "duplicates",
    (
        Column("score", _title("score"), lambda row: row.pair.score, Form.COUNT),
        Column("reason", _title("reason"), lambda row: duplicates.reason(row.pair.reasons), width=36),
        *_side("a"),
        *_side("b"),
    ),
    ("score", "reason", "a_number", "a_name", "a_phone", "b_number", "b_name", "b_phone"),
    _duplicates,
)

LISTINGS: dict[str, Listing] = {one.name: one for one in (CUSTOMERS, ORGANISATIONS, STAFF, AUDIT, DUPLICATES)}
