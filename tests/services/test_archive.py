"""The list of customers: every order, every condition, who sees what, and by which indexes."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select

from rmdesk.models import (
    Customer,
    CustomerFact,
    CustomerPhone,
    CustomerTag,
    Organisation,
    Staff,
    Tag,
    Tier,
)
from rmdesk.models.base import utc_now
from rmdesk.services import archive, bulk, changes, names, queries, search
from rmdesk.services.archive import BEST, SORTS, TRAITS, Condition, Kind, finding
from rmdesk.services.customers import access
from rmdesk.services.errors import NotAllowed, UserError
from tests.support.branches import Branch

TODAY = date(2026, 3, 2)
_COUNT = 60


@pytest.fixture
def filled(branch: Branch) -> Branch:
    """Sixty customers of all kinds, half of them the manager's; some lie in the bin."""
    dice = random.Random(11)

    def some(*values: Any) -> Any:
        return dice.choice([None, *values])

    with branch.store.write() as session:
        changes.describe(session, "test.imported")
        tiers = list(session.scalars(select(Tier.id)))
        people = [branch.people[who].staff_id for who in ("manager", "colleague")]
        for name in ("海天集团", "Blue_100% 有限公司", "abc"):
            session.add(Organisation(name=name, name_key=names.name_key(name, of_person=False)))
        session.add_all([Tag(name="高净值"), Tag(name="老客户")])
        session.flush()
        firms, tags = list(session.scalars(select(Organisation.id))), list(session.scalars(select(Tag.id)))
        rows = []
        for place in range(_COUNT):
            name = "王李张单解"[place % 5] + dice.choice("伟芳娜敏静强") + dice.choice(["", "明", "红"])
            rows.append(
                {
                    "name": name,
                    "name_key": names.name_key(name),
                    "number": None if place % 9 == 0 else f"{place * 7919 % 10007:08}",
                    "gender": some("male", "female"),
                    "birth_year": some(1950, 1980),
                    "birth_month": (month := some(1, 5, 12)),
                    "birth_day": month,
                    "occupation": some("教师", "50% 股东", "a_b", "O'Brien"),
                    "employer_id": some(*firms),
                    "notes": some("喜欢茶", "Likes TEA"),
                    "grade": some(1, 3, 5),
                    "strategy": some("intensive", "active", "passive"),
                    "orientation": some("product", "service"),
                    "stage": dice.choice(["identified", "core", "lost"]),
                    "risk_tolerance": some(1, 5),
                    "risk_assessed_on": some(TODAY, TODAY - timedelta(400)),
                    "no_calls": dice.random() < 0.5,
                    "owner_id": people[0] if place % 2 else some(people[1]),
                    "stand_in_id": people[0] if place % 10 == 0 else None,
                    "tier_id": some(*tiers),
                    "deleted_at": utc_now() if place % 13 == 5 else None,
                }
            )
        bulk.insert(session, Customer, rows)
        ids = list(session.scalars(select(Customer.id).order_by(Customer.id)))
        session.execute(
            insert(CustomerFact),
            [
                {
                    "customer_id": one,
                    "aum_fen": some(-5, 0, 100, 10**9, 10**17),
                    "aum_change_fen": some(-(10**9), 10**9),
                    "aum_change_permille": some(-500, 0, 120),
                    "holdings_fen": dice.choice([0, 500]),
                    "elsewhere_fen": dice.choice([0, 700]),
                    "product_kinds": dice.randrange(4),
                    "next_maturity_on": some(TODAY, TODAY + timedelta(30), TODAY + timedelta(31)),
                    "last_contact_on": some(TODAY, TODAY - timedelta(91)),
                    "completeness": dice.randrange(101),
                    "first_phone": some("13800005678"),
                }
                for one in ids
            ],
        )
        bulk.insert(
            session,
            CustomerTag,
            [{"customer_id": one, "tag_id": tag} for one in ids for tag in tags if dice.random() < 0.3],
        )
        bulk.insert(session, CustomerPhone, [{"customer_id": ids[0], "number": "13800005678"}])
    return branch


