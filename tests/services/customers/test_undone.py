"""Undo where customers are concerned: as far as one may do the thing itself, and nothing left untrue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rmdesk.models import Customer
from rmdesk.services import (
    addresses,
    dates,
    documents,
    figures,
    holdings,
    organisations,
    phones,
    recycle_bin,
    relations,
    tag_upkeep,
    tags,
    undoing,
    views,
)
from rmdesk.services.days import Day
from rmdesk.services.errors import NotAllowed, UserError
from tests.support.branches import Branch

FUND = {"kind": "fund", "amount_fen": 500}


def relate(branch: Branch, customer: Customer) -> None:
    branch.write(relations.add_relation, customer.uid, "spouse", name="李四")


def delete(branch: Branch, customer: Customer) -> None:
    branch.write(recycle_bin.delete_customer, customer.uid, version=branch.version(customer))


ACTS: dict[str, Callable[[Branch, Customer], Any]] = {
    "field": lambda branch, one: branch.edit(one, occupation="教师", employer="甲公司"),
    "phone": lambda branch, one: branch.write(phones.add_phone, one.uid, "13800138000"),
    "address": lambda branch, one: branch.write(addresses.add_address, one.uid, "江南大道 1 号"),
    "document": lambda branch, one: branch.write(documents.add_document, one.uid, "11010519491231002X"),
    "date": lambda branch, one: branch.write(dates.add_date, one.uid, {"kind": "exam", "day": Day(6, 7)}),
    "relation": relate,
    "holding": lambda branch, one: branch.write(holdings.add_holding, one.uid, FUND),
    "figure": lambda branch, one: branch.write(figures.add_figure, one.uid, 60_000_000, "2026-01-31"),
    "tag": lambda branch, one: branch.write(tags.add_tag, one.uid, "企业主"),
}


@pytest.mark.parametrize("act", ACTS)
def test_taken_back_and_done_again(branch: Branch, act: str) -> None:
    customer = branch.add(owner=branch.people["manager"].staff_uid)
    branch.act("manager")
    before = branch.record(customer)
    ACTS[act](branch, customer)
    done = branch.record(customer)
    assert state(done) != state(before)
    branch.undo()
    assert state(branch.record(customer)) == state(before)
    branch.undo()
    assert state(branch.record(customer)) == state(done)
    assert branch.is_sound()


def state(record: Any) -> str:
    """A record without its version and those of its rows: an undo counts them up."""
    parts = (record.phones, record.addresses, record.documents, record.dates, record.holdings, record.figures)
    shown = [
        [{name: getattr(one, name) for name in one.__slots__ if name != "version"} for one in part]
        for part in parts
    ]
    names = [(one.kind, one.name) for one in record.relations]
    return repr(
        (dict(record.fields), shown, names, record.tags, record.tier, record.facts, record.completeness)
    )


@pytest.mark.parametrize("act", ACTS)
def test_only_who_may_do_it_may_take_it_back(branch: Branch, act: str) -> None:
    customer = branch.add(owner=branch.people["manager"].staff_uid)
    ACTS[act](branch, customer)
    number = branch.newest().number
    for who in ("colleague", "lobby", "administrator"):
        branch.act(who)
        with pytest.raises(NotAllowed):
            branch.write(undoing.undo, number)


def test_assignment_is_taken_back_by_who_may_assign(branch: Branch) -> None:
    customer = branch.add(owner=branch.people["colleague"].staff_uid)
    branch.edit(customer, owner=branch.people["manager"].staff_uid)
    branch.act("manager")
    with pytest.raises(NotAllowed):
        branch.undo()
    branch.act("supervisor")
    branch.undo()
    assert branch.record(customer).fields["owner"].value.name == "陈立"


def test_stand_in_does_not_bring_back_what_was_deleted(branch: Branch) -> None:
    colleague = branch.people["colleague"].staff_uid
    customer = branch.add(owner=branch.people["manager"].staff_uid, stand_in=colleague)
    delete(branch, customer)
    branch.act("colleague")
    with pytest.raises(NotAllowed):
        branch.undo()
    branch.act("manager")
    branch.undo()
    assert branch.record(customer).name == "张晓敏"


def test_what_somebody_did_afterwards_is_never_taken_back(branch: Branch) -> None:
    customer = branch.add()
    branch.edit(customer, occupation="教师")
    number = branch.newest().number
    branch.edit(customer, occupation="校长")
    with pytest.raises(UserError) as caught:
        branch.write(undoing.undo, number)
    assert caught.value.code == "changes.undo_refused"


def test_adding_is_not_taken_back_once_others_relate_to_the_customer(branch: Branch) -> None:
    customer = branch.add()
    number = branch.newest().number
    other = branch.add("李四")
    branch.write(relations.add_relation, other.uid, "spouse", other_uid=customer.uid)
    with pytest.raises(UserError) as caught:
        branch.write(undoing.undo, number)
    assert caught.value.code == "changes.undo_refused"
    assert branch.record(customer).relations[0].name == "李四"


def test_organisations_tags_and_views(branch: Branch) -> None:
    row = branch.write(organisations.add_organisation, {"name": "甲公司"})
    branch.write(organisations.delete_organisation, row.uid, version=row.version)
    branch.act("manager")
    with pytest.raises(NotAllowed):
        branch.undo()
    branch.act("head")
    branch.undo()
    assert branch.read(organisations.find_organisations) == [row.id]
    customer = branch.add()
    branch.write(tags.add_tag, customer.uid, "企业主")
    [tag] = branch.read(tags.list_tags)
    branch.write(tag_upkeep.rename_tag, tag.uid, "老板", version=tag.version)
    branch.act("manager")
    with pytest.raises(NotAllowed):
        branch.undo()
    view = branch.write(views.save_view, "customers", "我的", {})
    branch.write(views.remove_view, view.uid, version=view.version)
    branch.act("colleague")
    with pytest.raises(NotAllowed):
        branch.undo()
    branch.act("manager")
    branch.undo()
    assert [one.name for one in branch.read(views.list_views, "customers")] == ["我的"]
