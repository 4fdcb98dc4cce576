"""The set-up for a single computer, by NSIS."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from installer import signing
from installer.freezing import PUBLISHER, TITLE, numbers
from installer.plan import TEMPLATES, UNSIGNED_TEST, Build, call, clean, files_in, size_of

PLACES = (r"C:\Program Files (x86)\NSIS\makensis.exe", r"C:\Program Files\NSIS\makensis.exe")


def make_setup(build: Build) -> Path:
    """Write the sources beside one another and compile them; warnings are errors."""
    folder = clean(build.work / "nsis")
    out = build.out / f"rmdesk-{build.version}-setup{build.mark}.exe"
    files = files_in(build.tree)
    shutil.copy(TEMPLATES / "setup.nsi", folder / "setup.nsi")
    _write(folder / "facts.nsh", _facts(build, out, files))
    _write(folder / "install.nsh", installing(build, files))
    _write(folder / "uninstall.nsh", removing(files))
    call(_makensis(), "-WX", "-V2", "-INPUTCHARSET", "UTF8", folder / "setup.nsi", cwd=folder)
    return out


def _makensis() -> str:
    found = shutil.which("makensis") or next((one for one in PLACES if Path(one).exists()), None)
    return found or "makensis"


def _write(file: Path, lines: list[str]) -> None:
    file.write_text("\n".join(lines) + "\n", "utf-8")


def _facts(build: Build, out: Path, files: list[Path]) -> list[str]:
    window, console = build.programs
    named = {
        "VERSION": build.version,
        "VERSION4": ".".join(map(str, numbers(build.version))),
        "TITLE": f"{TITLE} {UNSIGNED_TEST}" if build.mark else TITLE,
        "PRODUCT": f"rmdesk {UNSIGNED_TEST}" if build.mark else "rmdesk",
        "PUBLISHER": PUBLISHER,
        "PROGRAM": window,
        "CONSOLE": console,
        "ICON": str(build.source / "resources" / "icons" / "rmdesk.ico"),
        "KILOBYTES": str(size_of(build.tree, files) // 1024),
        "OUT": str(out),
    }
    lines = [f"!define {name} {_quoted(value)}" for name, value in named.items()]
    # The two programs hold the same modules: a window wider than one of them stores these once.
    lines += ["SetCompress off"] if build.fast else ["SetCompressor /SOLID lzma", "SetCompressorDictSize 64"]
    if build.sign:
        # The programs that NSIS makes itself are signed as they come into being.
        command = signing.command_line(build.sign, "%1")
        lines += [f"!uninstfinalize '{command}'", f"!finalize '{command}'"]
    return lines


def installing(build: Build, files: list[Path]) -> list[str]:
    """What puts every file into its place."""
    lines: list[str] = []
    for folder in sorted({file.parent for file in files}):
        lines.append(f"SetOutPath {_place(folder)}")
        for file in files:
            if file.parent == folder:
                lines.append(f"File {_quoted(str(build.tree / file))}")
    return [*lines, "SetOutPath $INSTDIR"]


def removing(files: list[Path]) -> list[str]:
    """Each file by its name and folders only if they are empty: what others put there stays."""
    folders = {parent for file in files for parent in file.parents} - {Path(".")}
    deepest_first = sorted(folders, key=lambda folder: (-len(folder.parts), folder))
    return [
        *(f"Delete {_place(file)}" for file in files),
        *(f"RMDir {_place(folder)}" for folder in deepest_first),
    ]


def _place(path: Path) -> str:
    inside = str(path).replace(os.sep, "\\")
    return _quoted("$INSTDIR" if inside == "." else f"$INSTDIR\\{_escaped(inside)}", escape=False)


def _escaped(text: str) -> str:
    return text.replace("$", "$$").replace('"', '$\\"')


def _quoted(text: str, *, escape: bool = True) -> str:
    return f'"{_escaped(text) if escape else text}"'
