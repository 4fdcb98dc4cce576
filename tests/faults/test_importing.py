"""A kill or a full disk in the middle of an import: nothing of it remains, and the retry works."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from rmdesk.models import Customer
from rmdesk.services.errors import UserError
from rmdesk.services.store import Store
from rmdesk.services.vault.folder import VaultFolder
from tests.bench.customer_files import write_csv
from tests.faults.killed_while_importing import act_as_head, take
from tests.support.limits import no_file_grows_beyond
from tests.support.stores import KEYS, VAULT_UID, open_again, verdict

ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "customers.csv", 5000)


def customers(store: Store) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(Customer)) or 0


def test_killed_in_the_middle(store_folder: VaultFolder, file: Path) -> None:
    arguments = [store_folder.root, KEYS.master.hex(), VAULT_UID, file, 4000]
    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults.killed_while_importing", *map(str, arguments)],
        cwd=ROOT,
        check=False,
    )
    assert ran.returncode == -signal.SIGKILL
    store = open_again(store_folder)
    assert customers(store) == 0
    assert store.head().number == 1
    assert verdict(store).sound
    assert store.integrity() == []
    store.close()


def test_a_disk_that_fills_up(store_folder: VaultFolder, file: Path) -> None:
    store = open_again(store_folder)
    act_as_head(store)
    store.checkpoint()
    size = store_folder.database.stat().st_size
    with no_file_grows_beyond(size + 6_000_000), pytest.raises(UserError) as refused:
        take(store, file)
    assert refused.value.code == "disk.io"
    assert customers(store) == 0
    assert store.head().number == 1
    report = take(store, file)
    assert customers(store) == report.counts["imported"] > 4900  # type: ignore[index]
    assert verdict(store).sound
    store.close()
