"""The colours: readable everywhere they may stand, and written down in one place only."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import rmdesk.ui
from rmdesk.ui import icons
from rmdesk.ui.tokens import DARK, KIND_ICONS, LIGHT, Palette

BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("window", "surface", "sunken", "raised", "selection", "selection_idle", "hover", "non_working")
TEXTS = ("text", "secondary", "accent", "good", "warning", "caution", "risk.high", "risk.middle", "risk.low")


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.1."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(palette: Palette, ground: str) -> None:
    colours = palette.colours
    texts = [*TEXTS, *(f"kind.{kind}" for kind in palette.kinds)]
    too_weak = {role: contrast(colours[role], colours[ground]) for role in texts}
    assert {role: ratio for role, ratio in too_weak.items() if ratio < 4.5} == {}


@BOTH
def test_text_can_be_read_on_its_own_ground(palette: Palette) -> None:
    colours = palette.colours
    pairs = [(f"kind.{kind}", f"kind.{kind}.tint") for kind in palette.kinds]
    pairs += [("good", "good_tint"), ("warning", "warning_tint"), ("caution", "caution_tint")]
    pairs += [("accent_text", "accent_fill"), ("accent_text", "accent_pressed"), ("text", "track")]
    pairs += [("avatar_text", "avatar"), ("alert_text", "alert_ground")]
    pairs += [(f"tier.{n}.ink", f"tier.{n}.ground") for n, tier in enumerate(palette.tiers) if tier.ground]
    pairs += [("chart.on_outer", "chart.d1"), ("chart.on_outer", "chart.d5")]
    pairs += [("chart.on_inner", "chart.d2"), ("chart.on_inner", "chart.d4")]
    weak = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@BOTH
@pytest.mark.parametrize("border", ["control", "focus", "warning"])
@pytest.mark.parametrize("ground", ["surface", "sunken", "window"])
def test_borders_of_fields_can_be_seen(palette: Palette, border: str, ground: str) -> None:
    assert contrast(palette.colours[border], palette.colours[ground]) >= 3


def test_both_palettes_have_the_same_roles() -> None:
    assert set(LIGHT.colours) - {"tier.0.ground"} == set(DARK.colours) - {"tier.0.ground"}
    assert set(LIGHT.kinds) == set(KIND_ICONS)


@BOTH
def test_every_colour_is_written_as_six_digits(palette: Palette) -> None:
    assert [c for c in palette.colours.values() if not re.fullmatch("#[0-9A-F]{6}", c)] == []


@pytest.mark.parametrize("name", sorted(KIND_ICONS.values()))
def test_every_kind_has_its_icon(name: str) -> None:
    assert icons.resources.path("icons", f"{name}.svg").is_file()


_COLOUR = re.compile(
    r"#[0-9A-Fa-f]{3,8}\b|\brgba?\(|\bhsva?\(|QColor\(\s*[\d\"']|GlobalColor\.(?!transparent)\w+|fromRgb"
)


def test_no_other_file_spells_a_colour() -> None:
    root = Path(rmdesk.ui.__file__).parent
    sheet = root.parent.parent / "resources" / "templates" / "style.qss"
    spelt = [
        f"{file.name}:{number}: {line.strip()}"
        for file in [*root.rglob("*.py"), sheet]
        if file.name != "tokens.py"
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if _COLOUR.search(line)
    ]
    assert spelt == []
