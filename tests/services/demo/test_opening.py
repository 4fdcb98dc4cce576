"""The demonstration branch: made by the use cases, marked as invented, never over somebody's vault."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from sqlalchemy import func, select

from rmdesk import config
from rmdesk.models import Customer, CustomerFact, Role
from rmdesk.services import accounts, changes, demo, plans, settings, staff
from rmdesk.services.errors import Damaged, UserError
from rmdesk.services.imports import running
from rmdesk.services.vault import Cost, VaultFolder, create_vault

COUNT = 40


def test_demo(home: object):
    folder = VaultFolder.at(config.demo_vault_folder())
    with contextlib.closing(demo.open_demo(folder, customers=COUNT)) as vault:
        uid = vault.uid
        signed_in = accounts.sign_in(vault)
        assert signed_in.actor.roles == {Role.BRANCH_HEAD, Role.ADMINISTRATOR, Role.RELATIONSHIP_MANAGER}
        assert not signed_in.must_change_password
        with vault.store.read() as session:
            assert settings.get(session, "vault.demonstration") is True
            with pytest.raises(UserError, match=r"import\.demonstration"):
                running.check(session)
            people = staff.list_staff(session, with_disabled=False)
            assert {role for person in people for role in person.role_set} == set(Role)
            assert {"林晓雯", "陈立", "苏敏", "周建国"} <= {person.name for person in people}
            kinds = {one.kind for one in changes.load_sets(session, changes.find_numbers(session))}
            assert {
                "staff.added",
                "staff.renamed",
                "staff.roles_set",
                "staff.disabled",
                "staff.password_reset",
                "setting.changed",
            } <= kinds
            assert changes.verify(session, vault.keys.audit).sound
            assert session.scalar(select(func.count()).select_from(CustomerFact)) == COUNT
        with pytest.raises(UserError) as caught, vault.store.write() as session:
            settings.set(session, "vault.demonstration", False, version=1)
        assert caught.value.code == "settings.fixed"

    with contextlib.closing(demo.open_demo(folder, customers=COUNT)) as vault:
        assert vault.uid == uid  # what was tried out is kept
    folder.database.write_bytes(folder.database.read_bytes()[:5000])
    with pytest.raises(Damaged):
        demo.open_demo(folder, customers=COUNT)
    with contextlib.closing(demo.open_demo(folder, fresh=True, customers=COUNT)) as vault:
        assert vault.uid != uid
        assert not vault.findings


def test_a_demonstration_of_an_earlier_version_gets_its_customers(home: object):
    folder = VaultFolder.at(config.demo_vault_folder())
    vault, _ = create_vault(folder, branch="滨江", admin=demo.HEAD, password=demo.PASSWORD, cost=Cost.FLOOR)
    with contextlib.closing(vault):
        accounts.sign_in(vault)
        with vault.store.write() as session:
            settings.fix(session, "vault.demonstration", True)
    for _ in range(2):
        with (
            contextlib.closing(demo.open_demo(folder, customers=COUNT)) as vault,
            vault.store.read() as session,
        ):
            assert vault.store.actor is None
            filled = changes.find_numbers(session, kinds=["demo.filled"])
            assert len(filled) == 1
            assert session.scalar(select(func.count()).select_from(Customer)) == COUNT


def test_another_vault_is_not_touched(home: object):
    folder = VaultFolder.at(config.demo_vault_folder())
    vault, _ = create_vault(folder, branch="滨江", admin=demo.HEAD, password=demo.PASSWORD, cost=Cost.FLOOR)
    vault.close()
    for fresh in (False, True):
        with pytest.raises(UserError) as caught:
            demo.open_demo(folder, fresh=fresh)
        assert caught.value.code == "demo.other_vault"
    assert folder.holds_vault()


def test_vault_of_other_people_is_not_touched(vault_folder: VaultFolder):
    before = vault_folder.keyfile.read_bytes()
    with pytest.raises(UserError) as caught:
        demo.open_demo(vault_folder, fresh=True)
    assert caught.value.code == "demo.other_vault"
    assert vault_folder.keyfile.read_bytes() == before


def test_it_has_plans_in_the_middle_of_their_days_handed_in_and_evaluated(home: object):
    with contextlib.closing(
        demo.open_demo(VaultFolder.at(config.demo_vault_folder()), customers=600)
    ) as vault:
        accounts.sign_in(vault)
        with vault.store.read() as session:
            listed = plans.list_plans(session, date.today())
            assert [one.standing for one in listed] == ["submitted", "running", "closed"]
            for one in listed[1:]:
                assert one.tally.done > one.tally.late >= 0
                assert (
                    one.tally.done + one.tally.late + one.tally.skipped + one.tally.dropped == one.tally.due
                )
            assert all(not one.is_own and one.tally.items for one in listed)
            assert changes.verify(session, vault.keys.audit).sound
