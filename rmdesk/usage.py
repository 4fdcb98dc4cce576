"""What argparse says about wrong words, in sentences of ours and in the language in use."""

from __future__ import annotations

import argparse

from rmdesk import words
from rmdesk.words import QT_TRANSLATE_NOOP

# By argparse's own text, which it looks up like this for whoever translates it; the fields are its own.
_SENTENCES = {
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
