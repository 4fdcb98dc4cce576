"""Goals of the branch: set for a period, split to managers, followed by what the archive tells."""

from rmdesk.services.goals.keeping import (
    EVENLY,
    LAST_RESULT,
    PORTFOLIO,
    WAYS,
    add_campaign,
    add_goal,
    edit_campaign,
    make_months,
    propose_split,
    remove_goal,
    remove_target,
    set_actual,
    set_shares,
    set_target,
)
from rmdesk.services.goals.measures import MONEY, STOCK
from rmdesk.services.goals.periods import Period
from rmdesk.services.goals.periods import read as read_period
from rmdesk.services.goals.reading import (
    GoalRow,
    GoalSheet,
    Share,
    Target,
    find_goal,
    list_goals,
    load_goal,
    load_goals,
)

__all__ = [
    "EVENLY",
    "LAST_RESULT",
    "MONEY",
    "PORTFOLIO",
    "STOCK",
    "WAYS",
    "GoalRow",
    "GoalSheet",
    "Period",
    "Share",
    "Target",
    "add_campaign",
    "add_goal",
    "edit_campaign",
    "find_goal",
    "list_goals",
    "load_goal",
    "load_goals",
    "make_months",
    "propose_split",
    "read_period",
    "remove_goal",
    "remove_target",
    "set_actual",
    "set_shares",
    "set_target",
]
