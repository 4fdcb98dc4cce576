"""Who hears of a commit, and when they reload."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rmdesk.services import settings
from rmdesk.services.store import Commit
from rmdesk.services.vault import Vault
from rmdesk.ui.bus import Bus
from rmdesk.ui.context import Context
from tests.support.frames import set_setting


class Reader(QWidget):
    """A pane that counts how often it read."""

    def __init__(self) -> None:
        super().__init__()
        self.reloads = 0

    def reload(self) -> None:
        self.reloads += 1


def test_a_commit_on_any_thread_is_told_once_on_the_windows_thread(qtbot: QtBot, context: Context) -> None:
    heard: list[tuple[Commit, threading.Thread]] = []
    context.bus.committed.connect(lambda commit: heard.append((commit, threading.current_thread())))
    writer = threading.Thread(target=set_setting, args=(context, "branch.name", "江北支行"))
    writer.start()
    writer.join()
    qtbot.waitUntil(lambda: len(heard) == 1)
    commit, thread = heard[0]
    assert thread is threading.current_thread()
    assert commit.kind == "setting.changed"
    assert "setting" in commit.tables
    assert commit.staff_uid == context.actor.staff_uid


def test_a_visible_pane_reloads(qtbot: QtBot, context: Context) -> None:
    pane = Reader()
    qtbot.addWidget(pane)
    pane.show()
    context.bus.watch(pane, {"setting"}, pane.reload)
    set_setting(context, "branch.name", "江北支行")
    qtbot.waitUntil(lambda: pane.reloads == 1)


def test_a_hidden_pane_reloads_when_it_is_shown(qtbot: QtBot, context: Context) -> None:
    pane, seen = Reader(), Reader()
    for widget in (pane, seen):
        qtbot.addWidget(widget)
    seen.show()
    watcher = context.bus.watch(pane, {"setting"}, pane.reload)
    context.bus.watch(seen, {"setting"}, seen.reload)
    set_setting(context, "branch.name", "江北支行")
    qtbot.waitUntil(lambda: seen.reloads == 1)
    assert pane.reloads == 0
    assert watcher.is_stale
    pane.show()
    assert pane.reloads == 1
    assert not watcher.is_stale


def test_other_tables_concern_nobody(qtbot: QtBot, context: Context) -> None:
    pane, seen = Reader(), Reader()
    for widget in (pane, seen):
        qtbot.addWidget(widget)
        widget.show()
    context.bus.watch(pane, {"staff"}, pane.reload)
    context.bus.watch(seen, {"setting"}, seen.reload)
    set_setting(context, "branch.name", "江北支行")
    qtbot.waitUntil(lambda: seen.reloads == 1)
    assert pane.reloads == 0


def test_a_burst_is_few_reloads_and_the_last_state_is_seen(qtbot: QtBot, context: Context) -> None:
    pane = Reader()
    qtbot.addWidget(pane)
    pane.show()
    watcher = context.bus.watch(pane, {"setting"}, pane.reload)
    heard: list[Commit] = []
    context.bus.committed.connect(heard.append)
    for number in range(30):
        set_setting(context, "lock.idle_seconds", 100 + number)
    qtbot.waitUntil(lambda: len(heard) == 30)
    qtbot.waitUntil(lambda: not watcher.is_stale)
    assert 1 <= pane.reloads < 30


def test_a_watcher_ends_with_its_pane(qtbot: QtBot, context: Context) -> None:
    pane = Reader()
    pane.show()
    context.bus.watch(pane, {"setting"}, pane.reload)
    with qtbot.waitSignal(pane.destroyed):
        pane.deleteLater()
    heard: list[Commit] = []
    context.bus.committed.connect(heard.append)
    set_setting(context, "branch.name", "江北支行")
    qtbot.waitUntil(lambda: len(heard) == 1)


def test_what_was_committed_before_the_end_is_not_told_after_it(qtbot: QtBot, vault: Vault) -> None:
    bus = Bus(vault.store)
    heard: list[Commit] = []
    bus.committed.connect(heard.append)
    with vault.store.write() as session:
        settings.set(
            session, "branch.name", "江北支行", version=settings.load(session)["branch.name"].version
        )
    bus.close()
    QApplication.processEvents()
    assert heard == []
