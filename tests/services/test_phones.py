"""Phone numbers: however they are typed, one form is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmdesk.models import PhoneKind
from rmdesk.services import phones
from rmdesk.services.errors import Conflict, UserError
from tests.support.branches import Branch

MOBILE = "13800138000"


@pytest.mark.parametrize(
    "typed",
    [
        "13800138000",
        "+86 138 0013 8000",
        "0086-138-0013-8000",
        "１３８００１３８０００",
        "(138)0013·8000",
        "138–0013–8000",
    ],
)
def test_one_form_of_a_mobile_number(typed: str) -> None:
    assert phones.normalise(typed) == MOBILE


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0571-88886666", "057188886666"),
        ("0571-8888 6666-8012", "057188886666-8012"),
        ("0571 88886666转8012", "057188886666-8012"),
        ("057188886666 分机 12", "057188886666-12"),
        ("+86 571 88886666", "57188886666"),
        ("+44 20 7946 0000", "+442079460000"),
        ("00442079460000", "+442079460000"),
        ("95588", "95588"),
        ("95588转1", "95588-1"),
        ("8888-6666", "88886666"),
    ],
)
def test_other_numbers(typed: str, kept: str) -> None:
    assert phones.normalise(typed, PhoneKind.WORK) == kept


def test_mobile_of_another_country() -> None:
    assert phones.normalise("+852 5123 4567") == "+85251234567"


@pytest.mark.parametrize(
    "typed",
    ["12345678901", "1380013800", "138001380000", "13800138000转8", "phone", "", "1380013800٣", "1" * 1000],
)
def test_not_a_mobile_number(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        phones.normalise(typed)
    assert caught.value.code == "phone.wrong_mobile"


@pytest.mark.parametrize("typed", ["12", "0571-abc", "=1+1", "\udc00", "+1", "转8"])
def test_not_a_phone_number(typed: str) -> None:
    with pytest.raises(UserError) as caught:
        phones.normalise(typed, PhoneKind.HOME)
    assert caught.value.code == "phone.wrong"


@given(st.text("0123456789+- ()转x０９", max_size=30), st.sampled_from(sorted(PhoneKind)))
def test_what_is_kept_stays_as_it_is(typed: str, kind: str) -> None:
    try:
        kept = phones.normalise(typed, kind)
    except UserError:
        return
    assert phones.normalise(kept, kind) == kept
    assert 3 <= len(kept) <= 30


def test_added_changed_put_first_and_removed(branch: Branch) -> None:
    customer = branch.add()
    first = branch.write(phones.add_phone, customer.uid, MOBILE)
    second = branch.write(phones.add_phone, customer.uid, "0571-88886666", PhoneKind.HOME)
    assert branch.newest().subject_uid == customer.uid
    branch.write(phones.put_first, second.uid, version=second.version)
    assert [one.number for one in branch.read(phones.list_phones, customer.id)] == ["057188886666", MOBILE]
    branch.write(phones.edit_phone, first.uid, {"number": "139 0013 9000"}, version=first.version)
    branch.write(phones.remove_phone, second.uid, version=branch.version(second))
    assert [one.number for one in branch.read(phones.list_phones, customer.id)] == ["13900139000"]
    assert branch.is_sound()


def test_kind_decides_what_fits(branch: Branch) -> None:
    row = branch.write(phones.add_phone, branch.add().uid, "057188886666", PhoneKind.WORK)
    for changed, code in (
        ({"kind": "mobile"}, "phone.wrong_mobile"),
        ({"kind": "fax"}, "value.not_a_choice"),
        ({"number": None}, "phone.wrong"),
    ):
        with pytest.raises(UserError) as caught:
            branch.write(phones.edit_phone, row.uid, changed, version=row.version)
        assert caught.value.code == code


def test_same_number_twice(branch: Branch) -> None:
    customer = branch.add()
    branch.write(phones.add_phone, customer.uid, MOBILE)
    with pytest.raises(UserError) as caught:
        branch.write(phones.add_phone, customer.uid, "+86" + MOBILE, PhoneKind.WORK)
    assert caught.value.code == "phone.there_already"


def test_two_people_change_one_number(branch: Branch) -> None:
    row = branch.write(phones.add_phone, branch.add().uid, MOBILE)
    branch.write(phones.edit_phone, row.uid, {"number": "13900139000"}, version=row.version)
    with pytest.raises(Conflict):
        branch.write(phones.edit_phone, row.uid, {"number": "13700137000"}, version=row.version)
    with pytest.raises(Conflict):
        branch.write(phones.remove_phone, row.uid, version=row.version)
