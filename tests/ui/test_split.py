"""The detail beside a list keeps its width; the list takes what is left."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rmdesk.ui.widgets import ListAndDetail


@pytest.fixture
def split(qtbot: QtBot) -> ListAndDetail:
    rows, detail = QWidget(), QWidget()
    rows.setMinimumWidth(300)
    detail.setMinimumWidth(200)
    made = ListAndDetail(rows, detail, width=400)
    qtbot.addWidget(made)
    return made


def test_the_first_width_survives_a_layout_before_the_window_has_its_size(split: ListAndDetail) -> None:
    split.resize(640, 480)
    split.show()
    split.resize(1300, 600)
    assert split.sizes()[1] == 400
    split.resize(1000, 600)
    assert split.sizes()[1] == 400


def test_where_there_is_no_room_the_list_keeps_its_least_width(split: ListAndDetail) -> None:
    split.resize(560, 480)
    split.show()
    assert split.sizes()[0] == 300
    assert split.detail_width == 400


def test_a_moved_handle_is_what_is_wanted_from_then_on(split: ListAndDetail) -> None:
    split.resize(1300, 600)
    split.show()
    split.moveSplitter(1300 - split.handleWidth() - 350, 1)
    assert split.detail_width == 350
    split.resize(1500, 600)
    assert split.sizes()[1] == 350
