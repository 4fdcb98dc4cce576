"""The only composer: from the words typed to the window or to a command."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import rmdesk.late_imports  # noqa: F401 - before anything else of ours
from rmdesk import config, logs, words
from rmdesk.arguments import Request, Told, WrongUsage, language_typed, parse, parse_window, wants_json
from rmdesk.output import Output, use_utf8

WRONG_USAGE = 2


def main(words_typed: Sequence[str] | None = None) -> int:
    """Run rmdesk; returns the exit status: 0 done, 1 refused or failed, 2 wrong usage, 3 vault damaged."""
    typed = sys.argv[1:] if words_typed is None else list(words_typed)
    use_utf8()
    output = Output(as_json=wants_json(typed))
    words.use(language_typed(typed) or config.load().language)
    window = parse_window(typed)
    if window is not None:
        return _open_window(window)
    from rmdesk.cli import COMMANDS, run

    try:
        request = parse(typed, COMMANDS)
    except Told as told:
        output.answer({told.field: told.text}, told.text.rstrip("\n"))
        return 0
    except WrongUsage as wrong:
        output.say(wrong.usage.rstrip("\n"))
        output.error("usage", wrong.message)
        return WRONG_USAGE
    logs.setup(request.options.verbose)
    return run(request, output)


def _open_window(request: Request) -> int:
    logs.setup(request.options.verbose)
    from rmdesk.ui import plain_imports

    plain_imports.restore()
    from rmdesk.ui.start import run_window  # only the window needs Qt

    return run_window(request.options)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # The frozen program is its own worker process: started as one, it never gets past this line.
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
