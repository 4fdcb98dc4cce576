"""The card of a customer: what is known of them, as far as whoever prints it may see it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from rmdesk.models import Customer
from rmdesk.services import changes, documents, figures, holdings, interactions, phones, reports
from rmdesk.services.errors import UserError
from rmdesk.services.reports import saving
from tests.support.branches import Branch
from tests.support.printing import print_report, print_typed

AHEAD = date.today() + timedelta(days=20)
HOSTILE = "<img src='x'> <b>粗 A&B \U00020bb7\U0001f389"


@pytest.fixture
def customer(branch: Branch) -> Customer:
    branch.act("manager")
    made = branch.add("张晓敏", number="62210001", occupation="教师", income_band=4, notes=HOSTILE)
    branch.write(phones.add_phone, made.uid, "13912345678")
    branch.write(documents.add_document, made.uid, "11010519491231002X")
    given = {
        "kind": "time_deposit",
        "bank": "",
        "product": "三年定期",
        "amount_fen": 123_4567_89,
        "matures_on": AHEAD,
    }
    branch.write(holdings.add_holding, made.uid, given)
    for month in range(1, 6):
        branch.write(figures.add_figure, made.uid, 100_0000_00 * month, date(2026, month, 28))
    promised = {"step": "送利率表", "due_on": AHEAD}
    branch.write(
        interactions.add_interaction, made.uid, {"channel": "call", "content": "谈续存"}, follow_up=promised
    )
    return made


def test_own_customers_are_shown_but_for_what_is_masked_from_all(branch: Branch, customer: Customer) -> None:
    card = print_report(branch, "customer_card", "zh_CN", customer=customer.uid)
    for shown in (
        "张晓敏",
        "62210001",
        "13912345678",
        "三年定期",
        "1,234,567.89",
        "谈续存",
        "送利率表",
        "教师",
    ):
        assert card.has(shown), shown
    assert card.has("1101**********002X")
    assert not card.has("19491231")


def test_other_peoples_amounts_and_numbers_are_masked(branch: Branch, customer: Customer) -> None:
    branch.act("supervisor")
    card = print_report(branch, "customer_card", "en", customer=customer.uid)
    assert card.has("张晓敏")  # who opens a record knows whose it is
    assert card.has("139****5678")
    assert card.has("1,000,000–6,000,000")
    for hidden in ("13912345678", "1,234,567.89", "Assets over a year"):
        assert not card.has(hidden), hidden


def test_values_are_text_and_nothing_of_them_is_lost(branch: Branch, customer: Customer) -> None:
    card = print_report(branch, "customer_card", "zh_CN", customer=customer.uid)
    assert card.has("<img src='x'> <b>粗 A&B 〔U+20BB7〕〔U+1F389〕")


def test_a_long_name_of_whom_nothing_else_is_known(branch: Branch) -> None:
    branch.act("manager")
    made = branch.add("欧" * 60)
    card = print_report(branch, "customer_card", "zh_CN", customer=made.uid)
    assert len(card.pages) == 1
    assert card.text.count("欧") == 60
    assert card.has("没有联系记录")


def test_it_is_asked_for_by_number_and_so_many_contacts(branch: Branch, customer: Customer) -> None:
    assert print_typed(branch, "customer_card", "zh_CN", customer="62210001").has("谈续存")
    without = print_typed(branch, "customer_card", "zh_CN", customer="62210001", contacts="0")
    assert not without.has("谈续存")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({}, "report.parameter_needed"),
        ({"customer": "no such"}, "customer.unknown"),
        ({"customer": "62210001", "contacts": "many"}, "report.wrong_value"),
        ({"customer": "62210001", "contacts": "201"}, "report.wrong_value"),
        ({"customer": "62210001", "colour": "red"}, "report.unknown_parameter"),
    ],
)
def test_what_is_asked_for_wrongly_is_said(
    branch: Branch, customer: Customer, typed: dict[str, str], code: str
) -> None:
    with pytest.raises(UserError) as refused:
        branch.read(reports.prepare_typed, "customer_card", typed)
    assert refused.value.code == code


@pytest.mark.parametrize("who", ["colleague", "lobby", "teller", "administrator", "auditor"])
def test_who_may_not_see_the_customer_gets_no_card(branch: Branch, customer: Customer, who: str) -> None:
    branch.act(who)
    with pytest.raises(UserError):
        branch.read(reports.prepare_typed, "customer_card", {"customer": "62210001"})


def test_saving_is_recorded_in_the_customers_life_with_the_number_on_the_pages(
    branch: Branch, customer: Customer, tmp_path: Path
) -> None:
    target = tmp_path / "card.pdf"
    done = saving.save_report(branch.store, "customer_card", {"customer": "62210001"}, target, "zh_CN")
    newest = branch.newest()
    assert newest.kind == "data.printed"
    assert newest.detail == {"report": "customer_card", "rows": 1, "pages": done.pages, "number": done.number}
    lived = branch.read(changes.timeline, customer.uid, 10)
    assert "data.printed" in [one.kind for one in lived]
