"""Tiers from thresholds: who is in which, with history; the branch sets them and everybody moves."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from rmdesk.models import AumBasis, AumFigure, Customer, Tier, TierChange
from rmdesk.services import bulk, changes, customers, facts, figures, tiers
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from rmdesk.services.tiers import Ladder, Step
from tests.support.branches import Branch

WAN = 10_000_00  # fen


def tier_of(branch: Branch, customer: Customer) -> str | None:
    return branch.record(customer).tier


def history(branch: Branch, customer: Customer) -> list[tuple[Any, ...]]:
    return branch.read(tiers.history, customer.id)


def versions(branch: Branch) -> dict[str, int]:
    return {tier.uid: tier.version for tier in branch.read(tiers.list_tiers)}


def test_first_figure_brings_a_tier(branch: Branch) -> None:
    customer = branch.add()
    assert tier_of(branch, customer) is None
    branch.write(figures.add_figure, customer.uid, 60 * WAN, "2026-01-31")
    assert [tier.name for tier in branch.read(tiers.list_tiers)] == ["普通", "金卡", "白金", "钻石", "私行"]
    assert tier_of(branch, customer) == "金卡"
    assert history(branch, customer) == [(date(2026, 1, 31), "金卡", 60 * WAN)]
    assert branch.newest().kind == "figure.added"
    assert branch.is_sound()
    branch.undo()
    assert (tier_of(branch, customer), history(branch, customer)) == (None, [])
    branch.undo()
    assert tier_of(branch, customer) == "金卡"
    assert branch.is_sound()


def test_figures_move_a_customer_up_and_down(branch: Branch) -> None:
    customer = branch.add()
    branch.write(figures.add_figure, customer.uid, 60 * WAN, "2026-01-31")
    row = branch.write(figures.add_figure, customer.uid, 300 * WAN, "2026-02-28")
    branch.write(figures.add_figure, customer.uid, 1 * WAN, "2025-12-31")  # an older one, come late
    assert tier_of(branch, customer) == "白金"
    branch.write(figures.edit_figure, row.uid, {"amount_fen": -5}, version=row.version)
    assert tier_of(branch, customer) == "普通"
    branch.write(figures.remove_figure, row.uid, version=branch.version(row))
    assert tier_of(branch, customer) == "金卡"
    assert [(since, name) for since, name, _ in history(branch, customer)] == [
        (date(2026, 2, 28), "普通"),
        (date(2026, 2, 28), "白金"),
        (date(2026, 1, 31), "金卡"),
        (date(2026, 1, 31), "金卡"),
    ]


def test_basis_of_the_tier_decides_and_the_other_one_helps_out(branch: Branch) -> None:
    customer = branch.add()
    branch.write(figures.add_figure, customer.uid, 60 * WAN, "2026-01-31", AumBasis.POINT)
    assert tier_of(branch, customer) == "金卡"
    branch.write(figures.add_figure, customer.uid, 5 * WAN, "2025-12-31", AumBasis.MONTH_AVERAGE)
    assert tier_of(branch, customer) == "普通"
    steps = [
        Step(tier.name, tier.threshold_fen, AumBasis.POINT, tier.uid)
        for tier in branch.read(tiers.list_tiers)
    ]
    assert branch.write(tiers.set_tiers, steps, versions=versions(branch)) == 1
    assert tier_of(branch, customer) == "金卡"
    assert branch.exact(customer).facts.aum_fen.value == 60 * WAN


def test_thresholds_move_everybody_after_a_preview(branch: Branch) -> None:
    people = [branch.add(f"客户{number}") for number in range(4)]
    for number, customer in enumerate(people):
        branch.write(figures.add_figure, customer.uid, number * 50 * WAN, "2026-01-31")
    present = branch.read(tiers.present_steps)
    steps = [
        Step("大众", 0, uid=present[0].uid),
        Step("贵宾", 100 * WAN, uid=present[1].uid),
        Step("私行", 150 * WAN),
    ]
    moves = branch.read(tiers.preview_tiers, steps)
    assert [(one.from_, one.to, one.customers) for one in moves] == [("金卡", "大众", 1), ("金卡", "私行", 1)]
    seen = versions(branch)
    assert branch.write(tiers.set_tiers, steps, versions=seen) == sum(one.customers for one in moves)
    assert branch.newest().kind == "tiers.set"
    assert [tier_of(branch, one) for one in people] == ["大众", "大众", "贵宾", "私行"]
    assert history(branch, people[3])[0] == (date.today(), "私行", 150 * WAN)
    assert [tier.rank for tier in branch.read(tiers.list_tiers)] == [1, 2, 3]
    assert branch.is_sound()
    with pytest.raises(Conflict):
        branch.write(tiers.set_tiers, steps, versions=seen)
    with pytest.raises(UserError) as caught:
        branch.undo()
    assert caught.value.code == "changes.undo_not_possible"


def test_tiers_may_swap_their_names(branch: Branch) -> None:
    customer = branch.add()
    branch.write(figures.add_figure, customer.uid, 60 * WAN, "2026-01-31")
    low, high, *_ = branch.read(tiers.present_steps)
    steps = [Step(high.name, 0, uid=low.uid), Step(low.name, 50 * WAN, uid=high.uid)]
    assert branch.write(tiers.set_tiers, steps, versions=versions(branch)) == 0
    assert tier_of(branch, customer) == low.name


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ([], "tier.none"),
        ([Step("甲", 0), Step("甲 ", 1)], "tier.name_twice"),
        ([Step("甲", 1)], "tier.first_not_zero"),
        ([Step("甲", 0), Step("乙", 5), Step("丙", 5)], "tier.not_ascending"),
        ([Step("甲", 0), Step("乙", 2**63)], "amount.too_large"),
        ([Step("", 0)], "text.empty"),
        ([Step("甲", 0, "average")], "value.not_a_choice"),
        ([Step(str(place), place) for place in range(13)], "tier.too_many"),
        ([Step("甲", 0, uid="0" * 32)], "row.gone"),
    ],
)
def test_wrong_tiers(branch: Branch, steps: list[Step], code: str) -> None:
    before = branch.read(tiers.present_steps)
    with pytest.raises(UserError) as caught:
        branch.write(tiers.set_tiers, steps, versions=versions(branch))
    assert caught.value.code == code
    assert branch.read(tiers.present_steps) == before


def test_only_who_sets_the_rules_sets_tiers(branch: Branch) -> None:
    branch.act("manager")
    with pytest.raises(NotAllowed):
        branch.write(tiers.set_tiers, [Step("甲", 0)], versions=versions(branch))
    with pytest.raises(NotAllowed):
        branch.read(tiers.preview_tiers, [Step("甲", 0)])


@given(
    st.lists(st.integers(1, 10**9), min_size=1, max_size=6, unique=True),
    st.none() | st.integers(-(10**9), 2 * 10**9),
    st.none() | st.integers(-(10**9), 2 * 10**9),
    st.sampled_from(sorted(AumBasis)),
)
def test_highest_threshold_reached(
    thresholds: list[int], point: int | None, average: int | None, basis: AumBasis
) -> None:
    ordered = [0, *sorted(thresholds)]
    ladder = Ladder(
        tuple(Tier(name=str(one), threshold_fen=one, basis=basis.value) for one in reversed(ordered))
    )
    first, second = (point, average) if basis == AumBasis.POINT else (average, point)
    figure = first if first is not None else second
    tier = ladder.tier_of(point, average)
    if figure is None:
        assert tier is None
    else:
        assert tier is not None
        assert tier.threshold_fen == max(one for one in ordered if one <= max(figure, 0))


def test_all_at_once_is_as_one_by_one(branch: Branch) -> None:
    """After a load in bulk the same tiers and facts stand there as after single use cases."""
    single, loaded = (
        [branch.add(f"单{place}") for place in range(5)],
        [branch.add(f"批{place}") for place in range(5)],
    )
    rows = [
        {"basis": basis.value, "as_of": date(2026, month, 28), "amount_fen": (place * 7 + month) * 40 * WAN}
        for place in range(5)
        for month in (1, 2)
        for basis in AumBasis
        if (place + month) % 3
    ]
    per = len(rows) // 5
    for place in range(5):
        for row in rows[place * per : (place + 1) * per]:
            branch.write(figures.add_figure, single[place].uid, row["amount_fen"], row["as_of"], row["basis"])
    with branch.store.write() as session:
        changes.describe(session, "test.loaded")
        for place in range(5):
            mine = rows[place * per : (place + 1) * per]
            bulk.insert(session, AumFigure, [row | {"customer_id": loaded[place].id} for row in mine])
        customers.touched_all(session)
    with branch.store.read() as session:
        found = [
            [
                session.execute(
                    select(Customer.tier_id, *facts_columns()).join(facts_of()).where(Customer.id == one.id)
                ).one()
                for one in people
            ]
            for people in (single, loaded)
        ]
        assert session.scalar(select(TierChange.id).limit(1)) is not None
    assert found[0] == found[1]
    assert branch.is_sound()


def facts_of() -> Any:
    return facts.CustomerFact


def facts_columns() -> list[Any]:
    table = facts.CustomerFact.__table__
    return [column for column in table.columns if column.name != "customer_id"]
