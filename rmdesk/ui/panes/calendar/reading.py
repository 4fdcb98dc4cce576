"""Cells of the calendar read beside the window: what is shown first, then the pages before and after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rmdesk.services import care, working_days
from rmdesk.services.care import Asked, Cell
from rmdesk.services.working_days import WorkCalendar

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.jobs import Job, Jobs

_KEPT = 8  # pages
_NAMES, _NAMES_OF_WEEK = 5, 32  # of a day, as many as a cell may have room for
_WITHIN = 0.03  # seconds a quick answer is waited for

Answer = tuple[Mapping[date, Cell], WorkCalendar]


class CellReader:
    """Keeps the last few answers, until `forget` says that they are no longer true."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._kept: dict[Asked, Answer] = {}
        self._job: Job | None = None
        self._ahead: Job | None = None
        self._generation = 0
        self._last = 0

    @property
    def kept(self) -> list[Asked]:
        """The questions whose answers are known."""
        return list(self._kept)

    @property
    def is_busy(self) -> bool:
        return any(job is not None and not job.is_over for job in (self._job, self._ahead))

    def forget(self) -> None:
        self._generation += 1
        self._kept.clear()
        self.cancel()

    def cancel(self) -> None:
        for job in (self._job, self._ahead):
            if job is not None:
                job.cancel()
        self._job = self._ahead = None

    def read(
        self,
        asked: Asked,
        ahead: Sequence[Asked],
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Give `done` the cells asked for, now if they are known; then read `ahead` what may come next."""
        self.cancel()
        self._last += 1
        number = self._last
        known = self._kept.get(asked)
        if known is not None:
            done(known)
            self._read_ahead(ahead)
            return
        generation = self._generation

        def arrived(answer: Answer) -> None:
            self._keep(asked, answer, generation)
            if number == self._last:  # else it was on its way already, too late to be cancelled
                done(answer)
                self._read_ahead(ahead)

        self._job = self._jobs.read(
            lambda session: self._load(session, asked), done=arrived, failed=failed, within=_WITHIN
        )

    def _load(self, session: Session, asked: Asked) -> Answer:
        names = _NAMES if len(asked.days) > 7 else _NAMES_OF_WEEK
        return care.load_cells(session, asked, names=names), working_days.load(session)

    def _keep(self, asked: Asked, answer: Answer, generation: int) -> None:
        if generation == self._generation:
            while len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[asked] = answer

    def _read_ahead(self, ahead: Sequence[Asked]) -> None:
        missing = [one for one in ahead if one not in self._kept]
        if not missing:
            return
        asked, rest = missing[0], missing[1:]
        generation = self._generation

        def arrived(answer: Answer) -> None:
            self._keep(asked, answer, generation)
            self._read_ahead(rest)

        # Nobody waits for it: should it fail, the page itself says why.
        self._ahead = self._jobs.read(
            lambda session: self._load(session, asked), done=arrived, failed=lambda _error: None
        )
