"""Light and dark at run time, and the fonts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rmdesk import resources
from rmdesk.ui import fonts, theme
from rmdesk.ui.theme import Theme
from rmdesk.ui.tokens import DARK, LIGHT, TYPE, Palette
from rmdesk.ui.widgets import Ground, Label


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    made.apply("light")
    yield made
    made.apply("light")
    made.deleteLater()


def pixel(widget: Ground) -> QColor:
    return widget.grab().toImage().pixelColor(5, 5)


def test_changing_the_appearance_repaints_what_is_open(qtbot: QtBot, look: Theme) -> None:
    page = Ground("window")
    qtbot.addWidget(page)
    page.resize(40, 40)
    page.show()
    assert pixel(page) == QColor(LIGHT.window)
    with qtbot.waitSignal(look.changed):
        look.apply("dark")
    assert pixel(page) == QColor(DARK.window)
    assert theme.palette() is DARK
    assert look.is_dark


def test_the_palette_of_qt_follows(qapp: QApplication, look: Theme) -> None:
    look.apply("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText) == QColor(DARK.secondary)
    disabled = qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(DARK.disabled)


def test_the_style_sheet_is_filled_completely(qapp: QApplication, look: Theme) -> None:
    look.apply("dark")
    assert "$" not in qapp.styleSheet()
    assert DARK.raised in qapp.styleSheet()


def test_labels_take_their_ink_from_the_style_sheet(qtbot: QtBot, look: Theme) -> None:
    label = Label("滨江支行", ink="secondary")
    qtbot.addWidget(label)
    label.show()
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.secondary)
    look.apply("dark")
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.secondary)
    label.set_ink("warning")
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.warning)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_check_mark_of_menus_has_the_colour_of_text(tokens: Palette) -> None:
    outline = resources.path("icons", "check.svg").read_text("utf-8")
    coloured = resources.path("icons", "menu", f"check-{tokens.name}.svg").read_text("utf-8")
    assert coloured == outline.replace("currentColor", tokens.text)


def test_choosing_the_same_again_changes_nothing(qtbot: QtBot, look: Theme) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.apply("light")


def test_an_unknown_appearance_is_refused(look: Theme) -> None:
    with pytest.raises(ValueError, match="purple"):
        look.apply("purple")


def test_the_system_decides_when_asked_to(look: Theme) -> None:
    look.apply("dark")
    look.apply("system")
    assert look.choice == "system"
    assert theme.palette() is LIGHT  # the offscreen platform has no opinion


def test_chinese_has_a_font_of_the_exact_size(qapp: QApplication, look: Theme) -> None:
    label = QLabel("客户档案")
    info = QFontInfo(label.font())
    assert info.family() in (fonts.SYSTEM_FAMILY, fonts.SHIPPED_FAMILY)
    assert label.font().pixelSize() == TYPE.body.size
    assert fonts.metrics(TYPE.title).inFontUcs4(ord("户"))


def test_figures_that_stand_in_columns_have_one_width(look: Theme) -> None:
    measure = fonts.metrics(TYPE.body, tabular=True)
    assert len({measure.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_titles_are_bold_and_nothing_is_in_between(look: Theme) -> None:
    assert fonts.font(TYPE.title).bold()
    assert not fonts.font(TYPE.body).bold()
