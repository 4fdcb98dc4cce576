"""The packages rmdesk stands on: the lock is sealed and fits, licences allow shipping, one bug stays away."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from rmdesk.services import licences

ROOT = Path(__file__).resolve().parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _locked() -> dict[str, list[tuple[Requirement, list[str]]]]:
    """The entries of the lock by name: each a requirement with its marker, and its hashes."""
    entries: dict[str, list[tuple[Requirement, list[str]]]] = {}
    for entry in LOCK.replace("\\\n", " ").splitlines():
        words = re.split(r"\s+(?=--hash=)", entry.strip())
        requirement = Requirement(words[0])
        entries.setdefault(canonicalize_name(requirement.name), []).append((requirement, words[1:]))
    return entries


def test_void_calls_of_qt_lose_no_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("x")
    # Immortal from Python 3.12 on; before, a faulty PySide6 loses one at every call, 1,000 in all.
    assert abs(sys.getrefcount(None) - before) < 100


def test_every_locked_package_has_hashes_and_one_version() -> None:
    for name, entries in _locked().items():
        for requirement, hashes in entries:
            assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)), name
            assert requirement.url is None, name
            assert hashes, name
            assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", one) for one in hashes), name


def test_the_lock_names_no_address() -> None:
    telling = re.compile(r"://|--(index|extra-index|find-links|trusted)|file:|^\s*(/|-e|\.)", re.MULTILINE)
    assert not telling.search(LOCK)


def test_the_lock_fits_the_project() -> None:
    locked = _locked()
    project = PROJECT["project"]
    wanted = [
        *project["dependencies"],
        *project["optional-dependencies"]["dev"],
        *PROJECT["build-system"]["requires"],
    ]
    for requirement in map(Requirement, wanted):
        entries = locked[canonicalize_name(requirement.name)]
        for entry, _ in entries:
            version = Version(str(entry.specifier).removeprefix("=="))
            assert version in requirement.specifier, requirement


def test_every_package_that_is_shipped_is_named_with_its_licence() -> None:
    shipped = json.loads((ROOT / "resources/licences/shipped.json").read_text("utf-8"))["packages"]
    assert shipped == {name: shipped[name] for name in sorted(shipped)}
    runtime = {canonicalize_name(Requirement(one).name) for one in PROJECT["project"]["dependencies"]}
    assert runtime <= set(shipped)
    assert set(shipped) <= set(_locked())
    found = licences.shipped_licences()
    assert {canonicalize_name(one.name) for one in found} >= runtime
    assert all(one.text_path is not None and one.text_path.is_file() for one in found)


def test_nothing_is_under_the_gpl_alone() -> None:
    for one in licences.shipped_licences():
        choices = re.split(r"\s+OR\s+", one.licence)
        assert not all(choice.lstrip("(").startswith(("GPL", "AGPL")) for choice in choices), one
