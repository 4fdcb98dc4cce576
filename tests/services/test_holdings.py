"""Holdings, figures and days beside a customer: what they may hold, and what tells them apart."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from rmdesk.models.money import MOST_FEN
from rmdesk.services import dates, figures, holdings
from rmdesk.services.days import Day
from rmdesk.services.errors import Conflict, UserError
from tests.support.branches import Branch

DEPOSIT: dict[str, Any] = {"kind": "time_deposit", "product": "整存整取一年", "amount_fen": 450_000_00}
TOMORROW = date.today() + timedelta(days=1)


def test_added_changed_closed_and_removed(branch: Branch) -> None:
    customer = branch.add()
    full = DEPOSIT | {
        "bank": "他行",
        "account": "6222 0212 3456 1234",
        "currency": "cny",
        "rate": 15500,
        "starts_on": date(2026, 1, 5),
        "matures_on": "2027-01-05",
        "premium_due_on": None,
        "count": 2,
        "source": "客户口述",
    }
    row = branch.write(holdings.add_holding, customer.uid, full)
    assert (row.account, row.currency, row.matures_on) == ("6222021234561234", "CNY", date(2027, 1, 5))
    branch.write(holdings.edit_holding, row.uid, {"amount_fen": 1, "bank": ""}, version=row.version)
    branch.write(holdings.edit_holding, row.uid, {"closed_on": "2026-02-01"}, version=branch.version(row))
    [kept] = branch.exact(customer).holdings
    assert (kept.amount_fen.value, kept.bank, kept.closed_on) == (1, "", date(2026, 2, 1))
    branch.write(holdings.remove_holding, row.uid, version=kept.version)
    assert branch.exact(customer).holdings == ()
    assert branch.is_sound()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"amount_fen": 2**63}, "amount.too_large"),
        ({"amount_fen": -(2**63)}, "amount.too_large"),
        ({"amount_fen": MOST_FEN, "count": 2}, "amount.too_large"),
        ({"amount_fen": 1.5}, "amount.not_an_amount"),
        ({"amount_fen": None}, "amount.not_an_amount"),
        ({"kind": "shares"}, "value.not_a_choice"),
        ({"count": 0}, "value.out_of_range"),
        ({"count": 2**63}, "value.out_of_range"),
        ({"rate": 10**9}, "value.out_of_range"),
        ({"currency": "RMBX"}, "value.wrong_form"),
        ({"account": "=1+1"}, "value.wrong_form"),
        ({"starts_on": "2026-05-01", "matures_on": "2026-04-30"}, "holding.matures_before_start"),
        ({"matures_on": "2026-02-30"}, "date.not_a_date"),
        ({"closed_on": TOMORROW}, "date.in_future"),
        ({"product": "x" * 201}, "text.too_long"),
    ],
)
def test_wrong_holdings(branch: Branch, more: dict[str, Any], code: str) -> None:
    customer = branch.add()
    head = branch.store.head()
    with pytest.raises(UserError) as caught:
        branch.write(holdings.add_holding, customer.uid, DEPOSIT | more)
    assert caught.value.code == code
    assert branch.store.head() == head


def test_kind_and_amount_are_needed(branch: Branch) -> None:
    with pytest.raises(UserError) as caught:
        branch.write(holdings.add_holding, branch.add().uid, {"kind": "fund"})
    assert (caught.value.code, caught.value.params) == ("text.empty", {"what": "holding.amount_fen"})


def test_same_holding_twice(branch: Branch) -> None:
    customer = branch.add()
    contract = DEPOSIT | {"account": "6222021234561234"}
    row = branch.write(holdings.add_holding, customer.uid, contract)
    plain = branch.write(holdings.add_holding, customer.uid, DEPOSIT)
    for again in (contract | {"amount_fen": 5, "product": "别的"}, DEPOSIT | {"amount_fen": 5}):
        with pytest.raises(UserError) as caught:
            branch.write(holdings.add_holding, customer.uid, again)
        assert caught.value.code == "holding.there_already"
    with pytest.raises(UserError):
        branch.write(holdings.edit_holding, plain.uid, {"account": row.account}, version=plain.version)
    branch.write(holdings.edit_holding, row.uid, {"closed_on": "2026-02-01"}, version=row.version)
    branch.write(holdings.add_holding, customer.uid, contract)  # the old one has ended
    assert len(branch.exact(customer).holdings) == 3


def test_open_holdings_come_first_by_maturity(branch: Branch) -> None:
    customer = branch.add()
    for product, more in (
        ("无期", {}),
        ("晚", {"matures_on": "2027-06-01"}),
        ("早", {"matures_on": "2026-06-01"}),
        ("完", {"matures_on": "2025-06-01", "closed_on": "2025-06-01"}),
    ):
        branch.write(holdings.add_holding, customer.uid, DEPOSIT | {"product": product} | more)
    assert [one.product for one in branch.record(customer).holdings] == ["早", "晚", "无期", "完"]


def test_figures_of_twelve_months(branch: Branch) -> None:
    customer = branch.add()
    for month in range(1, 13):
        branch.write(figures.add_figure, customer.uid, month * 100, date(2025, month, 28))
    branch.write(figures.add_figure, customer.uid, 7, date(2024, 11, 30), "point")
    branch.write(figures.add_figure, customer.uid, 8, date(2025, 12, 28), "point", source="核心系统")
    found = branch.exact(customer).figures
    assert [one.amount_fen.value for one in found] == [*(month * 100 for month in range(1, 13)), 8]


@pytest.mark.parametrize(
    ("amount", "as_of", "basis", "code"),
    [
        (2**63, "2026-01-31", "point", "amount.too_large"),
        (1, TOMORROW, "point", "date.in_future"),
        (1, "2026-01-31", "average", "value.not_a_choice"),
        (1, "2026-13-31", "point", "date.not_a_date"),
        (1, None, "point", "date.not_a_date"),
    ],
)
def test_wrong_figures(branch: Branch, amount: int, as_of: Any, basis: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        branch.write(figures.add_figure, branch.add().uid, amount, as_of, basis)
    assert caught.value.code == code


def test_one_figure_for_a_day_and_basis(branch: Branch) -> None:
    customer = branch.add()
    row = branch.write(figures.add_figure, customer.uid, 1, "2026-01-31")
    other = branch.write(figures.add_figure, customer.uid, 1, "2026-02-28")
    branch.write(figures.add_figure, customer.uid, 1, "2026-01-31", "point")
    with pytest.raises(UserError) as caught:
        branch.write(figures.add_figure, customer.uid, 2, "2026-01-31")
    assert caught.value.code == "figure.there_already"
    with pytest.raises(UserError):
        branch.write(figures.edit_figure, other.uid, {"as_of": "2026-01-31"}, version=other.version)
    branch.write(figures.edit_figure, row.uid, {"amount_fen": 5}, version=row.version)
    with pytest.raises(Conflict):
        branch.write(figures.remove_figure, row.uid, version=row.version)
    branch.write(figures.remove_figure, row.uid, version=branch.version(row))
    assert [one.amount_fen.value for one in branch.exact(customer).figures] == [1, 1]


def test_important_days(branch: Branch) -> None:
    customer = branch.add()
    wedding = {"kind": "wedding", "day": Day(5, 20, 1990)}
    birthday = {
        "kind": "family_birthday",
        "day": Day(2, 30, is_lunar=True, is_leap_month=True),
        "whose": "女儿",
    }
    row = branch.write(dates.add_date, customer.uid, wedding)
    branch.write(dates.add_date, customer.uid, birthday)
    branch.write(dates.edit_date, row.uid, {"day": Day(5, 21), "yearly": False}, version=row.version)
    assert [(one.kind, one.day, one.yearly, one.whose) for one in branch.record(customer).dates] == [
        ("wedding", Day(5, 21), False, None),
        ("family_birthday", birthday["day"], True, "女儿"),
    ]
    branch.write(dates.remove_date, row.uid, version=branch.version(row))
    assert len(branch.record(customer).dates) == 1


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"kind": "wedding"}, "text.empty"),
        ({"day": Day(1, 1)}, "text.empty"),
        ({"kind": "wedding", "day": Day(4, 31)}, "date.not_a_date"),
        ({"kind": "wedding", "day": Day(1, 31, is_lunar=True)}, "date.not_a_date"),
        ({"kind": "party", "day": Day(1, 1)}, "value.not_a_choice"),
        ({"kind": "exam", "day": Day(6, 7), "whose": "\u202e"}, "text.not_text"),
        ({"kind": "family_birthday", "day": Day(6, 7, 2090)}, "date.in_future"),
    ],
)
def test_wrong_days(branch: Branch, wrong: dict[str, object], code: str) -> None:
    with pytest.raises(UserError) as caught:
        branch.write(dates.add_date, branch.add().uid, wrong)
    assert caught.value.code == code


def test_a_wedding_ahead_does_not_become_a_birthday(branch: Branch) -> None:
    row = branch.write(dates.add_date, branch.add().uid, {"kind": "wedding", "day": Day(6, 7, 2090)})
    with pytest.raises(UserError) as caught:
        branch.write(dates.edit_date, row.uid, {"kind": "family_birthday"}, version=row.version)
    assert caught.value.code == "date.in_future"
