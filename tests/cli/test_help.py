"""The help of every command speaks the language in use."""

from __future__ import annotations

import re
import unicodedata

import pytest

from rmdesk import words
from rmdesk.arguments import Told, parse
from rmdesk.cli import COMMANDS


def test_help_is_in_the_language_in_use(monkeypatch: pytest.MonkeyPatch):
    """In Chinese nothing is left but names, and no line is wider than the console."""
    monkeypatch.setenv("COLUMNS", "80")
    words.use("zh_CN")
    try:
        for command in [(), *(one.name for one in COMMANDS)]:
            with pytest.raises(Told) as caught:
                parse([*command, "--help"], COMMANDS)
            told = caught.value.text
            assert "用法：" in told
            assert "选项:" in told
            # Lower-case words one after the other are English: a name stands alone, or after a comma.
            assert not re.search(r"\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b", told)
            # A list of choices is one word, however long.
            wide = [line for line in told.splitlines() if _columns(line) > 80 and "{" not in line]
            assert wide == []
    finally:
        words.use("en")
    with pytest.raises(Told) as caught:
        parse(["--help"], COMMANDS)
    assert "show this help and exit" in caught.value.text


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in line)
