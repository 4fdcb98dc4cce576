"""Which column is which field: by headings in two languages, by values, as remembered, as saved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rmdesk.services import imports
from rmdesk.services.errors import UserError
from rmdesk.services.imports import mapping_files
from rmdesk.services.imports.mapping import by_heading
from rmdesk.services.imports.mapping_files import Saved
from tests.support.branches import Branch
from tests.support.files_in import Rows, identity, take, write_csv

CUSTOMERS = imports.BY_NAME["customers"]
ID = identity("110101", "19660815", 123)


def proposed(branch: Branch, path: Path, target: str = "customers") -> imports.Proposal:
    with imports.Feed(path) as feed:
        return branch.read(imports.propose, imports.BY_NAME[target], feed.found)


@pytest.mark.parametrize("target", imports.TARGETS, ids=lambda one: one.name)
def test_every_field_has_words(target: imports.Target) -> None:
    assert set(target.synonyms) == set(target.by_name)
    for name, words in target.synonyms.items():
        first = words.split("|")[0]
        assert name in by_heading(target, first) or by_heading(target, first), first


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("客户姓名", "name"),
        ("＊客户姓名（必填）", "name"),
        ("联系人手机号码", "phones"),
        ("预留手机号", "phones"),
        ("Customer_Name", "name"),
        ("Date of Birth", "birthday"),
        ("身份证件号码", "document"),
        ("资产总额(元)", "aum"),
        ("AUM月日均（万元）", "aum_average"),
        ("管户客户经理姓名", "owner"),
        ("家庭住址", "addresses"),
        ("Risk Level", "risk_tolerance"),
    ],
)
def test_headings(heading: str, field: str) -> None:
    found = by_heading(CUSTOMERS, heading)
    assert max(found, key=lambda one: found[one]) == field


def test_values_tell_where_headings_do_not(branch: Branch, tmp_path: Path) -> None:
    rows: Rows = [
        ["字段一", "字段二", "字段三", "字段四"],
        ["张晓敏", ID, "13800138000", "男"],
        ["李明", ID, "13900139000", "女"],
    ]
    found = proposed(branch, write_csv(tmp_path / "x.csv", rows))
    assert [(one.field, one.by) for one in found.suggestions] == [
        ("name", "values"),
        ("document", "values"),
        ("phones", "values"),
        ("gender", "values"),
    ]


def test_days_of_contact_are_no_phones(branch: Branch, tmp_path: Path) -> None:
    rows: Rows = [
        ["Customer number", "Name", "Contact", "Last contact"],
        ["A1", "Mary Jones", "88886666", "2026-11-01"],
        ["A2", "John Smith", "13800138000", ""],
    ]
    found = proposed(branch, write_csv(tmp_path / "x.csv", rows))
    assert [one.field for one in found.suggestions] == ["number", "name", "phones", None]


def test_a_vague_heading_is_a_number_only_where_nothing_says_it_better(
    branch: Branch, tmp_path: Path
) -> None:
    def fields(*rows: list[str]) -> list[str | None]:
        return [one.field for one in proposed(branch, write_csv(tmp_path / "x.csv", rows)).suggestions]

    people = ["K01", "王芳", "3", "20"], ["K02", "李明", "3", "30"]
    assert fields(["编号", "姓名", "经理编号", "时点"], *people) == ["number", "name", None, "aum"]
    assert fields(["编号", "姓名", "客户号", "资产"], *people) == [None, "name", "number", "aum"]
    assert fields(["编号", "姓名"], ["1", "王芳"], ["2", "李明"]) == [None, "name"]  # of the row


def test_columns_of_months(branch: Branch, tmp_path: Path) -> None:
    rows = [["客户号", "2026年1月", "2026-02", "合计说明"], ["A1", "5", "6", "无"]]
    found = proposed(branch, write_csv(tmp_path / "x.csv", rows), "balances")
    assert [one.field for one in found.suggestions] == ["number", "amount", "amount", None]


def test_a_shape_is_remembered(branch: Branch, tmp_path: Path) -> None:
    rows = [["姓名", "栏位甲", "经理"], ["张晓敏", "医生", "王经理"]]
    path = write_csv(tmp_path / "x.csv", rows)
    with imports.Feed(path) as feed:
        request = branch.read(imports.propose, CUSTOMERS, feed.found).request
        chosen = imports.Request(
            path,
            CUSTOMERS,
            {"姓名": "name", "栏位甲": "occupation", "经理": "owner"},
            imports.Choices(managers={"王经理": branch.people["colleague"].staff_uid}),
        )
        assert request.columns["栏位甲"] is None
        branch.write(imports.remember, feed.found, chosen)
        branch.write(imports.remember, feed.found, chosen)
    other = write_csv(tmp_path / "y.csv", [["姓名", "栏位甲 ", "经理"], ["李明", "教师", "王经理"]])
    found = proposed(branch, other)
    assert {one.title: one.by for one in found.suggestions}["栏位甲"] == "remembered"
    assert take(branch, other).managers == {}
    with imports.Feed(other) as feed:
        branch.write(imports.forget, CUSTOMERS, feed.found)
    assert proposed(branch, other).request.columns["栏位甲"] is None
    assert branch.is_sound()


def test_managers_of_an_earlier_file_of_the_shape_stay(branch: Branch, tmp_path: Path) -> None:
    person = branch.people["colleague"].staff_uid
    for name, chosen in (("王经理", {"王经理": person}), ("李经理", {}), ("赵经理", {"赵经理": None})):
        path = write_csv(tmp_path / f"{name}.csv", [["姓名", "客户经理"], ["张晓敏", name]])
        with imports.Feed(path) as feed:
            columns = {"姓名": "name", "客户经理": "owner"}
            request = imports.Request(path, CUSTOMERS, columns, imports.Choices(managers=chosen))
            branch.write(imports.remember, feed.found, request)
    assert dict(proposed(branch, path).request.choices.managers) == {"王经理": person, "赵经理": None}


def test_a_manager_who_can_only_be_one(branch: Branch) -> None:
    assert branch.read(imports.suggest_manager, "陈经理") == branch.people["colleague"].staff_uid
    assert branch.read(imports.suggest_manager, "林晓雯") == branch.people["manager"].staff_uid
    assert branch.read(imports.suggest_manager, "王经理") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "import.mapping_wrong"),
        ("[]", "import.mapping_wrong"),
        ('{"target": "holdings"}', "import.mapping_wrong"),
        ('{"columns": {"a": 1}}', "import.mapping_wrong"),
        ('{"columns": {"a": "salary"}}', "import.unknown_field"),
        ('{"on_duplicate": "always"}', "import.mapping_wrong"),
        ('{"version": 99}', "import.mapping_wrong"),
    ],
)
def test_a_saved_mapping_is_checked(text: str, code: str) -> None:
    with pytest.raises(UserError) as refused:
        mapping_files.read(text, CUSTOMERS)
    assert refused.value.code == code


def test_a_saved_mapping_comes_back(tmp_path: Path) -> None:
    saved = Saved({"姓名": "name", "x": None}, {"王经理": None}, imports.OnDuplicate.FILE, "point")
    mapping_files.save_file(tmp_path / "m.json", "customers", saved)
    assert mapping_files.read_file(tmp_path / "m.json", CUSTOMERS) == saved
    assert json.loads((tmp_path / "m.json").read_text("utf-8"))["format"] == "rmdesk import mapping"
