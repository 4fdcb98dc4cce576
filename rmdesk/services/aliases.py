"""Second names of a table that a module keeps for all its statements."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import inspect
from sqlalchemy.orm import aliased

Model = TypeVar("Model")


def kept(model: type[Model]) -> type[Model]:
    """`aliased(model)`, complete before anybody uses it.

    SQLAlchemy fills in the columns of an alias when they are first asked for. Two threads that do so at
    once get different ones, and a statement made of both joins its tables without a condition.
    """
    alias = aliased(model)
    inspect(alias).selectable.columns.keys()
    return alias
