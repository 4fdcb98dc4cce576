"""Organisations that rows of a file name: found by name, made where there is none."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from rmdesk.models import Organisation
from rmdesk.services.imports.writing import Writer
from rmdesk.services.names import name_key

_CHUNK = 1000


class Organisations:
    """Ids by name; `ensure` has them read or made, some at a time."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._ids: dict[str, int] = {}
        self._names: dict[int, str] = {}

    def ensure(self, names: Iterable[str | None]) -> None:
        """Have an organisation for each of these names."""
        missing = [name for name in dict.fromkeys(names) if name and name not in self._ids]
        session = self._writer.session
        for start in range(0, len(missing), _CHUNK):
            named = select(Organisation.name, Organisation.id).where(
                Organisation.name.in_(missing[start : start + _CHUNK]), Organisation.deleted_at.is_(None)
            )
            self._know(dict(session.execute(named).all()))
        new = [name for name in missing if name not in self._ids]
        if new:
            rows = [{"name": name, "name_key": name_key(name, of_person=False)} for name in new]
            self._know(dict(zip(new, self._writer.insert(Organisation, rows), strict=True)))

    def id_of(self, name: str) -> int:
        return self._ids[name]

    def learn(self, ids: Iterable[int | None]) -> None:
        """Read the names of these organisations."""
        missing = sorted({one for one in ids if one is not None} - self._names.keys())
        for start in range(0, len(missing), _CHUNK):
            named = select(Organisation.id, Organisation.name).where(
                Organisation.id.in_(missing[start : start + _CHUNK])
            )
            self._names |= dict(self._writer.session.execute(named).all())

    def name_of(self, organisation_id: int | None) -> str | None:
        """The name of one that was learned or ensured."""
        return None if organisation_id is None else self._names.get(organisation_id)

    def _know(self, found: dict[str, int]) -> None:
        self._ids |= found
        self._names |= {row_id: name for name, row_id in found.items()}
