"""test: what was built is run as a branch would run it, and what it says of itself is read."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from installer.plan import Build, BuildError, Target, call
from installer.self_test import judge
from installer.wine_trial import try_everything


def test(build: Build) -> None:
    if build.target == Target.WINE:
        try_everything(build)
    else:
        _try_folder(build)


def _try_folder(build: Build) -> None:
    """In a path with Chinese letters and spaces, at 150 %, for somebody who has no profile yet."""
    with tempfile.TemporaryDirectory(prefix="rmdesk-", ignore_cleanup_errors=True) as name:
        place = Path(name, "客户经理 工作台")
        shutil.copytree(build.tree, place, symlinks=True)
        home = Path(name, "新 用户")
        home.mkdir()
        variables = _bare(home)
        window, console = (place / program for program in build.programs)
        said = call(console, "--version", env=variables, cwd=home).strip()
        if said != build.version:
            raise BuildError(f"{console.name} --version says {said!r}, not {build.version}")
        result = Path(name, "结果")
        failed = None
        try:
            call(window, "--self-test", result, env=variables, cwd=home, timeout=600)
        except BuildError as error:
            failed = error  # what it saw says more
        kept = build.work / "self-test"
        shutil.rmtree(kept, ignore_errors=True)
        if result.is_dir():
            shutil.copytree(result, kept)
        judge(build, kept)
        if failed is not None:
            raise failed


def _bare(home: Path) -> dict[str, str]:
    """The little that a new person's session has: nothing of this one's Python, Qt or settings."""
    names = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "TEMP", "TMP", "WINDIR", "PATHEXT")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    profile = {"HOME": home, "USERPROFILE": home, "LOCALAPPDATA": home / "Local", "APPDATA": home / "Roaming"}
    return (
        kept
        | {name: str(value) for name, value in profile.items()}
        | {
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "windows" if os.name == "nt" else "offscreen",
            "QT_SCALE_FACTOR": "1.5",
        }
    )
