"""trim: from what PyInstaller collected to what is installed. What is left out is listed with its size."""

from __future__ import annotations

import shutil
from fnmatch import fnmatch
from pathlib import Path

from installer.plan import Build, clean, files_in, megabytes, say, size_of

# Of Qt's plugins only these stay, so that a new version of Qt brings nothing in unseen.
_PLUGINS = (
    "platforms/*qwindows.*",
    "platforms/*qoffscreen.*",
    "platforms/*qxcb.*",
    "xcbglintegrations/*",
    "styles/*",
    "iconengines/*qsvgicon.*",
    "imageformats/*qico.*",
    "imageformats/*qjpeg.*",
    "imageformats/*qsvg.*",
    "printsupport/*",
)
_UNWANTED = (
    "*/opengl32sw.dll",
    "*/Qt6Qml*.dll",
    "*/Qt6Quick*.dll",
    "*/Qt6VirtualKeyboard*.dll",
    "*/Qt6OpenGL*.dll",
    "*/Qt6WlShellIntegration*",
    "*/libQt6Wl*",
    "*/libQt6Wayland*",
    "*/libQt6EglF*",
    "*/PIL/_avif*",
    "*/resources/i18n/*.ts",  # what the .qm and .json are made of
    # What programs written in C are built with, and programs of its own.
    "*/opencc/clib/lib/*",
    "*/opencc/clib/lib64/*",
    "*/opencc/clib/bin/*",
    "*/opencc/clib/include/*",
    "*/rapidfuzz/*.pyx",
    "*.pyi",
)


def trim(build: Build) -> None:
    files = files_in(build.frozen)
    left = [file for file in files if not is_wanted(file)]
    clean(build.tree)
    for file in files:
        if is_wanted(file):
            target = build.tree / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(build.frozen / file, target)
    if not build.for_windows:
        _copy_links(build)
    listed = [f"{(build.frozen / file).stat().st_size:>12,}  {file.as_posix()}" for file in left]
    (build.work / "left-out.txt").write_text("\n".join(listed) + "\n", "utf-8")
    whole = size_of(build.frozen, files)
    say(f"{megabytes(whole)} frozen, {megabytes(size_of(build.frozen, left))} of it left out")


def is_wanted(file: Path) -> bool:
    """`file` is relative to the folder with the program."""
    name = file.as_posix()
    if any(fnmatch(f"/{name}", pattern) for pattern in _UNWANTED):
        return False
    if "PySide6" not in file.parts:
        return True
    _, _, plugin = name.partition("/plugins/")
    if plugin:
        return any(fnmatch(plugin, pattern) for pattern in _PLUGINS)
    if "translations" in file.parts:
        return file.stem == "qtbase_zh_CN"
    return True


def _copy_links(build: Build) -> None:
    """On Linux PyInstaller links libraries to where the loader looks for them."""
    for link in build.frozen.rglob("*"):
        if link.is_symlink() and (build.tree / link.resolve().relative_to(build.frozen.resolve())).exists():
            target = build.tree / link.relative_to(build.frozen)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(link.readlink())
