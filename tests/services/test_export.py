"""Lists as files: what stands in them, masked or not; texts come back; nothing leaves unrecorded."""

from __future__ import annotations

import csv
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from rmdesk.models import Customer
from rmdesk.services import archive, audit, export, figures, phones, tags
from rmdesk.services.csv_texts import marked, unmarked
from rmdesk.services.days import Day
from rmdesk.services.errors import Cancelled, NotAllowed, UserError
from rmdesk.services.export import LISTINGS, Encoding, Kind, Request
from rmdesk.services.export.columns import Column
from rmdesk.services.export.writing import write_csv, write_xlsx
from rmdesk.services.imports.reading import open_table
from tests.support.branches import Branch

WILD = (
    "=1+1",
    "+86",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    " =1",
    "\u3000=1",
    "'",
    "'=1",
    "''=1",
    "'quoted'",
    "110101199003070011",
    "0012",
    "1E5",
    "13800138000",
    'a,"b"\r\nc',
    "𠮷野家",
    '=HYPERLINK("http://x","y")',
    "http://example.com",
    "  padded  ",
)
COLUMNS = ("number", "name", "phone", "aum", "birthday", "employer")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An empty folder for what leaves."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def mine(branch: Branch) -> Customer:
    """A customer of the manager's with everything that is masked."""
    branch.act("manager")
    customer = branch.add(
        "=张晓敏",
        number="00123456789012345678",
        birthday=Day(6, 3, 1984),
        employer="+海天集团",
        email="zhang@example.com",
    )
    branch.write(phones.add_phone, customer.uid, "13800138000")
    branch.write(figures.add_figure, customer.uid, 123_456_789, "2026-01-31")
    branch.write(tags.add_tag, customer.uid, "老客户")
    return customer


def leave(branch: Branch, target: Path, **given: Any) -> export.Exported:
    request = {"listing": "customers", "columns": COLUMNS, "target": target} | given
    if "ids" not in request:
        request["ids"] = branch.read(archive.find_customers)
    return export.export(branch.store, Request(**request), lambda _done, _total: None)


def sheet(path: Path) -> list[list[Any]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def lines(path: Path, encoding: str = "utf-8-sig") -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.reader(stream))


@pytest.mark.parametrize("text", WILD)
def test_a_text_comes_back_and_is_never_run(text: str):
    told = marked(text)
    assert unmarked(told) == text
    assert told.lstrip(" \u3000\u00a0")[:1] not in tuple("=+-@\t\r\n＝＋－＠")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_wild_texts_survive_a_csv(out: Path, encoding: str):
    columns = [Column(name, lambda: "=a", lambda row: row) for name in "abc"]
    write_csv(out / "a.csv", columns, [[one, "x", "y"] for one in WILD], encoding)
    assert [unmarked(line[0]) for line in lines(out / "a.csv", encoding)] == ["=a", *WILD]
    with open_table(out / "a.csv") as table:
        assert [row[0] for _number, row in table.rows()] == ["=a", *WILD]


def test_wild_texts_survive_a_spreadsheet_as_texts(out: Path):
    write_xlsx(out / "a.xlsx", [Column("a", lambda: "=a", lambda row: row)], [[one] for one in WILD])
    read = [row[0] for row in sheet(out / "a.xlsx")]
    assert read == ["=a", *WILD]
    assert os.listdir(out) == ["a.xlsx"]


def test_a_managers_own_customers_leave_masked(branch: Branch, mine: Customer, out: Path):
    done = leave(branch, out / "a.xlsx", reason="对账")
    assert (done.rows, done.masked) == (1, True)
    heading, row = sheet(done.target)
    assert heading == ["Customer number", "Name", "Phone", "Assets (CNY)", "Birthday", "Employer"]
    assert row == [
        "00123456789012345678",
        "=张晓敏",
        "138****8000",
        1234567.89,
        "3 Jun 1984",
        "+海天集团",
    ]
    entry = branch.newest()
    assert entry.kind == "data.exported"
    assert entry.detail == {"what": "customers", "rows": 1, "fields": list(COLUMNS), "masked": True}