class Known:
    """A customer as the rows say, found without the code under test."""

    def __init__(self, customer: Customer, fact: CustomerFact, branch: Branch) -> None:
        self.customer, self.fact = customer, fact
        with branch.store.read() as session:
            self.tier = session.get(Tier, customer.tier_id) if customer.tier_id else None
            self.employer = session.get(Organisation, customer.employer_id) if customer.employer_id else None
            self.owner = session.get(Staff, customer.owner_id) if customer.owner_id else None
            self.stand_in = session.get(Staff, customer.stand_in_id) if customer.stand_in_id else None
            tags = select(Tag.name).join(CustomerTag).where(CustomerTag.customer_id == customer.id)
            self.tags = set(session.scalars(tags))


def _known(branch: Branch) -> dict[int, Known]:
    with branch.store.read() as session:
        rows = session.execute(
            select(Customer, CustomerFact)
            .join(CustomerFact, CustomerFact.customer_id == Customer.id)
            .where(access.visible(session))
        ).all()
    return {customer.id: Known(customer, fact, branch) for customer, fact in rows}


_STRATEGIES = ("passive", "active", "intensive")
_STAGES = ("identified", "contacted", "established", "core", "at_risk", "lost")
_SORTED_BY: dict[str, Callable[[Known], Any]] = {
    "aum": lambda one: one.fact.aum_fen,
    "change": lambda one: one.fact.aum_change_permille,
    "last_contact": lambda one: one.fact.last_contact_on,
    "next_maturity": lambda one: one.fact.next_maturity_on,
    "holdings": lambda one: one.fact.holdings_fen,
    "elsewhere": lambda one: one.fact.elsewhere_fen,
    "product_kinds": lambda one: one.fact.product_kinds,
    "completeness": lambda one: one.fact.completeness,
    "strategy": lambda one: one.customer.strategy and _STRATEGIES.index(one.customer.strategy),
    "stage": lambda one: _STAGES.index(one.customer.stage),
    "name": lambda one: one.customer.name_key,
    "tier": lambda one: one.tier and one.tier.rank,
    "owner": lambda one: one.owner and one.owner.name,
    "employer": lambda one: one.employer and one.employer.name_key,
}


@pytest.mark.parametrize("descending", [False, True], ids=["ascending", "descending"])
@pytest.mark.parametrize("who", ["head", "manager"])
def test_every_order_is_that_of_the_values_and_what_is_unknown_comes_last(
    filled: Branch, who: str, descending: bool
) -> None:
    filled.act(who)
    known = _known(filled)
    assert 0 < len(known) < _COUNT
    for sort in SORTS:
        value = _SORTED_BY.get(sort) or (lambda one, sort=sort: getattr(one.customer, sort))
        ids = list(filled.read(archive.find_customers, sort=sort, descending=descending))
        assert sorted(ids) == sorted(known), sort
        values = [value(known[one]) for one in ids]
        there = [one for one in values if one is not None]
        assert values == there + [None] * (len(values) - len(there)), sort
        assert there == sorted(there, reverse=descending), sort


# Tags, imports, segments and activities have rows of their own, and tests of their own.
_OWN = (Kind.TAG, Kind.IMPORT, Kind.SEGMENT, Kind.ACTIVITY)
_SAID = [name for name, trait in TRAITS.items() if trait.kind not in _OWN]


def _fits(one: Known, trait: str) -> Any:
    """What the customer has of a trait."""
    special: dict[str, Any] = {
        "tier": one.tier and one.tier.uid,
        "owner": one.owner and one.owner.uid,
        "stand_in": one.stand_in and one.stand_in.uid,
        "employer": one.employer and one.employer.name,
        "birthday": one.customer.birth_month,
        "aum_change": one.fact.aum_change_fen,
        **{name: value(one) for name, value in _SORTED_BY.items() if name not in ("strategy", "stage")},
    }
    special |= {"tier": one.tier and one.tier.uid, "owner": one.owner and one.owner.uid}
    special["employer"] = one.employer and one.employer.name
    special["name"] = one.customer.name
    return special[trait] if trait in special else getattr(one.customer, trait)


