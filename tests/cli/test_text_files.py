"""Files that take a code out of the vault."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rmdesk.cli.text_files import reserved, write_line
from rmdesk.services.errors import UserError


def test_reserved_and_written(tmp_path: Path):
    folder = tmp_path / "纸"
    folder.mkdir()
    path = folder / "恢复码.txt"
    with reserved(path):
        assert path.exists()
        write_line(path, "ABCD-EFGH")
    assert path.read_bytes() == b"ABCD-EFGH\n"
    assert os.listdir(folder) == ["恢复码.txt"]


def test_reserved_file_goes_if_nothing_came_of_it(tmp_path: Path):
    def fail() -> None:
        with reserved(tmp_path / "code"):
            raise UserError("disk.full", path="")

    with pytest.raises(UserError):
        fail()
    assert not (tmp_path / "code").exists()


def test_existing_file_is_kept(tmp_path: Path):
    path = tmp_path / "code"
    path.write_text("the former one")
    with pytest.raises(UserError) as caught, reserved(path):
        pass
    assert caught.value.code == "file.exists"
    assert path.read_text() == "the former one"


@pytest.mark.parametrize("path", [Path("no", "such", "folder", "code"), Path("a\0b"), Path("n" * 300)])
def test_not_writable(tmp_path: Path, path: Path):
    with pytest.raises(UserError) as caught, reserved(tmp_path / path):
        pass
    assert caught.value.code == "file.not_writable"
