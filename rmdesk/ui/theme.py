"""Light and dark: Qt's palette and one style sheet, both filled from the tokens.

What is in use belongs to the application as a whole, as QApplication.palette() does, so painting code
asks this module: `theme.colour("secondary")`. A change repaints every widget, since Qt tells each of
them that its palette changed.
"""

from __future__ import annotations

import string
from dataclasses import fields

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from rmdesk import resources
from rmdesk.ui import fonts
from rmdesk.ui.tokens import DARK, LIGHT, RADIUS, SIZE, TYPE, Palette, Radius, Size

CHOICES = ("system", "light", "dark")

_in_use: Palette = LIGHT
_colours: dict[str, QColor] = {}


def palette() -> Palette:
    """The tokens in use."""
    return _in_use


def colour(role: str) -> QColor:
    """The present colour of a role of `tokens.Palette.colours`; the caller must not alter it."""
    found = _colours.get(role)
    if found is None:
        found = _colours[role] = QColor(_in_use.colours[role])
    return found


class Theme(QObject):
    """The appearance of the application: `light`, `dark`, or as the system has it."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = ""
        self._filled: Palette | None = None
        self._template = string.Template(resources.path("templates", "style.qss").read_text("utf-8"))
        app.setStyle(QStyleFactory.create("Fusion"))
        fonts.install(app)
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def choice(self) -> str:
        return self._choice

    @property
    def is_dark(self) -> bool:
        return _in_use is DARK

    def apply(self, choice: str) -> None:
        """Show `light`, `dark` or whatever the `system` says, at once and in every open window."""
        if choice not in CHOICES:
            raise ValueError(f"unknown appearance {choice!r}")
        self._choice = choice
        hints = self._app.styleHints()
        # The hint also gives the native title bar its colour.
        if choice == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light)
        self._fill(self._wanted())

    def _wanted(self) -> Palette:
        if self._choice == "system":
            system_is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if system_is_dark else LIGHT
        return DARK if self._choice == "dark" else LIGHT

    def _on_system_changed(self) -> None:
        if self._choice:
            self._fill(self._wanted())

    def _fill(self, tokens: Palette) -> None:
        if tokens is self._filled:
            return
        global _in_use
        _in_use = self._filled = tokens
        _colours.clear()
        self._app.setPalette(qt_palette(tokens))
        self._app.setStyleSheet(self._template.substitute(_sheet_values(tokens)))
        self.changed.emit()


def _sheet_values(tokens: Palette) -> dict[str, str]:
    values = {role.replace(".", "_"): value for role, value in tokens.colours.items()}
    values |= {f"radius_{f.name}": f"{getattr(RADIUS, f.name)}px" for f in fields(Radius)}
    values |= {f"size_{f.name}": f"{getattr(SIZE, f.name)}px" for f in fields(Size)}
    values |= {
        # A style sheet can only name a file; a test compares these two with the tokens.
        "check_mark": resources.path("icons", "menu", f"check-{tokens.name}.svg").as_posix(),
        "type_body": f"{TYPE.body.size}px",
        "type_secondary": f"{TYPE.secondary.size}px",
        # A margin on both sides leaves a thumb of the right width in a scroll bar.
        "thumb_margin": f"{(SIZE.scroll_bar - SIZE.scroll_thumb) // 2}px",
    }
    return values


def qt_palette(tokens: Palette) -> QPalette:
    """Qt's palette of the tokens, which Fusion draws from wherever the style sheet says nothing."""
    made = QPalette()
    role = QPalette.ColorRole
    by_role = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.secondary,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.warning,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent_fill,
        role.HighlightedText: tokens.accent_text,
        role.Accent: tokens.accent_fill,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.line_strong,
        role.Dark: tokens.control,
        role.Shadow: tokens.line_strong,
    }
    for key, value in by_role.items():
        made.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.disabled))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.selection_idle))
    made.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(tokens.disabled))
    return made
