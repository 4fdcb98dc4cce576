"""What was asked for on the command line before any command; the window reads it too."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """Global options; None means that the settings of this computer decide."""

    vault: Path | None = None
    user: str | None = None
    password_file: Path | None = None
    lang: str | None = None
    accept_rollback: bool = False
    json: bool = False
    verbose: bool = False
    demo: bool = False
    fresh: bool = False
    self_test: Path | None = None
    locked: str | None = None  # why the window before this one locked (ui/lock_watch.py)
