"""The chain of schema revisions. Revision "0001" is `user_version` 1 of the database file, and so on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Chain:
    """A folder of Alembic revisions, and the number of the newest.

    The number stands here too so that opening a vault need not import Alembic to know that it is up to date.
    """

    folder: Path
    newest: int


CURRENT = Chain(Path(__file__).parent, 27)
