"""What is older than the branch keeps it is told, and goes when two people agreed; the trail stays sound."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from rmdesk.models import ChangeSet, Customer, Interaction
from rmdesk.services import interactions, recycle_bin, retention, settings
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.recycle_bin import Consent
from rmdesk.services.retention import Due
from tests.support.branches import Branch

TODAY = date.today()
LATER = retention.years_before(TODAY, -11)  # eleven years on


@pytest.fixture
def people(branch: Branch) -> dict[str, Customer]:
    """One who is lost, one deleted, one who stays; a contact with each of the latter two."""
    branch.act("manager")
    made = {name: branch.add(name) for name in ("走了的", "删除的", "留下的")}
    branch.edit(made["走了的"], stage="lost")
    for name in ("删除的", "留下的"):
        fields = {"held_on": TODAY, "channel": "call", "content": "聊了聊", "purpose": "care"}
        branch.write(
            interactions.add_interaction,
            made[name].uid,
            fields,
            follow_up={"due_on": TODAY + timedelta(days=3), "step": "再联系"},
        )
    branch.write(recycle_bin.delete_customer, made["删除的"].uid, version=branch.version(made["删除的"]))
    branch.act("head")
    return made


def consent(branch: Branch) -> Consent:
    return Consent(branch.people["administrator"].staff_uid)


def due(branch: Branch, today: date = LATER) -> dict[str, Due]:
    return {one.kind: one for one in branch.read(retention.find_due, today)}


def names(branch: Branch) -> set[str]:
    return set(branch.read(lambda session: session.scalars(select(Customer.name)).all()))


def test_nothing_is_due_before_its_years_are_over(branch: Branch, people: dict[str, Customer]) -> None:
    assert {one.count for one in due(branch, TODAY).values()} == {0}
    found = due(branch)
    assert {kind: one.count for kind, one in found.items() if kind != "audit"} == {
        "attachments": 0,
        "interactions": 2,
        "customers": 2,
        "refusals": 0,
    }
    assert found["audit"].count == branch.newest().number
    assert found["customers"].years == 10
    listed = branch.read(retention.list_customers, found["customers"].before)
    assert [(one.name, one.is_deleted) for one in listed] == [("走*", False), ("删*", True)]


def test_what_is_due_goes_when_two_agree(branch: Branch, people: dict[str, Customer]) -> None:
    found = due(branch)
    with pytest.raises(UserError, match=r"bin\.second_person"):
        branch.write(retention.expire, found.values())
    counts = branch.write(retention.expire, found.values(), consent(branch))
    assert counts == {"interactions": 2, "customers": 2}
    assert names(branch) == {"留下的"}
    assert branch.read(lambda session: session.scalar(select(func.count()).select_from(Interaction))) == 0
    newest = branch.read(
        lambda session: session.scalars(select(ChangeSet.kind).order_by(ChangeSet.number)).all()
    )
    assert newest[-2:] == ["retention.expired", "changes.erased"]
    assert branch.is_sound()
    gone = branch.write(retention.expire_audit, due(branch)["audit"], consent(branch))
    assert gone is not None
    assert gone.sets == found["audit"].count + 2
    assert branch.is_sound()
    assert not branch.read(lambda session: retention.find_due(session, LATER))[0].count


def test_nobody_else_may(branch: Branch, people: dict[str, Customer]) -> None:
    found = due(branch)
    for who in ("supervisor", "manager", "auditor"):
        branch.act(who)
        with pytest.raises(NotAllowed):
            due(branch)
        with pytest.raises(NotAllowed):
            branch.write(retention.expire, found.values(), consent(branch))


def test_what_was_not_shown_does_not_go(branch: Branch, people: dict[str, Customer]) -> None:
    found = due(branch)
    branch.act("manager")
    branch.edit(people["走了的"], stage="core")
    branch.act("head")
    with pytest.raises(UserError, match=r"retention\.not_as_seen"):
        branch.write(retention.expire, found.values(), consent(branch))
    assert len(names(branch)) == 3


def test_the_branch_sets_the_years(branch: Branch) -> None:
    years = {"customers": 5, "interactions": 3, "attachments": 3, "refusals": 8, "audit": 6}
    branch.write(settings.set, settings.RETENTION, years, version=0)
    assert {one.kind: one.years for one in due(branch).values()} == years
    with pytest.raises(UserError, match=r"value\.out_of_range"):
        branch.write(settings.set, settings.RETENTION, years | {"audit": 0}, version=1)
    with pytest.raises(UserError, match=r"settings\.refusals_shorter"):
        branch.write(settings.set, settings.RETENTION, years | {"refusals": 4}, version=1)
    branch.act("supervisor")
    with pytest.raises(NotAllowed):
        branch.write(settings.set, settings.RETENTION, years, version=1)


def test_a_leap_day_has_its_day_in_other_years() -> None:
    assert retention.years_before(date(2028, 2, 29), 10) == date(2018, 2, 28)
