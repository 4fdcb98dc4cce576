"""Adding and changing customers: every field is checked, two people never overwrite one another."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, CustomerFact, Organisation, Staff
from rmdesk.services import changes, customers
from rmdesk.services.customers import FIELDS, Field, Type
from rmdesk.services.customers.record import Link
from rmdesk.services.days import Day
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from tests.support.branches import Branch

A_VALUE = {
    Type.LINE: "软件工程师",
    Type.TEXT: "第一行\n第二行",
    Type.DATE: date(2025, 3, 1),
    Type.DAY: Day(3, 15, 1966, is_lunar=True, is_leap_month=True),
    Type.FLAG: True,
    Type.ORGANISATION: "滨江软件有限公司",
}


def refused(branch: Branch, **fields: object) -> UserError:
    """The error that these fields meet, when added and when edited; nothing is stored."""
    customer = branch.add("不变")
    head = branch.store.head()
    with pytest.raises(UserError) as added:
        branch.add(**({"name": "新人"} | fields))
    with pytest.raises(UserError) as edited:
        branch.edit(customer, **fields)
    assert added.value.code == edited.value.code
    assert branch.store.head() == head
    return edited.value


def a_value(branch: Branch, field: Field) -> object:
    if field.type is Type.STAFF:
        return branch.people["colleague" if field.name == "owner" else "manager"].staff_uid
    if field.name == "email":
        return "zhang@example.cn"
    return field.choices[-1] if field.choices else A_VALUE[field.type]


def shown(branch: Branch, customer: Customer) -> dict[str, object]:
    """The exact values of all fields, staff and employer as they are given."""
    found, record = {}, branch.exact(customer)
    for field in FIELDS:
        value = record.fields[field.name].value
        if isinstance(value, Link):
            value = value.uid if field.type is Type.STAFF else value.name
        found[field.name] = value
    return found


def test_every_field_is_kept_changed_and_emptied(branch: Branch) -> None:
    full = {field.name: a_value(branch, field) for field in FIELDS} | {"owner_text": None}
    customer = branch.add()
    branch.edit(customer, **full)
    assert branch.newest().detail == {"fields": sorted(full)}
    assert shown(branch, customer) == full
    empty = {field.name: False if field.type is Type.FLAG else None for field in FIELDS}
    empty |= {field.name: full[field.name] for field in FIELDS if field.required}
    branch.edit(customer, **empty)
    assert shown(branch, customer) == empty
    assert shown(branch, branch.add(**full)) == full
    assert branch.is_sound()


@pytest.mark.parametrize("name", [field.name for field in FIELDS if field.required])
def test_required_fields_cannot_be_emptied(branch: Branch, name: str) -> None:
    customer = branch.add()
    with pytest.raises(UserError) as caught:
        branch.edit(customer, **{name: " "})
    assert (caught.value.code, caught.value.params) == ("text.empty", {"what": f"customer.{name}"})


def test_added_customer_is_of_the_manager_who_added_them(branch: Branch) -> None:
    manager = branch.act("manager")
    customer = branch.add(gender="female", employer="滨江软件有限公司", grade=4)
    assert (customer.owner_id, customer.stage, customer.grade) == (manager.staff_id, "identified", 4)
    newest = branch.newest()
    assert (newest.kind, newest.subject_uid, newest.staff_uid) == (
        "customer.added",
        customer.uid,
        manager.staff_uid,
    )
    with branch.store.read() as session:
        assert session.get(CustomerFact, customer.id) is not None
        assert session.scalars(select(Organisation.name)).all() == ["滨江软件有限公司"]


def test_added_by_the_head_is_of_nobody(branch: Branch) -> None:
    assert branch.add().owner_id is None


def test_name_is_needed(branch: Branch) -> None:
    with pytest.raises(UserError) as caught:
        branch.write(customers.add_customer, {"gender": "male"})
    assert (caught.value.code, caught.value.params) == ("text.empty", {"what": "customer.name"})


@pytest.mark.parametrize(
    "name", ["王" * 50_000, "王\u202e芳", "王\udc00", "王\x00芳", "\u200f王", "王\n芳", "  \u3000 ", 7]
)
def test_unusable_name(branch: Branch, name: object) -> None:
    assert refused(branch, name=name).code.startswith("text.")


@pytest.mark.parametrize(
    "name",
    [
        "𠮷野家",
        "阿卜杜拉·买买提",
        "王😀芳",
        'O\'Brien "Bob"',
        "100% _x_",
        "'; DROP TABLE customer; --",
        "👨‍👩‍👧",
        "Zoe\u0301",
    ],
)
def test_strange_names_are_kept_as_they_are(branch: Branch, name: str) -> None:
    customer = branch.add(name)
    assert branch.record(customer).name == name.replace("e\u0301", "é")
    assert branch.is_sound()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"gender": "unknown"}, "value.not_a_choice"),
        ({"grade": 6}, "value.out_of_range"),
        ({"grade": True}, "value.out_of_range"),
        ({"grade": 2**63}, "value.out_of_range"),
        ({"no_calls": 1}, "value.not_yes_or_no"),
        ({"email": "zhang at example"}, "value.not_an_email"),
        ({"birthday": Day(2, 30)}, "date.not_a_date"),
        ({"birthday": Day(2, 29, 2023)}, "date.not_a_date"),
        ({"birthday": Day(8, 31, is_lunar=True)}, "date.not_a_date"),
        ({"birthday": Day(8, 3, is_leap_month=True)}, "date.not_a_date"),
        ({"birthday": Day(1, 1, 1700)}, "date.out_of_range"),
        ({"birthday": Day(1, 1, 2199)}, "date.in_future"),
        ({"birthday": "1984-06-03"}, "date.not_a_date"),
        ({"risk_assessed_on": date.today() + timedelta(days=1)}, "date.in_future"),
        ({"notes": "x" * 4001}, "text.too_long"),
        ({"notes": "取款密码是 123456"}, "text.secret"),
        ({"habits": "CVV2: 123"}, "text.secret"),
        ({"owner": "0" * 32}, "row.gone"),
        ({"owner": "林晓雯"}, "value.wrong_form"),
    ],
)
def test_bad_values(branch: Branch, fields: dict[str, object], code: str) -> None:
    assert refused(branch, **fields).code == code


def test_day_whose_year_is_unknown_may_be_the_29th_of_february(branch: Branch) -> None:
    customer = branch.add(birthday=Day(2, 29))
    assert branch.record(customer).fields["birthday"].value == Day(2, 29)


def test_unknown_field_is_a_mistake_of_the_program(branch: Branch) -> None:
    with pytest.raises(KeyError):
        branch.add(colour="red")


def test_two_people_edit_one_customer(branch: Branch) -> None:
    customer = branch.add(occupation="教师")
    seen = branch.version(customer)
    branch.edit(customer, occupation="校长")
    branch.act("supervisor")
    with pytest.raises(Conflict) as caught:
        branch.write(customers.edit_customer, customer.uid, {"occupation": "退休"}, version=seen)
    assert caught.value.params["present"] == seen + 1
    with branch.store.read() as session:
        [change] = changes.since(session, "customer", customer.uid, seen)
    assert (change.field, change.before, change.after) == ("occupation", "教师", "校长")
    assert branch.record(customer).fields["occupation"].value == "校长"


def test_nothing_changed_is_no_change(branch: Branch) -> None:
    customer = branch.add(occupation="教师")
    head = branch.store.head()
    branch.edit(customer, occupation=" 教师 ", gender=None)
    assert branch.store.head() == head


def test_customer_number_is_unique_among_those_there(branch: Branch) -> None:
    branch.add(number="C001")
    with pytest.raises(UserError) as caught:
        branch.add("李四", number="C001")
    assert (caught.value.code, caught.value.params) == ("customer.number_taken", {"number": "C001"})


def test_employer_of_one_name_is_one_organisation(branch: Branch) -> None:
    first = branch.add(employer="滨江软件有限公司")
    second = branch.add("李四", employer=" 滨江软件有限公司 ")
    assert first.employer_id == second.employer_id


def test_manager_keeps_customers_to_themselves(branch: Branch) -> None:
    branch.act("manager")
    customer = branch.add()
    colleague = branch.people["colleague"].staff_uid
    for fields in ({"owner": colleague}, {"owner": None}):
        with pytest.raises(NotAllowed) as refused:
            branch.edit(customer, **fields)
        assert refused.value.code == "customer.not_assignable"
    with pytest.raises(NotAllowed) as refused:
        branch.add("李四", owner=colleague)
    assert refused.value.code == "customer.added_for_other"


def test_stand_in_is_named_by_the_manager_in_charge_and_edits_too(branch: Branch) -> None:
    branch.act("manager")
    customer = branch.add()
    branch.edit(customer, stand_in=branch.people["colleague"].staff_uid)
    assert branch.newest().kind == "customer.assigned"
    branch.act("colleague")
    branch.edit(customer, occupation="教师")
    with pytest.raises(NotAllowed) as refused:
        branch.edit(customer, stand_in=None)
    assert refused.value.code == "customer.stand_in_not_yours"


def test_stand_in_is_another_person(branch: Branch) -> None:
    manager = branch.people["manager"].staff_uid
    with pytest.raises(UserError) as caught:
        branch.add(owner=manager, stand_in=manager)
    assert caught.value.code == "customer.stand_in_is_owner"


@pytest.mark.parametrize("who", ["lobby", "teller", "administrator", "auditor"])
def test_only_who_manages_can_be_in_charge(branch: Branch, who: str) -> None:
    assert refused(branch, owner=branch.people[who].staff_uid).code == "customer.manager_unfit"


def test_manager_who_left_stays_but_gets_nobody_new(branch: Branch) -> None:
    customer = branch.add(owner=branch.people["manager"].staff_uid)
    with branch.store.write() as session:
        person = session.get_one(Staff, branch.people["manager"].staff_id)
        person.disabled_at = person.disabled_at or changes.load_sets(session, [1])[0].at
        changes.describe(session, "test.disabled")
    branch.edit(customer, owner=branch.people["manager"].staff_uid, occupation="教师")
    assert refused(branch, owner=branch.people["manager"].staff_uid).code == "customer.manager_unfit"


def test_name_in_a_file_goes_with_a_manager(branch: Branch) -> None:
    customer = branch.add(owner_text="张经理")
    branch.edit(customer, owner=branch.people["manager"].staff_uid)
    assert branch.record(customer).fields["owner_text"].value is None


def count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Customer)) or 0


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=250), notes=st.text(max_size=80))
def test_whatever_is_typed_is_kept_or_refused_with_a_reason(branch: Branch, name: str, notes: str) -> None:
    codes = {"text.empty", "text.too_long", "text.not_text", "text.secret"}
    before = branch.read(count)
    try:
        record = branch.record(branch.add(name, notes=notes))
    except UserError as error:
        kept, code = 0, error.code
    else:
        kept, code = 1, ""
        assert record.name == unicodedata.normalize("NFC", name).strip()
    assert code in codes or kept
    assert branch.read(count) == before + kept
