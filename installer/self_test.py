"""What the self-test of a built program saw, and whether that is all it must see."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from installer import wine
from installer.plan import Build, BuildError, Target, say

LANGUAGES = ("zh_CN", "en")


def judge(build: Build, folder: Path) -> dict[str, Any]:
    """What the self-test saw; raises BuildError unless that is everything and all was well."""
    file = folder / "self-test.json"
    if not file.exists():
        raise BuildError("the self-test left no result")
    seen: dict[str, Any] = json.loads(file.read_text("utf-8"))
    faults = [one for one in seen["warnings"] if not (build.target == Target.WINE and wine.is_its_own(one))]
    if seen["ok"] != (not seen["warnings"]):
        faults.append(f"ok is {seen['ok']} with {len(seen['warnings'])} warnings")
    if not (seen["frozen"] and seen["version"] == build.version):
        faults.append(f"frozen {seen['frozen']}, version {seen['version']}")
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
