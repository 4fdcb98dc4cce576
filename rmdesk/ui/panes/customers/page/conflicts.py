"""What happened to a row of a customer's record since it was seen, beside what was entered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rmdesk import labels
from rmdesk.services import changes, promises
from rmdesk.services.customers import BY_NAME, FIELDS
from rmdesk.services.customers.record import CustomerRecord, get_customer
from rmdesk.ui.conflict_card import Line
from rmdesk.ui.panes.customers.page import wording
from rmdesk.ui.panes.customers.page.saving import PARTS_OF_RECORD, Target

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def find_clash(
    session: Session, customer_uid: str, seen: Target, said: Mapping[str, str]
) -> tuple[tuple[Line, ...], Target] | None:
    """What happened to the row since it was seen, beside what was entered, and the row as it is now.

    None if it is gone.
    """
    columns = {one.field for one in changes.since(session, seen.table, seen.uid, seen.version) if one.field}
    if seen.table == "customer":
        record = get_customer(session, customer_uid)
        return _customer_lines(record, columns, said), Target("customer", record.uid, record.version)
    if seen.table in promises.TABLES:
        owed = promises.find_values(session, seen.table, seen.uid)
        if owed is None:
            return None
        version, values = owed
        changed = {"assignee" if one == "assignee_id" else one for one in columns}.intersection(values)
    else:
        parts = PARTS_OF_RECORD[seen.table](get_customer(session, customer_uid))
        row = next((one for one in parts if one.uid == seen.uid), None)
        if row is None:
            return None
        changed = {_merged(column) for column in columns}
        version, values = row.version, {name: getattr(row, name, None) for name in (*said, *changed)}
    lines = tuple(
        Line(
            name,
            labels.field(seen.table, "assignee_id" if name == "assignee" else name),
            wording.column(seen.table, name, values[name]),
            said.get(name),
            name in changed,
        )
        for name in dict.fromkeys([*said, *sorted(changed)])
    )
    return lines, Target(seen.table, seen.uid, version)


def _merged(column: str) -> str:
    """The columns of a day are one thing to a person."""
    return "day" if column in ("year", "month", "day", "is_lunar", "is_leap_month") else column


def _customer_lines(record: CustomerRecord, columns: set[str], said: Mapping[str, str]) -> tuple[Line, ...]:
    changed = [one.name for one in FIELDS if columns.intersection(one.columns)]
    names = list(dict.fromkeys([*said, *changed]))
    return tuple(
        Line(
            name,
            wording.field_label(BY_NAME[name]),
            wording.value(BY_NAME[name], record.fields[name]),
            said.get(name),
            name in changed,
        )
        for name in names
    )
