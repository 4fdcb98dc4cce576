"""The papers that lie beside the program: licences, a bill of materials, the hash of every file."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import uuid
from datetime import UTC, datetime
from email import message_from_string
from pathlib import Path
from typing import Any

from installer.locking import interpreter
from installer.plan import (
    ROOT,
    UNSIGNED_TEST,
    Build,
    BuildError,
    call,
    clean,
    environment,
    files_in,
    megabytes,
    sha256,
)

HASHES = "files.sha256"
SBOM = "sbom.cdx.json"
LICENCES = "licences"
MANUAL = "manual"
MANUAL_MOST = 5_000_000  # bytes of one PDF
_LAUNCHER_LICENCE = "GPL-2.0-or-later WITH Bootloader-exception"
_WARNING = (
    "Made to test the building, on a computer that is not the bank's and with parts that are no release. "
    "Not signed. Not for any customer's data.\n仅供测试构建流程，未签名，请勿用于任何客户资料。\n"
)


def write_papers(build: Build) -> None:
    """Into the tree; the list of hashes is written last, by `write_hashes`."""
    shutil.rmtree(build.tree / LICENCES, ignore_errors=True)
    packages = _packages(build)
    shipped = json.loads((ROOT / "resources" / "licences" / "shipped.json").read_text("utf-8"))
    _write_licences(build, shipped, packages)
    bill = json.dumps(_bill(build, shipped, packages), ensure_ascii=False, indent=1)
    (build.tree / SBOM).write_text(bill + "\n", "utf-8")
    if build.mark:
        (build.tree / f"{UNSIGNED_TEST}-{build.version}.txt").write_text(_WARNING, "utf-8")


def write_manual(build: Build) -> None:
    """The manual and its quick card as PDF, in each language, made by the source that was staged."""
    # On Windows nothing but the wheels of the lock is there to make them with.
    path, alone = ([build.source, build.site], ["-S"]) if os.name == "nt" else ([build.source], [])
    code = "import sys, pathlib; from rmdesk.ui import manual_paper as m; m.write(pathlib.Path(sys.argv[1]))"
    variables = {"PYTHONPATH": os.pathsep.join(map(str, path)), "QT_QPA_PLATFORM": "offscreen"}
    folder = clean(build.tree / MANUAL)
    call(interpreter(), *alone, "-c", code, folder, env=environment(**variables), cwd=build.work)
    for file in files_in(folder):
        if (size := (folder / file).stat().st_size) > MANUAL_MOST:
            raise BuildError(f"{file} has {megabytes(size)}, {megabytes(MANUAL_MOST)} are allowed")


def write_hashes(build: Build) -> None:
    """Every file of the tree but the list itself, as `sha256sum --check` reads it."""
    (build.tree / HASHES).unlink(missing_ok=True)
    lines = [f"{sha256(build.tree / file)}  {file.as_posix()}" for file in files_in(build.tree)]
    (build.tree / HASHES).write_text("\n".join(lines) + "\n", "utf-8", newline="\n")


def _packages(build: Build) -> dict[str, Path]:
    """The metadata of the packages in the tree, by name."""
    found = {}
    for folder in sorted((build.tree / "_internal").glob("*.dist-info")):
        metadata = message_from_string((folder / "METADATA").read_text("utf-8"))
        found[_plain(str(metadata["Name"]))] = folder
    return found


def _plain(name: str) -> str:
    """The name of a package as all its spellings have it in common."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _version(folder: Path) -> str:
    return str(message_from_string((folder / "METADATA").read_text("utf-8"))["Version"])


