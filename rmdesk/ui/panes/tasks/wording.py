"""How a task stands, in words and colour."""

from __future__ import annotations

from datetime import date

from rmdesk import choices
from rmdesk.models import TaskState
from rmdesk.services.tasks import TaskRow
from rmdesk.ui.columns import TagCell
from rmdesk.words import translate

_TONES = {TaskState.DONE: "accent", TaskState.REPORTED: "good", TaskState.WITHDRAWN: "neutral"}


def state(row: TaskRow) -> TagCell:
    """The state of a task; of an open one, whether it was given back, is overdue or due today."""
    if row.state == TaskState.OPEN and row.result:
        return TagCell(translate("tasks", "Given back"), "warning", "undo-2")
    if row.days_late:
        words = (
            translate("tasks", "1 day late")
            if row.days_late == 1
            else translate("tasks", "{days} days late", days=row.days_late)
        )
        return TagCell(words, "warning", "circle-alert")
    if row.state == TaskState.OPEN and row.due_on == date.today():
        return TagCell(translate("tasks", "Due today"), "caution", "clock")
    return TagCell(choices.word("task", "state", row.state), _TONES.get(TaskState(row.state), "neutral"))
