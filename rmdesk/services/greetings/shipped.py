"""The texts that rmdesk ships: `resources/templates/greetings.<language>.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from rmdesk import resources
from rmdesk.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class Shipped:
    """A text; its code stays the same for ever, since branches replace it by that."""

    code: str
    language: str
    occasion: str
    text: str
    relation: str | None = None
    channel: str | None = None


@cache
def shipped() -> dict[str, Shipped]:
    """All of them by code."""
    found: dict[str, Shipped] = {}
    for language in LANGUAGES:
        listed = json.loads(resources.path("templates", f"greetings.{language}.json").read_text("utf-8"))
        for one in listed:
            found[one["code"]] = Shipped(language=language, **one)
    return found
