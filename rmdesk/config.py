"""Settings of this computer (not of the branch): a frozen dataclass kept as JSON, written atomically.

They hold no customer data: language, theme, window state, which vault was open last.
"""

from __future__ import annotations

import dataclasses
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from rmdesk import policies

HOME_VARIABLE = "RMDESK_HOME"
PORTABLE = "portable"  # a file beside the program: the copy keeps everything in its own folder


def home() -> Path:
    """The folder of this Windows user's program data: settings, logs, anchors, the default vault.

    `RMDESK_HOME` moves it, for tests; a portable copy has it beside the program.
    """
    moved = os.environ.get(HOME_VARIABLE)
    if moved:
        return Path(moved)
    program = policies.program_folder()
    if program is not None and (program / PORTABLE).exists():
        return program / "data"
    return platformdirs.user_data_path("rmdesk", appauthor=False)


def default_vault_folder() -> Path:
    return home() / "vault"


def demo_vault_folder() -> Path:
    return home() / "demo"


@dataclass(frozen=True)
class Config:
    """What this computer remembers between starts."""

    language: str = "zh_CN"
    theme: str = "system"  # system, light or dark
    vault: str | None = None  # the folder opened last, if it is not the default one
    last_name: str | None = None  # who signed in last; sign-in names may stand outside the vault
    morning_notice: bool = True  # counts of the day in the system's tray
    window: dict[str, Any] = field(default_factory=dict)  # geometry, pane, splitters, columns


def _file() -> Path:
    return home() / "settings.json"


def load() -> Config:
    """What is in force on this computer: the stored settings, and over them what its policy says."""
    policy = policies.policy()
    config = _stored()
    return dataclasses.replace(
        config, language=policy.language or config.language, vault=policy.vault or config.vault
    )


def _stored() -> Config:
    """The stored settings; unreadable or unknown ones give way to the defaults, one by one."""
    try:
        stored = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return Config()
    if not isinstance(stored, dict):
        return Config()
    defaults = dataclasses.asdict(Config())
    kinds: dict[str, Any] = {
        "language": str,
        "theme": str,
        "vault": str,
        "last_name": str,
        "morning_notice": bool,
        "window": dict,
    }
    kept: dict[str, Any] = {
        name: value for name, value in stored.items() if name in defaults and isinstance(value, kinds[name])
    }
    config = Config(**kept)
    if config.language not in ("zh_CN", "en"):
        config = dataclasses.replace(config, language="zh_CN")
    if config.theme not in ("system", "light", "dark"):
        config = dataclasses.replace(config, theme="system")
    return config


def save(config: Config) -> None:
    """Write the settings; raises OSError if the folder cannot be written."""
    from rmdesk.services import files

    files.replace_bytes(
        _file(), json.dumps(dataclasses.asdict(config), ensure_ascii=False, indent=1).encode()
    )
