"""However a command ends: exit status, one document, one sentence, no trace."""

from __future__ import annotations

import argparse
import io
import json

import pytest

from rmdesk.arguments import Request
from rmdesk.cli import run
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.options import Options
from rmdesk.output import Output
from rmdesk.services.errors import Damaged, UsageError, UserError
from tests.conftest import ExpectedLogs


class _Ends(Command):
    """A command that ends as it is told."""

    name = ("end",)
    help = "end"

    def __init__(self, end: BaseException | Answer) -> None:
        self._end = end

    def run(self, call: Call) -> Answer:
        call.output.say("on the way")
        if isinstance(self._end, Answer):
            return self._end
        raise self._end


def _run(end: BaseException | Answer, *, as_json: bool) -> tuple[int, str, str]:
    answers, rest = io.StringIO(), io.StringIO()
    output = Output(as_json=as_json, answers=answers, rest=rest)
    status = run(Request(Options(json=as_json), _Ends(end), argparse.Namespace()), output)
    return status, answers.getvalue(), rest.getvalue()


def test_done():
    answer = Answer({"name": "王芳 “x”"}, "Done.")
    assert _run(answer, as_json=False) == (0, "Done.\n", "on the way\n")
    status, document, rest = _run(answer, as_json=True)
    assert (status, json.loads(document), rest) == (0, {"name": "王芳 “x”"}, "on the way\n")
    assert "王芳" in document  # as text, not as escapes


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UserError("staff.unknown", name="谁"), 1),
        (UsageError("usage.user_needed"), 2),
        (Damaged("keyfile.altered"), 3),
    ],
)
def test_refused(error: UserError, status: int):
    ended, document, rest = _run(error, as_json=True)
    assert ended == status
    told = json.loads(document)["error"]
    assert told["code"] == error.code
    assert rest == f"on the way\n{told['message']}\n"
    assert _run(error, as_json=False) == (status, "", rest)


def test_found_wrong():
    answer = Answer({"sound": False}, "Sound.", Damaged("keyfile.altered"))
    status, document, _ = _run(answer, as_json=True)
    assert status == 3
    assert list(json.loads(document)) == ["error", "sound"]
    assert _run(answer, as_json=False)[1] == ""


@pytest.mark.parametrize("as_json", [True, False])
def test_bug(as_json: bool, expected_logs: ExpectedLogs):
    expected_logs("a command failed")
    status, document, rest = _run(ZeroDivisionError("13800138000"), as_json=as_json)
    assert status == 1
    assert "13800138000" not in document + rest
    assert "Traceback" not in rest
    assert not as_json or json.loads(document)["error"]["code"] == "internal"


def test_interrupted():
    status, document, rest = _run(KeyboardInterrupt(), as_json=True)
    assert (status, json.loads(document)["error"]["code"]) == (1, "interrupted")
    assert "Interrupted." in rest


def test_nobody_reads_the_answer():
    assert _run(BrokenPipeError(), as_json=True)[0] == 1
