"""A process killed while it makes backups or brings one back leaves a whole vault and whole backups."""

from __future__ import annotations

from pathlib import Path

import pytest

from rmdesk import config
from tests.faults import killed_while_backing_up, killed_while_rotating


def test_a_kill_while_backing_up_or_bringing_back_loses_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(config.HOME_VARIABLE, str(home))
    figures = killed_while_backing_up.run(4)
    assert figures["killed"] == 4
    assert figures["acknowledged"] >= 4
    assert figures["lost"] == 0
    assert figures["taken for verified"] == 0
    assert figures["not sound"] == 0


def test_a_kill_while_the_master_key_is_exchanged_loses_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(config.HOME_VARIABLE, str(home))
    figures = killed_while_rotating.run(3)
    assert figures["killed"] == 3
    assert figures["acknowledged"] >= 3
    assert figures["lost"] == 0
    assert figures["not sound"] == 0
    assert figures["does not open"] == 0
