"""`report`: reports as PDF from the command line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rmdesk.models import Role
from rmdesk.services import changes, customers
from rmdesk.services.actor import Actor
from rmdesk.services.vault import Vault
from tests.cli.conftest import Run, Secret
from tests.support.printing import read_pdf
from tests.support.vaults import OpenAgain, add_person

MANAGER, PASSWORD = "林晓雯", "一次性密码 Abc-2468"


@pytest.fixture
def run_as_manager(run: Run, secret: Secret, vault: Vault) -> Run:
    """With a customer of their own, number 62210001."""
    person = add_person(vault, MANAGER, PASSWORD, [Role.RELATIONSHIP_MANAGER])
    vault.store.actor = Actor.of(person)
    with vault.store.write() as session:
        customers.add_customer(session, {"name": "陈静怡", "number": "62210001"})
    vault.close()
    password = secret("manager", PASSWORD)

    def run_(*typed: object):
        return run("--vault", vault.folder.root, "--user", MANAGER, "--password-file", password, *typed)

    return run_


def test_a_card_is_written_in_the_language_asked_for_and_recorded(
    run_as_manager: Run, open_again: OpenAgain, tmp_path: Path
) -> None:
    target = tmp_path / "card.pdf"
    given = ("report", "customer-card", "--param", "customer=62210001", "--out", target, "--json")
    ran = run_as_manager(*given, "--language", "zh_CN")
    assert ran.status == 0
    assert ran.data == {"file": str(target), "number": ran.data["number"], "pages": 1, "rows": 1}
    read = read_pdf(target.read_bytes())
    assert read.has("陈静怡")
    assert read.has("客户卡片")
    assert ran.data["number"] in read.text
    assert [one.name for one in tmp_path.iterdir() if "card" in one.name] == ["card.pdf"]
    with open_again().store.read() as session:
        numbers = changes.find_numbers(session, kinds={"data.printed"})
        assert [one.detail["number"] for one in changes.load_sets(session, numbers)] == [ran.data["number"]]


def test_which_there_are_depends_on_the_role(run_as_manager: Run, run_as_admin: Run) -> None:
    ran = run_as_manager("report", "--list", "--json")
    listed = {one["name"]: one for one in ran.data}
    assert "staff-list" not in listed
    asked = {one["name"]: one for one in listed["customer-card"]["parameters"]}
    assert asked["customer"]["needed"]
    assert (asked["contacts"]["type"], asked["contacts"]["default"]) == ("whole", "10")
    named = [one["name"] for one in run_as_admin("report", "--list", "--json").data]
    assert "staff-list" in named
    assert "recovery-sheet" not in named
    assert [one for one in named if "_" in one] == []


@pytest.mark.parametrize("name", ["birthday-list", "birthday_list"])
def test_names_have_hyphens_and_underscores_do_as_well(
    run_as_manager: Run, tmp_path: Path, name: str
) -> None:
    target = tmp_path / "list.pdf"
    assert run_as_manager("report", name, "--out", target, "--json").status == 0
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("typed", "status", "code"),
    [
        (("customer-card",), 2, "usage.report_needed"),
        (("customer-card", "--out", "card.pdf"), 1, "report.parameter_needed"),
        (("customer-card", "--param", "customer", "--out", "card.pdf"), 2, "usage.report_parameter"),
        (("customer-card", "--param", "colour=red", "--out", "card.pdf"), 1, "report.unknown_parameter"),
        (("customer-card", "--param", "customer=nobody", "--out", "card.pdf"), 1, "customer.unknown"),
        (("care-list", "--param", "first=32 May", "--out", "card.pdf"), 1, "date.not_a_date"),
        (("care-list", "--param", "tiers=金", "--out", "card.pdf"), 1, "report.wrong_value"),
        (("no_such_report", "--out", "card.pdf"), 1, "report.unknown"),
        (("recovery-sheet", "--out", "card.pdf"), 1, "report.unknown"),
        (("staff-list", "--out", "card.pdf"), 1, "role.not_permitted"),
    ],
)
def test_what_cannot_be_made_is_said_and_leaves_nothing(
    run_as_manager: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: tuple[str, ...],
    status: int,
    code: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    ran = run_as_manager("report", *typed, "--json")
    assert (ran.status, ran.code) == (status, code)
    assert sorted(tmp_path.iterdir()) == before


def test_a_place_that_takes_no_file_keeps_the_former_one_and_records_nothing(
    run_as_manager: Run, open_again: OpenAgain, tmp_path: Path
) -> None:
    taken = tmp_path / "card.pdf"
    taken.mkdir()  # as good as a file that another program holds: it cannot be replaced
    (tmp_path / "note").write_text("x")
    for target in (taken, tmp_path / "note" / "card.pdf", tmp_path / "no folder" / "card.pdf"):
        given = ("report", "customer-card", "--param", "customer=62210001", "--out", target, "--json")
        ran = run_as_manager(*given)
        assert (ran.status, ran.code) == (1, "export.not_written"), target
    assert taken.is_dir()
    assert [one for one in os.listdir(tmp_path) if one.endswith(".tmp")] == []
