"""Messages about goals of the branch and their split."""

from __future__ import annotations

from rmdesk.messages.entry import UNCHANGED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

_OTHER_NAME = QT_TRANSLATE_NOOP("messages", "Choose another name.")

ENTRIES: dict[str, Entry] = {
    "goal.overlaps": Entry(
        QT_TRANSLATE_NOOP("messages", "There is a goal for {name} already, and the two periods overlap."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Change that goal, or choose another period."),
    ),
    "goal.name_taken": Entry(
        QT_TRANSLATE_NOOP("messages", "There is a goal “{name}” already."), UNCHANGED, _OTHER_NAME
    ),
    "goal.ends_before": Entry(
        QT_TRANSLATE_NOOP("messages", "The period ends before it begins."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Correct one of the two days."),
    ),
    "goal.no_period": Entry(
        QT_TRANSLATE_NOOP("messages", "“{period}” is no year, quarter or month."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Write it as 2026, 2026-Q3 or 2026-09."),
    ),
    "goal.period_stays": Entry(
        QT_TRANSLATE_NOOP("messages", "The goal of a year, quarter or month keeps its period."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Begin another goal for another period."),
    ),
    "goal.unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no goal for “{period}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP(
            "messages", "Write the period as 2026, 2026-Q3 or 2026-09, or the name of a campaign."
        ),
    ),
    "goal.target_twice": Entry(
        QT_TRANSLATE_NOOP("messages", "This goal has a target for that already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Change the target that is there."),
    ),
    "goal.computed": Entry(
        QT_TRANSLATE_NOOP("messages", "What was reached by this measure is computed from the archive."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Enter only what the branch counts itself."),
    ),
    "goal.nothing_before": Entry(
        QT_TRANSLATE_NOOP("messages", "None of these managers has a portfolio or a result to go by."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Split the target evenly or by hand."),
    ),
    "goal.manager_gone": Entry(
        QT_TRANSLATE_NOOP("messages", "{name} no longer works here and cannot be given a part."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give the part to somebody else."),
    ),
    "goal.no_months": Entry(
        QT_TRANSLATE_NOOP("messages", "Months are made from a year or a quarter only."), UNCHANGED
    ),
    "goal.months_there": Entry(
        QT_TRANSLATE_NOOP("messages", "There is a goal for {name} already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Remove the months that are there, or change them one by one."),
    ),
    "goal.no_targets": Entry(
        QT_TRANSLATE_NOOP("messages", "The goal has no targets yet that months could share."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Add a target first."),
    ),
    "tier.in_goals": Entry(
        QT_TRANSLATE_NOOP("messages", "A goal of the branch counts customers from “{name}” up."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Rename the tier instead of removing it, or change that goal first."),
    ),
}
