"""The lock comes in the middle of something that leaves or enters the vault: it ends whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from rmdesk.models import Customer
from rmdesk.services import changes, customers
from rmdesk.services.vault import Vault
from rmdesk.ui import lock_watch
from rmdesk.ui.dialogs.preview_report import preview_report
from rmdesk.ui.panes.customers.imports.draft import Step
from tests.support.files_in import write_csv
from tests.support.sessions import Run
from tests.support.vaults import OpenAgain
from tests.ui.test_import import go, settle_reads, writing

WAIT = 60_000  # ms: a limit, not a measure


def lock_as_it_begins(qtbot: QtBot, run: Run, begin: Any) -> None:
    """Lock at the first progress of what `begin` starts."""
    jobs = run.window.context.jobs
    former = set(jobs.running)
    begin()
    [job] = [one for one in jobs.running if one not in former]

    def lock(_done: int, _total: int, _left: object) -> None:
        job.progressed.disconnect(lock)
        run.session.lock(lock_watch.BY_SESSION)

    job.progressed.connect(lock)
    with qtbot.waitSignal(run.session.ended, timeout=WAIT):
        pass
    assert not run.window.isVisible()
    assert run.successors
    assert run.ended_at_once == []


def count(vault: Vault) -> int:
    with vault.store.read() as session:
        assert changes.verify(session, vault.keys.audit).sound
        return session.scalar(select(func.count()).select_from(Customer)) or 0


@pytest.fixture
def many(entered: Run) -> Run:
    with entered.window.context.store.write() as session:
        for place in range(60):
            customers.add_customer(session, {"name": f"王{place}"})
        changes.describe(session, "test.filled")
    return entered


def test_during_an_export(qtbot: QtBot, many: Run, open_again: OpenAgain, tmp_path: Path) -> None:
    target = tmp_path / "名单.xlsx"
    pane: Any = many.window.show_pane("customers")
    qtbot.waitUntil(lambda: pane.list.model.is_loaded and not pane.list.model.is_busy, timeout=WAIT)
    dialog = pane.export()
    lock_as_it_begins(qtbot, many, lambda: dialog.export_to(target))
    with_it = open_again()
    with with_it.store.read() as session:
        recorded = changes.find_numbers(session, kinds=["data.exported"])
    # Out of the vault only with a record, and never by half.
    assert len(list(recorded)) == int(target.exists())
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_during_a_print_preview(qtbot: QtBot, many: Run, open_again: OpenAgain) -> None:
    dialog = preview_report(many.window.context, "staff_list")
    dialog.show()
    with qtbot.waitSignal(many.session.ended, timeout=WAIT):
        many.session.lock(lock_watch.BY_SESSION)  # while its pages are being made
    assert not dialog.isVisible()
    dialog.deleteLater()
    vault = open_again()
    assert count(vault) == 60
    with vault.store.read() as session:
        assert not list(changes.find_numbers(session, kinds=["data.printed"]))


def test_during_an_import(qtbot: QtBot, many: Run, open_again: OpenAgain, tmp_path: Path) -> None:
    rows = [["客户号", "姓名"], *([f"L{n:05}", f"李{n}"] for n in range(3000))]
    pane: Any = many.window.show_pane("customers")
    view = pane.show_import()
    settle_reads(qtbot, view)
    view.add_files([write_csv(tmp_path / "long.csv", rows)])
    qtbot.waitUntil(lambda: all(one.opened or one.error for one in view.drafts), timeout=WAIT)
    go(qtbot, view, Step.PREVIEW)
    view.go_on()
    job = writing(qtbot, many.window.context)
    job.progressed.connect(lambda *_: many.session.lock(lock_watch.BY_SESSION))
    with qtbot.waitSignal(many.session.ended, timeout=WAIT):
        pass
    assert count(open_again()) in (60, 3060)
