"""The list of faults to try: each names its tests, and they are there."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.faults.forty import FAULTS
from tests.faults.operations import ROOT


def test_each_fault_of_the_list_has_its_test() -> None:
    known: dict[Path, set[str]] = {}
    missing = []
    for fault, tests in FAULTS.items():
        assert tests, fault
        for one in tests:
            name, _, function = one.partition("::")
            path = ROOT / "tests" / name
            if path not in known:
                tree = ast.parse(path.read_text("utf-8"))
                known[path] = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
            if function not in known[path]:
                missing.append(one)
    assert missing == []
    assert len(FAULTS) >= 40
