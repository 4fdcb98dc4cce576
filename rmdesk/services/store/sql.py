"""Expressions that databases write differently."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Date, func, null
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.functions import FunctionElement


class days_after(FunctionElement[date]):  # noqa: N801 - used like a function of SQL
    """`days_after(day, n)`: the day n days after a day; NULL where either is."""

    type = Date()
    inherit_cache = True
    name = "days_after"

    def __init__(self, day: ColumnElement[Any], days: ColumnElement[Any]) -> None:
        super().__init__(day, days)


@compiles(days_after)
def _portable(element: days_after, compiler: Any, **options: Any) -> str:
    day, days = (compiler.process(one, **options) for one in element.clauses)
    return f"({day} + {days})"


@compiles(days_after, "sqlite")
def _sqlite(element: days_after, compiler: Any, **options: Any) -> str:
    day, days = (compiler.process(one, **options) for one in element.clauses)
    return f"date({day}, '+' || {days} || ' days')"


class often(FunctionElement[bool]):  # noqa: N801
    """`often(condition)`: the condition, and that most rows meet it, so that nothing is begun by it."""

    type = Boolean()
    inherit_cache = True
    name = "often"


@compiles(often)
def _often(element: often, compiler: Any, **options: Any) -> str:
    return f"({compiler.process(element.clauses, **options)})"


@compiles(often, "sqlite")
def _often_likely(element: often, compiler: Any, **options: Any) -> str:
    return f"likelihood({compiler.process(element.clauses, **options)}, 0.9)"


class latest(FunctionElement[date]):  # noqa: N801
    """`latest(day, day, …)`: the last of some days; NULL only where all are."""

    type = Date()
    inherit_cache = True
    name = "latest"


@compiles(latest)
def _latest(element: latest, compiler: Any, **options: Any) -> str:
    return f"greatest({compiler.process(element.clauses, **options)})"


@compiles(latest, "sqlite")
def _latest_of_texts(element: latest, compiler: Any, **options: Any) -> str:
    days = (f"coalesce({compiler.process(one, **options)}, '')" for one in element.clauses)
    return f"nullif(max({', '.join(days)}), '')"


def unindexed(column: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    """The same value, by which no database looks anything up: so it begins where it should."""
    return func.coalesce(column, null())
