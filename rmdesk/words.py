"""Translations without Qt, for services, reports and the command line.

English is the source. The Chinese catalogue is made by `python dev.py translate` from the same Qt
Linguist file that the window's translators come from; a missing string fails the tests, not the user.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from rmdesk import resources

LANGUAGES = ("zh_CN", "en")

_language = "zh_CN"


def use(language: str) -> None:
    """Choose the language of everything translated from now on, `zh_CN` or `en`."""
    if language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}")
    global _language
    _language = language


def language() -> str:
    return _language


@cache
def _catalogue(language: str) -> dict[str, bytes]:
    """The contexts of a language, each as the JSON it stands in.

    It is read when it is first asked for: most of them are the window's own, which has Qt's translators.
    """
    if language == "en":
        return {}
    found = {}
    # As `json.dumps(indent=1)` writes it: no other line begins with one space and a quotation mark.
    for piece in resources.path("i18n", f"rmdesk_{language}.json").read_text("utf-8").split('\n "')[1:]:
        context, _, texts = piece.partition('": ')
        found[context] = (texts.partition("\n }")[0] + "}").encode()
    return found


@cache
def _texts(language: str, context: str) -> dict[str, str]:
    written = _catalogue(language).get(context)
    loaded: dict[str, str] = {} if written is None else json.loads(written)
    return loaded


def translate(context: str, text: str, /, *, to: str | None = None, **values: Any) -> str:
    """`text` in the current language (or in the language `to`), `{name}` fields filled from `values`."""
    chosen = _texts(to or _language, context).get(text, text)
    return chosen.format(**values) if values else chosen


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark `text` in a table for translation; the reader of the table passes it to `translate`."""
    return text
