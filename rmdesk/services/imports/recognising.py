"""What a file is about: the target that most of its columns speak for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rmdesk.services.errors import UserError
from rmdesk.services.imports.mapping import Suggestion, plan_of, suggest
from rmdesk.services.imports.parsing import Found
from rmdesk.services.imports.synonyms import WHO
from rmdesk.services.imports.targets import TARGETS
from rmdesk.services.imports.writing import Target

_LEAST = 1.0  # what columns that only this target has must bring together
_LACKING = 0.4  # what is left of a target's weight that lacks a column it needs
# Of a column that says whose a row is: nearly every file has those, of customers or of what is theirs.
_WHOSE_OTHERWISE, _WHOSE_CUSTOMERS = 0.25, 0.6

_QUESTION = re.compile(
    r"(?:第?\s*[Qq]?\d{1,3}\s*题?[.、:：．)）]|[Qq]\d{1,3}\b).*"
    r"|.*(?:[?？]|[（(](?:单选|多选|填空|排序|\d+\s*[-~至]\s*\d+(?:分)?)[)）])\s*"
)


@dataclass(frozen=True, slots=True)
class Recognised:
    """`target` is the name of one of TARGETS, None if nothing speaks for any of them.

    `is_survey`: the columns are questions, so the rows are the answers of a survey.
    """

    target: str | None
    is_survey: bool = False


def recognise(found: Found) -> Recognised:
    """Tell it by headings and values."""
    headings = [column.heading for column in found.layout.columns if column.heading]
    asked = sum(1 for one in headings if _QUESTION.fullmatch(one))
    if asked >= 2 and 2 * asked >= len(headings):
        return Recognised(None, is_survey=True)
    weights = {one.name: _weight(one, found, suggest(one, found)) for one in TARGETS}
    best = max(weights, key=lambda name: weights[name])
    return Recognised(best if weights[best] >= _LEAST else None)


def _weight(target: Target, found: Found, suggestions: Sequence[Suggestion]) -> float:
    # Several columns for one field (a month each) say more than one, but not as much as so many fields.
    by_field: dict[str, list[float]] = {}
    for one in suggestions:
        if one.field is not None:
            by_field.setdefault(one.field, []).append(one.confidence)
    whose = _WHOSE_CUSTOMERS if target.name == "customers" else _WHOSE_OTHERWISE
    weight = sum(
        (max(worth) + 0.2 * (len(worth) - 1)) * (whose if name in WHO else 1)
        for name, worth in by_field.items()
    )
    try:
        plan_of(target, found, {one.title: one.field for one in suggestions})
    except UserError:
        weight *= _LACKING
    return weight
