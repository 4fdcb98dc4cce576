"""Everything that is kept beside a customer, whatever table it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from rmdesk.models import Base, Customer
from rmdesk.services.changes import codec


class Beside(NamedTuple):
    """A row of a recorded table, and the column by which it points to the customer."""

    table: Table
    column: str
    row: Any


def pointing() -> dict[str, list[str]]:
    """The columns by which recorded tables point to customers, by the table's name."""
    customers = codec.business_tables()[Customer.__tablename__]
    found = {
        str(table.name): [str(key.parent.name) for key in table.foreign_keys if key.column.table is customers]
        for table in codec.business_tables().values()
    }
    return {name: sorted(columns) for name, columns in found.items() if columns}


def rows_beside(session: Session, customer_id: int) -> Iterator[Beside]:
    """Every recorded row that points to a customer, each once; tables that others point to come first."""
    customers = codec.business_tables()[Customer.__tablename__]
    for table in Base.metadata.sorted_tables:
        if table.name not in codec.business_tables() or table is customers:
            continue
        model: type[Any] = codec.model_of(str(table.name))
        told: set[int] = set()
        for key in sorted(table.foreign_keys, key=lambda key: str(key.parent.name)):
            if key.column.table is not customers:
                continue
            for row in session.scalars(select(model).where(key.parent == customer_id).order_by(model.id)):
                if row.id not in told:
                    told.add(row.id)
                    yield Beside(table, str(key.parent.name), row)
