"""One window per vault: a second start raises the first."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from multiprocessing.connection import Client, Listener
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rmdesk.ui.instance import Instance, address, server_name

# A second start: prints whether it may go on.
_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from rmdesk.ui.instance import Instance
application = QCoreApplication(sys.argv)
print(Instance(Path(sys.argv[1])).claim(), flush=True)
"""

# A start that holds the claim until it is killed, as by the task manager.
_HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from rmdesk.ui.instance import Instance
application = QCoreApplication(sys.argv)
instance = Instance(Path(sys.argv[1]))
print(instance.claim(), flush=True)
application.exec()
"""


@pytest.fixture
def first(qapp: object, tmp_path: Path) -> Iterator[Instance]:
    instance = Instance(tmp_path)
    assert instance.claim()
    yield instance
    instance.release()


def start(script: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def test_a_second_start_raises_the_first_and_ends(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    with qtbot.waitSignal(first.raise_requested, timeout=20_000):
        second = start(_SECOND, tmp_path)
    assert second.communicate()[0] == "False\n"


def test_another_vault_is_another_window(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    with start(_SECOND, tmp_path / "中文 folder") as second:
        assert second.communicate()[0] == "True\n"


def test_the_claim_of_a_killed_process_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    with start(_HOLDER, tmp_path) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        holder.kill()
    instance = Instance(tmp_path)
    assert instance.claim()
    with qtbot.waitSignal(instance.raise_requested, timeout=20_000):
        second = start(_SECOND, tmp_path)
    assert second.communicate()[0] == "False\n"
    instance.release()


def test_a_released_claim_is_free(qtbot: QtBot, tmp_path: Path) -> None:
    instance = Instance(tmp_path)
    assert instance.claim()
    instance.release()
    with start(_SECOND, tmp_path) as second:
        assert second.communicate()[0] == "True\n"


def test_one_that_does_not_answer_is_left_to_the_lock_of_the_vault(qtbot: QtBot, tmp_path: Path) -> None:
    with Listener(address(tmp_path)), start(_SECOND, tmp_path) as second:
        assert second.communicate()[0] == "True\n"


def test_a_window_that_does_not_answer_is_not_said_to_have_come(qtbot: QtBot, tmp_path: Path) -> None:
    instance = Instance(tmp_path)
    assert instance.claim()
    with start(_SECOND, tmp_path) as second:  # nothing runs on the thread of this window meanwhile
        assert second.communicate()[0] == "True\n"
    instance.release()


def test_words_that_nobody_of_ours_says_change_nothing(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    for said in (b"", b"release", b"x" * 5000):
        with Client(address(tmp_path)) as connection:
            connection.send_bytes(said)
    with qtbot.waitSignal(first.raise_requested, timeout=20_000):
        second = start(_SECOND, tmp_path)
    assert second.communicate()[0] == "False\n"


def test_the_name_is_the_same_however_the_folder_is_written(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    assert server_name(tmp_path / "vault") == server_name(tmp_path / "vault" / ".." / "vault")
    assert str(tmp_path) not in server_name(tmp_path)
