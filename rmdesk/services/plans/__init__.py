"""Action plans: a tree of sub-plans made into dated contacts, agreed, followed, evaluated."""

from rmdesk.services.plan_tallies import Tally, count_asking
from rmdesk.services.plans.agreeing import (
    agree_plan,
    hand_over,
    return_plan,
    revise_plan,
    submit_plan,
    successors_of,
    take_back,
)
from rmdesk.services.plans.evaluating import copy_plan, evaluate_plan, next_period
from rmdesk.services.plans.generating import NodeCount, Proposal, generate_items, propose_items
from rmdesk.services.plans.items import ItemRow, add_item, find_items, load_items, move_items, remove_items
from rmdesk.services.plans.keeping import (
    MOST_DEPTH,
    MOST_NODES,
    add_node,
    add_plan,
    edit_node,
    edit_plan,
    judges,
    move_node,
    remove_node,
    remove_plan,
)
from rmdesk.services.plans.progress import Burn, NodeProgress, Progress, load_progress
from rmdesk.services.plans.reading import (
    Evaluation,
    NodeRow,
    PlanRow,
    PlanSheet,
    find_plan,
    list_plans,
    load_plan,
)
from rmdesk.services.plans.results import Result, load_results
from rmdesk.services.plans.versions import Difference, Version, compare, list_versions, load_version

__all__ = [
    "MOST_DEPTH",
    "MOST_NODES",
    "Burn",
    "Difference",
    "Evaluation",
    "ItemRow",
    "NodeCount",
    "NodeProgress",
    "NodeRow",
    "PlanRow",
    "PlanSheet",
    "Progress",
    "Proposal",
    "Result",
    "Tally",
    "Version",
    "add_item",
    "add_node",
    "add_plan",
    "agree_plan",
    "compare",
    "copy_plan",
    "count_asking",
    "edit_node",
    "edit_plan",
    "evaluate_plan",
    "find_items",
    "find_plan",
    "generate_items",
    "hand_over",
    "judges",
    "list_plans",
    "list_versions",
    "load_items",
    "load_plan",
    "load_progress",
    "load_results",
    "load_version",
    "move_items",
    "move_node",
    "next_period",
    "propose_items",
    "remove_items",
    "remove_node",
    "remove_plan",
    "return_plan",
    "revise_plan",
    "submit_plan",
    "successors_of",
    "take_back",
]
