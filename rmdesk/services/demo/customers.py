"""Invented customers: the records of families, one after the other, from a seed.

Nothing here touches a vault. What is known of a customer differs: managers know the wealthy well, and of
many others little more than a name and a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from rmdesk.models import (
    AddressKind,
    Channel,
    DateKind,
    DocumentKind,
    Gender,
    Orientation,
    PhoneKind,
    RelationKind,
    Stage,
    Strategy,
)
from rmdesk.services.demo import lives, money, places, words
from rmdesk.services.demo.dice import Dice, spread
from rmdesk.services.demo.lives import Day, Family, Life, Tie
from rmdesk.services.demo.numbers import AREAS, XINJIANG, Numbers, customer_number
from rmdesk.services.demo.places import Office

_WELL_KNOWN, _KNOWN = 500_000, 50_000  # yuan from which on a customer's record is kept with care

_CHANNELS = spread(
    {
        Channel.CALL.value: 40,
        Channel.WECHAT.value: 34,
        Channel.BRANCH_VISIT.value: 14,
        Channel.SMS.value: 8,
        Channel.VISIT.value: 4,
    }
)
_ORIENTATIONS = spread(
    {Orientation.PRODUCT.value: 5, Orientation.SERVICE.value: 3, Orientation.CONSUMPTION.value: 2}
)
_RISK_CAREFUL = spread({1: 5, 2: 9, 3: 4, 4: 1})
_RISK_BOLD = spread({1: 1, 2: 5, 3: 8, 4: 4, 5: 1})
_MAIL = ("qq.com", "163.com", "139.com", "126.com", "sina.com")


@dataclass(slots=True)
class Invented:
    """One customer as rows of their tables, without the ids that only a vault can give.

    In `relations` the other one is told by `other` (place in the branch), `office` (place among the
    employers) or `other_name`. `figures_fen` are of the months of `money.month_ends`.
    """

    ordinal: int
    row: dict[str, Any]
    office: int | None = None
    manager: int | None = None  # place among the managers
    stand_in: int | None = None
    phones: list[dict[str, Any]] = field(default_factory=list)
    addresses: list[dict[str, Any]] = field(default_factory=list)
    documents: list[dict[str, Any]] = field(default_factory=list)
    relations: list[dict[str, Any]] = field(default_factory=list)
    days: list[dict[str, Any]] = field(default_factory=list)
    holdings: list[dict[str, Any]] = field(default_factory=list)
    figures_fen: list[int] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)  # places in `words.TAGS`


class Branch:
    """The invented branch of a seed, as of a day: its employers at once, its customers one by one.

    Every customer, down to the last digit, follows from seed, day, the number of employers and that of
    managers.
    """

    def __init__(self, seed: int, today: date, *, employers: int, managers: int) -> None:
        self._dice = Dice(seed)
        self._numbers = Numbers(self._dice)
        self._managers = managers
        self.today = today
        self.mark = f"{today:%Y-%m} 月报"
        self.offices: list[Office] = places.offices(self._dice, self._numbers, employers)

    def customers(self) -> Iterator[Invented]:
        """Customers without end; those of a family follow each other."""
        ordinal = 0
        for family in lives.families(self._dice, self.today):
            yield from self._of_family(family, ordinal)
            ordinal += len(family.members)

    def _of_family(self, family: Family, first: int) -> Iterator[Invented]:
        dice = self._dice
        wealth = dice.normal()
        district, address = places.home(dice)
        landline = self._numbers.landline() if dice.chance(0.12) else None
        manager = dice.between(0, self._managers - 1) if self._managers else None
        for place, life in enumerate(family.members):
            yuan = money.assets_yuan(dice, life.age(self.today), wealth)
            made = self._customer(first + place, life, yuan, district)
            made.manager = None if dice.chance(0.015) else manager
            if made.manager is not None and self._managers > 1 and yuan >= _WELL_KNOWN and dice.chance(0.7):
                made.stand_in = (made.manager + 1) % self._managers
            self._add_contacts(made, life, address, landline, known=yuan >= _KNOWN)
            made.relations += [_relation(tie, first) for tie in family.ties[place]]
            if first and dice.chance(0.04):
                made.relations.append(
                    {
                        "kind": RelationKind.INTRODUCER.value,
                        "other": dice.between(max(0, first - 900), first - 1),
                    }
                )
            made.days += [_day(day) for day in family.days[place]]
            made.holdings = money.holdings(dice, self._numbers, self.today, yuan, self.mark)
            made.figures_fen = money.figures_fen(dice, yuan)
            yield made

    def _customer(self, ordinal: int, life: Life, yuan: float, district: str) -> Invented:
        dice = self._dice
        roll = dice.roll
        age = life.age(self.today)
        well = yuan >= _WELL_KNOWN
        # How likely a field is filled in at all.
        care = 0.85 if well else 0.55 if yuan >= _KNOWN else 0.22
        office, occupation, position = self._work(life, age, yuan)
        made = Invented(ordinal, {}, office)
        assessed = roll() < care + 0.1
        bold = age < 50 and yuan >= _KNOWN
        interests = words.INTERESTS_OLD if age >= 55 else words.INTERESTS_YOUNG
        row = made.row
        row.update(
            number=customer_number(ordinal),
            name=life.name,
            gender=life.gender.value,
            birth_is_lunar=life.is_lunar,
            birth_is_leap_month=life.is_leap_month,
            occupation=occupation,
            position=position,
            education=dice.among(_education(age)) if roll() < care + 0.1 else None,
            income_band=_income_band(dice, yuan) if roll() < care else None,
            district=district if roll() < 0.8 else None,
            interests="、".join(dice.some(interests, dice.between(1, 3))) if roll() < care else None,
            taboos=dice.among(words.TABOOS) if roll() < care * 0.3 else None,
            notes=dice.among(words.NOTES) if roll() < care * 0.3 else None,
            activity=dice.between(1, 3) if roll() < care else None,
            price_sensitivity=dice.between(1, 3) if roll() < care else None,
            risk_tolerance=dice.among(_RISK_BOLD if bold else _RISK_CAREFUL) if assessed else None,
            risk_assessed_on=self.today - timedelta(days=_assessed_ago(dice)) if assessed else None,
            product_preference=dice.among(words.PREFERENCES) if roll() < care * 0.7 else None,
            habits=dice.among(words.HABITS) if roll() < care * 0.4 else None,
            preferred_channel=dice.among(_CHANNELS) if roll() < care else None,
            preferred_time=dice.among(words.TIMES) if roll() < care * 0.6 else None,
            no_calls=roll() < 0.015,
            no_messages=roll() < 0.02,
            no_visits=roll() < 0.03,
            no_greetings=roll() < 0.006,
            no_marketing=roll() < 0.03,
            bereaved_on=self.today - timedelta(days=dice.between(5, 300)) if roll() < 0.004 else None,
            e_channels=dice.among(words.CHANNELS) if roll() < care else None,
            cares_most=dice.among(words.CARES_MOST) if roll() < care * 0.6 else None,
            cares_least=dice.among(words.CARES_LEAST) if roll() < care * 0.3 else None,
            wants_training=roll() < 0.05,
            wants_salons=roll() < 0.12,
            wants_planning=roll() < (0.25 if well else 0.05),
            timeliness=dice.among(words.TIMELINESS) if roll() < care * 0.3 else None,
            grade=_grade(dice, yuan) if roll() < care + 0.1 else None,
            strategy=_strategy(dice, yuan),
            orientation=dice.among(_ORIENTATIONS) if roll() < care else None,
            stage=_stage(dice, yuan),
        )
        if roll() < (0.5 if well else 0.22):
            made.tags = dice.some(range(len(words.TAGS)), dice.between(1, 3))
        if (occupation, position) == words.OWNER and office is not None:
            kind = RelationKind.LEGAL_REPRESENTATIVE_OF if roll() < 0.8 else RelationKind.KEY_PERSON_OF
            made.relations.append({"kind": kind.value, "office": office})
            made.days.append(
                _day(
                    Day(
                        DateKind.FOUNDING,
                        self.offices[office].name,
                        dice.between(1, 12),
                        dice.between(1, 28),
                        dice.between(1995, 2022),
                    )
                )
            )
        return made

    def _work(self, life: Life, age: int, yuan: float) -> tuple[int | None, str | None, str | None]:
        """Place of the employer, occupation, position."""
        dice = self._dice
        if age >= (61 if life.gender is Gender.MALE else 56):
            return None, dice.among(words.RETIRED_FROM) if dice.chance(0.7) else None, None
        if age < 22:
            return None, words.STUDENT, None
        if yuan >= _WELL_KNOWN and dice.chance(0.3):
            return dice.between(0, len(self.offices) - 1), *words.OWNER
        if dice.chance(0.62):
            office = dice.between(0, len(self.offices) - 1)
            return office, *dice.among(words.JOBS[self.offices[office].jobs])
        if dice.chance(0.5):
            return None, dice.among(words.WITHOUT_EMPLOYER), None
        return None, None, None

    def _add_contacts(
        self, made: Invented, life: Life, address: str, landline: str | None, *, known: bool
    ) -> None:
        dice, row = self._dice, made.row
        if not dice.chance(0.025):
            made.phones.append(
                {"number": self._numbers.mobile(), "kind": PhoneKind.MOBILE.value, "position": 0}
            )
        if dice.chance(0.06):
            made.phones.append(_further(made.phones, self._numbers.mobile(), PhoneKind.MOBILE))
        if landline is not None:
            made.phones.append(_further(made.phones, landline, PhoneKind.HOME))
        if made.office is not None and known and dice.chance(0.1):
            made.phones.append(_further(made.phones, self.offices[made.office].phone, PhoneKind.WORK))
        if dice.chance(0.86 if known else 0.6):
            made.addresses.append({"address": address, "kind": AddressKind.HOME.value, "position": 0})
        if made.office is not None and known and dice.chance(0.15):
            made.addresses.append(
                {
                    "address": self.offices[made.office].address,
                    "kind": AddressKind.WORK.value,
                    "position": len(made.addresses),
                }
            )
        if dice.chance(0.5 if known else 0.2):
            row["wechat"] = _wechat(dice, made)
        if dice.chance(0.2 if known else 0.05):
            row["email"] = f"{dice.between(10_000_000, 2_999_999_999)}@{dice.among(_MAIL)}"
        self._add_identity(made, life)

    def _add_identity(self, made: Invented, life: Life) -> None:
        """Identity document and birthday, which agree; without a document the year or all may be unknown."""
        dice, row = self._dice, made.row
        if dice.chance(0.9):
            area = XINJIANG if life.minority else dice.among(AREAS)
            number = self._numbers.resident_id(area, life.born, life.gender)
            made.documents.append(
                {"kind": DocumentKind.RESIDENT_ID.value, "number": number, "expires_on": self._expiry(life)}
            )
            row.update(birth_year=life.born.year, birth_month=life.born.month, birth_day=life.born.day)
            return
        if dice.chance(0.1):
            made.documents.append(
                {"kind": DocumentKind.PASSPORT.value, "number": f"E{dice.between(10_000_000, 99_999_999)}"}
            )
        if dice.chance(0.6):
            row.update(
                birth_year=life.born.year if dice.chance(0.5) else None,
                birth_month=life.born.month,
                birth_day=life.born.day,
            )
        else:
            row.update(birth_is_lunar=False, birth_is_leap_month=False)

    def _expiry(self, life: Life) -> date | None:
        """None for those of 46 and more, whose card may be for life."""
        if life.age(self.today) >= 46:
            return None
        return self.today + timedelta(days=self._dice.between(-120, 7000))


def _further(phones: Sequence[dict[str, Any]], number: str, kind: PhoneKind) -> dict[str, Any]:
    return {"number": number, "kind": kind.value, "position": len(phones)}


def _wechat(dice: Dice, made: Invented) -> str:
    if made.phones and dice.chance(0.5):
        return str(made.phones[0]["number"])
    return f"wxid_{dice.between(36**6, 36**7):x}"


def _relation(tie: Tie, first: int) -> dict[str, Any]:
    if isinstance(tie.other, int):
        return {"kind": tie.kind.value, "other": first + tie.other}
    return {"kind": tie.kind.value, "other_name": tie.other}


def _day(day: Day) -> dict[str, Any]:
    return {
        "kind": day.kind.value,
        "whose": day.whose,
        "year": day.year,
        "month": day.month,
        "day": day.day,
        "is_lunar": day.is_lunar,
        "yearly": day.yearly,
        "note": day.note,
    }


def _education(age: int) -> tuple[str, ...]:
    if age >= 58:
        return words.EDUCATION_OLD
    return words.EDUCATION_MIDDLE if age >= 38 else words.EDUCATION_YOUNG


def _income_band(dice: Dice, yuan: float) -> int:
    usual = 1 + (yuan >= 20_000) + (yuan >= 150_000) + (yuan >= 800_000) + (yuan >= 4_000_000)
    return min(6, usual + dice.between(0, 1))


def _grade(dice: Dice, yuan: float) -> int:
    usual = 1 + (yuan >= 50_000) + (yuan >= 500_000) + (yuan >= 3_000_000)
    return min(5, max(1, usual + dice.between(-1, 1)))


def _strategy(dice: Dice, yuan: float) -> str:
    if yuan >= _WELL_KNOWN:
        return (Strategy.INTENSIVE if dice.chance(0.6) else Strategy.ACTIVE).value
    if yuan >= _KNOWN:
        return (Strategy.ACTIVE if dice.chance(0.6) else Strategy.PASSIVE).value
    return Strategy.PASSIVE.value


_STAGES_MUCH = spread(
    {Stage.CORE.value: 9, Stage.ESTABLISHED.value: 8, Stage.AT_RISK.value: 2, Stage.CONTACTED.value: 1}
)
_STAGES_SOME = spread(
    {
        Stage.ESTABLISHED.value: 11,
        Stage.CONTACTED.value: 5,
        Stage.CORE.value: 1,
        Stage.AT_RISK.value: 2,
        Stage.LOST.value: 1,
    }
)
_STAGES_LITTLE = spread(
    {Stage.IDENTIFIED.value: 8, Stage.CONTACTED.value: 8, Stage.ESTABLISHED.value: 3, Stage.LOST.value: 1}
)


def _stage(dice: Dice, yuan: float) -> str:
    if yuan >= _WELL_KNOWN:
        return dice.among(_STAGES_MUCH)
    return dice.among(_STAGES_SOME if yuan >= _KNOWN else _STAGES_LITTLE)


def _assessed_ago(dice: Dice) -> int:
    """Days since the last assessment. It lasts a year; of few it expired, and selling waits for a new one."""
    drawn = dice.between(0, 519)
    return drawn * 350 // 510 if drawn < 510 else 366 + (drawn - 510) * 5
