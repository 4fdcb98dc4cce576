"""Holdings, figures, relations, days and contacts from files: whose they are, and what is there already."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from rmdesk.models import AumFigure, Customer, CustomerFact, Holding, ImportantDate, Interaction, Relation
from rmdesk.services import dates, documents, figures, holdings, imports, phones, relations
from rmdesk.services.errors import UserError
from rmdesk.services.imports import Mode, OnDuplicate
from tests.support.branches import Branch
from tests.support.files_in import counts, identity, take, write_csv

ID = identity("110101", "19660815", 123)
AS_OF = date(2026, 3, 31)


@pytest.fixture
def people(branch: Branch) -> list[Customer]:
    """Two of nobody's and one of a manager; one is known by document and phone only."""
    first = branch.add("张晓敏", number="A1")
    second = branch.add("李明", owner=branch.people["manager"].staff_uid)
    branch.write(documents.add_document, second.uid, ID)
    branch.write(phones.add_phone, second.uid, "13900139000")
    return [first, second, branch.add("王芳", number="A3")]


def rows_of(branch: Branch, model: Any, *names: str) -> list[tuple[Any, ...]]:
    with branch.store.read() as session:
        columns = [getattr(model, name) for name in names]
        return [tuple(row) for row in session.execute(select(*columns).order_by(model.id))]


def test_whose_a_row_is(branch: Branch, people: list[Customer], tmp_path: Path) -> None:
    rows = [
        ["Customer No", "ID No", "Name", "Mobile", "Product", "Balance"],
        ["A1", "", "", "", "一年定期", "1,000"],
        ["", ID, "", "", "稳健理财 90 天", "2000.5"],
        ["", "", "李明", "139 0013 9000", "沪深基金", "3万"],
        ["A9", "", "", "", "一年定期", "1"],
        ["", "", "张晓敏", "", "一年定期", "1"],
        ["A1", "", "", "", "一年定期", "看不清"],
    ]
    report = take(branch, write_csv(tmp_path / "h.tsv", rows, delimiter="\t"), "holdings")
    assert counts(report) == (3, 0, 0, 3, 1)
    assert [one.problems[0].code for one in sorted(report.rejected_rows, key=lambda one: one.row)] == [
        "import.no_customer",
        "import.no_customer",
        "amount.not_an_amount",
    ]
    found = rows_of(branch, Holding, "customer_id", "kind", "amount_fen", "source")
    assert found == [
        (people[0].id, "time_deposit", 1000_00, "h.tsv"),
        (people[1].id, "wealth", 2000_50, "h.tsv"),
        (people[1].id, "fund", 30_000_00, "h.tsv"),
    ]
    branch.act("manager")
    theirs = take(branch, write_csv(tmp_path / "t.csv", [rows[0], rows[1], rows[2]]), "holdings")
    assert counts(theirs) == (0, 0, 1, 1, 1)
    with branch.store.read() as session:
        assert session.get_one(CustomerFact, people[1].id).holdings_fen == 32_000_50
    assert branch.is_sound()


def test_complete_list_of_holdings(branch: Branch, people: list[Customer], tmp_path: Path) -> None:
    """Equal rows are as many deposits; what the list lacks is closed, also of those who are not in it."""
    gone = {"kind": "fund", "amount_fen": 5_00, "product": "旧基金"}
    branch.write(holdings.add_holding, people[0].uid, gone)
    branch.write(holdings.add_holding, people[2].uid, gone | {"account": "8888"})
    branch.write(holdings.add_holding, people[2].uid, gone | {"bank": "建设银行"})
    branch.write(holdings.add_holding, people[1].uid, {"kind": "loan", "amount_fen": 100, "account": "6666"})
    deposit = ["A1", "定期存款", "整存整取", "本行", "10000", "", "2026-01-05", "2027-01-05"]
    rows = [
        ["客户号", "产品类别", "产品名称", "所在银行", "金额", "账号", "起息日", "到期日"],
        deposit,
        deposit,
        ["A1", "定期存款", "整存整取", "本行", "20000", "", "2026-01-05", "2027-01-05"],
    ]
    rows.append(["A9", "", "", "", "1", "7777", "", ""])
    path = write_csv(tmp_path / "h.csv", rows)
    report = take(branch, path, "holdings", mode=Mode.COMPLETE, as_of=AS_OF)
    assert counts(report) == (3, 0, 0, 1, 1)
    assert report.closed == 3
    found = rows_of(branch, Holding, "product", "bank", "amount_fen", "count", "closed_on")
    assert found == [
        ("旧基金", "", 5_00, 1, AS_OF),
        ("旧基金", "", 5_00, 1, AS_OF),
        ("旧基金", "建设银行", 5_00, 1, None),
        ("", "", 100, 1, AS_OF),
        ("整存整取", "", 10_000_00, 2, None),
        ("整存整取", "", 20_000_00, 1, None),
    ]
    again = take(branch, path, "holdings", mode=Mode.COMPLETE, as_of=AS_OF)
    assert (counts(again), again.closed, again.id) == ((0, 0, 3, 1, 1), 0, None)
    fewer = write_csv(tmp_path / "h.csv", [rows[0], deposit, [*deposit[:4], "25000", *deposit[5:]]])
    changed = take(branch, fewer, "holdings", mode=Mode.COMPLETE, as_of=AS_OF)
    assert counts(changed) == (0, 2, 0, 0, 1)
    assert rows_of(branch, Holding, "amount_fen", "count")[-2:] == [(10_000_00, 1), (25_000_00, 1)]
    branch.write(imports.undo, changed.id)
    branch.write(imports.undo, report.id)
    assert [one for (one,) in rows_of(branch, Holding, "closed_on")] == [None] * 4
    with pytest.raises(UserError, match=r"import\.date_needed"):
        take(branch, path, "holdings", mode=Mode.COMPLETE)


