"""What a computer may have of its own: checked alike as a setting of the vault and in its policy."""

from __future__ import annotations

from pathlib import Path

from rmdesk.services import text
from rmdesk.services.errors import UserError

IDLE_SECONDS = range(60, 3601)
_LONGEST = 400  # characters of a folder's path


def idle_seconds(value: object) -> int:
    """Seconds without use until the vault locks; raises `settings.idle_seconds`."""
    if isinstance(value, bool) or not isinstance(value, int) or value not in IDLE_SECONDS:
        raise UserError("settings.idle_seconds", least=IDLE_SECONDS[0], most=IDLE_SECONDS[-1])
    return value


def folder(value: object) -> str:
    """A whole path, or "" for none; raises `settings.folder_not_whole` and what a line does."""
    if value == "":
        return ""
    found = text.line(value, "backup.folder", longest=_LONGEST)
    if not Path(found).is_absolute():
        raise UserError("settings.folder_not_whole")
    return found
