"""A disk that fills up while saving: nothing half kept, a clear message, and the retry works.

    python -m tests.faults.disk_full COUNT

runs in a process of its own, which forbids itself files beyond a size (no rights are needed for that),
and prints the figures as JSON. As root, `run_on_full_disk` fills a small disk of its own instead.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rmdesk.models import StaffNotice
from rmdesk.models.base import utc_now
from rmdesk.services import bulk, changes, copies
from rmdesk.services.errors import UserError
from rmdesk.services.store import Store
from rmdesk.services.vault.folder import VaultFolder
from tests.faults.examining import contents, make_lived
from tests.support.stores import open_again, verdict

ROOT = Path(__file__).parents[2]
_NOTICES = 120  # rows of one save: some tens of pages


def save(store: Store, number: int) -> None:
    """One save of many rows, in several statements."""
    with store.write() as session:
        for part in range(3):
            rows = [
                {"staff_id": 1, "code": f"save.{number}.{part}", "raised_at": utc_now()}
                for _ in range(_NOTICES // 3)
            ]
            bulk.insert(session, StaffNotice, rows)
        changes.describe(session, "test.saved", number=number)


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def limited(count: int) -> dict[str, int]:
    """Save with the space running out at `count` points, from the first byte to the last."""
    with tempfile.TemporaryDirectory() as place:
        folder = make_lived(Path(place) / "vault")
        store = open_again(folder)
        save(store, 0)
        store.checkpoint()
        before = _size(folder)
        save(store, 1)
        needed = _size(folder) - before
        figures: Counter[str] = Counter()
        for turn in range(count):
            store.checkpoint()
            space = _size(folder) + needed * turn // count
            _try_save(store, turn + 2, no_file_beyond, space, figures)
        store.close()
        figures["sound"] = _is_sound(folder)
    return dict(figures)


def _size(folder: VaultFolder) -> int:
    """The size of the largest of the store's files; the journal begins anew after a checkpoint."""
    return max(path.stat().st_size for path in folder.root.glob("vault.db-wal"))


def _try_save(
    store: Store,
    number: int,
    limit: Callable[[int], object],
    space: int,
    figures: Counter[str],
) -> None:
    kept = contents(store)
    figures["tried"] += 1
    try:
        with limit(space):  # type: ignore[attr-defined]
            save(store, number)
    except UserError as error:
        figures[error.code] += 1
        figures["changed by a failed save"] += contents(store) != kept
        save(store, number)  # the space is back: the same works
    figures["lost"] += not _holds(store, number)


def _try_copy(
    store: Store, folder: VaultFolder, limit: Callable[[int], object], space: int, figures: Counter[str]
) -> None:
    target = folder.backups / "copy.db"
    try:
        with limit(space):  # type: ignore[attr-defined]
            copies.copy_vault(folder, store._connector, target)
    except UserError as error:
        figures[f"copy {error.code}"] += 1
        figures["half copies"] += len(list(folder.backups.glob("*.db*")))
        copies.copy_vault(folder, store._connector, target)
    target.unlink()


def _open_or_told(folder: VaultFolder) -> bool:
    try:
        open_again(folder).close()
    except UserError as error:
        return error.code == "disk.full"
    return True


def _holds(store: Store, number: int) -> bool:
    with store.read() as session:
        found = session.query(StaffNotice).filter(StaffNotice.code.like(f"save.{number}.%")).count()
    return found == _NOTICES


def _is_sound(folder: VaultFolder) -> bool:
    store = open_again(folder)
    try:
        return store.integrity() == [] and verdict(store).sound
    finally:
        store.close()


def run(count: int) -> dict[str, int]:
    """`limited` in a process of its own, because the limit holds for all its files."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults.disk_full", str(count)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, int] = json.loads(ran.stdout)
    return figures


def run_on_full_disk(count: int) -> dict[str, int]:
    """The same on a small disk that is really full. Needs the right to mount one."""
    figures: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", place], check=True)
        store = None
        try:
            folder = make_lived(Path(place) / "vault")
            ballast = Path(place) / "ballast"

            @contextmanager
            def filled(space: int) -> Iterator[None]:
                _fill(ballast, space)
                try:
                    yield
                finally:
                    ballast.unlink()

            store = open_again(folder)
            for turn in range(count):
                store.checkpoint()
                _try_save(store, turn, filled, turn * 128 * 1024 // count, figures)
                _try_copy(store, folder, filled, turn * 8192, figures)
            store.close()
            with filled(0):
                figures["opened or told on a full disk"] = _open_or_told(folder)
            figures["sound"] = _is_sound(folder)
        finally:
            if store is not None:
                store.close()
            subprocess.run(["umount", "--lazy", place], check=True)
    return dict(figures)


def _fill(ballast: Path, space: int) -> None:
    """Fill the disk but for `space` bytes."""
    with open(ballast, "wb", buffering=0) as stream:
        try:
            while stream.write(b"\0" * 65536) == 65536:
                pass
        except OSError:
            pass
        stream.truncate(max(0, stream.tell() - space))


if __name__ == "__main__":
    print(json.dumps(limited(int(sys.argv[1]))))
