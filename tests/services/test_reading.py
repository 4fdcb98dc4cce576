"""Reads that count leave a record, with names of fields and never a value."""

from __future__ import annotations

import pytest

from rmdesk.models import Role
from rmdesk.services import changes, reading, staff
from rmdesk.services.actor import Actor
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.vault import Vault
from tests.support.vaults import add_person

MOBILE = "13912345678"


@pytest.fixture
def person(vault: Vault) -> str:
    """The uid of somebody with a mobile number."""
    added = add_person(vault, "许婷", "one-use password", {Role.TELLER})
    with vault.store.write() as session:
        staff.set_mobile(session, added.uid, MOBILE, version=added.version)
    return added.uid


def _newest(vault: Vault) -> changes.SetRow:
    with vault.store.read() as session:
        return changes.load_sets(session, changes.find_numbers(session)[:1])[0]


def _become(vault: Vault, *given: Role) -> None:
    actor = vault.store.actor
    assert actor is not None
    vault.store.actor = Actor(actor.staff_id, actor.staff_uid, actor.name, frozenset(given))


def test_reveal_is_recorded(vault: Vault, person: str):
    _become(vault, Role.BRANCH_HEAD)
    with vault.store.write() as session:
        assert reading.reveal(session, "staff", person, "mobile") == MOBILE
    newest = _newest(vault)
    assert (newest.kind, newest.subject_uid, newest.detail) == ("field.revealed", person, {"field": "mobile"})
    assert vault.store.actor is not None
    assert newest.staff_uid == vault.store.actor.staff_uid
    with vault.store.read() as session:
        assert changes.verify(session, vault.keys.audit).sound


@pytest.mark.parametrize(
    "role", [Role.ADMINISTRATOR, Role.TELLER, Role.AUDITOR, Role.LOBBY_MANAGER, Role.RELATIONSHIP_MANAGER]
)
def test_reveal_is_refused(vault: Vault, person: str, role: Role):
    _become(vault, role)
    head = vault.store.head()
    with pytest.raises(NotAllowed) as caught, vault.store.write() as session:
        reading.reveal(session, "staff", person, "mobile")
    assert caught.value.params == {"permission": "reveal"}
    assert vault.store.head() == head


def test_own_row_is_ones_own(vault: Vault, person: str):
    with vault.store.read() as session:
        row = staff.get_active(session, "许婷")
    vault.store.actor = Actor(row.id, row.uid, row.name, frozenset({Role.RELATIONSHIP_MANAGER}))
    with vault.store.write() as session:
        assert reading.reveal(session, "staff", person, "mobile") == MOBILE


def test_nothing_there_is_not_recorded(vault: Vault):
    assert vault.store.actor is not None
    head = vault.store.head()
    with vault.store.write() as session:
        assert reading.reveal(session, "staff", vault.store.actor.staff_uid, "mobile") == ""
    assert vault.store.head() == head


def test_row_that_is_gone(vault: Vault):
    with pytest.raises(UserError) as caught, vault.store.write() as session:
        reading.reveal(session, "staff", "0" * 32, "mobile")
    assert caught.value.code == "row.gone"


def test_only_masked_columns(vault: Vault, person: str):
    with pytest.raises(KeyError), vault.store.write() as session:
        reading.reveal(session, "staff", person, "name")


def test_export_and_print_are_recorded(vault: Vault):
    with vault.store.write() as session:
        reading.note_export(session, "staff", rows=3, fields=["name", "mobile"], masked=True)
    newest = _newest(vault)
    assert newest.kind == "data.exported"
    assert newest.detail == {"what": "staff", "rows": 3, "fields": ["name", "mobile"], "masked": True}
    with vault.store.write() as session:
        reading.note_print(session, "staff_list", rows=3, pages=1)
    newest = _newest(vault)
    assert (newest.kind, newest.detail) == ("data.printed", {"report": "staff_list", "rows": 3, "pages": 1})
