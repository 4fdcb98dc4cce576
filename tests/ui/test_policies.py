"""What the bank's IT set for a computer is in force there and cannot be changed; a bad file stops nobody."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rmdesk import config, messages, policies, resources
from rmdesk.services import settings
from rmdesk.services.errors import UserError
from rmdesk.ui.context import Context
from rmdesk.ui.first_start.pages import BranchPage
from rmdesk.ui.settings.appearance import AppearancePage
from rmdesk.ui.settings.backups import BackupsPage
from rmdesk.ui.settings.security import SecurityPage
from rmdesk.ui.unlock_trouble import Way, ways_out
from rmdesk.ui.window import MainWindow

SetPolicy = Callable[[object], Path]


@pytest.fixture
def set_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SetPolicy:
    """Writes a policy for this computer: a document, or the text of a file that is none."""

    def write(document: object) -> Path:
        place = tmp_path / "policy.json"
        text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
        place.write_text(text, "utf-8")
        monkeypatch.setenv(policies.VARIABLE, str(place))
        return place

    return write


def _codes() -> list[str]:
    return [problem.code for problem in policies.policy().problems]


def test_without_a_policy_nothing_is_set(context: Context) -> None:
    assert policies.policy() == policies.Policy()
    assert config.load().language == "zh_CN"
    with context.store.read() as session:
        assert settings.get(session, "lock.idle_seconds") == 300


def test_what_is_set_is_in_force_and_who_set_it_is_said(
    qtbot: QtBot, context: Context, set_policy: SetPolicy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PERSON", "lin")
    set_policy(
        {
            "set_by": "信息科技部",
            "vault_folder": str(tmp_path / "$PERSON"),
            "language": "en",
            "lock_idle_seconds": 120,
            "backup_folder": str(tmp_path / "second"),
        }
    )
    assert _codes() == []
    assert config.load().vault == str(tmp_path / "lin")
    assert config.load().language == "en"
    with context.store.read() as session:
        assert settings.get(session, "backup.folder") == str(tmp_path / "second")

    window = MainWindow(context)
    qtbot.addWidget(window)
    assert window.facts.idle_seconds == 120

    security, backups, appearance = SecurityPage(context), BackupsPage(context), AppearancePage(context)
    for page in (security, backups, appearance):
        qtbot.addWidget(page)
        page.load()
        assert not page.is_changed
    assert security.idle.text() == "120"
    assert not security.idle.isEnabled()
    assert security.keyring.isEnabled()
    assert "信息科技部" in security._rows["lock.idle_seconds"].note
    assert not backups.folder.isEnabled()
    assert not backups._choose.isEnabled()
    assert backups.most.isEnabled()
    assert not appearance.language.isEnabled()
    assert appearance.appearance.isEnabled()


def test_what_is_set_is_refused_to_the_command_line_too(context: Context, set_policy: SetPolicy) -> None:
    set_policy({"lock_idle_seconds": 120})
    with pytest.raises(UserError, match=r"settings\.imposed"), context.store.write() as session:
        settings.set(session, "lock.idle_seconds", 600, version=0)


def test_where_the_vault_lies_is_not_asked(qtbot: QtBot, set_policy: SetPolicy, tmp_path: Path) -> None:
    set_policy({"vault_folder": str(tmp_path / "vault")})
    page = BranchPage(Path(config.load().vault or ""))
    qtbot.addWidget(page)
    page.show()
    assert page.folder == tmp_path / "vault"
    assert not page.change.isVisible()
    assert Way.OTHER_FOLDER not in ways_out(UserError("vault.none", path=""))
    assert ways_out(UserError("folder.network_share", path="")) == (Way.AGAIN,)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '"en"', "\x00", "[" * 100_000, '{"a": 1' + " " * 100_000 + "}"]
)
def test_a_file_that_is_no_policy_is_told_and_nothing_of_it_is_in_force(
    context: Context, set_policy: SetPolicy, text: str
) -> None:
    place = set_policy(text)
    assert _codes() == ["policy.unreadable"]
    assert str(place) in messages.sentence(policies.policy().problems[0])
    assert config.load() == config.Config()
    with context.store.read() as session:
        assert settings.get(session, "lock.idle_seconds") == 300


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lock_idle_seconds", 5),
        ("lock_idle_seconds", "300"),
        ("lock_idle_seconds", True),
        ("language", "fr"),
        ("language", ["en"]),
        ("vault_folder", "relative/folder"),
        ("vault_folder", ""),
        ("vault_folder", 7),
        ("backup_folder", "relative"),
        ("set_by", "a\nb"),
        ("set_by", "x" * 61),
        ("colour", "red"),
    ],
)
def test_a_wrong_value_is_told_and_the_others_are_in_force(
    context: Context, set_policy: SetPolicy, name: str, value: object
) -> None:
    good = {"lock_idle_seconds": 120} if name != "lock_idle_seconds" else {"language": "en"}
    set_policy({name: value} | good)
    (problem,) = policies.policy().problems
    assert problem.code == "policy.wrong"
    assert name in messages.sentence(problem)
    with context.store.read() as session:
        idle = settings.get(session, "lock.idle_seconds")
    assert (idle, config.load().language) == ((120, "zh_CN") if name != "lock_idle_seconds" else (300, "en"))


def test_the_sample_is_understood(
    set_policy: SetPolicy, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sample = resources.path(*policies.SAMPLE).read_text("utf-8")
    # The folders of Windows, as this system writes them.
    set_policy(
        sample.replace("D:\\\\", f"{tmp_path.as_posix()}/").replace("E:\\\\", f"{tmp_path.as_posix()}/")
    )
    found = policies.policy()
    assert found.problems == ()
    assert found.set_by
    assert found.vault
    assert set(found.settings) == set(policies.SETTINGS.values())


def test_beside_an_installed_program_no_variable_counts(
    set_policy: SetPolicy, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    set_policy({"language": "en"})
    program = tmp_path / "program"
    program.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program / "rmdesk.exe"))
    assert policies.policy().language == "en"
    (program / policies.FILE).write_text('{"lock_idle_seconds": 240}', "utf-8")
    assert policies.policy().language is None
    assert policies.policy().settings == {"lock.idle_seconds": 240}


def test_a_portable_copy_keeps_everything_beside_the_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(config.HOME_VARIABLE)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "rmdesk.exe"))
    assert tmp_path not in config.home().parents
    (tmp_path / config.PORTABLE).touch()
    assert config.home() == tmp_path / "data"
    assert config.default_vault_folder() == tmp_path / "data" / "vault"
