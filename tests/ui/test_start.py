"""From start to window, and by lock or close to the end; with real processes where processes matter."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from multiprocessing.connection import Client
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rmdesk.models import Setting
from rmdesk.services import changes, demo, settings
from rmdesk.services.vault import Vault, VaultFolder
from rmdesk.ui import lock_watch
from rmdesk.ui.ask import Question
from rmdesk.ui.first_start.window import FirstStartWindow
from rmdesk.ui.instance import address
from rmdesk.ui.theme import Theme
from rmdesk.ui.unlock import SignInWindow
from tests.support.frames import set_setting
from tests.support.sessions import Begin, Run
from tests.support.vaults import ADMIN, OpenAgain

ROOT = Path(__file__).parents[2]


def shown(kind: type) -> list[Any]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]


class TestBeginning:
    def test_a_password_file_signs_in_without_asking(self, entered: Run) -> None:
        assert entered.window.isVisible()
        assert entered.window.context.actor.name == ADMIN
        assert shown(SignInWindow) == []

    def test_a_vault_asks_who_comes(self, begin: Begin, vault_folder: VaultFolder) -> None:
        begin(vault=vault_folder.root)
        assert len(shown(SignInWindow)) == 1

    def test_no_vault_is_a_first_start(self, begin: Begin, tmp_path: Path) -> None:
        begin(vault=tmp_path / "nothing 这里")
        assert len(shown(FirstStartWindow)) == 1

    def test_a_network_share_is_refused_in_words(self, qtbot: QtBot, begin: Begin) -> None:
        run = begin(vault=Path("//server/share/vault"))
        (question,) = shown(Question)
        assert "network" in question.accessibleDescription()
        question.close()
        qtbot.waitUntil(lambda: run.statuses == [1])

    def test_a_second_session_of_the_vault_ends_and_raises_the_first(
        self, qtbot: QtBot, entered: Run, vault_folder: VaultFolder
    ) -> None:
        entered.window.showMinimized()
        second = rmdesk("--vault", str(vault_folder.root))
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
        assert second.returncode == 0
        qtbot.waitUntil(lambda: not entered.window.isMinimized())
        second.communicate()


class TestLocking:
    def test_it_hides_closes_starts_a_successor_and_ends(
        self, qtbot: QtBot, entered: Run, vault_folder: VaultFolder, open_again: OpenAgain
    ) -> None:
        window = entered.window
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert not window.isVisible()
        assert entered.statuses == [0]
        assert entered.successors == [["--vault", str(vault_folder.root), "--user", ADMIN, "--locked", "key"]]
        with open_again().store.read() as session:  # the vault is free, and the lock is on record
            numbers = changes.find_numbers(session)
            kinds = [one.kind for one in changes.load_sets(session, numbers)]
        assert "auth.locked" in kinds

    def test_the_successor_says_why(self, begin: Begin, vault_folder: VaultFolder) -> None:
        begin(vault=vault_folder.root, user=ADMIN, locked=lock_watch.BY_IDLE)
        (window,) = shown(SignInWindow)
        assert any("locked" in label.text() for label in window.findChildren(QLabel))

    @pytest.mark.parametrize("reason", lock_watch.REASONS)
    def test_every_reason_is_handed_on(self, entered: Run, reason: str) -> None:
        watch = entered.session.watch
        assert watch is not None
        watch.request(reason)
        assert entered.successors[0][-2:] == ["--locked", reason]

    def test_the_seconds_follow_the_setting(self, qtbot: QtBot, entered: Run) -> None:
        watch = entered.session.watch
        assert watch is not None
        assert watch.idle_seconds == 300
        set_setting(entered.window.context, "lock.idle_seconds", 900)
        qtbot.waitUntil(lambda: watch.idle_seconds == 900)

    def test_open_dialogs_are_hidden_too(self, entered: Run) -> None:
        about = entered.window.show_about()
        entered.session.lock(lock_watch.BY_SESSION)
        assert not about.isVisible()

    def test_a_running_save_ends_first(self, qtbot: QtBot, entered: Run, open_again: OpenAgain) -> None:
        begun, go_on = threading.Event(), threading.Event()

        def work(session: Any, progress: Any) -> None:
            begun.set()
            go_on.wait()
            settings.set(session, "branch.name", "江北支行", version=1)

        entered.window.context.jobs.write("Saving", work)
        qtbot.waitUntil(begun.is_set)
        go_on.set()
        entered.session.lock(lock_watch.BY_KEY)
        with open_again().store.read() as session:
            assert settings.get(session, "branch.name") == "江北支行"

    def test_a_long_import_is_rolled_back(self, qtbot: QtBot, entered: Run, open_again: OpenAgain) -> None:
        def work(session: Any, progress: Any) -> None:
            row = Setting(name="test.import", value="1")
            session.add(row)
            session.flush()
            changes.describe(session, "setting.changed", subject=row, setting="branch.name")
            while True:
                progress(1, 1_000)

        job = entered.window.context.jobs.write("Importing", work)
        with qtbot.waitSignal(job.progressed):
            pass
        entered.session.lock(lock_watch.BY_KEY)
        assert entered.ended_at_once == []
        with open_again().store.read() as session:
            assert session.query(Setting).filter_by(name="test.import").count() == 0

    def test_a_write_that_does_not_stop_ends_with_the_process(
        self, qtbot: QtBot, entered: Run, expected_logs: Any
    ) -> None:
        expected_logs("a write was ended with the process")
        begun, go_on = threading.Event(), threading.Event()

        def work(session: Any, progress: Any) -> None:
            begun.set()
            go_on.wait()

        window = entered.window
        window.context.jobs.write("Waiting", work)
        qtbot.waitUntil(begun.is_set)
        began = time.monotonic()
        entered.session.lock(lock_watch.BY_KEY)
        assert time.monotonic() - began < 10  # it does not wait for the write
        assert not window.isVisible()
        assert entered.ended_at_once == [0]
        assert len(entered.successors) == 1
        go_on.set()
        window.context.vault.close()

    def test_it_happens_once(self, entered: Run) -> None:
        entered.session.lock(lock_watch.BY_KEY)
        entered.session.lock(lock_watch.BY_IDLE)
        entered.session.close()
        assert len(entered.successors) == 1
        assert entered.statuses == [0]

    def test_the_successor_comes_back_to_the_same_pane(
        self, qtbot: QtBot, begin: Begin, entered: Run, vault_folder: VaultFolder, password_file: Path
    ) -> None:
        last = entered.window.pane_ids[-1]
        entered.window.show_pane(last)
        entered.session.lock(lock_watch.BY_KEY)
        successor = begin(vault=vault_folder.root, user=ADMIN, password_file=password_file)
        qtbot.waitUntil(lambda: successor.session.window is not None, timeout=20_000)
        assert successor.window.rail.items()[last].isChecked()


class TestClosing:
    def test_the_vault_is_free_and_nobody_succeeds(self, entered: Run, open_again: OpenAgain) -> None:
        entered.window.close()
        assert entered.statuses == [0]
        assert entered.successors == []
        with open_again().store.read() as session:
            numbers = changes.find_numbers(session)
            assert "auth.signed_out" in [one.kind for one in changes.load_sets(session, numbers)]

    def test_closing_the_sign_in_ends_the_program(
        self, qtbot: QtBot, begin: Begin, vault_folder: VaultFolder
    ) -> None:
        run = begin(vault=vault_folder.root)
        (window,) = shown(SignInWindow)
        window.close()
        assert run.statuses == [0]

    def test_the_demonstration_of_the_first_start_is_a_program_of_its_own(
        self, begin: Begin, tmp_path: Path, vault: Vault
    ) -> None:
        from rmdesk.services import accounts

        run = begin(vault=tmp_path / "nothing")
        (window,) = shown(FirstStartWindow)
        window.finished.emit(vault, accounts.sign_in(vault), "demonstration")
        assert run.successors == [["--demo"]]
        assert run.statuses == [0]


class TestChanging:
    def test_another_language_is_a_new_window_at_the_same_place(self, qtbot: QtBot, entered: Run) -> None:
        former = entered.window
        former.show_pane(former.pane_ids[-1])
        with qtbot.waitSignal(entered.session.entered):
            former.context.config.change(language="zh_CN")
        window = entered.window
        assert window is not former
        assert window.isVisible()
        assert not former.isVisible()
        assert window.rail.items()[window.pane_ids[-1]].isChecked()
        entered.session.lock(lock_watch.BY_KEY)
        assert entered.statuses == [0]

    def test_another_appearance_is_the_same_window(self, entered: Run, theme: Theme) -> None:
        former = entered.window
        former.context.config.change(theme="dark")
        assert theme.is_dark
        assert entered.window is former
        former.context.config.change(theme="light")
        assert not theme.is_dark


# --- whole processes


def rmdesk(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "rmdesk", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
    )


def test_a_wrong_password_in_the_file_is_a_status_and_a_sentence(
    vault_folder: VaultFolder, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not the password\n", "utf-8")
    process = rmdesk(
        "--lang", "en", "--vault", str(vault_folder.root), "--user", ADMIN, "--password-file", str(wrong)
    )
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "password" in said


def test_the_demonstration_opens_by_itself_and_says_when_it_was_painted(home: Path) -> None:
    with rmdesk("--demo", "--verbose") as process:
        assert process.stderr is not None
        said = ""
        while "painted " not in said:
            line = process.stderr.readline()
            assert line, said
            said = line
        seconds = float(said.split()[1])
        assert seconds > 0
        assert (home / "demo" / "vault.keys").exists()
        process.kill()
    assert demo.HEAD not in "".join(path.name for path in home.rglob("*"))


def test_a_terminated_window_leaves_a_vault_that_opens(
    vault_folder: VaultFolder, password_file: Path, open_again: OpenAgain
) -> None:
    account = ("--user", ADMIN, "--password-file", str(password_file))
    with rmdesk("--vault", str(vault_folder.root), *account, "--verbose") as process:
        assert process.stderr is not None
        while "painted " not in process.stderr.readline():
            assert process.poll() is None
        process.terminate()
    with open_again().store.read() as session:
        assert settings.get(session, "branch.name")


def test_the_self_test_opens_everything_in_both_languages(tmp_path: Path, home: Path) -> None:
    process = rmdesk("--self-test", str(tmp_path / "result"))
    _, said = process.communicate(timeout=170)
    result = json.loads((tmp_path / "result" / "self-test.json").read_text("utf-8"))
    assert result["warnings"] == []
    assert result["ok"], said
    assert process.returncode == 0
    for language in ("zh_CN", "en"):
        for name in result["opened"][language]:
            assert (tmp_path / "result" / language / f"{name}.png").stat().st_size > 0
        assert result["pdf"][language]["pages"] >= 1
        assert result["pdf"][language]["text_found"]
    assert result["opened"]["zh_CN"] == result["opened"]["en"]
    assert [path.name for path in home.iterdir()] == ["logs"]  # nothing of it stays with this computer


# A window that somebody locks as soon as it is there.
_LOCKED_AT_ONCE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from rmdesk.options import Options
from rmdesk.ui import start
from rmdesk.ui.window import MainWindow
application = start.make_application()
timer = QTimer()
def lock():
    for window in application.topLevelWidgets():
        if isinstance(window, MainWindow) and window.isVisible():
            timer.stop()
            window.commands.lock.trigger()
timer.timeout.connect(lock)
timer.start(20)
vault, user, password_file = sys.argv[1:]
options = Options(vault=Path(vault), user=user, password_file=Path(password_file), lang="en")
sys.exit(start.run_window(options))
"""