def _write_licences(build: Build, shipped: dict[str, Any], packages: dict[str, Path]) -> None:
    """One folder with the text of each licence, and a page that says what is under which."""
    folder = build.tree / LICENCES
    folder.mkdir()
    texts = ROOT / "resources" / "licences"
    lines = ["What rmdesk is made of, and under which licences. 本程序所含软件及其许可证。", ""]
    for one in shipped["files"]:
        name = re.sub(r"\W+", "-", one["name"]).strip("-").lower()
        shutil.copy(ROOT / "resources" / one["text"], folder / f"{name}.txt")
        lines.append(f"{one['name']}: {one['licence']} ({name}.txt)")
    for text in ("lgpl-3.0.txt", "gpl-3.0.txt"):
        shutil.copy(texts / text, folder / text)
    for name, place in packages.items():
        licence = shipped["packages"].get(name)
        if licence is None:
            raise BuildError(f"resources/licences/shipped.json does not know {name}, which is in the bundle")
        copied = [_copied(file, folder / name) for file in _texts(place)]
        where = ", ".join(copied) or ("lgpl-3.0.txt" if licence.startswith("LGPL-3") else "")
        if not where and (texts / f"{name}.txt").exists():
            shutil.copy(texts / f"{name}.txt", folder / f"{name}.txt")
            where = f"{name}.txt"
        if not where:
            raise BuildError(f"there is no text of the licence of {name}")
        lines.append(f"{name} {_version(place)}: {licence} ({where})")
    launcher, texts_of_it = _launcher(build)
    lines.append(f"{launcher['name']} {launcher['version']}: {_LAUNCHER_LICENCE} (pyinstaller.txt)")
    shutil.copy(texts_of_it, folder / "pyinstaller.txt")
    (folder / "README.txt").write_text("\n".join(lines) + "\n", "utf-8")


def _texts(place: Path) -> list[Path]:
    """The texts of licences among a package's metadata."""
    return [
        file
        for file in sorted(place.rglob("*"))
        if file.is_file()
        and (file.name.upper().startswith(("LICEN", "COPYING", "NOTICE")) or "licenses" in file.parts)
    ]


def _copied(file: Path, folder: Path) -> str:
    folder.mkdir(exist_ok=True)
    target = folder / file.name
    count = 1
    while target.exists():
        count += 1
        target = folder / f"{file.stem}-{count}{file.suffix}"
    shutil.copy(file, target)
    return f"{folder.name}/{target.name}"


def _launcher(build: Build) -> tuple[dict[str, Any], Path]:
    """What the two programs begin with, and its licence, which lets it be given on with any program."""
    (folder,) = build.tools.glob("pyinstaller-*.dist-info")
    named = {"type": "library", "name": "PyInstaller bootloader", "version": _version(folder)}
    return named, folder / "licenses" / "COPYING.txt"


def _bill(build: Build, shipped: dict[str, Any], packages: dict[str, Path]) -> dict[str, Any]:
    """CycloneDX 1.6."""
    wheels = {_plain(one.name.split("-")[0]): one for one in build.wheels.glob("*.whl")}
    parts: list[dict[str, Any]] = []
    for name, folder in packages.items():
        version = _version(folder)
        part = {
            "type": "library",
            "bom-ref": f"pkg:pypi/{name}@{version}",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{name}@{version}",
            "licenses": [{"expression": shipped["packages"][name]}],
        }
        if build.for_windows:
            part["hashes"] = [{"alg": "SHA-256", "content": sha256(wheels[name])}]
        parts.append(part)
    for one in shipped["files"]:
        if one["name"] != "rmdesk":
            part = {"type": "library", "name": one["name"], "licenses": [{"expression": one["licence"]}]}
            parts.append(part | ({"version": build.python} if one["name"] == "CPython" else {}))
    parts.append(_launcher(build)[0] | {"licenses": [{"expression": _LAUNCHER_LICENCE}]})
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_URL, f"rmdesk/{build.version}/{build.target}").urn,
        "version": 1,
        "metadata": {
            "timestamp": _made_at().strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": "rmdesk",
                "name": "rmdesk",
                "version": build.version,
                "licenses": [{"expression": "Apache-2.0"}],
            },
        },
        "components": parts,
        "dependencies": [
            {"ref": "rmdesk", "dependsOn": sorted(one["bom-ref"] for one in parts if "bom-ref" in one)}
        ],
    }


def _made_at() -> datetime:
    """When the source was made, so that the same source gives the same bill."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        found = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        epoch = found.stdout.strip() or "0"
    return datetime.fromtimestamp(int(epoch), UTC)
