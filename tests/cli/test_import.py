"""`rmdesk import`: the report, the rejects to correct, the mapping, dry run, undo, list."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.cli.conftest import Run
from tests.support.files_in import identity, write_csv

ID = identity("110101", "19660815", 123)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    rows = [
        ["客户号", "客户姓名", "证件号码", "手机号码", "自定义", "客户经理"],
        ["A1", "张晓敏", ID, "13800138000", "医生", "王经理"],
        ["A2", "李明", ID[:-1] + ("1" if ID[-1] != "1" else "2"), "13900139000", "教师", "周建国"],
        ["A3", "王芳", "", "12345", "=1+1", "周建国"],
    ]
    return write_csv(tmp_path / "客户.csv", rows, encoding="gb18030")


def test_report_and_rejects_that_are_corrected(run_as_admin: Run, file: Path, tmp_path: Path) -> None:
    rejects, report = tmp_path / "退回.xlsx", tmp_path / "report.json"
    mapping = tmp_path / "mapping.json"
    mapping.write_text(
        json.dumps({"columns": {"自定义": "occupation"}, "managers": {"王经理": "周建国"}}), "utf-8"
    )
    ran = run_as_admin(
        "import", "customers", file, "--mapping", mapping, "--report", report, "--rejects", rejects, "--json"
    )  # fmt: skip
    assert ran.status == 0, ran.rest
    data = ran.data
    assert json.loads(report.read_text("utf-8")) == data
    figures = ("file_rows", "imported", "updated", "unchanged", "rejected", "warned", "skipped")
    assert [data[name] for name in figures] == [4, 2, 0, 0, 1, 1, 1]
    assert [(one["row"], one["no"], one["name"]) for one in data["rejected_rows"]] == [(3, "A2", "李明")]
    assert [(one["row"], one["no"], one["field"], one["value"]) for one in data["warned_rows"]] == [
        (4, "A3", "phones", "12345")
    ]
    assert data["columns"]["自定义"] == "occupation"
    assert data["unknown_managers"] == {}
    rows = CalamineWorkbook.from_path(rejects).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == ["客户号", "A2", "A3"]
    assert rows[2][4] == "=1+1"
    assert "eleven digits" in str(rows[2][6])
    corrected = [[str(cell) for cell in row] for row in rows]
    corrected[1][2], corrected[2][3] = "", "13600136000"
    again = write_csv(tmp_path / "again.csv", corrected)
    data = run_as_admin("import", "customers", again, "--json").data
    assert [data[name] for name in figures] == [3, 1, 1, 0, 0, 0, 1]
    assert data["columns"]["Reason"] is None
    found = run_as_admin("search", "13600136000", "--json").data
    assert [one["no"] for one in found] == ["A3"]


def test_dry_run_list_and_undo(run_as_admin: Run, file: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    ran = run_as_admin("import", "customers", file, "--dry-run", "--save-mapping", saved)
    assert "2 imported" in ran.answer
    assert "nothing was kept" in ran.answer
    assert json.loads(saved.read_text("utf-8"))["columns"]["手机号码"] == "phones"
    assert run_as_admin("import", "list", "--json").data == {"imports": []}
    number = run_as_admin("import", "customers", file, "--mapping", saved, "--json").data["id"]
    listed = run_as_admin("import", "list", "--json").data["imports"]
    assert [(one["id"], one["target"], one["imported"], one["undone"]) for one in listed] == [
        (number, "customers", 2, False)
    ]
    assert run_as_admin("import", "undo", number, "--json").data["rows"] > 0
    assert run_as_admin("search", "张晓敏", "--json").data == []
    assert run_as_admin("audit", "verify").status == 0
    assert run_as_admin("import", "undo", 1, "--json").code == "import.unknown_import"


def test_what_cannot_be_imported_is_told(run_as_admin: Run, tmp_path: Path) -> None:
    file = write_csv(tmp_path / "x.csv", [["日期", "金额"], ["2026-01-01", "5"]])
    assert run_as_admin("import", "customers", file, "--json").code == "import.column_missing"
    assert run_as_admin("import", "customers", tmp_path / "none.csv", "--json").code == "import.not_readable"
    mapping = tmp_path / "m.json"
    mapping.write_text('{"columns": {"金额": "salary"}}', "utf-8")
    ran = run_as_admin("import", "customers", file, "--mapping", mapping, "--json")
    assert ran.code == "import.unknown_field"
