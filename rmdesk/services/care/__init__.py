"""The care calendar: touchpoints computed from what is known of customers, and what people do about them."""

from rmdesk.services.care.acting import (
    ActRow,
    colleagues_for,
    hand_over,
    list_acts,
    mark_done,
    postpone,
    skip,
)
from rmdesk.services.care.asked import Asked
from rmdesk.services.care.days import Cell, load_cells, load_days
from rmdesk.services.care.finding import (
    Count,
    agenda,
    counts,
    find_these,
    load_options,
    members,
)
from rmdesk.services.care.maturing import (
    AHEAD,
    Falling,
    Maturing,
    OfManager,
    Week,
    load_maturing,
    load_maturities,
)
from rmdesk.services.care.persons import Person, load_persons
from rmdesk.services.care.standing import SHOWN, Group, Today, today
from rmdesk.services.care.touchpoint import COMPUTED, Key, Kind, State, Touchpoint
from rmdesk.services.care.worklist import (
    Line,
    Part,
    Section,
    Worklist,
    complete,
    count_waiting,
    load_members,
    load_worklist,
    matching,
    recent_reasons,
)

__all__ = [
    "AHEAD",
    "COMPUTED",
    "SHOWN",
    "ActRow",
    "Asked",
    "Cell",
    "Count",
    "Falling",
    "Group",
    "Key",
    "Kind",
    "Line",
    "Maturing",
    "OfManager",
    "Part",
    "Person",
    "Section",
    "State",
    "Today",
    "Touchpoint",
    "Week",
    "Worklist",
    "agenda",
    "colleagues_for",
    "complete",
    "count_waiting",
    "counts",
    "find_these",
    "hand_over",
    "list_acts",
    "load_cells",
    "load_days",
    "load_maturing",
    "load_maturities",
    "load_members",
    "load_options",
    "load_persons",
    "load_worklist",
    "mark_done",
    "matching",
    "members",
    "postpone",
    "recent_reasons",
    "skip",
    "today",
]
