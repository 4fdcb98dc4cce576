"""The wheel carries everything: installed on its own, the program runs from an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from rmdesk import __version__

ROOT = Path(__file__).resolve().parents[1]
PIP = (sys.executable, "-m", "pip", "--isolated", "--disable-pip-version-check", "--no-input")


def _run(*command: str | Path, cwd: Path, **environment: str) -> str:
    ran = subprocess.run(
        command, cwd=cwd, env=os.environ | environment, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, f"{ran.stdout}\n{ran.stderr}"
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as a release is, by the locked build backend and without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(
        *PIP,
        "wheel",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        "--wheel-dir",
        folder,
        ROOT,
        cwd=folder,
    )
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the installed wheel; it comes before the checkout on the path."""
    target = tmp_path_factory.mktemp("installed")
    _run(*PIP, "install", "--no-deps", "--no-index", "--target", target, wheel, cwd=target)
    return target


def test_it_holds_every_resource_of_the_checkout(wheel: Path) -> None:
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("rmdesk/_resources/")}
    resources = ROOT / "resources"
    wanted = {
        f"rmdesk/_resources/{file.relative_to(resources).as_posix()}"
        for file in resources.rglob("*")
        if file.is_file()
    }
    assert wanted
    assert wanted <= shipped


def test_it_runs_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    said = _run(sys.executable, "-m", "rmdesk", "--version", cwd=tmp_path, PYTHONPATH=str(installed))
    assert __version__ in said


def test_its_resources_are_found(installed: Path, tmp_path: Path) -> None:
    script = """
import rmdesk
from rmdesk import resources, words
from rmdesk.services import licences
print(rmdesk.__file__)
print(resources.path("fonts", "NotoSansSC-Regular.ttf"))
print(resources.path("i18n", "rmdesk_zh_CN.qm"))
print(len(licences.shipped_licences()))
words.use("zh_CN")
print(words.translate("no such context", "unknown"))
"""
    said = _run(sys.executable, "-c", script, cwd=tmp_path, PYTHONPATH=str(installed)).splitlines()
    assert [Path(line).is_relative_to(installed) for line in said[:3]] == [True] * 3
    assert int(said[3]) > 10
    assert said[4] == "unknown"


def test_it_has_both_entry_points(installed: Path) -> None:
    (entry_points,) = installed.glob("rmdesk-*.dist-info/entry_points.txt")
    assert "rmdesk = rmdesk.__main__:main" in entry_points.read_text("utf-8")
    assert (installed / "rmdesk" / "__main__.py").is_file()
