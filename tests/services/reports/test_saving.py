"""Saving a print-out: all of it and recorded, or nothing, and a former file as it was."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rmdesk import words
from rmdesk.services.errors import UserError
from rmdesk.services.reports import saving
from tests.support.limits import as_nobody, no_file_grows_beyond, open_folder

PDF = b"%PDF-1.3\n" + bytes(200_000)

__all__ = ["open_folder"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One with nothing in it."""
    made = tmp_path / "打印 件"
    made.mkdir()
    return made


def refused(target: Path, pdf: bytes = PDF) -> list[str]:
    """What was recorded while saving failed."""
    recorded: list[str] = []
    with pytest.raises(UserError) as caught:
        saving.save(target, pdf, lambda: recorded.append("left"))
    assert caught.value.code == "export.not_written"
    assert str(target) == caught.value.params["path"]
    return recorded


def test_it_is_recorded_when_all_of_it_is_on_the_disk_and_not_yet_in_its_place(folder: Path) -> None:
    target = folder / "名单.pdf"
    seen: list[tuple[bool, list[int]]] = []

    def record() -> None:
        seen.append((target.exists(), [one.stat().st_size for one in folder.glob(".*/*")]))

    saving.save(target, PDF, record)
    assert seen == [(False, [len(PDF)])]
    assert target.read_bytes() == PDF
    assert list(folder.iterdir()) == [target]


def test_what_cannot_be_recorded_does_not_leave(folder: Path) -> None:
    target = folder / "名单.pdf"
    target.write_bytes(b"former")

    def record() -> None:
        raise UserError("disk.full", path="vault")

    with pytest.raises(UserError) as caught:
        saving.save(target, PDF, record)
    assert caught.value.code == "disk.full"
    assert target.read_bytes() == b"former"
    assert list(folder.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes are limited by the system of Unix")
def test_a_full_disk_leaves_the_former_file_and_nothing_half(folder: Path) -> None:
    target = folder / "名单.pdf"
    target.write_bytes(b"former")
    with no_file_grows_beyond(50_000):
        assert refused(target) == []
    assert target.read_bytes() == b"former"
    assert list(folder.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are those of Unix here")
def test_a_folder_one_may_not_write_to_is_said(open_folder: Path) -> None:
    (open_folder / "名单.pdf").write_bytes(b"former")
    open_folder.chmod(0o555)
    with as_nobody():
        assert refused(open_folder / "名单.pdf") == []
    assert (open_folder / "名单.pdf").read_bytes() == b"former"


def test_a_place_that_is_no_file_or_no_folder_is_said(folder: Path) -> None:
    (folder / "folder.pdf").mkdir()
    (folder / "file").write_text("x")
    assert refused(folder / "folder.pdf") == []
    assert refused(folder / "file" / "名单.pdf") == []
    assert refused(folder / "missing" / "名单.pdf") == []
    assert sorted(one.name for one in folder.iterdir()) == ["file", "folder.pdf"]


def test_why_it_cannot_be_written_is_told_in_the_language_in_use(folder: Path) -> None:
    target = folder / "名单.pdf"
    target.mkdir()
    words.use("zh_CN")
    with pytest.raises(UserError) as caught:
        saving.save(target, PDF, None)
    assert caught.value.params["reason"] == "已有同名文件夹"
    assert target.is_dir()
