"""Possible duplicates in the window: searched, compared, merged, kept apart, left for later."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rmdesk.models import Customer
from rmdesk.services import customers, figures, phones
from rmdesk.services.customers.record import get_customer
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.duplicates import DuplicatesView
from rmdesk.ui.panes.customers.pane import CustomersPane
from tests.support.frames import settle

WAIT = 120_000  # ms: a limit, not a measure; a worker process starts for it
Make = Callable[[], DuplicatesView]


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> Iterator[CustomersPane]:
    shown = CustomersPane(context)
    qtbot.addWidget(shown)
    shown.resize(1294, 660)
    shown.show()
    yield shown
    settle(qtbot, context)


@pytest.fixture
def pairs(context: Context) -> list[tuple[str, str]]:
    """Two pairs: one with the same phone and name, one with similar names and the same employer."""
    me = context.actor.staff_uid
    with context.store.write() as session:
        a = customers.add_customer(
            session, {"name": "张晓敏", "number": "A1", "owner": me, "occupation": "教师"}
        )
        b = customers.add_customer(
            session, {"name": "张晓敏", "owner": me, "district": "滨江", "occupation": "校长"}
        )
        for one in (a, b):
            phones.add_phone(session, one.uid, "13800138000")
            figures.add_figure(session, one.uid, 1_000_000 * one.id, "2026-01-31")
        given = {"owner": me, "employer": "海天集团"}
        c = customers.add_customer(session, given | {"name": "李强"})
        d = customers.add_customer(session, given | {"name": "李蔷"})
        customers.add_customer(session, {"name": "王芳", "owner": me})
        return [(a.uid, b.uid), (c.uid, d.uid)]


@pytest.fixture
def view(qtbot: QtBot, pane: CustomersPane, pairs: object) -> DuplicatesView:
    return searched(qtbot, pane)


def searched(qtbot: QtBot, pane: CustomersPane) -> DuplicatesView:
    view = pane.show_duplicates()
    assert view.is_searching
    qtbot.waitUntil(lambda: not view.is_searching and view.model.is_loaded, timeout=WAIT)
    return view


def names(view: DuplicatesView) -> list[str]:
    return [view.model.row_at(row).a.name for row in range(view.model.rowCount())]


def compared(qtbot: QtBot, view: DuplicatesView) -> None:
    def shown() -> bool:
        row, found = view.current, view.card.comparison
        return row is not None and found is not None and found.records[0].uid == row.a.uid

    qtbot.waitUntil(shown, timeout=WAIT)


def record(context: Context, uid: str) -> object:
    with context.store.read() as session:
        return get_customer(session, uid)


def test_a_pair_is_merged_by_keyboard_as_it_was_chosen(
    qtbot: QtBot, context: Context, pane: CustomersPane, view: DuplicatesView, pairs: list[tuple[str, str]]
):
    assert names(view) == ["张晓敏", "李强"]
    compared(qtbot, view)
    card = view.card
    assert "same phone, same name" in card.why.text()
    assert set(card.rows) == {"number", "occupation", "district"}
    assert (card.survivor, card.taken) == (0, ["district"])
    assert card.figures is not None
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert card.stays is not None
    assert pane.focusWidget() is card.stays
    row = card.rows["occupation"]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Right)
    assert sorted(card.taken) == ["district", "occupation"]
    card.figures.choose("sum")
    with qtbot.waitSignal(view.merged, timeout=WAIT):
        qtbot.mouseClick(card.merge_button, Qt.MouseButton.LeftButton)
    kept = record(context, pairs[0][0])
    assert [kept.fields[one].value for one in ("occupation", "district")] == ["校长", "滨江"]  # type: ignore[attr-defined]
    assert len(kept.figures) == 1  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: names(view) == ["李强"], timeout=WAIT)


def test_who_came_since_is_searched_for_and_else_told(
    qtbot: QtBot, context: Context, pane: CustomersPane
) -> None:
    def add(name: str) -> None:
        with context.store.write() as session:
            one = customers.add_customer(session, {"name": name, "owner": context.actor.staff_uid})
            phones.add_phone(session, one.uid, "13800138000")

    view = searched(qtbot, pane)
    assert names(view) == []
    pane.show_list()
    add("张晓敏")
    add("张晓敏")
    qtbot.waitUntil(lambda: view._is_stale, timeout=WAIT)
    assert names(searched(qtbot, pane)) == ["张晓敏"]
    pane.show_list()
    add("张小敏")
    qtbot.waitUntil(lambda: "changed since" in view.head._meta.text(), timeout=WAIT)
    assert names(pane.show_duplicates()) == ["张晓敏"]


def test_different_people_and_later(
    qtbot: QtBot, context: Context, pane: CustomersPane, view: DuplicatesView
):
    compared(qtbot, view)
    view.keep_apart()
    qtbot.waitUntil(lambda: names(view) == ["李强"], timeout=WAIT)
    compared(qtbot, view)
    view.postpone()
    qtbot.waitUntil(lambda: view.model.rowCount() == 0 and view.model.is_loaded, timeout=WAIT)
    assert view.empty.sentence == "No two records look like one customer."
    view.search()
    qtbot.waitUntil(lambda: not view.is_searching and names(view) == ["李强"], timeout=WAIT)
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    assert pane.list.isVisible()


def test_what_changed_meanwhile_is_said_and_shown(
    qtbot: QtBot, context: Context, view: DuplicatesView, pairs: list[tuple[str, str]]
):
    compared(qtbot, view)
    seen = view.card.comparison
    with context.store.write() as session:
        version = session.get_one(Customer, 1).version
        customers.edit_customer(session, pairs[0][0], {"occupation": "医生"}, version=version)
    assert view.card.comparison is seen
    view.merge()
    qtbot.waitUntil(lambda: view.card.trouble.isVisible(), timeout=WAIT)
    assert "Somebody else changed this" in view.card.trouble.text
    assert view.card.comparison is not None
    assert view.card.comparison.records[0].fields["occupation"].value == "医生"


def test_an_archive_without_any_and_a_cancelled_search(qtbot: QtBot, context: Context, pane: CustomersPane):
    view = searched(qtbot, pane)
    assert view.model.rowCount() == 0
    assert view.empty.sentence == "No two records look like one customer."
    view.search()
    view.cancel()
    qtbot.waitUntil(lambda: not view.is_searching, timeout=WAIT)
    assert view.empty.sentence in ("The search was cancelled.", "No two records look like one customer.")
