"""The steps that make installers, as far as that goes without making one; `.ci/run` makes the bundle."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from packaging.utils import canonicalize_name

from installer import msi, nsis, papers, plan, self_test, signing, staging, trimming, verifying
from installer.command import main
from installer.plan import LOCKS, ROOT, Build, BuildError, Target


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """For Windows, with a tree of a few files of which all are known."""
    made = Build(Target.WINE, "1.2.3", "3.12", place=tmp_path)
    for name in made.programs:
        _write(made.tree / name, b"made here")
    _write(made.tree / "_internal/python312.dll", b"runtime")
    _write(made.tree / "_internal/PySide6/Qt6Core.dll", b"wheel")
    resources = made.source / "resources"
    _write(resources / "i18n/rmdesk_zh_CN.qm", b"words")
    _write(made.tree / "_internal/resources/i18n/rmdesk_zh_CN.qm", b"words")
    for name, version in plan.pinned(made.runtime_lock).items():
        metadata = f"Name: {name}\nVersion: {version}\n".encode()
        _write(made.tree / "_internal" / f"{name}-{version}.dist-info" / "METADATA", metadata)
    known = {hashlib.sha256(content).hexdigest(): "known" for content in (b"runtime", b"wheel")}
    _write(staging.origins_of(made), json.dumps(known).encode())
    return made


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def test_lock_files_name_hashes_and_no_address() -> None:
    telling = re.compile(r"://|--(index|extra-index|find-links|trusted)|file:|^\s*(/|-e|\.)", re.MULTILINE)
    locks = sorted(LOCKS.glob("*.txt"))
    assert len(locks) == 6
    for lock in locks:
        text = lock.read_text("utf-8")
        assert not telling.search(text), lock
        assert plan.pinned(lock), lock
        assert len(plan.hashes(lock)) >= len(plan.pinned(lock)), lock


def test_what_is_shipped_for_windows_is_what_was_tested() -> None:
    tested = plan.pinned(ROOT / "requirements.lock")
    licences = json.loads((ROOT / "resources/licences/shipped.json").read_text("utf-8"))["packages"]
    for python in ("3.12", "3.13"):
        shipped = plan.pinned(LOCKS / f"windows-{python}.txt")
        assert {name: tested[name] for name in shipped} == shipped
        assert set(shipped) <= {canonicalize_name(name) for name in licences}


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("rmdesk.exe", True),
        ("_internal/PySide6/Qt6Core.dll", True),
        ("_internal/PySide6/opengl32sw.dll", False),
        ("_internal/PySide6/plugins/platforms/qwindows.dll", True),
        ("_internal/PySide6/plugins/platforms/qminimal.dll", False),
        ("_internal/PySide6/plugins/tls/qschannelbackend.dll", False),
        ("_internal/PySide6/plugins/something/new.dll", False),
        ("_internal/PySide6/translations/qtbase_zh_CN.qm", True),
        ("_internal/PySide6/translations/qtbase_de.qm", False),
        ("_internal/resources/i18n/rmdesk_zh_CN.ts", False),
        ("_internal/resources/i18n/rmdesk_zh_CN.qm", True),
        ("_internal/opencc/clib/share/opencc/t2s.json", True),
        ("_internal/opencc/clib/lib/opencc.lib", False),
    ],
)
def test_only_what_is_needed_stays(file: str, wanted: bool) -> None:
    assert trimming.is_wanted(Path(file)) is wanted


def test_a_tree_of_known_files_passes(build: Build) -> None:
    verifying.verify(build)


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("_internal/PySide6/Qt6Gui.dll", b"changed", "from nowhere: _internal/PySide6/Qt6Gui.dll"),
        ("_internal/资源.txt", b"", "not ASCII: _internal/资源.txt"),
        ("_internal/icuuc.dll", b"wheel", "a test double: _internal/icuuc.dll"),
        ("_internal/pytest/__init__.py", b"", "not for a branch: _internal/pytest/__init__.py"),
        ("_internal/evil-1.0.dist-info/METADATA", b"", "evil is 1.0, the lock says nothing"),
    ],
)
def test_a_tree_with_anything_else_is_refused(build: Build, file: str, content: bytes, said: str) -> None:
    _write(build.tree / file, content)
    with pytest.raises(BuildError, match=re.escape(said)):
        verifying.verify(build)


def test_a_tree_that_lacks_something_or_holds_too_much_of_qt_is_refused(build: Build) -> None:
    (build.tree / "_internal/resources/i18n/rmdesk_zh_CN.qm").unlink()
    with pytest.raises(BuildError, match=r"missing: _internal/resources/i18n/rmdesk_zh_CN\.qm"):
        verifying.verify(build)
    with (build.tree / "_internal/PySide6/large.txt").open("wb") as file:
        file.truncate(verifying.QT_MOST)
    with pytest.raises(BuildError, match=r"Qt takes 90\.0 MB"):
        verifying.verify(build)


def test_the_manual_lies_beside_the_program(tmp_path: Path) -> None:
    build = Build(Target.LINUX, "1.2.3", "3.11", place=tmp_path)
    build.work.mkdir(parents=True)
    staging._copy_source(build)
    papers.write_manual(build)
    named = {f"rmdesk-{what}-{language}.pdf" for what in ("manual", "card") for language in ("zh_CN", "en")}
    assert {one.name for one in (build.tree / papers.MANUAL).iterdir()} == named
    assert all(one.read_bytes().startswith(b"%PDF") for one in (build.tree / papers.MANUAL).iterdir())


def test_the_list_of_hashes_names_every_file_once(build: Build) -> None:
    papers.write_hashes(build)
    listed = dict(
        reversed(line.split("  ", 1)) for line in (build.tree / papers.HASHES).read_text("utf-8").splitlines()
    )
    assert set(listed) == {one.as_posix() for one in plan.files_in(build.tree)} - {papers.HASHES}
    assert listed["_internal/python312.dll"] == hashlib.sha256(b"runtime").hexdigest()


def test_a_self_test_that_saw_too_little_is_refused(build: Build, tmp_path: Path) -> None:
    result = tmp_path / "result"
    with pytest.raises(BuildError, match="left no result"):
        self_test.judge(build, result)
    windows = [f"pane-{number}" for number in range(30)]
    seen = {
        "ok": True,
        "frozen": True,
        "version": "1.2.3",
        "warnings": [],
        "seconds": 1,
        "customer": {"zh_CN": True, "en": True},
        "opened": {"zh_CN": windows, "en": windows},
        "pdf": {one: {"report": "staff_list", "text_found": True} for one in self_test.LANGUAGES},
    }
    _write(result / "self-test.json", json.dumps(seen).encode())
    for language in self_test.LANGUAGES:
        _write(result / f"staff_list-{language}.pdf", b"%PDF-1.4")
        for name in windows:
            _write(result / language / f"{name}.png", b"picture")
    assert self_test.judge(build, result) == seen
    of_wine = "WARNING qt: EnableNonClientDpiScaling() failed for HWND 0x400a2 (120) (Call not implemented.)"
    for warnings, said in (([of_wine], ""), ([of_wine, "ERROR rmdesk: broken"], "ERROR rmdesk: broken")):
        told = seen | {"ok": False, "warnings": warnings}
        _write(result / "self-test.json", json.dumps(told).encode())
        if said:
            with pytest.raises(BuildError, match=said):
                self_test.judge(build, result)
        else:
            assert self_test.judge(build, result) == told
    _write(result / "self-test.json", json.dumps(seen | {"ok": False, "warnings": [of_wine]}).encode())
    with pytest.raises(BuildError, match="EnableNonClientDpiScaling"):
        self_test.judge(dataclasses.replace(build, target=Target.LINUX), result)
    _write(result / "self-test.json", json.dumps(seen).encode())
    (result / "en" / "pane-7.png").unlink()
    with pytest.raises(BuildError, match=r"no picture pane-7\.png"):
        self_test.judge(build, result)


def test_a_step_that_there_is_not_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["freeze", "melt"]) == 1
    assert "there is no step melt" in capsys.readouterr().err


def test_the_set_up_removes_exactly_what_it_installs(build: Build) -> None:
    odd = build.tree / "_internal/odd$name/a$b.txt"
    _write(odd, b"odd")
    files = plan.files_in(build.tree)
    installed = [line for line in nsis.installing(build, files) if line.startswith("File ")]
    removed = [line for line in nsis.removing(files) if line.startswith("Delete ")]
    assert len(installed) == len(removed) == len(files)
    assert r'Delete "$INSTDIR\_internal\odd$$name\a$$b.txt"' in removed
    folders = [line for line in nsis.removing(files) if line.startswith("RMDir ")]
    assert folders.index(r'RMDir "$INSTDIR\_internal\odd$$name"') < folders.index(
        r'RMDir "$INSTDIR\_internal"'
    )
    assert not any("/r" in line for line in folders)


def test_a_newer_package_takes_the_place_of_the_older(build: Build) -> None:
    for name in ("icons/rmdesk.ico",):
        _write(build.source / "resources" / name, b"icon")
    older = ElementTree.fromstring(msi.source(build, "rmdesk", "newer"))
    newer = ElementTree.fromstring(msi.source(dataclasses.replace(build, version="1.2.4"), "rmdesk", "newer"))
    space = {"w": "http://schemas.microsoft.com/wix/2006/wi"}
    products = [one.find("w:Product", space) for one in (older, newer)]
    assert products[0] is not None
    assert products[1] is not None
    assert products[0].get("UpgradeCode") == products[1].get("UpgradeCode")
    assert products[0].get("Id") != products[1].get("Id")
    names = [file.get("Source") for file in older.iterfind(".//w:File", space)]
    assert sorted(names) == sorted(map(str, plan.files_in(build.tree)))
    referred = {one.get("Id") for one in older.iterfind(".//w:ComponentRef", space)}
    assert referred == {one.get("Id") for one in older.iterfind(".//w:Component", space)}


def test_what_is_not_signed_ends_the_build(tmp_path: Path) -> None:
    file = tmp_path / "a program.exe"
    file.write_bytes(b"program")
    signing.sign(None, file)
    assert file.read_bytes() == b"program"
    signing.sign(f"{sys.executable} -c \"import sys; open(sys.argv[1], 'ab').write(b'!')\" {{}}", file)
    assert file.read_bytes() == b"program!"
    with pytest.raises(BuildError, match="was not signed"):
        signing.sign(f'{sys.executable} -c ""', file)