def _asked(known: dict[int, Known], trait: str) -> list[tuple[Condition, Callable[[Any], bool]]]:
    """Conditions on a trait, and what each of them means."""
    kind = TRAITS[trait].kind
    there = [value for one in known.values() if (value := _fits(one, trait)) is not None]
    first = there[0] if there else None
    nothing = (Condition(trait, None), lambda value: value is None)
    match kind:
        case Kind.FLAG:
            return [
                (Condition(trait, flag), lambda value, flag=flag: value is flag) for flag in (True, False)
            ]
        case Kind.TEXT:
            texts = ["茶", "tea", "TEA", "50%", "a_b", "%", "_", "'", "\\", "司", "x" * 200]
            return [
                nothing,
                *(
                    (
                        Condition(trait, part),
                        lambda value, part=part: value is not None and part.lower() in value.lower(),
                    )
                    for part in texts
                ),
            ]
        case Kind.CHOICE | Kind.MONTH | Kind.LINK:
            asked = [nothing, (Condition(trait, (None,)), lambda value: value is None)]
            if first is not None:
                asked.append((Condition(trait, (first,)), lambda value: value == first))
                asked.append((Condition(trait, (first, None)), lambda value: value in (first, None)))
            return asked
        case Kind.DATE:
            day = TODAY.isoformat()
            return [
                nothing,
                (Condition(trait, (0, 30)), lambda value: value and TODAY <= value <= TODAY + timedelta(30)),
                (Condition(trait, (None, -91)), lambda value: value and value <= TODAY - timedelta(91)),
                (Condition(trait, (day, None)), lambda value: value and value >= TODAY),
                (Condition(trait, (day, day)), lambda value: value == TODAY),
            ]
        case _:
            return [
                nothing,
                (Condition(trait, (0, None)), lambda value: value is not None and value >= 0),
                (Condition(trait, (None, 100)), lambda value: value is not None and value <= 100),
                (Condition(trait, (-500, 700)), lambda value: value is not None and -500 <= value <= 700),
                (Condition(trait, (1, 0)), lambda value: False),
            ]


@pytest.mark.parametrize("who", ["head", "manager"])
def test_every_condition_leaves_exactly_those_it_is_true_of(filled: Branch, who: str) -> None:
    filled.act(who)
    known = _known(filled)
    for trait in _SAID:
        for condition, is_true in _asked(known, trait):
            wanted = {id for id, one in known.items() if is_true(_fits(one, trait))}
            for sort in ("aum", "name"):
                found = filled.read(archive.find_customers, conditions=[condition], sort=sort, today=TODAY)
                assert set(found) == wanted, condition


def test_tags(filled: Branch) -> None:
    known = _known(filled)
    for names_asked in (("高净值",), ("高净值", "老客户"), (None,), ("老客户", None), ("没有",)):
        wanted = {
            id
            for id, one in known.items()
            if one.tags & set(names_asked) or (None in names_asked and not one.tags)
        }
        found = filled.read(archive.find_customers, conditions=[Condition("tag", names_asked)])
        assert set(found) == wanted, names_asked


def test_all_conditions_at_once(filled: Branch) -> None:
    known = _known(filled)
    chosen = [(trait, *_asked(known, trait)[-1]) for trait in _SAID]
    conditions = [condition for _trait, condition, _is_true in chosen]
    assert list(filled.read(archive.find_customers, conditions=conditions, today=TODAY)) == []
    conditions.append(Condition("tag", ("高净值",)))
    found = filled.read(archive.find_customers, search="王", conditions=conditions, sort=BEST, today=TODAY)
    assert list(found) == []
    for left_out in range(len(chosen)):
        some = chosen[:left_out] or chosen[:1]
        wanted = {id for id, one in known.items() if all(true(_fits(one, name)) for name, _, true in some)}
        asked = [condition for _, condition, _ in some]
        assert set(filled.read(archive.find_customers, conditions=asked, today=TODAY)) == wanted


