"""A process with the customers pane that tells on standard error how long it takes to be painted.

One line `measured <JSON>`: {name: [samples, floor]} in milliseconds, memory in MB. Milliseconds of processor
time of all threads: on a busy machine the clock tells of the others. Only how long a key is held up is by the
clock.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, cast

import psutil
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from sqlalchemy import select

from rmdesk.models import Customer, CustomerPhone
from rmdesk.services import accounts, names
from rmdesk.services.archive import Condition
from rmdesk.services.search.question import ask
from rmdesk.services.store.connection import Connector, window_cache
from rmdesk.services.vault import open_vault, unlock
from rmdesk.ui.bus import Bus
from rmdesk.ui.context import ConfigHolder, Context
from rmdesk.ui.jobs import Jobs, favour_the_window
from rmdesk.ui.start import make_application, settle_memory
from rmdesk.ui.theme import Theme
from rmdesk.ui.tokens import SIZE
from rmdesk.ui.window import MainWindow
from tests.bench.bare_list import BareView

if TYPE_CHECKING:
    from rmdesk.services.store import Store
    from rmdesk.ui.panes.customers.pane import CustomersPane

_SHOWN = 32  # rows that the raw statement reads: a screen
_CELLS = (
    "SELECT customer.name, tier.name, fact.aum_fen, fact.aum_change_permille, fact.next_maturity_on,"
    " fact.last_contact_on, customer.strategy, customer.stage, fact.first_phone, staff.name"
    " FROM {} JOIN customer_fact AS fact ON fact.customer_id = customer.id"
    " LEFT JOIN tier ON tier.id = customer.tier_id LEFT JOIN staff ON staff.id = customer.owner_id"
)
_FIND = _CELLS.format(
    "(SELECT found.rowid AS id FROM customer_search AS found"
    " JOIN customer_fact AS narrow ON narrow.customer_id = found.rowid"
    " WHERE found.customer_search MATCH ? ORDER BY narrow.aum_fen DESC LIMIT ?) AS best"
    " CROSS JOIN customer ON customer.id = best.id"
)
_JUMP = _CELLS.format("customer") + " WHERE customer.id IN ({})"
_PAGE = (
    "SELECT * FROM customer WHERE uid = ?",
    *(
        f"SELECT * FROM {table} WHERE customer_id = (SELECT id FROM customer WHERE uid = ?)"
        for table in (
            "customer_fact", "customer_phone", "customer_address", "identity_document", "important_date",
            "relation", "holding", "aum_figure", "customer_tag", "tier_change",
        )
    ),
    "SELECT * FROM relation WHERE other_id = (SELECT id FROM customer WHERE uid = ?)",
)  # fmt: skip
_SETTLED = 15  # ms until what one window still lays out is done, so that it is not counted as the other's
_REST = 300  # ms between two keys: what follows a list (its sum, the page) has come by then

_PATIENCE = 20.0  # seconds


class _Painted(QObject):
    """Whether a widget has been painted since it was last asked."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def until(is_true: Callable[[], bool]) -> None:
    """Take events as they come, as the program does: a loop that looks all the time would hold up readers."""
    ends = time.perf_counter() + _PATIENCE
    alarm = QTimer(singleShot=True, interval=int(_PATIENCE * 1000) + 100)
    alarm.start()
    while not is_true():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() > ends:
            raise RuntimeError("what is waited for does not happen")


