"""What is typed becomes a request, or a clear refusal."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from rmdesk.__main__ import main
from rmdesk.arguments import Told, WrongUsage, parse
from rmdesk.cli import COMMANDS
from rmdesk.options import Options

PASSWD = ["passwd", "--new-password-file", "new"]


def test_nothing_typed_opens_the_window():
    request = parse([], COMMANDS)
    assert request.command is None
    assert request.options == Options()


def test_window_options():
    options = parse(
        ["--lang", "en", "--vault", "D:/档案 库", "--user", "王芳", "--verbose"], COMMANDS
    ).options
    assert options == Options(vault=Path("D:/档案 库"), user="王芳", lang="en", verbose=True)
    assert parse(["--demo", "--fresh"], COMMANDS).options == Options(demo=True, fresh=True)
    assert parse(["--self-test", "out"], COMMANDS).options == Options(self_test=Path("out"))


@pytest.mark.parametrize("place", range(4))
def test_json_stands_anywhere(place: int):
    typed = list(PASSWD)
    typed.insert(place, "--json")
    request = parse(typed, COMMANDS)
    assert request.options.json
    assert request.command is not None
    assert request.command.name == ("passwd",)
    assert request.arguments is not None
    assert request.arguments.new_password_file == Path("new")


def test_name_that_looks_like_an_option():
    request = parse(["staff", "disable", "--", "--json"], COMMANDS)
    assert request.arguments is not None
    assert request.arguments.name == "--json"
    assert not request.options.json


@pytest.mark.parametrize(
    "typed",
    [
        ["fly"],
        ["staff"],
        ["staff", "fire", "王芳"],
        ["staff", "add", "王芳"],
        ["staff", "list", "--vault", "x"],  # global options stand before the command
        ["--lang", "fr", "staff", "list"],
        ["--vau", "x", "staff", "list"],  # no guessing at half a word
        ["--password", "secret", "staff", "list"],  # never an argument
        ["--vault"],
        ["init", "--branch", "滨江"],
        ["--fresh"],
        ["--json"],
        ["--demo", "--user", "王芳"],
        ["--demo", "staff", "list"],
        ["--self-test", "out", "check"],
        ["staff", "disable", "王芳", "李雷"],
    ],
)
def test_wrong_usage(typed: list[str]):
    with pytest.raises(WrongUsage) as caught:
        parse(typed, COMMANDS)
    assert caught.value.message
    assert caught.value.usage.startswith("usage: rmdesk")


@pytest.mark.parametrize(
    "typed",
    [
        ["fly"],
        ["staff"],
        ["staff", "add", "王芳"],
        ["--vault"],
        ["--demo=x"],
        ["staff", "list", "--vault", "x"],
        ["demo", "--customers", "many"],
        ["--fresh"],
        ["--json"],
        ["--demo", "--user", "王芳"],
        ["--demo", "staff", "list"],
    ],
)
def test_wrong_usage_is_told_in_chinese(typed: list[str], capfd: pytest.CaptureFixture[str]):
    assert main(["--lang", "zh_CN", *typed, "--json"]) == 2
    answered, said = capfd.readouterr()
    error = json.loads(answered)["error"]
    assert error["code"] == "usage"
    assert error["message"] in said
    assert re.search("[\u4e00-\u9fff]", error["message"].replace("王芳", ""))
    english = {"argument", "arguments", "required", "invalid", "expected", "unrecognized", "choose"}
    assert not english & set(error["message"].split())
    assert said.startswith("用法")


@pytest.mark.parametrize(
    "typed", [["--help"], ["-h"], ["staff", "--help"], ["staff", "add", "-h"], ["--version"]]
)
def test_told(typed: list[str]):
    with pytest.raises(Told) as caught:
        parse(typed, COMMANDS)
    assert caught.value.text


def test_every_command_is_in_the_help_and_in_the_documentation():
    with pytest.raises(Told) as caught:
        parse(["--help"], COMMANDS)
    documented = Path(__file__).parents[2].joinpath("docs", "command-line.md").read_text("utf-8")
    for command in COMMANDS:
        assert f" {command.name[0]} " in caught.value.text
        assert f"## `{' '.join(command.name)}`" in documented
        assert command.help


def test_the_command_line_imports_no_qt():
    folder = Path(__file__).parents[2] / "rmdesk" / "cli"
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.startswith(("PySide6", "rmdesk.ui"))]
