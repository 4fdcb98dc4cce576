"""Which value stays where the archive and a file both have one."""

from __future__ import annotations

import enum
from collections.abc import Callable
from datetime import date
from typing import Any


class OnDuplicate(enum.StrEnum):
    """What happens to a customer, or a row beside one, that is there already."""

    FILE = "file"  # what the file says
    ARCHIVE = "archive"  # what is there stays as it is, also where it is empty
    FILL = "fill"  # only what is empty is filled
    NEWEST = "newest"  # what was said last: the file on its date, or the archive when it was changed


class Mode(enum.StrEnum):
    """What a file of holdings is."""

    ADDITION = "addition"
    COMPLETE = "complete"  # all there are, as of a date: what it lacks is closed


def decide(
    rule: OnDuplicate,
    archive: Any,
    file: Any,
    file_on: date | None,
    changed_on: Callable[[], date | None],
) -> bool:
    """Whether the file's value replaces the archive's; both differ and the file's is not empty.

    `changed_on` tells on which day the archive's value came to be; it is asked by NEWEST only.
    """
    match rule:
        case OnDuplicate.FILE:
            return True
        case OnDuplicate.ARCHIVE:
            return False
        case OnDuplicate.FILL:
            return archive is None or archive == ""
        case _:
            if archive is None or archive == "":
                return True
            since = changed_on()
            return file_on is not None and (since is None or file_on > since)
