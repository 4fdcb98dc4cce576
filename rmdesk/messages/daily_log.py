"""Messages about the daily log."""

from __future__ import annotations

from rmdesk.messages.entry import TRY_AGAIN, UNCHANGED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

ENTRIES: dict[str, Entry] = {
    "log.rest_day": Entry(
        QT_TRANSLATE_NOOP("messages", "{day} is no working day."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Plan for {following}, or say that this day is meant."),
    ),
    "log.too_far": Entry(
        QT_TRANSLATE_NOOP("messages", "A day can be planned {most} days ahead at most."), UNCHANGED, TRY_AGAIN
    ),
    "log.frozen": Entry(
        QT_TRANSLATE_NOOP("messages", "The log of {day} was submitted and is not changed any more."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Add an addendum to it."),
    ),
    "log.completed": Entry(
        QT_TRANSLATE_NOOP("messages", "The completion of this item is filled in already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Undo the completion first; then the item can be taken off the plan."),
    ),
    "log.settled": Entry(
        QT_TRANSLATE_NOOP("messages", "This item was done or moved, and its touchpoint with it."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Undo that first; then it can be filled in otherwise."),
    ),
    "log.not_yet": Entry(
        QT_TRANSLATE_NOOP("messages", "{day} has not come yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "What is done today belongs to the log of today."),
    ),
    "log.same_day": Entry(
        QT_TRANSLATE_NOOP("messages", "The item stands on that day already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose another day."),
    ),
    "log.submitted_already": Entry(
        QT_TRANSLATE_NOOP("messages", "The log of {day} was submitted already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Add an addendum if something is missing in it."),
    ),
    "log.open_items": Entry(
        QT_TRANSLATE_NOOP("messages", "{count} items have no completion yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Say of each what became of it, then submit the log."),
    ),
    "log.not_submitted": Entry(
        QT_TRANSLATE_NOOP("messages", "The log of {day} is not submitted yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Write into the log itself; addenda come after it was submitted."),
    ),
    "log.not_waiting": Entry(
        QT_TRANSLATE_NOOP("messages", "The log of {day} does not wait to be countersigned."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at the list again; somebody may have been there before."),
    ),
    "log.nothing_yet": Entry(
        QT_TRANSLATE_NOOP("messages", "{name} has written nothing for {day} yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "There is nothing to write beside."),
    ),
    "log.too_many": Entry(
        QT_TRANSLATE_NOOP("messages", "More than {most} contacts do not fit into one day."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose fewer customers, or make a notice of it."),
    ),
}
