"""The days of a calendar: cells with counts and the first names, and lists of days in sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from rmdesk.services import collecting, roles
from rmdesk.services.care import finding, worklist
from rmdesk.services.care.asked import Asked
from rmdesk.services.care.finding import Count, InForce
from rmdesk.services.care.persons import Person, load_persons
from rmdesk.services.care.standing import SHOWN, Group
from rmdesk.services.care.touchpoint import Key, Touchpoint
from rmdesk.services.care.worklist import Line, Part, Section
from rmdesk.services.roles import Permission

_Place = TypeVar("_Place")


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the calendar: how many of each kind stand open on it, and the first of them in their order.

    `count` is how many lines its list has.
    """

    day: date
    counts: tuple[Count, ...]
    lines: tuple[Line, ...]

    @property
    def count(self) -> int:
        return sum(one.lines for one in self.counts)


@collecting.seldom()
def load_cells(session: Session, asked: Asked, *, names: int = 4) -> dict[date, Cell]:
    """The cells of these days, those of days without anything left out; `names` of each day.

    Raises NotAllowed.
    """
    roles.require(session, Permission.READ_WORK, accepting=())
    force = finding.load_in_force(session)
    counted = finding.counts(session, asked, few=names, sums=False, of_day=True, force=force)
    first = {day: [one for kind in kinds for one in kind.first][:names] for day, kinds in counted.items()}
    lines = _lines(session, first, force)
    return {day: Cell(day, tuple(kinds), lines.get(day, ())) for day, kinds in counted.items()}


def load_days(session: Session, asked: Asked, *, few: int = SHOWN) -> dict[date, tuple[Part, ...]]:
    """What stands on each of these days in sections, with what was done of it; of each kind at most `few`.

    Days without anything are left out. Raises NotAllowed.
    """
    roles.require(session, Permission.READ_WORK, accepting=())
    groups: dict[tuple[date, Section], Group] = {}
    force = finding.load_in_force(session)
    for day, kinds in finding.counts(session, asked, few=few, force=force).items():
        for kind in kinds:
            group = groups.setdefault((day, worklist.SECTION_OF[kind.kind]), Group())
            group.count += kind.lines
            group.amount_fen += kind.amount_fen
            group.touchpoints += kind.first
    for one in finding.acted(session, asked, force=force):
        group = groups.setdefault((one.day, Section.DONE), Group())
        group.count += 1
        if group.count <= few:
            group.touchpoints.append(one)
    lines = _lines(session, {place: group.touchpoints for place, group in groups.items()}, force)
    found: dict[date, list[Part]] = {}
    for place in sorted(groups, key=lambda one: (one[0], list(Section).index(one[1]))):
        day, section = place
        found.setdefault(day, []).append(worklist.part(section, groups[place], lines.get(place, ())))
    return {day: tuple(parts) for day, parts in found.items()}


def load_day(session: Session, asked: Asked, *, few: int = SHOWN) -> tuple[Part, ...]:
    """What stands on the day `asked.first`; on the present one as its worklist has it, with what is late.

    Raises NotAllowed.
    """
    if asked.first != asked.today:
        return load_days(session, asked, few=few).get(asked.first, ())
    found = worklist.load_worklist(session, asked, few=few, with_cases=False)
    return tuple(one for one in found.parts if one.section not in (Section.AHEAD, Section.TASK))


def _lines(
    session: Session, shown: Mapping[_Place, Sequence[Touchpoint]], force: InForce
) -> dict[_Place, tuple[Line, ...]]:
    every = [one for some in shown.values() for one in some]
    filled = {one.key: one for one in finding.fill(session, every, force)}
    persons = load_persons(session, _ids(every))
    return {place: tuple(_told(some, filled, persons)) for place, some in shown.items()}


def _ids(touchpoints: Iterable[Touchpoint]) -> list[int]:
    return [one.key.customer_id for one in touchpoints if one.key.customer_id is not None]


def _told(
    some: Iterable[Touchpoint], filled: Mapping[Key, Touchpoint], persons: Mapping[int, Person]
) -> Iterable[Line]:
    for one in some:
        whole = filled.get(one.key)
        person = persons.get(one.key.customer_id or 0)
        if whole is not None and (person is not None or one.key.customer_id is None):
            yield worklist.line(whole, person, None)
