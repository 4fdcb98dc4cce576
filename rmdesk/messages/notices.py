"""What is said after opening, at sign-in, and as a proposal: nothing of it stops anyone from working."""

from __future__ import annotations

from rmdesk.messages.entry import Entry
from rmdesk.words import QT_TRANSLATE_NOOP

FINDINGS: dict[str, Entry] = {
    "keyfile.restored_from_backup": Entry(
        QT_TRANSLATE_NOOP("messages", "The key file was damaged or missing."),
        QT_TRANSLATE_NOOP("messages", "Its copy was sound and has been used."),
        QT_TRANSLATE_NOOP("messages", "If this happens again, have the disk checked."),
    ),
    "keyfile.ahead": Entry(
        QT_TRANSLATE_NOOP("messages", "The last change of passwords or staff was interrupted."),
        QT_TRANSLATE_NOOP("messages", "Everything saved is there."),
        QT_TRANSLATE_NOOP("messages", "Look at the list of staff and repeat the change if it is missing."),
    ),
    "keyfile.outdated_accepted": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "The key file is an old copy, {behind} changes behind: it may have brought back old passwords.",
        ),
        "",
        QT_TRANSLATE_NOOP(
            "messages",
            "Look at the list of staff, and reset the passwords that were changed.",
        ),
    ),
    "anchor.absent": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "This vault is new to this computer, so nobody can tell whether it is the newest copy.",
        ),
        "",
        QT_TRANSLATE_NOOP("messages", "If you expected otherwise, tell an administrator."),
    ),
    "clock.behind": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "This computer's clock says {today}, but the last entry was made on {last}."
        ),
        QT_TRANSLATE_NOOP("messages", "Nothing is lost."),
        QT_TRANSLATE_NOOP("messages", "Set the clock right: what is due today goes by it."),
    ),
    "clock.ahead": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "This computer's clock says {today}; nothing has been entered since {last}."
        ),
        QT_TRANSLATE_NOOP("messages", "Nothing is lost."),
        QT_TRANSLATE_NOOP("messages", "If that cannot be, set the clock right: what is due goes by it."),
    ),
    "anchor.not_kept": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "This computer cannot remember how far the vault has come: {path} cannot be written."
        ),
        QT_TRANSLATE_NOOP("messages", "Work is saved as ever."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Have the folder made writable; until then an old copy would not be noticed.",
        ),
    ),
    "vault.rolled_back_accepted": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "An older copy of the vault was opened; entries seen here on {since} and missing now: {missing}.",
        ),
        QT_TRANSLATE_NOOP("messages", "This is recorded."),
        "",
    ),
    "vault.forked_accepted": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "An older copy of the vault seen here on {since} was opened, in which somebody had gone on "
            "working.",
        ),
        QT_TRANSLATE_NOOP("messages", "This is recorded."),
        "",
    ),
    "staff.rotation_proposed": Entry(
        QT_TRANSLATE_NOOP("messages", "“{name}” can no longer sign in."),
        QT_TRANSLATE_NOOP("messages", "Their work stays under their name."),
        # Until the master key can be renewed here, what a copy means is all that can honestly be said.
        QT_TRANSLATE_NOOP(
            "messages",
            "If they copied the vault before, their password still opens that copy: collect their copies.",
        ),
    ),
}

NOTICES: dict[str, str] = {
    "staff.password_reset": QT_TRANSLATE_NOOP("messages", "Your password was reset by {by} on {at}."),
    "staff.one_use_password_used": QT_TRANSLATE_NOOP(
        "messages",
        "The one-use password given to you was used on {at}. If that was not you, tell an administrator.",
    ),
    "commitment.refused": QT_TRANSLATE_NOOP(
        "messages", "{by} refused a promise of yours on {at}. The reason stands on the customer's page."
    ),
    "vault.recovered": QT_TRANSLATE_NOOP(
        "messages", "The recovery code was used on {at} to give {by} a new password. A new code was made."
    ),
}

PROBLEMS: dict[str, str] = {
    "changes.set_missing": QT_TRANSLATE_NOOP("messages", "Entry {number} is missing."),
    "changes.set_altered": QT_TRANSLATE_NOOP("messages", "Entry {number} was altered."),
    "changes.record_missing": QT_TRANSLATE_NOOP("messages", "Entry {number} lacks a change."),
    "changes.record_altered": QT_TRANSLATE_NOOP("messages", "Entry {number}: change {position} was altered."),
    "changes.record_erased": QT_TRANSLATE_NOOP(
        "messages", "Entry {number}: change {position} was emptied, and nothing says by whom."
    ),
    "changes.record_stray": QT_TRANSLATE_NOOP(
        "messages",
        "There is a change for entry {number}, but the entry itself is missing.",
    ),
    "changes.head_differs": QT_TRANSLATE_NOOP(
        "messages", "The vault remembers entry {number} as the last, but the trail does not end with it."
    ),
    "changes.anchor_differs": QT_TRANSLATE_NOOP(
        "messages", "Entry {number} is not the one that this computer remembers."
    ),
    "changes.row_unrecorded": QT_TRANSLATE_NOOP(
        "messages",
        "{table}: a row is there that nobody recorded ({uid}).",
    ),
    "changes.row_missing": QT_TRANSLATE_NOOP(
        "messages",
        "{table}: a row was removed without a record ({uid}).",
    ),
    "changes.row_altered": QT_TRANSLATE_NOOP(
        "messages",
        "{table}: a row was altered without a record ({uid}).",
    ),
}

ONE_USE_PASSWORD = QT_TRANSLATE_NOOP(
    "messages", "You signed in with a password that somebody else gave you. Choose your own with `passwd`."
)

PROGRAMS = {
    "window": QT_TRANSLATE_NOOP("messages", "the window of rmdesk"),
    "command line": QT_TRANSLATE_NOOP("messages", "the command line of rmdesk"),
}
OTHER_PROGRAM = QT_TRANSLATE_NOOP("messages", "another program")
