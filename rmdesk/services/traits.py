"""What may be asked of customers: a trait for each field, fact or tag, and the condition that each makes."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, select

from rmdesk.models import (
    Activity,
    ActivityContact,
    ActivityContactState,
    ActivityGuest,
    ActivityPurpose,
    ChangeRecord,
    ChangeSet,
    Customer,
    CustomerFact,
    CustomerTag,
    Organisation,
    Staff,
    Tag,
    Tier,
)
from rmdesk.services import masks
from rmdesk.services.changes import codec
from rmdesk.services.customers.fields import FIELDS, Section, Type
from rmdesk.services.errors import UserError

IMPORTED = "import.done"  # the kind of change set that an import is
_LONGEST = 200  # characters of a text that is looked for
_MOST = 500  # values of one condition
_WHOLE = 2**63  # what no whole number of the database reaches
_DAYS = 200_000


class Kind(enum.StrEnum):
    """What a condition on a trait holds as its value."""

    CHOICE = "choice"  # some of the field's choices
    LINK = "link"  # uids of tiers or of people of the staff
    TAG = "tag"  # names of tags
    AMOUNT = "amount"  # (from, to) in fen, either may be None
    NUMBER = "number"  # (from, to)
    DATE = "date"  # (from, to), each an ISO date or days from today; a third, True: or nothing known
    MONTH = "month"  # months of birth, 1 … 12
    TEXT = "text"  # a part of the text
    FLAG = "flag"  # True or False
    IMPORT = "import"  # numbers of imports that brought or changed something of the customer
    SEGMENT = "segment"  # uids of segments, or of what was fixed of one
    ACTIVITY = "activity"  # uids of activities


@dataclass(frozen=True, slots=True)
class Trait:
    """Something known of every customer. `section` says where it stands among the others."""

    name: str
    kind: Kind
    section: Section
    column: ColumnElement[Any]


_KINDS = {
    Type.LINE: Kind.TEXT,
    Type.TEXT: Kind.TEXT,
    Type.CHOICE: Kind.CHOICE,
    Type.LEVEL: Kind.CHOICE,
    Type.FLAG: Kind.FLAG,
    Type.DATE: Kind.DATE,
    Type.DAY: Kind.MONTH,
    Type.STAFF: Kind.LINK,
    Type.ORGANISATION: Kind.TEXT,
}
_COLUMNS: dict[str, ColumnElement[Any]] = {
    "birthday": Customer.__table__.c.birth_month,
    "employer": Organisation.__table__.c.name,
    "owner": Customer.__table__.c.owner_id,
    "stand_in": Customer.__table__.c.stand_in_id,
}


def _traits() -> dict[str, Trait]:
    fact = CustomerFact.__table__.c
    found = [
        Trait("tier", Kind.LINK, Section.RELATIONSHIP, Customer.__table__.c.tier_id),
        Trait("tag", Kind.TAG, Section.RELATIONSHIP, Customer.__table__.c.id),
        Trait("imported", Kind.IMPORT, Section.RELATIONSHIP, Customer.__table__.c.id),
        Trait("segment", Kind.SEGMENT, Section.RELATIONSHIP, fact.customer_id),
        Trait("invited_to", Kind.ACTIVITY, Section.RELATIONSHIP, fact.customer_id),
        Trait("came_to", Kind.ACTIVITY, Section.RELATIONSHIP, fact.customer_id),
        Trait("completeness", Kind.NUMBER, Section.RELATIONSHIP, fact.completeness),
        Trait("last_contact", Kind.DATE, Section.CONTACT, fact.last_contact_on),
        Trait("aum", Kind.AMOUNT, Section.ACCOUNT, fact.aum_fen),
        Trait("aum_change", Kind.AMOUNT, Section.ACCOUNT, fact.aum_change_fen),
        Trait("holdings", Kind.AMOUNT, Section.ACCOUNT, fact.holdings_fen),
        Trait("elsewhere", Kind.AMOUNT, Section.ACCOUNT, fact.elsewhere_fen),
        Trait("product_kinds", Kind.NUMBER, Section.ACCOUNT, fact.product_kinds),
        Trait("next_maturity", Kind.DATE, Section.ACCOUNT, fact.next_maturity_on),
    ]
    for field in FIELDS:
        # What is masked cannot be asked for: the answer would tell it.
        if ("customer", field.name) not in masks.COLUMNS or field.name == "name":
            column = _COLUMNS.get(field.name)
            if column is None:
                column = Customer.__table__.c[field.columns[0]]
            found.append(Trait(field.name, _KINDS[field.type], field.section, column))
    return {one.name: one for one in found}


TRAITS: dict[str, Trait] = _traits()


def of_trait(trait: Trait, value: Any, today: date) -> ColumnElement[bool]:
    """The condition that customers satisfy whose `trait` is as `value` asks, on the trait's column.

    Raises UserError `archive.wrong_value`.
    """
    if not is_right(trait, value):
        raise UserError("archive.wrong_value", what=f"customer.{trait.name}")
    made = _expression(trait, value, today)
    if getattr(trait.column, "table", None) is not Organisation.__table__:
        return made
    if value is None:
        return Customer.employer_id.is_(None)
    named = select(Organisation.id).where(made, Organisation.deleted_at.is_(None))
    return Customer.employer_id.in_(named)


def _expression(trait: Trait, value: Any, today: date) -> ColumnElement[bool]:
    column = trait.column
    if trait.kind is Kind.TAG:
        return _tagged(column, (None,) if value is None else value)
    if trait.kind is Kind.IMPORT:
        return column.not_in(_imported(None)) if value is None else column.in_(_imported(value))
    if trait.kind is Kind.ACTIVITY:
        return _active(trait, (None,) if value is None else value)
    if value is None:
        return column.is_(None)
    match trait.kind:
        case Kind.CHOICE | Kind.MONTH:
            return _one_of(column, value)
        case Kind.LINK:
            target = Tier if trait.name == "tier" else Staff
            uids = [one for one in value if one is not None]
            ids = select(target.id).where(target.uid.in_(uids))
            return sa.or_(column.in_(ids), column.is_(None)) if None in value else column.in_(ids)
        case Kind.TEXT:
            return column.icontains(value.strip(), autoescape=True)
        case Kind.FLAG:
            return column.is_(bool(value))
        case Kind.DATE:
            low, high = (_day(one, today) for one in value[:2])
        case _:
            low, high = value
    parts: list[ColumnElement[bool]] = [column.is_not(None)]
    if low is not None:
        parts.append(column >= low)
    if high is not None:
        parts.append(column <= high)
    within = sa.and_(*parts)
    return sa.or_(within, column.is_(None)) if len(value) > 2 else within


def _one_of(column: ColumnElement[Any], values: tuple[Any, ...]) -> ColumnElement[bool]:
    known = column.in_([one for one in values if one is not None])
    return sa.or_(known, column.is_(None)) if None in values else known


def _tagged(column: ColumnElement[Any], names: tuple[str | None, ...]) -> ColumnElement[bool]:
    bearing = select(CustomerTag.customer_id).join(Tag).where(Tag.name.in_([one for one in names if one]))
    found: ColumnElement[bool] = column.in_(bearing)
    if None in names:
        found = sa.or_(found, column.not_in(select(CustomerTag.customer_id)))
    return found


def _active(trait: Trait, uids: tuple[str | None, ...]) -> ColumnElement[bool]:
    """Whoever was invited or came to one of these; None: to none at all."""
    if trait.name == "came_to":
        concerned = select(ActivityGuest.customer_id).where(
            ActivityGuest.came_on.is_not(None), ActivityGuest.guest == ""
        )
        of: Any = ActivityGuest.activity_id
    else:
        concerned = select(ActivityContact.customer_id).where(
            ActivityContact.purpose == ActivityPurpose.INVITATION.value,
            ActivityContact.state == ActivityContactState.DONE.value,
        )
        of = ActivityContact.activity_id
    meant = select(Activity.id).where(Activity.uid.in_([one for one in uids if one is not None]))
    found: ColumnElement[bool] = trait.column.in_(concerned.where(of.in_(meant)))
    return sa.or_(found, trait.column.not_in(concerned)) if None in uids else found


def _imported(numbers: tuple[int, ...] | None) -> sa.CompoundSelect[Any]:
    """Ids of the customers of whom these imports, or any, wrote something."""
    sets = select(ChangeSet.number).where(ChangeSet.kind == IMPORTED)
    if numbers is not None:
        sets = sets.where(ChangeSet.number.in_(numbers))
    found = []
    for name, table in codec.business_tables().items():
        owner = table.c.id if name == Customer.__tablename__ else table.c.get("customer_id")
        if owner is not None:
            written = select(ChangeRecord.row_uid).where(
                ChangeRecord.set_number.in_(sets), ChangeRecord.table_name == name
            )
            found.append(select(owner).where(table.c.uid.in_(written)))
    return sa.union_all(*found)


def _day(value: Any, today: date) -> date | None:
    if isinstance(value, int):
        return today + timedelta(days=value)
    return None if value is None else date.fromisoformat(value)


def is_right(trait: Trait, value: Any) -> bool:
    """Whether a value is one that a condition on this trait may have."""
    if value is None:
        return True
    match trait.kind:
        case Kind.FLAG:
            return isinstance(value, bool)
        case Kind.TEXT:
            return _is_text(value)
        case Kind.CHOICE | Kind.MONTH:
            return _are_some(value) and all(one is None or _is_whole(one) or _is_text(one) for one in value)
        case Kind.SEGMENT:
            return _are_some(value) and all(map(_is_text, value))
        case Kind.LINK | Kind.TAG | Kind.ACTIVITY:
            return _are_some(value) and all(one is None or _is_text(one) for one in value)
        case Kind.IMPORT:
            return _are_some(value) and all(map(_is_whole, value))
        case Kind.DATE:
            pair = value[:2] if _is_with_unknown(value) else value
            return _is_pair(pair) and all(one is None or _is_day(one) for one in pair)
        case _:
            return _is_pair(value) and all(one is None or _is_whole(one) for one in value)


def _are_some(value: Any) -> bool:
    return isinstance(value, tuple) and 0 < len(value) <= _MOST


def _is_pair(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 2


def _is_with_unknown(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 3 and value[2] is True


def _is_whole(value: Any) -> bool:
    return type(value) is int and abs(value) < _WHOLE


def _is_text(value: Any) -> bool:
    if not isinstance(value, str) or not 0 < len(value.strip()) <= len(value) <= _LONGEST:
        return False
    # The database cannot even be told a lone surrogate.
    return not any("\ud800" <= char <= "\udfff" for char in value)


def _is_day(value: Any) -> bool:
    if type(value) is int:
        return abs(value) <= _DAYS
    try:
        return isinstance(value, str) and date.fromisoformat(value) is not None
    except ValueError:
        return False
