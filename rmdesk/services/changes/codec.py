"""How a field's value is written in a change record: JSON, one form for each value.

The same value must give the same text on every computer and for ever, because the texts are sealed.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from json.encoder import encode_basestring
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, LargeBinary, String, Table

from rmdesk.models.base import Base, Business, UtcMoment

NULL = "null"
ID = "id"

# Not among the values that may change: uid and version stand beside them in the record, the id in the
# record of a row that comes or goes.
_IDENTITY = frozenset({ID, "uid", "version"})

_quote: Callable[[str], str] = encode_basestring  # what `json.dumps` with ensure_ascii=False comes down to


@cache
def business_tables() -> dict[str, Table]:
    """The tables whose changes are recorded, by name."""
    return {
        str(mapper.local_table.name): mapper.local_table
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Business) and isinstance(mapper.local_table, Table)
    }


@cache
def model_of(table_name: str) -> type[Business]:
    """The class of the rows of a recorded table; KeyError for another one."""
    models: dict[str, type[Business]] = {
        str(mapper.local_table.name): mapper.class_  # type: ignore[attr-defined]
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Business)
    }
    return models[table_name]


@cache
def recorded_columns(table: Table) -> dict[str, Column[Any]]:
    """The columns of `table` whose values are recorded, in the order of their names."""
    return {
        column.name: column
        for column in sorted(table.columns, key=lambda column: column.name)
        if column.name not in _IDENTITY
    }


def encode(column: Column[Any], value: Any) -> str:
    """`value` of `column` as JSON; raises TypeError for a value the column would store as something else."""
    return NULL if value is None else _encoder(column)(value)


def decode(column: Column[Any], text: str) -> Any:
    """The value that `encode` wrote."""
    value = json.loads(text)
    return None if value is None else _decoder(column)(value)


def encode_row(table: Table, values: Mapping[str, Any]) -> dict[str, str]:
    """The recorded values of a row, by field name in their order; empty fields are left out."""
    return {name: encoder(value) for name, encoder in _encoders(table) if (value := values[name]) is not None}


def encode_whole_row(table: Table, values: Mapping[str, Any]) -> dict[str, str]:
    """The same of a row that comes or goes, with the `id` under which other rows know it."""
    return {**encode_row(table, values), ID: encode(table.c.id, values[ID])}


def whole_row_texts(table: Table, columns: Mapping[str, Sequence[Any]]) -> list[str]:
    """`row_text` of `encode_whole_row` for many rows at once, given column by column."""
    return _row_texts(_keyed(table), columns)


def stored_row_texts(table: Table, columns: Mapping[str, Sequence[Any]]) -> list[str]:
    """`row_text` of `encode_stored_row` for many rows at once; raises TypeError as that does."""
    return _row_texts(_stored_keyed(table), columns)


def _row_texts(
    keyed: Iterable[tuple[str, str, Callable[[Any], str]]], columns: Mapping[str, Sequence[Any]]
) -> list[str]:
    shape = ""  # of all rows, with a place for each column that differs among them
    parts: list[Iterable[Any]] = []
    for key, name, encode in keyed:
        values = columns[name]
        # Most columns hold few different values: each of them is encoded once.
        different = set(values)
        if len(different) == 1:
            (one,) = different
            shape += "" if one is None else f",{key}{encode(one)}".replace("%", "%%")
        elif None in different:
            texts = {one: "" if one is None else f",{key}{encode(one)}" for one in different}
            shape += "%s"
            parts.append(map(texts.__getitem__, values))
        elif encode is _encode_integer and set(map(type, different)) == {int}:
            shape += f",{key}%d"
            parts.append(values)
        else:
            shape += f",{key}%s"
            if 2 * len(different) < len(values):
                parts.append(map({one: encode(one) for one in different}.__getitem__, values))
            else:
                parts.append(map(encode, values))
    if not parts:  # no two rows have one id, so this is a single one
        return ["{" + (shape % ())[1:] + "}"]
    return ["{" + (shape % one)[1:] + "}" for one in zip(*parts, strict=True)]


def encode_stored_row(table: Table, values: Mapping[str, Any]) -> dict[str, str]:
    """As `encode_whole_row`, from the values as the driver gives them, unread by SQLAlchemy's types.

    Raises TypeError for a value that the column's type never stores.
    """
    row = {
        name: encoder(value)
        for name, encoder in _stored_encoders(table)
        if (value := values[name]) is not None
    }
    row[ID] = _encode_integer(values[ID])
    return row


def row_text(row: Mapping[str, str]) -> str:
    """A row of encoded values as one JSON object, fields in the order of their names."""
    return "{" + ",".join(f'"{name}":{row[name]}' for name in sorted(row)) + "}"


def row_from_text(text: str) -> dict[str, str]:
    """What `row_text` wrote, each value encoded again."""
    return {name: json.dumps(value, ensure_ascii=False) for name, value in json.loads(text).items()}


@cache
def _keyed(table: Table) -> tuple[tuple[str, str, Callable[[Any], str]], ...]:
    encoders = sorted([*_encoders(table), (ID, _encoder(table.c.id))])
    return tuple((f'"{name}":', name, encoder) for name, encoder in encoders)


@cache
def _stored_keyed(table: Table) -> tuple[tuple[str, str, Callable[[Any], str]], ...]:
    encoders = sorted([*_stored_encoders(table), (ID, _encode_integer)])
    return tuple((f'"{name}":', name, encoder) for name, encoder in encoders)


@cache
def _encoders(table: Table) -> tuple[tuple[str, Callable[[Any], str]], ...]:
    return tuple((name, _encoder(column)) for name, column in recorded_columns(table).items())


@cache
def _stored_encoders(table: Table) -> tuple[tuple[str, Callable[[Any], str]], ...]:
    return tuple(
        (name, _STORED_OTHERWISE.get(type(column.type), _encoder(column)))
        for name, column in recorded_columns(table).items()
    )


@cache
def _encoder(column: Column[Any]) -> Callable[[Any], str]:
    kind = column.type
    if isinstance(kind, UtcMoment):
        return lambda value: f'"{kind.process_bind_param(value, None)}"'
    if isinstance(kind, Boolean):
        return _encode_boolean
    if isinstance(kind, Integer):
        return _encode_integer
    if isinstance(kind, String):
        return _encode_text
    if isinstance(kind, Date):
        return _encode_date
    if isinstance(kind, LargeBinary):
        return _encode_bytes
    raise TypeError(f"{column} has a type that change records cannot hold")


@cache
def _decoder(column: Column[Any]) -> Callable[[Any], Any]:
    kind = column.type
    if isinstance(kind, UtcMoment):
        return lambda value: kind.process_result_value(value, None)
    if isinstance(kind, Date):
        return date.fromisoformat
    if isinstance(kind, LargeBinary):
        return base64.b64decode
    return lambda value: value


def _encode_boolean(value: Any) -> str:
    if not isinstance(value, bool):
        raise TypeError("a truth value was expected")
    return "true" if value else "false"


def _encode_integer(value: Any) -> str:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("a whole number was expected")
    return int.__repr__(value)


def _encode_text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("text was expected")
    return _quote(value)


def _encode_date(value: Any) -> str:
    if type(value) is not date:
        raise TypeError("a date was expected")
    return f'"{value.isoformat()}"'


def _encode_bytes(value: Any) -> str:
    if not isinstance(value, bytes):
        raise TypeError("bytes were expected")
    return f'"{base64.b64encode(value).decode()}"'


def _encode_stored_boolean(value: Any) -> str:
    if value not in (0, 1):
        raise TypeError("a truth value was expected")
    return "true" if value else "false"


def _encode_stored_date(value: Any) -> str:
    return _encode_text(value) if isinstance(value, str) else _encode_date(value)


# Types whose values a driver gives in another form than SQLAlchemy does.
_STORED_OTHERWISE: dict[type, Callable[[Any], str]] = {
    UtcMoment: _encode_text,
    Boolean: _encode_stored_boolean,
    Date: _encode_stored_date,
}
