"""Conditions as they are typed: TRAIT=VALUE."""

from __future__ import annotations

import pytest

from rmdesk.services.archive import Condition, find_customers, typed
from rmdesk.services.errors import UserError
from tests.support.branches import PEOPLE, Branch


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("employer=海天", "海天"),
        ("employer=", None),
        ("stage=core,lost", ("core", "lost")),
        ("grade=1，5", (1, 5)),
        ("birthday=9", (9,)),
        ("no_calls=YES", True),
        ("no_calls=否", False),
        ("tag=老客户,高净值", ("老客户", "高净值")),
        ("aum=50万..1.2亿", (50_000_000, 12_000_000_000)),
        ("aum_change=..-5000", (None, -500_000)),
        ("completeness=80..", (80, None)),
        ("product_kinds=3", (3, 3)),
        ("next_maturity=2026-03-01..2026-03-31", ("2026-03-01", "2026-03-31")),
    ],
)
def test_what_is_typed_is_a_condition(branch: Branch, given: str, value: object):
    condition = branch.read(typed.read, given)
    assert condition == Condition(given.partition("=")[0], value)
    assert list(branch.read(find_customers, conditions=[condition])) == []


def test_tiers_and_people_go_by_name(branch: Branch):
    mine = branch.add(owner=branch.people["manager"].staff_uid)
    by_name = branch.read(typed.read, f"owner={PEOPLE['manager'][0]}")
    assert list(branch.read(find_customers, conditions=[by_name])) == [mine.id]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("soul=1", "archive.unknown_trait"),
        ("tier=青铜", "archive.wrong_value"),
        ("strategy=often", "archive.wrong_value"),
        ("no_calls=maybe", "archive.wrong_value"),
        ("grade=x", "archive.wrong_value"),
        ("birthday=x", "archive.wrong_value"),
        ("product_kinds=..x", "archive.wrong_value"),
        ("aum=viel", "amount.not_an_amount"),
    ],
)
def test_what_cannot_be_is_refused(branch: Branch, given: str, code: str):
    with pytest.raises(UserError) as caught:
        branch.read(typed.read, given)
    assert caught.value.code == code
