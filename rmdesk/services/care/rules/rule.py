"""What a rule is. Adding one is a class in a file beside this one and a line in `RULES`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from rmdesk.models import TouchpointAct
from rmdesk.services.care import resting
from rmdesk.services.care.asked import Asked, Whose, reached, whose
from rmdesk.services.care.touchpoint import Key, Kind, Row, Touchpoint
from rmdesk.services.care_options import OPTIONS, Chosen, Option
from rmdesk.services.working_days import WorkCalendar


@dataclass(frozen=True, slots=True)
class Question:
    """What a rule is asked: the days, its own settings, the working days, the tiers it is off for, as ids.

    Without `sums`, amounts need not be added up. `ever`: also what was due before, however long ago.
    `standing_by`: of several touchpoints of the same thing only the last that stands there by that day.
    `readings` keeps what several rules read together, for as long as the question is answered.
    """

    asked: Asked
    chosen: Chosen
    work: WorkCalendar
    off_for: Collection[int] = ()
    sums: bool = True
    ever: bool = False
    standing_by: date | None = None
    readings: dict[Hashable, list[tuple[Any, ...]]] = field(default_factory=dict, compare=False)

    @property
    def first(self) -> date:
        return date.min if self.ever else self.asked.first

    def between(self, first: date, last: date) -> Question:
        return replace(self, asked=self.asked.between(first, last))

    def until(self, last: date) -> Question:
        """The same of all that was due up to a day."""
        return replace(self, asked=self.asked.between(last, last), ever=True)

    def reached(self, session: Session) -> list[ColumnElement[bool]]:
        return reached(session, self.asked, self.off_for)

    def whose(self, session: Session) -> Whose:
        """The same for statements that are made once."""
        return whose(session, self.asked, self.off_for)


Identity = tuple[int, str, date]  # customer, subject, due day: which touchpoint of a rule


class Rule(ABC):
    """A reason to contact customers, computed for any days.

    `lapses_after`: so many days after its due day it is no longer worth doing (None: it stays until it is
    done). `shift` says where one goes that is due on a day of rest: to the working day before or after.
    Where a later touchpoint of the same subject stands there, an earlier one is no longer due
    (`Question.standing_by`); one that was put off onto or past the day of the next is covered by that
    (`covered_by`).
    """

    id: ClassVar[str]
    kind: ClassVar[Kind]
    lapses_after: ClassVar[int | None] = None
    shift: ClassVar[int] = 0  # -1, 0, 1

    @property
    def options(self) -> tuple[Option, ...]:
        """What the branch may set of it."""
        return OPTIONS[self.id]

    @abstractmethod
    def find(self, session: Session, question: Question) -> Iterable[Row]:
        """Everything due on these days, whether somebody acted upon it or not."""

    def stands_on(self, question: Question, due_on: date) -> date:
        """The day one that is due on `due_on` stands on."""
        return resting.moved(question.work, due_on, self.shift)

    def covered_by(self, question: Question, due_on: date, values: tuple[Any, ...], by: date) -> date | None:
        """The due day of the last later reminder of the same thing that stands on a day or before; None
        where there is none.
        """
        return None

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

    def answered(self, session: Session, act: TouchpointAct) -> None:  # noqa: B027 - most keep nothing
        """What a row of the rule's own keeps of whatever was done about it: done, skipped, put off.

        Said again once it is known by which contact it was done.
        """


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
