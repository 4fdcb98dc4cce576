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
    assert split.splitter.sizes()[1] == 400
    split.resize(1000, 600)
    assert split.splitter.sizes()[1] == 400


def test_where_there_is_no_room_the_list_keeps_its_least_width(split: ListAndDetail) -> None:
    split.resize(560, 480)
    split.show()
    assert split.splitter.sizes()[0] == 300
    assert split.detail_width == 400


def test_a_moved_handle_is_what_is_wanted_from_then_on(split: ListAndDetail) -> None:
    split.resize(1300, 600)
    split.show()
    split.splitter.moveSplitter(1300 - split.splitter.handleWidth() - 350, 1)
    assert split.detail_width == 350
    split.resize(1500, 600)
    assert split.splitter.sizes()[1] == 350


def test_in_a_narrow_window_the_detail_lies_over_the_list_until_it_is_closed(qtbot: QtBot) -> None:
    rows, detail = QWidget(), QWidget()
    split = ListAndDetail(rows, detail, width=400, list_least=300, detail_least=200, may_overlay=True)
    qtbot.addWidget(split)
    split.resize(1300, 600)
    split.show()
    assert not split.is_narrow
    split.splitter.moveSplitter(1300 - split.splitter.handleWidth() - 350, 1)
    split.resize(900, 600)
    assert split.is_narrow
    assert not detail.isVisible()
    assert rows.width() == 900
    split.open_detail()
    assert detail.isVisible()
    assert (detail.x(), detail.width()) == (550, 350)
    assert split.close_detail()
    assert not split.close_detail()
    split.resize(1300, 600)
    assert detail.isVisible()
    assert split.splitter.sizes()[1] == 350
