"""How a survey stands, in words and colour."""

from __future__ import annotations

from rmdesk import choices
from rmdesk.models import SurveyState
from rmdesk.ui.columns import TagCell

_TONES = {
    SurveyState.DRAFT: "neutral",
    SurveyState.OPEN: "accent",
    SurveyState.CLOSED: "caution",
    SurveyState.REPORTED: "good",
}


def state(value: str) -> TagCell:
    return TagCell(choices.word("survey", "state", value), _TONES[SurveyState(value)])
