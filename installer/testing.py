"""test: what was built is run as a branch would run it, and what it says of itself is read."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from installer.plan import Build, BuildError, call, say

LANGUAGES = ("zh_CN", "en")


def test(build: Build) -> None:
    """The bundle in a path with Chinese letters and spaces, for somebody who has no profile yet."""
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
        try:
            call(window, "--self-test", result, env=variables, cwd=home, timeout=600)
        finally:
            kept = build.work / "self-test"
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(result, kept)
        judge(build, kept)


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
        }
    )


def judge(build: Build, folder: Path) -> dict[str, Any]:
    """What the self-test saw; raises BuildError unless that is everything and all was well."""
    file = folder / "self-test.json"
    if not file.exists():
        raise BuildError("the self-test left no result")
    seen: dict[str, Any] = json.loads(file.read_text("utf-8"))
    faults = [*seen["warnings"]]
    if not (seen["ok"] and seen["frozen"] and seen["version"] == build.version):
        faults.append(f"ok {seen['ok']}, frozen {seen['frozen']}, version {seen['version']}")
    opened = seen.get("opened", {})
    if opened.get("zh_CN") != opened.get("en") or len(opened.get("en", ())) < 30:
        faults.append("not every window was opened in both languages")
    for language in LANGUAGES:
        pictures = [folder / language / f"{name}.png" for name in opened.get(language, ())]
        faults += [f"no picture {one.name}" for one in pictures if not one.is_file()]
        printed = seen.get("pdf", {}).get(language, {})
        pdf = folder / f"{printed.get('report')}-{language}.pdf"
        if not (printed.get("text_found") and pdf.is_file() and pdf.read_bytes().startswith(b"%PDF-")):
            faults.append(f"no PDF was printed in {language}")
        if not seen.get("customer", {}).get(language):
            faults.append(f"no customer was added and found in {language}")
    if faults:
        raise BuildError("the self-test did not see what it must:\n" + "\n".join(faults))
    say(f"self-test passed: {len(opened['en'])} windows in each language, {seen['seconds']} s")
    return seen
