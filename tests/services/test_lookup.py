"""Finding customers outside the list: each role sees as much as it may."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from rmdesk.models import Customer, Role, Staff
from rmdesk.services import demo
from rmdesk.services.actor import Actor
from rmdesk.services.archive.lookup import look_up
from rmdesk.services.errors import NotAllowed
from rmdesk.services.vault import Vault
from tests.support.vaults import ADMIN


def _signed_in(vault: Vault, name: str, *roles: Role) -> Actor:
    with vault.store.read() as session:
        person = session.scalars(select(Staff).where(Staff.name == name)).one()
    vault.store.actor = Actor(person.id, person.uid, person.name, frozenset(roles))
    return vault.store.actor


def test_whoever_has_two_roles_sees_their_own_and_cards_of_the_others(vault: Vault):
    people = demo.prepare_people(vault, {ADMIN}, "示范网点 2468")
    with vault.store.write() as session:
        demo.add_branch(session, vault, people, customers=60, seed=3, today=date(2026, 9, 10))
    manager = _signed_in(vault, "林晓雯", Role.RELATIONSHIP_MANAGER)
    with vault.store.read() as session:
        rows = session.scalars(select(Customer)).all()
        mine = {one.number for one in rows if manager.staff_id in (one.owner_id, one.stand_in_id)}
        found = {one.number: one for row in rows for one in look_up(session, row.name)}
        assert 5 < len(mine) < 50
        assert set(found) == mine
        assert all("*" not in one.name and isinstance(one.aum_fen, int) for one in found.values())

    _signed_in(vault, "林晓雯", Role.RELATIONSHIP_MANAGER, Role.LOBBY_MANAGER)
    with vault.store.read() as session:
        both = {one.number: one for row in rows for one in look_up(session, row.name)}
    assert len(both) == 60
    assert {number: one for number, one in both.items() if number in mine} == found
    for number, card in both.items():
        if number not in mine:
            assert card.name.endswith("*")
            assert (card.aum_fen, card.phone) == (None, None)

    _signed_in(vault, "许婷", Role.TELLER)
    with vault.store.read() as session, pytest.raises(NotAllowed):
        look_up(session, "王")
