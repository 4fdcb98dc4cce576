"""The anchor remembers the newest commit and tells a rolled-back vault from a sound one."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rmdesk.services.vault.anchor import Anchor, AnchorFile, Judgement, judge
from rmdesk.services.vault.keyring import Keyring, KeyringState
from tests.support.keyrings import MemoryBackend

UID = "0123456789abcdef" * 2
KEY = b"k" * 32


def digest(number: int) -> bytes:
    return bytes([number]) * 32


def anchor_file(keyring: Keyring | None = None, *, uid: str = UID, key: bytes = KEY) -> AnchorFile:
    return AnchorFile(uid, key, keyring or Keyring())


def written(*numbers: int, keyring: Keyring | None = None) -> Path:
    file = anchor_file(keyring)
    file.read()
    for number in numbers:
        assert file.write(number, digest(number))
    file.close()
    return file.path


def test_the_newest_commit_is_remembered():
    before = datetime.now(UTC)
    written(1, 2, 3)
    anchor = anchor_file().read()
    assert anchor is not None
    assert (anchor.number, anchor.digest) == (3, digest(3))
    assert before <= anchor.at <= datetime.now(UTC)


def test_a_later_start_goes_on():
    written(1)
    written(2)
    written(3)
    anchor = anchor_file().read()
    assert anchor is not None
    assert anchor.number == 3


def test_after_an_accepted_rollback_the_lower_number_is_the_newest():
    written(7, 8)
    written(3)
    anchor = anchor_file().read()
    assert anchor is not None
    assert anchor.number == 3


def test_without_a_file_there_is_none():
    assert anchor_file().read() is None


@pytest.mark.parametrize("numbers", [(1,), (1, 2), (1, 2, 3)])
def test_every_flipped_byte_leaves_the_other_record_or_none(numbers: tuple[int, ...]):
    path = written(*numbers)
    whole = path.read_bytes()
    allowed = {numbers[-1], numbers[-2] if len(numbers) > 1 else None}
    for position in range(len(whole)):
        path.write_bytes(whole[:position] + bytes([whole[position] ^ 0x10]) + whole[position + 1 :])
        anchor = anchor_file().read()
        assert (anchor.number if anchor else None) in allowed
        if anchor:
            assert anchor.digest == digest(anchor.number)


@pytest.mark.parametrize("size", [0, 1, 100, 135, 136, 511, 512, 600])
def test_a_file_cut_short_never_misleads(size: int):
    path = written(1, 2)
    path.write_bytes(path.read_bytes()[:size])
    anchor = anchor_file().read()
    assert anchor is None or anchor.digest == digest(anchor.number)


def test_another_vault_and_another_key_see_none():
    path = written(1)
    assert anchor_file(key=b"x" * 32).read() is None
    other = anchor_file(uid="f" * 32)
    other.path.write_bytes(path.read_bytes())
    assert other.read() is None


def test_the_keyring_holds_a_copy_for_when_the_file_is_gone():
    keyring = Keyring(MemoryBackend())
    path = written(1, 2, keyring=keyring)
    path.unlink()
    anchor = anchor_file(keyring).read()
    assert anchor is not None
    assert anchor.number == 2
    assert anchor_file().read() is None


def test_a_damaged_copy_in_the_keyring_is_none():
    backend = MemoryBackend()
    path = written(1, keyring=Keyring(backend))
    path.unlink()
    for junk in ("", "x", "AAAA", "密码"):
        backend.kept = dict.fromkeys(backend.kept, junk)
        assert anchor_file(Keyring(backend)).read() is None


def test_closing_says_how_the_keyring_answered():
    file = anchor_file(Keyring(MemoryBackend()))
    assert file.close() is None  # nothing was written
    file.write(1, digest(1))
    assert file.close() is KeyringState.AVAILABLE
    assert file.close() is None


def test_a_folder_that_cannot_be_written_stops_nobody(home: Path):
    (home / "anchors").write_text("a file in the way")
    file = anchor_file()
    assert file.read() is None
    assert not file.start()
    assert not file.write(1, digest(1))
    file.close()


def test_commits_move_it_only_after_the_vault_was_judged():
    file = anchor_file()
    file.follow(1, digest(1))
    assert anchor_file().read() is None
    assert file.start()
    file.follow(2, digest(2))
    anchor = anchor_file().read()
    assert anchor is not None
    assert anchor.number == 2
    file.close()


def test_nothing_of_the_vault_can_be_read_in_it():
    path = written(1, 2)
    assert path.stat().st_size < 1024
    assert KEY not in path.read_bytes()
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("number", "head", "at_number", "expected"),
    [
        (5, 5, digest(5), Judgement.SOUND),
        (5, 9, digest(5), Judgement.SOUND),
        (5, 4, None, Judgement.BEHIND),
        (5, 0, None, Judgement.BEHIND),
        (5, 5, digest(6), Judgement.FORKED),
        (5, 9, digest(6), Judgement.FORKED),
        (5, 9, None, Judgement.FORKED),
        (0, 3, None, Judgement.SOUND),
    ],
)
def test_judgement(number: int, head: int, at_number: bytes | None, expected: Judgement):
    def digest_at(wanted: int) -> bytes | None:
        assert wanted == number
        return at_number

    assert judge(Anchor(number, digest(number), datetime.now(UTC)), head, digest_at) is expected
