"""`segment`: expressions from files, counted and listed for whoever signs in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rmdesk.models import Role
from rmdesk.services import customers, segments
from rmdesk.services.actor import Actor
from rmdesk.services.vault import Vault
from tests.cli.conftest import Run, Secret
from tests.support.vaults import add_person

MANAGER, PASSWORD = "林晓雯", "一次性密码 Abc-2468"


@pytest.fixture
def run_as_manager(run: Run, secret: Secret, vault: Vault) -> Run:
    """With two customers of their own."""
    person = add_person(vault, MANAGER, PASSWORD, [Role.RELATIONSHIP_MANAGER])
    vault.store.actor = Actor.of(person)
    with vault.store.write() as session:
        customers.add_customer(session, {"name": "陈静怡", "number": "62210001", "grade": 5})
        customers.add_customer(session, {"name": "王芳", "number": "62210002", "grade": 2})
    vault.close()
    password = secret("manager", PASSWORD)

    def run_(*typed: object):
        return run("--vault", vault.folder.root, "--user", MANAGER, "--password-file", password, *typed)

    return run_


@pytest.fixture
def written(tmp_path: Path) -> Any:
    """Writes an expression to a file, as Windows' editor does: with a byte order mark."""

    def write(document: object) -> Path:
        path = tmp_path / "expression.json"
        text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
        path.write_text(text, "utf-8-sig")
        return path

    return write


def test_counted_listed_and_said(run_as_manager: Run, written: Any) -> None:
    expression = written({"version": 1, "all": [{"field": "grade", "op": "at_least", "value": 5}]})
    counted = run_as_manager("segment", "count", "--expr", expression, "--json")
    assert counted.status == 0
    assert (counted.data["count"], counted.data["notes"]) == (1, [])
    listed = run_as_manager("segment", "list", "--expr", expression, "--json").data
    assert [one["name"] for one in listed["customers"]] == ["陈静怡"]
    assert listed["count"] == 1
    read = run_as_manager("segment", "list", "--expr", expression)
    assert read.answer.splitlines()[0] == listed["words"]
    assert "62210001\t陈静怡" in read.answer


def test_who_is_listed_is_limited_who_is_counted_is_not(run_as_manager: Run, written: Any) -> None:
    expression = written({"version": 1, "any": [{"field": "grade", "op": "is_known"}]})
    listed = run_as_manager("segment", "list", "--expr", expression, "--limit", 1, "--json").data
    assert (listed["count"], len(listed["customers"])) == (2, 1)
    nobody = written({"version": 1, "all": [{"field": "gender", "op": "one_of", "value": ["male"]}]})
    assert run_as_manager("segment", "list", "--expr", nobody).answer.endswith("Nobody was found.\n")


def test_a_list_is_exported_of_those_who_satisfy_an_expression(
    run_as_manager: Run, written: Any, tmp_path: Path
) -> None:
    expression = written({"version": 1, "all": [{"field": "grade", "op": "at_most", "value": 3}]})
    target = tmp_path / "list.csv"
    given = ("export", "customers", "--out", target, "--columns", "number", "--json")
    assert run_as_manager(*given, "--expr", expression).data["rows"] == 1
    assert "62210002" in target.read_text("utf-8-sig")
    beside = run_as_manager(*given, "--expr", expression, "--search", "陈静怡")
    assert beside.data["rows"] == 0


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ("[", "segment.not_json"),
        ("[" * 50_000, "segment.too_deep"),
        (
            {"version": 1, "all": [{"field": "tag", "op": "one_of", "value": ["高净值"]}]},
            "segment.unknown_name",
        ),
        ("[" * 300_000, "file.too_large"),
    ],
    ids=["no JSON", "deep", "no such tag", "large"],
)
def test_what_cannot_be_counted_is_refused(
    run_as_manager: Run, written: Any, document: object, code: str
) -> None:
    ran = run_as_manager("segment", "count", "--expr", written(document), "--json")
    assert (ran.status, ran.code) == (1, code)


def test_the_fields_say_what_may_stand_in_an_expression(run_as_manager: Run) -> None:
    data = run_as_manager("segment", "fields", "--json").data
    found = {one["name"]: {op["op"]: op for op in one["operators"]} for one in data["fields"]}
    assert data["version"] == segments.VERSION
    assert found.keys() == segments.FIELDS.keys()
    assert [one["value"] for one in found["gender"]["one_of"]["choices"]] == ["male", "female"]
    assert "fund" in [one["value"] for one in found["holding"]["holds"]["parts"]["kinds"]]
    assert found["last_contact"]["not_within_last"]["value"] == "days"
