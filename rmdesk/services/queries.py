"""Queries whose text is made once and whose rows come as named tuples: what lists and pages read.

SQLAlchemy looks at every part of a statement before it finds the compiled form that it keeps: of a wide one
that takes longer than reading the thirty rows that a screen shows.
"""

from __future__ import annotations

import json
from array import array
from collections import namedtuple
from collections.abc import Callable
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Dialect, Select, Table, bindparam, func, select
from sqlalchemy.orm import Session

from rmdesk.services.actor import Actor, acting
from rmdesk.services.prepared import Prepared

Readings = list[tuple[int, Callable[[Any], Any]]]  # by place: what makes of a cell a value of Python


class Query:
    """A query of named columns. Lists go into it as one parameter: see `listed`."""

    def __init__(self, query: Select[*tuple[Any, ...]]) -> None:
        self._query = query
        self._made: tuple[Prepared, Any, Readings] | None = None

    def read(self, session: Session, **values: Any) -> list[Any]:
        """All rows, as named tuples of Python's types, with these values for the query's own parameters."""
        if session.autoflush:
            session.flush()
        connection = session.connection()
        if self._made is None:
            self._made = self._make(connection.dialect)
        prepared, row, readings = self._made
        found = prepared.rows(connection, **values)
        make = row._make
        if not readings:
            return [make(cells) for cells in found]
        rows = []
        for cells in map(list, found):
            for place, reading in readings:
                cells[place] = reading(cells[place])
            rows.append(make(cells))
        return rows

    def _make(self, dialect: Dialect) -> tuple[Prepared, Any, Readings]:
        """The statement, the type of its rows, and what reads those cells that the driver gives otherwise."""
        columns = self._query.selected_columns
        readings: Readings = []
        for place, column in enumerate(columns):
            reading = column.type.dialect_impl(dialect).result_processor(dialect, None)
            if reading is not None:
                readings.append((place, reading))
        row: Any = namedtuple("Row", columns.keys())  # type: ignore[misc]
        return Prepared(self._query, dialect), row, readings


class QueryForEach:
    """A query in which it counts who acts: `make(session)` is asked for it once for each."""

    def __init__(self, make: Callable[[Session], Select[*tuple[Any, ...]]]) -> None:
        self._make = make
        self._made: dict[Actor, Query] = {}

    def read(self, session: Session, **values: Any) -> list[Any]:
        actor = acting(session)
        found = self._made.get(actor)
        if found is None:
            found = self._made[actor] = Query(self._make(session))
        return found.read(session, **values)


def given(name: str) -> BindParameter[Any]:
    """A parameter whose value is given when the statement is read."""
    return bindparam(name, None)


def listed(name: str) -> Select[Any]:
    """The values of a parameter that is a list of ids or uids as JSON, for `column.in_(…)`."""
    value: ColumnElement[Any] = func.json_each(given(name)).table_valued("value").c.value
    return select(value)


def beside_customer(model: Any, *order: Any) -> Query:
    """The whole rows of a table that belong to the customer with the id `customer_id`, in order."""
    table: Table = model.__table__
    found = select(*table.c).where(table.c.customer_id == bindparam("customer_id"))
    return Query(found.order_by(*order))


def ids_in_order(session: Session, found: Select[int]) -> array[int]:
    """The ids that a query finds, in its order."""
    return array("q", json.loads(session.connection().execute(together(found)).scalar_one()))


def together(found: Select[int]) -> Select[str]:
    """The query of the same ids, in that order, as one text: a row for each takes the driver far longer."""
    return select(func.json_group_array(found.subquery().c[0]))
