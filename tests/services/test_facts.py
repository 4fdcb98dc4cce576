"""The facts beside each customer: what they are made of, and that nothing is left out of date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from rmdesk.models import Customer, CustomerCount, CustomerFact, LostCustomer
from rmdesk.services import (
    addresses,
    changes,
    completeness,
    documents,
    duplicates,
    facts,
    figures,
    holdings,
    phones,
    recycle_bin,
)
from rmdesk.services.customers import FIELDS, Type, bulk_editing
from rmdesk.services.days import Day
from rmdesk.services.recycle_bin import Consent
from tests.support.branches import Branch
from tests.support.files_in import take, write_csv


def fact(branch: Branch, customer: Customer) -> CustomerFact:
    with branch.store.read() as session:
        return session.get_one(CustomerFact, customer.id)


def holding(branch: Branch, customer: Customer, kind: str, amount: int, **more: Any) -> None:
    given = {"kind": kind, "amount_fen": amount, "product": str(amount)} | more
    branch.write(holdings.add_holding, customer.uid, given)


@pytest.mark.parametrize("every", [False, True])
def test_who_is_lost_is_listed_beside_the_facts(branch: Branch, every: bool) -> None:
    """Whether the facts of one customer are made anew or those of all."""
    customer, other = branch.add(), branch.add()
    listed = []
    for stage in ("lost", "lost", "core"):
        with branch.store.write() as session:
            changes.describe(session, "test.changed")
            session.get_one(Customer, customer.id).stage = stage
            session.flush()
            facts.refresh(session, None if every else [customer.id])
            listed.append(list(session.scalars(select(LostCustomer.customer_id))))
    assert listed == [[customer.id], [customer.id], []]
    assert not fact(branch, other).is_lost


def counted(branch: Branch) -> int:
    """How many customers the kept counts count, each of them as its record says."""
    with branch.store.read() as session:
        there = (Customer.stage != "lost", Customer.deleted_at.is_(None))
        customers = select(Customer).where(*there, ~Customer.no_greetings)
        real = Counter(
            (one.tier_id or 0, one.gender or "", "teachers_day" if one.occupation == "教师" else "")
            for one in session.scalars(customers)
        )
        kept = {
            (one.tier_id, one.gender, one.calling): one.customers
            for one in session.scalars(select(CustomerCount).where(CustomerCount.customers > 0))
        }
    assert kept == dict(real)
    return real.total()


def test_customers_are_counted_by_what_festivals_ask_of_them(branch: Branch, tmp_path: Path) -> None:
    """After each kind of change, and each of these taken back."""
    branch.act("manager")
    one = branch.add("张晓敏", gender="female", occupation="教师")
    two, three = branch.add("李明", gender="male"), branch.add("王芳")
    rows = [["客户编号", "户名", "性别", "AUM月日均(万元)"]]
    rows += [[f"A{place}", f"客户{place}", "女" if place % 3 else "男", "70"] for place in range(25)]
    file = write_csv(tmp_path / "清单.csv", rows)

    def mark(customer: Customer, **fields: object) -> None:
        branch.edit(customer, **fields)

    def delete_customer() -> None:
        branch.write(recycle_bin.delete_customer, two.uid, version=branch.version(two))

    def merge() -> None:
        versions = branch.version(one), branch.version(three)
        branch.write(duplicates.merge, one.uid, three.uid, versions=versions)

    steps: list[tuple[Callable[[], object], int]] = [
        (lambda: branch.add("赵强", gender="male"), 4),
        (lambda: mark(one, gender=None, occupation="工程师"), 3),
        (lambda: mark(two, stage="lost"), 2),
        (lambda: mark(two, no_greetings=True), 2),
        (lambda: branch.write(figures.add_figure, one.uid, 70_000_000_00, "2026-01-31"), 3),
        (lambda: branch.write(bulk_editing.edit_many, [one.id, two.id], "stage", "lost"), 1),
        (delete_customer, 2),
        (merge, 2),
        (lambda: take(branch, file), 28),
    ]
    assert counted(branch) == 3
    for step, customers in steps:
        step()
        assert counted(branch) == customers
        branch.undo()
        assert counted(branch) == 3
    delete_customer()
    branch.write(recycle_bin.restore_customer, two.uid, version=branch.version(two))
    assert counted(branch) == 3
    delete_customer()
    branch.act("head")
    consent = Consent(branch.people["administrator"].staff_uid)
    branch.write(recycle_bin.purge_customers, [two.uid], consent)
    assert counted(branch) == 2
    with branch.store.write() as session:
        facts.refresh(session)
        changes.note(session, "test.refreshed")
    assert counted(branch) == 2


def test_sums_over_what_is_held_now(branch: Branch) -> None:
    customer = branch.add()
    holding(branch, customer, "time_deposit", 100, count=3, matures_on="2027-03-01")
    holding(branch, customer, "time_deposit", 7)
    holding(branch, customer, "fund", 1000, currency="USD")  # no rate to count it by
    holding(branch, customer, "loan", 5000, matures_on="2026-12-01")
    holding(branch, customer, "wealth", 10000, closed_on="2026-01-01", matures_on="2026-01-01")
    holding(branch, customer, "insurance", 40, bank="他行", matures_on="2026-11-01")
    found = fact(branch, customer)
    assert (found.holdings_fen, found.elsewhere_fen, found.product_kinds) == (307, 40, 3)
    assert found.next_maturity_on == date(2026, 11, 1)
    assert branch.exact(customer).facts.wallet_permille == 884


def test_assets_against_the_month_before(branch: Branch) -> None:
    customer = branch.add()
    for as_of, amount in (("2026-01-31", 800), ("2026-02-10", 1), ("2026-02-28", 1000)):
        branch.write(figures.add_figure, customer.uid, amount, as_of)
    branch.write(figures.add_figure, customer.uid, 77, "2026-03-31", "point")
    found = fact(branch, customer)
    assert (found.aum_fen, found.aum_on) == (1000, date(2026, 2, 28))
    assert (found.aum_change_fen, found.aum_change_permille) == (200, 250)


@pytest.mark.parametrize(("before", "permille"), [(0, None), (-500, None), (2000, -500)])
def test_change_in_permille_needs_something_to_measure_by(
    branch: Branch, before: int, permille: int | None
) -> None:
    customer = branch.add()
    branch.write(figures.add_figure, customer.uid, before, "2025-12-31")
    branch.write(figures.add_figure, customer.uid, 1000, "2026-01-31")
    found = fact(branch, customer)
    assert (found.aum_change_fen, found.aum_change_permille) == (1000 - before, permille)


def test_without_figures_or_holdings(branch: Branch) -> None:
    found = fact(branch, branch.add())
    assert (found.aum_fen, found.aum_on, found.aum_change_fen) == (None, None, None)
    assert (found.holdings_fen, found.product_kinds, found.next_maturity_on) == (0, 0, None)


def test_largest_possible_amounts_add_up(branch: Branch) -> None:
    customer = branch.add()
    for place in range(100):
        with branch.store.write() as session:
            holdings.add_holding(
                session,
                customer.uid,
                {"kind": "fund", "amount_fen": holdings.MOST_FEN, "product": str(place)},
            )
        if place == 2:
            break
    assert fact(branch, customer).holdings_fen == 3 * holdings.MOST_FEN


def test_first_phone_is_the_one_put_first(branch: Branch) -> None:
    customer = branch.add()
    branch.write(phones.add_phone, customer.uid, "13800138000")
    second = branch.write(phones.add_phone, customer.uid, "13900139000")
    assert fact(branch, customer).first_phone == "13800138000"
    branch.write(phones.put_first, second.uid, version=second.version)
    assert fact(branch, customer).first_phone == "13900139000"
    branch.undo()
    assert fact(branch, customer).first_phone == "13800138000"


def test_facts_can_be_made_anew_at_any_time(branch: Branch) -> None:
    people = [branch.add(f"客户{place}", grade=place + 1) for place in range(3)]
    for as_of, amount in (("2026-01-31", 90), ("2026-02-28", 60)):
        branch.write(figures.add_figure, people[1].uid, amount, as_of)
    branch.edit(people[1], occupation="教师", birthday=Day(5, 20))
    branch.edit(people[1], occupation=None, no_calls=True)
    branch.write(recycle_bin.delete_customer, people[2].uid, version=branch.version(people[2]))
    table = CustomerFact.__table__
    with branch.store.read() as session:
        before = session.execute(select(table).order_by(table.c.customer_id)).all()
    with branch.store.write() as session:
        session.connection().execute(delete(table))
        facts.refresh(session)
        changes.note(session, "test.refreshed")
    with branch.store.read() as session:
        assert session.execute(select(table).order_by(table.c.customer_id)).all() == before
    assert len(before) == 3


def test_undone_adding_leaves_nothing(branch: Branch) -> None:
    branch.add()
    branch.undo()
    with branch.store.read() as session:
        assert session.scalars(select(CustomerFact)).all() == []
        assert session.scalars(select(Customer)).all() == []
    branch.undo()  # the undo
    with branch.store.read() as session:
        assert len(session.scalars(select(CustomerFact)).all()) == 1
    assert branch.is_sound()


WEIGHTED = [field for field in FIELDS if field.weight and field.type is not Type.ORGANISATION]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    known=st.sets(st.sampled_from(WEIGHTED)),
    phone=st.booleans(),
    document=st.booleans(),
    address=st.booleans(),
)
def test_score_in_the_database_is_the_score_on_the_page(
    branch: Branch, known: set[Any], phone: bool, document: bool, address: bool
) -> None:
    filled = {
        field.name: Day(3, 7)
        if field.type is Type.DAY
        else date(2025, 1, 1)
        if field.type is Type.DATE
        else (field.choices or ("某",))[0]
        for field in known
    }
    customer = branch.add(**filled)
    if phone:
        branch.write(phones.add_phone, customer.uid, "13800138000")
    if document:
        branch.write(documents.add_document, customer.uid, "E12345678", "passport")
    if address:
        branch.write(addresses.add_address, customer.uid, "杭州市滨江区江南大道 1 号")
    told = branch.record(customer).completeness
    assert told.score == fact(branch, customer).completeness
    missing = {one.what for one in told.missing}
    assert {field.what for field in WEIGHTED if field in known} & missing == set()
    assert ("customer_phone.number" in missing) is not phone
    assert [one.weight for one in told.missing] == sorted((one.weight for one in told.missing), reverse=True)


def test_nothing_and_everything_known(branch: Branch) -> None:
    nothing = branch.record(branch.add()).completeness
    assert nothing.score == 0
    assert sum(one.weight for one in nothing.missing) == completeness.TOTAL
    assert nothing.missing[0].what == "customer_phone.number"
