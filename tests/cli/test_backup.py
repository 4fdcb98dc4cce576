"""`rmdesk backup …` on a real vault."""

from __future__ import annotations

from pathlib import Path

from rmdesk.services.vault import VaultFolder
from tests.cli.conftest import Run


def test_made_listed_verified_and_brought_back(run_as_admin: Run, vault_folder: VaultFolder) -> None:
    assert run_as_admin("--json", "backup", "list").data == {"backups": []}
    made = run_as_admin("--json", "backup", "make")
    assert made.status == 0
    name = made.data["name"]
    assert made.data["verified"] is True
    assert made.data["customers"] == 0
    assert made.data["problems"] == []
    [listed] = run_as_admin("--json", "backup", "list").data["backups"]
    assert listed == {key: value for key, value in made.data.items() if key != "problems"}
    assert name in run_as_admin("backup", "list").answer
    assert run_as_admin("--json", "backup", "verify").data == {
        "sound": True,
        "backups": [{"name": name, "sound": True, "problems": []}],
    }
    preview = run_as_admin("--json", "backup", "restore", name, "--dry-run")
    assert preview.data["name"] == name
    assert {one["table"] for one in preview.data["differences"]} == {"change_set"}
    restored = run_as_admin("--json", "backup", "restore", name)
    assert restored.status == 0
    assert restored.data["restored"] == name
    assert (vault_folder.backups / (restored.data["kept"] + ".db")).exists()
    assert run_as_admin("check").status == 0


def test_a_damaged_backup_is_told_with_status_3(run_as_admin: Run, vault_folder: VaultFolder) -> None:
    name = run_as_admin("--json", "backup", "make").data["name"]
    path = vault_folder.backups / f"{name}.db"
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    told = run_as_admin("--json", "backup", "verify", name)
    assert told.status == 3
    assert told.code == "backup.damaged"
    assert told.data["sound"] is False
    refused = run_as_admin("--json", "backup", "restore", name)
    assert (refused.status, refused.code) == (3, "backup.damaged")
    assert run_as_admin("check").status == 0


def test_a_vault_that_does_not_open_is_brought_back(run_as_admin: Run, vault_folder: VaultFolder) -> None:
    name = run_as_admin("--json", "backup", "make").data["name"]
    vault_folder.database.write_bytes(b"")
    assert run_as_admin("--json", "backup", "list").data["backups"][0]["name"] == name
    restored = run_as_admin("--json", "backup", "restore", name)
    assert restored.status == 0
    assert (vault_folder.root / restored.data["kept"] / "vault.db").read_bytes() == b""
    assert run_as_admin("check").status == 0


def test_an_unknown_name_is_refused(run_as_admin: Run) -> None:
    assert run_as_admin("--json", "backup", "restore", "yesterday").code == "backup.unknown"
    assert run_as_admin("--json", "backup", "verify", "yesterday").code == "backup.unknown"


def test_an_import_makes_one_first(run_as_admin: Run, vault_folder: VaultFolder, tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    file.write_text("姓名,手机\n张晓敏,13800138000\n", "utf-8")
    assert run_as_admin("import", "customers", file, "--dry-run").status == 0
    assert run_as_admin("--json", "backup", "list").data == {"backups": []}
    assert run_as_admin("import", "customers", file).status == 0
    [made] = run_as_admin("--json", "backup", "list").data["backups"]
    assert (made["kind"], made["customers"], made["verified"]) == ("before-import", 0, True)


def test_a_damaged_vault_is_salvaged(run_as_admin: Run, vault_folder: VaultFolder, tmp_path: Path) -> None:
    whole = run_as_admin("--json", "salvage")
    assert (whole.status, whole.data["complete"], whole.data["lost"]) == (0, True, 0)
    raw = bytearray(vault_folder.database.read_bytes())
    del raw[len(raw) // 2 :]
    vault_folder.database.write_bytes(raw)
    report = tmp_path / "抢救.pdf"
    told = run_as_admin("--json", "salvage", "--report", str(report))
    assert (told.status, told.code) == (3, "salvage.incomplete")
    assert told.data["name"].startswith("salvaged-")
    assert told.data["damaged_pages"] > 0
    assert report.read_bytes().startswith(b"%PDF-")
    assert vault_folder.database.read_bytes() == raw
    assert told.data["name"] in run_as_admin("backup", "list").answer
