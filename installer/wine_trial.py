"""The Windows installers tried under wine: installed, run, upgraded, removed.

Judged by files, never by what programs return.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import shutil
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from installer import wine
from installer.freezing import TITLE
from installer.papers import HASHES
from installer.plan import (
    TRIAL_VERSIONS,
    UNSIGNED_TEST,
    Build,
    BuildError,
    clean,
    files_in,
    megabytes,
    say,
    sha256,
    size_of,
)
from installer.self_test import judge

_UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"
_PASSWORD = "Trial-2026-滨江"
_UNINSTALLER = "uninstall.exe"


def try_everything(build: Build) -> None:
    """Both installers from the first version to the second, then the copy that runs from a folder."""
    if build.version == TRIAL_VERSIONS[0]:
        say("tried together with the next version")
        return
    wine.make_prefix(build)
    trial = _Trial(build)
    for kind in (_Setup(trial, "/AllUsers"), _Setup(trial, "/CurrentUser"), _Msi(trial)):
        kind.run()
    trial.portable()
    trial.write_record()


class _Trial:
    def __init__(self, build: Build) -> None:
        self.build = build
        self.former = dataclasses.replace(build, version=TRIAL_VERSIONS[0])
        self.drive = wine.drive(build)
        (self.profile,) = (one for one in (self.drive / "users").iterdir() if (one / "AppData").is_dir())
        self.vault = self.profile / "AppData" / "Local" / "rmdesk" / "vault"
        programs = Path("Microsoft", "Windows", "Start Menu", "Programs")
        self.everybodys_menu = self.drive / "ProgramData" / programs
        self.own_menu = self.profile / "AppData" / "Roaming" / programs
        self.results = clean(build.work / "self-test")
        self.lines: list[str] = []

    def note(self, text: str) -> None:
        say(text)
        self.lines.append(f"- {text}")

    def heading(self, text: str) -> None:
        self.lines += ["", f"## {text}", ""]

    def windows(self, path: Path) -> str:
        """A place on the drive of the prefix as its programs call it."""
        return "C:\\" + str(path.relative_to(self.drive)).replace("/", "\\")

    def start(self, *command: str) -> None:
        """To its end, whatever it returns: what became of it is seen in the files."""
        try:
            wine.run(self.build, *command, log=self.build.work / "wine.log")
        except BuildError as error:
            say(f"(returned: {str(error).splitlines()[0]})")
        wine.settle(self.build)

    # --- what was installed

    def require_tree(self, folder: Path, build: Build, *besides: str) -> None:
        """The folder holds what the tree of this version does, to the byte, and nothing else."""
        there = {one.as_posix() for one in files_in(folder)} if folder.is_dir() else set()
        wanted = {one.as_posix() for one in files_in(build.tree)}
        if there != wanted | set(besides):
            unlike = sorted(there ^ (wanted | set(besides)))
            raise BuildError(f"{folder}: {len(unlike)} files missing or too many: {', '.join(unlike[:8])}")
        for line in (folder / HASHES).read_text("utf-8").splitlines():
            digest, _, name = line.partition("  ")
            if sha256(folder / name) != digest:
                raise BuildError(f"{folder / name} is not the file of the tree")
        size = megabytes(size_of(folder, files_in(folder)))
        self.note(f"{build.version}: {len(wanted)} files, {size}, each by its hash as listed")

    def require_gone(self, folder: Path) -> None:
        if folder.exists():
            left = [one.as_posix() for one in files_in(folder)]
            raise BuildError(f"{folder} is still there: {', '.join(left[:8]) or 'empty folders'}")

    def self_test(self, program: Path, name: str) -> dict[str, Any]:
        folder = self.results / name
        self.start(self.windows(program), "--self-test", wine.path(folder))
        seen = judge(self.build, folder)
        self.note(
            f"self-test of the installed program: {len(seen['opened']['en'])} windows in each language on a "
            f"new encrypted vault, customer added and found, PDF printed, "
            f"Chinese in {seen['fonts']['family']}, scale {seen['scale']}, {seen['seconds']} s, "
            "no warning but those of wine"
        )
        return seen

    def version_of(self, console: Path) -> str:
        return wine.run(self.build, self.windows(console), "--version").strip()

    # --- the vault that must outlive it all

    def make_vault(self, console: Path) -> None:
        shutil.rmtree(self.vault.parent, ignore_errors=True)
        place = clean(self.build.work / "secrets")
        (place / "password.txt").write_text(_PASSWORD + "\n", "utf-8")
        self.start(
            self.windows(console),
            *("--vault", self.windows(self.vault)),
            *("--password-file", wine.path(place / "password.txt")),
            *("init", "--branch", "滨江支行", "--admin", "林晓雯"),
            *("--recovery-file", wine.path(place / "recovery.txt")),
        )
        if not (self.vault / "vault.keys").is_file():
            raise BuildError("rmdesk-cli made no vault")
        self.note("rmdesk-cli made a vault in the profile")

    def check_vault(self, console: Path) -> None:
        said = wine.run(
            self.build,
            self.windows(console),
            *("--vault", self.windows(self.vault), "--user", "林晓雯", "--json"),
            *("--password-file", wine.path(self.build.work / "secrets" / "password.txt")),
            "check",
        )
        document = json.loads(said[said.index("{") :])
        if "error" in document:
            raise BuildError(f"the vault is not sound: {document}")
        self.note(f"{self.version_of(console)} opens the vault and finds it sound")

    def vault_state(self) -> str:
        digest = hashlib.sha256()
        for file in files_in(self.vault):
            digest.update(file.as_posix().encode() + (self.vault / file).read_bytes())
        return digest.hexdigest()

    # --- the copy that runs from a folder

    def portable(self) -> None:
        self.heading("The copy that runs from a folder, with Chinese letters and spaces, at 150 %")
        (archive,) = self.build.out.glob("*portable*.zip")
        folder = clean(self.drive / "工具 目录")
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
        (place,) = folder.iterdir()
        wine.set_variable(self.build, "QT_SCALE_FACTOR", "1.5")
        seen = self.self_test(place / "rmdesk.exe", "portable")
        if seen["scale"] != 1.5:
            raise BuildError(f"it was drawn at {seen['scale']}")
        if not (place / "data").is_dir():
            raise BuildError("the copy that runs from a folder keeps its settings elsewhere")
        self.note("its settings lie in the folder data beside it")
        shutil.rmtree(folder)

    def write_record(self) -> None:
        about = [
            f"# A trial of the Windows installers under wine, {UNSIGNED_TEST}",
            "",
            "Written by `python build_installer.py --wine`. Its outputs are named so; none is a release.",
            "",
            f"- {time.strftime('%Y-%m-%d %H:%M UTC', time.gmtime())}, "
            f"{wine.version()}, CPython {self.build.python}",
            *(
                f"- `{one.name}`: {megabytes(one.stat().st_size)}"
                for one in sorted(self.build.out.iterdir())
                if one.suffix in (".exe", ".msi", ".zip")
            ),
        ]
        (self.build.out / "record.md").write_text("\n".join([*about, *self.lines]) + "\n", "utf-8")


class _Installer:
    """One way to install: from 1.0.0 to 1.0.1 to nothing."""

    name: str
    besides: tuple[str, ...] = ()
    folder: Path
    menus: tuple[Path, ...]
    root: str

    def __init__(self, trial: _Trial) -> None:
        self.trial = trial

    def install(self, build: Build) -> None:
        raise NotImplementedError

    def remove(self) -> None:
        raise NotImplementedError

    def run(self) -> None:
        trial, console = self.trial, self.folder / "rmdesk-cli.exe"
        trial.heading(self.name)
        trial.require_gone(self.folder)
        self._step(trial.former, self.install)
        trial.make_vault(console)
        trial.check_vault(console)
        self._step(trial.build, self.install)
        trial.self_test(self.folder / "rmdesk.exe", f"{type(self).__name__.strip('_')}-{self.root}".lower())
        trial.check_vault(console)
        before = trial.vault_state()
        self.remove()
        trial.require_gone(self.folder)
        if self.shortcuts():
            raise BuildError(f"still in the start menu: {self.shortcuts()}")
        if UNSIGNED_TEST in self.entries():
            raise BuildError("still in the list of programs")
        if trial.vault_state() != before:
            raise BuildError("removing the program changed the vault")
        trial.note("removed: no file of it left, no entry in menu and list; the vault as it was, to the byte")

    def _step(self, build: Build, install: Callable[[Build], None]) -> None:
        trial = self.trial
        install(build)
        trial.require_tree(self.folder, build, *self.besides)
        if [one.stem for one in self.shortcuts()] != [f"{TITLE} {UNSIGNED_TEST}"]:
            raise BuildError(f"start menu: {[one.name for one in self.shortcuts()]}")
        if build.version not in self.entries():
            raise BuildError(f"the list of programs does not have {build.version}")
        said = trial.version_of(self.folder / "rmdesk-cli.exe")
        if said != build.version:
            raise BuildError(f"rmdesk-cli --version says {said}")
        trial.note(f"{build.version}: in the start menu and in the list of programs")

    def shortcuts(self) -> list[Path]:
        links = (one for menu in self.menus for one in menu.rglob("*.lnk"))
        return sorted(one for one in links if "rmdesk" in one.name)

    def entries(self) -> str:
        """What the list of programs holds."""
        try:
            return wine.run(self.trial.build, "reg", "query", f"{self.root}\\{_UNINSTALL}", "/s")
        except BuildError:
            return ""  # there is no such list yet


class _Setup(_Installer):
    besides = (_UNINSTALLER,)

    def __init__(self, trial: _Trial, mode: str) -> None:
        super().__init__(trial)
        self.mode = mode
        self.name = f"The set-up, {mode}"
        if mode == "/AllUsers":
            self.root = "HKLM"
            self.folder = trial.drive / "Program Files" / "rmdesk"
            self.menus = (trial.everybodys_menu,)
        else:
            self.root = "HKCU"
            self.folder = trial.profile / "AppData" / "Local" / "Programs" / "rmdesk"
            self.menus = (trial.own_menu,)

    def install(self, build: Build) -> None:
        (setup,) = build.out.glob("*setup*.exe")
        self.trial.start(wine.path(setup), "/S", self.mode)

    def remove(self) -> None:
        self.trial.start(self.trial.windows(self.folder / _UNINSTALLER), "/S", self.mode)
        # It goes on from a copy of itself.
        wine.settle(self.trial.build)


class _Msi(_Installer):
    name = "The .msi"
    root = "HKLM"

    def __init__(self, trial: _Trial) -> None:
        super().__init__(trial)
        self.folder = trial.drive / "Program Files" / "rmdesk"
        # wine takes the person's menu where Windows takes everybody's.
        self.menus = (trial.everybodys_menu, trial.own_menu)

    def install(self, build: Build) -> None:
        self.trial.start("msiexec", "/i", wine.path(self._package(build)), "/qn")

    def remove(self) -> None:
        self.trial.start("msiexec", "/x", wine.path(self._package(self.trial.build)), "/qn")

    @staticmethod
    def _package(build: Build) -> Path:
        (found,) = build.out.glob("*.msi")
        return found
