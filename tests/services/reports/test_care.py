"""The care calendar on paper: a month, a list of days, what matures; masked by role, in both languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from rmdesk.models import Customer
from rmdesk.services import care, commitments, holdings
from rmdesk.services.care import Asked
from rmdesk.services.days import Day
from tests.services.care.test_rules import TODAY, add
from tests.support.branches import Branch
from tests.support.printing import print_report

MONTH = Asked(TODAY.replace(month=8, day=31), TODAY.replace(month=10, day=4), TODAY)
AHEAD = {"first": TODAY, "last": TODAY + timedelta(days=care.AHEAD - 1)}


@pytest.fixture
def filled(branch: Branch) -> Branch:
    branch.act("manager")
    one = add(branch, "陈静怡", birthday=Day(9, 10, 1966))
    for bank, amount in (("", 50_0000_00), ("农商银行", 30_0000_00)):
        given = {
            "kind": "time_deposit",
            "bank": bank,
            "product": "定期 <b>&",
            "amount_fen": amount,
            "matures_on": TODAY + timedelta(days=5),
        }
        branch.write(holdings.add_holding, one.uid, given)
    return branch


def test_a_month_is_one_page_on_its_side(filled: Branch) -> None:
    made = print_report(filled, "care_month", "zh_CN", asked=MONTH, month=TODAY)
    assert len(made.pages) == 1
    assert made.sizes[0][0] > made.sizes[0][1]
    assert "2026年9月" in made.text
    assert "教师节" in made.text
    assert "陈静怡" in made.text


def test_days_one_by_one(filled: Branch) -> None:
    made = print_report(filled, "care_list", "en", first=TODAY, last=TODAY + timedelta(days=6))
    assert made.sizes[0][0] < made.sizes[0][1]
    assert "2026-09-10 Thu" in made.text
    assert "Birthday, 60 years" in made.text


def test_the_present_day_is_printed_as_it_is_shown_with_what_is_late(filled: Branch) -> None:
    today = date.today()
    given = {"promise": "寄资料", "due_on": today - timedelta(days=30), "promised_on": TODAY}
    with filled.store.read() as session:
        uid = session.scalar(select(Customer.uid))
    filled.write(commitments.add_commitment, uid, given)
    made = print_report(filled, "care_list", "en", first=today, last=today)
    assert "寄资料" in made.text
    assert "30 d late" in made.text


def test_maturities_by_amount_are_bands_for_the_branch_head(filled: Branch) -> None:
    made = print_report(filled, "maturity_list", "en", **AHEAD)
    assert "500,000.00" in made.text
    assert "300,000.00" in made.text
    assert "定期 <b>&" in made.text
    filled.act("head")
    made = print_report(filled, "maturity_list", "en", **AHEAD)
    assert "500,000.00" not in made.text
    assert "陈静怡" not in made.text
    assert "not told" in made.text


def test_days_on_which_nothing_matures_say_so(branch: Branch) -> None:
    branch.act("manager")
    assert "这些日子没有维护事项" in print_report(branch, "maturity_list", "zh_CN", **AHEAD).text
