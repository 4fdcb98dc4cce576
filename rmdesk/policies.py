"""What the bank's IT set for this computer: a file beside the program that nobody changes in the window.

A sample is `resources/templates/policy.sample.json`. The folder of an installed program is writable to
administrators alone; `RMDESK_POLICY` names another file only where none lies there.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from rmdesk.services import computer_values
from rmdesk.services.errors import UserError

FILE = "policy.json"
VARIABLE = "RMDESK_POLICY"
SAMPLE = ("templates", "policy.sample.json")
# What may be set for settings of the vault: the name in the file, and the setting that it stands in for.
SETTINGS = {"lock_idle_seconds": "lock.idle_seconds", "backup_folder": "backup.folder"}
_CHECKS: Mapping[str, Callable[[object], Any]] = {
    "lock.idle_seconds": computer_values.idle_seconds,
    "backup.folder": computer_values.folder,
}
_LARGEST = 100_000  # bytes; a file beyond that is no policy
_LONGEST_NAME = 60
_MOST_TOLD = 8


@dataclass(frozen=True)
class Policy:
    """What is set; None and {} where nothing is. `problems`: what could not be understood is not in force."""

    set_by: str = ""
    vault: str | None = None
    language: str | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)  # by the names of `services/settings.py`
    problems: tuple[UserError, ...] = ()


def program_folder() -> Path | None:
    """The folder of the installed program; None where it runs from source."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else None


def file() -> Path | None:
    """The policy of this computer; None if there is none."""
    beside = program_folder()
    if beside is not None and (beside / FILE).exists():
        return beside / FILE
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def policy() -> Policy:
    """Read once: what IT changes is in force from the next start on."""
    found = file()
    return _read(found) if found is not None else _NONE


_NONE = Policy()


@cache
def _read(place: Path) -> Policy:
    """Each value by itself: a wrong one is told and leaves what is in force without it."""
    try:
        if place.stat().st_size > _LARGEST:
            raise ValueError
        written = json.loads(place.read_text("utf-8-sig"))
        if not isinstance(written, dict):
            raise ValueError
    except (OSError, ValueError, RecursionError):
        return Policy(problems=(UserError("policy.unreadable", path=str(place)),))
    good: dict[str, Any] = {}
    wrong: list[str] = []
    for name, value in written.items():
        try:
            good[name] = _checked(name, value)
        except (UserError, KeyError, ValueError):
            wrong.append(str(name)[:40])
    # Told together: whoever signs in cannot mend any of them.
    told = ", ".join(wrong[:_MOST_TOLD]) + (" …" if len(wrong) > _MOST_TOLD else "")
    return Policy(
        set_by=good.get("set_by", ""),
        vault=good.get("vault_folder"),
        language=good.get("language"),
        settings={setting: good[name] for name, setting in SETTINGS.items() if name in good},
        problems=(UserError("policy.wrong", path=str(place), name=told),) if wrong else (),
    )


def _checked(name: str, value: object) -> Any:
    """KeyError for a name that there is not, ValueError or UserError for a value."""
    if name == "set_by":
        if not isinstance(value, str) or len(value) > _LONGEST_NAME or not value.isprintable():
            raise ValueError
        return value.strip()
    if name == "language":
        if value not in ("zh_CN", "en"):
            raise ValueError
        return value
    if name in ("vault_folder", "backup_folder") and isinstance(value, str):
        # %USERNAME% and the like: one file serves all who use the computer.
        value = os.path.expandvars(value)
    if name == "vault_folder":
        found = computer_values.folder(value)
        if not found:
            raise ValueError
        return found
    return _CHECKS[SETTINGS[name]](value)
