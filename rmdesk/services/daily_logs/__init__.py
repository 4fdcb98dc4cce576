"""The daily log: one manager's one day, planned the working day before, answered for at its close.

An item that stands for a touchpoint is one thing with it: see `services/planned_items.py`.
"""

from rmdesk.services.daily_logs.access import CLOSING, plan_due_at, submit_due_at
from rmdesk.services.daily_logs.completing import complete_item
from rmdesk.services.daily_logs.judging import comment_on, countersign, send_back
from rmdesk.services.daily_logs.news import add_news, find_touched, plan_contacts, remove_news
from rmdesk.services.daily_logs.planning import (
    Due,
    Proposal,
    add_item,
    edit_item,
    load_due,
    plan_touchpoints,
    propose,
    remove_item,
    reorder,
)
from rmdesk.services.daily_logs.reading import (
    LATE,
    MISSING,
    Contact,
    DayLog,
    Item,
    News,
    Numbers,
    Remark,
    Waiting,
    find_item,
    list_waiting,
    load_day,
    load_touched,
)
from rmdesk.services.daily_logs.submitting import add_addendum, submit
from rmdesk.services.daily_logs.summaries import (
    Counted,
    DayOf,
    OfManager,
    Summary,
    list_keepers,
    summarise,
)

__all__ = [
    "CLOSING",
    "LATE",
    "MISSING",
    "Contact",
    "Counted",
    "DayLog",
    "DayOf",
    "Due",
    "Item",
    "News",
    "Numbers",
    "OfManager",
    "Proposal",
    "Remark",
    "Summary",
    "Waiting",
    "add_addendum",
    "add_item",
    "add_news",
    "comment_on",
    "complete_item",
    "countersign",
    "edit_item",
    "find_item",
    "find_touched",
    "list_keepers",
    "list_waiting",
    "load_day",
    "load_due",
    "load_touched",
    "plan_contacts",
    "plan_due_at",
    "plan_touchpoints",
    "propose",
    "remove_item",
    "remove_news",
    "reorder",
    "send_back",
    "submit",
    "submit_due_at",
    "summarise",
]
