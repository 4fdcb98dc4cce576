"""Contacts: recording one, the last of a customer among a million, their list; each beside its statement."""

from __future__ import annotations

import itertools
import random
import shutil
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select

from rmdesk.models import Customer, Role, Staff, StaffRole
from rmdesk.services import accounts, contacts, interactions
from rmdesk.services.actor import Actor
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import Unlocked, Vault, open_vault, unlock
from rmdesk.services.vault.keys import derive_keys
from tests.bench import branches
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import ADMIN, PASSWORD, Grounds

CUSTOMERS, CONTACTS = 100_000, 1_000_000
_DAYS = 730
_CONTACT = (
    "INSERT INTO interaction (uid, version, origin_id, customer_id, staff_id, held_on, channel, level, kind,"
    " result, content) VALUES (?, 1, 1, ?, ?, ?, 'call', 'business', 'daily', 'reached', '问过养老理财')"
)
_LAST = (
    "SELECT held_on FROM interaction WHERE customer_id = ? AND result NOT IN ('no_answer', 'message_left')"
    " ORDER BY held_on DESC LIMIT 1"
)
_LIST = "SELECT * FROM interaction WHERE customer_id = ? ORDER BY held_on DESC LIMIT 100"


def run(grounds: Grounds) -> Iterable[Figure]:
    customers, wanted = (3000, 30_000) if grounds.quick else (CUSTOMERS, CONTACTS)
    source = branches.filling(grounds, customers)[0]
    saved = _copied(grounds, source, "contacts")
    _add_contacts(saved, wanted)
    raw = _copied(grounds, saved.folder.root, "contacts-raw")
    with closing(open_vault(saved)) as vault:
        accounts.sign_in(vault)
        _act_as_manager(vault)
        actor = vault.store.actor
        assert actor is not None
        with vault.store.read() as session:
            own = select(Customer.uid, Customer.id).where(Customer.owner_id == actor.staff_id)
            people = session.execute(own.order_by(Customer.id).limit(20_000)).all()
        random.Random(1).shuffle(people)
        turn = itertools.cycle(people)
        with closing(Connector(raw.folder.database, vault.keys.database).open()) as connection:
            yield _adding(grounds, vault, turn, connection, actor.staff_id)
        with vault.store.read() as session:
            cursor = session.connection().connection.cursor()
            name = f"of {wanted:,} contacts"

            def last(id: int) -> None:
                session.scalar(select(contacts.last_contact(Customer.id)).where(Customer.id == id))

            yield _reading(
                grounds, f"last contact, {name}", turn, lambda _uid, id: last(id), cursor, _LAST, 1
            )
            yield _reading(
                grounds,
                f"a customer's list, {name}",
                turn,
                lambda uid, _id: interactions.list_interactions(session, uid),
                cursor,
                _LIST,
                5,
            )


def _copied(grounds: Grounds, source: Path, name: str) -> Unlocked:
    target = grounds.folder / name
    shutil.copytree(source, target)
    return unlock(target, ADMIN, PASSWORD)


def _add_contacts(unlocked: Unlocked, wanted: int) -> None:
    """Fill up to so many contacts by the driver: what is measured reads rows, not the records of them."""
    dice = random.Random(1)
    key = derive_keys(unlocked.master).database
    with closing(Connector(unlocked.folder.database, key).open()) as connection:
        [there] = connection.execute("SELECT count(*) FROM interaction").fetchone()
        managers = dict(connection.execute("SELECT id, owner_id FROM customer WHERE owner_id IS NOT NULL"))
        ids = list(managers)
        today = date.today()
        connection.execute("PRAGMA cache_size = -500000")  # KiB: they come in no order of the indexes
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            _CONTACT,
            (
                (
                    f"bench{number:027}",
                    id,
                    managers[id],
                    (today - timedelta(dice.randrange(_DAYS))).isoformat(),
                )
                for number in range(there, wanted)
                for id in (dice.choice(ids),)
            ),
        )
        connection.execute("COMMIT")


def _act_as_manager(vault: Vault) -> None:
    with vault.store.read() as session:
        managing = select(Staff).join(StaffRole).where(StaffRole.role == Role.RELATIONSHIP_MANAGER.value)
        vault.store.actor = Actor.of(session.scalars(managing.order_by(Staff.id)).first())  # type: ignore[arg-type]


def _adding(
    grounds: Grounds, vault: Vault, turn: Iterable[tuple[str, int]], connection: object, staff_id: int
) -> Figure:
    people = iter(turn)
    numbers = itertools.count()

    def save() -> float:
        uid, _ = next(people)
        begun = time.perf_counter()
        with vault.store.write() as session:
            interactions.add_interaction(session, uid, {"channel": "call", "content": "问过养老理财"})
        return (time.perf_counter() - begun) * 1000

    def raw() -> float:
        _, id = next(people)
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")  # type: ignore[attr-defined]
        connection.execute(  # type: ignore[attr-defined]
            _CONTACT, (f"raw{next(numbers):029}", id, staff_id, date.today().isoformat())
        )
        connection.execute("COMMIT")  # type: ignore[attr-defined]
        return (time.perf_counter() - begun) * 1000

    in_turn(10, save, raw)
    samples, floor = in_turn(grounds.rounds(200), save, raw)
    raw_is = "the same INSERT, BEGIN IMMEDIATE to COMMIT, same file and pragmas"
    return Figure("recording a contact", "ms", samples, floor, raw_is, Limit(10))


def _reading(
    grounds: Grounds,
    name: str,
    turn: Iterable[tuple[str, int]],
    read: Callable[[str, int], object],
    cursor: object,
    statement: str,
    most: float,
) -> Figure:
    people = iter(turn)

    def ours() -> float:
        uid, id = next(people)
        begun = time.perf_counter()
        read(uid, id)
        return (time.perf_counter() - begun) * 1000

    def raw() -> float:
        _, id = next(people)
        begun = time.perf_counter()
        cursor.execute(statement, (id,)).fetchall()  # type: ignore[attr-defined]
        return (time.perf_counter() - begun) * 1000

    in_turn(50, ours, raw)
    samples, floor = in_turn(grounds.rounds(300), ours, raw)
    return Figure(name, "ms", samples, floor, "the statement alone, by the driver", Limit(most, of="p95"))
