"""The invented branch: the same from the same seed, possible in every number, believable as a whole."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import islice

import pytest

from rmdesk.models import DateKind, Gender, ProductKind, RelationKind
from rmdesk.services import almanac, documents, organisations, phones
from rmdesk.services.demo import lives, money, names
from rmdesk.services.demo.customers import Branch, Invented
from rmdesk.services.demo.dice import Dice
from rmdesk.services.demo.numbers import Numbers

TODAY = date(2026, 9, 10)
COUNT = 6000


def _branch(seed: int = 1, *, managers: int = 3) -> Branch:
    return Branch(seed, TODAY, employers=120, managers=managers)


@pytest.fixture(scope="module")
def invented() -> list[Invented]:
    return list(islice(_branch().customers(), COUNT))


def _newest(one: Invented) -> float:
    return one.figures_fen[-1] / 100


def test_the_same_seed_gives_the_same_branch(invented: list[Invented]):
    branch = _branch()
    assert branch.offices == _branch().offices
    again = list(islice(branch.customers(), 500))
    assert again == invented[:500]  # however many are asked for
    other = list(islice(_branch(seed=2).customers(), 500))
    assert sum(one.row["name"] == two.row["name"] for one, two in zip(again, other, strict=True)) < 25


def test_dice_are_those_of_every_python():
    """What a seed gives must not change: demonstrations, figures and pictures are compared by it."""
    dice = Dice(1)
    assert [dice.between(1, 6) for _ in range(12)] == [1, 6, 5, 2, 3, 3, 4, 5, 1, 1, 6, 3]
    assert sorted(dice.some(range(5), 5)) == [0, 1, 2, 3, 4]
    assert dice.some("ab", 9) in (["a", "b"], ["b", "a"])
    drawn = [dice.normal() for _ in range(4000)]
    assert abs(sum(drawn) / 4000) < 0.05
    assert abs(sum(one * one for one in drawn) / 4000 - 1) < 0.08


# --- numbers ---------------------------------------------------------------------------------------


def test_identity_numbers(invented: list[Invented]):
    found = []
    for one in invented:
        for document in one.documents:
            if document["kind"] != "resident_id":
                continue
            number = document["number"]
            found.append(number)
            assert documents.normalise(number, "resident_id") == number
            row = one.row
            assert number[6:14] == f"{row['birth_year']}{row['birth_month']:02}{row['birth_day']:02}"
            assert (int(number[16]) % 2 == 1) == (row["gender"] == "male")
    assert len(set(found)) == len(found)
    assert 0.85 < len(found) / COUNT < 0.95


def test_phones(invented: list[Invented]):
    numbers: Counter[str] = Counter()
    for one in invented:
        assert [phone["position"] for phone in one.phones] == list(range(len(one.phones)))
        for phone in one.phones:
            assert phones.normalise(phone["number"], phone["kind"]) == phone["number"]
            if phone["kind"] == "mobile":
                assert re.fullmatch(r"1[3-9]\d{9}", phone["number"])
                numbers[phone["number"]] += 1
    assert max(numbers.values()) == 1
    assert 0.93 < sum(bool(one.phones) for one in invented) / COUNT <= 1
    at_home = Counter(phone["number"] for one in invented for phone in one.phones if phone["kind"] == "home")
    assert 2 <= max(at_home.values()) <= 5  # a family has one


def test_numbers_of_the_bank_are_nobody_elses(invented: list[Invented]):
    assert len({one.row["number"] for one in invented}) == COUNT
    accounts = [held["account"] for one in invented for held in one.holdings if held["account"]]
    assert len(set(accounts)) == len(accounts)
    numbers = Numbers(Dice(3))
    assert len({numbers.mobile()[3:] for _ in range(20_000)}) == 20_000
    assert len({numbers.landline() for _ in range(20_000)}) == 20_000


def test_employers():
    offices = Branch(1, TODAY, employers=3000, managers=3).offices
    assert len(offices) == len({office.name for office in offices}) == 3000
    codes = [office.credit_code for office in offices if office.credit_code]
    assert len(codes) > 2900
    assert [organisations.read_credit_code(code) for code in codes] == codes


# --- people ----------------------------------------------------------------------------------------


def test_names_are_spread_as_in_life(invented: list[Invented]):
    whole = [one.row["name"] for one in invented]
    surnames = Counter(name[0] for name in whole)
    for name in "王李张":
        assert 0.05 < surnames[name] / COUNT < 0.1
    assert 0.6 < len(set(whole)) / COUNT < 0.98  # some share a name, most do not
    assert sum("·" in name for name in whole) > 5
    rare = {names.surname(Dice(seed)) for seed in range(20_000)}
    assert {"单", "仇", "查", "解", "区", "尉迟", "万俟", "欧阳", "司马"} <= rare
    given = {names.given(Dice(seed), Gender.MALE, 1990) for seed in range(20_000)}
    assert "𠮷" in given
    assert {len(name) for name in given} == {1, 2}
    female = Counter(names.given(Dice(seed), Gender.FEMALE, 1955) for seed in range(3000))
    assert female["秀英"] > 10
    assert female["欣怡"] == 0


def test_ages_and_birthdays(invented: list[Invented]):
    years = [one.row["birth_year"] for one in invented if one.row.get("birth_year")]
    ages = [TODAY.year - year for year in years]
    assert min(ages) >= 17
    assert max(ages) < 95
    assert 0.2 < sum(age >= 60 for age in ages) / len(ages) < 0.35
    lunar = [one.row for one in invented if one.row["birth_is_lunar"]]
    assert 0.03 < len(lunar) / COUNT < 0.15
    for row in lunar:
        assert row["birth_day"] <= 29
        if row["birth_is_leap_month"]:
            assert almanac.leap_month(row["birth_year"] or 0) == row["birth_month"]
    assert sum(row["birth_is_leap_month"] for row in lunar) > 1
    assert sum(one.row.get("birth_day") is not None and not one.row["birth_year"] for one in invented) > 50


def test_families_agree():
    families = list(islice(lives.families(Dice(4), TODAY), 4000))
    kinds: Counter[RelationKind] = Counter()
    for family in families:
        for place, ties in enumerate(family.ties):
            holder = family.members[place]
            for tie in ties:
                kinds[tie.kind] += 1
                if not isinstance(tie.other, int):
                    continue
                other = family.members[tie.other]
                if tie.kind is RelationKind.CHILD:
                    assert 20 < (other.born - holder.born).days / lives.YEAR < 45
                    if holder.gender is Gender.MALE:
                        assert other.surname == holder.surname
                else:
                    assert tie.kind is RelationKind.SPOUSE
                    assert place < tie.other
                    assert holder.gender is not other.gender
                    assert abs((other.born - holder.born).days / lives.YEAR) < 8
        for days in family.days:
            for day in days:
                if day.kind is DateKind.WEDDING and day.year is not None:
                    assert day.year - family.members[0].born.year >= 18
                if day.kind is DateKind.EXAM:
                    assert date(day.year or 0, day.month, day.day) >= TODAY
    assert min(kinds[one] for one in (RelationKind.SPOUSE, RelationKind.CHILD, RelationKind.SIBLING)) > 100


def test_relations_point_to_customers_there_are(invented: list[Invented]):
    for one in invented:
        for relation in one.relations:
            assert sum(name in relation for name in ("other", "office", "other_name")) == 1
            if "other" in relation:
                assert relation["other"] != one.ordinal
            if relation["kind"] == RelationKind.INTRODUCER:
                assert relation["other"] < one.ordinal


def test_managers_share_the_customers(invented: list[Invented]):
    managers = Counter(one.manager for one in invented)
    assert set(managers) == {0, 1, 2, None}
    assert all(managers[one] > COUNT * 0.25 for one in range(3))
    assert all(one.stand_in != one.manager for one in invented if one.manager is not None)
    alone = list(islice(_branch(managers=1).customers(), 300))
    assert {one.manager for one in alone} == {0, None}
    assert {one.stand_in for one in alone} == {None}
    assert {one.manager for one in islice(_branch(managers=0).customers(), 300)} == {None}


# --- money -----------------------------------------------------------------------------------------


def test_assets_have_a_long_tail(invented: list[Invented]):
    assets = sorted((_newest(one) for one in invented), reverse=True)
    assert all(amount >= 0 for amount in assets)
    assert 0.08 < sum(amount >= 500_000 for amount in assets) / COUNT < 0.18
    assert 0.001 < sum(amount >= 10_000_000 for amount in assets) / COUNT < 0.01
    assert sum(assets[: COUNT // 5]) / sum(assets) > 0.7  # a fifth of the customers has most of the money
    fallen = sum(one.figures_fen[-1] < 0.8 * one.figures_fen[-2] for one in invented)
    assert 0.015 < fallen / COUNT < 0.045


def test_figures_are_of_the_last_twelve_months():
    ends = money.month_ends(TODAY)
    assert (len(ends), ends[0], ends[-1]) == (12, date(2025, 9, 30), date(2026, 8, 31))
    assert money.month_ends(date(2026, 1, 1))[-2:] == [date(2025, 11, 30), date(2025, 12, 31)]
    assert money.month_ends(date(2024, 3, 31))[-1] == date(2024, 2, 29)


def test_holdings_fit_the_assets(invented: list[Invented]):
    count = sum(len(one.holdings) for one in invented)
    assert 2.7 < count / COUNT < 3.3
    debts = {ProductKind.LOAN, ProductKind.CREDIT_CARD, ProductKind.OTHER}
    for one in invented:
        own = 0
        for held in one.holdings:
            assert held["amount_fen"] >= 0
            if held["matures_on"] is not None:
                assert held["starts_on"] <= held["matures_on"]
                assert (held["closed_on"] is not None) == (held["matures_on"] < TODAY)
            if not held["bank"] and held["closed_on"] is None and ProductKind(held["kind"]) not in debts:
                own += held["amount_fen"]
        assert abs(own / 100 - _newest(one)) <= 0.03 * _newest(one) + 1
    held = [one for customer in invented for one in customer.holdings]
    assert 0.1 < sum(bool(one["bank"]) for one in held) / count < 0.3
    soon = [one for one in held if one["matures_on"] and 0 <= (one["matures_on"] - TODAY).days <= 90]
    assert len(soon) / count > 0.08
    assert {one["kind"] for one in held} == set(ProductKind)
