"""What argparse says of itself and about wrong words, in sentences of ours and in the language in use."""

from __future__ import annotations

import argparse
import textwrap
import unicodedata

from rmdesk import words
from rmdesk.words import QT_TRANSLATE_NOOP

# By argparse's own text, which it looks up like this for whoever translates it; the fields are its own.
_SENTENCES = {
    "options": QT_TRANSLATE_NOOP("usage", "options"),
    "positional arguments": QT_TRANSLATE_NOOP("usage", "positional arguments"),
    "usage: ": QT_TRANSLATE_NOOP("usage", "usage: "),
    "argument %(argument_name)s: %(message)s": QT_TRANSLATE_NOOP("usage", "%(argument_name)s: %(message)s"),
    "unrecognized arguments: %s": QT_TRANSLATE_NOOP(
        "usage", "Nothing here is called %s. Options for all commands stand before the command."
    ),
    "not allowed with argument %s": QT_TRANSLATE_NOOP("usage", "This does not go together with %s."),
    "ignored explicit argument %r": QT_TRANSLATE_NOOP(
        "usage", "This takes no value, so %r has no place here."
    ),
    "the following arguments are required: %s": QT_TRANSLATE_NOOP("usage", "This is still needed: %s."),
    "one of the arguments %s is required": QT_TRANSLATE_NOOP("usage", "One of these is needed: %s."),
    "expected one argument": QT_TRANSLATE_NOOP("usage", "A value must follow."),
    "expected at most one argument": QT_TRANSLATE_NOOP("usage", "Only one value may follow."),
    "expected at least one argument": QT_TRANSLATE_NOOP("usage", "At least one value must follow."),
    "invalid %(type)s value: %(value)r": QT_TRANSLATE_NOOP("usage", "%(value)r is not a value for this."),
    "invalid choice: %(value)r (choose from %(choices)s)": QT_TRANSLATE_NOOP(
        "usage", "There is no %(value)r here; it can be %(choices)s."
    ),
}


def worded(text: str) -> str:
    """The sentence for a text of argparse; one that it says only to programmers stays as it is."""
    ours = _SENTENCES.get(text)
    return text if ours is None else words.translate("usage", ours)


def speak() -> None:
    """Have argparse speak so from now on."""
    vars(argparse)["_"] = worded


class Formatter(argparse.HelpFormatter):
    """Help in the language in use: the texts of commands and options are marked with the context "help"."""

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return _helpful(action.help)

    def start_section(self, heading: str | None) -> None:
        super().start_section(_helpful(heading))

    def add_text(self, text: str | None) -> None:
        super().add_text(_helpful(text))

    def _split_lines(self, text: str, width: int) -> list[str]:
        return _wrapped(" ".join(text.split()), width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in _wrapped(" ".join(text.split()), width - len(indent)))


def _helpful(text: str | None) -> str | None:
    return text if text is None or text == argparse.SUPPRESS else words.translate("help", text)


def _wrapped(text: str, width: int) -> list[str]:
    """Lines that fill at most `width` columns of a console, where a Chinese character takes two."""
    if not any(map(_is_wide, text)):
        return textwrap.wrap(text, width)
    lines, line, filled = [], "", 0
    # Between words, and between any two characters of Chinese but before a closing one.
    for piece in _pieces(text):
        taken = sum(2 if _is_wide(one) else 1 for one in piece)
        if line and filled + len(piece.rstrip()) + taken - len(piece) > width:
            lines.append(line.rstrip())
            line, filled = "", 0
        line, filled = line + piece, filled + taken
    return [*lines, line.rstrip()]


def _pieces(text: str) -> list[str]:
    """What stays together on a line."""
    pieces: list[str] = []
    for one in text:
        joined = bool(pieces) and (
            unicodedata.category(one) in ("Pe", "Pf", "Po")
            or unicodedata.category(pieces[-1][-1]) in ("Ps", "Pi")
            or one == " "
            or not (_is_wide(one) or _is_wide(pieces[-1][-1]) or pieces[-1][-1] == " ")
        )
        if joined:
            pieces[-1] += one
        else:
            pieces.append(one)
    return pieces


def _is_wide(one: str) -> bool:
    return unicodedata.east_asian_width(one) in ("W", "F")
