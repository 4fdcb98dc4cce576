"""Changed files of segments, and changed saved views: read and asked of a branch, or refused."""

from __future__ import annotations

import contextlib
import json
import random
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rmdesk import segment_labels
from rmdesk.models import Role, Staff, StaffRole, Tag, Tier
from rmdesk.services import archive, changes, customers, segments
from rmdesk.services.segments.fields import FIELDS, Shape
from rmdesk.services.store import Store
from rmdesk.services.vault.folder import VaultFolder
from tests.faults.killed_while_importing import act_as_head
from tests.faults.mutating import mutate
from tests.support.stores import make_store, open_again

_TODAY = date(2026, 9, 10)
# What may stand beside an operator, by its shape; a segment of each field and operator is made with them.
_VALUES: dict[Shape, Any] = {
    Shape.CODES: ["female", 4, "intensive"],
    Shape.NAMES: ["金卡", "企业主", "周建国", {"uid": "0" * 32, "name": "教师"}],
    Shape.NAME: "金卡",
    Shape.CODE: 4,
    Shape.AMOUNT: 300_000.5,
    Shape.AMOUNTS: [100_000, None],
    Shape.NUMBER: 3,
    Shape.NUMBERS: [None, 80],
    Shape.DATES: ["2026-01-01", None],
    Shape.DAYS: 30,
    Shape.TEXT: "软件",
    Shape.YES_NO: True,
    Shape.NOTHING: None,
    Shape.HOLDING: {"kinds": ["deposit"], "own": False, "bank": "工行", "amount": [1, None]},
    Shape.DAYS_AHEAD: {"days": 30, "kinds": ["wedding"]},
    Shape.CONTACTS: {"count": 2, "days": 90, "channels": ["call"], "levels": ["leader"]},
}
_TIERS = ((1, "普通"), (2, "金卡"), (3, "白金"))
_VIEW = {
    "conditions": [
        {"trait": "aum", "value": [10_000_000, None]},
        {"trait": "gender", "value": ["female", None]},
        {"trait": "birthday", "value": [1, 30]},
        {"trait": "employer", "value": "软件"},
        {"trait": "no_calls", "value": True},
        {"trait": "segment", "value": "0" * 32},
    ]
}


@contextlib.contextmanager
def trials(place: Path, files: Path | None) -> Iterator[Callable[[random.Random], str]]:
    """Of every field and operator; what is read is asked of a vault, said in words and written again."""
    folder = VaultFolder(place / "store")
    with contextlib.closing(make_store(folder.root)) as store:
        _fill(store)
    opened: list[Store] = []  # by whoever tries them, which is a child
    tests = [
        {"field": field.name, "op": op.value} | ({} if shape is Shape.NOTHING else {"value": _VALUES[shape]})
        for field in FIELDS.values()
        for op, shape in field.ops.items()
    ]
    view = json.dumps(_VIEW, ensure_ascii=False).encode()

    def trial(chance: random.Random) -> str:
        if not opened:
            opened.append(open_again(folder))
            act_as_head(opened[0])
        if chance.random() < 0.2:
            return _narrowed(opened[0], mutate(chance, view).decode("utf-8", "replace"))
        some = chance.sample(tests, 4)
        sound = {"version": 1, "all": [some[0], {"any": [*some[1:3], {"none": some[3:]}]}]}
        return _asked(opened[0], mutate(chance, json.dumps(sound).encode()).decode("utf-8", "replace"))

    yield trial


def _asked(store: Store, text: str) -> str:
    with store.read() as session:
        document = segments.parse(text)
        if isinstance(document, dict):  # as the window does while somebody still writes
            segments.examine(segments.Names(session), document)
        expression = segments.read(session, document)
        written = json.dumps(expression.stored())
        assert segments.read(session, segments.parse(written)).stored() == expression.stored()
        segment_labels.sentence(expression)
        members = segments.find_members(session, expression, _TODAY)
        assert segments.count(session, expression, _TODAY) == len(members)
    return "read"


def _narrowed(store: Store, text: str) -> str:
    with store.read() as session:
        found = archive.Condition.of_view(segments.parse(text))
        archive.find_customers(session, conditions=found, today=_TODAY)
    return "read"


def _fill(store: Store) -> None:
    with store.write() as session:
        person = Staff(name="周建国")
        person.roles = [StaffRole(role=Role.BRANCH_HEAD.value)]
        tiers = [Tier(name=name, rank=rank, threshold_fen=rank * 10**7) for rank, name in _TIERS]
        session.add_all([person, Tag(name="企业主"), *tiers])
        changes.describe(session, "test.begun", subject=person)
    act_as_head(store)
    for number in range(20):
        with store.write() as session:
            customers.add_customer(
                session, {"name": f"王芳{number}", "gender": "female", "grade": number % 5 + 1}
            )
