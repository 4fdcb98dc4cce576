"""What a planned touchpoint is about, told in the language of whoever reads.

An item keeps the sentence as it was planned, and what that sentence was made of beside it: so it is told
anew in another language. A sentence that somebody rewrote is theirs, and stays as they wrote it.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from rmdesk import care_labels
from rmdesk.models import DailyLogItem
from rmdesk.models.customer import LINE_LONGEST
from rmdesk.services.care import Key, Touchpoint
from rmdesk.services.care.rules import BY_ID
from rmdesk.services.days import Day

OF_NOBODY = "nobody"  # in the place of what it is told of: its customer was deleted for good


def sentence(one: Touchpoint) -> str:
    """Why it is there, in the language in use, as long as a line may be. `one` was filled."""
    return care_labels.reason(one)[:LINE_LONGEST]


def made_of(one: Touchpoint) -> str:
    """What its sentence is made of, as JSON: days as `{"date": …}` and `{"day": [month, day, …]}`."""
    return json.dumps([_plain(value) for value in one.values], ensure_ascii=False)


def told(item: DailyLogItem, day: date) -> str:
    """The purpose of an item of the log of `day` in the language in use, or as somebody wrote it."""
    one = kept(item, day)
    return item.purpose if one is None else sentence(one)


def kept(item: DailyLogItem, day: date) -> Touchpoint | None:
    """The touchpoint of an item as it was planned, as far as its sentence goes; None if somebody wrote it."""
    rule = BY_ID.get(item.rule or "")
    if item.told_of is None or rule is None or item.due_on is None:
        return None
    key = Key(rule.id, item.customer_id, item.subject or "", item.due_on)
    values = tuple(_read(value) for value in json.loads(item.told_of))
    return Touchpoint(key, rule.kind, day, values=values)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, Day):
        return {"day": [value.month, value.day, value.year, value.is_lunar, value.is_leap_month]}
    return value


def _read(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return date.fromisoformat(value["date"]) if "date" in value else Day(*value["day"])
