"""What may be interrupted: saving, importing, backing up, bringing back, migrating, exchanging the master
key, locking. Each knows how it is done once, and what must be there afterwards.
"""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from sqlalchemy import select

from rmdesk import config, spawning
from rmdesk.models import Customer
from rmdesk.services import accounts, backups, changes, customers, drafts, rotation, settings
from rmdesk.services.changes import codec
from rmdesk.services.errors import UserError
from rmdesk.services.store import Store, open_store
from rmdesk.services.vault import Cost, Unlocked, Vault, VaultFolder, create_vault, open_vault, unlock
from rmdesk.services.vault.keys import derive_keys
from tests.faults.children import READY, Heard, Say
from tests.faults.killed_while_importing import take
from tests.support.files_in import write_csv
from tests.support.vaults import ADMIN, BRANCH, PASSWORD, derive_once

ROOT = Path(__file__).parents[2]
ARCHIVE = ROOT / "tests" / "data" / "vaults"
_MASTER, _UID = bytes(range(32)), "0" * 32  # of the archived vaults, which hold nobody's data
_ROWS = 60  # of an import

Figures = Counter[str]
ZERO = ("lost", "half", "not sound", "does not open")


def prepare() -> None:
    """For a process that does nothing else: passwords are derived once, the reader of files is forked."""
    patch = pytest.MonkeyPatch()
    derive_once(patch)
    patch.setattr(spawning, "METHOD", "fork")


class Operation:
    """One vault in `place`, the computer it was made on, and something done to it time and again."""

    name: ClassVar[str]
    # Killed between replacing the database and remembering its head, this computer takes it for an old one.
    may_look_old: ClassVar[bool] = False

    def __init__(self, place: Path) -> None:
        self.place = place
        self.root, self.home = place / "vault", place / "home"
        self._pristine = place.with_name(place.name + ".pristine")
        self.acknowledged: set[str] = set()
        os.environ[config.HOME_VARIABLE] = str(self.home)
        place.mkdir()
        self._make()
        shutil.copytree(place, self._pristine)

    def _make(self) -> None:
        shutil.copytree(_made_once().name, self.place, dirs_exist_ok=True)
        with contextlib.closing(self.open()) as vault:
            self._fill(vault)

    def _fill(self, vault: Vault) -> None:
        with vault.store.write() as session:
            customers.add_customer(session, {"name": "客户·先"})

    def clear(self) -> None:
        """Nothing is there, and nothing was acknowledged."""
        self.acknowledged.clear()
        shutil.rmtree(self.place)
        self.place.mkdir()

    def reset(self) -> None:
        """Everything as it was made."""
        self.clear()
        shutil.copytree(self._pristine, self.place, dirs_exist_ok=True)

    def work(self, say: Say) -> None:
        """For a child that is killed: again and again."""
        say(READY)
        while True:
            self.once(say)

    def once(self, say: Say) -> None:
        """From opening to closing; what is done for good is said."""
        with contextlib.closing(self.open()) as vault:
            self.do(vault, say)

    def do(self, vault: Vault, say: Say) -> None:
        raise NotImplementedError

    def find(self, vault: Vault, figures: Figures) -> Iterable[str]:
        """What is there of all that was ever said; counts what is there by half."""
        return _names(vault)

    def examine(self, heard: Heard) -> Figures:
        """What became of the vault; of `ZERO` there must be none."""
        figures: Figures = Counter(dict.fromkeys(ZERO, 0))
        self.acknowledged |= set(heard.said)
        figures["acknowledged"] = len(heard.said)
        try:
            vault = self.open()
        except UserError as error:
            print(f"{self.name}: the vault does not open: {error.code}")
            figures["does not open"] += 1
            return figures
        with contextlib.closing(vault):
            figures["lost"] += len(self.acknowledged - set(self.find(vault, figures)))
            figures["not sound"] += not _is_sound(vault.store, vault.keys.audit)
        return figures

    def unlocked(self) -> Unlocked:
        return unlock(self.root, ADMIN, PASSWORD)

    def open(self) -> Vault:
        vault = open_vault(self.unlocked(), accept_rollback=self.may_look_old)
        accounts.enter(vault)
        return vault

    def _new_name(self) -> str:
        return f"客户·{os.urandom(4).hex()}"


class Saving(Operation):
    """Several saves, each of two customers in one transaction."""

    name = "save"

    def do(self, vault: Vault, say: Say) -> None:
        for _ in range(6):
            name = self._new_name()
            with vault.store.write() as session:
                for side in "左右":
                    customers.add_customer(session, {"name": name + side})
            say(name)

    def find(self, vault: Vault, figures: Figures) -> Iterable[str]:
        sides = Counter(name[:-1] for name in _names(vault) if name[-1] in "左右")
        figures["half"] += sum(count != 2 for count in sides.values())
        return sides


class Importing(Operation):
    """A file of customers, all or none of which may be there."""

    name = "import"

    def _make(self) -> None:
        # The person's file lies on another disk than the vault: it is the vault's that is full.
        self._desk = tempfile.TemporaryDirectory()
        super()._make()

    def do(self, vault: Vault, say: Say) -> None:
        name = self._new_name()
        rows = [["客户号", "客户姓名", "手机号码"]]
        rows += [[f"{name[3:]}{row}", f"{name}{row:03}", f"138{os.urandom(3).hex()}"] for row in range(_ROWS)]
        take(vault.store, write_csv(Path(self._desk.name, "customers.csv"), rows))
        say(name)

    def find(self, vault: Vault, figures: Figures) -> Iterable[str]:
        files = Counter(name[:-3] for name in _names(vault) if name != "客户·先")
        figures["half"] += sum(count != _ROWS for count in files.values())
        return files


