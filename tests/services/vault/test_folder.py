"""Where a vault may lie."""

import os
from pathlib import Path, PurePosixPath

import pytest

from rmdesk.services.errors import UserError
from rmdesk.services.vault.folder import LONGEST, Mount, VaultFolder, network_type
from tests.support.limits import as_nobody, open_folder

__all__ = ["open_folder"]  # a fixture


def refused(path: object) -> str:
    with pytest.raises(UserError) as caught:
        VaultFolder.at(path)
    return caught.value.code


@pytest.mark.parametrize("name", ["滨江支行 客户", "a b", "ünïcode", "𠮷野", "100% sure", "it's"])
def test_any_local_folder_will_do(tmp_path: Path, name: str):
    folder = VaultFolder.at(tmp_path / name)
    folder.check_writable()
    assert folder.database == tmp_path / name / "vault.db"
    assert not folder.holds_vault()


def test_paths_are_made_absolute_and_home_is_expanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert VaultFolder.at("here/../there").root == tmp_path / "there"
    assert VaultFolder.at("~/vault").root == tmp_path / "vault"


@pytest.mark.parametrize(
    "path",
    [
        r"\\server\share\vault",
        r"\\192.168.0.7\c$\vault",
        "//server/share/vault",
        r"\\?\UNC\server\share\vault",
        r"\\服务器\共享\客户",
    ],
)
def test_a_share_by_its_name_is_refused(path: str):
    assert refused(path) == "folder.network_share"


MOUNTS = [
    Mount("/", "ext4"),
    Mount("/proc", "proc"),
    Mount("/home", "btrfs"),
    Mount("/mnt/branch", "cifs"),
    Mount("/mnt/branch/local", "ext4"),
    Mount("/net/nfs", "nfs4"),
    Mount("/run/user/1000/gvfs", "fuse.gvfsd-fuse"),
    Mount("/media/usb", "fuseblk"),
    Mount("/srv/a", "nfs"),
    Mount("/srv/a", "xfs"),  # mounted over it
    Mount("/srv/客户", "smb3"),
]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/var/vault", None),
        ("/home/zhou/vault", None),
        ("/mnt/branch", "cifs"),
        ("/mnt/branch/vault", "cifs"),
        ("/mnt/branch2/vault", None),
        ("/mnt/branch/local/vault", None),
        ("/net/nfs/a/b", "nfs4"),
        ("/run/user/1000/gvfs/smb-share:server=s", "fuse.gvfsd-fuse"),
        ("/media/usb/vault", None),
        ("/srv/a/vault", None),
        ("/srv/客户/vault", "smb3"),
    ],
)
def test_the_deepest_mount_decides(path: str, expected: str | None):
    assert network_type(PurePosixPath(path), MOUNTS) == expected


def test_no_mounts_are_no_network():
    assert network_type(PurePosixPath("/a"), []) is None


def test_a_file_in_the_way_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("")
    assert refused(tmp_path / "file") == "folder.not_a_folder"
    assert refused(tmp_path / "file" / "vault") == "folder.not_a_folder"


def test_a_path_too_long_for_a_database_is_said(tmp_path: Path):
    long = tmp_path
    while len(os.fsencode(long)) <= LONGEST["posix"]:
        long = long / ("客" * 30)
    assert refused(long) == "folder.path_too_long"
    assert refused(tmp_path / ("x" * 300)) == "folder.path_too_long"
    assert refused(f"{tmp_path}/{'x' * 5000}") == "folder.path_too_long"


def test_a_read_only_folder_is_said(open_folder: Path):
    folder = VaultFolder.at(open_folder)
    open_folder.chmod(0o555)
    with as_nobody(), pytest.raises(UserError, match=r"folder\.read_only"):
        folder.check_writable()
    with as_nobody(), pytest.raises(UserError, match=r"folder\.read_only"):
        VaultFolder.at(open_folder / "new").check_writable()


@pytest.mark.parametrize("part", ["vault.db", "vault.keys", "vault.keys.bak"])
def test_any_part_of_a_vault_counts_as_one(tmp_path: Path, part: str):
    (tmp_path / part).write_bytes(b"")
    assert VaultFolder.at(tmp_path).holds_vault()


def test_other_files_are_no_vault(tmp_path: Path):
    for name in ("notes.txt", "vault.lock", "vault.lock.json"):
        (tmp_path / name).write_bytes(b"")
    assert not VaultFolder.at(tmp_path).holds_vault()


@pytest.mark.parametrize(
    ("present", "unfinished"),
    [
        (["vault.new/"], True),  # killed at once
        (["vault.new/vault.db"], True),
        (["vault.new/vault.db", "vault.new/vault.keys"], True),
        (["vault.db", "vault.new/vault.keys"], True),  # killed between the two moves
        (["vault.db", "vault.keys", "vault.new/"], False),  # whole
        (["vault.db", "vault.new/"], False),  # a vault that lost its key file
        (["vault.db", "vault.keys.bak", "vault.new/vault.keys"], False),
        (["vault.db"], False),
        ([], False),
    ],
)
def test_an_interrupted_making_is_told_from_a_vault(tmp_path: Path, present: list[str], unfinished: bool):
    for name in present:
        path = tmp_path / name
        if name.endswith("/"):
            path.mkdir()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"x")
    folder = VaultFolder.at(tmp_path)
    assert folder.is_unfinished() is unfinished
    assert folder.holds_vault() is (bool(present) and not unfinished)
