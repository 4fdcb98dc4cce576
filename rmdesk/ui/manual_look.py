"""Where the manual's pages lie, and how they look on the screen and on paper."""

from __future__ import annotations

from pathlib import Path

from rmdesk import resources
from rmdesk.ui.tokens import TYPE, Palette


def folder(language: str) -> Path:
    """Where the pages in a language lie."""
    return resources.path("manual", language)


def style_sheet(palette: Palette) -> str:
    """How a page looks in an appearance."""
    return (
        f"body {{ color: {palette.text}; }}"
        f"h1 {{ font-size: {TYPE.title.size}px; font-weight: 600; margin: 4px 0 12px 0; }}"
        f"h2 {{ font-size: {TYPE.section.size}px; font-weight: 600; margin: 22px 0 6px 0; }}"
        f"p, li {{ margin: 5px 0; line-height: 150%; }} img {{ margin: 6px 0; }}"
        f"table {{ border-color: {palette.line}; margin: 8px 0; }}"
        f"th {{ background-color: {palette.sunken}; }}"
        f"code {{ background-color: {palette.sunken}; }}"
        f"a {{ color: {palette.accent}; }}"
    )
