"""What people type, paste and combine by mistake: a clear sentence beside the field, and nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from rmdesk.models import Customer
from rmdesk.services import tiers
from rmdesk.services.archive import TRAITS, Condition, Kind
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.pane import CustomersPane
from tests.support.frames import settle

WAIT = 60_000  # ms: a limit, not a measure


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> Iterator[CustomersPane]:
    made = CustomersPane(context)
    qtbot.addWidget(made)
    made.resize(1294, 700)
    made.show()
    answered(qtbot, made)
    yield made
    settle(qtbot, context)


def answered(qtbot: QtBot, pane: CustomersPane) -> None:
    model = pane.list.model
    qtbot.waitUntil(lambda: model.is_loaded and not model.is_busy, timeout=WAIT)


def known(context: Context) -> int:
    with context.store.read() as session:
        return session.scalar(select(func.count()).select_from(Customer)) or 0


@pytest.mark.parametrize("name", ["王" * 50_000, "王\u202e芳", "\u200f", " \u3000 "])
def test_a_name_that_cannot_be_is_told_and_stays(
    qtbot: QtBot, pane: CustomersPane, context: Context, name: str
) -> None:
    dialog = pane.add_customer()
    dialog.name.setText(name)
    typed = dialog.name.text()
    dialog.submit()
    settle(qtbot, context)
    assert dialog.isVisible()
    assert dialog.name.error
    assert dialog.name.text() == typed
    assert known(context) == 0
    dialog.reject()


@pytest.mark.parametrize(
    "number",
    [
        "110101199003074611",  # wrong check digit
        "110101209003074611",  # born in the future
        "110101199013324610",  # no such day
        "11010119900307461",  # 17 digits
        "1" * 60_000,
    ],
)
def test_an_id_that_cannot_be_is_told_and_stays(
    qtbot: QtBot, pane: CustomersPane, context: Context, number: str
) -> None:
    dialog = pane.add_customer()
    dialog.name.setText("王芳")
    dialog.document.setText(number)
    typed = dialog.document.text()
    dialog.submit()
    settle(qtbot, context)
    assert dialog.isVisible()
    assert dialog.document.error
    assert (dialog.name.text(), dialog.document.text()) == ("王芳", typed)
    assert known(context) == 0
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("𠮷野家", "𠮷"),
        ("阿依古丽·艾合买提", "·艾合"),
        ("王😀", "😀"),
        ('O\'Brien "Bob"', "o'brien"),
        ("欧阳 100%_好", "100%_"),
    ],
)
def test_an_odd_name_is_kept_and_found(
    qtbot: QtBot, pane: CustomersPane, context: Context, name: str, words: str
) -> None:
    dialog = pane.add_customer()
    dialog.name.setText(name)
    with qtbot.waitSignal(dialog.added, timeout=WAIT):
        dialog.submit()
    settle(qtbot, context)
    pane.list.search.setText(words)
    qtbot.waitUntil(lambda: pane.list.model.rowCount() == 1 and not pane.list.model.is_busy, timeout=WAIT)
    assert pane.list.current is not None
    assert pane.list.current.name == name


def test_the_search_field_takes_anything(qtbot: QtBot, pane: CustomersPane) -> None:
    for words in ("%", '"', "_ OR *", "NEAR(a", "\ud83d", "\u202e王", "王" * 60_000, "' --"):
        pane.list.search.setText(words)
        answered(qtbot, pane)
        assert pane.list.model.rowCount() == 0
        assert pane.list.empty.isVisible()
    pane.list.search.clear()
    answered(qtbot, pane)


def test_every_condition_at_once(qtbot: QtBot, pane: CustomersPane, context: Context) -> None:
    names = [name for name in TRAITS if name != "segment"]  # of which there is none here
    pane.list.filters.restore([asked(context, name).stored() for name in names])
    assert len(pane.list.filters.conditions) == len(names)
    pane.list.filters.changed.emit()
    answered(qtbot, pane)
    assert pane.list.model.rowCount() == 0
    assert pane.list.empty.isVisible()
    assert pane.list.totals.text()
    pane.list.show_all()
    assert not pane.list.filters.conditions
    answered(qtbot, pane)


def asked(context: Context, name: str) -> Condition:
    """Something to ask of a trait."""
    with context.store.read() as session:
        tier = tiers.list_tiers(session)[0].uid
    values: dict[Kind, Any] = {
        Kind.TAG: ("企业主", None),
        Kind.AMOUNT: (0, 10**12),
        Kind.NUMBER: (0, 100),
        Kind.DATE: (-30, 30),
        Kind.MONTH: (1, 12),
        Kind.TEXT: "王",
        Kind.FLAG: True,
        Kind.LINK: (tier,),
        Kind.IMPORT: (999,),
    }
    kind = TRAITS[name].kind
    return Condition(name, values.get(kind, (None,)))
