"""Messages about contacts with customers, promises, visits, tasks, documents and notices."""

from __future__ import annotations

from rmdesk.messages.entry import TRY_AGAIN, UNCHANGED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

ENTRIES: dict[str, Entry] = {
    "value.not_a_time": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: this is not a time of day."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Type it like 9:30 or 14:05."),
    ),
    "work.own": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "Nobody approves or countersigns what is their own: promises, visits, logs."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Ask another supervisor or the branch head."),
    ),
    "interaction.cost_for_nothing": Entry(
        QT_TRANSLATE_NOOP("messages", "There is a cost, but not what for."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Say what was given or paid."),
    ),
    "interaction.cost_needs_reason": Entry(
        QT_TRANSLATE_NOOP("messages", "A cost above {limit} yuan needs a reason here."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give the reason, or check the amount."),
    ),
    "capture.empty": Entry(
        QT_TRANSLATE_NOOP("messages", "There are no words in the line."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Say who, and what happened or is to be done."),
    ),
    "capture.too_long": Entry(
        QT_TRANSLATE_NOOP("messages", "A line has at most {longest} characters."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Record one contact at a time, or use the form of the contact."),
    ),
    "capture.nothing": Entry(
        QT_TRANSLATE_NOOP("messages", "Nothing of what is proposed was chosen."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Tick what is to be recorded."),
    ),
    "capture.no_customer": Entry(
        QT_TRANSLATE_NOOP("messages", "The line names nobody in the archive."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose the customer, or type surname and phone of somebody new."),
    ),
    "capture.which_customer": Entry(
        QT_TRANSLATE_NOOP("messages", "The line may mean several customers."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose which one, or type the whole name."),
    ),
    "commitment.due_before_promised": Entry(
        QT_TRANSLATE_NOOP("messages", "The promise would be due before it was made."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Check both days."),
    ),
    "commitment.not_waiting": Entry(
        QT_TRANSLATE_NOOP("messages", "This promise does not wait for approval any more."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Load the list again."),
    ),
    "commitment.not_approved": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "A promise on a rate, a fee or an exception counts only once approved."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Wait for the approval, or withdraw it."),
    ),
    "commitment.settled": Entry(
        QT_TRANSLATE_NOOP("messages", "This promise is settled already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Open it again first."),
    ),
    "commitment.judged": Entry(
        QT_TRANSLATE_NOOP("messages", "Somebody decided on this promise; it stays in the records."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Withdraw it instead."),
    ),
    "visit.ended": Entry(
        QT_TRANSLATE_NOOP("messages", "This visit has been held or cancelled already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Plan another one."),
    ),
    "visit.not_submitted": Entry(
        QT_TRANSLATE_NOOP("messages", "This visit does not wait for approval any more."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Load the list again."),
    ),
    "attachment.name": Entry(
        QT_TRANSLATE_NOOP("messages", "A file of this name could do harm where it is opened."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give it a plain name, such as 合同.pdf, and add it again."),
    ),
    "attachment.kind": Entry(
        QT_TRANSLATE_NOOP("messages", "Files of this kind are not kept here."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Add a PDF, a picture, or a Word or Excel file without macros."),
    ),
    "attachment.link": Entry(
        QT_TRANSLATE_NOOP("messages", "This is a link that leads to another file."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Add the file itself."),
    ),
    "attachment.empty": Entry(QT_TRANSLATE_NOOP("messages", "The file is empty."), UNCHANGED, TRY_AGAIN),
    "attachment.too_large": Entry(
        QT_TRANSLATE_NOOP("messages", "The file is larger than {most} MB."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Scan it with fewer dots per inch, or add it in parts."),
    ),
    "attachment.not_its_kind": Entry(
        QT_TRANSLATE_NOOP("messages", "What is in the file is not what its name says."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Open it where it was made, and save it again."),
    ),
    "attachment.missing": Entry(
        QT_TRANSLATE_NOOP("messages", "The encrypted file of this document is missing in the vault folder."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Copy the folder “attachments” back from the newest backup."),
    ),
    "attachment.damaged": Entry(
        QT_TRANSLATE_NOOP("messages", "The encrypted file of this document is damaged or was exchanged."),
        QT_TRANSLATE_NOOP("messages", "Nothing of it is shown."),
        QT_TRANSLATE_NOOP("messages", "Copy the folder “attachments” back from the newest backup."),
    ),
    "task.for_one": Entry(
        QT_TRANSLATE_NOOP("messages", "A task is for one colleague or for one department."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give exactly one of the two."),
    ),
    "task.not_open": Entry(
        QT_TRANSLATE_NOOP("messages", "This task is not open any more."), UNCHANGED, TRY_AGAIN
    ),
    "task.due_in_past": Entry(
        QT_TRANSLATE_NOOP("messages", "A task is not due on a day that has passed."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give it a day from today on."),
    ),
    "task.not_done": Entry(
        QT_TRANSLATE_NOOP("messages", "Only a task for a customer that is done can be reported back."),
        UNCHANGED,
        "",
    ),
}
