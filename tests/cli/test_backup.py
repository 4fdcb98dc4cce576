"""`rmdesk backup …` on a real vault."""

from __future__ import annotations

from pathlib import Path

from rmdesk.services import backups, customers
from rmdesk.services.vault import VaultFolder
from tests.cli.conftest import Run
from tests.support.vaults import OpenAgain


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


def test_a_single_customer_is_found_and_brought_back(run_as_admin: Run, open_again: OpenAgain) -> None:
    vault = open_again()
    with vault.store.write() as session:
        person = customers.add_customer(session, {"name": "张晓敏", "number": "77", "notes": "从前"})
    name = backups.make(vault).backup.name.text
    with vault.store.write() as session:
        customers.edit_customer(session, person.uid, {"notes": "现在"}, version=person.version)
    vault.close()
    found = run_as_admin("--json", "backup", "find", name, "张")
    assert [one["no"] for one in found.data["customers"]] == ["77"]
    assert run_as_admin("--json", "backup", "find", name, "李").data == {"total": 0, "customers": []}
    told = run_as_admin("--json", "backup", "bring-back", name, "77", "--dry-run").data
    assert (told["differing"], told["missing"], told["brought_back"]) == (["notes"], {}, False)
    refused = run_as_admin("--json", "backup", "bring-back", name, "77", "--take", "wechat")
    assert (refused.status, refused.code) == (2, "usage.field_does_not_differ")
    brought = run_as_admin("--json", "backup", "bring-back", name, "77", "--take", "all")
    assert (brought.status, brought.data["brought_back"], brought.data["taken"]) == (0, True, ["notes"])
    assert "as they were then" in run_as_admin("backup", "bring-back", name, "77", "--dry-run").answer


def test_the_master_key_is_exchanged(run_as_admin: Run) -> None:
    told = run_as_admin("--json", "rotate")
    assert (told.status, told.data["problems"]) == (0, [])
    assert told.data["kept"].startswith("before-rotation-")
    assert run_as_admin("check").status == 0
    assert run_as_admin("backup", "verify", told.data["kept"]).status == 0
