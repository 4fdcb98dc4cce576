"""Files to import, and importing them, for tests."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rmdesk.services import imports
from rmdesk.services.imports import Report
from tests.support.branches import Branch

Rows = Sequence[Sequence[Any]]


def write_csv(path: Path, rows: Rows, *, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def identity(area: str, born: str, order: int) -> str:
    """A resident identity number of 18 digits."""
    digits = f"{area}{born}{order:03}"
    weights = [2**place % 11 for place in range(17, 0, -1)]
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    return digits + "10X98765432"[total % 11]


def take(
    branch: Branch, path: Path, target: str = "customers", *, keep: bool = True, **choices: Any
) -> Report:
    """Import a file as rmdesk proposes, with these choices; without `keep`, its preview."""
    with imports.Feed(path) as feed:
        with branch.store.read() as session:
            proposal = imports.propose(session, imports.BY_NAME[target], feed.found)
        request = proposal.with_choices(**choices)
        if not keep:
            return imports.preview(branch.store, request, feed=feed)
        with branch.store.write() as session:
            return imports.run(session, request, feed=feed)


def counts(report: Report) -> tuple[int, int, int, int, int]:
    """Imported, updated, unchanged, rejected, skipped."""
    found = report.counts
    return tuple(found[one] for one in imports.Outcome)  # type: ignore[return-value]
