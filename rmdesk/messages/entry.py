"""One entry of the tables of messages, and the sentences many of them share."""

from __future__ import annotations

from typing import NamedTuple

from rmdesk.words import QT_TRANSLATE_NOOP


class Entry(NamedTuple):
    """English sentences with `{parameters}`; "" where there is nothing to say."""

    happened: str
    kept: str = ""
    to_do: str = ""


UNCHANGED = QT_TRANSLATE_NOOP("messages", "Nothing was changed.")
NOT_SAVED = QT_TRANSLATE_NOOP("messages", "This was not saved; everything saved before is there.")
VAULT_UNTOUCHED = QT_TRANSLATE_NOOP("messages", "The vault was not touched.")
TRY_AGAIN = QT_TRANSLATE_NOOP("messages", "Try again.")
OTHER_FOLDER = QT_TRANSLATE_NOOP("messages", "Choose a folder on a disk of this computer.")
ASK_ADMINISTRATOR = QT_TRANSLATE_NOOP("messages", "Ask an administrator of the branch.")
CALL_TECHNICIAN = QT_TRANSLATE_NOOP(
    "messages", "Do not delete anything. Show this message to the branch's technician."
)
KEEP_AND_RESTORE = QT_TRANSLATE_NOOP(
    "messages",
    "Do not delete anything. Bring the newest verified backup back; without one, call the technician.",
)
LOOK_FOR_NEWER = QT_TRANSLATE_NOOP(
    "messages",
    "Look for the newer copy first. If an old copy was put back on purpose, it can be opened all the same; "
    "that is recorded.",
)
