"""One field of many customers: the preview tells what happens, all or none, one change set."""

from __future__ import annotations

import pytest

from rmdesk.models import Customer
from rmdesk.services import recycle_bin
from rmdesk.services.customers import FIELDS
from rmdesk.services.customers.bulk_editing import Former, edit_many, preview_edit
from rmdesk.services.errors import NotAllowed, UserError
from tests.support.branches import Branch


@pytest.fixture
def three(branch: Branch) -> list[Customer]:
    return [
        branch.add("甲", strategy="active", employer="甲公司"),
        branch.add("乙", strategy="passive", employer="甲公司"),
        branch.add("丙"),
    ]


def ids(people: list[Customer]) -> list[int]:
    return [one.id for one in people]


def test_preview_tells_from_what_and_the_change_does_it(branch: Branch, three: list[Customer]) -> None:
    preview = branch.read(preview_edit, ids(three), "strategy", "active")
    assert (preview.chosen, preview.changing) == (3, 2)
    assert set(preview.formers) == {Former("passive", 1), Former(None, 1)}
    assert branch.write(edit_many, ids(three), "strategy", "active") == 2
    newest = branch.newest()
    assert (newest.kind, newest.detail) == ("customer.bulk_edited", {"customers": 2, "field": "strategy"})
    assert [branch.record(one).fields["strategy"].value for one in three] == ["active"] * 3
    assert branch.undo() == 2
    values = [branch.record(one).fields["strategy"].value for one in three]
    assert values == ["active", "passive", None]
    assert branch.is_sound()


def test_same_value_is_no_change(branch: Branch, three: list[Customer]) -> None:
    head = branch.store.head()
    assert branch.read(preview_edit, ids(three[:1]), "strategy", "active").formers == ()
    assert branch.write(edit_many, ids(three[:1]), "strategy", "active") == 0
    assert branch.store.head() == head


def test_employers_stand_by_name_and_a_new_one_is_made_only_by_the_change(
    branch: Branch, three: list[Customer]
) -> None:
    preview = branch.read(preview_edit, ids(three), "employer", "乙公司")
    assert set(preview.formers) == {Former("甲公司", 2), Former(None, 1)}
    assert branch.write(edit_many, ids(three), "employer", "乙公司") == 3
    assert {branch.record(one).fields["employer"].value.name for one in three} == {"乙公司"}
    assert branch.write(edit_many, ids(three), "employer", None) == 3
    assert branch.undo() == 3
    assert {branch.record(one).fields["employer"].value.name for one in three} == {"乙公司"}


def test_assigning_in_bulk(branch: Branch, three: list[Customer]) -> None:
    manager, colleague = branch.people["manager"], branch.people["colleague"]
    branch.edit(three[0], owner_text="张经理")
    assert branch.write(edit_many, ids(three), "owner", manager.staff_uid) == 3
    assert branch.newest().kind == "customer.assigned"
    assert branch.record(three[0]).fields["owner_text"].value is None
    preview = branch.read(preview_edit, ids(three), "owner", colleague.staff_uid)
    assert preview.formers == (Former("林晓雯", 3),)
    branch.act("manager")
    assert branch.write(edit_many, ids(three), "stand_in", colleague.staff_uid) == 3
    with pytest.raises(UserError) as caught:
        branch.write(edit_many, ids(three), "stand_in", manager.staff_uid)
    assert caught.value.code == "customer.stand_in_is_owner"
    with pytest.raises(NotAllowed):
        branch.write(edit_many, ids(three), "owner", colleague.staff_uid)
    branch.act("colleague")
    with pytest.raises(NotAllowed):
        branch.write(edit_many, ids(three), "stand_in", None)


@pytest.mark.parametrize("name", [field.name for field in FIELDS if not field.bulk])
def test_what_is_entered_one_by_one(branch: Branch, name: str) -> None:
    for use_case in (preview_edit, edit_many):
        with pytest.raises(UserError) as caught:
            branch.write(use_case, [], name, "x")
        assert caught.value.code == "customer.not_in_bulk"


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("strategy", "often", "value.not_a_choice"),
        ("stage", None, "text.empty"),
        ("no_calls", "yes", "value.not_yes_or_no"),
        ("owner", "0" * 32, "row.gone"),
        ("employer", "x" * 201, "text.too_long"),
    ],
)
def test_bad_values_change_nobody(
    branch: Branch, three: list[Customer], name: str, value: object, code: str
) -> None:
    head = branch.store.head()
    for use_case in (preview_edit, edit_many):
        with pytest.raises(UserError) as caught:
            branch.write(use_case, ids(three), name, value)
        assert caught.value.code == code
    assert branch.store.head() == head


def test_all_or_none(branch: Branch, three: list[Customer]) -> None:
    branch.act("manager")
    own = branch.add("自己的")
    with pytest.raises(NotAllowed):
        branch.write(edit_many, [own.id, three[0].id], "grade", 5)
    branch.act("head")
    branch.write(recycle_bin.delete_customer, three[0].uid, version=branch.version(three[0]))
    with pytest.raises(UserError) as caught:
        branch.write(edit_many, ids(three), "grade", 5)
    assert caught.value.code == "customer.in_bin"
    assert branch.record(three[1]).fields["grade"].value is None
