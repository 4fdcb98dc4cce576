"""The manual as HTML: made of the Markdown in `docs/manual`, one file for each page and language."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from markdown import Markdown

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "docs" / "manual"
SHIPPED = ROOT / "resources" / "manual"
LANGUAGES = ("zh_CN", "en")
CONTENTS = "contents.json"
_ANCHOR = re.compile(r'<(h[12]) id="([^"]+)">')
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Page:
    """`sections` are the anchors of its second headings with their words, in order."""

    id: str
    title: str
    sections: tuple[tuple[str, str], ...]
    pictures: tuple[str, ...]
    html: str


def order() -> list[str]:
    """The ids of the pages as they follow one another."""
    return SOURCE.joinpath("order.txt").read_text("utf-8").split()


def page(language: str, id: str) -> Page:
    """One page of the source. Raises ValueError where a heading has no anchor or a picture no words."""
    text = SOURCE.joinpath(language, f"{id}.md").read_text("utf-8")
    body = Markdown(extensions=["tables", "attr_list", "sane_lists"], output_format="xhtml").convert(text)
    tree = ElementTree.fromstring(f"<body>{body}</body>")
    heads = [one for one in tree if one.tag in ("h1", "h2")]
    nameless = [one.text for one in heads[1:] if "id" not in one.attrib]
    if not heads or heads[0].tag != "h1" or nameless:
        raise ValueError(f"{language}/{id}: needs a title first, and an anchor for {nameless}")
    pictures = []
    for image in tree.iter("img"):
        name = Path(image.attrib["src"]).stem
        if not image.get("alt"):
            raise ValueError(f"{language}/{id}: the picture {name} needs words")
        pictures.append(name)
    title = "".join(heads[0].itertext())
    sections = tuple((one.attrib["id"], "".join(one.itertext())) for one in heads[1:] if one.tag == "h2")
    # Qt goes to anchors by name; 680 px are what the window of the manual has beside its list.
    body = _ANCHOR.sub(r'<\1><a name="\2"></a>', body)
    body = re.sub(r'src="[^"]*/(pictures/[^"]+)"', r'src="../\1" width="680"', body)
    body = re.sub(r'href="([a-z-]+)\.md', r'href="\1.html', body)
    # The space between lines is a share of their height: a picture's would be half of it.
    body = body.replace("<p><img", '<p style="line-height: 100%"><img')
    if language == "en":  # the fonts give these the width of an ideograph
        body = body.replace("“", "&quot;").replace("”", "&quot;").replace("’", "'")
    body = body.replace("<table>", '<table border="1" cellspacing="0" cellpadding="5">')
    html = (
        f'<!DOCTYPE html>\n<html lang="{language.replace("_", "-")}">\n<head><meta charset="utf-8" />'
        f"<title>{title}</title></head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    return Page(id, title, sections, tuple(pictures), html)


def write(folder: Path = SHIPPED) -> list[Path]:
    """Write every page and what lists them; the files written."""
    written = []
    for language in LANGUAGES:
        pages = [page(language, id) for id in order()]
        listed = [
            {
                "id": one.id,
                "title": one.title,
                "sections": [{"id": id, "title": title} for id, title in one.sections],
            }
            for one in pages
        ]
        files = {f"{one.id}.html": one.html for one in pages}
        files[CONTENTS] = json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
        target = folder / language
        target.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            path = target / name
            path.write_text(text, "utf-8", newline="\n")
            written.append(path)
    return written


def words(html: str) -> str:
    """What is read on a page."""
    return _TAG.sub("", html)
