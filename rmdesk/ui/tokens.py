"""Every colour, size and type style of the program, light and dark: the one file of its look.

Nothing else in `rmdesk/ui` may spell a colour (a test looks). Colours are asked for by role, as in
`LIGHT.colours["secondary"]` or `["kind.birthday.tint"]`; sizes are device-independent pixels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from types import MappingProxyType


@dataclass(frozen=True)
class Kind:
    """A kind of touchpoint: its icon's outline tells it, the colours only help."""

    icon: str
    ink: str
    tint: str


@dataclass(frozen=True)
class Tier:
    """The badge of a customer tier; an empty `ground` means none."""

    border: str
    ink: str
    ground: str


@dataclass(frozen=True)
class Charts:
    d1: str
    d2: str
    d3: str
    d4: str
    d5: str
    series_1: str
    series_2: str
    series_3: str
    on_outer: str  # numbers on d1 and d5
    on_inner: str  # numbers on d2 and d4


@dataclass(frozen=True)
class Palette:
    """All colours of one appearance."""

    name: str
    window: str
    surface: str
    sunken: str
    raised: str
    line: str
    line_strong: str
    control: str
    text: str
    secondary: str
    disabled: str
    accent: str
    accent_fill: str
    accent_pressed: str
    accent_text: str
    selection: str
    selection_idle: str
    hover: str
    focus: str
    non_working: str
    track: str
    grid: str
    good: str
    good_tint: str
    avatar: str
    avatar_text: str
    alert_text: str
    alert_ground: str
    paper: str  # a printed page on screen, white in the dark as well
    kinds: Mapping[str, Kind]
    risk: Mapping[str, str]
    tiers: tuple[Tier, ...]  # by rank from the bottom
    charts: Charts

    @property
    def warning(self) -> str:
        """Errors and what is overdue."""
        return self.kinds["warning"].ink

    @property
    def warning_tint(self) -> str:
        return self.kinds["warning"].tint

    @property
    def caution(self) -> str:
        """What deserves care but is not wrong: Caps Lock, a plan that came late."""
        return self.risk["middle"]

    @property
    def caution_tint(self) -> str:
        return self.kinds["birthday"].tint

    @cached_property
    def colours(self) -> Mapping[str, str]:
        """Every colour by role: `text`, `kind.birthday`, `kind.birthday.tint`, `risk.high`, `chart.d1` …"""
        found = {f.name: getattr(self, f.name) for f in fields(self) if f.type == "str" and f.name != "name"}
        for role in ("warning", "warning_tint", "caution", "caution_tint"):
            found[role] = getattr(self, role)
        for name, kind in self.kinds.items():
            found[f"kind.{name}"] = kind.ink
            found[f"kind.{name}.tint"] = kind.tint
        for name, ink in self.risk.items():
            found[f"risk.{name}"] = ink
        for rank, tier in enumerate(self.tiers):
            found[f"tier.{rank}.border"] = tier.border
            found[f"tier.{rank}.ink"] = tier.ink
            if tier.ground:
                found[f"tier.{rank}.ground"] = tier.ground
        for f in fields(self.charts):
            found[f"chart.{f.name}"] = getattr(self.charts, f.name)
        return MappingProxyType(found)


def _kinds(**colours: tuple[str, str]) -> Mapping[str, Kind]:
    return MappingProxyType({name: Kind(KIND_ICONS[name], *pair) for name, pair in colours.items()})


KIND_ICONS: Mapping[str, str] = MappingProxyType(
    {
        "birthday": "cake",
        "festival": "gift",
        "family": "heart",
        "maturity": "calendar-clock",
        "other_bank": "landmark",
        "commitment": "handshake",
        "warning": "triangle-alert",
        "cadence": "repeat",
        "follow_up": "corner-up-right",
        "appointment": "calendar-check",
        "activity": "users",
        "notice": "megaphone",
    }
)

LIGHT = Palette(
    name="light",
    window="#F3F2EF",
    surface="#FFFFFF",
    sunken="#FAF9F7",
    raised="#FFFFFF",
    line="#E5E4DF",
    line_strong="#CBCAC4",
    control="#85847E",
    text="#1B1D20",
    secondary="#5B5E63",
    disabled="#92949A",
    accent="#1D5A96",
    accent_fill="#1D5A96",
    accent_pressed="#164877",
    accent_text="#FFFFFF",
    selection="#E3EDF7",
    selection_idle="#EEEDE9",
    hover="#F5F4F1",
    focus="#1D5A96",
    non_working="#FAF9F7",
    track="#E7E6E1",
    grid="#ECEBE6",
    good="#2B6B2F",
    good_tint="#E5F2E4",
    avatar="#E4E9EE",
    avatar_text="#36424E",
    alert_text="#FFFFFF",
    alert_ground="#B03120",
    paper="#FFFFFF",
    kinds=_kinds(
        birthday=("#8A5700", "#FAEFDA"),
        festival=("#97366C", "#F9E8F1"),
        family=("#97366C", "#F9E8F1"),
        maturity=("#0A6860", "#DDF1EE"),
        other_bank=("#0A6860", "#DDF1EE"),
        commitment=("#5247A6", "#ECEAF9"),
        warning=("#B03120", "#FCE9E5"),
        cadence=("#4A5866", "#E9EDF1"),
        follow_up=("#0B668E", "#E0F0F8"),
        appointment=("#4B6714", "#EDF3DD"),
        activity=("#7C4A28", "#F5EAE1"),
        notice=("#5B5E63", "#EDEDEA"),
    ),
    risk=MappingProxyType({"high": "#B03120", "middle": "#8A5700", "low": "#4A5866"}),
    tiers=(
        Tier("#CBCAC4", "#5B5E63", ""),
        Tier("#E3CB93", "#7A5200", "#FCF5E4"),
        Tier("#BFC8D1", "#435160", "#F0F3F6"),
        Tier("#A9C6E4", "#174F87", "#EAF2FB"),
        Tier("#22262C", "#F6E7C4", "#22262C"),
    ),
    charts=Charts(
        d1="#8C4B0B",
        d2="#D9A35B",
        d3="#DDDCD6",
        d4="#7FB0DA",
        d5="#1D5A96",
        series_1="#1D5A96",
        series_2="#C98A2B",
        series_3="#0A6860",
        on_outer="#FFFFFF",
        on_inner="#1B1D20",
    ),
)

