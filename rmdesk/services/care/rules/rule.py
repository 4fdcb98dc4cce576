"""What a rule is. Adding one is a class in a file beside this one and a line in `RULES`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from rmdesk.services.care import resting
from rmdesk.services.care.asked import Asked, among, reached
from rmdesk.services.care.options import Chosen, Option
from rmdesk.services.care.touchpoint import Key, Kind, Row, Touchpoint
from rmdesk.services.working_days import WorkCalendar


@dataclass(frozen=True, slots=True)
class Question:
    """What a rule is asked: the days, its own settings, the working days, the tiers it is off for, as ids.

    Without `sums`, amounts need not be added up.
    """

    asked: Asked
    chosen: Chosen
    work: WorkCalendar
    off_for: Collection[int] = ()
    sums: bool = True

    def between(self, first: date, last: date) -> Question:
        return replace(self, asked=self.asked.between(first, last))

    def reached(self, session: Session) -> list[ColumnElement[bool]]:
        return reached(session, self.asked, self.off_for)

    def begun_at_customers(self, session: Session) -> list[ColumnElement[bool]]:
        """The same, for what no index holds by manager."""
        return [*self.reached(session), *among(session, self.asked)]


@dataclass(slots=True)
class Tally:
    """How many touchpoints of a rule are due on one day, the most valuable few of them, and their sum."""

    count: int
    first: list[Row]
    amount_fen: int = 0


Identity = tuple[int, str, date]  # customer, subject, due day: which touchpoint of a rule


class Rule(ABC):
    """A reason to contact customers, computed for any days.

    `lapses_after`: so many days after its due day it is no longer worth doing (None: it stays until it is
    done). `shift` says where one goes that is due on a day of rest: to the working day before or after.
    Where a later touchpoint of the same subject stands there, an earlier one is no longer due
    (`supersedes`). A rule that never lapses counts its `backlog`.
    """

    id: ClassVar[str]
    kind: ClassVar[Kind]
    options: ClassVar[tuple[Option, ...]] = ()
    lapses_after: ClassVar[int | None] = None
    shift: ClassVar[int] = 0  # -1, 0, 1
    supersedes: ClassVar[bool] = False
    counts_backlog: ClassVar[bool] = False

    @abstractmethod
    def find(self, session: Session, question: Question) -> Iterable[Row]:
        """Everything due on these days, whether somebody acted upon it or not."""

    def tally(
        self, session: Session, question: Question, acted: Collection[Identity], few: int
    ) -> dict[date, Tally]:
        """The same by day, without what was acted upon; of each day only the most valuable `few` as rows."""
        found: dict[date, list[Row]] = {}
        for row in self.find(session, question):
            if (row.customer_id, row.subject, row.due_on) not in acted:
                found.setdefault(row.due_on, []).append(row)
        tallies = {}
        for day, rows in found.items():
            rows.sort(key=lambda row: -row.aum_fen)
            tallies[day] = Tally(len(rows), rows[:few], sum(row.amount_fen or 0 for row in rows))
        return tallies

    def backlog(
        self, session: Session, question: Question, last: date, acted: Collection[Identity], few: int
    ) -> Tally:
        """What is due up to the day `last` and was not acted upon: how many, and the most valuable `few`."""
        raise NotImplementedError

    def stands_on(self, question: Question, due_on: date) -> date:
        """The day one that is due on `due_on` stands on."""
        return resting.moved(question.work, due_on, self.shift)

    def late_after(self, row: Row, stands_on: date) -> date:
        """The day after which one that is still open is late: by default the one it stands on."""
        return stands_on

    def touchpoint(self, row: Row, day: date, *, postponed: bool = False) -> Touchpoint:
        key = Key(self.id, row.customer_id, row.subject, row.due_on)
        return Touchpoint(
            key, self.kind, day, row.aum_fen, row.amount_fen, postponed=postponed, values=row.values
        )

    def fill(self, session: Session, touchpoints: list[Touchpoint], chosen: Chosen) -> list[Touchpoint]:
        """These with all that their sentences need; `find` brings only what it must."""
        return touchpoints

    def settle(self, session: Session, touchpoint: Touchpoint) -> None:  # noqa: B027 - most need nothing
        """What else follows when it is done, such as a promise that is kept."""


class Collective(Rule):
    """A rule whose touchpoints stand for all whom they concern: one line with a count, which opens a list."""

    def stands(self, question: Question) -> bool:
        """Whether there may be one at all, by the days alone."""
        return True

    @abstractmethod
    def collective(
        self, session: Session, question: Question, acted: Collection[tuple[int, str, date]]
    ) -> list[Touchpoint]:
        """One touchpoint for each occasion of these days that still concerns somebody."""
