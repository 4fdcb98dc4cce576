"""Relationship grades: proposed, confirmed many at once, undone; who changes tier, and what follows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rmdesk import grade_labels
from rmdesk.models import ContactKind, Customer
from rmdesk.services import figures, grades, interactions, relations, settings, tier_moves
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.grades import Proposal
from rmdesk.services.settings import GRADE_STEPS, GRADE_WEIGHTS
from rmdesk.services.tier_moves import TierMove
from tests.support.branches import Branch

TODAY = date.today()
WAN = 10_000_00


def proposed(branch: Branch) -> dict[int, Proposal]:
    return {one.customer_id: one for one in branch.read(grades.propose, TODAY)}


def moves(branch: Branch) -> list[TierMove]:
    return branch.read(tier_moves.load_moves, TODAY)


def worth(
    branch: Branch, customer: Customer, wan: int, on: date = TODAY, basis: str = "month_average"
) -> None:
    branch.write(figures.add_figure, customer.uid, wan * WAN, on, basis=basis)


def met(branch: Branch, customer: Customer, days_ago: int, **given: object) -> None:
    fields = {"held_on": TODAY - timedelta(days=days_ago), "channel": "call", "purpose": "问候"} | given
    branch.write(interactions.add_interaction, customer.uid, fields)


def test_scores_are_even_steps() -> None:
    steps = (1, 4, 8, 12)
    assert [grades.score(one, steps) for one in (0, 1, 3, 4, 8, 12, 99)] == [1, 2, 2, 3, 4, 5, 5]
    assert [grades.score_of_rank(one, 5) for one in (None, 1, 2, 3, 4, 5)] == [1, 1, 2, 3, 4, 5]
    assert [grades.score_of_rank(one, 2) for one in (1, 2)] == [1, 5]
    assert grades.score_of_rank(1, 1) == 1
    even = {"frequency": 50, "amount": 50, "influence": 0}
    assert grades.weighed({"frequency": 2, "amount": 3, "influence": 5}, even) == 3  # a half counts up


def test_stars_are_proposed_from_dealings_assets_and_influence(branch: Branch) -> None:
    branch.act("manager")
    rich, friend = branch.add("陈静怡"), branch.add("王磊")
    worth(branch, rich, 2000)
    for days in range(12):
        met(branch, rich, days)
    met(branch, rich, 400)  # too long ago
    met(branch, rich, 1, result="no_answer")  # nobody was reached
    branch.write(relations.add_relation, friend.uid, "introducer", other_uid=rich.uid)
    branch.write(relations.add_relation, rich.uid, "spouse", name="李强")
    found = proposed(branch)
    one = found[rich.id]
    assert (one.former, one.frequency, one.amount, one.influence) == (None, 5, 5, 3)
    assert (one.contacts, one.referrals, one.relations, one.tier) == (12, 1, 1, "私行")
    assert one.grade == 5  # (5 × 30 + 5 × 50 + 3 × 20) / 100, rounded
    assert found[friend.id].grade == 1
    assert "contacts: 12" in grade_labels.why(one)
    assert list(found) == [rich.id, friend.id]  # the furthest first


def test_confirming_is_one_change_that_undo_takes_back_and_spares_what_changed_meanwhile(
    branch: Branch,
) -> None:
    branch.act("manager")
    first, second, third = branch.add("陈静怡", grade=5), branch.add("王磊"), branch.add("张敏", grade=3)
    wanted = {one.customer_id: (one.former, one.grade) for one in proposed(branch).values()}
    assert wanted == {first.id: (5, 1), second.id: (None, 1), third.id: (3, 1)}
    branch.edit(third, grade=4)
    assert branch.write(grades.confirm, wanted) == 2
    assert [branch.record(one).fields["grade"].value for one in (first, second, third)] == [1, 1, 4]
    assert (branch.newest().kind, branch.newest().detail) == ("customer.graded", {"customers": 2})
    assert set(proposed(branch)) == {third.id}
    branch.undo()
    assert [branch.record(one).fields["grade"].value for one in (first, second, third)] == [5, None, 4]
    assert branch.is_sound()


def test_nobody_confirms_stars_of_customers_they_may_not_see(branch: Branch) -> None:
    branch.act("manager")
    one = branch.add("陈静怡")
    branch.act("colleague")
    assert proposed(branch) == {}
    with pytest.raises(NotAllowed):
        branch.write(grades.confirm, {one.id: (None, 1)})
    branch.act("manager")
    with pytest.raises(UserError, match=r"value\.out_of_range"):
        branch.write(grades.confirm, {one.id: (None, 6)})
    branch.act("teller")
    with pytest.raises(NotAllowed):
        branch.read(grades.propose, TODAY)


def test_the_branch_weighs_and_weights_are_a_whole(branch: Branch) -> None:
    branch.act("manager")
    rich = branch.add("陈静怡")
    worth(branch, rich, 2000)
    assert proposed(branch)[rich.id].grade == 3
    with pytest.raises(NotAllowed):
        branch.write(settings.set, GRADE_WEIGHTS, {"frequency": 0, "amount": 100, "influence": 0}, version=0)
    branch.act("head")
    for wrong, code in (
        ({"frequency": 50, "amount": 50, "influence": 20}, "settings.weights_not_whole"),
        ({"frequency": -20, "amount": 100, "influence": 20}, "value.out_of_range"),
        ({"frequency": "viel", "amount": 100, "influence": 0}, "value.out_of_range"),
        ({"amount": 100}, "value.not_a_choice"),
    ):
        with pytest.raises(UserError) as caught:
            branch.write(settings.set, GRADE_WEIGHTS, wrong, version=0)
        assert caught.value.code == code
    branch.write(settings.set, GRADE_WEIGHTS, {"frequency": 0, "amount": 100, "influence": 0}, version=0)
    assert proposed(branch)[rich.id].grade == 5


def test_the_branch_sets_the_steps_and_is_told_what_they_would_change(branch: Branch) -> None:
    branch.act("manager")
    often, seldom = branch.add("陈静怡"), branch.add("王磊")
    for days in range(4):
        met(branch, often, days)
    met(branch, seldom, 1)
    weights = {"frequency": 100, "amount": 0, "influence": 0}
    with pytest.raises(NotAllowed):
        branch.read(grades.preview, TODAY, branch.read(grades.in_force))
    branch.act("head")
    branch.write(settings.set, GRADE_WEIGHTS, weights, version=0)
    assert branch.read(grades.preview, TODAY, branch.read(grades.in_force)) == []
    steps = {"frequency": [1, 2, 3, 4], "influence": [1, 2, 4, 6]}
    assert branch.read(grades.preview, TODAY, grades.Rules(weights, steps)) == [grades.Move(3, 5, 1)]
    assert proposed(branch)[often.id].grade == 3  # nothing was kept
    for wrong, code in (
        ({"frequency": [1, 4, 4, 8]}, "settings.steps_not_rising"),
        ({"frequency": [4, 3, 8, 9]}, "settings.steps_not_rising"),
        ({"frequency": [0, 1, 2, 3]}, "value.out_of_range"),
        ({"frequency": [1, 2, 3, 1000]}, "value.out_of_range"),
        ({"frequency": [1, 2, 3]}, "value.not_a_choice"),
        ({"frequency": "viele"}, "value.not_a_choice"),
    ):
        with pytest.raises(UserError) as caught:
            branch.write(settings.set, GRADE_STEPS, steps | wrong, version=0)
        assert caught.value.code == code
    branch.write(settings.set, GRADE_STEPS, steps, version=0)
    assert (proposed(branch)[often.id].grade, proposed(branch)[seldom.id].grade) == (5, 2)


def test_who_moved_and_who_is_about_to_are_told_with_their_contacts(branch: Branch) -> None:
    branch.act("manager")
    fell, safe = branch.add("陈静怡", strategy="active"), branch.add("王磊")
    worth(branch, fell, 600, TODAY - timedelta(days=40))
    worth(branch, safe, 60, TODAY - timedelta(days=3))
    assert moves(branch) == []  # a first tier is no move
    worth(branch, fell, 300, TODAY - timedelta(days=10))
    worth(branch, safe, 10, TODAY, basis="point")
    coming, moved = moves(branch)
    assert (coming.customer_id, coming.from_, coming.to, coming.is_coming) == (safe.id, "金卡", "普通", True)
    assert (moved.customer_id, moved.from_, moved.to, moved.is_up) == (fell.id, "钻石", "白金", False)
    assert (moved.on, moved.amount_fen) == (TODAY - timedelta(days=10), 300 * WAN)
    assert (ContactKind.CALL, 45, 60) in moved.cadence
    assert "every 60 days instead of 45" in grade_labels.consequence(moved)
    assert "no more calls" in grade_labels.consequence(coming)
    # What is coming does come once the average says so, and is then told as done.
    worth(branch, safe, 10, TODAY)
    assert [(one.customer_id, one.is_coming) for one in moves(branch)] == [(safe.id, False), (fell.id, False)]
    branch.act("colleague")
    assert moves(branch) == []
