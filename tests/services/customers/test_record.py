"""The whole record: masked by role, exact with an entry in the audit trail, and its timeline."""

from __future__ import annotations

from typing import Any

import pytest

from rmdesk.models import Customer
from rmdesk.services import (
    addresses,
    changes,
    documents,
    figures,
    holdings,
    phones,
    reading,
    recycle_bin,
    tags,
)
from rmdesk.services.customers.record import get_customer, timeline
from rmdesk.services.days import Day
from rmdesk.services.errors import NotAllowed, UserError
from tests.support.branches import Branch

SECRETS = (
    "13800138000",
    "11010519491231002X",
    "6222021234561234",
    "江南大道",
    "zhangxm88",
    "zhang@example.cn",
)


@pytest.fixture
def full(branch: Branch) -> Customer:
    """A customer of the manager, covered by the colleague, of whom everything that is masked is known."""
    customer = branch.add(
        number="33010001",
        owner=branch.people["manager"].staff_uid,
        stand_in=branch.people["colleague"].staff_uid,
        birthday=Day(12, 31, 1949),
        income_band=5,
        wechat="zhangxm88",
        email="zhang@example.cn",
    )
    branch.write(phones.add_phone, customer.uid, SECRETS[0])
    branch.write(documents.add_document, customer.uid, SECRETS[1])
    branch.write(addresses.add_address, customer.uid, "浙江省杭州市滨江区江南大道 1 号")
    branch.write(
        holdings.add_holding,
        customer.uid,
        {"kind": "time_deposit", "amount_fen": 45_000_000, "account": SECRETS[2]},
    )
    branch.write(figures.add_figure, customer.uid, 60_000_000, "2026-01-31")
    branch.write(tags.add_tag, customer.uid, "企业主")
    return customer


def values(record: Any) -> dict[str, Any]:
    return {
        "phone": record.phones[0].number,
        "document": record.documents[0].number,
        "address": record.addresses[0].address,
        "account": record.holdings[0].account,
        "amount": record.holdings[0].amount_fen,
        "figure": record.figures[0].amount_fen,
        "aum": record.facts.aum_fen,
        "step": record.tier_history[0].amount_fen,
        **{name: record.fields[name] for name in ("income_band", "wechat", "email", "birthday")},
    }


@pytest.mark.parametrize("who", ["manager", "colleague"])
def test_own_and_covered_customers(branch: Branch, full: Customer, who: str) -> None:
    branch.act(who)
    shown = values(branch.record(full))
    masked = {name: one.value for name, one in shown.items() if one.masked}
    assert masked == {
        "document": "1101**********002X",
        "account": "6222 **** **** 1234",
        "income_band": "****",
    }
    assert shown["phone"].value == SECRETS[0]
    assert shown["aum"].value == 60_000_000


@pytest.mark.parametrize("who", ["head", "supervisor"])
def test_customers_of_others_are_masked_throughout(branch: Branch, full: Customer, who: str) -> None:
    branch.act(who)
    record = branch.record(full)
    shown = values(record)
    assert all(one.masked for one in shown.values())
    assert not any(secret in repr(record) for secret in SECRETS)
    assert "60000000" not in repr(record)
    assert "1949" not in repr(record)
    assert shown["phone"].value == "138****8000"
    assert shown["amount"].value == "200,000–500,000"
    assert shown["birthday"].value == Day(12, 31)
    assert (record.name, record.is_ours) == ("张晓敏", False)


@pytest.mark.parametrize(("who", "reveals"), [("manager", True), ("head", True), ("colleague", False)])
def test_exact_values_leave_one_entry(branch: Branch, full: Customer, who: str, reveals: bool) -> None:
    actor = branch.act(who)
    head = branch.store.head().number
    record = branch.write(get_customer, "33010001", exact=True)
    assert branch.store.head().number == head + 1
    newest = branch.newest()
    assert (newest.kind, newest.subject_uid, newest.staff_uid) == (
        "data.read",
        full.uid,
        actor.staff_uid,
    )
    masked = {name for name, one in values(record).items() if one.masked}
    assert masked == (set() if reveals else {"document", "account", "income_band"})


@pytest.mark.parametrize("who", ["lobby", "teller", "administrator", "auditor"])
def test_nobody_else_reads_a_record(branch: Branch, full: Customer, who: str) -> None:
    branch.act(who)
    with pytest.raises(NotAllowed):
        branch.record(full)
    with pytest.raises(NotAllowed):
        branch.read(timeline, full.uid)


def test_parts_of_the_record(branch: Branch, full: Customer) -> None:
    branch.act("manager")
    record = branch.record(full)
    assert (record.tier, record.tags, record.facts.product_kinds) == ("金卡", ("企业主",), 1)
    assert [step.tier for step in record.tier_history] == ["金卡"]
    assert record.fields["owner"].value.name == "林晓雯"
    assert 0 < record.completeness.score < 100


def test_reveal_of_a_row_beside_the_customer(branch: Branch, full: Customer) -> None:
    branch.act("manager")
    row = branch.record(full).documents[0]
    assert branch.write(reading.reveal, "identity_document", row.uid, "number") == SECRETS[1]
    newest = branch.newest()
    assert (newest.kind, newest.subject_uid) == ("field.revealed", full.uid)
    assert newest.detail == {"field": "number", "part": "identity_document", "row": row.uid}
    assert branch.write(reading.reveal, "customer", full.uid, "income_band") == "5"
    amount = branch.record(full).holdings[0]
    assert branch.write(reading.reveal, "holding", amount.uid, "amount_fen") == "450000.00"
    branch.act("colleague")
    with pytest.raises(NotAllowed):
        branch.write(reading.reveal, "identity_document", row.uid, "number")


def test_timeline_tells_of_the_customer_and_the_rows_beside_them(branch: Branch, full: Customer) -> None:
    branch.edit(full, occupation="教师")
    phone = branch.record(full).phones[0]
    branch.write(phones.edit_phone, phone.uid, {"number": "13900139000"}, version=phone.version)
    branch.write(phones.remove_phone, phone.uid, version=phone.version + 1)
    moments = branch.read(timeline, full.uid)
    assert [one.kind for one in moments][:3] == ["phone.removed", "phone.edited", "customer.edited"]
    assert moments[-1].kind == "customer.added"
    [changed] = moments[1].records
    assert (changed.before, changed.after) == ("138****8000", "139****9000")
    assert isinstance(moments[0].records[0].before, dict)
    assert not any(secret in repr(moments) for secret in (*SECRETS, "13900139000"))
    figure = next(one for one in moments if one.kind == "figure.added")
    assert {record.table for record in figure.records} == {"aum_figure", "customer", "tier_change"}
    branch.act("manager")
    [changed] = branch.read(timeline, full.uid)[1].records
    assert (changed.before, changed.after) == ("13800138000", "13900139000")


def test_deleted_customer_has_no_page(branch: Branch, full: Customer) -> None:
    branch.write(recycle_bin.delete_customer, full.uid, version=branch.version(full))
    with pytest.raises(UserError) as caught:
        branch.record(full)
    assert caught.value.code == "customer.unknown"
    with pytest.raises(UserError) as caught:
        branch.read(timeline, full.uid)
    assert caught.value.code == "customer.in_bin"


def test_no_secret_stands_in_the_details_of_the_trail(branch: Branch, full: Customer) -> None:
    with branch.store.read() as session:
        sets = changes.load_sets(session, changes.find_numbers(session))
    assert not any(secret in repr(one.detail) for secret in SECRETS for one in sets)
