"""A branch with its people in a real encrypted store, for tests of customers: who acts, adding, reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer, Role, Staff, StaffRole
from rmdesk.services import cadences, changes, customers, tiers, undoing
from rmdesk.services.actor import Actor
from rmdesk.services.customers.record import CustomerRecord, get_customer
from rmdesk.services.store import Store
from tests.support.stores import filled_store, verdict

_T = TypeVar("_T")

PEOPLE: dict[str, tuple[str, Role]] = {
    "head": ("周建国", Role.BRANCH_HEAD),
    "supervisor": ("何佳怡", Role.SUPERVISOR),
    "manager": ("林晓雯", Role.RELATIONSHIP_MANAGER),
    "colleague": ("陈立", Role.RELATIONSHIP_MANAGER),
    "lobby": ("许婷", Role.LOBBY_MANAGER),
    "teller": ("马志强", Role.TELLER),
    "administrator": ("吴刚", Role.ADMINISTRATOR),
    "auditor": ("苏敏", Role.AUDITOR),
}


class Branch:
    """The open store and its people by what they are; `act` says who does what follows."""

    def __init__(self, store: Store) -> None:
        self.store = store
        with store.read() as session:
            found = {one.name: Actor.of(one) for one in session.scalars(select(Staff))}
        self.people = {who: found[name] for who, (name, _) in PEOPLE.items()}
        self.act("head")

    def act(self, who: str) -> Actor:
        self.store.actor = self.people[who]
        return self.people[who]

    def write(self, use_case: Callable[..., _T], *arguments: Any, **named: Any) -> _T:
        """One use case in a transaction of its own."""
        with self.store.write() as session:
            return use_case(session, *arguments, **named)

    def read(self, question: Callable[..., _T], *arguments: Any, **named: Any) -> _T:
        with self.store.read() as session:
            return question(session, *arguments, **named)

    def add(self, name: str = "张晓敏", **fields: object) -> Customer:
        """A customer of whoever acts, or of nobody."""
        return self.write(customers.add_customer, {"name": name} | fields)

    def edit(self, customer: Customer, **fields: object) -> Customer:
        return self.write(customers.edit_customer, customer.uid, fields, version=self.version(customer))

    def version(self, row: Any) -> int:
        """The version a row has now."""
        model = type(row)
        with self.store.read() as session:
            return int(session.scalars(select(model.version).where(model.uid == row.uid)).one())

    def record(self, customer: Customer) -> CustomerRecord:
        """As whoever acts sees it, masked."""
        return self.read(get_customer, customer.uid)

    def exact(self, customer: Customer) -> CustomerRecord:
        """With every value that whoever acts may reveal."""
        return self.write(get_customer, customer.uid, exact=True)

    def newest(self) -> changes.SetRow:
        with self.store.read() as session:
            return changes.load_sets(session, changes.find_numbers(session)[:1])[0]

    def undo(self) -> int:
        """Take the newest change set back."""
        return self.write(undoing.undo, self.newest().number)

    def is_sound(self) -> bool:
        return verdict(self.store).sound


@pytest.fixture(scope="session")
def branch_template(store_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the people, tiers and intervals of a branch, made once and copied for each test."""
    return filled_store(store_template, tmp_path_factory.mktemp("branch"), _add_people)


@pytest.fixture
def branch(store: Store) -> Branch:
    return Branch(store)


def _add_people(store: Store) -> None:
    with store.write() as session:
        _rename_first(session)
        for name, role in PEOPLE.values():
            person = Staff(name=name)
            person.roles = [StaffRole(role=role.value)]
            session.add(person)
        changes.describe(session, "test.added")
        tiers.ensure(session)
        cadences.ensure(session)


def _rename_first(session: Session) -> None:
    """The administrator that every store begins with makes room for the branch head of that name."""
    session.get_one(Staff, 1).name = "管理员"
    session.flush()
