"""The customers pane over twelve customers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rmdesk.services import customers, phones
from rmdesk.services.figures import add_figure
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.pane import CustomersPane
from tests.support.frames import settle

WAIT = 60_000  # ms: a limit, not a measure
Make = Callable[..., CustomersPane]
NAMES = (
    "陈静怡",
    "王志强",
    "王辉",
    "欧阳雪梅",
    "单晓燕",
    "林永强",
    "周德福",
    "李卫东",
    "孙丽华",
    "许志明",
    "冯秋生",
    "曹芳",
)


@pytest.fixture
def archive_of_twelve(context: Context) -> dict[str, str]:
    """Uids of twelve customers of the administrator's own: the first has most, every second is intensive."""
    found: dict[str, str] = {}
    with context.store.write() as session:
        me = context.actor.staff_uid
        for place, name in enumerate(NAMES):
            one = customers.add_customer(
                session,
                {
                    "name": name,
                    "owner": me,
                    "number": f"33{place:06}",
                    "strategy": "passive" if place % 2 else "intensive",
                    "employer": "滨江第三中学" if place < 3 else None,
                },
            )
            phones.add_phone(session, one.uid, f"1380000{8000 + place}")
            add_figure(session, one.uid, (12 - place) * 100_0000_00, date.today())
            found[name] = one.uid
    return found


@pytest.fixture
def make(qtbot: QtBot, context: Context) -> Iterator[Make]:
    def make_(width: int = 1294, height: int = 700) -> CustomersPane:
        pane = CustomersPane(context)
        qtbot.addWidget(pane)
        pane.resize(width, height)
        pane.show()
        answered(qtbot, pane)
        pane.setFocus()
        return pane

    yield make_
    settle(qtbot, context)


def answered(qtbot: QtBot, pane: CustomersPane) -> None:
    model = pane.list.model
    qtbot.waitUntil(lambda: model.is_loaded and not model.is_busy, timeout=WAIT)


def names(pane: CustomersPane) -> list[str]:
    model = pane.list.model
    return [model.row_at(row).name for row in range(model.rowCount())]


def press(qtbot: QtBot, widget: Any, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)
