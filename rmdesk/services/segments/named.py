"""Tags, tiers, people and activities as expressions name them: by uid, with the name they had then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk import trait_labels
from rmdesk.models import Activity, Staff, Tag, Tier
from rmdesk.services.errors import UserError
from rmdesk.services.segments.fields import FIELDS, Field
from rmdesk.services.traits import Kind

_LONGEST = 100  # characters of a name that a message repeats


@dataclass(frozen=True, slots=True)
class Named:
    """A tag, a tier, a person or an activity; `rank` is that of a tier, 0 of all others."""

    uid: str
    name: str
    rank: int = 0


class Names:
    """Those that are there now. `notes` gathers what is to be told of those that were asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._loaded: dict[str, list[Named]] = {}
        self._gone: set[str] = set()  # uids of people who left
        self.notes: list[UserError] = []

    def load_all(self) -> Names:
        """Read all of them now: afterwards the session is needed no more."""
        for name in ("tag", "tier", "owner", "came_to"):
            self.listed(FIELDS[name])
        return self

    def find(self, field: Field, given: Any) -> Named:
        """The one of this name or uid; raises UserError `segment.unknown_name`, `segment.wrong_value`.

        A uid says whom an expression means whatever they are called now.
        """
        uid, name = (given.get("uid"), given.get("name")) if isinstance(given, Mapping) else (given, given)
        if not isinstance(name, str) or not isinstance(uid, str):
            raise UserError("segment.wrong_value", field=trait_labels.title(field.name))
        listed = self.listed(field)
        found = next((one for one in listed if one.uid == uid), None)
        if found is None and not isinstance(given, Mapping):
            found = next((one for one in listed if one.name == name.strip()), None)
        if found is None:
            title = trait_labels.title(field.name)
            raise UserError("segment.unknown_name", field=title, name=name[:_LONGEST])
        if found.uid in self._gone and all(one.params["name"] != found.name for one in self.notes):
            self.notes.append(UserError("segment.person_gone", name=found.name))
        return found

    def listed(self, field: Field) -> list[Named]:
        """All that a field of names may be compared with: tiers by rank, people who are here first."""
        kind = field.name if field.name in ("tag", "tier") else "staff"
        if field.trait is not None and field.trait.kind is Kind.ACTIVITY:
            kind = "activity"
        if kind not in self._loaded:
            self._loaded[kind] = self._load(kind)
        return self._loaded[kind]

    def _load(self, kind: str) -> list[Named]:
        if kind == "tag":
            tags = self._session.execute(select(Tag.uid, Tag.name).order_by(Tag.name))
            return [Named(uid, name) for uid, name in tags]
        if kind == "tier":
            tiers = self._session.execute(select(Tier.uid, Tier.name, Tier.rank).order_by(Tier.rank))
            return [Named(uid, name, rank) for uid, name, rank in tiers]
        if kind == "activity":
            held = select(Activity.uid, Activity.name, Activity.first_on).order_by(Activity.first_on.desc())
            return [Named(uid, f"{name} {day}") for uid, name, day in self._session.execute(held)]
        asked = select(Staff.uid, Staff.name, Staff.disabled_at)
        people = self._session.execute(asked.order_by(Staff.disabled_at.is_not(None), Staff.name)).all()
        self._gone = {uid for uid, _name, disabled_at in people if disabled_at is not None}
        return [Named(uid, name) for uid, name, _disabled_at in people]
