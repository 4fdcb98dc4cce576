"""A process that makes reports of a vault and tells on standard error what they cost.

One line `measured <JSON>`: seconds of the clock and of the processor, peak memory in MB, sizes in KB.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import psutil
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from rmdesk import resources
from rmdesk.services import accounts, archive, reports
from rmdesk.services.export.lists import CUSTOMERS
from rmdesk.services.reports.customer_list import USUAL
from rmdesk.services.reports.page import Pages
from rmdesk.services.store import Store
from rmdesk.services.vault import open_vault, unlock
from tests.bench.grounds import ADMIN, PASSWORD

_LINE, _FOOT, _SIZE = 20, 60, 9  # points


def measure(folder: Path, rows: int, rounds: int) -> dict[str, Any]:
    """What a list of so many customers and a card cost, and bare drawing of the same texts."""
    found: dict[str, Any] = {}
    with closing(open_vault(unlock(folder, ADMIN, PASSWORD))) as vault:
        accounts.sign_in(vault)
        store = vault.store
        with store.read() as session:
            ids = list(archive.find_customers(session))[:rows]
            uids = [row.uid for row in archive.load_customers(session, ids[:rounds])]
        taken, pages = _taken(lambda: _made(store, "customer_list", ids=ids))
        found["list"] = taken
        found["list_peak"] = _peak()
        found["list_pages"], found["list_size"] = pages.count, len(pages.pdf) / 1000
        found["floor"], found["floor_size"] = _bare(_cells(store, ids))
        cards = [_taken(lambda uid=uid: _made(store, "customer_card", customer=uid)) for uid in uids]
        found["cards"] = [taken for taken, _ in cards]
        found["card_size"] = [len(pages.pdf) / 1000 for _, pages in cards]
    return found


def _taken(make: Callable[[], Pages]) -> tuple[tuple[float, float], Pages]:
    begun, used = time.perf_counter(), time.process_time()
    pages = make()
    return (time.perf_counter() - begun, time.process_time() - used), pages


def _made(store: Store, name: str, **values: Any) -> Pages:
    with store.read() as session:
        made = reports.prepare(session, name, values)
    return reports.render(made, "zh_CN")


def _peak() -> float:
    """MB of resident memory, at most so far."""
    info = psutil.Process().memory_info()
    peak = getattr(info, "peak_wset", None)
    if peak is None:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return float(peak) / 1e6


def _cells(store: Store, ids: Sequence[int]) -> list[list[str]]:
    columns = CUSTOMERS.chosen(USUAL)
    with store.read() as session:
        rows = archive.load_customers(session, ids)
    return [[str(column.cell(row) or "") for column in columns] for row in rows]


def _bare(rows: Sequence[Sequence[str]]) -> tuple[tuple[float, float], float]:
    """The library's own canvas, text by text, without measuring, lines, head or foot; and the size."""
    pdfmetrics.registerFont(TTFont("bare", str(resources.path("fonts", "NotoSansSC-Regular.ttf"))))
    begun, used = time.perf_counter(), time.process_time()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    y = A4[1] - _FOOT
    canvas.setFont("bare", _SIZE)
    for row in rows:
        for place, text in enumerate(row):
            canvas.drawString(50 + 62 * place, y, text)
        y -= _LINE
        if y < _FOOT:
            canvas.showPage()
            canvas.setFont("bare", _SIZE)
            y = A4[1] - _FOOT
    canvas.save()
    return (time.perf_counter() - begun, time.process_time() - used), len(stream.getvalue()) / 1000


if __name__ == "__main__":
    told = measure(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    print("measured", json.dumps(told), file=sys.stderr, flush=True)
