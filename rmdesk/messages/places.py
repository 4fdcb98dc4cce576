"""Messages about the vault's folder, its key file, its database, and files outside it."""

from __future__ import annotations

from rmdesk.messages.entry import (
    CALL_TECHNICIAN,
    LOOK_FOR_NEWER,
    OTHER_FOLDER,
    TRY_AGAIN,
    UNCHANGED,
    VAULT_UNTOUCHED,
    Entry,
)
from rmdesk.words import QT_TRANSLATE_NOOP

ENTRIES: dict[str, Entry] = {
    "folder.network_share": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "{path} lies on another computer. A vault on a network drive would be damaged in time.",
        ),
        UNCHANGED,
        OTHER_FOLDER,
    ),
    "folder.path_too_long": Entry(
        QT_TRANSLATE_NOOP("messages", "The path of this folder is too long for a database: {path}"),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose a folder with a shorter path."),
    ),
    "folder.not_a_folder": Entry(
        QT_TRANSLATE_NOOP("messages", "{path} is a file, or lies inside one; a vault is a folder."),
        UNCHANGED,
        OTHER_FOLDER,
    ),
    "folder.read_only": Entry(
        QT_TRANSLATE_NOOP("messages", "Nothing can be written in {path}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP(
            "messages", "Check that the disk is not full or write-protected and that you may write there."
        ),
    ),
    "vault.none": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no vault in {path}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose the vault's folder, or make a new vault there."),
    ),
    "vault.unfinished": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "Making a vault in {path} was interrupted before anything was entered.",
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Make the vault again; what was begun is replaced."),
    ),
    "vault.exists": Entry(
        QT_TRANSLATE_NOOP("messages", "There is a vault in {path} already."),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP("messages", "Sign in to it, or choose another folder for a new vault."),
    ),
    "vault.in_use": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "The vault is open already: {program}, process {pid} on {host}, since {since}."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Close it there, or wait until it has finished."),
    ),
    "demo.other_vault": Entry(
        QT_TRANSLATE_NOOP("messages", "{path} holds a vault that is not a demonstration."),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP("messages", "Move it elsewhere to see the demonstration."),
    ),
    "demo.not_empty": Entry(
        QT_TRANSLATE_NOOP("messages", "This vault holds customers; invented ones are not mixed with them."),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP("messages", "Make a new vault for the demonstration branch."),
    ),
    "demo.customers_out_of_range": Entry(
        QT_TRANSLATE_NOOP("messages", "That many customers cannot be invented."),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP("messages", "Give a number from 0 to {most}."),
    ),
    "vault.not_made": Entry(
        QT_TRANSLATE_NOOP("messages", "The new vault could not be written in {path}."),
        QT_TRANSLATE_NOOP("messages", "Nothing of it remains."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Check that the disk has room and is not write-protected, then try again.",
        ),
    ),
    "vault.rolled_back": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "This vault is older than the one seen on this computer on {since}; entries missing: {missing}.",
        ),
        VAULT_UNTOUCHED,
        LOOK_FOR_NEWER,
    ),
    "vault.forked": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "This is an older copy of the vault seen on this computer on {since}, in which somebody went on "
            "working.",
        ),
        VAULT_UNTOUCHED,
        LOOK_FOR_NEWER,
    ),
    "keyfile.missing": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "The key file {path} is missing. Without it nobody can open the database.",
        ),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP(
            "messages",
            "Do not delete anything. Copy the key file back from the newest backup.",
        ),
    ),
    "keyfile.damaged": Entry(
        QT_TRANSLATE_NOOP("messages", "The key file {path} is damaged, and so is its copy."),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP(
            "messages",
            "Do not delete anything. Copy the key file back from the newest backup.",
        ),
    ),
    "keyfile.not_readable": Entry(
        QT_TRANSLATE_NOOP("messages", "The system does not let rmdesk read {path}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Close other programs that may hold the file, then try again."),
    ),
    "keyfile.newer": Entry(
        QT_TRANSLATE_NOOP("messages", "This vault was written by a newer rmdesk."),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP("messages", "Install the newer version on this computer."),
    ),
    "keyfile.refused_cost": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "The key file asks for a password check of {memory_mib} MiB and {passes} passes. It was not "
            "written by rmdesk.",
        ),
        VAULT_UNTOUCHED,
        CALL_TECHNICIAN,
    ),
    "keyfile.no_memory": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "This computer does not have {memory_mib} MiB of free memory for the password check.",
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Close other programs, then try again."),
    ),
    "keyfile.planted_slot": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "The key file holds a way in for “{name}” that nobody of this vault made.",
        ),
        VAULT_UNTOUCHED,
        CALL_TECHNICIAN,
    ),
    "keyfile.altered": Entry(
        QT_TRANSLATE_NOOP("messages", "The key file was changed by something other than rmdesk."),
        VAULT_UNTOUCHED,
        CALL_TECHNICIAN,
    ),
    "keyfile.outdated": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "The key file is an old copy, {behind} changes behind the database: it may bring back old "
            "passwords.",
        ),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP(
            "messages",
            "Put the present key file back. An administrator can go on with this one; that is recorded.",
        ),
    ),
    "keyfile.damaged_with_copy": Entry(
        QT_TRANSLATE_NOOP("messages", "The key file {path} is damaged; its copy beside it is sound."),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP("messages", "Sign in once: the sound copy is then put in its place."),
    ),
    "keyfile.copy_differs": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "The copy of the key file, {path}, is missing or not the same as the key file.",
        ),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP("messages", "Sign in once: the copy is then made anew."),
    ),
    "keyfile.copy_unusable": Entry(
        QT_TRANSLATE_NOOP("messages", "{path} is not a key file, or is damaged."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose the file vault.keys of a backup of this vault."),
    ),
    "keyfile.not_written": Entry(
        QT_TRANSLATE_NOOP("messages", "The key file {path} could not be written."),
        UNCHANGED,
        QT_TRANSLATE_NOOP(
            "messages",
            "Check that the disk has room and is not write-protected, then try again.",
        ),
    ),
    "file.unreadable": Entry(
        QT_TRANSLATE_NOOP("messages", "The file {path} cannot be read: {reason}."), UNCHANGED, ""
    ),
    "file.too_large": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "The file {path} is larger than {most} bytes; it should hold one line.",
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Check that this is the right file."),
    ),
    "file.not_utf8": Entry(
        QT_TRANSLATE_NOOP("messages", "The file {path} is not written in UTF-8."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Save it again with the encoding UTF-8."),
    ),
    "file.first_line_empty": Entry(
        QT_TRANSLATE_NOOP("messages", "The first line of {path} is empty."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Write the password or the code into its first line."),
    ),
    "file.exists": Entry(
        QT_TRANSLATE_NOOP("messages", "There is a file {path} already; it is not overwritten."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose another name, or move that file away."),
    ),
    "file.not_writable": Entry(
        QT_TRANSLATE_NOOP("messages", "The file {path} cannot be written: {reason}."),
        UNCHANGED,
        TRY_AGAIN,
    ),
}
