"""What the list and the page of complaints say."""

from __future__ import annotations

from rmdesk import choices
from rmdesk.models import ComplaintState, Seriousness
from rmdesk.ui.columns import TagCell

_STATES = {
    ComplaintState.OPEN: "accent",
    ComplaintState.RESOLVED: "caution",
    ComplaintState.TOLD: "neutral",
    ComplaintState.CLOSED: "good",
}
_SERIOUSNESS = {Seriousness.MINOR: "neutral", Seriousness.SERIOUS: "caution", Seriousness.GRAVE: "warning"}


def state(code: str) -> TagCell:
    return TagCell(choices.word("complaint", "state", code), _STATES[ComplaintState(code)])


def seriousness(code: str) -> TagCell:
    return TagCell(choices.word("complaint", "seriousness", code), _SERIOUSNESS[Seriousness(code)])
