"""Organisations: one for each name, with the people linked to them."""

from __future__ import annotations

import pytest

from rmdesk.services import organisations, relations
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from tests.support.branches import Branch

CODE = "91350100M000100Y43"  # the example of GB 32100-2015
FIRM = "滨江软件有限公司"


def test_added_changed_found_and_listed(branch: Branch) -> None:
    row = branch.write(
        organisations.add_organisation,
        {"name": FIRM, "credit_code": " 91350100 m000100y43", "phone": "0571-88886666", "notes": "一\n二"},
    )
    branch.write(
        organisations.edit_organisation, row.uid, {"industry": "软件", "phone": None}, version=row.version
    )
    branch.add(employer=FIRM)
    boss = branch.add("李四")
    branch.write(relations.add_relation, boss.uid, "legal_representative_of", organisation=FIRM)
    for search, count in (("软件", 1), ("滨江", 1), ("%", 0), ("_", 0), ("", 1)):
        assert len(branch.read(organisations.find_organisations, search=search)) == count
    [shown] = branch.read(organisations.load_organisations, [row.id, 99])
    assert (shown.credit_code, shown.industry, shown.phone, shown.people) == (CODE, "软件", None, 2)
    assert [(one.name, one.link) for one in branch.read(organisations.people_of, row.id)] == [
        ("李四", "legal_representative_of"),
        ("张晓敏", "employee"),
    ]
    assert branch.read(organisations.suggest, "软件") == [FIRM]
    assert branch.read(organisations.suggest, " ") == []
    assert branch.is_sound()


def test_only_people_one_may_see_are_listed(branch: Branch) -> None:
    customer = branch.add(employer=FIRM)
    branch.act("manager")
    branch.add("自己的", employer=FIRM)
    assert customer.employer_id is not None
    assert [one.name for one in branch.read(organisations.people_of, customer.employer_id)] == ["自己的"]
    [shown] = branch.read(organisations.load_organisations, [customer.employer_id])
    assert shown.people == 1


def test_in_the_order_of_chinese_names(branch: Branch) -> None:
    for name in ("北京银行", "阿里巴巴", "中国石化", "IBM 中国"):
        branch.write(organisations.add_organisation, {"name": name})
    ids = branch.read(organisations.find_organisations)
    names = [one.name for one in branch.read(organisations.load_organisations, ids)]
    assert names == ["阿里巴巴", "北京银行", "IBM 中国", "中国石化"]
    assert branch.read(organisations.find_organisations, descending=True) == ids[::-1]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "text.empty"),
        ({"name": "x" * 201}, "text.too_long"),
        ({"name": "甲\u202e"}, "text.not_text"),
        ({"name": "甲", "credit_code": "91350100M000100Y44"}, "organisation.code_wrong"),
        ({"name": "甲", "credit_code": "I" * 18}, "organisation.code_wrong"),
        ({"name": "甲", "credit_code": "123"}, "value.wrong_form"),
        ({"name": "甲", "phone": "call me"}, "phone.wrong"),
        ({"name": FIRM}, "organisation.name_taken"),
    ],
)
def test_wrong_organisations(branch: Branch, given: dict[str, object], code: str) -> None:
    branch.write(organisations.add_organisation, {"name": FIRM})
    with pytest.raises(UserError) as caught:
        branch.write(organisations.add_organisation, given)
    assert caught.value.code == code


def test_renamed_everywhere_at_once(branch: Branch) -> None:
    customer = branch.add(employer=FIRM)
    row = branch.write(organisations.add_organisation, {"name": "乙公司"})
    [only] = [one for one in branch.read(organisations.find_organisations) if one != row.id]
    [shown] = branch.read(organisations.load_organisations, [only])
    with pytest.raises(UserError) as caught:
        branch.write(organisations.edit_organisation, shown.uid, {"name": "乙公司"}, version=shown.version)
    assert caught.value.code == "organisation.name_taken"
    branch.write(organisations.edit_organisation, shown.uid, {"name": "丙公司"}, version=shown.version)
    assert branch.record(customer).fields["employer"].value.name == "丙公司"
    with pytest.raises(Conflict):
        branch.write(organisations.edit_organisation, shown.uid, {"name": "丁"}, version=shown.version)


def test_deleted_and_restored(branch: Branch) -> None:
    customer = branch.add(employer=FIRM)
    [only] = branch.read(organisations.load_organisations, branch.read(organisations.find_organisations))
    branch.write(organisations.delete_organisation, only.uid, version=only.version)
    assert branch.record(customer).fields["employer"].value is None
    assert branch.read(organisations.find_organisations) == []
    [lying] = branch.read(
        organisations.load_organisations, branch.read(organisations.find_organisations, deleted=True)
    )
    assert lying.is_deleted
    again = branch.add("李四", employer=FIRM)  # a new one of that name
    with pytest.raises(UserError) as caught:
        branch.write(organisations.restore_organisation, lying.uid, version=lying.version)
    assert caught.value.code == "organisation.name_taken"
    [new] = branch.read(organisations.load_organisations, [again.employer_id])
    branch.write(organisations.edit_organisation, new.uid, {"name": "乙公司"}, version=new.version)
    branch.write(organisations.restore_organisation, lying.uid, version=lying.version)
    assert branch.record(customer).fields["employer"].value.name == FIRM


def test_who_may(branch: Branch) -> None:
    row = branch.write(organisations.add_organisation, {"name": FIRM})
    branch.act("manager")
    branch.write(organisations.edit_organisation, row.uid, {"industry": "软件"}, version=row.version)
    with pytest.raises(NotAllowed):
        branch.write(organisations.delete_organisation, row.uid, version=branch.version(row))
    for who in ("lobby", "teller", "administrator", "auditor"):
        branch.act(who)
        with pytest.raises(NotAllowed):
            branch.read(organisations.find_organisations)
        with pytest.raises(NotAllowed):
            branch.write(organisations.add_organisation, {"name": "乙"})
