"""Reports as PDF: a long list, a card, what is in memory meanwhile, and how large the files are."""

from __future__ import annotations

import json
from collections.abc import Iterable

from tests.bench import branches
from tests.bench.figures import Figure, Limit
from tests.bench.grounds import Grounds

_BARE = "the same texts drawn on the PDF library's canvas, nothing read, measured or framed"


def run(grounds: Grounds) -> Iterable[Figure]:
    customers, rows, rounds = (3000, 1000, 5) if grounds.quick else (100_000, 10_000, 30)
    folder, _ = branches.filling(grounds, customers)
    with grounds.started("-m", "tests.bench.report_once", folder, str(rows), str(rounds)) as process:
        found = json.loads(process.line_with("measured ").split(" ", 1)[1])
    (seconds, processor), (bare_seconds, bare_processor) = found["list"], found["floor"]
    name = f"list of {rows:,} customers as PDF, {found['list_pages']} pages"
    yield Figure(name, "s", (seconds,), (bare_seconds,), _BARE, Limit(6))
    yield Figure(f"{name}, of it the processor's", "s", (processor,), (bare_processor,), _BARE)
    yield Figure(f"{name}: memory of the process", "MB", (found["list_peak"],), limit=Limit(300))
    yield Figure(
        f"{name}: size", "KB", (found["list_size"],), (found["floor_size"],), "that of the bare drawing"
    )
    cards = found["cards"]
    yield Figure("customer card as PDF", "ms", tuple(one[0] * 1000 for one in cards), limit=Limit(300))
    yield Figure("customer card as PDF, of it the processor's", "ms", tuple(one[1] * 1000 for one in cards))
    yield Figure("customer card: size", "KB", tuple(found["card_size"]))
    yield Figure(
        "a hundred pages of the list",
        "KB",
        (found["list_size"] / found["list_pages"] * 100,),
        limit=Limit(1000),
    )
