"""Saving one field of one record, with its change record, seal and anchor, until it is safe on the disk."""

from __future__ import annotations

import itertools
import shutil
import time
from collections.abc import Iterable
from contextlib import closing

from sqlalchemy import select

from rmdesk.models import Staff
from rmdesk.services import accounts, customers, staff
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import Vault, open_vault
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import ADMIN, Grounds

_RAW = "the same UPDATE, BEGIN IMMEDIATE to COMMIT, same file and pragmas"


def run(grounds: Grounds) -> Iterable[Figure]:
    beside = grounds.copy_of_vault("raw")
    with closing(open_vault(grounds.copy_of_vault("saved"))) as vault:
        accounts.sign_in(vault)
        with vault.store.read() as session:
            uid, version = session.execute(select(Staff.uid, Staff.version).where(Staff.name == ADMIN)).one()
        numbers = (str(number) for number in itertools.count(13800000000))
        versions = itertools.count(version)
        connection = Connector(beside.folder.database, vault.keys.database).open()

        def save() -> float:
            number, seen = next(numbers), next(versions)
            begun = time.perf_counter()
            with vault.store.write() as session:
                staff.set_mobile(session, uid, number, version=seen)
            return (time.perf_counter() - begun) * 1000

        def raw() -> float:
            number = next(numbers)
            begun = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "UPDATE staff SET mobile = ?, version = version + 1 WHERE uid = ?", (number, uid)
            )
            connection.execute("COMMIT")
            return (time.perf_counter() - begun) * 1000

        with closing(connection):
            in_turn(20, save, raw)
            samples, floor = in_turn(grounds.rounds(400), save, raw)
        limit = Limit(2, beyond_floor=True)
        yield Figure("saving one record with its change record", "ms", samples, floor, _RAW, limit)
        yield _editing(grounds, vault)


def _editing(grounds: Grounds, vault: Vault) -> Figure:
    """What people do all day: a customer's name, with facts and search index brought up to date."""
    with vault.store.write() as session:
        added = customers.add_customer(session, {"name": "张晓明", "number": "K0001"})
        uid, version = added.uid, added.version
    names, others = (itertools.cycle(("张小明", "张晓明")) for _ in range(2))
    versions = itertools.count(version)
    beside = vault.folder.root.with_name("edited raw.db")
    vault.store.checkpoint()
    shutil.copyfile(vault.folder.database, beside)
    connection = Connector(beside, vault.keys.database).open()

    def edit() -> float:
        name, seen = next(names), next(versions)
        begun = time.perf_counter()
        with vault.store.write() as session:
            customers.edit_customer(session, uid, {"name": name}, version=seen)
        return (time.perf_counter() - begun) * 1000

    def raw() -> float:
        name = next(others)
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE customer SET name = ?, version = version + 1 WHERE uid = ?", (name, uid))
        connection.execute("COMMIT")
        return (time.perf_counter() - begun) * 1000

    with closing(connection):
        in_turn(20, edit, raw)
        samples, floor = in_turn(grounds.rounds(200), edit, raw)
    limit = Limit(5, beyond_floor=True)
    return Figure("a customer's name, with facts and search", "ms", samples, floor, _RAW, limit)
