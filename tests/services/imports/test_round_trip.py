"""What was exported says nothing new: imported again, every row of it is unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from rmdesk import choices, words
from rmdesk.models import AumBasis, Customer, Role, Staff
from rmdesk.services import archive, changes, customers, demo, export, figures, imports
from rmdesk.services.actor import Actor
from rmdesk.services.export import LISTINGS, Encoding, Kind, Request
from rmdesk.services.imports import OnDuplicate, Report
from rmdesk.services.vault import Vault
from tests.support.files_in import write_csv
from tests.support.vaults import prepare_newcomers

ALL = [one.name for one in LISTINGS["customers"].columns]
CUSTOMERS = 60


@pytest.fixture
def filled(vault: Vault) -> Iterator[Vault]:
    """A demonstration branch, and in it somebody whose manager a file named, with two figures of one day."""
    people = prepare_newcomers(vault, "示范网点 2468")
    with vault.store.write() as session:
        demo.add_branch(session, vault, people, customers=CUSTOMERS, seed=3, today=date(2026, 9, 10))
    act(vault, "周建国", Role.BRANCH_HEAD)
    with vault.store.write() as session:
        wild = customers.add_customer(session, {"name": "=王'芳", "number": "00990", "employer": "+海天"})
        session.get_one(Customer, wild.id).owner_text = "外聘·老周"
        changes.describe(session, "customer.edited", subject=wild)
    for basis, fen in ((AumBasis.POINT, 123), (AumBasis.MONTH_AVERAGE, 45_600)):
        with vault.store.write() as session:
            figures.add_figure(session, wild.uid, fen, "2026-08-31", basis=basis.value)
    yield vault
    words.use("en")


def act(vault: Vault, name: str, *roles: Role) -> None:
    with vault.store.read() as session:
        person = session.scalars(select(Staff).where(Staff.name == name)).one()
    vault.store.actor = Actor(person.id, person.uid, person.name, frozenset(roles))


def leave(vault: Vault, target: Path, columns: list[str], encoding: Encoding = Encoding.UTF_8) -> Path:
    with vault.store.read() as session:
        ids = archive.find_customers(session)
    kind = Kind(target.suffix.removeprefix("."))
    request = Request("customers", ids, columns, target, kind, encoding, "an audit by the head office")
    export.export(vault.store, request, lambda _done, _total: None)
    return target


def look(vault: Vault, path: Path, rule: OnDuplicate) -> Report:
    with imports.Feed(path) as feed:
        with vault.store.read() as session:
            proposal = imports.propose(session, imports.BY_NAME["customers"], feed.found)
        return imports.preview(vault.store, proposal.with_choices(rule=rule), feed=feed)


def test_a_list_that_left_comes_back_as_it_is(filled: Vault, tmp_path: Path):
    """Whatever the kind of file, the language of its headings, and whether its values were masked."""
    everything = {"imported": 0, "updated": 0, "unchanged": CUSTOMERS + 1, "rejected": 0, "skipped": 1}

    def comes_back(name: str, columns: list[str], encoding: Encoding = Encoding.UTF_8) -> Report:
        report = look(filled, leave(filled, tmp_path / name, columns, encoding), OnDuplicate.FILE)
        assert report.changed == {}
        assert {one.value: report.counts[one] for one in imports.Outcome} == everything
        return report

    words.use("zh_CN")
    report = comes_back("whole.xlsx", ALL)
    assert report.managers == {"外聘·老周": 1}
    assert report.columns["资产日期"] == "aum_on"
    assert report.columns["代管人"] == "stand_in"
    comes_back("whole.csv", ALL, Encoding.GB18030)
    comes_back("undated.csv", ["number", "name", "aum"])  # the newest amount is known, whatever its day
    words.use("en")
    report = comes_back("english.csv", LISTINGS["customers"].completed(["number", "name", "aum", "owner"]))
    assert list(report.columns.values()) == ["number", "name", "aum", "aum_on", "aum_basis", "owner"]

    act(filled, "何佳怡", Role.SUPERVISOR)  # to whom names, phones, years and amounts are masked
    comes_back("masked.xlsx", ALL)
    act(filled, "林晓雯", Role.RELATIONSHIP_MANAGER)
    with filled.store.read() as session:
        listed = archive.load_customers(session, archive.find_customers(session))
    assert any(one.stand_in == "林晓雯" for one in listed)  # whom she may see, not import
    everything["unchanged"] = len(listed)
    comes_back("own.csv", ALL)


def test_what_is_masked_neither_comes_in_nor_finds_anybody(filled: Vault, tmp_path: Path):
    with filled.store.read() as session:
        known = archive.load_customers(session, archive.find_customers(session)[:1], exact=True)[0]
    rows = [
        ["客户号", "客户姓名", "手机号", "证件号码"],
        [known.number, f"{known.name[0]}*", "138****8000", "1101**********1234"],
        ["N1", "李四", "139****8000", "1101**********1234"],
        ["N2", "王五", "", "1101**********1234"],
        ["N3", "赵*", "13900000001", ""],
    ]
    report = look(filled, write_csv(tmp_path / "masked.csv", rows), OnDuplicate.FILE)
    assert {one.value: report.counts[one] for one in imports.Outcome if one != "skipped"} == {
        "imported": 2,
        "updated": 0,
        "unchanged": 1,
        "rejected": 1,
    }
    assert [one.problems[0].code for one in report.rejected_rows] == ["import.masked_name"]
    assert [[one.code for one in row.problems] for row in report.warned_rows] == [
        ["cell.masked", "cell.masked"],
        ["cell.masked"],
    ]


def test_every_word_of_a_list_is_read_as_what_it_stands_for():
    """The words the program writes itself, in every language, and stars and numbers in front of words."""
    for target in imports.TARGETS:
        for field in target.fields:
            table, _, column = field.what.partition(".")
            for value, said in choices.in_every_language(table, column).items():
                if field.kind == "choice" and field.name not in ("document_kind", "gender"):
                    assert {field.read(word, None) for word in (*said, str(value))} == {value}
    grade, risk = (imports.BY_NAME["customers"].by_name[one] for one in ("grade", "risk_tolerance"))
    for number, said in enumerate((("1星", "★", "1.0"), ("2 星", "**", "2"), ("3星级", "★★★", "3.0")), 1):
        assert {grade.read(word, None) for word in said} == {number}
    for word in ("05-进取型", "进取型", "C5-进取型", "进取型（C5）", "R5"):
        assert risk.read(word, None) == 5


def test_a_manager_kept_as_text_is_no_gap_to_fill(filled: Vault, tmp_path: Path):
    rows = [["客户号", "姓名", "客户经理"], ["00990", "王芳", "林晓雯"], ["00991", "李明", "林晓雯"]]
    path = write_csv(tmp_path / "managers.csv", rows)
    report = look(filled, path, OnDuplicate.FILL)
    assert (report.counts["unchanged"], report.counts["imported"]) == (1, 1)
    assert look(filled, path, OnDuplicate.FILE).changed == {"owner": 1, "name": 1}