def test_a_search_narrows_every_order_and_the_best_match_is_an_order_too(filled: Branch) -> None:
    for who in ("head", "manager"):
        filled.act(who)
        best = filled.read(search.find, "王", limit=None)
        assert len(best) > 3
        assert list(filled.read(archive.find_customers, search=" 王 ", sort=BEST)) == best
        for sort in SORTS:
            assert sorted(filled.read(archive.find_customers, search="王", sort=sort)) == sorted(best)
        core = Condition("stage", ("core",))
        kept = set(filled.read(archive.find_customers, conditions=[core]))
        found = filled.read(archive.find_customers, search="王", conditions=[core], sort=BEST)
        assert list(found) == [one for one in best if one in kept]
    assert list(filled.read(archive.find_customers, search="%")) == []
    everybody = list(filled.read(archive.find_customers))
    assert list(filled.read(archive.find_customers, search=" ", sort=BEST)) == everybody


@pytest.mark.parametrize("who", ["lobby", "teller", "administrator", "auditor"])
def test_who_may_not_see_customers_gets_no_list(filled: Branch, who: str) -> None:
    filled.act(who)
    for question in (
        lambda session: archive.find_customers(session),
        lambda session: archive.find_customers(session, search="王"),
        lambda session: archive.load_customers(session, [1]),
        lambda session: archive.sum_aum(session, [1]),
    ):
        with pytest.raises(NotAllowed):
            filled.read(question)


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        (Condition("retired", (1,)), "archive.unknown_trait"),
        (Condition("__class__", None), "archive.unknown_trait"),
        (Condition("notes", "张\ud800"), "archive.wrong_value"),
        (Condition("notes", " "), "archive.wrong_value"),
        (Condition("notes", "x" * 60_000), "archive.wrong_value"),
        (Condition("notes", 5), "archive.wrong_value"),
        (Condition("aum", (2**63, None)), "archive.wrong_value"),
        (Condition("aum", (None, -(2**63))), "archive.wrong_value"),
        (Condition("aum", (1.5, None)), "archive.wrong_value"),
        (Condition("aum", (True, None)), "archive.wrong_value"),
        (Condition("aum", (1,)), "archive.wrong_value"),
        (Condition("aum", "5"), "archive.wrong_value"),
        (Condition("next_maturity", ("2026-02-30", None)), "archive.wrong_value"),
        (Condition("next_maturity", (10**9, None)), "archive.wrong_value"),
        (Condition("grade", 5), "archive.wrong_value"),
        (Condition("grade", ()), "archive.wrong_value"),
        (Condition("grade", (2**63,)), "archive.wrong_value"),
        (Condition("stage", tuple(["core"] * 5000)), "archive.wrong_value"),
        (Condition("owner", ("\ud800",)), "archive.wrong_value"),
        (Condition("no_calls", 1), "archive.wrong_value"),
    ],
)
def test_a_condition_that_cannot_be_is_told(filled: Branch, condition: Condition, code: str) -> None:
    with pytest.raises(UserError) as caught:
        filled.read(archive.find_customers, conditions=[condition])
    assert caught.value.code == code
    assert Condition.restored(condition.stored()) is None


def test_an_order_there_is_not_is_told(filled: Branch) -> None:
    with pytest.raises(UserError, match=r"archive\.unknown_sort"):
        filled.read(archive.find_customers, sort="1; DROP TABLE customer")


def test_conditions_survive_being_kept(filled: Branch) -> None:
    known = _known(filled)
    for trait in TRAITS:
        asked = [one for one, _ in _asked(known, trait)] if trait in _SAID else []
        for condition in [*asked, Condition("tag", ("高净值", None)), Condition("imported", (3, 5))]:
            assert Condition.restored(json.loads(json.dumps(condition.stored()))) == condition
    for stored in ({}, {"trait": "aum"}, {"trait": None, "value": 1}, {"trait": ["aum"], "value": 1}):
        assert Condition.restored(stored) is None or stored == {"trait": "aum"}


def test_what_is_masked_in_lists_cannot_be_asked_for() -> None:
    assert not {"income_band", "wechat", "email", "birth_year"} & TRAITS.keys()