def test_a_branch_head_who_says_why_gets_exact_values(branch: Branch, mine: Customer, out: Path):
    branch.act("head")
    masked = leave(branch, out / "a.csv", kind=Kind.CSV, reason="  ")
    assert masked.masked
    exact = leave(branch, out / "b.csv", kind=Kind.CSV, reason="总行检查", encoding=Encoding.GB18030)
    assert not exact.masked
    assert [unmarked(cell) for cell in lines(exact.target, "gb18030")[1]] == [
        "00123456789012345678",
        "=张晓敏",
        "13800138000",
        "1234567.89",
        "3 Jun 1984",
        "+海天集团",
    ]
    assert branch.newest().detail["reason"] == "总行检查"
    branch.act("supervisor")
    others = leave(branch, out / "c.csv", kind=Kind.CSV, reason="总行检查")
    assert others.masked
    assert lines(others.target)[1][1:5] == ["'=*", "138****8000", "1,000,000–6,000,000", "3 Jun"]


def test_nobody_exports_whom_they_do_not_manage(branch: Branch, mine: Customer, out: Path):
    ids = branch.read(archive.find_customers)
    branch.act("colleague")
    assert leave(branch, out / "a.xlsx", ids=ids).rows == 0
    for who in ("teller", "lobby", "administrator", "auditor"):
        branch.act(who)
        with pytest.raises(NotAllowed):
            leave(branch, out / "b.xlsx", ids=ids)
    assert os.listdir(out) == ["a.xlsx"]


def test_cards(branch: Branch, mine: Customer, out: Path):
    branch.act("head")
    exact = leave(branch, out / "a.vcf", kind=Kind.VCF, reason="交接")
    text = exact.target.read_text("utf-8")
    assert text.startswith("BEGIN:VCARD\nVERSION:4.0\nFN:=张晓敏\nN:=张晓敏;;;;\nTEL;TYPE=cell:13800138000\n")
    assert "EMAIL:zhang@example.com\nORG:+海天集团\nBDAY:19840603\nCATEGORIES:老客户\n" in text
    assert all(len(line.encode()) <= 75 for line in text.splitlines())
    branch.act("manager")
    masked = leave(branch, out / "b.vcf", kind=Kind.VCF).target.read_text("utf-8")
    assert "TEL;TYPE=cell:138****8000\nEMAIL:z***@example.com\n" in masked
    with pytest.raises(UserError) as caught:
        leave(branch, out / "c.vcf", kind=Kind.VCF, listing="organisations", columns=["name"])
    assert caught.value.code == "export.cards_of_customers"


@pytest.mark.parametrize(
    ("who", "listing"), [("head", "organisations"), ("administrator", "staff"), ("auditor", "audit")]
)
def test_every_other_list_leaves_with_all_its_columns(
    branch: Branch, mine: Customer, out: Path, who: str, listing: str
):
    branch.act(who)
    request = Request(listing, [1, 2], [one.name for one in LISTINGS[listing].columns], out / "a.xlsx")
    done = export.export(branch.store, request, lambda _done, _total: None)
    read = sheet(done.target)
    assert len(read) == done.rows + 1 > 1
    assert len(read[0]) == len(LISTINGS[listing].columns)
    if listing == "audit":
        moment = branch.read(audit.load_entries, [1])[0].at.astimezone().replace(tzinfo=None, microsecond=0)
        assert read[1][1] == moment


def test_what_is_cancelled_or_fails_leaves_nothing(branch: Branch, mine: Customer, out: Path):
    target = out / "a.xlsx"
    target.write_bytes(b"before")
    newest = branch.newest().number

    def cancel(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    request = Request("customers", branch.read(archive.find_customers), COLUMNS, target)
    with pytest.raises(Cancelled):
        export.export(branch.store, request, cancel)
    with pytest.raises(UserError) as caught:
        leave(branch, target, columns=["name", "soul"])
    assert caught.value.code == "export.no_such_column"
    assert target.read_bytes() == b"before"
    assert os.listdir(out) == ["a.xlsx"]
    assert branch.newest().number == newest


def test_a_folder_that_cannot_be_written_to_is_said(branch: Branch, mine: Customer, out: Path):
    nowhere = out / "nowhere" / "a.xlsx"
    with pytest.raises(UserError) as caught:
        leave(branch, nowhere)
    assert caught.value.code == "export.not_written"
    assert branch.newest().kind != "data.exported"
    taken = out / "taken.xlsx"
    taken.mkdir(mode=stat.S_IRWXU)
    with pytest.raises(UserError):
        leave(branch, taken)
