"""Messages about backups: making, verifying, bringing back."""

from __future__ import annotations

from rmdesk.messages.entry import CALL_TECHNICIAN, UNCHANGED, VAULT_UNTOUCHED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

_OTHER_BACKUP = QT_TRANSLATE_NOOP("messages", "Choose another backup.")
_BACKED_UP = QT_TRANSLATE_NOOP("messages", "The backup in the vault's own folder was made and verified.")

ENTRIES: dict[str, Entry] = {
    "backup.demonstration": Entry(
        QT_TRANSLATE_NOOP("messages", "The demonstration is made anew at will; it has no backups."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Make a vault of your own to try backups."),
    ),
    "backup.unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no backup called {name}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at the list of backups."),
    ),
    "backup.damaged": Entry(
        QT_TRANSLATE_NOOP("messages", "The backup {name} is damaged."), VAULT_UNTOUCHED, _OTHER_BACKUP
    ),
    "backup.other_vault": Entry(
        QT_TRANSLATE_NOOP("messages", "The backup {name} is one of another vault."),
        VAULT_UNTOUCHED,
        _OTHER_BACKUP,
    ),
    "backup.keyfile_damaged": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "The key file beside the backup {name} is missing, damaged or of another vault."
        ),
        QT_TRANSLATE_NOOP("messages", "Its database is sound and opens with the vault's own key file."),
        QT_TRANSLATE_NOOP("messages", "Make a new backup."),
    ),
    "backup.attachments_damaged": Entry(
        QT_TRANSLATE_NOOP("messages", "Of the backup {name} documents are missing or damaged: {count}."),
        QT_TRANSLATE_NOOP("messages", "Everything else in it is sound."),
        QT_TRANSLATE_NOOP("messages", "Make a new backup."),
    ),
    "backup.attachments_not_kept": Entry(
        QT_TRANSLATE_NOOP("messages", "Documents of the vault are missing or damaged: {count}."),
        QT_TRANSLATE_NOOP("messages", "The backup was made; it holds everything else."),
        CALL_TECHNICIAN,
    ),
    "backup.attachments_missing": Entry(
        QT_TRANSLATE_NOOP("messages", "Documents that the backup lacks or holds damaged: {count}."),
        QT_TRANSLATE_NOOP("messages", "Everything else was brought back."),
        QT_TRANSLATE_NOOP("messages", "Look for them in another backup."),
    ),
    "backup.person_unknown": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "In the backup {name} you are not among the staff yet, so you could not sign in to it.",
        ),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP("messages", "Have somebody bring it back who was among the staff then."),
    ),
    "backup.customer_erased": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "{name} was deleted for good since this backup was made, and stays deleted."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "If they are a customer again, add them anew."),
    ),
    "backup.customer_collides": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "What is to come back of {name} does not go together with what is there now."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Take fewer of the fields, or copy by hand what you need."),
    ),
    "salvage.nothing": Entry(
        QT_TRANSLATE_NOOP("messages", "Nothing of {path} can be read with the keys of this vault."),
        VAULT_UNTOUCHED,
        QT_TRANSLATE_NOOP("messages", "Bring a backup back, and keep the damaged file for a technician."),
    ),
    "salvage.incomplete": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "Of the damaged vault {read} records were read; records known to be lost: {lost}."
        ),
        QT_TRANSLATE_NOOP("messages", "What was read lies among the backups as {name}."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Bring the newest backup back, then look into this copy for what is missing in it.",
        ),
    ),
    "retention.not_as_seen": Entry(
        QT_TRANSLATE_NOOP("messages", "Meanwhile not the same is due any more as was shown."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at what is due again, then decide."),
    ),
    "backup.second_folder": Entry(
        QT_TRANSLATE_NOOP("messages", "The backup could not be copied to the second folder {path}."),
        _BACKED_UP,
        QT_TRANSLATE_NOOP(
            "messages", "Check that the disk or the share is there, has room and may be written to."
        ),
    ),
    "settings.folder_not_whole": Entry(
        QT_TRANSLATE_NOOP("messages", "The second folder for backups needs its whole path."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give it from the drive or the share on, e.g. E:\\rmdesk."),
    ),
    "settings.backup_most_gb": Entry(
        QT_TRANSLATE_NOOP("messages", "That is no room for backups."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Enter a number of GB from {least} to {most}."),
    ),
}
