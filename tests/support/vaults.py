"""Fixtures of real vaults in temporary folders.

One vault is made for the whole session (at the floor of the password's cost) and copied for each test,
with this computer's anchor. Its master key is kept, so that opening costs no key derivation.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from argon2 import low_level
from sqlalchemy import select

from rmdesk import config
from rmdesk.models import Role, Staff
from rmdesk.services import accounts, demo, staff
from rmdesk.services.vault import (
    Cost,
    Slot,
    Unlocked,
    Vault,
    VaultFolder,
    create_vault,
    open_vault,
    unlock,
)

BRANCH = "滨江支行"
ADMIN = "周建国"
PASSWORD = "八点开门 8:00"  # of the administrator
_ARGON2 = low_level.hash_secret_raw


@dataclass(frozen=True)
class Template:
    """The vault that tests get copies of, and the home of the computer it was made on."""

    folder: Path
    home: Path
    recovery_code: str
    unlocked: Unlocked


@pytest.fixture(scope="session")
def vault_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    root = tmp_path_factory.mktemp("template")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(config.HOME_VARIABLE, str(root / "home"))
        vault, code = create_vault(
            root / "vault", branch=BRANCH, admin=ADMIN, password=PASSWORD, cost=Cost.FLOOR
        )
        vault.close()
        unlocked = unlock(root / "vault", ADMIN, PASSWORD)
    return Template(root / "vault", root / "home", code, unlocked)


@functools.cache
def _hash_secret_raw(*given: Any, **named: Any) -> bytes:
    return _ARGON2(*given, **named)


@pytest.fixture
def derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that merely pass by a sign-in."""
    derive_once(monkeypatch)


def derive_once(patch: pytest.MonkeyPatch) -> None:
    """What Argon2 gave for a password and a salt serves again."""

    def hash_secret_raw(secret: bytes, salt: bytes, **cost: Any) -> bytes:
        if not any(salt):  # the calibration wants to know how long it takes
            return _ARGON2(secret, salt, **cost)
        return _hash_secret_raw(secret, salt, **cost)

    patch.setattr(low_level, "hash_secret_raw", hash_secret_raw)


def filled_vault(template: Template, root: Path, fill: Callable[[Vault], object]) -> Template:
    """A template of a module's own: a copy of another in `root`, filled once for all its tests.

    The administrator is signed in while `fill` works; it may leave somebody else acting.
    """
    shutil.copytree(template.folder, root / "vault")
    shutil.copytree(template.home, root / "home")
    folder = VaultFolder.at(root / "vault")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(config.HOME_VARIABLE, str(root / "home"))
        unlocked = dataclasses.replace(template.unlocked, folder=folder)
        with contextlib.closing(open_vault(unlocked)) as vault:
            accounts.sign_in(vault)
            fill(vault)
    return dataclasses.replace(template, folder=root / "vault", home=root / "home")


@pytest.fixture
def recovery_code(vault_template: Template) -> str:
    return vault_template.recovery_code


@pytest.fixture
def vault_folder(vault_template: Template, tmp_path: Path, home: Path) -> VaultFolder:
    """A closed vault of this test's own, on the computer it was made on."""
    shutil.copytree(vault_template.folder, tmp_path / "vault")
    shutil.copytree(vault_template.home / "anchors", home / "anchors")
    return VaultFolder.at(tmp_path / "vault")


OpenAgain = Callable[..., Vault]


@pytest.fixture
def open_again(vault_template: Template, vault_folder: VaultFolder) -> Iterator[OpenAgain]:
    """Opens this test's vault with the administrator's slot, closing what it opened before.

    Takes what `open_vault` takes; `signed_in=False` leaves nobody acting.
    """
    opened: list[Vault] = []

    def open_(*, signed_in: bool = True, **options: Any) -> Vault:
        for former in opened:
            former.close()
        vault = open_vault(dataclasses.replace(vault_template.unlocked, folder=vault_folder), **options)
        opened.append(vault)
        if signed_in:
            accounts.sign_in(vault)
        return vault

    yield open_
    for vault in opened:
        vault.close()


@pytest.fixture
def vault(open_again: OpenAgain) -> Vault:
    """An open vault in which the administrator is signed in."""
    return open_again()


_prepared: dict[tuple[object, ...], Slot] = {}


def add_person(vault: Vault, name: str, password: str, roles: Iterable[Role]) -> Staff:
    """A further person, added by whoever is signed in; their password is a one-use one.

    The copies of one vault share keys and uid, so a password is derived for the first of them only.
    """
    asked = (vault.uid, vault.keys.master, vault.keyfile.current, name, password)
    slot = _prepared.get(asked)
    if slot is None or _is_known(vault, slot.staff):
        uid = staff.new_staff_uid()
        slot = staff.prepare_password(vault, name, uid, password, one_use=True, cost=Cost.FLOOR)
        _prepared[asked] = slot
    with vault.store.write() as session:
        return staff.add_staff(session, vault, name, roles, slot)


_newcomers: dict[tuple[object, ...], list[demo.Newcomer]] = {}


def prepare_newcomers(vault: Vault, password: str) -> list[demo.Newcomer]:
    """The people of the demonstration branch for a copy of a vault that only the administrator uses yet."""
    asked = (vault.uid, vault.keys.master, vault.keyfile.current, password)
    if asked not in _newcomers:
        _newcomers[asked] = demo.prepare_people(vault, {ADMIN}, password)
    return _newcomers[asked]


def _is_known(vault: Vault, staff_uid: str) -> bool:
    """Whether this vault has, or once had, the person of this uid."""
    with vault.store.read() as session:
        return session.scalar(select(Staff.id).where(Staff.uid == staff_uid)) is not None
