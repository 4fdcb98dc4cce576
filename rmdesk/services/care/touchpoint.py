"""What a touchpoint is: a dated reason to contact a customer, computed from what is known of them."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple


class Kind(enum.StrEnum):
    """Kinds of touchpoint, the most urgent first: this is their order within a day.

    A task is no touchpoint: no rule computes it. A worklist shows those of whoever's day it is.
    """

    WARNING = "warning"
    COMMITMENT = "commitment"
    APPOINTMENT = "appointment"
    MATURITY = "maturity"
    FOLLOW_UP = "follow_up"
    TASK = "task"
    BIRTHDAY = "birthday"
    FAMILY_DATE = "family_date"
    FESTIVAL = "festival"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    ACTIVITY = "activity"
    CADENCE = "cadence"
    NOTICE = "notice"


COMPUTED = tuple(kind for kind in Kind if kind is not Kind.TASK)
ORDER = {kind: place for place, kind in enumerate(Kind)}
# Of reminders, which of their values is the day that they remind of.
_REMINDS_OF = {Kind.MATURITY: 0, Kind.ASSESSMENT: 1}


class Key(NamedTuple):
    """Which touchpoint: the rule, the customer, what it follows from ("": rule and day say it) and its day.

    A collective one, such as a festival, has no customer.
    """

    rule: str
    customer_id: int | None
    subject: str
    due_on: date


class State(enum.StrEnum):
    """Where a touchpoint stands; a postponed one is open on its new day."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Touchpoint:
    """One touchpoint. It stands on `day`: its due day, unless that is one of rest or somebody postponed it.

    `values` is what its sentence is made of (`wording.reason`), `aum_fen` what its customer is worth,
    `amount_fen` what it is about. Of a collective one `count` customers are concerned.
    """

    key: Key
    kind: Kind
    day: date
    aum_fen: int = 0
    amount_fen: int | None = None
    state: State = State.OPEN
    postponed: bool = False
    count: int | None = None
    handed_to: str | None = None  # the colleague it was given to, unless that is whoever asks
    handed_by: str | None = None  # the colleague who gave it to whoever asks
    values: tuple[Any, ...] = ()

    def told(self, values: tuple[Any, ...]) -> Touchpoint:
        """The same with what its sentence is made of."""
        return self._changed(self.day, values)

    def on(self, day: date) -> Touchpoint:
        """The same on another day."""
        return self._changed(day, self.values)

    def _changed(self, day: date, values: tuple[Any, ...]) -> Touchpoint:
        # Hundreds of times for each list: `dataclasses.replace` takes four times as long.
        return Touchpoint(
            self.key,
            self.kind,
            day,
            self.aum_fen,
            self.amount_fen,
            self.state,
            self.postponed,
            self.count,
            self.handed_to,
            self.handed_by,
            values,
        )

    @property
    def reminds_of(self) -> date | None:
        """The day that a reminder reminds of; None of what is no reminder, or was not filled."""
        place = _REMINDS_OF.get(self.kind)
        return None if place is None or not self.values else self.values[place]

    @property
    def late_after(self) -> date:
        """The day after which it is late while it stands open: no reminder is, before what it reminds of."""
        return max(self.day, self.reminds_of or self.day)


class Row(NamedTuple):
    """What a rule found, as light as it can be: there may be ten thousand in a month."""

    customer_id: int
    subject: str
    due_on: date
    aum_fen: int
    amount_fen: int | None
    values: tuple[Any, ...]
