"""Messages about segments: expressions that cannot be read, and segments that are kept."""

from __future__ import annotations

from rmdesk.messages.entry import UNCHANGED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

_SEE_FIELDS = QT_TRANSLATE_NOOP("messages", "`segment fields` lists the fields, their operators and values.")
_PUT_RIGHT = QT_TRANSLATE_NOOP("messages", "Put the expression right.")

ENTRIES: dict[str, Entry] = {
    "segment.not_json": Entry(
        QT_TRANSLATE_NOOP("messages", "The expression is not JSON; the fault stands near line {line}."),
        UNCHANGED,
        _PUT_RIGHT,
    ),
    "segment.wrong_version": Entry(
        QT_TRANSLATE_NOOP("messages", "This program reads expressions of version {version} only."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Write “version”: {version} at the beginning, or use a newer program."),
    ),
    "segment.wrong_shape": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "At {where} of the expression there is neither a condition nor one group of all, any or none.",
        ),
        UNCHANGED,
        _PUT_RIGHT,
    ),
    "segment.empty_group": Entry(
        QT_TRANSLATE_NOOP("messages", "The group at {where} of the expression holds no condition."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give it one, or leave the group out."),
    ),
    "segment.too_deep": Entry(
        QT_TRANSLATE_NOOP("messages", "Groups lie inside each other more than {most} deep."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Say the same with fewer groups."),
    ),
    "segment.too_many": Entry(
        QT_TRANSLATE_NOOP("messages", "The expression has more than {most} conditions."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Leave some out, or make two segments of it."),
    ),
    "segment.unknown_field": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no field “{field}” to ask about, or there is none any more."),
        UNCHANGED,
        _SEE_FIELDS,
    ),
    "segment.unknown_operator": Entry(
        QT_TRANSLATE_NOOP("messages", "{field} cannot be compared by “{op}”, only by {known}."),
        UNCHANGED,
        _SEE_FIELDS,
    ),
    "segment.wrong_value": Entry(
        QT_TRANSLATE_NOOP("messages", "{field}: the value of this condition cannot be compared with."),
        UNCHANGED,
        _SEE_FIELDS,
    ),
    "segment.unknown_name": Entry(
        QT_TRANSLATE_NOOP("messages", "{field}: “{name}” is not there, or was deleted."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Take this name out of the expression, or put another in its place."),
    ),
    "segment.unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no segment “{name}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose one from the list."),
    ),
    "segment.gone": Entry(
        QT_TRANSLATE_NOOP("messages", "The segment that the list is narrowed down by is not there any more."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Take its condition away."),
    ),
    "segment.name_taken": Entry(
        QT_TRANSLATE_NOOP("messages", "There is a segment “{name}” already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose another name."),
    ),
    "segment.not_own": Entry(
        QT_TRANSLATE_NOOP("messages", "This segment is another person's own."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Make one of your own, or ask for a shared one."),
    ),
    "segment.too_long": Entry(
        QT_TRANSLATE_NOOP("messages", "The conditions are too long to be kept."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Leave some out, or make two segments of it."),
    ),
    "segment.fixed_already": Entry(
        QT_TRANSLATE_NOOP("messages", "The members of “{name}” were fixed today already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Use what was fixed, or undo it first."),
    ),
    "segment.person_gone": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "{name} no longer works here; customers still entered under the name are counted."
        ),
    ),
}
