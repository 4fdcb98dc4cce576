"""The list of faults to try: each names its tests, and they are there."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.faults.forty import FAULTS
from tests.faults.operations import ROOT


def test_each_fault_of_the_list_has_its_test() -> None:
    known: dict[str, set[str]] = {}
    missing = []
    for fault, tests in FAULTS.items():
        assert tests, fault
        for one in tests:
            name, _, function = one.partition("::")
            if name not in known:
                tree = ast.parse((ROOT / "tests" / name).read_text("utf-8"))
                known[name] = set(_functions(tree, ""))
            if function not in known[name]:
                missing.append(one)
    assert missing == []
    assert len(FAULTS) >= 40


def _functions(tree: ast.Module | ast.ClassDef, before: str) -> Iterator[str]:
    """As pytest names them: those of a class behind its name."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{node.name}::")
        elif isinstance(node, ast.FunctionDef):
            yield before + node.name