def test_rows_come_in_the_order_asked_for_and_nobody_unseen_is_among_them(filled: Branch) -> None:
    filled.act("manager")
    seen = list(filled.read(archive.find_customers, sort="name", descending=False))
    every = list(range(_COUNT + 20, 0, -1))
    rows = filled.read(archive.load_customers, every)
    assert [row.id for row in rows] == [one for one in every if one in set(seen)]
    assert filled.read(archive.load_customers, []) == []


def test_lists_mask_by_whose_customer_it_is(filled: Branch) -> None:
    head = {row.id: row for row in filled.read(archive.load_customers, list(_known(filled)))}
    filled.act("manager")
    own = _known(filled)
    for row in filled.read(archive.load_customers, list(own)):
        one = own[row.id]
        assert (row.name, row.aum_fen) == (one.customer.name, one.fact.aum_fen)
        assert one.fact.first_phone is None or "****" in row.phone
        masked = head[row.id]
        assert masked.name == (row.name if row.owner is None else f"{row.name[0]}*")
        assert not isinstance(masked.aum_fen, int)
        assert masked.phone == row.phone


def test_a_sum_of_few_of_others_would_tell_what_is_masked(filled: Branch) -> None:
    everybody = list(_known(filled))
    assert filled.read(archive.sum_aum, everybody[:4]) is None
    assert filled.read(archive.sum_aum, everybody[:5]) is not None
    assert filled.read(archive.sum_aum, []) == 0
    filled.act("manager")
    own = _known(filled)
    one = next(iter(own))
    assert filled.read(archive.sum_aum, [one]) == (own[one].fact.aum_fen or 0)


def test_the_sum_is_that_of_the_assets_however_large(filled: Branch) -> None:
    known = _known(filled)
    total = sum(one.fact.aum_fen or 0 for one in known.values())
    assert total > 10**17
    assert filled.read(archive.sum_aum, list(known)) == total
    # Many more ids than one statement may name.
    assert filled.read(archive.sum_aum, [*known, *range(10**6, 10**6 + 40_000)]) == total
    with filled.store.write() as session:
        session.connection().execute(CustomerFact.__table__.update().values(aum_fen=10**17 * 9))
    assert filled.read(archive.sum_aum, list(known)) == 9 * 10**17 * len(known) > 2**63


def test_an_employer_in_the_bin_is_no_employer_any_more(filled: Branch) -> None:
    named = Condition("employer", "海天")
    bearing = list(filled.read(archive.find_customers, conditions=[named]))
    assert bearing
    with filled.store.write() as session:
        firm = session.scalars(select(Organisation).where(Organisation.name == "海天集团")).one()
        firm.deleted_at = utc_now()
        changes.describe(session, "test.deleted")
    assert list(filled.read(archive.find_customers, conditions=[named])) == []
    assert {row.employer for row in filled.read(archive.load_customers, bearing)} == {None}


def test_a_customer_is_known_by_uid_to_those_who_may_see_them(filled: Branch) -> None:
    known = _known(filled)
    for id, one in known.items():
        assert filled.read(archive.id_of, one.customer.uid) == id
    filled.act("manager")
    own = _known(filled)
    assert {id for id, one in known.items() if filled.read(archive.id_of, one.customer.uid)} == set(own)


@pytest.mark.parametrize("descending", [False, True], ids=["ascending", "descending"])
def test_no_order_walks_the_wide_rows_of_the_customers(filled: Branch, descending: bool) -> None:
    """Forty megabytes behind a cipher of a hundred thousand customers; the indexes have a tenth of that."""
    without_sorting = set()
    with filled.store.read() as session:
        for sort in SORTS:
            found = queries.together(finding.statement(session, "", [], sort, descending))
            sql = found.compile(session.connection().engine, compile_kwargs={"literal_binds": True})
            plan = [row[3] for row in session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]
            walked = next(line for line in plan if not line.startswith("CO-ROUTINE"))
            assert walked.startswith(("SCAN customer_fact", "SCAN customer USING")), (sort, plan)
            assert "COVERING INDEX" in walked or "customer_fact" in walked or "uq_customer_number" in walked
            if not any("FOR ORDER BY" in line for line in plan):
                without_sorting.add(sort)
    assert without_sorting == {"aum", "name", "number"}