def rest(ms: int) -> None:
    """Let events come, as in the program. `QTest.qWait` keeps Python's threads waiting meanwhile: what should
    have come by then would run beside the next key."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _press(field: QWidget, key: str) -> None:
    code = Qt.Key.Key_Backspace if key == "\b" else Qt.Key.Key_unknown
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, key))


class Ours:
    """The window with the customers pane; times by `clock`."""

    def __init__(self, window: MainWindow, clock: Callable[[], float] = time.process_time) -> None:
        self._clock = clock
        self.pane = cast("CustomersPane", window.show_pane("customers"))
        self.list = self.pane.list
        self.model = self.list.model
        self.painted = _Painted(self.list.table.viewport())
        self.page_painted = _Painted(self.list.page.header)
        self.answers = 0
        self.model.loaded.connect(self._on_loaded)
        self.list.page.shown.connect(self._on_shown)
        self._seen = self._shown = 0

    def _on_loaded(self) -> None:
        self.answers += 1
        self._seen = self.painted.count

    def _on_shown(self) -> None:
        self._shown = self.page_painted.count

    def press(self, key: str) -> float:
        answers, begun = self.answers, self._clock()
        _press(self.list.search, key)
        until(lambda: self.answers > answers)
        until(lambda: self.painted.count > self._seen or not self.model.ids)
        return (self._clock() - begun) * 1000

    def jump(self, row: int) -> float:
        seen, begun = self.painted.count, time.process_time()
        self.list.table.verticalScrollBar().setValue(row * SIZE.row)
        until(lambda: self.painted.count > seen)
        return (time.process_time() - begun) * 1000

    def show_page(self, uid: str) -> float:
        self._shown, begun = sys.maxsize, time.process_time()
        self.list.page.show_customer(uid)
        until(lambda: self.page_painted.count > self._shown)
        return (time.process_time() - begun) * 1000

    def empty(self) -> None:
        if not self.list.search.text():
            return
        answers = self.answers
        self.list.search.clear()
        until(lambda: self.answers > answers)
        rest(_REST)


class Bare:
    """A field, a view of the same size and columns, the driver's cursor."""

    def __init__(self, ours: Ours, cursor: Any) -> None:
        table, header = ours.list.table, ours.list.table.header
        self._cursor = cursor
        self._window = QWidget()
        self.field = QLineEdit()
        self.view = BareView([header.sectionSize(one) for one in header.shown_columns()], SIZE.row)
        column = QVBoxLayout(self._window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self.view)
        self.view.setFixedSize(table.size())
        self._window.show()
        self.painted = _Painted(self.view.viewport())
        rest(_REST)

    def press(self, key: str) -> float:
        seen, begun = self.painted.count, time.process_time()
        _press(self.field, key)
        self._find()
        until(lambda: self.painted.count > seen)
        return (time.process_time() - begun) * 1000

    def _find(self) -> None:
        question = ask(self.field.text())
        found = self._cursor.execute(_FIND, (question.every, _SHOWN)).fetchall() if question else []
        self.view.bare.show_rows([_words(row) for row in found], 0, len(found))

    def show_all(self, count: int) -> None:
        self.view.bare.show_rows([], 0, count)
        rest(_REST)

    def jump(self, row: int, ids: Sequence[int]) -> float:
        seen, begun = self.painted.count, time.process_time()
        found = self._cursor.execute(_JUMP.format(", ".join(map(str, ids)))).fetchall()
        self.view.bare.put([_words(one) for one in found], row)
        self.view.verticalScrollBar().setValue(row * SIZE.row)
        until(lambda: self.painted.count > seen)
        return (time.process_time() - begun) * 1000

    def read_page(self, uid: str) -> float:
        begun = time.process_time()
        for statement in _PAGE:
            self._cursor.execute(statement, (uid,)).fetchall()
        return (time.process_time() - begun) * 1000


def _words(row: Sequence[Any]) -> list[str]:
    return ["" if one is None else str(one) for one in row]


def _typing(store: Store, count: int) -> dict[str, list[str]]:
    """What is typed, by kind; each text key by key."""
    dice = random.Random(20260302)
    with store.read() as session:
        ids = dice.sample(list(session.scalars(select(Customer.id))), count)
        called = list(session.scalars(select(Customer.name).where(Customer.id.in_(ids))))
        phones = list(session.scalars(select(CustomerPhone.number).where(CustomerPhone.customer_id.in_(ids))))
    read = [ways[0] for name in called if len(ways := names.readings(name)) and len(ways[0]) > 1]
    return {
        "a name": [name[:3] for name in called],
        "pinyin": ["".join(way)[:8] for way in read],
        "initials": [names.initials(way) for way in read],
        "digits": [phone[-4:] for phone in phones],
        "two words": [f"{a[0]} {b[-4:]}" for a, b in zip(called, phones, strict=False)],
    }


