"""Reading files that carry a password or a code, and writing files whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from rmdesk.services.errors import UserError
from rmdesk.services.files import LARGEST, read_first_line, replace_bytes


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("正确的马\n".encode(), "正确的马"),
        ("正确的马".encode(), "正确的马"),
        ("正确的马\r\nsecond\r\n".encode(), "正确的马"),
        ("\ufeff正确的马\r\n".encode(), "正确的马"),
        (b"  spaces are part of it \n", "  spaces are part of it "),
    ],
)
def test_read(tmp_path: Path, content: bytes, line: str):
    path = tmp_path / "密码 file"
    path.write_bytes(content)
    assert read_first_line(path) == line


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.first_line_empty"),
        (b"\xef\xbb\xbf\r\n", "file.first_line_empty"),
        (b"\nsecond", "file.first_line_empty"),
        ("密码".encode("gb18030"), "file.not_utf8"),
        ("密码\n".encode("utf-16"), "file.not_utf8"),
        (b"x" * (LARGEST + 1), "file.too_large"),
    ],
)
def test_unusable(tmp_path: Path, content: bytes, code: str):
    path = tmp_path / "password"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_first_line(path)
    assert caught.value.code == code
    assert caught.value.__cause__ is None  # an error about decoding would hold the password


@pytest.mark.parametrize("path", [Path("nowhere"), Path("."), Path("a\0b"), Path("n" * 300)])
def test_unreadable(tmp_path: Path, path: Path):
    with pytest.raises(UserError) as caught:
        read_first_line(tmp_path / path)
    assert caught.value.code == "file.unreadable"


def test_replaced_whole(tmp_path: Path):
    path = tmp_path / "文件"
    replace_bytes(path, b"one")
    replace_bytes(path, b"two")
    assert path.read_bytes() == b"two"
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["文件"]


def test_not_replaced(tmp_path: Path):
    """A folder stands where the file should go: what was written beside it is gone again."""
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        replace_bytes(tmp_path / "taken", b"one")
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("taken")] == ["taken"]
