"""The recycle bin: what is deleted comes back whole; for good takes two, and leaves nothing to read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, text

from rmdesk.models import ChangeRecord, Customer, Role, Staff
from rmdesk.services import (
    addresses,
    changes,
    documents,
    figures,
    holdings,
    organisations,
    phones,
    recycle_bin,
    relations,
    search,
    surveys,
    tags,
)
from rmdesk.services.actor import Actor
from rmdesk.services.changes import codec
from rmdesk.services.customers import add_customer
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from rmdesk.services.recycle_bin import Consent
from rmdesk.services.surveys import From
from rmdesk.services.vault import Vault
from tests.services.surveys.test_questionnaire import read
from tests.support.branches import Branch
from tests.support.vaults import ADMIN, PASSWORD, add_person


def fill(branch: Branch, customer: Customer) -> None:
    branch.write(phones.add_phone, customer.uid, "13800138000")
    branch.write(addresses.add_address, customer.uid, "江南大道 1 号")
    branch.write(documents.add_document, customer.uid, "11010519491231002X")
    branch.write(holdings.add_holding, customer.uid, {"kind": "fund", "amount_fen": 500})
    branch.write(figures.add_figure, customer.uid, 60_000_000, "2026-01-31")
    branch.write(tags.add_tag, customer.uid, "企业主")


def delete(branch: Branch, customer: Customer) -> None:
    branch.write(recycle_bin.delete_customer, customer.uid, version=branch.version(customer))


def consent(branch: Branch, who: str = "administrator") -> Consent:
    return Consent(branch.people[who].staff_uid)


def found(branch: Branch, words: str) -> list[int]:
    return branch.read(search.find, words)


def test_deleted_and_restored_whole(branch: Branch) -> None:
    customer = branch.add(number="1")
    fill(branch, customer)
    before = branch.exact(customer)
    delete(branch, customer)
    assert found(branch, "张晓敏") == []
    [row] = branch.read(recycle_bin.load_deleted, branch.read(recycle_bin.find_deleted))
    assert (row.name, row.number, row.tier, row.deleted_by) == ("张晓敏", "1", "金卡", "周建国")
    branch.write(recycle_bin.restore_customer, customer.uid, version=row.version)
    assert branch.read(recycle_bin.find_deleted) == []
    assert found(branch, "张晓敏") == [customer.id]
    assert replace(branch.exact(customer), version=0) == replace(before, version=0)
    assert branch.is_sound()


def test_number_taken_meanwhile(branch: Branch) -> None:
    customer = branch.add(number="1")
    delete(branch, customer)
    branch.add("李四", number="1")
    with pytest.raises(UserError) as caught:
        branch.write(recycle_bin.restore_customer, customer.uid, version=branch.version(customer))
    assert caught.value.code == "customer.number_taken"
    with pytest.raises(UserError) as caught:
        branch.write(changes.undo, branch.newest().number - 1)
    assert caught.value.code == "changes.undo_refused"


def test_nothing_is_changed_in_the_bin(branch: Branch) -> None:
    customer = branch.add()
    phone = branch.write(phones.add_phone, customer.uid, "13800138000")
    delete(branch, customer)
    for act in (
        lambda: branch.edit(customer, occupation="教师"),
        lambda: branch.write(phones.add_phone, customer.uid, "13900139000"),
        lambda: branch.write(phones.remove_phone, phone.uid, version=phone.version),
        lambda: delete(branch, customer),
    ):
        with pytest.raises(UserError) as caught:
            act()
        assert caught.value.code == "customer.in_bin"


def test_deleting_what_somebody_just_changed(branch: Branch) -> None:
    customer = branch.add()
    seen = branch.version(customer)
    branch.edit(customer, occupation="教师")
    with pytest.raises(Conflict):
        branch.write(recycle_bin.delete_customer, customer.uid, version=seen)


def test_who_deletes_and_restores(branch: Branch) -> None:
    people = branch.people
    own = branch.add("甲", owner=people["manager"].staff_uid, stand_in=people["colleague"].staff_uid)
    branch.act("colleague")
    for attempt in (lambda: delete(branch, own), lambda: branch.write(recycle_bin.delete_many, [own.id])):
        with pytest.raises(NotAllowed) as refused:
            attempt()
        assert refused.value.code == "customer.not_yours_to_delete"
    branch.act("manager")
    delete(branch, own)
    assert branch.read(recycle_bin.find_deleted) == [own.id]
    branch.act("colleague")
    assert branch.read(recycle_bin.find_deleted) == []
    with pytest.raises(NotAllowed):
        branch.write(recycle_bin.restore_customer, own.uid, version=branch.version(own))
    branch.act("manager")
    branch.write(recycle_bin.restore_customer, own.uid, version=branch.version(own))
    assert branch.record(own).name == "甲"


def test_several_at_once(branch: Branch) -> None:
    people = [branch.add(f"客户{place}") for place in range(3)]
    assert branch.write(recycle_bin.delete_many, [one.id for one in people]) == 3
    assert set(branch.read(recycle_bin.find_deleted)) == {one.id for one in people}
    assert branch.newest().detail == {"customers": 3}
    assert branch.undo() == 3
    assert branch.read(recycle_bin.find_deleted) == []


# --- for good --------------------------------------------------------------------------------------


def everything(branch: Branch) -> str:
    """Every text that stands anywhere in the database."""
    with branch.store.read() as session:
        tables = session.scalars(text("SELECT name FROM sqlite_schema WHERE type = 'table'")).all()
        return repr([session.execute(text(f'SELECT * FROM "{table}"')).all() for table in tables])


def test_for_good_leaves_nothing_to_read_and_the_trail_whole(branch: Branch) -> None:
    customer = branch.add("万俟小明", occupation="秘书", taboos="不吃香菜")
    other = branch.add("留下的")
    fill(branch, customer)
    removed = branch.write(phones.add_phone, customer.uid, "13911112222")
    branch.write(phones.remove_phone, removed.uid, version=removed.version)
    branch.edit(customer, name="万俟大明")
    branch.write(relations.add_relation, other.uid, "spouse", other_uid=customer.uid)
    delete(branch, customer)
    telling = ("万俟", "秘书", "香菜", "13800138000", "13911112222", "11010519491231002X", "江南大道")
    assert all(word in everything(branch) for word in telling)
    assert branch.write(recycle_bin.purge_customers, [customer.uid], consent(branch)) == 1
    left = everything(branch)
    assert [word for word in telling if word in left] == []
    purged, erased = newest_two(branch)
    assert (purged.kind, purged.detail) == (
        "customer.purged",
        {"rows": 1, "consent": branch.people["administrator"].staff_uid},
    )
    assert erased.kind == "changes.erased"
    assert branch.is_sound()
    assert branch.record(other).relations == ()
    with branch.store.read() as session:
        assert session.scalars(select(Customer.id)).all() == [other.id]
        counted = select(ChangeRecord).where(ChangeRecord.erased_by == erased.number)
        assert len(session.scalars(counted).all()) == erased.detail["records"] > 10
    branch.edit(other, occupation="教师")
    assert branch.is_sound()


def newest_two(branch: Branch) -> list[changes.SetRow]:
    with branch.store.read() as session:
        return list(reversed(changes.load_sets(session, changes.find_numbers(session)[:2])))


def test_for_good_cannot_be_undone(branch: Branch) -> None:
    customer = branch.add()
    added = branch.newest().number
    branch.edit(customer, occupation="教师")
    delete(branch, customer)
    branch.write(recycle_bin.purge_customers, [customer.uid], consent(branch))
    purged = branch.newest().number - 1
    for number in (added, added + 1, purged, purged + 1):
        with pytest.raises(UserError) as caught:
            branch.write(changes.undo, number)
        assert caught.value.code in ("changes.undo_unknown", "changes.undo_not_possible")


@pytest.mark.parametrize(
    ("who", "beside", "code"),
    [
        ("head", None, "bin.second_person"),
        ("head", "supervisor", "bin.second_person"),
        ("head", "head", "bin.second_person"),
        ("administrator", None, "bin.second_person"),
        ("administrator", "manager", "bin.second_person"),
        ("supervisor", "administrator", "role.not_permitted"),
        ("manager", "head", "role.not_permitted"),
        ("auditor", "head", "role.not_permitted"),
        ("head", "administrator", None),
        ("administrator", "head", None),
    ],
)
def test_it_takes_two(branch: Branch, who: str, beside: str | None, code: str | None) -> None:
    customer = branch.add()
    delete(branch, customer)
    branch.act(who)
    agreed = None if beside is None else consent(branch, beside)
    if code is None:
        assert branch.write(recycle_bin.purge_customers, [customer.uid], agreed) == 1
    else:
        with pytest.raises(UserError) as caught:
            branch.write(recycle_bin.purge_customers, [customer.uid], agreed)
        assert caught.value.code == code
        assert branch.is_sound()


def test_one_who_left_agrees_to_nothing(branch: Branch) -> None:
    customer = branch.add()
    delete(branch, customer)
    with branch.store.write() as session:
        person = session.get_one(Staff, branch.people["administrator"].staff_id)
        person.disabled_at = branch.newest().at
        changes.describe(session, "test.disabled")
    with pytest.raises(NotAllowed):
        branch.write(recycle_bin.purge_customers, [customer.uid], consent(branch))


def test_only_from_the_bin(branch: Branch) -> None:
    customer = branch.add()
    with pytest.raises(UserError) as caught:
        branch.write(recycle_bin.purge_customers, [customer.uid], consent(branch))
    assert caught.value.code == "bin.not_deleted"


def test_organisation_for_good(branch: Branch) -> None:
    customer = branch.add(employer="滨江软件有限公司")
    branch.write(relations.add_relation, customer.uid, "key_person_of", organisation="滨江软件有限公司")
    [only] = branch.read(organisations.load_organisations, branch.read(organisations.find_organisations))
    branch.write(organisations.delete_organisation, only.uid, version=only.version)
    record = branch.record(customer)
    assert (record.fields["employer"].value, record.relations) == (None, ())
    branch.write(recycle_bin.purge_organisations, [only.uid], consent(branch))
    assert "滨江软件" not in everything(branch)
    assert branch.is_sound()


def test_agreement_is_by_password(vault: Vault) -> None:
    """In a vault: the head deletes for good, the administrator agrees with their own password."""
    person = add_person(vault, "李雷", "一次性密码 Abc-2468", [Role.BRANCH_HEAD])
    agreed = recycle_bin.prepare_consent(vault, ADMIN, PASSWORD)
    with pytest.raises(UserError) as caught:
        recycle_bin.prepare_consent(vault, ADMIN, "falsch geraten 123")
    assert caught.value.code == "password.wrong"
    vault.store.actor = Actor.of(person)
    with vault.store.write() as session:
        customer: Any = add_customer(session, {"name": "张晓敏"})
    with vault.store.write() as session:
        recycle_bin.delete_customer(session, customer.uid, version=customer.version)
    with vault.store.write() as session:
        assert recycle_bin.purge_customers(session, [customer.uid], agreed) == 1
    with vault.store.read() as session:
        assert changes.verify(session, vault.keys.audit).sound
        assert session.scalars(select(Customer)).all() == []


def test_every_row_that_may_point_to_a_customer_goes_along() -> None:
    """The bin finds them by the tables' references: none may point to a customer in another way."""
    pointing = {table.name for table, _ in recycle_bin.pointing(codec.business_tables()["customer"])}
    named = {
        table.name
        for table in codec.business_tables().values()
        if {"customer_id", "other_id"} & set(table.columns.keys())
    }
    assert pointing == named


def test_for_good_takes_answers_to_surveys_along_with_what_they_were_sorted_under(branch: Branch) -> None:
    customer, other = branch.add("张晓敏"), branch.add("留下的")
    survey = branch.write(surveys.add_survey, {"title": "满意度"}, read())
    branch.write(surveys.open_survey, survey.uid, version=1)
    answers = {"q1": 8, "q2": ["1"], "q3": 9, "q4": {"a": 4, "b": 5}, "q5": "排队"}
    for one in (customer, other):
        branch.write(surveys.enter_response, survey.uid, answers, From(customer_uid=one.uid))
    theme = branch.write(surveys.themes.add_theme, survey.uid, "排队")
    said = branch.read(surveys.themes.list_answers, survey.uid, "q5")
    branch.write(surveys.themes.put_under, theme.uid, said)
    delete(branch, customer)
    assert branch.write(recycle_bin.purge_customers, [customer.uid], consent(branch)) == 1
    assert branch.read(surveys.load_results, survey.uid).response.forms == 1
    [listed] = branch.read(surveys.themes.list_themes, survey.uid, "q5")
    assert listed.count == 1
    assert branch.is_sound()
