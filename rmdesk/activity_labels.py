"""Words for activities: what they store, for `labels`; where they stand; why somebody is left in peace."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from rmdesk.words import QT_TRANSLATE_NOOP, translate

KINDS: dict[str, str] = {
    "activity.added": QT_TRANSLATE_NOOP("labels", "Activity begun"),
    "activity.edited": QT_TRANSLATE_NOOP("labels", "Activity changed"),
    "activity.removed": QT_TRANSLATE_NOOP("labels", "Activity removed"),
    "activity.submitted": QT_TRANSLATE_NOOP("labels", "Activity submitted"),
    "activity.taken_back": QT_TRANSLATE_NOOP("labels", "Activity taken back to be written"),
    "activity.agreed": QT_TRANSLATE_NOOP("labels", "Activity agreed to"),
    "activity.returned": QT_TRANSLATE_NOOP("labels", "Activity returned"),
    "activity.opened": QT_TRANSLATE_NOOP("labels", "Activity opened, invitations begun"),
    "activity.held": QT_TRANSLATE_NOOP("labels", "Activity held"),
    "activity.cancelled": QT_TRANSLATE_NOOP("labels", "Activity called off"),
    "activity.evaluated": QT_TRANSLATE_NOOP("labels", "Activity evaluated and closed"),
    "activity.handed_over": QT_TRANSLATE_NOOP("labels", "Activity handed over"),
    "activity.need_added": QT_TRANSLATE_NOOP("labels", "Line added to an activity's sheet"),
    "activity.need_edited": QT_TRANSLATE_NOOP("labels", "Line of an activity's sheet changed"),
    "activity.need_removed": QT_TRANSLATE_NOOP("labels", "Line taken off an activity's sheet"),
    "activity.need_ticked": QT_TRANSLATE_NOOP("labels", "Line of an activity's sheet ticked"),
    "activity.point_added": QT_TRANSLATE_NOOP("labels", "Point added to an activity's run"),
    "activity.point_edited": QT_TRANSLATE_NOOP("labels", "Point of an activity's run changed"),
    "activity.point_removed": QT_TRANSLATE_NOOP("labels", "Point of an activity's run removed"),
    "activity.cost_added": QT_TRANSLATE_NOOP("labels", "Cost of an activity added"),
    "activity.cost_edited": QT_TRANSLATE_NOOP("labels", "Cost of an activity changed"),
    "activity.cost_removed": QT_TRANSLATE_NOOP("labels", "Cost of an activity removed"),
    "activity.question_added": QT_TRANSLATE_NOOP("labels", "Question at an activity taken down"),
    "activity.question_edited": QT_TRANSLATE_NOOP("labels", "Question at an activity changed"),
    "activity.question_removed": QT_TRANSLATE_NOOP("labels", "Question at an activity removed"),
    "activity.invited": QT_TRANSLATE_NOOP("labels", "Customers put on an activity's list"),
    "activity.taken_off": QT_TRANSLATE_NOOP("labels", "Customers taken off an activity's list"),
    "activity.invitations_sent": QT_TRANSLATE_NOOP("labels", "Invitations to an activity sent"),
    "activity.answered": QT_TRANSLATE_NOOP("labels", "Invitation to an activity answered"),
    "activity.guest_noted": QT_TRANSLATE_NOOP("labels", "Note on a guest of an activity"),
    "activity.checked_in": QT_TRANSLATE_NOOP("labels", "Checked in to an activity"),
    "activity.walked_in": QT_TRANSLATE_NOOP("labels", "Came to an activity uninvited"),
    "activity.guest_brought": QT_TRANSLATE_NOOP("labels", "Guest brought to an activity"),
    "activity.check_in_taken_back": QT_TRANSLATE_NOOP("labels", "Check-in to an activity taken back"),
    "activity.thanks_planned": QT_TRANSLATE_NOOP("labels", "Thanks after an activity planned"),
    "activity.survey_begun": QT_TRANSLATE_NOOP("labels", "Survey after an activity begun"),
}

TABLES: dict[str, str] = {
    "activity": QT_TRANSLATE_NOOP("labels", "Activity"),
    "activity_need": QT_TRANSLATE_NOOP("labels", "Line of an activity's sheet"),
    "activity_point": QT_TRANSLATE_NOOP("labels", "Point of an activity's run"),
    "activity_cost": QT_TRANSLATE_NOOP("labels", "Cost of an activity"),
    "activity_guest": QT_TRANSLATE_NOOP("labels", "Guest of an activity"),
    "activity_contact": QT_TRANSLATE_NOOP("labels", "Contact about an activity"),
    "activity_question": QT_TRANSLATE_NOOP("labels", "Question at an activity"),
}

FIELDS: dict[tuple[str, str], str] = {
    ("activity", "name"): QT_TRANSLATE_NOOP("labels", "Name of the activity"),
    ("activity", "kind"): QT_TRANSLATE_NOOP("labels", "Kind"),
    ("activity", "owner_id"): QT_TRANSLATE_NOOP("labels", "Led by"),
    ("activity", "supervisor_id"): QT_TRANSLATE_NOOP("labels", "Agreed by"),
    ("activity", "goal_id"): QT_TRANSLATE_NOOP("labels", "Goal"),
    ("activity", "plan_id"): QT_TRANSLATE_NOOP("labels", "Action plan"),
    ("activity", "survey_id"): QT_TRANSLATE_NOOP("labels", "Survey for feedback"),
    ("activity", "follows_id"): QT_TRANSLATE_NOOP("labels", "Copied from"),
    ("activity", "theme"): QT_TRANSLATE_NOOP("labels", "Theme"),
    ("activity", "place"): QT_TRANSLATE_NOOP("labels", "Place of the activity"),
    ("activity", "host"): QT_TRANSLATE_NOOP("labels", "Speaker or host"),
    ("activity", "first_on"): QT_TRANSLATE_NOOP("labels", "From day"),
    ("activity", "start_minute"): QT_TRANSLATE_NOOP("labels", "Begins at"),
    ("activity", "last_on"): QT_TRANSLATE_NOOP("labels", "To day"),
    ("activity", "end_minute"): QT_TRANSLATE_NOOP("labels", "Ends at"),
    ("activity", "capacity"): QT_TRANSLATE_NOOP("labels", "Seats"),
    ("activity", "expected"): QT_TRANSLATE_NOOP("labels", "Expected result"),
    ("activity", "apart_days"): QT_TRANSLATE_NOOP("labels", "Days between two contacts"),
    ("activity", "state"): QT_TRANSLATE_NOOP("labels", "State"),
    ("activity", "submitted_by_id"): QT_TRANSLATE_NOOP("labels", "Submitted by"),
    ("activity", "submitted_at"): QT_TRANSLATE_NOOP("labels", "Submitted at"),
    ("activity", "decided_by_id"): QT_TRANSLATE_NOOP("labels", "Decided by"),
    ("activity", "decided_at"): QT_TRANSLATE_NOOP("labels", "Decided at"),
    ("activity", "decision_note"): QT_TRANSLATE_NOOP("labels", "Comment on the activity"),
    ("activity", "cancelled_for"): QT_TRANSLATE_NOOP("labels", "Called off because"),
    ("activity", "closed_at"): QT_TRANSLATE_NOOP("labels", "Closed at"),
    ("activity", "reached"): QT_TRANSLATE_NOOP("labels", "What was reached"),
    ("activity", "why"): QT_TRANSLATE_NOOP("labels", "Why, or why not"),
    ("activity", "lessons"): QT_TRANSLATE_NOOP("labels", "Lessons"),
    ("activity", "next_steps"): QT_TRANSLATE_NOOP("labels", "Measures for the next activity"),
    ("activity", "figures"): QT_TRANSLATE_NOOP("labels", "Figures when it was closed"),
    ("activity_need", "activity_id"): QT_TRANSLATE_NOOP("labels", "Activity"),
    ("activity_need", "kind"): QT_TRANSLATE_NOOP("labels", "Kind"),
    ("activity_need", "what"): QT_TRANSLATE_NOOP("labels", "What is needed"),
    ("activity_need", "number"): QT_TRANSLATE_NOOP("labels", "How many"),
    ("activity_need", "staff_id"): QT_TRANSLATE_NOOP("labels", "Who sees to it"),
    ("activity_need", "due_on"): QT_TRANSLATE_NOOP("labels", "Due on"),
    ("activity_need", "done_on"): QT_TRANSLATE_NOOP("labels", "Seen to on"),
    ("activity_need", "task_id"): QT_TRANSLATE_NOOP("labels", "Task"),
    ("activity_point", "activity_id"): QT_TRANSLATE_NOOP("labels", "Activity"),
    ("activity_point", "held_on"): QT_TRANSLATE_NOOP("labels", "Day"),
    ("activity_point", "at_minute"): QT_TRANSLATE_NOOP("labels", "Time of day"),
    ("activity_point", "what"): QT_TRANSLATE_NOOP("labels", "Point of the run"),
    ("activity_point", "who"): QT_TRANSLATE_NOOP("labels", "Who"),
    ("activity_cost", "activity_id"): QT_TRANSLATE_NOOP("labels", "Activity"),
    ("activity_cost", "what"): QT_TRANSLATE_NOOP("labels", "What it is for"),
    ("activity_cost", "estimate_fen"): QT_TRANSLATE_NOOP("labels", "Estimated cost"),
    ("activity_cost", "spent_fen"): QT_TRANSLATE_NOOP("labels", "Cost in the end"),
    ("activity_guest", "activity_id"): QT_TRANSLATE_NOOP("labels", "Activity"),
    ("activity_guest", "customer_id"): QT_TRANSLATE_NOOP("labels", "Customer"),
    ("activity_guest", "guest"): QT_TRANSLATE_NOOP("labels", "Name of the guest"),
    ("activity_guest", "answer"): QT_TRANSLATE_NOOP("labels", "Answer"),
    ("activity_guest", "answered_on"): QT_TRANSLATE_NOOP("labels", "Answered on"),
    ("activity_guest", "companions"): QT_TRANSLATE_NOOP("labels", "How many come along"),
    ("activity_guest", "came_on"): QT_TRANSLATE_NOOP("labels", "Came on"),
    ("activity_guest", "came_minute"): QT_TRANSLATE_NOOP("labels", "Came at"),
    ("activity_guest", "came_with"): QT_TRANSLATE_NOOP("labels", "How many came along"),
    ("activity_guest", "note"): QT_TRANSLATE_NOOP("labels", "Note"),
    ("activity_guest", "interaction_id"): QT_TRANSLATE_NOOP("labels", "Contact"),
    ("activity_contact", "activity_id"): QT_TRANSLATE_NOOP("labels", "Activity"),
    ("activity_contact", "customer_id"): QT_TRANSLATE_NOOP("labels", "Customer"),
    ("activity_contact", "purpose"): QT_TRANSLATE_NOOP("labels", "Purpose"),
    ("activity_contact", "due_on"): QT_TRANSLATE_NOOP("labels", "Due on"),
    ("activity_contact", "channel"): QT_TRANSLATE_NOOP("labels", "Way of contact"),
    ("activity_contact", "state"): QT_TRANSLATE_NOOP("labels", "State"),
    ("activity_contact", "moved_to"): QT_TRANSLATE_NOOP("labels", "Put off to"),
    ("activity_contact", "settled_on"): QT_TRANSLATE_NOOP("labels", "Settled on"),
    ("activity_contact", "interaction_id"): QT_TRANSLATE_NOOP("labels", "Contact"),
    ("activity_question", "activity_id"): QT_TRANSLATE_NOOP("labels", "Activity"),
    ("activity_question", "customer_id"): QT_TRANSLATE_NOOP("labels", "Customer"),
    ("activity_question", "question"): QT_TRANSLATE_NOOP("labels", "What was asked"),
    ("activity_question", "answer"): QT_TRANSLATE_NOOP("labels", "Answer given"),
    ("activity_question", "commitment_id"): QT_TRANSLATE_NOOP("labels", "Promise"),
}

# What is typed or told of activities and stands in no column.
TYPED: dict[str, str] = {
    "activity.supervisor": QT_TRANSLATE_NOOP("labels", "To be agreed by"),
    "activity.goal": QT_TRANSLATE_NOOP("labels", "Goal"),
    "activity.plan": QT_TRANSLATE_NOOP("labels", "Action plan"),
    "activity.survey": QT_TRANSLATE_NOOP("labels", "Survey for feedback"),
    "activity_contact.first_on": QT_TRANSLATE_NOOP("labels", "Invite from"),
    "activity_contact.last_on": QT_TRANSLATE_NOOP("labels", "Invite until"),
}

STANDINGS: dict[str, str] = {
    "draft": QT_TRANSLATE_NOOP("activity words", "Draft"),
    "submitted": QT_TRANSLATE_NOOP("activity words", "To agree"),
    "returned": QT_TRANSLATE_NOOP("activity words", "Returned"),
    "agreed": QT_TRANSLATE_NOOP("activity words", "Agreed to"),
    "open": QT_TRANSLATE_NOOP("activity words", "Inviting"),
    "running": QT_TRANSLATE_NOOP("activity words", "Going on"),
    "past": QT_TRANSLATE_NOOP("activity words", "Was it held?"),
    "held": QT_TRANSLATE_NOOP("activity words", "To assess"),
    "evaluated": QT_TRANSLATE_NOOP("activity words", "Evaluated"),
    "cancelled": QT_TRANSLATE_NOOP("activity words", "Called off"),
}

_WHY: dict[str, str] = {
    "no_marketing": QT_TRANSLATE_NOOP("activity words", "wants no marketing"),
    "mourning": QT_TRANSLATE_NOOP("activity words", "in mourning"),
    "complaint": QT_TRANSLATE_NOOP("activity words", "waits for an answer to a complaint"),
    "not_this_way": QT_TRANSLATE_NOOP("activity words", "does not want to be reached this way"),
    "too_close": QT_TRANSLATE_NOOP("activity words", "is contacted within those days anyway"),
}


def standing(one: str) -> str:
    return translate("activity words", STANDINGS[one])


def why(one: str) -> str:
    """Why somebody is not invited."""
    return translate("activity words", _WHY[one])


def clock(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60:02}:{minute % 60:02}"


class Timed(Protocol):
    """Days, and minutes of them where they are known: an activity as it is listed."""

    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date: ...
    @property
    def start_minute(self) -> int | None: ...
    @property
    def end_minute(self) -> int | None: ...


def when(one: Timed) -> str:
    """2026-12-05 14:00–16:00, over several days 2026-12-05 09:00 – 2026-12-06 17:00."""
    start, end = clock(one.start_minute), clock(one.end_minute)
    if one.first == one.last:
        hours = "–".join(part for part in (start, end) if part)
        return f"{one.first} {hours}".rstrip()
    return f"{one.first} {start}".rstrip() + " – " + f"{one.last} {end}".rstrip()


def arrived(day: date | None, minute: int | None, *, of_one_day: bool) -> str:
    """When somebody came."""
    if day is None:
        return ""
    return clock(minute) if of_one_day else f"{day.month}/{day.day} {clock(minute)}"
