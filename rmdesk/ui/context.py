"""What a pane, page or dialog is given to work with. Nothing here is global."""

from __future__ import annotations

import dataclasses
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from rmdesk import config as stored
from rmdesk.config import Config

if TYPE_CHECKING:
    from rmdesk.services.actor import Actor
    from rmdesk.services.store import Store
    from rmdesk.services.vault import Vault
    from rmdesk.ui.bus import Bus
    from rmdesk.ui.jobs import Jobs
    from rmdesk.ui.theme import Theme

log = logging.getLogger(__name__)


class ConfigHolder(QObject):
    """The settings of this computer while the program runs: one copy, saved as a whole."""

    changed = Signal(object)  # Config

    def __init__(self, value: Config | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = stored.load() if value is None else value

    @property
    def value(self) -> Config:
        return self._value

    def change(self, **fields: Any) -> None:
        """Set fields, save and tell."""
        self._value = dataclasses.replace(self._value, **fields)
        self.save()
        self.changed.emit(self._value)

    def remembered(self, key: str, default: Any = None) -> Any:
        """Something of the window's state, as `remember` kept it (JSON values only)."""
        return self._value.window.get(key, default)

    def remember(self, key: str, value: Any) -> None:
        """Keep something of the window's state (a splitter, columns), saved when the window closes or
        locks. None forgets it. Nothing from the vault's contents may be kept here.
        """
        window = dict(self._value.window)
        if value is None:
            window.pop(key, None)
        else:
            window[key] = value
        self._value = dataclasses.replace(self._value, window=window)

    def save(self) -> None:
        """Write them down. A disk that is full or read-only costs the window's state, nothing more."""
        try:
            stored.save(self._value)
        except OSError as error:
            log.warning("the settings of this computer could not be saved: %s", type(error).__name__)


@dataclass(frozen=True)
class Context:
    """The open vault and the machinery around it, handed to every pane, settings page and dialog."""

    vault: Vault
    store: Store
    jobs: Jobs
    bus: Bus
    config: ConfigHolder
    theme: Theme

    @property
    def actor(self) -> Actor:
        """Who is signed in."""
        actor = self.store.actor
        if actor is None:
            raise RuntimeError("nobody is signed in")
        return actor
