"""Relations: one row, two directions with their names; households; nobody deleted or hidden shows."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from rmdesk.models import Customer, Relation, RelationKind
from rmdesk.services import bulk, organisations, recycle_bin, relations
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from tests.support.branches import Branch


def seen_from(branch: Branch, customer: Customer) -> list[tuple[str, str]]:
    with branch.store.read() as session:
        present = session.get_one(Customer, customer.id)
        return [(one.kind, one.name) for one in relations.relations_of(session, present)]


def household(branch: Branch, customer: Customer) -> list[tuple[str, str | None]]:
    with branch.store.read() as session:
        present = session.get_one(Customer, customer.id)
        return [(one.name, one.kind) for one in relations.household(session, present.id)]


@pytest.mark.parametrize(
    ("kind", "other_way"),
    [
        ("spouse", "spouse"),
        ("child", "parent"),
        ("parent", "child"),
        ("grandchild", "grandparent"),
        ("grandparent", "grandchild"),
        ("introducer", "introduced"),
        ("introduced", "introducer"),
        ("sibling", "sibling"),
        ("other", "other"),
    ],
)
def test_both_directions(branch: Branch, kind: str, other_way: str) -> None:
    first, second = branch.add("甲"), branch.add("乙")
    for one, other in ((first, second), (second, first)):
        row = branch.write(relations.add_relation, one.uid, kind, other_uid=other.uid)
        assert seen_from(branch, one) == [(kind, other.name)]
        assert seen_from(branch, other) == [(other_way, one.name)]
        for again, who, whom in ((kind, one, other), (other_way, other, one)):
            with pytest.raises(UserError) as caught:
                branch.write(relations.add_relation, who.uid, again, other_uid=whom.uid)
            assert caught.value.code == "relation.there_already"
        branch.write(relations.remove_relation, other.uid, row.uid, version=row.version)
        assert seen_from(branch, one) == []
    assert branch.is_sound()


def test_every_kind_has_an_inverse_whose_inverse_it_is() -> None:
    assert {relations.inverse(relations.inverse(kind)) for kind in RelationKind} == set(RelationKind)


def test_one_way_to_keep_a_relation_is_demanded_by_the_database(branch: Branch) -> None:
    first, second = branch.add("甲"), branch.add("乙")
    for kind in RelationKind:
        ways = {relations.canonical(first.id, kind, second.id)}
        ways.add(relations.canonical(second.id, relations.inverse(kind), first.id))
        assert len(ways) == 1
    for left, kind, right in (
        (first.id, "parent", second.id),
        (second.id, "spouse", first.id),
        (first.id, "spouse", first.id),
        (first.id, "key_person_of", second.id),
    ):
        with pytest.raises(IntegrityError), branch.store.write() as session:
            bulk.insert(session, Relation, [{"customer_id": left, "kind": kind, "other_id": right}])


def test_relation_to_oneself(branch: Branch) -> None:
    customer = branch.add()
    with pytest.raises(UserError) as caught:
        branch.write(relations.add_relation, customer.uid, "spouse", other_uid=customer.uid)
    assert caught.value.code == "relation.to_oneself"
    with pytest.raises(UserError) as caught:
        branch.write(relations.add_relation, customer.uid, "child", name=f" {customer.name}")
    assert caught.value.code == "relation.to_oneself"


@pytest.mark.parametrize(
    ("kind", "other", "code"),
    [
        ("spouse", {}, "relation.one_other"),
        ("spouse", {"name": "李四", "organisation": "某公司"}, "relation.one_other"),
        ("spouse", {"name": "  "}, "relation.one_other"),
        ("spouse", {"organisation": "某公司"}, "relation.kind_not_fitting"),
        ("enemy", {"name": "李四"}, "value.not_a_choice"),
        ("spouse", {"name": "李\u202e四"}, "text.not_text"),
        ("spouse", {"other_uid": "0" * 32}, "row.gone"),
    ],
)
def test_wrong_relations(branch: Branch, kind: str, other: dict[str, str], code: str) -> None:
    customer = branch.add()
    head = branch.store.head()
    with pytest.raises(UserError) as caught:
        branch.write(relations.add_relation, customer.uid, kind, **other)
    assert caught.value.code == code
    assert branch.store.head() == head


def test_to_organisations_and_people_by_name(branch: Branch) -> None:
    customer = branch.add()
    branch.write(
        relations.add_relation, customer.uid, "legal_representative_of", organisation="滨江软件有限公司"
    )
    branch.write(relations.add_relation, customer.uid, "child", name="李思远", note="在读高三")
    [child, firm] = branch.record(customer).relations
    assert (child.kind, child.name, child.customer_uid, child.note) == ("child", "李思远", None, "在读高三")
    assert (firm.kind, firm.name) == ("legal_representative_of", "滨江软件有限公司")
    assert firm.organisation_uid is not None
    [organisation] = branch.read(organisations.find_organisations)
    [person] = branch.read(organisations.people_of, organisation)
    assert (person.customer_uid, person.link) == (customer.uid, "legal_representative_of")


def test_kind_and_note_are_changed_from_either_side(branch: Branch) -> None:
    first, second = branch.add("甲"), branch.add("乙")
    row = branch.write(relations.add_relation, first.uid, "friend", other_uid=second.uid)
    branch.write(relations.edit_relation, second.uid, row.uid, "parent", "认的干亲", version=row.version)
    assert seen_from(branch, second) == [("parent", "甲")]
    assert seen_from(branch, first) == [("child", "乙")]
    with pytest.raises(Conflict):
        branch.write(relations.edit_relation, first.uid, row.uid, "friend", None, version=row.version)


def test_deleted_customer_keeps_relations_hidden_until_restored(branch: Branch) -> None:
    first, second = branch.add("甲"), branch.add("乙")
    branch.write(relations.add_relation, first.uid, "spouse", other_uid=second.uid)
    branch.write(recycle_bin.delete_customer, second.uid, version=branch.version(second))
    assert seen_from(branch, first) == []
    assert household(branch, first) == [("甲", None)]
    branch.write(recycle_bin.restore_customer, second.uid, version=branch.version(second))
    assert seen_from(branch, first) == [("spouse", "乙")]


def test_household_over_several_steps(branch: Branch) -> None:
    names = ["父", "母", "子", "媳", "孙", "友"]
    people = {name: branch.add(name) for name in names}
    for who, kind, whom in (
        ("父", "spouse", "母"),
        ("父", "child", "子"),
        ("子", "spouse", "媳"),
        ("孙", "parent", "子"),
        ("父", "friend", "友"),
    ):
        branch.write(relations.add_relation, people[who].uid, kind, other_uid=people[whom].uid)
    assert household(branch, people["子"])[0] == ("子", None)
    assert dict(household(branch, people["子"])) == {
        "子": None,
        "父": "parent",
        "媳": "spouse",
        "孙": "child",
        "母": None,
    }


def test_somebody_elses_customer_is_masked_and_out_of_reach(branch: Branch) -> None:
    own = branch.add("甲一", owner=branch.people["manager"].staff_uid)
    other = branch.add("乙二", owner=branch.people["colleague"].staff_uid)
    branch.write(relations.add_relation, own.uid, "spouse", other_uid=other.uid)
    branch.act("manager")
    [shown] = branch.record(own).relations
    assert (shown.name, shown.customer_uid) == ("乙*", None)
    assert household(branch, own) == [("甲一", None), ("乙*", "spouse")]
    with pytest.raises(NotAllowed):
        branch.write(relations.add_relation, own.uid, "friend", other_uid=other.uid)


def test_removing_takes_the_right_customer(branch: Branch) -> None:
    first, second, third = branch.add("甲"), branch.add("乙"), branch.add("丙")
    row = branch.write(relations.add_relation, first.uid, "spouse", other_uid=second.uid)
    with pytest.raises(UserError) as caught:
        branch.write(relations.remove_relation, third.uid, row.uid, version=row.version)
    assert caught.value.code == "row.gone"
    with branch.store.read() as session:
        assert session.scalars(select(Relation.uid)).all() == [row.uid]