def test_addition_updates_by_account(branch: Branch, people: list[Customer], tmp_path: Path) -> None:
    held = {"kind": "wealth", "amount_fen": 100_00, "account": "8888"}
    branch.write(holdings.add_holding, people[0].uid, held)
    rows = [
        ["客户号", "合同号", "余额", "收益率"],
        ["A1", "8888", "250", "2.35%"],
        ["A1", "8888", "250", "2.35%"],
    ]
    path = write_csv(tmp_path / "h.csv", rows)
    assert counts(take(branch, path, "holdings")) == (0, 1, 1, 0, 1)
    assert rows_of(branch, Holding, "amount_fen", "rate") == [(100_00, 23_500)]
    assert counts(take(branch, path, "holdings", rule=OnDuplicate.FILE)) == (0, 1, 1, 0, 1)
    assert rows_of(branch, Holding, "amount_fen", "rate") == [(250_00, 23_500)]


def test_figures_by_month(branch: Branch, people: list[Customer], tmp_path: Path) -> None:
    branch.write(figures.add_figure, people[0].uid, 1_00, "2026-01-31")
    rows = [["客户资产月日均表（单位：万元）"], ["客户编号", "姓名", "2026年1月", "2026-02", "Mar-26"]]
    rows += [["A1", "张晓敏", "0.5", "60", "-"], ["A3", "王芳", "1.5", "", "—"], ["A3", "王芳", "-", "", ""]]
    path = write_csv(tmp_path / "b.csv", rows, encoding="utf-8-sig")
    report = take(branch, path, "balances")
    assert counts(report) == (1, 1, 0, 1, 2)
    assert set(rows_of(branch, AumFigure, "customer_id", "basis", "as_of", "amount_fen")) == {
        (people[0].id, "month_average", date(2026, 1, 31), 1_00),
        (people[0].id, "month_average", date(2026, 2, 28), 600_000_00),
        (people[2].id, "month_average", date(2026, 1, 31), 15_000_00),
    }
    with branch.store.read() as session:
        assert session.get_one(CustomerFact, people[0].id).aum_fen == 600_000_00
        assert session.get_one(Customer, people[0].id).tier_id is not None
    assert counts(take(branch, path, "balances")) == (0, 0, 2, 1, 2)
    assert counts(take(branch, path, "balances", rule=OnDuplicate.FILE)) == (0, 1, 1, 1, 2)
    assert branch.is_sound()


def test_figures_row_by_row(branch: Branch, people: list[Customer], tmp_path: Path) -> None:
    rows = [
        ["客户号", "月份", "时点余额"],
        ["A1", "2026年1月", "5"],
        ["A1", "2026-02-10", "6"],
        ["A1", "2026-02-10", "6"],
    ]
    report = take(branch, write_csv(tmp_path / "b.csv", rows), "balances")
    assert counts(report) == (2, 0, 1, 0, 1)
    assert rows_of(branch, AumFigure, "basis", "as_of", "amount_fen") == [
        ("point", date(2026, 1, 31), 5_00),
        ("point", date(2026, 2, 10), 6_00),
    ]
    undated = write_csv(tmp_path / "u.csv", [["客户号", "余额"], ["A1", "7"]])
    refused = take(branch, undated, "balances")
    assert refused.rejected_rows[0].problems[0].code == "import.date_needed"
    assert counts(take(branch, undated, "balances", as_of=AS_OF)) == (1, 0, 0, 0, 1)
    titled = write_csv(tmp_path / "t.csv", [["截至2026年6月30日"], ["客户号", "余额"], ["A1", "8"]])
    take(branch, titled, "balances")
    assert rows_of(branch, AumFigure, "as_of")[-1] == (date(2026, 6, 30),)


