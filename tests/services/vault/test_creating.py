"""Making a vault: whole or not at all, and never over another one."""

import contextlib
import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from rmdesk.models import ChangeSet, Role, Staff
from rmdesk.services import accounts, changes, settings
from rmdesk.services.errors import UserError
from rmdesk.services.vault import Cost, Vault, VaultFolder, create_vault, unlock, unlock_with_recovery
from rmdesk.services.vault.opening import open_vault
from tests.support.vaults import ADMIN, BRANCH, PASSWORD


def make(folder: Path, **changed: object) -> tuple[Vault, str]:
    given = {"branch": BRANCH, "admin": ADMIN, "password": PASSWORD, "cost": Cost.FLOOR, **changed}
    return create_vault(folder, **given)


def files_of(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_vault_opens_with_the_password_and_with_the_code(tmp_path: Path):
    vault, code = make(tmp_path / "vault")
    assert vault.findings == []
    vault.close()
    assert files_of(tmp_path / "vault") == [
        "attachments",
        "backups",
        "vault.db",
        "vault.keys",
        "vault.keys.bak",
        "vault.lock",
    ]
    by_password = unlock(tmp_path / "vault", ADMIN, PASSWORD)
    by_code = unlock_with_recovery(tmp_path / "vault", code)
    assert by_password.master == by_code.master
    assert by_password.keyfile.branch == BRANCH
    with contextlib.closing(open_vault(by_password)) as again:
        assert again.findings == []
        assert again.uid == vault.uid


def test_its_first_person_is_administrator_and_branch_head(tmp_path: Path):
    vault, _ = make(tmp_path / "vault", admin=f" {ADMIN} ", branch=f"{BRANCH} ")
    with contextlib.closing(vault):
        assert accounts.sign_in(vault).must_change_password is False
        with vault.store.read() as session:
            person = session.scalars(select(Staff)).one()
            assert (person.name, person.uid) == (ADMIN, vault.slot.staff)
            assert person.role_set == {Role.ADMINISTRATOR, Role.BRANCH_HEAD}
            assert settings.get(session, "branch.name") == BRANCH
            kinds = session.scalars(select(ChangeSet.kind).order_by(ChangeSet.number)).all()
            assert kinds == ["vault.created", "auth.signed_in"]
            assert changes.verify(session, vault.keys.audit, None).sound


def test_the_database_is_no_plain_one(tmp_path: Path):
    vault, _ = make(tmp_path / "vault")
    vault.close()
    assert not vault.folder.database.read_bytes().startswith(b"SQLite format 3")
    with contextlib.closing(sqlite3.connect(vault.folder.database)) as plain:
        with pytest.raises(sqlite3.DatabaseError):
            plain.execute("SELECT * FROM staff")


@pytest.mark.parametrize("part", ["vault.db", "vault.keys", "vault.keys.bak"])
def test_a_folder_with_any_part_of_a_vault_is_refused_untouched(tmp_path: Path, part: str):
    (tmp_path / part).write_bytes(b"what somebody may still need")
    with pytest.raises(UserError, match=r"vault\.exists"):
        make(tmp_path)
    assert files_of(tmp_path) == ["home", part]
    assert (tmp_path / part).read_bytes() == b"what somebody may still need"


def test_an_existing_vault_is_refused_untouched(vault_folder: VaultFolder):
    before = {path: path.read_bytes() for path in vault_folder.root.iterdir() if path.is_file()}
    with pytest.raises(UserError, match=r"vault\.exists"):
        make(vault_folder.root)
    assert {path: path.read_bytes() for path in before} == before


def test_a_folder_with_other_files_keeps_them(tmp_path: Path):
    (tmp_path / "开户清单.txt").write_text("theirs")
    vault, _ = make(tmp_path)
    vault.close()
    assert (tmp_path / "开户清单.txt").read_text() == "theirs"


@pytest.mark.parametrize("name", ["滨江支行 客户资料", "a" * 100 + "/" + "b" * 100 + "/" + "c" * 60])
def test_chinese_spaces_and_long_paths_work(tmp_path: Path, name: str):
    vault, _ = make(tmp_path / name)
    vault.close()
    assert len(os.fspath(vault.folder.database)) > (260 if "/" in name else 0)
    with contextlib.closing(open_vault(unlock(tmp_path / name, ADMIN, PASSWORD))) as again:
        assert again.findings == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"password": "short"}, "password.too_short"),
        ({"password": ADMIN * 4, "admin": ADMIN * 4}, "password.too_simple"),
        ({"admin": " "}, "text.empty"),
        ({"admin": "a\nb"}, "text.not_text"),
        ({"admin": "x" * 50_000}, "text.too_long"),
        ({"branch": ""}, "text.empty"),
    ],
)
def test_what_cannot_be_used_leaves_no_vault_behind(tmp_path: Path, changed: dict[str, str], code: str):
    folder = tmp_path / "vault"
    with pytest.raises(UserError) as caught:
        make(folder, **changed)
    assert caught.value.code == code
    assert not folder.exists() or files_of(folder) in ([], ["vault.lock"])
    vault, _ = make(folder)
    vault.close()


class NoPaperError(Exception):
    pass


def test_if_the_code_cannot_be_kept_there_is_no_vault(tmp_path: Path):
    def keep(code: str) -> None:
        assert not VaultFolder.at(tmp_path / "vault").holds_vault()
        raise NoPaperError

    with pytest.raises(NoPaperError):
        make(tmp_path / "vault", keep_code=keep)
    assert files_of(tmp_path / "vault") == ["vault.lock"]


def test_while_one_is_made_nobody_else_makes_one_there(tmp_path: Path):
    folder = VaultFolder.at(tmp_path / "vault")

    def keep(code: str) -> None:
        with pytest.raises(UserError, match=r"vault\.in_use"):
            make(folder.root)

    vault, _ = make(folder.root, keep_code=keep)
    vault.close()


def test_a_share_is_refused():
    with pytest.raises(UserError, match=r"folder\.network_share"):
        make(Path(r"\\server\share\vault"))


def test_what_a_kill_left_is_told_and_replaced(tmp_path: Path):
    """Killed between the two moves: the database in its place, the key file not."""
    vault, _ = make(tmp_path / "vault")
    vault.close()
    folder = vault.folder
    folder.unfinished.mkdir()
    folder.keyfile.rename(folder.unfinished / "vault.keys")
    folder.keyfile_backup.unlink()
    with pytest.raises(UserError, match=r"vault\.unfinished"):
        unlock(folder, ADMIN, PASSWORD)
    again, _ = make(folder.root)
    again.close()
    assert again.uid != vault.uid
    kept = [name for name in files_of(folder.root) if name.startswith("unfinished-")]
    assert len(kept) == 1  # nothing is deleted that was ever in a vault's place
