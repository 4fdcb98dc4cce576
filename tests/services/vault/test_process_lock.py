"""One process per vault; who holds it is said; nothing stays locked after a crash."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from rmdesk.services.errors import UserError
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.process_lock import ProcessLock, read_holder

HOLD = """
import sys
import threading
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.process_lock import ProcessLock
lock = ProcessLock(VaultFolder.at(sys.argv[1]))
lock.take("command line")
print("held", flush=True)
sys.stdin.read()
lock.release()
"""


def hold_in_another_process(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


@pytest.fixture
def folder(tmp_path: Path) -> VaultFolder:
    return VaultFolder.at(tmp_path)


def test_a_second_process_is_told_who_holds_the_vault(folder: VaultFolder):
    with hold_in_another_process(folder.root) as other:
        with pytest.raises(UserError) as caught:
            ProcessLock(folder).take("window")
        assert caught.value.code == "vault.in_use"
        assert caught.value.params["program"] == "command line"
        assert caught.value.params["pid"] == other.pid
        other.communicate("")
    assert other.returncode == 0
    lock = ProcessLock(folder)
    lock.take("window")
    lock.release()


def test_a_killed_process_leaves_nothing_locked(folder: VaultFolder):
    with hold_in_another_process(folder.root) as other:
        other.kill()
    assert read_holder(folder) is not None  # what it wrote down is stale
    lock = ProcessLock(folder)
    lock.take("window")
    holder = read_holder(folder)
    assert holder is not None
    assert (holder.program, holder.pid) == ("window", os.getpid())
    lock.release()
    assert read_holder(folder) is None


def test_a_second_opening_in_the_same_process_is_refused_too(folder: VaultFolder):
    lock = ProcessLock(folder)
    lock.take("window")
    with pytest.raises(UserError, match=r"vault\.in_use"):
        ProcessLock(folder).take("window")
    assert read_holder(folder) is not None
    lock.release()
    lock.release()


def test_it_may_be_released_on_another_thread(folder: VaultFolder):
    lock = ProcessLock(folder)
    lock.take("window")
    thread = threading.Thread(target=lock.release)
    thread.start()
    thread.join()
    again = ProcessLock(folder)
    again.take("window")
    again.release()


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"program": 1, "pid": "x"}', "\udcff"])
def test_a_damaged_note_of_the_holder_is_no_obstacle(folder: VaultFolder, content: str):
    lock = ProcessLock(folder)
    lock.take("window")
    folder.holder.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(UserError) as caught:
        ProcessLock(folder).take("window")
    assert caught.value.code == "vault.in_use"
    assert set(caught.value.params) == {"program", "pid", "host", "since"}
    lock.release()


def test_the_note_names_no_person(folder: VaultFolder):
    lock = ProcessLock(folder)
    lock.take("window")
    assert set(json.loads(folder.holder.read_text())) == {"program", "pid", "host", "since"}
    lock.release()
