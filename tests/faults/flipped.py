"""One flipped bit in what stands beside the database: the key file, a backup, a document."""

from __future__ import annotations

import contextlib
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from rmdesk.models import Role, Staff
from rmdesk.services import attachments, backups, customers
from rmdesk.services.actor import Actor
from rmdesk.services.errors import UserError
from rmdesk.services.vault import Vault, open_vault, unlock
from tests.faults.operations import BackingUp
from tests.faults.turns import turns
from tests.support.vaults import ADMIN, PASSWORD

NOTICED, HARMLESS, WRONG = "noticed", "harmless", "silently wrong"
_DOCUMENT = b"%PDF-1.3\n" + bytes(range(256)) * 20

Flip = Callable[[random.Random], str]


def run(what: str, count: int, seconds: float | None = None, seed: int = 20260301) -> dict[str, int]:
    """Flip one bit `count` times in a key file, a backup or a document, each time of a sound one."""
    chance = random.Random(seed)
    figures: Counter[str] = Counter({NOTICED: 0, HARMLESS: 0, WRONG: 0, "crashed": 0})
    with tempfile.TemporaryDirectory() as place:
        operation = BackingUp(Path(place) / "live")
        with _KINDS[what](operation) as flip:
            for _ in turns(count, seconds):
                try:
                    figures[flip(chance)] += 1
                except Exception as error:
                    print(f"{what}: {type(error).__name__}")
                    figures["crashed"] += 1
    return dict(figures)


@contextlib.contextmanager
def _flipped(path: Path, chance: random.Random) -> Iterator[None]:
    """With one bit of the file flipped; as it was afterwards."""
    whole = path.read_bytes()
    damaged = bytearray(whole)
    damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    path.write_bytes(damaged)
    try:
        yield
    finally:
        path.write_bytes(whole)


@contextlib.contextmanager
def _key_file(operation: BackingUp) -> Iterator[Flip]:
    """Without its copy, so that nothing but the damaged one is there."""
    sound = operation.unlocked()
    sound.folder.keyfile_backup.unlink()

    def flip(chance: random.Random) -> str:
        with _flipped(sound.folder.keyfile, chance):
            try:
                found = unlock(operation.root, ADMIN, PASSWORD)
            except UserError:
                return NOTICED
        return HARMLESS if found.master == sound.master and found.keyfile == sound.keyfile else WRONG

    yield flip


@contextlib.contextmanager
def _backup(operation: BackingUp) -> Iterator[Flip]:
    """In its database, its key file, its facts, or in a document kept for it."""
    with contextlib.closing(open_vault(operation.unlocked())) as vault:
        _add_document(vault)
        name = backups.make(vault).backup.name.text
        place = vault.folder.backups
        parts = [
            *(place / f"{name}{ending}" for ending in (".db", ".keys", ".facts")),
            *(place / "attachments").glob("*"),
        ]

        def flip(chance: random.Random) -> str:
            # By size most are in the database; one in three is elsewhere.
            part = parts[0] if chance.random() < 0.66 else chance.choice(parts[1:])
            with _flipped(part, chance):
                found = backups.find(place, vault.keys, vault.uid, name)
                is_noticed = not found.is_verified or bool(backups.verify(found, vault.uid))
            return NOTICED if is_noticed else WRONG

        yield flip


@contextlib.contextmanager
def _document(operation: BackingUp) -> Iterator[Flip]:
    with contextlib.closing(open_vault(operation.unlocked())) as vault:
        _add_document(vault)
        [path] = vault.folder.attachments.iterdir()

        def flip(chance: random.Random) -> str:
            with _flipped(path, chance):
                try:
                    with vault.store.write() as session:
                        _, content = attachments.open_attachment(session, vault, path.stem)
                except UserError:
                    return NOTICED
            return HARMLESS if content == _DOCUMENT else WRONG

        yield flip


def _add_document(vault: Vault) -> None:
    """Of a customer of whoever opened the vault, who is a relationship manager from now on."""
    with vault.store.read() as session:
        person = session.get_one(Staff, 1)
        vault.store.actor = Actor(person.id, person.uid, person.name, frozenset({Role.RELATIONSHIP_MANAGER}))
    with vault.store.write() as session:
        customer = customers.add_customer(session, {"name": "张晓敏"})
        attachments.add_attachment(session, vault, customer.uid, "合同.pdf", _DOCUMENT)


_KINDS = {"key file": _key_file, "backup": _backup, "document": _document}
