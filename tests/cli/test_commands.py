"""Each command on a real vault: what it answers, what it changes, how it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from rmdesk.models import Role
from rmdesk.services import changes, settings
from rmdesk.services.vault import VaultFolder, read_code, unlock
from tests.cli.conftest import Run, Secret
from tests.support.vaults import ADMIN, PASSWORD, OpenAgain

NEW = "换一个新的好密码"


def test_init(run: Run, secret: Secret, tmp_path: Path):
    folder, recovery = tmp_path / "网点 档案库", tmp_path / "recovery code.txt"
    password = secret("pw", PASSWORD)
    typed = ("init", "--branch", "滨江支行", "--admin", "王芳", "--recovery-file", recovery, "--json")
    ran = run("--vault", folder, "--password-file", password, *typed)
    assert ran.status == 0
    assert ran.data == {"vault": str(folder), "uid": ran.data["uid"], "recovery_file": str(recovery)}
    assert ran.rest == ""
    assert len(read_code(recovery.read_text("utf-8").strip())) == 20

    again = run("--vault", folder, "--password-file", password, *typed)
    assert (again.status, again.code) == (1, "vault.exists")
    listed = run("--vault", folder, "--password-file", password, "staff", "list", "--json")
    assert listed.data["staff"][0]["roles"] == ["administrator", "branch_head"]


def test_init_without_a_place_for_the_code(run: Run, secret: Secret, tmp_path: Path):
    taken = secret("code", "somebody's code")
    for recovery, code in ((taken, "file.exists"), (tmp_path / "no" / "folder", "file.not_writable")):
        folder = tmp_path / "vault"
        typed = ("init", "--branch", "滨江", "--admin", "王芳", "--recovery-file", recovery, "--json")
        ran = run("--vault", folder, "--password-file", secret("pw", PASSWORD), *typed)
        assert (ran.status, ran.code) == (1, code)
        assert not VaultFolder.at(folder).holds_vault()
    assert taken.read_text("utf-8") == "somebody's code\n"


def test_init_with_a_weak_password_leaves_nothing(run: Run, secret: Secret, tmp_path: Path):
    typed = ("init", "--branch", "滨江", "--admin", "王芳", "--recovery-file", tmp_path / "code", "--json")
    ran = run("--vault", tmp_path / "vault", "--password-file", secret("pw", "short"), *typed)
    assert (ran.status, ran.code) == (1, "password.too_short")
    assert not VaultFolder.at(tmp_path / "vault").holds_vault()
    assert not (tmp_path / "code").exists()


def test_a_persons_way_through_the_vault(
    run_as_admin: Run, run: Run, secret: Secret, vault_folder: VaultFolder
):
    first, own = secret("first", "for one use only"), secret("own", NEW)
    ran = run_as_admin(
        "staff", "add", "李雷", "--role", "teller,auditor", "--new-password-file", first, "--json"
    )
    assert ran.status == 0
    added = ran.data["staff"]
    assert (added["name"], added["roles"], added["disabled_at"]) == ("李雷", ["auditor", "teller"], None)

    as_teller = ("--vault", vault_folder.root, "--user", "李雷", "--password-file")
    ran = run(*as_teller, first, "staff", "list", "--json")
    assert ran.status == 0
    assert [one["name"] for one in ran.data["staff"]] == sorted([ADMIN, "李雷"])
    assert "passwd" in ran.rest  # a password for one use works, and says what to do

    ran = run(*as_teller, first, "staff", "disable", ADMIN, "--json")
    assert (ran.status, ran.code) == (1, "role.not_permitted")

    ran = run(*as_teller, first, "passwd", "--new-password-file", own, "--json")
    assert (ran.status, ran.data) == (0, {"user": "李雷"})
    ran = run(*as_teller, first, "staff", "list", "--json")
    assert (ran.status, ran.code) == (1, "password.wrong")
    ran = run(*as_teller, own, "audit", "verify", "--json")
    assert (ran.status, ran.data["sound"]) == (0, True)
    assert "passwd" not in ran.rest

    ran = run_as_admin("staff", "disable", "李雷", "--json")
    assert ran.status == 0
    assert ran.data["staff"]["disabled_at"]
    assert ran.data["proposed"] == "staff.rotation_proposed"
    ran = run(*as_teller, own, "staff", "list", "--json")
    assert (ran.status, ran.code) == (1, "auth.unknown_name")


def test_roles_enable_and_reset(run_as_admin: Run, run: Run, secret: Secret, vault_folder: VaultFolder):
    password = secret("pw", "for one use only")
    assert (
        run_as_admin("staff", "add", "李雷", "--role", "teller", "--new-password-file", password).status == 0
    )
    ran = run_as_admin("staff", "roles", "李雷", "--role", "supervisor, auditor", "--json")
    assert ran.data["staff"]["roles"] == ["auditor", "supervisor"]
    assert run_as_admin("staff", "reset", "李雷", "--new-password-file", secret("pw2", NEW)).status == 0
    ran = run(
        "--vault", vault_folder.root, "--user", "李雷", "--password-file", secret("pw2", NEW), "staff", "list"
    )
    assert ran.status == 0
    assert f"Your password was reset by {ADMIN}" in ran.rest
    assert run_as_admin("staff", "disable", "李雷").status == 0
    ran = run_as_admin("staff", "enable", "李雷", "--new-password-file", password, "--json")
    assert (ran.status, ran.data["staff"]["disabled_at"]) == (0, None)
    ran = run_as_admin("staff", "enable", "李雷", "--new-password-file", password, "--json")
    assert (ran.status, ran.code) == (1, "staff.not_disabled")


@pytest.mark.parametrize(
    ("typed", "status", "code"),
    [
        (("staff", "add", ADMIN, "--role", "teller"), 1, "staff.name_taken"),
        (("staff", "add", "李雷", "--role", "king"), 2, "staff.role_unknown"),
        (("staff", "add", "李雷", "--role", ""), 2, "staff.role_unknown"),
        (("staff", "add", "x" * 61, "--role", "teller"), 1, "text.too_long"),
        (("staff", "add", "\udcff", "--role", "teller"), 1, "text.not_text"),
        (("staff", "disable", ADMIN), 1, "staff.not_oneself"),
        (("staff", "disable", "谁"), 1, "staff.unknown"),
        (("staff", "roles", ADMIN, "--role", "teller"), 1, "staff.last_administrator"),
    ],
)
def test_refused(run_as_admin: Run, secret: Secret, typed: tuple[str, ...], status: int, code: str):
    more = ("--new-password-file", secret("pw", NEW)) if "add" in typed else ()
    ran = run_as_admin(*typed, *more, "--json")
    assert (ran.status, ran.code) == (status, code)
    assert ran.rest.strip() == ran.data["error"]["message"].encode("utf-8", "backslashreplace").decode()


def test_recover(run: Run, secret: Secret, vault_folder: VaultFolder, recovery_code: str, tmp_path: Path):
    code = secret("code", recovery_code.replace("-", " ").lower())
    new, new_code = secret("new", NEW), tmp_path / "new code"
    typed = ("recover", "--recovery-file", code, "--new-password-file", new, "--new-recovery-file", new_code)
    ran = run("--vault", vault_folder.root, *typed, "--json")  # one person only: the name goes without saying
    assert (ran.status, ran.data) == (0, {"user": ADMIN, "recovery_file": str(new_code)})
    assert "recovery code was used" in ran.rest
    assert unlock(vault_folder, ADMIN, NEW).slot.name == ADMIN
    assert read_code(new_code.read_text("utf-8").strip()) != read_code(recovery_code)

    another = tmp_path / "another"
    ran = run("--vault", vault_folder.root, *typed[:-1], another, "--json")
    assert (ran.status, ran.code) == (1, "recovery.wrong")
    assert not another.exists()
    ran = run("--vault", vault_folder.root, *typed, "--json")
    assert (ran.status, ran.code) == (1, "file.exists")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("ABCD", "recovery.wrong_length"),
        ("U" * 36, "recovery.mistyped_group"),
        ("0" * 35 + "1", "recovery.mistyped"),
    ],
)
def test_mistyped_code(
    run: Run, secret: Secret, vault_folder: VaultFolder, tmp_path: Path, line: str, code: str
):
    before = vault_folder.keyfile.read_bytes()
    typed = ("--recovery-file", secret("code", line), "--new-password-file", secret("new", NEW))
    ran = run(
        "--vault", vault_folder.root, "recover", *typed, "--new-recovery-file", tmp_path / "n", "--json"
    )
    assert (ran.status, ran.code) == (1, code)
    assert vault_folder.keyfile.read_bytes() == before
    assert not (tmp_path / "n").exists()


def test_audit_verify_finds_what_was_tampered_with(run_as_admin: Run, open_again: OpenAgain):
    vault = open_again()
    with vault.store.write() as session:
        settings.set(session, "branch.name", "江南支行", version=1)
    number = vault.store.head().number
    with vault.store.write() as session:
        session.connection().exec_driver_sql(
            "UPDATE change_set SET kind = 'auth.signed_in' WHERE number = ?", (number,)
        )
    vault.close()
    ran = run_as_admin("audit", "verify", "--json")
    assert (ran.status, ran.code) == (3, "audit.broken")
    assert ran.data["sound"] is False
    assert {"code": "changes.set_altered", "set": number}.items() <= ran.data["problems"][0].items()
    assert f"Entry {number} was altered." in ran.rest
    ran = run_as_admin("check", "--json")
    assert (ran.status, ran.code) == (3, "audit.broken")


def test_audit_compare_tells_whether_a_print_is_the_vaults(run_as_admin: Run):
    head = run_as_admin("audit", "verify", "--json").data["head"]
    digits = changes.grouped(head["digest"][:32])
    ran = run_as_admin("audit", "compare", f"{head['number']}", *digits.split(), "--json")
    assert (ran.status, ran.data["stand"], ran.data["digits"]) == (0, "as_printed", head["digest"][:32])
    other = head["digest"][:31] + ("0" if head["digest"][31] != "0" else "1")
    ran = run_as_admin("audit", "compare", f"{head['number']}", other, "--json")
    assert (ran.status, ran.code) == (3, "audit.head_different")
    ran = run_as_admin("audit", "compare", "99999", other, "--json")
    assert (ran.status, ran.code) == (3, "audit.head_beyond")
    for typed, code in ((("x", other), "audit.number_wrong"), (("1", "zz"), "audit.digits_wrong")):
        ran = run_as_admin("audit", "compare", *typed, "--json")
        assert (ran.status, ran.code) == (1, code)


def test_check(run_as_admin: Run, vault_folder: VaultFolder):
    before = {one.name: one.read_bytes() for one in vault_folder.root.iterdir() if one.is_file()}
    ran = run_as_admin("check", "--json")
    assert ran.status == 0
    assert ran.data["sound"] is True
    assert ran.data["problems"] == []
    assert {one.name: one.read_bytes() for one in vault_folder.root.iterdir() if one.is_file()} == before
    vault_folder.keyfile.write_bytes(b"\0" * 100)
    ran = run_as_admin("check", "--json")
    assert (ran.status, ran.code) == (3, "keyfile.damaged_with_copy")
    assert ran.data["problems"][0]["message"] == ran.data["error"]["message"]
    vault_folder.keyfile_backup.write_bytes(b"\0" * 100)
    ran = run_as_admin("check", "--json")
    assert (ran.status, ran.code) == (3, "keyfile.damaged")


@pytest.mark.parametrize("content", [b"", b"\0", b"SQLite format 3\0" + b"\0" * 4080, b"x" * 8192])
def test_damaged_database(run_as_admin: Run, vault_folder: VaultFolder, content: bytes):
    vault_folder.database.write_bytes(content)
    for command in (("staff", "list"), ("audit", "verify"), ("check",)):
        ran = run_as_admin(*command, "--json")
        assert ran.status == 3
        assert ran.code.startswith("db.")
        assert str(vault_folder.database) in ran.data["error"]["message"]
    assert vault_folder.database.read_bytes() == content


def test_roll_back_is_refused_until_accepted(run_as_admin: Run, vault_folder: VaultFolder):
    old = vault_folder.database.read_bytes()
    assert run_as_admin("audit", "verify").status == 0
    vault_folder.database.write_bytes(old)
    ran = run_as_admin("audit", "verify", "--json")
    assert (ran.status, ran.code) == (3, "vault.rolled_back")
    ran = run_as_admin("--accept-rollback", "audit", "verify", "--json")
    assert (ran.status, ran.data["sound"]) == (0, True)
    assert "An older copy of the vault was opened" in ran.rest
    assert run_as_admin("audit", "verify").rest == ""


def test_who_signs_in(run: Run, secret: Secret, vault_folder: VaultFolder, tmp_path: Path):
    ran = run("--vault", vault_folder.root, "staff", "list", "--json")
    assert (ran.status, ran.code) == (2, "usage.password_file_needed")
    ran = run("--vault", vault_folder.root, "--password-file", tmp_path / "none", "staff", "list", "--json")
    assert (ran.status, ran.code) == (1, "file.unreadable")
    password = secret("pw", PASSWORD)
    ran = run("--vault", vault_folder.root, "--password-file", password, "staff", "list")
    assert (ran.status, ran.answer.split("\t")[0]) == (0, ADMIN)
    first = secret("first", "for one use only")
    run(
        "--vault",
        vault_folder.root,
        "--password-file",
        password,
        "staff",
        "add",
        "李雷",
        "--role",
        "teller",
        "--new-password-file",
        first,
    )
    ran = run("--vault", vault_folder.root, "--password-file", password, "staff", "list", "--json")
    assert (ran.status, ran.code) == (2, "usage.user_needed")
    ran = run("--vault", tmp_path / "empty", "--password-file", password, "staff", "list", "--json")
    assert (ran.status, ran.code) == (1, "vault.none")
    assert not (tmp_path / "empty").exists()
    ran = run("--vault", "//server/share", "--password-file", password, "staff", "list", "--json")
    assert (ran.status, ran.code) == (1, "folder.network_share")


def test_roles(run: Run):
    ran = run("roles", "--json")
    assert ran.status == 0
    assert ran.data["roles"]["manage_staff"]["administrator"] == [{"reach": "all", "limits": []}]
    assert ran.data["roles"]["export"]["auditor"] == []
    assert set(ran.data["roles"]["reveal"]) == set(Role)
    assert run("roles").answer.startswith("| May | Relationship manager |")


def test_usage(run: Run):
    ran = run("staff", "--json")
    assert (ran.status, ran.code) == (2, "usage")
    assert ran.rest.startswith("usage: rmdesk")
    ran = run("fly")
    assert (ran.status, ran.answer) == (2, "")
    ran = run("--version", "--json")
    assert ran.status == 0
    assert list(ran.data) == ["version"]
    assert run("--help").answer.startswith("usage: rmdesk")
