"""Backups by themselves while somebody works: one when something was changed, and what is told of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import backups, settings
from rmdesk.services.backups.quiet import quietly
from rmdesk.services.errors import Cancelled
from rmdesk.services.vault import Vault
from rmdesk.ui.backup_watch import BackupWatch
from rmdesk.ui.context import Context
from tests.support.vaults import add_person

WAIT = 60_000  # ms: a limit, not a measure


def look(qtbot: QtBot, watch: BackupWatch) -> str:
    """Looks once; what is told when it is over."""
    told, _is_made = stand(qtbot, watch)
    return told


def stand(qtbot: QtBot, watch: BackupWatch) -> tuple[str, bool]:
    """Looks once; what is told when it is over, and whether a backup was made all the same."""
    with qtbot.waitSignal(watch.stands, timeout=WAIT) as told:
        watch.look()
    qtbot.waitUntil(lambda: watch.is_idle, timeout=WAIT)
    words, is_made = told.args
    return words, is_made


def names(vault: Vault) -> list[str]:
    return [one.name.text for one in backups.list_backups(vault.folder.backups, vault.keys, vault.uid)]


def test_one_is_made_after_a_change_and_none_without(qtbot: QtBot, context: Context) -> None:
    vault, watch = context.vault, BackupWatch(context)
    assert look(qtbot, watch) == ""
    [first] = names(vault)
    assert look(qtbot, watch) == ""
    assert names(vault) == [first]
    add_person(vault, "林晓雯", "一次性密码 Abc-2468", [Role.TELLER])
    assert look(qtbot, watch) == ""
    assert len(names(vault)) == 2


def test_what_went_wrong_is_told_and_the_next_one_that_goes_well_ends_it(
    qtbot: QtBot, context: Context
) -> None:
    vault, watch = context.vault, BackupWatch(context)
    shutil.rmtree(vault.folder.backups, ignore_errors=True)
    vault.folder.backups.write_bytes(b"in the way")
    assert str(vault.folder.backups) in look(qtbot, watch)
    vault.folder.backups.unlink()
    assert look(qtbot, watch) == ""
    assert len(names(vault)) == 1


def test_a_second_folder_that_is_gone_is_told_beside_the_backup_that_was_made(
    qtbot: QtBot, context: Context, tmp_path: Path, expected_logs: Callable[..., None]
) -> None:
    expected_logs("second folder")
    vault, watch = context.vault, BackupWatch(context)
    (tmp_path / "share").write_bytes(b"no folder")
    with context.store.write() as session:
        version = settings.load(session)["backup.folder"].version
        settings.set(session, "backup.folder", str(tmp_path / "share"), version=version)
    told, is_made = stand(qtbot, watch)
    assert str(tmp_path / "share") in told
    assert is_made
    assert len(names(vault)) == 1


def test_a_second_look_meanwhile_starts_nothing(qtbot: QtBot, context: Context) -> None:
    watch = BackupWatch(context)
    watch.look()
    watch.look()
    assert len(context.jobs.running) == 1
    qtbot.waitUntil(lambda: watch.is_idle, timeout=WAIT)


def test_quiet_work_gives_its_result_or_its_error(tmp_path: Path) -> None:
    assert quietly(lambda report: report(1, 2) or "made", lambda _done, _total: None) == "made"
    with pytest.raises(ZeroDivisionError):
        quietly(lambda _report: 1 // 0, lambda _done, _total: None)


def test_quiet_work_that_is_cancelled_ends_at_its_next_report() -> None:
    ended: list[str] = []

    def work(report: object) -> None:
        try:
            while True:
                report(0, 0)  # type: ignore[operator]
        except InterruptedError:
            ended.append("yes")
            raise

    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        quietly(work, cancel)
