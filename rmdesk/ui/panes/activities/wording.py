"""How activities and their guests are told in lists."""

from __future__ import annotations

from rmdesk import activity_labels, choices
from rmdesk.services.activities import ActivityRow, GuestRow
from rmdesk.ui.columns import TagCell

_TONES = {
    "submitted": "caution",
    "returned": "warning",
    "open": "good",
    "running": "good",
    "past": "caution",
    "held": "caution",
    "cancelled": "warning",
}
_ANSWERS = {"yes": "good", "perhaps": "caution", "no": "neutral"}


def standing(row: ActivityRow) -> TagCell:
    return TagCell(activity_labels.standing(row.standing), _TONES.get(row.standing, "neutral"))


def answer(row: GuestRow) -> TagCell | None:
    if row.answer is None:
        return None
    return TagCell(choices.word("activity_guest", "answer", row.answer), _ANSWERS[row.answer])


def invitation(row: GuestRow) -> TagCell | None:
    """Where the invitation of somebody stands, or why it rests."""
    if row.why is not None:
        return TagCell(activity_labels.why(row.why), "warning")
    if row.invitation is None:
        return None
    words = choices.word("activity_contact", "state", row.invitation)
    return TagCell(words, {"done": "good", "open": "caution"}.get(row.invitation, "neutral"))


def name(row: GuestRow) -> str:
    """A guest of a customer with whom they came."""
    return row.name if row.brought_by is None else f"{row.name} ← {row.brought_by}"
