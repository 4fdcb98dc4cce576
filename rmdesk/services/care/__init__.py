"""The care calendar: touchpoints computed from what is known of customers, and what people do about them."""

from rmdesk.services.care.acting import hand_over, mark_done, postpone, skip
from rmdesk.services.care.asked import Asked
from rmdesk.services.care.finding import (
    Count,
    Group,
    Today,
    agenda,
    counts,
    find_these,
    load_options,
    members,
    today,
)
from rmdesk.services.care.persons import Person, load_persons
from rmdesk.services.care.touchpoint import Key, Kind, State, Touchpoint

__all__ = [
    "Asked",
    "Count",
    "Group",
    "Key",
    "Kind",
    "Person",
    "State",
    "Today",
    "Touchpoint",
    "agenda",
    "counts",
    "find_these",
    "hand_over",
    "load_options",
    "load_persons",
    "mark_done",
    "members",
    "postpone",
    "skip",
    "today",
]