def successors_of(folder: Path) -> list[psutil.Process]:
    """Processes of rmdesk that were started by the lock of the vault in `folder`."""
    found = []
    for process in psutil.process_iter(["cmdline"]):
        words = process.info["cmdline"] or []
        if "--locked" in words and str(folder) in words:
            found.append(process)
    return found


def is_claimed(folder: Path) -> bool:
    """Whether a window answers for the vault in `folder`."""
    try:
        Client(address(folder)).close()
    except OSError:
        return False
    return True


def test_the_lock_leaves_a_process_that_asks_for_the_password(
    qtbot: QtBot, vault_folder: VaultFolder, password_file: Path, open_again: OpenAgain
) -> None:
    account = (ADMIN, str(password_file))
    locked = subprocess.run(
        [sys.executable, "-c", _LOCKED_AT_ONCE, str(vault_folder.root), *account],
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert locked.returncode == 0
    qtbot.waitUntil(lambda: len(successors_of(vault_folder.root)) == 1, timeout=20_000)
    (successor,) = successors_of(vault_folder.root)
    try:
        # It holds the place of the window, and the vault itself is closed.
        qtbot.waitUntil(lambda: is_claimed(vault_folder.root), timeout=20_000)
        with open_again().store.read() as session:
            assert settings.get(session, "branch.name")
    finally:
        successor.kill()
        successor.wait(10)