def test_relations(branch: Branch, people: list[Customer], tmp_path: Path) -> None:
    rows = [
        ["客户号", "与客户关系", "关系人客户号", "关系人姓名", "企业名称", "备注"],
        ["A1", "女儿", "A3", "王芳", "", "读大学"],
        ["A3", "母亲", "A1", "张晓敏", "", ""],
        ["A1", "丈夫", "", "赵六", "", ""],
        ["A1", "法定代表人", "", "", "滨江软件", ""],
        ["A1", "女儿", "A1", "", "", ""],
        ["A1", "邻居", "", "周某", "", ""],
        ["A1", "朋友", "", "", "", ""],
    ]
    path = write_csv(tmp_path / "r.csv", rows)
    report = take(branch, path, "relations")
    assert counts(report) == (3, 0, 1, 3, 1)
    assert rows_of(branch, Relation, "customer_id", "kind", "other_id", "other_name", "note") == [
        (people[0].id, "child", people[2].id, None, "读大学"),
        (people[0].id, "spouse", None, "赵六", None),
        (people[0].id, "legal_representative_of", None, None, None),
    ]
    assert counts(take(branch, path, "relations")) == (0, 0, 4, 3, 1)
    listed = branch.read(relations.relations_of, people[2])
    assert [(one.kind, one.name) for one in listed] == [("parent", "张晓敏")]
    branch.write(imports.undo, report.id)
    assert rows_of(branch, Relation, "id") == []


def test_days(branch: Branch, people: list[Customer], tmp_path: Path) -> None:
    rows = [
        ["客户号", "类型", "日期", "对象"],
        ["A1", "结婚纪念日", "5月20日", ""],
        ["A1", "子女生日", "农历八月十五", "女儿"],
        ["A1", "高考", "2026年6月7日", "女儿"],
        ["A1", "高考", "13月45日", "女儿"],
    ]
    path = write_csv(tmp_path / "d.csv", rows)
    report = take(branch, path, "dates")
    assert counts(report) == (3, 0, 0, 1, 1)
    listed = branch.read(dates.list_dates, people[0].id)
    assert [(one.kind, one.month, one.day, one.is_lunar) for one in listed] == [
        ("wedding", 5, 20, False),
        ("exam", 6, 7, False),
        ("family_birthday", 8, 15, True),
    ]
    assert counts(take(branch, path, "dates")) == (0, 0, 3, 1, 1)
    assert len(rows_of(branch, ImportantDate, "id")) == 3
    unlisted = [["客户号", "类型", "日期"], ["A1", "开户纪念", "2月6日"], ["A1", "岳母农历生日", "三月初八"]]
    assert counts(take(branch, write_csv(tmp_path / "more.csv", unlisted), "dates")) == (2, 0, 0, 0, 1)
    kept = {(one.kind, one.note) for one in branch.read(dates.list_dates, people[0].id)}
    assert {("other", "开户纪念"), ("family_birthday", None)} <= kept


def test_contacts(branch: Branch, people: list[Customer], tmp_path: Path) -> None:
    rows = [
        ["客户号", "联系日期", "联系方式", "内容", "客户经理", "结果"],
        ["A1", "2026-03-01", "微信", "问到期续存", "林晓雯", "已回复"],
        ["A1", "2026-03-02", "上门", "", "", ""],
        ["A3", "2026/3/5", "电话", "=1+1", "外人", "未接通"],
        ["A3", "2026/3/6", "电话", "再打", "", "已接通"],
    ]
    path = write_csv(tmp_path / "c.csv", rows, encoding="gb18030")
    report = take(branch, path, "interactions")
    assert counts(report) == (3, 0, 0, 1, 1)
    assert report.managers == {"外人": 1}
    assert rows_of(branch, Interaction, "staff_id", "held_on", "channel", "content", "result") == [
        (branch.people["manager"].staff_id, date(2026, 3, 1), "wechat", "问到期续存", "replied"),
        (branch.people["head"].staff_id, date(2026, 3, 5), "call", "=1+1", "no_answer"),
        (branch.people["head"].staff_id, date(2026, 3, 6), "call", "再打", "reached"),
    ]
    with branch.store.read() as session:
        assert session.get_one(CustomerFact, people[0].id).last_contact_on == date(2026, 3, 1)
    assert counts(take(branch, path, "interactions")) == (0, 0, 3, 1, 1)


def test_times_of_contacts(branch: Branch, people: list[Customer], tmp_path: Path) -> None:
    said = {"14:05": 845, "8:00:00": 480, "下午3点": 900, "15时20分": 920, "0930": 570, "３点半": 930}
    rows = [["客户号", "联系日期", "时刻", "时长", "内容"]]
    rows += [["A1", "2026-03-01", at, "30分钟", at] for at in (*said, "午饭后")]
    report = take(branch, write_csv(tmp_path / "t.csv", rows), "interactions")
    assert (counts(report), report.warned) == ((7, 0, 0, 0, 1), 1)
    found = {
        row[0]: row[1:] for row in rows_of(branch, Interaction, "content", "at_minute", "duration_minutes")
    }
    assert found == {at: (minute, 30) for at, minute in said.items()} | {"午饭后": (None, 30)}
