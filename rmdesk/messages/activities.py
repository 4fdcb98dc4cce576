"""Messages about activities."""

from __future__ import annotations

from rmdesk.messages.entry import UNCHANGED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

ENTRIES: dict[str, Entry] = {
    "activity.ends_before": Entry(
        QT_TRANSLATE_NOOP("messages", "It ends before it begins."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Correct the days, or the hours."),
    ),
    "activity.too_long": Entry(
        QT_TRANSLATE_NOOP("messages", "An activity lasts {most} days at most."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Make several of it."),
    ),
    "activity.supervisor_unfit": Entry(
        QT_TRANSLATE_NOOP("messages", "{name} cannot agree to this activity."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose somebody else who agrees to plans, and never who leads it."),
    ),
    "activity.successor_unfit": Entry(
        QT_TRANSLATE_NOOP("messages", "{name} cannot lead this activity."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose somebody who works here and keeps records of contacts."),
    ),
    "activity.not_led": Entry(
        QT_TRANSLATE_NOOP("messages", "Somebody else leads this activity."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Ask them to change it."),
    ),
    "activity.own": Entry(
        QT_TRANSLATE_NOOP("messages", "Nobody decides about an activity of their own."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Ask another supervisor, or the branch head."),
    ),
    "activity.submitted": Entry(
        QT_TRANSLATE_NOOP("messages", "The activity was submitted and waits to be agreed to."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Take it back to change it."),
    ),
    "activity.not_submitted": Entry(
        QT_TRANSLATE_NOOP("messages", "The activity does not wait to be agreed to."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at it again: it may have been taken back."),
    ),
    "activity.agreed": Entry(
        QT_TRANSLATE_NOOP("messages", "The activity was agreed to already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Take it back to be written, and have it agreed to anew."),
    ),
    "activity.agreed_field": Entry(
        QT_TRANSLATE_NOOP("messages", "{what} was agreed to and stays."),
        UNCHANGED,
        QT_TRANSLATE_NOOP(
            "messages", "Before it is opened, take it back to be written, and have it agreed to anew."
        ),
    ),
    "activity.not_agreed": Entry(
        QT_TRANSLATE_NOOP("messages", "Nobody agreed to this activity yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Submit it first."),
    ),
    "activity.judged": Entry(
        QT_TRANSLATE_NOOP("messages", "The activity was decided about, which is not undone."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Who leads it takes it back to be written."),
    ),
    "activity.wrong_state": Entry(
        QT_TRANSLATE_NOOP("messages", "The activity is not at a point where this can be done."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at it again: its state may have changed meanwhile."),
    ),
    "activity.over": Entry(
        QT_TRANSLATE_NOOP("messages", "The activity was evaluated or called off, and stays as it is."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Copy it to hold another one."),
    ),
    "activity.past": Entry(
        QT_TRANSLATE_NOOP("messages", "The activity was to be over on {last} already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Put it on a later day first."),
    ),
    "activity.not_begun": Entry(
        QT_TRANSLATE_NOOP("messages", "The activity begins on {first} only."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Wait for that day, or change the day if it is earlier."),
    ),
    "activity.nobody_came": Entry(
        QT_TRANSLATE_NOOP("messages", "Nobody was checked in."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Check in who came, also afterwards; or call the activity off."),
    ),
    "activity.not_held": Entry(
        QT_TRANSLATE_NOOP("messages", "The activity was not held yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Say first that it was held."),
    ),
    "activity.day_outside": Entry(
        QT_TRANSLATE_NOOP("messages", "That day is none of the activity, which is from {first} to {last}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose one of its days."),
    ),
    "activity.too_many": Entry(
        QT_TRANSLATE_NOOP("messages", "There is room for {most} lines."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Put several things into one line."),
    ),
    "activity.need_done": Entry(
        QT_TRANSLATE_NOOP("messages", "This line was seen to already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Add a new line for what is still to be done."),
    ),
    "activity.task_done": Entry(
        QT_TRANSLATE_NOOP("messages", "Whoever sees to it said that it is done."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Undo it where it was said, or add a new line."),
    ),
    "activity.promised_to_nobody": Entry(
        QT_TRANSLATE_NOOP("messages", "An answer is promised to a customer; none was chosen."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose who asked, or leave the day empty."),
    ),
    "activity.promised_already": Entry(
        QT_TRANSLATE_NOOP("messages", "The answer was promised already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "The promise stands on the customer's page."),
    ),
    "activity.no_days": Entry(
        QT_TRANSLATE_NOOP("messages", "Between {first} and {last} there is no working day to invite on."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose other days."),
    ),
    "activity.nobody_new": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "Nobody is added: {already} stand on the list already, {left_out} are left out."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose others, another way, other days, or fewer days in between."),
    ),
    "activity.full": Entry(
        QT_TRANSLATE_NOOP("messages", "There are {capacity} seats; with these {heads} would come."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Take them all the same, or put them down as perhaps."),
    ),
    "activity.checked_in": Entry(
        QT_TRANSLATE_NOOP("messages", "They were checked in already, on {day} at {clock}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "If it was somebody else, take the check-in back first."),
    ),
    "activity.not_here": Entry(
        QT_TRANSLATE_NOOP("messages", "They were not checked in."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at the list again."),
    ),
    "activity.has_survey": Entry(
        QT_TRANSLATE_NOOP("messages", "A survey belongs to this activity already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Open that one."),
    ),
    "activity.not_evaluated": Entry(
        QT_TRANSLATE_NOOP("messages", "The activity was not evaluated yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Evaluate it first."),
    ),
    "activity.unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no activity “{activity}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at the list of activities."),
    ),
    "activity.ambiguous": Entry(
        QT_TRANSLATE_NOOP("messages", "{count} activities are meant by “{activity}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give the id."),
    ),
}
