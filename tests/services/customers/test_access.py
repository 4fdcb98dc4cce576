"""Who sees and changes which customers, by the table of roles."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from rmdesk.models import Customer
from rmdesk.services import phones
from rmdesk.services.customers import access
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Limit
from tests.support.branches import Branch


@pytest.fixture
def people(branch: Branch) -> dict[str, Customer]:
    """Customers of the manager, of the colleague whom the manager covers for or not, of nobody."""
    manager, colleague = branch.people["manager"].staff_uid, branch.people["colleague"].staff_uid
    return {
        "own": branch.add("甲", number="1", owner=manager),
        "covered": branch.add("乙", number="2", owner=colleague, stand_in=manager),
        "other": branch.add("丙", number="3", owner=colleague),
        "nobody's": branch.add("丁", number="4"),
    }


def seen(branch: Branch, who: str, *accepting: Limit) -> set[str]:
    branch.act(who)
    with branch.store.read() as session:
        return set(session.scalars(select(Customer.name).where(access.visible(session, *accepting))))


@pytest.mark.parametrize(
    ("who", "names"),
    [("manager", "甲乙"), ("colleague", "乙丙"), ("supervisor", "甲乙丙丁"), ("head", "甲乙丙丁")],
)
def test_who_sees_whom(branch: Branch, people: dict[str, Customer], who: str, names: str) -> None:
    assert seen(branch, who) == set(names)


@pytest.mark.parametrize("who", ["lobby", "teller", "administrator", "auditor"])
def test_who_sees_nobody(branch: Branch, people: dict[str, Customer], who: str) -> None:
    branch.act(who)
    with pytest.raises(NotAllowed), branch.store.read() as session:
        access.visible(session)
    for customer in people.values():
        with pytest.raises(NotAllowed):
            branch.edit(customer, occupation="教师")
        with pytest.raises(NotAllowed):
            branch.write(phones.add_phone, customer.uid, "13800138000")


def test_lobby_sees_all_within_the_card(branch: Branch, people: dict[str, Customer]) -> None:
    assert seen(branch, "lobby", Limit.CARD) == set("甲乙丙丁")


def test_manager_edits_own_and_covered(branch: Branch, people: dict[str, Customer]) -> None:
    branch.act("manager")
    for name in ("own", "covered"):
        branch.edit(people[name], occupation="教师")
    for name in ("other", "nobody's"):
        with pytest.raises(NotAllowed):
            branch.edit(people[name], occupation="教师")


def test_nobody_learns_of_a_customer_by_trying_numbers(branch: Branch, people: dict[str, Customer]) -> None:
    branch.act("manager")
    assert branch.read(access.find, " 2 ").name == "乙"
    assert branch.read(access.find, people["own"].uid).name == "甲"
    for wanted in ("3", people["other"].uid, "999", ""):
        with pytest.raises(UserError) as caught:
            branch.read(access.find, wanted)
        assert caught.value.code == "customer.unknown"


def test_several_are_checked_at_once(branch: Branch, people: dict[str, Customer]) -> None:
    branch.act("manager")
    own, covered, other = people["own"].id, people["covered"].id, people["other"].id
    assert branch.read(access.check_all_visible, [own, covered, own]) == [own, covered]
    with pytest.raises(NotAllowed):
        branch.read(access.check_all_visible, [own, other])
    with pytest.raises(UserError) as caught:
        branch.read(access.check_all_visible, [own, 999])
    assert caught.value.code == "row.gone"
    assert branch.read(access.check_all_visible, []) == []