DARK = Palette(
    name="dark",
    window="#16181A",
    surface="#1D1F22",
    sunken="#1A1C1F",
    raised="#272A2E",
    line="#303337",
    line_strong="#464A50",
    control="#777C83",
    text="#E7E7E3",
    secondary="#A4A8AE",
    disabled="#74787E",
    accent="#8DBCEC",
    accent_fill="#2E6FB0",
    accent_pressed="#265E98",
    accent_text="#FFFFFF",
    selection="#20344A",
    selection_idle="#292C30",
    hover="#24272A",
    focus="#8DBCEC",
    non_working="#1A1C1F",
    track="#33363A",
    grid="#2A2D31",
    good="#8CCB8B",
    good_tint="#1F3220",
    avatar="#2D343B",
    avatar_text="#C4CFDA",
    alert_text="#2A120C",
    alert_ground="#F3927C",
    paper="#FFFFFF",
    kinds=_kinds(
        birthday=("#E2B25E", "#372D1A"),
        festival=("#E59FC6", "#392432"),
        family=("#E59FC6", "#392432"),
        maturity=("#62C6BA", "#18342F"),
        other_bank=("#62C6BA", "#18342F"),
        commitment=("#B1ABF2", "#2B2946"),
        warning=("#F3927C", "#42231D"),
        cadence=("#A9B7C5", "#2A3138"),
        follow_up=("#72C1E6", "#182F3B"),
        appointment=("#AFCB73", "#2A3219"),
        activity=("#D8AC8C", "#352A22"),
        notice=("#A4A8AE", "#2A2C30"),
    ),
    risk=MappingProxyType({"high": "#F3927C", "middle": "#E2B25E", "low": "#A9B7C5"}),
    tiers=(
        Tier("#464A50", "#A4A8AE", ""),
        Tier("#5F4E26", "#E6C37C", "#2C2617"),
        Tier("#4A535C", "#B9C5D0", "#262B30"),
        Tier("#35567A", "#9CC6F0", "#1B2A3A"),
        Tier("#D6C9A6", "#241F12", "#D6C9A6"),
    ),
    charts=Charts(
        d1="#D08A45",
        d2="#8F6530",
        d3="#45484D",
        d4="#3D6E9E",
        d5="#79AEE2",
        series_1="#79AEE2",
        series_2="#D9A650",
        series_3="#62C6BA",
        on_outer="#12161B",
        on_inner="#FFFFFF",
    ),
)


@dataclass(frozen=True, eq=False)  # each is one of its kind: found by what it is, at every line that is drawn
class TypeStyle:
    size: int
    line: int
    bold: bool = False


@dataclass(frozen=True)
class Type:
    figure: TypeStyle = TypeStyle(28, 36, bold=True)
    title: TypeStyle = TypeStyle(20, 28, bold=True)
    section: TypeStyle = TypeStyle(15, 22, bold=True)
    body: TypeStyle = TypeStyle(13, 20)
    strong: TypeStyle = TypeStyle(13, 20, bold=True)
    secondary: TypeStyle = TypeStyle(12, 16)
    group: TypeStyle = TypeStyle(12, 16, bold=True)


@dataclass(frozen=True)
class Space:
    tiny: int = 4
    small: int = 8
    medium: int = 12
    large: int = 16
    huge: int = 24
    pane: int = 16  # side margin of a pane


@dataclass(frozen=True)
class Radius:
    control: int = 6
    tag: int = 4
    chip: int = 12
    check: int = 3
    progress: int = 3


@dataclass(frozen=True)
class Size:
    """Heights and widths of the parts."""

    rail: int = 72
    rail_narrow: int = 48
    rail_item: int = 56
    rail_foot: int = 48
    rail_mark_width: int = 3
    rail_mark_height: int = 32
    pane_head: int = 52
    filter_row: int = 40
    tabs: int = 36
    status_bar: int = 24
    row: int = 28
    group_head: int = 28
    work_row: int = 32
    work_row_current: int = 64
    row_two_lines: int = 40
    holdings_row: int = 24
    timeline_row: int = 25
    bar: int = 22
    control: int = 28
    control_sign_in: int = 32
    control_in_row: int = 24
    chip: int = 24
    tag: int = 18
    badge_width: int = 36
    progress: int = 6
    progress_status: int = 4
    icon: int = 16
    icon_rail: int = 20
    icon_tag: int = 12
    icon_status: int = 14
    scroll_bar: int = 10
    scroll_thumb: int = 6
    scroll_thumb_shortest: int = 32
    avatar: int = 36
    avatar_rail: int = 28
    avatar_field: int = 20
    check_box: int = 14
    focus_ring: int = 2
    current_mark: int = 3
    window_min_width: int = 960
    window_min_height: int = 560


TYPE = Type()
SPACE = Space()
RADIUS = Radius()
SIZE = Size()
