"""What backups are called: why each was made, and when."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from datetime import UTC, datetime

DATABASE, KEYS, FACTS = ".db", ".keys", ".facts"  # the three files of a backup
_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(
    r"(?P<kind>backup|before-import|before-restore|before-migration|before-rotation|salvaged)(?:-\d+)?-(?P<stamp>\d{8}T\d{12}Z)"
)


class Kind(enum.StrEnum):
    """Why a backup was made. Those before a migration are made by `store/migrating.py`."""

    REGULAR = "backup"
    BEFORE_IMPORT = "before-import"
    BEFORE_RESTORE = "before-restore"
    BEFORE_MIGRATION = "before-migration"
    BEFORE_ROTATION = "before-rotation"
    SALVAGED = "salvaged"  # what could be read of a damaged database: no whole state


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a backup, without endings, and what it says."""

    text: str
    kind: Kind
    made_at: datetime  # UTC


def name_at(kind: Kind, at: datetime) -> Name:
    """The name of a backup of `kind` made at this moment."""
    moment = at.astimezone(UTC)
    return Name(f"{kind.value}-{moment.strftime(_STAMP)}", kind, moment)


def read_name(text: str) -> Name | None:
    """What a name says; None if it is not the name of a backup."""
    found = _NAME.fullmatch(text)
    if found is None:
        return None
    try:
        made_at = datetime.strptime(found["stamp"], _STAMP).replace(tzinfo=UTC)
    except ValueError:  # a 13th month
        return None
    return Name(text, Kind(found["kind"]), made_at)
