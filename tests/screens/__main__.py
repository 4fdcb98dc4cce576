"""`python dev.py screens`: pictures of every window in both languages, light and dark, at 100 and 150 %."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs" / "screens"
APPEARANCES = ("light", "dark")

# What the READMEs show: the name there, and the picture it is taken from.
SHOWN = {
    f"{name}-{language}{dark}.png": f"{picture}-{language}-{appearance}.png"
    for name, picture in (
        ("today", "customers-today"),
        ("window", "customers-window"),
        ("calendar", "customers-calendar-month"),
        ("unlock", "unlock"),
    )
    for language in ("zh", "en")
    for dark, appearance in (("", "light"), ("-dark", "dark"))
}


def draw(out: Path, only: str, scale: str, appearances: Sequence[str] = APPEARANCES) -> None:
    """Draw everything at one scale factor in a process of its own: Qt takes it only at its start."""
    with tempfile.TemporaryDirectory(prefix="rmdesk-screens-", ignore_cleanup_errors=True) as name:
        screen = {"x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}
        screens = Path(name, "screens.json")
        screens.write_text(json.dumps({"screens": [{"name": "one", **screen}]}), "utf-8")
        environment = os.environ | {
            "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
            "QT_SCALE_FACTOR": scale,
            "RMDESK_HOME": str(Path(name, "home")),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }
        command = [sys.executable, "-m", "tests.screens.draw", str(out), only, scale, ",".join(appearances)]
        subprocess.run(command, check=True, cwd=ROOT, env=environment)


def keep_shown(out: Path) -> None:
    """Put the few that the READMEs show into docs/screens."""
    DOCS.mkdir(parents=True, exist_ok=True)
    for name, picture in SHOWN.items():
        keep_small(out / picture, DOCS / name)


def keep_small(picture: Path, target: Path) -> None:
    """Keep a picture in 256 colours: less than half the size."""
    image = QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB32)
    if image.isNull():
        raise SystemExit(f"there is no {picture}")
    colours = palette(Counter(memoryview(image.constBits()).cast("I")))
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    image.convertToFormat(QImage.Format.Format_Indexed8, colours, flags).save(str(target), "PNG", 0)


def palette(pixels: Counter[int]) -> list[int]:
    """256 colours: of each shade that occurs one, be it ever so rare, then those that occur most."""
    common = [colour for colour, _ in pixels.most_common()]
    shades: dict[int, int] = {}
    for colour in common:
        shades.setdefault(colour & 0xFFF0F0F0, colour)
    return list(dict.fromkeys([*shades.values(), *common]))[:256]


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py screens", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "screens", help="where they go (screens/)")
    parser.add_argument("--only", default="", metavar="PART", help="only those whose name holds this")
    parser.add_argument("--scale", choices=("1", "1.5"), action="append", help="only at this scale factor")
    parser.add_argument("--appearance", choices=APPEARANCES, action="append", help="only in this appearance")
    parser.add_argument("--docs", action="store_true", help="renew what the READMEs show, in docs/screens")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    for scale in chosen.scale or ("1", "1.5"):
        draw(chosen.out.resolve(), chosen.only, scale, chosen.appearance or APPEARANCES)
    if chosen.docs:
        keep_shown(chosen.out)
    print(f"{len(list(chosen.out.glob('*.png')))} pictures in {chosen.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
