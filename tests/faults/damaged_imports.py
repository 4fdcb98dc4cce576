"""Damaged files imported to the end: each is taken and every row counted, or refused and nothing kept."""

from __future__ import annotations

import contextlib
import random
import resource
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from rmdesk.models import Role, Setting, Staff, StaffRole
from rmdesk.services import changes
from rmdesk.services.changes import codec
from rmdesk.services.errors import UserError
from rmdesk.services.imports import reading
from rmdesk.services.store import Store
from rmdesk.services.vault.folder import VaultFolder
from tests.faults import tables
from tests.faults.killed_while_importing import act_as_head, take
from tests.support.stores import make_store, open_again, verdict

_MEGABYTES = 500
_TITLES = "客户清单（测试）"
_NAMES = ("王芳", "李敏", "赵强")
_BORN = "1984年6月3日"
_FILES = {
    "customers": [
        [_TITLES],
        ["客户号", "客户姓名", "手机号码", "出生日期", "资产（万元）", "管户经理", "备注"],
        *([f"C{i}", _NAMES[i % 3], f"138{i:08}", _BORN, f"{i * 3.5}", "周建国", "备,注"] for i in range(60)),
        ["合计", "", "", "", "6300", "", ""],
    ],
    "holdings": [
        ["客户号", "产品类型", "产品名称", "金额", "起息日", "到期日", "利率"],
        *(
            [f"C{i}", "定期存款", "三年期", f"{i},000.00", "20240101", "2027-01-01", "2.75%"]
            for i in range(60)
        ),
    ],
    "balances": [
        ["客户号", "2026年7月", "2026年8月", "2026年9月"],
        *([f"C{i}", f"{i}万", f"{i * 2}万", "-"] for i in range(60)),
    ],
}


@contextlib.contextmanager
def trials(place: Path, files: Path | None) -> Iterator[Callable[[random.Random], str]]:
    """Damaged files, our own and real ones of a folder, imported one after the other into one vault."""
    seeds = [(target, *seed) for target, rows in _FILES.items() for seed in tables.seeds(rows)]
    others = [(target, *seed) for target in _FILES for seed in tables.real(files, target)]
    folder = VaultFolder(place / "store")
    with contextlib.closing(make_store(folder.root)) as store:
        with store.write() as session:
            person = Staff(name="周建国")
            person.roles = [StaffRole(role=Role.BRANCH_HEAD.value)]
            session.add_all([person, Setting(name="branch.name", value='"滨江支行"')])
            changes.describe(session, "test.begun", subject=person)
    opened: list[Store] = []  # by whoever tries them, which is a child

    def trial(chance: random.Random) -> str:
        if not opened:
            opened.append(open_again(folder))
            act_as_head(opened[0])
        # Real ones are long, and take ten times as long.
        target, content, is_by_parts = chance.choice(others if others and chance.random() < 0.1 else seeds)
        file = place / "file.xlsx"
        file.write_bytes(tables.damaged(chance, content, is_by_parts=is_by_parts))
        return _outcome(opened[0], file, target)

    yield trial
    with contextlib.closing(open_again(folder)) as store:
        assert store.integrity() == []
        assert verdict(store).sound


def _outcome(store: Store, file: Path, target: str) -> str:
    before = _contents(store)
    try:
        report = take(store, file, target=target)
    except UserError:
        if _contents(store) != before:
            return "half"
        raise
    if resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss > _MEGABYTES * 1000:
        return "over 500 MB"
    return "read" if report.file_rows == _rows(file) else "miscounted"


def _rows(file: Path) -> int:
    """The rows of a file that hold any cell: each of them must have ended in some way."""
    with reading.open_table(file) as table:
        return sum(any(str(cell).strip() for cell in cells if cell is not None) for _, cells in table.rows())


def _contents(store: Store) -> Any:
    """How many rows there are of each kind, and the number of the last change."""
    with store.read() as session:
        counts = [
            session.scalar(select(func.count()).select_from(table))
            for table in codec.business_tables().values()
        ]
    return counts, store.head().number
