"""The long runs of `python dev.py faults`, each a few times; and that the table of promises names them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.catalogue import FAULTS
from tests.faults.operations import ROOT

SLOW = {"pages", "planted", "locking", "keyring", "masks", "list"}  # these are the suite's own tests


def run(home: Path, *arguments: str) -> list[dict[str, Any]]:
    """In processes of their own, because they fork and kill."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults", "--json", "--jobs", "0", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"RMDESK_HOME": str(home)},
    )
    assert ran.stdout, ran.stderr
    found: list[dict[str, Any]] = json.loads(ran.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize(
    ("begins", "count"),
    [
        ("kill-", 3),
        ("full-", 2),
        ("cut-", 3),
        ("flip-", 25),
        ("fuzz-imports", 40),
        ("fuzz-tables", 100),
        ("fuzz-(?!imports|tables)", 300),
    ],
)
def test_each_promise_holds_a_few_times(home: Path, begins: str, count: int) -> None:
    names = [one.name for one in FAULTS if re.match(begins, one.name)]
    found = run(home, "--count", str(count), *names)
    assert [one["name"] for one in found] == names
    wrong = {
        one["name"]: one for one in found if one["verdict"] not in ("held", "shown") and "why" not in one
    }
    assert wrong == {}
    assert all(one["tried"] >= min(count, one["wanted"]) for one in found if "why" not in one)


def test_the_others_hold_a_few_times(home: Path) -> None:
    begun = ("kill-", "full-", "cut-", "flip-", "fuzz-")
    names = [one.name for one in FAULTS if not one.name.startswith(begun) and one.name not in SLOW]
    found = run(home, "--count", "4", *names)
    assert {one["name"]: one for one in found if one["verdict"] != "held"} == {}