def main() -> None:
    folder, name, password, rounds = sys.argv[1:]
    favour_the_window()
    app = make_application()
    theme = Theme(app)
    theme.apply("light")
    unlocked = unlock(folder, name, password)
    vault = open_vault(unlocked)
    accounts.sign_in(vault)
    jobs, bus = Jobs(vault.store), Bus(vault.store)
    window = MainWindow(Context(vault, vault.store, jobs, bus, ConfigHolder(), theme))
    window.resize(1366, 768)
    window.show()
    ours = Ours(window)
    until(lambda: ours.model.is_loaded)
    rest(4 * _REST)
    settle_memory()
    if int(rounds):
        connector = Connector(unlocked.folder.database, vault.keys.database)
        cache = window_cache(connector.path)
        with closing(connector.open(cache=cache, query_only=True)) as connection:
            told = _times(ours, Bare(ours, connection.cursor()), vault.store, int(rounds))
    else:
        told = {"memory": [[_memory(ours)], []]}
    print("measured " + json.dumps(told), file=sys.stderr, flush=True)
    jobs.close()
    bus.close()
    vault.close()


def _times(ours: Ours, bare: Bare, store: Store, count: int) -> dict[str, list[list[float]]]:
    everybody = len(ours.model.ids)
    typing = _typing(store, 4 * count)
    _keys(ours, bare, typing, rest=1)  # a person types into a window that is open: its cache has been used
    told = _keys(ours, bare, typing)
    ours.empty()
    bare.show_all(everybody)
    told["jump"] = _jumps(ours, bare, 30 * count)
    told["page"] = _pages(ours, bare, store, 12 * count)
    told["keys beside"] = [_keys_beside(ours, count), []]
    return told


def _memory(ours: Ours) -> float:
    """Resident MB (10⁶ bytes) once everything of the archive was used: searches, jumps, pages, side views."""
    for text in ("王志强", "李", "zhangxm", "wangli", "z", "1380", "5678", "王1380", "qqqq"):
        for key in text:
            ours.press(key)
        ours.empty()
    dice = random.Random(3)
    for _ in range(200):
        ours.jump(dice.randrange(len(ours.model.ids) - 40))
    for place in dice.sample(range(len(ours.model.ids)), 20):
        ours.list.go_to(ours.model.id_at(place))
        rest(_REST)
    for sort in ("name", "owner", "next_maturity", "aum"):
        ours.model.sort_by(sort, True)
        until(lambda: not ours.model.is_busy)
    for show in (ours.pane.show_organisations, ours.pane.show_bin, ours.pane.show_list):
        show()
        rest(4 * _REST)
    return psutil.Process().memory_info().rss / 1e6


def _keys(
    ours: Ours, bare: Bare, typing: dict[str, list[str]], rest: int = _REST
) -> dict[str, list[list[float]]]:
    told: dict[str, list[list[float]]] = {}
    for kind, texts in typing.items():
        samples, floor = told[kind] = [[], []]
        for round_, text in enumerate(texts):
            for key in text:
                if key == " ":  # asks for nothing new
                    _press(ours.list.search, key)
                    _press(bare.field, key)
                    continue
                both = [(samples, ours.press), (floor, bare.press)]
                for kept, press in both if round_ % 2 else reversed(both):
                    kept.append(press(key))
                    rest(_SETTLED)
                rest(rest)
            ours.empty()
            bare.field.clear()
    return told


def _jumps(ours: Ours, bare: Bare, count: int) -> list[list[float]]:
    dice = random.Random(1)
    samples: list[float] = []
    floor: list[float] = []
    for _ in range(count):
        row = dice.randrange(len(ours.model.ids) - 40)
        samples.append(ours.jump(row))
        rest(_SETTLED)
        floor.append(bare.jump(row, ours.model.ids[row : row + 32]))
        rest(_SETTLED)
    return [samples, floor]


def _pages(ours: Ours, bare: Bare, store: Store, count: int) -> list[list[float]]:
    with store.read() as session:
        uids = random.Random(2).sample(list(session.scalars(select(Customer.uid))), count)
    samples, floor = [], []
    for uid in uids:
        samples.append(ours.show_page(uid))
        rest(_REST)
        floor.append(bare.read_page(uid))
    return [samples, floor]


def _keys_beside(ours: Ours, count: int) -> list[float]:
    """How long each key takes to be taken while earlier questions still run."""
    ours.list.filters.restore([Condition("notes", "饕餮").stored()])
    taken = []
    for _ in range(count):
        for key in "wang1\b\b\b\b\b":
            begun = time.perf_counter()
            _press(ours.list.search, key)
            taken.append((time.perf_counter() - begun) * 1000)
    ours.list.filters.restore([])
    ours.empty()
    return taken


if __name__ == "__main__":
    main()
