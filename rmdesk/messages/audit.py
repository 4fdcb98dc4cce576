"""Messages about the audit trail and the heads of it that were printed."""

from __future__ import annotations

from rmdesk.messages.entry import UNCHANGED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

_ONLY_READ = QT_TRANSLATE_NOOP("messages", "Verifying changed nothing.")
_STOP = QT_TRANSLATE_NOOP(
    "messages",
    "Stop working in this vault and delete nothing. Tell the auditor and the technician; the heads printed "
    "on the daily logs tell up to which day all is as it was.",
)

AS_PRINTED = QT_TRANSLATE_NOOP(
    "messages",
    "Found: entry {number} ({at}) is as it was printed, and so is everything up to it. The entries after it, "
    "{later} in all, are whole too.",
)

ENTRIES: dict[str, Entry] = {
    "audit.broken": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "The audit trail is not whole: what differs from the record, in all: {count}; the first at "
            "entry {number}.",
        ),
        _ONLY_READ,
        _STOP,
    ),
    "audit.broken_in_rows": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "The audit trail is whole, but what it records was altered past it; in all: {count}."
        ),
        _ONLY_READ,
        _STOP,
    ),
    "audit.head_kept": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "Found: entry {number} is as it was printed. Yet not all is as it is recorded; in all: {count}.",
        ),
        _ONLY_READ,
        _STOP,
    ),
    "audit.head_different": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "Not the same: the head of entry {number} is another in this vault ({digits})."
        ),
        QT_TRANSLATE_NOOP("messages", "First make sure that it was typed as it is printed, in this branch."),
        QT_TRANSLATE_NOOP(
            "messages",
            "If so, the trail was rewritten after the print. Keep the paper, stop working in this vault, and "
            "tell the auditor and the technician.",
        ),
    ),
    "audit.head_beyond": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "Not found: this vault ends with entry {last}, before the printed entry {number}."
        ),
        QT_TRANSLATE_NOOP("messages", "First make sure that the number was typed as it is printed."),
        QT_TRANSLATE_NOOP(
            "messages",
            "If so, entries are gone since the print, unless an older backup was put in place of the vault. "
            "Keep the paper, and tell the auditor and the technician.",
        ),
    ),
    "audit.head_expired": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "Entry {number} has expired: what is kept of the trail begins with entry {first}.",
        ),
        "",
        QT_TRANSLATE_NOOP("messages", "Compare a head that was printed later."),
    ),
    "audit.number_wrong": Entry(
        QT_TRANSLATE_NOOP("messages", "This is no number of an entry."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Type the number as it is printed, such as 1234."),
    ),
    "audit.digits_wrong": Entry(
        QT_TRANSLATE_NOOP("messages", "A head has only the digits 0 to 9 and the letters a to f."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Type it as it is printed, with or without the spaces."),
    ),
    "audit.digits_few": Entry(
        QT_TRANSLATE_NOOP("messages", "This is too short to prove anything."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Type at least the first {least} characters of the printed head."),
    ),
}
