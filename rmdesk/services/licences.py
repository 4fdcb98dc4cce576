"""What rmdesk is made of, with versions and licences, for the About window."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from rmdesk import __version__, resources

# By package or by licence, where the package carries no text of its own. The LGPL builds on the GPL's text,
# which is shipped beside it.
_TEXTS = {"LGPL-3.0-only": "lgpl-3.0.txt", "chinesecalendar": "chinesecalendar.txt"}


@dataclass(frozen=True)
class Licence:
    name: str
    version: str  # empty where what is shipped states none
    licence: str  # an SPDX expression
    text_path: Path | None  # a UTF-8 file, if the text is on this computer


def shipped_licences() -> list[Licence]:
    """rmdesk, the files it carries, then the Python packages it runs on here, in order of their names."""
    shipped = json.loads(resources.path("licences", "shipped.json").read_text("utf-8"))
    found = [
        Licence(
            entry["name"],
            __version__ if entry["name"] == "rmdesk" else "",
            entry["licence"],
            resources.path(*entry["text"].split("/")),
        )
        for entry in shipped["files"]
    ]
    for name, licence in sorted(shipped["packages"].items()):
        try:
            package = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # needed on another system only
        shipped_text = _TEXTS.get(name) or _TEXTS.get(licence)
        text = resources.path("licences", shipped_text) if shipped_text else _text_of(package)
        found.append(Licence(package.metadata["Name"], package.version, licence, text))
    return found


def _text_of(package: metadata.Distribution) -> Path | None:
    """The licence among the package's own files, the shortest path first."""
    names = [
        f
        for f in package.files or []
        if f.name.upper().startswith(("LICENSE", "LICENCE", "COPYING"))
        or f.parent.as_posix().lower().endswith("/licenses")
    ]
    for name in sorted(names, key=lambda f: (len(f.parts), str(f))):
        path = Path(str(package.locate_file(name)))
        if path.is_file():
            return path
    return None
