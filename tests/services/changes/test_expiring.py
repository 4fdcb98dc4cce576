"""The beginning of the audit trail goes; what is left is proved as before, by the set that says so."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from rmdesk.models import ChangeRecord, ChangeSet, Customer
from rmdesk.services import changes, recycle_bin, tags
from rmdesk.services.changes import expiring
from rmdesk.services.recycle_bin import Consent
from rmdesk.services.store.connection import Connector
from tests.support.branches import Branch
from tests.support.stores import KEYS, problems


@pytest.fixture
def people(branch: Branch) -> list[Customer]:
    """Three customers, edited since; a tag that came and went."""
    branch.act("manager")
    made = [branch.add(name) for name in ("张晓敏", "李建华", "王芳")]
    for one in made:
        branch.edit(one, notes="一")
    branch.write(tags.add_tag, made[0].uid, "来过")
    branch.write(tags.remove_tag, made[0].uid, "来过")
    return made


def newest_at(branch: Branch) -> datetime:
    return branch.newest().at


def expire(branch: Branch, before: datetime | None = None) -> expiring.Expired:
    """Let everything go that is older; by default all there is."""
    with branch.store.write() as session:
        until = changes.find_boundary(session, before or datetime.now(UTC) + timedelta(days=1))
        assert until is not None
        return expiring.expire(session, until)


def count(branch: Branch, model: type[ChangeSet] | type[ChangeRecord]) -> int:
    return branch.read(lambda session: session.scalar(select(func.count()).select_from(model)) or 0)


def test_what_is_left_is_sound_and_work_goes_on(branch: Branch, people: list[Customer]) -> None:
    gone = expire(branch)
    assert gone.sets > 5
    assert count(branch, ChangeSet) == 1
    assert problems(branch.store) == []
    branch.edit(people[0], notes="二")
    branch.undo()
    branch.add("新来的人")
    assert branch.is_sound()
    told = branch.newest()
    assert told.number > gone.until + 1


def test_only_what_is_older_goes(branch: Branch, people: list[Customer]) -> None:
    middle = newest_at(branch)
    for one in people:
        branch.edit(one, notes="三")
    branch.write(recycle_bin.delete_customer, people[1].uid, version=branch.version(people[1]))
    newer = branch.newest().number
    gone = expire(branch, middle)
    assert gone.until < newer
    assert problems(branch.store) == []
    # The timeline tells what is left, and nothing of the sealing.
    moments = branch.read(changes.timeline, people[0].uid)
    assert [one.kind for one in moments if one.records] == ["customer.edited"]


def test_a_row_that_was_removed_since_needs_no_beginning(branch: Branch, people: list[Customer]) -> None:
    branch.write(tags.add_tag, people[0].uid, "老客户")
    middle = newest_at(branch) + timedelta(microseconds=1)
    branch.write(tags.remove_tag, people[0].uid, "老客户")
    expire(branch, middle)
    assert problems(branch.store) == []


def test_what_was_taken_back_later_stays_with_what_follows(branch: Branch, people: list[Customer]) -> None:
    edited = branch.edit(people[0], notes="会撤销")
    number = branch.newest().number
    middle = newest_at(branch) + timedelta(microseconds=1)
    branch.undo()
    gone = expire(branch, middle)
    assert gone.until == number - 1
    assert problems(branch.store) == []
    assert edited is not None


def test_it_goes_again_and_again(branch: Branch, people: list[Customer]) -> None:
    expire(branch)
    branch.edit(people[2], notes="二")
    branch.edit(people[2], notes="三")
    again = expire(branch)
    assert again.until > 1
    assert count(branch, ChangeSet) == 1
    assert problems(branch.store) == []


def test_erasures_and_expiries_go_together(branch: Branch, people: list[Customer]) -> None:
    """Records that were erased go, by a set that stays; sealed rows are erased in their turn."""
    agreed = Consent(branch.people["administrator"].staff_uid)
    middle = newest_at(branch) + timedelta(microseconds=1)
    branch.act("head")

    def purge(person: Customer) -> None:
        branch.write(recycle_bin.delete_customer, person.uid, version=branch.version(person))
        branch.write(recycle_bin.purge_customers, [person.uid], agreed)

    purge(people[0])
    expire(branch, middle)
    assert problems(branch.store) == []
    purge(people[1])
    assert problems(branch.store) == []
    expire(branch)
    assert problems(branch.store) == []


def test_an_altered_row_and_a_cut_trail_are_found_behind_it(branch: Branch, people: list[Customer]) -> None:
    middle = newest_at(branch)
    branch.edit(people[0], notes="二")
    expire(branch, middle)
    until = branch.newest().number
    tampered(branch, "UPDATE customer SET notes = '改过' WHERE id = 2")
    assert {one.code for one in problems(branch.store)} == {"changes.row_altered"}
    tampered(branch, "UPDATE customer SET notes = '一' WHERE id = 2")
    assert problems(branch.store) == []
    # Claiming that more expired than did needs the key.
    first = branch.read(lambda session: session.scalar(select(func.min(ChangeSet.number))))
    tampered(branch, f"DELETE FROM change_record WHERE set_number = {first}")
    tampered(branch, f"DELETE FROM change_set WHERE number = {first}")
    assert "changes.set_missing" in {one.code for one in problems(branch.store)}
    forged = "replace(detail, '\"until\":', '\"until\":1')"
    tampered(branch, f"UPDATE change_set SET detail = {forged} WHERE number = {until}")
    assert not branch.is_sound()


def tampered(branch: Branch, statement: str) -> None:
    """As somebody would who has the database key and not the audit key."""
    connector = Connector(branch.store.path, KEYS.database)
    with contextlib.closing(connector.open(foreign_keys=False)) as connection:
        connection.execute(statement)
