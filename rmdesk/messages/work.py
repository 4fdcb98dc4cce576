"""Messages about the database, the disk, changes, settings and jobs."""

from __future__ import annotations

from rmdesk.messages.entry import (
    KEEP_AND_RESTORE,
    NOT_SAVED,
    TRY_AGAIN,
    UNCHANGED,
    VAULT_UNTOUCHED,
    Entry,
)
from rmdesk.words import QT_TRANSLATE_NOOP

INTERNAL = Entry(
    QT_TRANSLATE_NOOP("messages", "Something unexpected went wrong in rmdesk."),
    NOT_SAVED,
    QT_TRANSLATE_NOOP("messages", "Try again; the log holds what a technician needs, without customer data."),
)

INTERRUPTED = Entry(QT_TRANSLATE_NOOP("messages", "Interrupted."), NOT_SAVED)

NOTHING_LEFT = QT_TRANSLATE_NOOP("messages", "No file was written.")

ENTRIES: dict[str, Entry] = {
    "row.gone": Entry(
        QT_TRANSLATE_NOOP("messages", "This entry is no longer there ({table})."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Load the list again."),
    ),
    "row.changed": Entry(
        QT_TRANSLATE_NOOP("messages", "Somebody else changed this meanwhile ({table})."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at the present state and make your change again."),
    ),
    "text.not_text": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: there are characters in it that nobody can see or type."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Type it again by hand."),
    ),
    "text.empty": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: nothing was entered."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Fill it in."),
    ),
    "text.too_long": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: at most {longest} characters fit."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Shorten it."),
    ),
    "export.no_such_column": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no column {column}."),
        NOTHING_LEFT,
        QT_TRANSLATE_NOOP("messages", "Choose among these: {known}."),
    ),
    "export.cards_of_customers": Entry(
        QT_TRANSLATE_NOOP("messages", "Only customers can be exported as cards."),
        NOTHING_LEFT,
        QT_TRANSLATE_NOOP("messages", "Choose a spreadsheet or CSV."),
    ),
    "export.too_many_rows": Entry(
        QT_TRANSLATE_NOOP("messages", "A spreadsheet holds {most} rows at most."),
        NOTHING_LEFT,
        QT_TRANSLATE_NOOP("messages", "Export fewer rows, or as CSV."),
    ),
    "export.too_many_events": Entry(
        QT_TRANSLATE_NOOP("messages", "More than {most} events would stand in the file."),
        NOTHING_LEFT,
        QT_TRANSLATE_NOOP("messages", "Export fewer days, one kind or one manager's customers."),
    ),
    "export.not_written": Entry(
        QT_TRANSLATE_NOOP("messages", "The file could not be written ({path}: {reason})."),
        QT_TRANSLATE_NOOP("messages", "A file of that name is as it was."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Choose a folder with enough room that you may write to; close the file if it is open elsewhere.",
        ),
    ),
    "settings.idle_seconds": Entry(
        QT_TRANSLATE_NOOP("messages", "The window can lock after {least} to {most} seconds without use."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Enter a whole number in between."),
    ),
    "settings.weights_not_whole": Entry(
        QT_TRANSLATE_NOOP("messages", "The three weights add up to {total} %, not to 100 %."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Change one of them so that together they are 100 %."),
    ),
    "settings.steps_not_rising": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: {stars} stars would need no more than one star less."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Enter more than {above} for {stars} stars."),
    ),
    "settings.step_after_decision": Entry(
        QT_TRANSLATE_NOOP("messages", "{what} would be due after the complaint is to be decided."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Enter {most} days or fewer there, or more until the decision."),
    ),
    "settings.refusals_shorter": Entry(
        QT_TRANSLATE_NOOP("messages", "What people refused would go before their data do."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Enter {least} years or more there, or fewer for the customers."),
    ),
    "settings.escalated_to_nobody": Entry(
        QT_TRANSLATE_NOOP("messages", "Nobody would hear of a complaint that is late."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Tick at least one."),
    ),
    "settings.not_yes_or_no": Entry(
        QT_TRANSLATE_NOOP("messages", "This setting is either on or off."), UNCHANGED, ""
    ),
    "settings.imposed": Entry(
        QT_TRANSLATE_NOOP("messages", "This setting is made for this computer by the bank's IT."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Ask them if it is to be another."),
    ),
    "policy.unreadable": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "{path}, where the bank's IT says what holds for this computer, cannot be read."
        ),
        QT_TRANSLATE_NOOP(
            "messages", "Nothing of it is in force; vault, language and lock are as without it."
        ),
        QT_TRANSLATE_NOOP(
            "messages", "If your customers seem to be missing, make no new vault: tell your IT."
        ),
    ),
    "policy.wrong": Entry(
        QT_TRANSLATE_NOOP("messages", "“{name}” in {path} is unknown, or its value cannot be used."),
        QT_TRANSLATE_NOOP("messages", "The rest of the file is in force."),
        QT_TRANSLATE_NOOP("messages", "Tell your IT."),
    ),
    "settings.fixed": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "“{setting}” is settled when a vault is made and stays so.",
        ),
        UNCHANGED,
        "",
    ),
    "holiday.backwards": Entry(
        QT_TRANSLATE_NOOP("messages", "“{name}” ends before it begins."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Put the earlier day first."),
    ),
    "holiday.wrong_year": Entry(
        QT_TRANSLATE_NOOP("messages", "“{name}” ({first} to {last}) does not belong to {year}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Only the last days of the year before may stand in a year's table."),
    ),
    "holiday.too_long": Entry(
        QT_TRANSLATE_NOOP("messages", "“{name}” would last {days} days."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Compare first and last day with the arrangement."),
    ),
    "holiday.overlap": Entry(
        QT_TRANSLATE_NOOP("messages", "{day} stands in two lines: “{name}” and “{other}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Leave each day in one line only."),
    ),
    "holiday.both": Entry(
        QT_TRANSLATE_NOOP("messages", "{day} cannot be a day off (“{name}”) and be worked."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Leave each day in one line only."),
    ),
    "holiday.no_rest_day": Entry(
        QT_TRANSLATE_NOOP("messages", "{day} is worked anyway; only Saturdays and Sundays are made up for."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Compare the day with the arrangement."),
    ),
    "holiday.other_list": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "The file has more than {most} rows: it is no arrangement of holidays."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP(
            "messages", "Choose a table of name, 放假 or 上班 (off or work), first day and last day."
        ),
    ),
    "holiday.not_a_kind": Entry(
        QT_TRANSLATE_NOOP("messages", "“{typed}” is neither 放假 nor 上班."),
        UNCHANGED,
        QT_TRANSLATE_NOOP(
            "messages", "Write 放假 (off) for days off and 上班 (work) for days that are worked."
        ),
    ),
    "usage.user_needed": Entry(
        QT_TRANSLATE_NOOP("messages", "Who is signing in? Several people can open this vault."),
        "",
        QT_TRANSLATE_NOOP("messages", "Give the name with --user NAME before the command."),
    ),
    "usage.duplicates": Entry(
        QT_TRANSLATE_NOOP("messages", "After duplicates stands nothing, or merge and two customers."),
        "",
        QT_TRANSLATE_NOOP("messages", "Write: duplicates merge NO_A NO_B."),
    ),
    "usage.field_does_not_differ": Entry(
        QT_TRANSLATE_NOOP("messages", "{field} is no field in which the customer differs from then."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at what differs with --dry-run."),
    ),
    "usage.years_backwards": Entry(
        QT_TRANSLATE_NOOP("messages", "The years {first} to {last} are the wrong way round."),
        "",
        QT_TRANSLATE_NOOP("messages", "Give the earlier year first."),
    ),
    "usage.report_needed": Entry(
        QT_TRANSLATE_NOOP("messages", "Which report, and where to?"),
        "",
        QT_TRANSLATE_NOOP(
            "messages", "Give its name and --out FILE.pdf; report --list says which there are."
        ),
    ),
    "usage.report_parameter": Entry(
        QT_TRANSLATE_NOOP("messages", "“{typed}” is no parameter of a report."),
        "",
        QT_TRANSLATE_NOOP("messages", "Write --param NAME=VALUE."),
    ),
    "usage.password_file_needed": Entry(
        QT_TRANSLATE_NOOP("messages", "This command needs a password."),
        "",
        QT_TRANSLATE_NOOP(
            "messages",
            "Write it into the first line of a file and give that with --password-file FILE before the "
            "command.",
        ),
    ),
    "changes.undo_unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "Entry {number} of the audit trail is not there, or no longer whole."),
        UNCHANGED,
        "",
    ),
    "changes.undo_not_possible": Entry(
        QT_TRANSLATE_NOOP("messages", "This cannot be undone: {kind}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Do the opposite instead."),
    ),
    "changes.undo_refused": Entry(
        QT_TRANSLATE_NOOP("messages", "What was done has been changed again since."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Change it by hand to what it should be."),
    ),
    "check.no_room": Entry(
        QT_TRANSLATE_NOOP("messages", "The encrypted copy that is checked could not be made in {path}."),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP("messages", "Make room on the disk, then check again."),
    ),
    "db.missing": Entry(
        QT_TRANSLATE_NOOP("messages", "The database {path} is missing, though its key file is there."),
        QT_TRANSLATE_NOOP("messages", "No new one was made in its place."),
        QT_TRANSLATE_NOOP(
            "messages", "Look whether it was moved; otherwise copy it back from the newest backup."
        ),
    ),
    "db.exists": Entry(
        QT_TRANSLATE_NOOP("messages", "There is a database {path} already; it is not overwritten."),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP("messages", "Choose another folder for a new vault."),
    ),
    "db.empty": Entry(
        QT_TRANSLATE_NOOP("messages", "The database {path} is empty; its contents were lost outside rmdesk."),
        VAULT_UNTOUCHED,
        KEEP_AND_RESTORE,
    ),
    "db.plain": Entry(
        QT_TRANSLATE_NOOP("messages", "The file {path} is an unencrypted database, not this vault's."),
        VAULT_UNTOUCHED,
        KEEP_AND_RESTORE,
    ),
    "db.foreign_application": Entry(
        QT_TRANSLATE_NOOP("messages", "The database {path} was made by another program."),
        VAULT_UNTOUCHED,
        KEEP_AND_RESTORE,
    ),
    "db.other_vault": Entry(
        QT_TRANSLATE_NOOP("messages", "The database {path} belongs to another vault than the key file."),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP(
            "messages",
            "Do not delete anything. Put database and key file of one vault together.",
        ),
    ),
    "db.foreign_journal": Entry(
        QT_TRANSLATE_NOOP("messages", "The journal beside the database {path} does not belong to it."),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP(
            "messages",
            "Do not delete anything. If files were copied by hand, copy database and journal again, from one "
            "place and together.",
        ),
    ),
    "db.newer": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "This vault was brought up to version {found} by a newer rmdesk; this one knows {known}.",
        ),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP("messages", "Install the newer version on this computer."),
    ),
    "copy.not_sound": Entry(
        QT_TRANSLATE_NOOP("messages", "The copy {path} did not pass its check and was removed."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Try again; if it happens once more, have the disk checked."),
    ),
    "db.damaged": Entry(
        QT_TRANSLATE_NOOP("messages", "The database {path} is damaged."),
        QT_TRANSLATE_NOOP("messages", "Nothing is written to it."),
        KEEP_AND_RESTORE,
    ),
    "db.torn": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "The database {path} is damaged: part of it is older than the rest, as after a power cut on a "
            "disk that had not written everything yet.",
        ),
        QT_TRANSLATE_NOOP("messages", "Nothing is written to it."),
        KEEP_AND_RESTORE,
    ),
    "db.busy": Entry(
        QT_TRANSLATE_NOOP("messages", "Another program is holding the database {path}."),
        NOT_SAVED,
        QT_TRANSLATE_NOOP("messages", "Close other programs that may hold the file, then try again."),
    ),
    "disk.full": Entry(
        QT_TRANSLATE_NOOP("messages", "The disk that holds {path} is full."),
        NOT_SAVED,
        QT_TRANSLATE_NOOP("messages", "Make room on the disk, then try again."),
    ),
    "disk.read_only": Entry(
        QT_TRANSLATE_NOOP("messages", "Nothing can be written to {path}."),
        NOT_SAVED,
        QT_TRANSLATE_NOOP("messages", "Check that the disk and the folder are not write-protected."),
    ),
    "disk.io": Entry(
        QT_TRANSLATE_NOOP("messages", "The disk that holds {path} does not answer properly."),
        NOT_SAVED,
        QT_TRANSLATE_NOOP("messages", "Try again; if it happens once more, have the disk checked."),
    ),
    "print.refused": Entry(
        QT_TRANSLATE_NOOP("messages", "The printer did not take the pages."),
        "",
        QT_TRANSLATE_NOOP("messages", "Check that it is switched on and has paper, then print again."),
    ),
    "job.worker_died": Entry(
        QT_TRANSLATE_NOOP("messages", "The background process ended unexpectedly (status {status})."),
        NOT_SAVED,
        TRY_AGAIN,
    ),
    "report.unknown": Entry(QT_TRANSLATE_NOOP("messages", "There is no report “{name}”."), UNCHANGED, ""),
    "report.too_many": Entry(
        QT_TRANSLATE_NOOP("messages", "{count} customers are too many for paper; it takes {most}."),
        NOTHING_LEFT,
        QT_TRANSLATE_NOOP("messages", "Print fewer of them, or export the list as a spreadsheet."),
    ),
    "report.unknown_parameter": Entry(
        QT_TRANSLATE_NOOP("messages", "This report does not ask for “{name}”."),
        NOTHING_LEFT,
        QT_TRANSLATE_NOOP("messages", "It asks for: {known}."),
    ),
    "report.parameter_needed": Entry(
        QT_TRANSLATE_NOOP("messages", "The report cannot be made without this: {what}."), NOTHING_LEFT, ""
    ),
    "report.wrong_value": Entry(
        QT_TRANSLATE_NOOP("messages", "This cannot be: {what}."),
        NOTHING_LEFT,
        QT_TRANSLATE_NOOP("messages", "It may be: {known}."),
    ),
}
