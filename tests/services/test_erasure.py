"""At a request nothing stays that names or describes a person; what the law wants stays under a number."""

from __future__ import annotations

import contextlib
from collections import Counter
from datetime import date

import pytest
from sqlalchemy import select

from rmdesk.models import Customer, Holding
from rmdesk.services import backups, customers, erasure, figures, holdings, interactions, phones, search, tags
from rmdesk.services.customers.beside import rows_beside
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.recycle_bin import Consent
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import Vault
from tests.support.branches import Branch
from tests.support.stores import KEYS

NAME, PHONE, WORDS, ACCOUNT = "欧阳静怡", "13800138000", "孩子在杭州上学", "6222021001112223334"


@pytest.fixture
def person(branch: Branch) -> Customer:
    branch.act("manager")
    made = branch.add(NAME, number="77", notes=WORDS)
    branch.write(phones.add_phone, made.uid, PHONE)
    branch.write(holdings.add_holding, made.uid, {"kind": "fund", "amount_fen": 500, "account": ACCOUNT})
    branch.write(figures.add_figure, made.uid, 60_000_000, "2026-01-31")
    branch.write(tags.add_tag, made.uid, "企业主")
    said = {"held_on": date.today(), "channel": "call", "content": WORDS}
    branch.write(interactions.add_interaction, made.uid, said)
    branch.act("head")
    return made


def erase(branch: Branch, person: Customer, *, keep: bool) -> erasure.Erased:
    agreed = Consent(branch.people["administrator"].staff_uid)
    version = branch.version(person)
    return branch.write(erasure.erase, person.uid, version=version, keep=keep, consent=agreed)


def texts(branch: Branch) -> str:
    """Every value of every table."""
    branch.store.checkpoint()
    with contextlib.closing(Connector(branch.store.path, KEYS.database).open(query_only=True)) as connection:
        names = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'customer_search%'"
        found = [
            repr(connection.execute(f'SELECT * FROM "{name}"').fetchall())
            for (name,) in connection.execute(names).fetchall()
        ]
    return "\n".join(found)


@pytest.mark.parametrize("keep", [True, False])
def test_nothing_of_them_can_be_read_anywhere(branch: Branch, person: Customer, keep: bool) -> None:
    assert all(word in texts(branch) for word in (NAME, PHONE, WORDS, ACCOUNT))
    told = erase(branch, person, keep=keep)
    left = texts(branch)
    assert [word for word in (NAME, PHONE, WORDS, ACCOUNT) if word in left] == []
    assert branch.read(search.find, NAME) == []
    assert branch.is_sound()
    assert dict(told.deleted)["interaction"] == 1
    assert (dict(told.kept) == {"holding": 1, "aum_figure": 1}) is keep
    assert (told.number, told.by, told.agreed) == ("77", "周建国", "吴刚")


def test_what_is_kept_lies_under_the_number_alone(branch: Branch, person: Customer) -> None:
    erase(branch, person, keep=True)

    def look(session: object) -> tuple[Customer, Counter[str], Holding]:
        row = session.scalars(select(Customer)).one()  # type: ignore[attr-defined]
        beside = Counter(str(one.table.name) for one in rows_beside(session, row.id))  # type: ignore[arg-type]
        return row, beside, session.scalars(select(Holding)).one()  # type: ignore[attr-defined]

    row, beside, holding = branch.read(look)
    assert (row.name, row.number, row.notes, row.stage) == (erasure.NAMELESS, "77", None, "lost")
    assert row.deleted_at is not None
    assert beside == {"holding": 1, "aum_figure": 1}
    assert (holding.amount_fen, holding.account) == (500, None)


def test_it_takes_two(branch: Branch, person: Customer) -> None:
    version = branch.version(person)
    with pytest.raises(UserError, match=r"bin\.second_person"):
        branch.write(erasure.erase, person.uid, version=version, keep=True)
    branch.act("manager")
    agreed = Consent(branch.people["administrator"].staff_uid)
    with pytest.raises(NotAllowed):
        branch.write(erasure.erase, person.uid, version=version, keep=True, consent=agreed)


def test_a_backup_does_not_bring_them_back(vault: Vault) -> None:
    with vault.store.write() as session:
        made = customers.add_customer(session, {"name": NAME, "number": "77"})
    backup = backups.make(vault).backup
    with vault.store.write() as session:
        erasure.erase(session, made.uid, version=made.version, keep=True)
    assert vault.store.actor is not None
    with contextlib.closing(backups.look_into(vault.folder, vault.uid, backup, vault.store.actor)) as look:
        with pytest.raises(UserError, match=r"backup\.customer_erased"), vault.store.write() as session:
            backups.bring_customer_back(session, look, made.uid, ["name"])
