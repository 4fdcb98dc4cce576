"""How quickly the window answers while other things go on; used by the test and by the bench."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from sqlalchemy.orm import Session

from rmdesk.services import settings
from rmdesk.ui.jobs import Job, Jobs
from tests.support import computing

_BEAT = 5  # ms between two questions to the window


def answer_times(seconds: float) -> list[float]:
    """Runs the event loop for `seconds` and returns how late, in seconds, each of its beats was answered.

    A beat is due every 5 ms; what it comes late is how long a key or a click would have waited.
    """
    late: list[float] = []
    loop = QEventLoop()
    due = time.perf_counter() + _BEAT / 1000

    def beat() -> None:
        nonlocal due
        now = time.perf_counter()
        late.append(max(0.0, now - due))
        due = now + _BEAT / 1000

    timer = QTimer(interval=_BEAT, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    timer.stop()
    return late


class BusyBeside:
    """A worker process that computes without end and a write lane that is never empty."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._going_on = True
        self.written = 0
        self.computing: Job = jobs.compute("Computing", computing.compute_for_ever)
        self._write()

    def _write(self) -> None:
        """Twenty records in one transaction, then the next twenty."""
        value = 100 + self.written % 1_000

        def write(session: Session, _progress: Callable[[int, int], None]) -> None:
            for step in range(20):
                version = settings.load(session)["lock.idle_seconds"].version
                settings.set(session, "lock.idle_seconds", value + step, version=version)

        self._jobs.write("Saving", write, done=self._on_written)

    def _on_written(self, _nothing: None) -> None:
        self.written += 20
        if self._going_on:
            self._write()

    def stop(self) -> None:
        self._going_on = False
        self.computing.cancel()
