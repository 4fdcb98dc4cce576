"""Messages about the care calendar: touchpoints and the rules they follow from."""

from __future__ import annotations

from rmdesk.messages.entry import TRY_AGAIN, UNCHANGED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

ENTRIES: dict[str, Entry] = {
    "care.gone": Entry(
        QT_TRANSLATE_NOOP("messages", "This touchpoint is no longer there."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "What it followed from was changed meanwhile; look at the list again."),
    ),
    "care.acted_already": Entry(
        QT_TRANSLATE_NOOP("messages", "Somebody has dealt with this touchpoint already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Undo that first if it was a mistake."),
    ),
    "care.collective": Entry(
        QT_TRANSLATE_NOOP("messages", "This one stands for many customers."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Open its list and choose whom you mean."),
    ),
    "care.colleague_unfit": Entry(
        QT_TRANSLATE_NOOP("messages", "{name} does not see this customer or keeps no records."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose a stand-in of the customer or a supervisor."),
    ),
    "care.postponed_to_past": Entry(
        QT_TRANSLATE_NOOP("messages", "A touchpoint cannot be put off to a day that has passed."),
        UNCHANGED,
        TRY_AGAIN,
    ),
    "care.postponed_too_far": Entry(
        QT_TRANSLATE_NOOP("messages", "A touchpoint can be put off by {most} days at most."),
        UNCHANGED,
        TRY_AGAIN,
    ),
    "care.wrong_range": Entry(
        QT_TRANSLATE_NOOP("messages", "The last day lies before the first."), UNCHANGED, TRY_AGAIN
    ),
    "care.range_too_long": Entry(
        QT_TRANSLATE_NOOP("messages", "These are more days than can be looked at together."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Ask for at most {most} days."),
    ),
    "care.option_range": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: only whole numbers from {least} to {most} fit."),
        UNCHANGED,
        TRY_AGAIN,
    ),
    "care.wrong_leads": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: give up to six numbers of days from 0 to {most}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Type them like 30, 7, 1."),
    ),
    "greeting.wrong_field": Entry(
        QT_TRANSLATE_NOOP("messages", "A brace is open, closed too often or stands inside another."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Write each field in one pair of braces of its own."),
    ),
    "greeting.unknown_field": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no field called “{field}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose one of the fields listed beside the text."),
    ),
    "greeting.field_not_here": Entry(
        QT_TRANSLATE_NOOP("messages", "The field “{field}” has no value on this occasion."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose one of the fields listed beside the text."),
    ),
    "greeting.markup": Entry(
        QT_TRANSLATE_NOOP("messages", "A greeting is plain text; this one has markup in it."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Take out what stands between < and >, and codes such as &nbsp;."),
    ),
    "notice.closed": Entry(
        QT_TRANSLATE_NOOP("messages", "This notice is closed."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Write a new one if there is more to tell."),
    ),
    "notice.not_concerned": Entry(
        QT_TRANSLATE_NOOP("messages", "This notice does not concern all of these customers."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at the list again."),
    ),
    "notice.told_already": Entry(
        QT_TRANSLATE_NOOP("messages", "Somebody has told one of these customers already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at the list again."),
    ),
    "notice.no_messages": Entry(
        QT_TRANSLATE_NOOP("messages", "One of these customers wants no messages."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Tell them in another way."),
    ),
}
