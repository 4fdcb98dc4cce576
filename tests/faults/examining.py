"""What becomes of a damaged vault: refused, reported, harmless, or (never) a wrong value shown."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select

from rmdesk.models import Base, Setting, Staff, StaffNotice, StaffRole
from rmdesk.models.base import utc_now
from rmdesk.services import bulk, changes
from rmdesk.services.changes import Head
from rmdesk.services.errors import Damaged
from rmdesk.services.store import Store
from rmdesk.services.vault.folder import VaultFolder
from tests.faults import tampering
from tests.support.stores import KEYS, make_store, open_again

PAGE = 4096

Contents = dict[str, list[tuple[Any, ...]]]


@dataclass
class Outcome:
    """What happened to one damaged vault. `wrong` names what was shown and is not what was kept."""

    refused: str | None = None
    read_errors: int = 0
    reported: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def verdict(self) -> str:
        if self.refused:
            return "refused"
        if self.reported or self.read_errors:
            return "reported"
        return "undetected" if self.wrong else "harmless"


def make_lived(root: Path, notices: int = 60) -> VaultFolder:
    """A closed database with a history on some tens of pages."""
    store = make_store(root)
    with store.write() as session:
        person = Staff(name="周建国", mobile="13800000001")
        person.roles = [StaffRole(role="administrator")]
        session.add_all([person, Setting(name="branch.name", value="0")])
        changes.describe(session, "test.begun")
    tampering.live(store)
    add_notices(store, notices)
    store.close()
    return VaultFolder(root)


def add_notices(store: Store, count: int) -> None:
    with store.write() as session:
        rows = [
            {"staff_id": 1, "code": f"notice.{number}", "raised_at": utc_now()} for number in range(count)
        ]
        bulk.insert(session, StaffNotice, rows)
        changes.describe(session, "test.noticed")


def contents(store: Store) -> Contents:
    """Every row of every table, each table in a read of its own."""
    found: Contents = {}
    for table in Base.metadata.sorted_tables:
        with store.read() as session:
            rows = session.execute(select(table).order_by(*table.primary_key.columns))
            found[table.name] = [tuple(row) for row in rows]
    return found


def examine(folder: VaultFolder, kept: Contents, anchor: Head) -> Outcome:
    """Open a vault that may be damaged, show everything in it, check it, close it."""
    outcome = Outcome()
    # The findings are logged; in a run of thousands nobody reads them.
    logging.disable(logging.CRITICAL)
    try:
        try:
            store = open_again(folder)
        except Damaged as error:
            outcome.refused = error.code
            return outcome
        try:
            _show(store, kept, outcome)
            _check(store, anchor, outcome)
        finally:
            store.close()
    finally:
        logging.disable(logging.NOTSET)
    return outcome


def _show(store: Store, kept: Contents, outcome: Outcome) -> None:
    for name, rows in kept.items():
        table = Base.metadata.tables[name]
        try:
            with store.read() as session:
                statement = select(table).order_by(*table.primary_key.columns)
                shown = [tuple(row) for row in session.execute(statement)]
        except Damaged:
            outcome.read_errors += 1
            continue
        if shown != rows:
            outcome.wrong.append(name)


def _check(store: Store, anchor: Head, outcome: Outcome) -> None:
    try:
        outcome.reported += store.integrity()
        with store.read() as session:
            outcome.reported += [one.code for one in changes.verify(session, KEYS.audit, anchor).problems]
    except Damaged as error:
        outcome.reported.append(error.code)


def tally(outcomes: list[Outcome], *, earlier: bool = False) -> dict[str, int]:
    """How often which; with `earlier`, what was put in place is of this vault itself at some earlier time: no
    seal tells that, and it is shown until the check tells of it.
    """
    counted = Counter(outcome.verdict for outcome in outcomes)
    return {name: counted[name] for name in ("refused", "reported", "harmless", "undetected")} | {
        # Shown at all, even if a check would have told of it afterwards.
        "earlier state, told" if earlier else "wrong values": sum(bool(one.wrong) for one in outcomes)
    }
