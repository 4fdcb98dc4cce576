"""Messages about complaints and objections."""

from __future__ import annotations

from rmdesk.messages.entry import UNCHANGED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

ENTRIES: dict[str, Entry] = {
    "complaint.whose": Entry(
        QT_TRANSLATE_NOOP("messages", "It is not said whose complaint this is."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose the customer, or write who it was."),
    ),
    "complaint.final_before_raised": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "It would have to be decided by {last}, before it was raised on {first}."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose a later day."),
    ),
    "complaint.decided": Entry(
        QT_TRANSLATE_NOOP("messages", "Something was decided about this complaint already, so it stays."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Close it once the customer was told."),
    ),
    "complaint.closed": Entry(
        QT_TRANSLATE_NOOP("messages", "The customer was told about this complaint already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Open it again first."),
    ),
    "complaint.not_resolved": Entry(
        QT_TRANSLATE_NOOP("messages", "Nothing was decided about this complaint yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Write what was decided first."),
    ),
    "complaint.no_such_step": Entry(
        QT_TRANSLATE_NOOP("messages", "This complaint has no step {number}; it has {count}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "See which there are with `complaint show`."),
    ),
    "complaint.not_told": Entry(
        QT_TRANSLATE_NOOP("messages", "The customer was not told yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Tell the customer first, and say how."),
    ),
    "complaint.still_open": Entry(
        QT_TRANSLATE_NOOP("messages", "This complaint is open."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Add a step to it."),
    ),
    "complaint.no_measure": Entry(
        QT_TRANSLATE_NOOP("messages", "It is not said what is to be done better, and by whom."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Write it under Edit first."),
    ),
}
