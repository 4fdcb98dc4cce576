"""Invented people in their families: who they are, who belongs to whom, what day matters to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from rmdesk.models import DateKind, Gender, RelationKind
from rmdesk.services import almanac
from rmdesk.services.demo import names
from rmdesk.services.demo.dice import Dice, spread

YEAR = 365.2425

_AGES = spread(
    {
        (18, 24): 4,
        (25, 29): 7,
        (30, 39): 22,
        (40, 49): 21,
        (50, 59): 21,
        (60, 69): 15,
        (70, 79): 8,
        (80, 92): 2,
    }
)
_FEMALE_SHARE = 0.54  # of a branch's customers, who keep the family's money


@dataclass(slots=True)
class Life:
    """A person who is a customer, or is only known to one by name."""

    name: str
    surname: str
    gender: Gender
    born: date
    is_lunar: bool = (
        False  # what is celebrated is the lunar day that the identity card gives as if it were solar
    )
    is_leap_month: bool = False
    minority: bool = False

    def age(self, today: date) -> int:
        return int((today - self.born).days / YEAR)


@dataclass(slots=True)
class Tie:
    """`other` is the `kind` of the person who holds this tie: a place in the family, or a name outside.

    Between two of the family it is held by the parent, or by the spouse who comes first.
    """

    kind: RelationKind
    other: int | str


@dataclass(slots=True)
class Day:
    """A day that matters; `year` may be unknown."""

    kind: DateKind
    whose: str | None
    month: int
    day: int
    year: int | None = None
    is_lunar: bool = False
    yearly: bool = True
    note: str | None = None


@dataclass(slots=True)
class Family:
    """Customers who belong together (often only one), with ties and days by their place in `members`."""

    members: list[Life]
    ties: list[list[Tie]] = field(default_factory=list)
    days: list[list[Day]] = field(default_factory=list)


def families(dice: Dice, today: date) -> Iterator[Family]:
    """Families without end."""
    while True:
        yield _family(dice, today)


def _family(dice: Dice, today: date) -> Family:
    low, high = dice.among(_AGES)
    gender = Gender.FEMALE if dice.chance(_FEMALE_SHARE) else Gender.MALE
    first = person(dice, gender, _born(dice, today, dice.between(low, high)))
    family = Family([first], [[]], [[]])
    age = first.age(today)
    if age >= 24 and dice.chance(min(0.9, (age - 22) / 12)):
        _marry(dice, today, family, age)
    if age >= 42 and dice.chance(0.07):
        _add_grown_child(dice, today, family)
    if 26 <= age <= 58 and dice.chance(0.07):
        _add_parent(dice, today, family)
    if dice.chance(0.05):
        sibling = person(dice, _either(dice), _shifted(dice, first.born, -8, 8), first.surname)
        if sibling.age(today) >= 18 and abs((sibling.born - first.born).days) > 300:
            family.ties[0].append(Tie(RelationKind.SIBLING, sibling.name))
    return family


def person(dice: Dice, gender: Gender, born: date, surname: str | None = None) -> Life:
    if surname is None and (whole := names.minority(dice, gender)) is not None:
        return Life(whole, whole, gender, born, minority=True)
    own = surname or names.surname(dice)
    life = Life(own + names.given(dice, gender, born.year), own, gender, born)
    if dice.chance(0.14 if born.year < 1970 else 0.03) and born.day <= 29:
        # No lunar month has more than thirty days, and not each has thirty.
        life.is_lunar = True
        life.is_leap_month = almanac.leap_month(born.year) == born.month and dice.chance(0.4)
    return life


def _marry(dice: Dice, today: date, family: Family, age: int) -> None:
    first = family.members[0]
    other = Gender.MALE if first.gender is Gender.FEMALE else Gender.FEMALE
    older = 2 if other is Gender.MALE else -2  # years by which he is older, as a rule
    born = _shifted(dice, first.born, -older - 3, -older + 4)
    spouse = person(dice, other, min(born, _born(dice, today, 22)))
    is_customer = dice.chance(0.42)
    if is_customer:
        family.members.append(spouse)
        family.ties.append([])
        family.days.append([])
        family.ties[0].append(Tie(RelationKind.SPOUSE, 1))
    elif dice.chance(0.4):
        family.ties[0].append(Tie(RelationKind.SPOUSE, spouse.name))
        if dice.chance(0.3):
            family.days[0].append(_birthday(spouse, "爱人"))
    if dice.chance(0.16):
        year = min(max(first.born.year, spouse.born.year) + dice.between(22, 30), today.year - 1)
        day = Day(DateKind.WEDDING, None, dice.between(1, 12), dice.between(1, 28), year)
        for days in family.days:
            days.append(day)
    if age >= 27 and dice.chance(0.5):
        _add_known_children(dice, today, family, spouse)


def _add_known_children(dice: Dice, today: date, family: Family, spouse: Life) -> None:
    """Children who are no customers: known by name, perhaps with their birthday or examination."""
    first = family.members[0]
    father, mother = (first, spouse) if first.gender is Gender.MALE else (spouse, first)
    if father.minority and mother.minority:
        return  # their children bear no surname
    for _ in range(1 if dice.chance(0.72) else 2):
        born = _shifted(dice, max(father.born, mother.born), 23, 33)
        if born >= today:
            continue
        child = person(dice, _either(dice), born, father.surname if not father.minority else mother.surname)
        for ties in family.ties[:2]:
            ties.append(Tie(RelationKind.CHILD, child.name))
        whose = f"{'女儿' if child.gender is Gender.FEMALE else '儿子'} {child.name}"
        age = child.age(today)
        if dice.chance(0.35):
            family.days[0].append(_birthday(child, whose))
        if 14 <= age <= 18:
            year = born.year + (19 if born.month >= 9 else 18)
            if date(year, 6, 7) >= today:
                family.days[0].append(Day(DateKind.EXAM, whose, 6, 7, year, yearly=False, note="高考"))


def _add_grown_child(dice: Dice, today: date, family: Family) -> None:
    parents = family.members[:2]
    born = _shifted(dice, max(parent.born for parent in parents), 22, 30)
    if born > _born(dice, today, 18):
        return
    named_after = next((one for one in parents if one.gender is Gender.MALE), parents[0])
    if named_after.minority:
        return
    child = person(dice, _either(dice), born, named_after.surname)
    place = _join(family, child)
    for ties in family.ties[: len(parents)]:
        ties.append(Tie(RelationKind.CHILD, place))


def _add_parent(dice: Dice, today: date, family: Family) -> None:
    first = family.members[0]
    born = _shifted(dice, first.born, -32, -22)
    if born.year < today.year - 92 or first.minority:
        return
    gender = _either(dice)
    parent = person(dice, gender, born, first.surname if gender is Gender.MALE else None)
    if parent.minority:
        return
    family.ties[_join(family, parent)].append(Tie(RelationKind.CHILD, 0))


def _join(family: Family, life: Life) -> int:
    family.members.append(life)
    family.ties.append([])
    family.days.append([])
    return len(family.members) - 1


def _birthday(life: Life, whose: str) -> Day:
    return Day(
        DateKind.FAMILY_BIRTHDAY,
        whose if " " in whose else f"{whose} {life.name}",
        life.born.month,
        life.born.day,
        life.born.year,
        life.is_lunar,
    )


def _either(dice: Dice) -> Gender:
    return Gender.FEMALE if dice.chance(0.5) else Gender.MALE


def _born(dice: Dice, today: date, age: int) -> date:
    """A birthday of somebody who is `age` today."""
    return today - timedelta(days=int((age + dice.roll()) * YEAR) + 1)


def _shifted(dice: Dice, born: date, least: int, most: int) -> date:
    """A day from `least` to `most` years after `born`."""
    return born + timedelta(days=int((least + dice.roll() * (most - least)) * YEAR))
