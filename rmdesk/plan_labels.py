"""Words for what plans store, for `labels`: kinds of change set, tables, fields."""

from __future__ import annotations

from rmdesk.words import QT_TRANSLATE_NOOP

KINDS: dict[str, str] = {
    "goal.added": QT_TRANSLATE_NOOP("labels", "Goal begun"),
    "goal.edited": QT_TRANSLATE_NOOP("labels", "Goal changed"),
    "goal.removed": QT_TRANSLATE_NOOP("labels", "Goal removed"),
    "goal.target_set": QT_TRANSLATE_NOOP("labels", "Target of a goal set"),
    "goal.target_removed": QT_TRANSLATE_NOOP("labels", "Target of a goal removed"),
    "goal.actual_typed": QT_TRANSLATE_NOOP("labels", "Result of a goal entered"),
    "goal.split": QT_TRANSLATE_NOOP("labels", "Target split to managers"),
    "goal.months_made": QT_TRANSLATE_NOOP("labels", "Months made from a goal"),
}

TABLES: dict[str, str] = {
    "goal": QT_TRANSLATE_NOOP("labels", "Goal"),
    "goal_target": QT_TRANSLATE_NOOP("labels", "Target"),
    "goal_share": QT_TRANSLATE_NOOP("labels", "Manager's part of a target"),
}

FIELDS: dict[tuple[str, str], str] = {
    ("goal", "kind"): QT_TRANSLATE_NOOP("labels", "Kind of period"),
    ("goal", "name"): QT_TRANSLATE_NOOP("labels", "Name"),
    ("goal", "first_on"): QT_TRANSLATE_NOOP("labels", "From day"),
    ("goal", "last_on"): QT_TRANSLATE_NOOP("labels", "To day"),
    ("goal", "parent_id"): QT_TRANSLATE_NOOP("labels", "Made from"),
    ("goal_target", "goal_id"): QT_TRANSLATE_NOOP("labels", "Goal"),
    ("goal_target", "measure"): QT_TRANSLATE_NOOP("labels", "What is counted"),
    ("goal_target", "tier_id"): QT_TRANSLATE_NOOP("labels", "Lowest tier that counts"),
    ("goal_target", "product"): QT_TRANSLATE_NOOP("labels", "Kind of product"),
    ("goal_target", "name"): QT_TRANSLATE_NOOP("labels", "Name of the measure"),
    ("goal_target", "target"): QT_TRANSLATE_NOOP("labels", "Target value"),
    ("goal_target", "actual"): QT_TRANSLATE_NOOP("labels", "Reached so far"),
    ("goal_share", "target_id"): QT_TRANSLATE_NOOP("labels", "Target"),
    ("goal_share", "staff_id"): QT_TRANSLATE_NOOP("labels", "Manager"),
    ("goal_share", "amount"): QT_TRANSLATE_NOOP("labels", "Part of the target"),
}
