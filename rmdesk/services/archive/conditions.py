"""What a list of customers may be narrowed down by: conditions on their traits, kept with its views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from rmdesk.models import CustomerFact
from rmdesk.services.errors import UserError
from rmdesk.services.traits import TRAITS, Kind, is_right, of_trait


@dataclass(frozen=True, slots=True)
class Condition:
    """What customers must satisfy; a `value` of None asks for those where nothing is known.

    Among the values of CHOICE, LINK and TAG, None does the same for itself.
    """

    trait: str
    value: Any

    def stored(self) -> dict[str, Any]:
        """As values JSON can hold, for `restored`."""
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        return {"trait": self.trait, "value": value}

    @classmethod
    def restored(cls, stored: Mapping[str, Any]) -> Condition | None:
        """What `stored` gave; None if it is nothing that this program knows."""
        name, value = stored.get("trait"), stored.get("value")
        trait = TRAITS.get(name) if isinstance(name, str) else None
        if trait is None:
            return None
        condition = cls(trait.name, tuple(value) if isinstance(value, list) else value)
        return condition if is_right(trait, condition.value) else None

    @classmethod
    def of_view(cls, definition: object) -> list[Condition]:
        """Those a saved view of the customers keeps, without what this program does not know. A list has one
        on each trait: of several the last counts, as where the view is shown.
        """
        kept = definition.get("conditions") if isinstance(definition, Mapping) else None
        listed = kept if isinstance(kept, list) else ()
        found = (cls.restored(one) for one in listed if isinstance(one, Mapping))
        return list({one.trait: one for one in found if one is not None}.values())


def expression(session: Session, condition: Condition, today: date) -> tuple[bool, ColumnElement[bool]]:
    """Whether the condition is one on `CustomerFact`, else on `Customer`; and the condition.

    Raises UserError `archive.unknown_trait`, `archive.wrong_value`, and for a segment what reading it raises.
    """
    trait = TRAITS.get(condition.trait)
    if trait is None:
        raise UserError("archive.unknown_trait", trait=str(condition.trait)[:40])
    if trait.kind is Kind.SEGMENT:
        from rmdesk.services.segments import among  # few lists are narrowed by one: not loaded at the start

        if condition.value is None or not is_right(trait, condition.value):
            raise UserError("archive.wrong_value", what=f"customer.{trait.name}")
        return True, among(session, condition.value, today)
    made = of_trait(trait, condition.value, today)
    return getattr(trait.column, "table", None) is CustomerFact.__table__, made
