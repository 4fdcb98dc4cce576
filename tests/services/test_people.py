"""What lists show of people."""

from __future__ import annotations

from rmdesk.models import Role
from rmdesk.services import people, staff
from rmdesk.services.vault import Vault
from rmdesk.services.vault.password import check_password, suggest_password
from tests.support.vaults import ADMIN, OpenAgain, add_person


def test_rows_are_masked_and_in_the_order_asked_for(vault: Vault) -> None:
    person = add_person(vault, "林晓雯", "k7mp-29xr-4tqh", [Role.TELLER, Role.RELATIONSHIP_MANAGER])
    with vault.store.write() as session:
        staff.set_mobile(session, person.uid, "13800138000", version=person.version)
    with vault.store.read() as session:
        rows = people.load_rows(session, [person.id, 1, 999])
    assert [row.name for row in rows] == ["林晓雯", ADMIN]
    assert rows[0].mobile == "138****8000"
    assert rows[0].roles == (Role.RELATIONSHIP_MANAGER, Role.TELLER)
    assert rows[0].is_active
    assert rows[0].last_signed_in is None
    assert rows[1].last_signed_in is not None
    assert rows[1].mobile == ""


def test_the_last_sign_in_is_the_newest(open_again: OpenAgain) -> None:
    first = open_again()
    with first.store.read() as session:
        before = people.last_sign_ins(session, [first.slot.staff])
    second = open_again()
    with second.store.read() as session:
        after = people.last_sign_ins(session, [second.slot.staff, "nobody"])
    assert list(after) == [second.slot.staff]
    assert after[second.slot.staff] > before[first.slot.staff]


def test_suggested_passwords_are_good_enough_and_never_the_same() -> None:
    made = {suggest_password() for _ in range(200)}
    assert len(made) == 200
    for one in made:
        check_password(one, "林晓雯")
        assert len(one) == 14
        assert not set(one) & set("01ilo")
