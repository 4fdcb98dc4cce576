"""Fixtures of real encrypted databases without the folder's keys and people: the store alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rmdesk.models import Role, Setting, Staff, StaffRole
from rmdesk.models.base import new_uid
from rmdesk.services import changes
from rmdesk.services.changes import Head, Problem, Verdict
from rmdesk.services.store import Store, create_store, open_store
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keys import Keys, derive_keys, new_master

BRANCH = "滨江支行"
VAULT_UID = new_uid()
KEYS: Keys = derive_keys(new_master())


def make_store(root: Path, *, keys: Keys = KEYS, vault_uid: str = VAULT_UID) -> Store:
    """A new store in `root`, with a key file that only has to be there."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "vault.keys").write_bytes(b"{}")
    return create_store(VaultFolder(root), keys, vault_uid=vault_uid, branch=BRANCH, key_generation=1)


def open_again(folder: VaultFolder, *, keys: Keys = KEYS) -> Store:
    return open_store(folder, keys, vault_uid=VAULT_UID)


@pytest.fixture(scope="session")
def store_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One database with one person in it, made once and copied for each test."""
    root = tmp_path_factory.mktemp("store")
    store = make_store(root)
    with store.write() as session:
        person = Staff(name="周建国", mobile="13800000001")
        person.roles = [StaffRole(role=Role.ADMINISTRATOR.value)]
        session.add_all([person, Setting(name="branch.name", value='"滨江支行"')])
        changes.describe(session, "test.begun", subject=person)
    store.close()
    return root


def filled_store(template: Path, root: Path, fill: Callable[[Store], object]) -> Path:
    """A template of a module's own: a copy of another in `root`, filled once for all its tests."""
    shutil.copytree(template, root, dirs_exist_ok=True)
    store = open_again(VaultFolder(root))
    fill(store)
    store.close()
    return root


@pytest.fixture
def store_folder(request: pytest.FixtureRequest, tmp_path: Path) -> VaultFolder:
    """A closed database of this test's own: one change set, person 1, setting 1; the people of a `branch`."""
    wanted = "branch_template" if "branch" in request.fixturenames else "store_template"
    shutil.copytree(request.getfixturevalue(wanted), tmp_path / "store")
    return VaultFolder(tmp_path / "store")


@pytest.fixture
def store(store_folder: VaultFolder) -> Iterator[Store]:
    opened = open_again(store_folder)
    yield opened
    opened.close()


def set_value(store: Store, value: str, kind: str = "test.set") -> int:
    """Give setting 1 a value; returns the number of the change set."""
    with store.write() as session:
        row = session.get_one(Setting, 1)
        row.value = value
        changes.describe(session, kind, subject=row)
    return store.head().number


def value_of(store: Store) -> str:
    with store.read() as session:
        return session.get_one(Setting, 1).value


def verdict(store: Store, anchor: Head | None = None) -> Verdict:
    with store.read() as session:
        return changes.verify(session, KEYS.audit, anchor)


def problems(store: Store, anchor: Head | None = None) -> list[Problem]:
    return list(verdict(store, anchor).problems)
