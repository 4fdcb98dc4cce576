"""Where the command line writes: answers on standard output, everything else on standard error."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from typing import Any, TextIO

Data = dict[str, Any] | list[dict[str, Any]]  # one JSON document


def use_utf8() -> None:
    """Write UTF-8 whatever the console says; what is no text (lone surrogates) as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a windowed program has none
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


class Output:
    """One run's output: with `as_json`, standard output carries one JSON document and nothing else."""

    def __init__(self, *, as_json: bool, answers: TextIO | None = None, rest: TextIO | None = None) -> None:
        self._as_json = as_json
        self._answers = answers or sys.stdout
        self._rest = rest or sys.stderr

    def answer(self, data: Data, text: str) -> None:
        if self._as_json:
            self._write(self._answers, json.dumps(data, ensure_ascii=False, indent=1))
        elif text:
            self._write(self._answers, text)

    def error(self, code: str, message: str, data: Data | None = None) -> None:
        self.say(message)
        if self._as_json:
            beside = data if isinstance(data, dict) else {}
            document = {"error": {"code": code, "message": message}, **beside}
            self._write(self._answers, json.dumps(document, ensure_ascii=False, indent=1))

    def say(self, sentence: str) -> None:
        """Something for the person that is not the answer."""
        with contextlib.suppress(BrokenPipeError):  # nobody listens; the answer still counts
            self._write(self._rest, sentence)

    @staticmethod
    def _write(stream: TextIO | None, text: str) -> None:
        if stream is not None:
            stream.write(text + "\n")
            stream.flush()
