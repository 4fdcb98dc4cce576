"""Messages about people: signing in, passwords, the recovery code, roles, staff."""

from __future__ import annotations

from rmdesk.messages.entry import ASK_ADMINISTRATOR, TRY_AGAIN, UNCHANGED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

USE_PASSWORD = QT_TRANSLATE_NOOP("messages", "Sign in with your password.")

ENTRIES: dict[str, Entry] = {
    "auth.disabled": Entry(
        QT_TRANSLATE_NOOP("messages", "“{name}” may no longer sign in to this vault."),
        UNCHANGED,
        ASK_ADMINISTRATOR,
    ),
    "auth.unknown_person": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "The key file lets “{name}” in, but the vault knows nobody of this name.",
        ),
        UNCHANGED,
        ASK_ADMINISTRATOR,
    ),
    "auth.unknown_name": Entry(
        QT_TRANSLATE_NOOP("messages", "Nobody signs in to this vault as “{name}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP(
            "messages",
            "Check how the name is written; an administrator sees the list of staff.",
        ),
    ),
    "auth.slot_gone": Entry(
        QT_TRANSLATE_NOOP("messages", "The password of “{name}” was changed or taken away a moment ago."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Sign in again with the new password."),
    ),
    "keyring.absent": Entry(
        QT_TRANSLATE_NOOP("messages", "This computer has no keyring that rmdesk uses."),
        UNCHANGED,
        USE_PASSWORD,
    ),
    "keyring.denied": Entry(
        QT_TRANSLATE_NOOP("messages", "The system's keyring does not let rmdesk in."), UNCHANGED, USE_PASSWORD
    ),
    "keyring.empty": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "The system's keyring holds nothing for this vault.",
        ),
        UNCHANGED,
        USE_PASSWORD,
    ),
    "keyring.not_allowed": Entry(
        QT_TRANSLATE_NOOP("messages", "This branch does not let the Windows session open the vault."),
        UNCHANGED,
        USE_PASSWORD,
    ),
    "keyring.not_for_others": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "Only the person who signed in can choose to sign in by the Windows session."
        ),
        UNCHANGED,
        "",
    ),
    "keyring.wrong": Entry(
        QT_TRANSLATE_NOOP("messages", "What the system's keyring holds does not open this vault."),
        UNCHANGED,
        USE_PASSWORD,
    ),
    "auth.no_password": Entry(
        QT_TRANSLATE_NOOP("messages", "“{name}” has no password in this vault."), UNCHANGED, ASK_ADMINISTRATOR
    ),
    "password.wrong": Entry(
        QT_TRANSLATE_NOOP("messages", "Name and password do not go together."),
        "",
        QT_TRANSLATE_NOOP(
            "messages",
            "Check Caps Lock and the input method and try again. If the password is forgotten, an "
            "administrator can reset it, or the recovery code opens the vault.",
        ),
    ),
    "password.too_short": Entry(
        QT_TRANSLATE_NOOP("messages", "The new password has fewer than {shortest} characters."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose a longer one; a short sentence is easy to remember."),
    ),
    "password.too_simple": Entry(
        QT_TRANSLATE_NOOP("messages", "The new password is the name itself or one character repeated."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose another one; a short sentence is easy to remember."),
    ),
    "password.unchanged": Entry(
        QT_TRANSLATE_NOOP("messages", "The new password is the old one."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose another one."),
    ),
    "recovery.wrong_length": Entry(
        QT_TRANSLATE_NOOP("messages", "A recovery code has {wanted} characters; {given} were given."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Compare it with the printed sheet, group by group."),
    ),
    "recovery.mistyped_group": Entry(
        QT_TRANSLATE_NOOP("messages", "Group {group} holds a character that no recovery code has."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Compare it with the printed sheet, group by group."),
    ),
    "recovery.mistyped": Entry(
        QT_TRANSLATE_NOOP("messages", "The recovery code is not typed as it was printed."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Compare it with the printed sheet, group by group."),
    ),
    "recovery.wrong": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "This recovery code is well-formed but does not open this vault; a newer one may have replaced "
            "it.",
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look for the sheet printed last for this vault."),
    ),
    "role.not_permitted": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "Your roles do not permit this: {permission}.",
        ),
        UNCHANGED,
        ASK_ADMINISTRATOR,
    ),
    "role.not_signed_in": Entry(
        QT_TRANSLATE_NOOP("messages", "Nobody is signed in."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Sign in first."),
    ),
    "staff.unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "Nobody called “{name}” works in this vault."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Check how the name is written in the list of staff."),
    ),
    "staff.name_taken": Entry(
        QT_TRANSLATE_NOOP("messages", "Somebody called “{name}” signs in already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Add something to the name that tells the two apart."),
    ),
    "staff.no_role": Entry(
        QT_TRANSLATE_NOOP("messages", "A person needs at least one role."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose a role; to take someone's access away, disable them."),
    ),
    "staff.role_unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no role “{role}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "The roles are: {known}."),
    ),
    "staff.mobile_wrong": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "This is not a mobile number: those have eleven digits and begin with 13 to 19.",
        ),
        UNCHANGED,
        TRY_AGAIN,
    ),
    "staff.is_disabled": Entry(
        QT_TRANSLATE_NOOP("messages", "“{name}” is disabled."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "An administrator can enable the person again, with a new password."),
    ),
    "staff.not_disabled": Entry(QT_TRANSLATE_NOOP("messages", "“{name}” is not disabled."), UNCHANGED, ""),
    "staff.not_oneself": Entry(
        QT_TRANSLATE_NOOP("messages", "Nobody can disable themselves."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Another administrator can do it."),
    ),
    "staff.not_own_reset": Entry(
        QT_TRANSLATE_NOOP("messages", "One's own password is changed, not reset."),
        UNCHANGED,
        QT_TRANSLATE_NOOP(
            "messages",
            "Change it with the old password; if that is lost, use the recovery code.",
        ),
    ),
    "staff.last_administrator": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "“{name}” is the last administrator; without one nobody could manage staff.",
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Make somebody else an administrator first."),
    ),
    "staff.no_administrator": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "Afterwards there would be no administrator; nobody could manage staff.",
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Make somebody an administrator first."),
    ),
    "staff.changed_meanwhile": Entry(
        QT_TRANSLATE_NOOP("messages", "“{name}” was changed while the password was being prepared."),
        UNCHANGED,
        TRY_AGAIN,
    ),
}
