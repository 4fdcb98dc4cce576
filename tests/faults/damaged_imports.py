"""Damaged files imported to the end: each is taken and every row counted, or refused and nothing kept."""

from __future__ import annotations

import random
import resource
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from rmdesk import messages
from rmdesk.models import Role, Setting, Staff, StaffRole
from rmdesk.services import changes
from rmdesk.services.changes import codec
from rmdesk.services.errors import UserError
from rmdesk.services.imports import reading
from rmdesk.services.store import Store
from tests.faults import tables
from tests.faults.killed_while_importing import act_as_head, take
from tests.support.stores import make_store, verdict

_SECONDS = 10
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


def run(count: int) -> dict[str, int]:
    """Imports `count` damaged files, each told by its number, one after the other into one vault."""
    figures: Counter[str] = Counter(
        {"taken": 0, "refused": 0, "crashes": 0, "half imports": 0, "miscounted": 0, "too slow": 0}
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000
    seeds = [(target, *seed) for target, rows in _FILES.items() for seed in tables.seeds(rows)]
    with tempfile.TemporaryDirectory() as folder:
        store = make_store(Path(folder) / "store")
        with store.write() as session:
            person = Staff(name="周建国")
            person.roles = [StaffRole(role=Role.BRANCH_HEAD.value)]
            session.add_all([person, Setting(name="branch.name", value='"滨江支行"')])
            changes.describe(session, "test.begun", subject=person)
        act_as_head(store)
        for number in range(count):
            target, content, is_by_parts = seeds[number % len(seeds)]
            file = Path(folder) / f"{number}.xlsx"
            file.write_bytes(tables.damaged(random.Random(number), content, is_by_parts=is_by_parts))
            begun = time.monotonic()
            figures[_outcome(store, file, target, number)] += 1
            figures["too slow"] += time.monotonic() - begun > _SECONDS
            file.unlink()
        figures["not sound"] = len(store.integrity()) + (not verdict(store).sound)
        store.close()
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000
    figures["over 500 MB"] = int(most > max(_MEGABYTES, before))  # what other children took counts not
    return dict(figures)


def _outcome(store: Store, file: Path, target: str, number: int) -> str:
    before = _contents(store)
    try:
        report = take(store, file, target=target)
    except UserError as error:
        messages.sentence(error)
        return "refused" if _contents(store) == before else "half imports"
    except Exception as error:
        print(f"file {number}: {type(error).__name__}")
        return "crashes"
    return "taken" if report.file_rows == _rows(file) else "miscounted"


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
