"""Icons: drawn sharp, in the colour of their place."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from rmdesk import resources
from rmdesk.ui import icons
from rmdesk.ui.theme import Theme
from rmdesk.ui.tokens import DARK, LIGHT

FILES = sorted(resources.path("icons").glob("*.svg"))


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    made.apply("light")
    yield made
    made.apply("light")
    made.deleteLater()


def inks(image: QImage) -> set[str]:
    """The colours of the pixels that are fully covered."""
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {c.name().upper() for c in (image.pixelColor(x, y) for x, y in points) if c.alpha() == 255}


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_every_icon_can_be_drawn(file: object, look: Theme) -> None:
    name = file.stem  # type: ignore[attr-defined]
    if name == "rmdesk":  # the program's own sign has its own colours
        assert not icons.app_icon().pixmap(32, 32).isNull()
        return
    ElementTree.parse(resources.path("icons", f"{name}.svg"))
    image = icons.pixmap(name, "text", 16, 2.0).toImage()
    assert image.size() == QSize(32, 32)
    assert any(image.pixelColor(x, y).alpha() for x in range(32) for y in range(32))


def test_an_icon_has_the_colour_of_its_role(look: Theme) -> None:
    assert inks(icons.pixmap("square-check", "warning", 16, 4.0).toImage()) == {LIGHT.warning}


def test_a_filled_icon_is_filled(look: Theme) -> None:
    middle = icons.pixmap("star", "caution", 16, 1.0, filled=True).toImage().pixelColor(8, 8)
    assert middle == QColor(LIGHT.caution)
    assert icons.pixmap("star", "caution", 16, 1.0).toImage().pixelColor(8, 8).alpha() == 0


def test_the_same_icon_follows_the_theme(look: Theme) -> None:
    icon = icons.icon("square-check", "text")
    size = QSize(64, 64)
    assert inks(icon.pixmap(size).toImage()) == {LIGHT.text}
    assert inks(icon.pixmap(size, QIcon.Mode.Disabled).toImage()) == {LIGHT.disabled}
    look.apply("dark")
    assert inks(icon.pixmap(size).toImage()) == {DARK.text}


def test_a_checked_icon_may_have_another_colour(look: Theme) -> None:
    icon = icons.icon("square-check", "text", on="accent")
    image = icon.pixmap(QSize(64, 64), QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert inks(image) == {LIGHT.accent}


def test_an_icon_is_drawn_at_the_pixel_ratio(look: Theme) -> None:
    pixmap = icons.icon("lock").pixmap(QSize(16, 16), 1.5)
    assert pixmap.size() == QSize(24, 24)
    assert pixmap.devicePixelRatio() == 1.5


def test_a_misspelt_icon_fails_when_it_is_asked_for() -> None:
    with pytest.raises(FileNotFoundError, match="padlock"):
        icons.icon("padlock")


def test_rendering_is_cached(look: Theme) -> None:
    first = icons.pixmap("lock", "text", 16, 1.0)
    assert icons.pixmap("lock", "text", 16, 1.0).cacheKey() == first.cacheKey()


def test_the_sign_of_the_program_has_all_sizes_windows_asks_for(qapp: QApplication) -> None:
    sizes = {size.width() for size in QIcon(str(resources.path("icons", "rmdesk.ico"))).availableSizes()}
    assert {16, 24, 32, 48, 256} <= sizes
