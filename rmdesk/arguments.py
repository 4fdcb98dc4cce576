"""From the words typed to a request: global options, then at most one command with its own.

Global options stand before the command; `--json` may stand anywhere.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from rmdesk import usage, words
from rmdesk.options import Options
from rmdesk.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from rmdesk.cli.command import Command

DESCRIPTION = QT_TRANSLATE_NOOP(
    "help", "The desk of a bank relationship manager. Without a command the window opens."
)


@dataclass(frozen=True, slots=True)
class Request:
    """What to do; without a `command` the window opens."""

    options: Options
    command: Command | None = None
    arguments: argparse.Namespace | None = None


class WrongUsage(Exception):
    """The words typed make no request (exit status 2)."""

    def __init__(self, message: str, usage: str) -> None:
        super().__init__(message)
        self.message = message
        self.usage = usage


class Told(Exception):
    """`--help` or `--version` was asked for: this is the answer, and all there is to do."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(field)
        self.field = field
        self.text = text


class _Parser(argparse.ArgumentParser):
    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.update(allow_abbrev=False, add_help=False, formatter_class=usage.Formatter)
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.add_argument(
            "--help", "-h", action=_Help, help=QT_TRANSLATE_NOOP("help", "show this help and exit")
        )

    def error(self, message: str) -> NoReturn:
        raise WrongUsage(message, self.format_usage())


class _Help(argparse.Action):
    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, argparse.SUPPRESS, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> None:
        raise Told("help", parser.format_help())


class _Version(_Help):
    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> None:
        from rmdesk import __version__

        raise Told("version", __version__)


def _parser() -> _Parser:
    """Of what may stand before a command."""
    parser = _Parser(prog="rmdesk", description=DESCRIPTION)
    parser.add_argument(
        "--version", action=_Version, help=QT_TRANSLATE_NOOP("help", "show the version and exit")
    )
    parser.add_argument(
        "--vault", type=Path, metavar="FOLDER", help=QT_TRANSLATE_NOOP("help", "the vault's folder")
    )
    parser.add_argument("--user", metavar="NAME", help=QT_TRANSLATE_NOOP("help", "the name to sign in with"))
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help=QT_TRANSLATE_NOOP("help", "a UTF-8 file; its first line is the password"),
    )
    parser.add_argument(
        "--lang",
        choices=words.LANGUAGES,
        help=QT_TRANSLATE_NOOP("help", "the language of window and messages"),
    )
    parser.add_argument(
        "--accept-rollback",
        action="store_true",
        help=QT_TRANSLATE_NOOP("help", "open a vault that is older than the one last opened here"),
    )
    parser.add_argument(
        "--verbose", action="store_true", help=QT_TRANSLATE_NOOP("help", "write more to the log")
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help=QT_TRANSLATE_NOOP("help", "answer with one JSON document; may stand anywhere"),
    )
    window = parser.add_argument_group(QT_TRANSLATE_NOOP("help", "window"))
    window.add_argument(
        "--demo", action="store_true", help=QT_TRANSLATE_NOOP("help", "open a branch of invented people")
    )
    window.add_argument(
        "--fresh", action="store_true", help=QT_TRANSLATE_NOOP("help", "with --demo: make it anew")
    )
    window.add_argument(
        "--self-test",
        type=Path,
        metavar="DIR",
        help=QT_TRANSLATE_NOOP("help", "open every pane on a new vault, write DIR/self-test.json"),
    )
    # The window that locks starts its successor with this; nobody types it.
    window.add_argument("--locked", metavar="REASON", help=argparse.SUPPRESS)
    return parser


def _add_commands(parser: _Parser, commands: Sequence[Command]) -> None:
    level = parser.add_subparsers(title=QT_TRANSLATE_NOOP("help", "commands"), metavar="COMMAND")
    groups: dict[str, argparse._SubParsersAction[_Parser]] = {}
    for command in commands:
        *group, last = command.name
        target = level
        if group:
            if group[0] not in groups:
                parent = level.add_parser(group[0], help=command.group_help)
                groups[group[0]] = parent.add_subparsers(metavar="COMMAND", required=True)
            target = groups[group[0]]
        child = target.add_parser(last, help=command.help, description=command.help)
        command.add_arguments(child)
        child.set_defaults(_command=command)


def wants_json(words_typed: Sequence[str]) -> bool:
    """Whether `--json` stands anywhere before a bare `--`."""
    typed = list(words_typed)
    end = typed.index("--") if "--" in typed else len(typed)
    return "--json" in typed[:end]


def language_typed(words_typed: Sequence[str]) -> str | None:
    """The language that `--lang` asks for, known before the words are judged: that too is said in it."""
    for word, following in pairwise([*words_typed, ""]):
        chosen = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and chosen in words.LANGUAGES:
            return chosen
    return None


def parse_window(words_typed: Sequence[str]) -> Request | None:
    """The request of words that only open the window; None where they ask for more, or make no sense.

    It knows no command: their modules are half the program, and the window loads what it needs of it later.
    """
    if wants_json(words_typed):
        return None
    parser = _parser()
    try:
        return _request(parser, parser.parse_args(list(words_typed)))
    except (Told, WrongUsage):
        return None


def parse(words_typed: Sequence[str], commands: Sequence[Command]) -> Request:
    """Raises WrongUsage; raises Told for `--help` and `--version`."""
    typed = list(words_typed)
    end = typed.index("--") if "--" in typed else len(typed)
    as_json = wants_json(typed)
    typed = [word for word in typed[:end] if word != "--json"] + typed[end:]
    usage.speak()
    parser = _parser()
    _add_commands(parser, commands)
    return _request(parser, parser.parse_args(typed), as_json=as_json)


def _request(parser: _Parser, found: argparse.Namespace, *, as_json: bool = False) -> Request:
    command: Command | None = getattr(found, "_command", None)
    options = Options(
        vault=found.vault,
        user=found.user,
        password_file=found.password_file,
        lang=found.lang,
        accept_rollback=found.accept_rollback,
        json=as_json,
        verbose=found.verbose,
        demo=found.demo,
        fresh=found.fresh,
        self_test=found.self_test,
        locked=found.locked,
    )
    if command is not None and (options.demo or options.self_test):
        parser.error(translate("usage", "--demo and --self-test open the window and take no command."))
    if options.demo and (options.vault or options.user or options.password_file):
        parser.error(translate("usage", "--demo has a vault, a person and a password of its own."))
    if options.fresh and not options.demo:
        parser.error(translate("usage", "--fresh goes with --demo."))
    if command is None and as_json:
        parser.error(translate("usage", "--json goes with a command."))
    return Request(options, command, found)
