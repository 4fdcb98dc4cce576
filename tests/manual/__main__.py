"""`python dev.py manual`: the pages of the manual from `docs/manual`; its pictures; all of it as a PDF."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from rmdesk.ui import manual_paper
from tests.manual import pages
from tests.screens.__main__ import draw, keep_small


def renew_pictures(drawn: Path) -> None:
    """Keep the pictures that the pages show, of those in a folder."""
    for language in pages.LANGUAGES:
        folder = pages.SHIPPED / "pictures" / language
        folder.mkdir(parents=True, exist_ok=True)
        wanted = {one for id in pages.order() for one in pages.page(language, id).pictures}
        for path in folder.glob("*.png"):
            if path.stem not in wanted:
                path.unlink()
        for one in sorted(wanted):
            source = drawn / f"{one}-{language.partition('_')[0]}-light.png"
            keep_small(source, folder / f"{one}.png")


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py manual", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pictures", action="store_true", help="draw its pictures anew (some minutes)")
    parser.add_argument("--drawn", type=Path, metavar="FOLDER", help="take those that `screens` drew there")
    parser.add_argument("--pdf", type=Path, metavar="FOLDER", help="also print it and the quick card there")
    chosen = parser.parse_args()
    if chosen.drawn is not None:
        renew_pictures(chosen.drawn)
    elif chosen.pictures:
        with tempfile.TemporaryDirectory(prefix="rmdesk-manual-") as name:
            draw(Path(name), "", "1", ["light"])
            renew_pictures(Path(name))
    print(f"{len(pages.write())} files in {pages.SHIPPED}")
    if chosen.pdf is not None:
        for path in manual_paper.write(chosen.pdf):
            print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
