"""Waiting after wrong passwords: longer and longer, at most half a minute, never a lockout."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from rmdesk import config
from rmdesk.services import files

FREE_TRIES = 5
WAITS = (1, 2, 4, 8, 16, 30)  # seconds


class Throttle:
    """Counts the wrong passwords typed on this computer for one vault, across starts of the program.

    Times are wall-clock seconds: nothing else survives a restart. A clock that moves back makes nobody
    wait more than the longest wait; one that moves forward spares it. Where the count cannot be kept,
    nobody waits.
    """

    def __init__(self, vault_uid: str) -> None:
        self._vault_uid = vault_uid

    @property
    def path(self) -> Path:
        return config.home() / "attempts" / f"{self._vault_uid}.json"

    def delay(self, now: float) -> float:
        """Seconds to wait before the next try."""
        wrong, last = self._read()
        if wrong < FREE_TRIES:
            return 0.0
        wait = WAITS[min(wrong - FREE_TRIES, len(WAITS) - 1)]
        return max(0.0, wait - max(0.0, now - last))

    def failed(self, now: float) -> None:
        wrong, _ = self._read()
        with contextlib.suppress(OSError):
            files.replace_bytes(self.path, json.dumps({"wrong": wrong + 1, "last": now}).encode())

    def succeeded(self) -> None:
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    def _read(self) -> tuple[int, float]:
        try:
            stored = json.loads(self.path.read_text("utf-8"))
            wrong, last = int(stored["wrong"]), float(stored["last"])
        except (OSError, ValueError, TypeError, KeyError, OverflowError):
            return 0, 0.0
        return max(0, wrong), last