class BackingUp(Operation):
    """A change, and a verified backup of it."""

    name = "backup"

    def change(self, vault: Vault) -> None:
        with vault.store.write() as session:
            stored = settings.load(session)["lock.idle_seconds"]
            settings.set(session, "lock.idle_seconds", 60 + (stored.value + 1) % 3000, version=stored.version)

    def do(self, vault: Vault, say: Say) -> None:
        self.change(vault)
        say(backups.make(vault).backup.name.text)

    def find(self, vault: Vault, figures: Figures) -> Iterable[str]:
        """Sound backups. Half is one that counts as verified and is not sound."""
        found = backups.list_backups(vault.folder.backups, vault.keys, vault.uid)
        sound = {one.name.text for one in found if not backups.verify(one, vault.uid)}
        figures["half"] += sum(one.is_verified and one.name.text not in sound for one in found)
        return sound


class BringingBack(BackingUp):
    """The newest backup put in place of the vault; the state before becomes a backup."""

    name = "restore"
    may_look_old = True

    def _fill(self, vault: Vault) -> None:
        super()._fill(vault)
        backups.make(vault)

    def do(self, vault: Vault, say: Say) -> None:
        self.change(vault)
        newest = backups.newest_verified(vault.folder.backups, vault.keys, vault.uid)
        assert newest is not None
        say(backups.restore(vault, newest.name.text).kept)


class Rotating(Operation):
    """A customer is added, then the master key exchanged."""

    name = "rotation"
    may_look_old = True

    def do(self, vault: Vault, say: Say) -> None:
        name = self._new_name()
        with vault.store.write() as session:
            customers.add_customer(session, {"name": name})
        say(name)
        rotation.rotate(vault)


class Locking(Operation):
    """A save, what is half written kept, and the window locked."""

    name = "lock"

    def do(self, vault: Vault, say: Say) -> None:
        assert vault.store.actor is not None
        name, uid = self._new_name(), vault.store.actor.staff_uid
        with vault.store.write() as session:
            customers.add_customer(session, {"name": name})
        say(name)
        number = drafts.load(vault, uid).get("number", 0) + 1
        if drafts.keep(vault, uid, {"number": number, "words": "半句话" * number}):
            say(f"draft {number}")
        accounts.sign_out(vault, locked=True)

    def find(self, vault: Vault, figures: Figures) -> Iterable[str]:
        assert vault.store.actor is not None
        kept = drafts.load(vault, vault.store.actor.staff_uid)
        number = kept.get("number", 0)
        figures["half"] += bool(kept) and kept["words"] != "半句话" * number
        return {*_names(vault), *(f"draft {one + 1}" for one in range(number))}


class Migrating(Operation):
    """A vault of an older version, brought to the present one: everything in it must be there."""

    name = "migration"
    _rows: dict[str, list[tuple[Any, ...]]]

    def _make(self) -> None:
        self.home.mkdir()
        folder = VaultFolder(self.root)
        folder.root.mkdir()
        # An old one takes longest; its rows go through most.
        shutil.copy(ARCHIVE / "0008.db", folder.database)
        folder.keyfile.write_bytes(b"{}")
        before = folder.database.read_bytes()
        with contextlib.closing(self._open_store()) as store:
            self._rows = rows_of(store)
        shutil.rmtree(folder.backups)
        folder.database.write_bytes(before)

    def once(self, say: Say) -> None:
        with contextlib.closing(self._open_store()):
            say("migrated")

    def examine(self, heard: Heard) -> Figures:
        figures: Figures = Counter(dict.fromkeys(ZERO, 0))
        figures["acknowledged"] = heard.said.count("migrated")
        try:
            store = self._open_store()
        except UserError as error:
            print(f"{self.name}: the vault does not open: {error.code}")
            figures["does not open"] += 1
            return figures
        with contextlib.closing(store):
            figures["lost"] += rows_of(store) != self._rows
            figures["not sound"] += not _is_sound(store, derive_keys(_MASTER).audit)
        self.reset()
        return figures

    def _open_store(self) -> Store:
        return open_store(VaultFolder(self.root), derive_keys(_MASTER), vault_uid=_UID)


@functools.cache
def _made_once() -> tempfile.TemporaryDirectory[str]:
    """A vault and the computer it was made on, for all operations of this process."""
    place = tempfile.TemporaryDirectory()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(config.HOME_VARIABLE, str(Path(place.name) / "home"))
        root = Path(place.name) / "vault"
        create_vault(root, branch=BRANCH, admin=ADMIN, password=PASSWORD, cost=Cost.FLOOR)[0].close()
    return place


OPERATIONS: dict[str, type[Operation]] = {
    one.name: one for one in (Saving, Importing, BackingUp, BringingBack, Migrating, Rotating, Locking)
}


def _names(vault: Vault) -> list[str]:
    with vault.store.read() as session:
        return list(session.scalars(select(Customer.name)))


def _is_sound(store: Store, audit_key: bytes) -> bool:
    with store.read() as session:
        sound = changes.verify(session, audit_key).sound
    return sound and store.integrity() == []


def rows_of(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every business row, but for the moment and the version of its last change."""
    found = {}
    for name, table in codec.business_tables().items():
        columns = [one for one in table.columns if one.name not in ("updated_at", "created_at", "version")]
        with store.read() as session:
            found[name] = sorted(map(tuple, session.execute(select(*columns))), key=repr)
    return found
