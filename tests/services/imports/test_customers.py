"""Customers from files: every row ends in one way, again is unchanged, undone is as before."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from rmdesk import words
from rmdesk.models import (
    AumFigure,
    Customer,
    CustomerFact,
    CustomerPhone,
    IdentityDocument,
    Organisation,
    Tier,
    TierChange,
)
from rmdesk.services import imports, search
from rmdesk.services.errors import Cancelled, NotAllowed, UserError
from rmdesk.services.imports import OnDuplicate
from tests.support.branches import Branch
from tests.support.files_in import counts, identity, take, write_csv

HEADING = [
    "客户编号",
    "户名",
    "证件类型",
    "身份证号",
    "生日",
    "移动电话",
    "单位",
    "AUM月日均(万元)",
    "管户经理",
    "备注",
]
ZHANG = identity("110101", "19660815", 123)
LI = identity("330106", "19801109", 246)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """GB18030, semicolons; titles, blank rows, a row twice, rows to reject, a total, a signature."""
    rows = [
        ["滨江支行客户清单"],
        ["数据日期：2026年3月31日"],
        [],
        HEADING,
        ["A1", "张晓敏", "身份证", ZHANG, "", "+86 138-0013-8000", "滨江软件", "60", "林晓雯", "=1+1"],
        ["A1", "张晓敏", "身份证", ZHANG, "", "+86 138-0013-8000", "滨江软件", "60", "林晓雯", "=1+1"],
        [
            "A2",
            "李明",
            "身份证",
            LI,
            "1980年11月9日",
            "13900139000、13700137000",
            "滨江软件",
            "待核",
            "钱经理",
            "",
        ],
        ["", "", "", "", "", "", "", "", "", ""],
        ["A3", "王五", "身份证", LI[:-1] + ("0" if LI[-1] != "0" else "1"), "", "", "", "", "", ""],
        ["A4", "", "身份证", "", "", "13600136000", "", "", "", ""],
        ["A5", "丽萨", "护照", "E12345678", "农历八月十五", "", "", "1.2亿元", "钱经理", ""],
        ["合计", "5户"],
        ["制表：系统管理员"],
    ]
    return write_csv(tmp_path / "清单.csv", rows, encoding="gb18030", delimiter=";")


def customer(branch: Branch, number: str) -> Customer:
    with branch.store.read() as session:
        return session.scalars(select(Customer).where(Customer.number == number)).one()


def state(branch: Branch) -> list[int]:
    with branch.store.read() as session:
        tables = (Customer, CustomerPhone, IdentityDocument, AumFigure, Organisation, TierChange)
        return [session.scalar(select(func.count()).select_from(one)) or 0 for one in tables]


def test_every_row_ends_in_one_way(branch: Branch, file: Path) -> None:
    report = take(branch, file)
    assert counts(report) == (3, 0, 1, 2, 5)
    assert report.file_rows == 11
    assert report.warned == 1
    assert [(one.row, one.no, one.problems[0].code) for one in report.rejected_rows] == [
        (9, "A3", "document.wrong_check_digit"),
        (10, "A4", "import.missing"),
    ]
    assert [(one.row, one.problems[0].field, one.problems[0].value) for one in report.warned_rows] == [
        (7, "aum_average", "待核")
    ]
    assert report.managers == {"钱经理": 2}
    zhang = customer(branch, "A1")
    assert (zhang.name, zhang.gender, zhang.birth_year, zhang.notes) == ("张晓敏", "male", 1966, "=1+1")
    assert zhang.owner_id == branch.people["manager"].staff_id
    assert zhang.known_since == date.today()  # nothing was due before
    li, lisa = customer(branch, "A2"), customer(branch, "A5")
    assert (li.owner_id, li.owner_text) == (None, "钱经理")
    assert (lisa.birth_is_lunar, lisa.birth_month, lisa.birth_day, lisa.gender) == (True, 8, 15, None)
    with branch.store.read() as session:
        figures = session.execute(select(AumFigure.basis, AumFigure.as_of, AumFigure.amount_fen)).all()
        assert sorted(map(str, figures)) == sorted(
            f"('month_average', datetime.date(2026, 3, 31), {fen})" for fen in (60_0000_00, 1_2000_0000_00)
        )
        assert search.find(session, "lm") == [li.id]
        assert search.find(session, "13700137000") == [li.id]
    assert zhang.tier_id is not None
    with branch.store.read() as session:
        assert session.get_one(CustomerFact, zhang.id).aum_fen == 60_0000_00
    assert branch.is_sound()


def test_an_import_is_complete_only_when_what_follows_is_done(branch: Branch, tmp_path: Path) -> None:
    rows = [["客户编号", "户名"], *([f"C{number}", f"张{number}"] for number in range(2500))]
    file = write_csv(tmp_path / "客户.csv", rows)
    told: list[float] = []
    facts_at: list[float] = []

    def tell(done: int, total: int) -> None:
        told.append(done / max(total, 1))
        assert 2000 < total < 3000 or not total, "the rows of a text are estimated until all are read"

    def look(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("INSERT INTO customer_fact"):
            facts_at.append(told[-1])

    with imports.Feed(file) as feed:
        request = branch.read(imports.propose, imports.BY_NAME["customers"], feed.found).request
        with branch.store.write() as session:
            event.listen(session.connection(), "before_cursor_execute", look)
            imports.run(session, request, tell, feed=feed)
    assert told == sorted(told)
    assert told[-1] == 1
    assert 0.5 < facts_at[0] < 1


def test_again_is_unchanged_and_undone_is_as_before(branch: Branch, file: Path) -> None:
    branch.add("张三", number="Z9")
    before = state(branch)
    report = take(branch, file)
    assert report.id == branch.newest().number
    assert branch.newest().detail["imported"] == 3
    again = take(branch, file)
    assert counts(again) == (0, 0, 4, 2, 5)
    assert again.id is None
    assert branch.newest().number == report.id
    assert branch.write(imports.undo, report.id) > 0
    assert state(branch) == before
    assert branch.read(search.find, "张晓敏") == []
    assert branch.is_sound()
    assert counts(take(branch, file)) == (3, 0, 1, 2, 5)


def test_the_index_knows_them_as_if_it_were_made_anew(branch: Branch, file: Path) -> None:
    branch.add("李明明", number="A2")  # one who is updated by the way
    take(branch, file)
    asked = (
        "滨江",
        "zhangxiaomin",
        "zxm",
        "金卡",
        "私行",
        "8000",
        "A5",
        "E12345678",
        "ls",
        "李",
        "13700137000",
    )
    found = [branch.read(search.find, one) for one in asked]
    assert all(found)
    branch.act("manager")
    own = branch.read(search.find, "张")
    branch.act("head")
    branch.write(search.rebuild)
    assert [branch.read(search.find, one) for one in asked] == found
    branch.act("manager")
    assert branch.read(search.find, "张") == own == [customer(branch, "A1").id]


def test_preview_keeps_nothing_and_counts_as_the_import(branch: Branch, file: Path) -> None:
    before, head = state(branch), branch.store.head()
    preview = take(branch, file, keep=False)
    assert (state(branch), branch.store.head()) == (before, head)
    assert preview.shown[0].values["birthday"] == "15 Aug 1966"
    assert [(one.field, one.basis, one.as_of, one.amount_fen) for one in preview.shown[0].figures] == [
        ("aum_average", "month_average", date(2026, 3, 31), 60_000_000)
    ]
    report = take(branch, file)
    assert counts(preview) == counts(report)
    assert preview.kinds == report.kinds


def test_cancelled_keeps_nothing(branch: Branch, file: Path) -> None:
    before, head = state(branch), branch.store.head()

    def cancel(_done: int, _total: int) -> None:
        raise Cancelled

    def work() -> None:
        with imports.Feed(file) as feed:
            with branch.store.read() as session:
                request = imports.propose(session, imports.BY_NAME["customers"], feed.found).request
            branch.write(imports.run, request, cancel, feed=feed)

    with pytest.raises(Cancelled):
        work()
    assert (state(branch), branch.store.head()) == (before, head)


@pytest.mark.parametrize(
    ("rule", "occupation", "phones", "outcome"),
    [
        (OnDuplicate.FILL, "医生", ["13800138000"], "updated"),
        (OnDuplicate.FILE, "教师", ["13800138000", "13900139000"], "updated"),
        (OnDuplicate.ARCHIVE, "医生", ["13800138000"], "unchanged"),
        (OnDuplicate.NEWEST, "医生", ["13800138000", "13900139000"], "updated"),
    ],
)
def test_rules(
    branch: Branch, tmp_path: Path, rule: OnDuplicate, occupation: str, phones: list[str], outcome: str
) -> None:
    first = write_csv(
        tmp_path / "1.csv", [["No", "Name", "Occupation", "Phone"], ["A1", "Zoe", "医生", "13800138000"]]
    )
    take(branch, first)
    rows = [["NO.", "Full Name", "Job", "Mobile", "Interests"], ["A1", "Zoe", "教师", "13900139000", "书法"]]
    second = write_csv(tmp_path / "2.csv", rows, encoding="utf-16")
    os.utime(second, (1_700_000_000, 1_700_000_000))  # older than what the archive was told today
    report = take(branch, second, rule=rule)
    assert [one.value for one, count in report.counts.items() if count] == ["skipped", outcome]
    with branch.store.read() as session:
        found = session.scalars(select(Customer)).one()
        listed = session.scalars(select(CustomerPhone.number).order_by(CustomerPhone.position)).all()
    assert (found.occupation, list(listed)) == (occupation, phones)
    assert found.interests == (None if rule is OnDuplicate.ARCHIVE else "书法")


def test_who_is_there_already(branch: Branch, tmp_path: Path) -> None:
    """By number, document, phone with name; documents tell two people of one name and phone apart."""
    rows = [
        ["客户号", "姓名", "证件号码", "手机"],
        ["A1", "王芳", ZHANG, "13800138000"],
        ["", "王芳", ZHANG, ""],
        ["", "王芳", "", "13800138000"],
        ["", "王芳", LI, "13800138000"],
        ["", "王芳", "", "13800138000"],
    ]
    report = take(branch, write_csv(tmp_path / "一.csv", rows))
    assert counts(report) == (2, 0, 3, 0, 1)
    again = take(branch, write_csv(tmp_path / "二.csv", rows))
    assert [one.problems[0].code for one in again.rejected_rows] == ["import.several_customers"] * 2
    assert counts(again) == (0, 0, 3, 2, 1)


def test_managers_import_their_own(branch: Branch, tmp_path: Path) -> None:
    branch.add("陈家", number="B1", owner=branch.people["colleague"].staff_uid)
    rows = [
        ["客户号", "姓名", "客户经理", "职业"],
        ["B1", "陈家", "", "医生"],
        ["B2", "新客", "", "医生"],
        ["B3", "别家", "陈立", "医生"],
    ]
    branch.act("manager")
    report = take(branch, write_csv(tmp_path / "一.csv", rows))
    assert counts(report) == (1, 0, 0, 2, 1)
    assert customer(branch, "B2").owner_id == branch.people["manager"].staff_id
    branch.write(imports.undo, report.id)
    branch.act("teller")
    with pytest.raises(NotAllowed):
        take(branch, write_csv(tmp_path / "二.csv", rows))


def test_secrets_are_not_taken(branch: Branch, tmp_path: Path) -> None:
    rows = [["姓名", "手机", "查询密码", "备注"], ["王芳", "13800138000", "123456", "取款密码是 654321"]]
    path = write_csv(tmp_path / "一.csv", rows)
    report = take(branch, path)
    assert report.columns["查询密码"] is None
    assert report.warned_rows[0].problems[0].value == "…"
    with branch.store.read() as session:
        assert session.scalars(select(Customer.notes)).one() is None
    request = imports.Request(path, imports.BY_NAME["customers"], {"姓名": "name", "查询密码": "notes"})
    with pytest.raises(UserError) as refused:
        branch.write(imports.run, request)
    assert refused.value.code == "import.secret_column"


def test_undo_says_what_was_changed_since(branch: Branch, file: Path) -> None:
    report = take(branch, file)
    branch.edit(customer(branch, "A2"), occupation="医生")
    with pytest.raises(UserError) as refused:
        branch.write(imports.undo, report.id)
    changed = branch.read(imports.name_rows, refused.value.params["rows"])
    assert [(one.number, one.name) for one in changed] == [("A2", "李明")]
    assert customer(branch, "A1").name == "张晓敏"
    with pytest.raises(UserError, match=r"import\.unknown_import"):
        branch.write(imports.undo, 1)


def test_a_figure_of_the_day_and_one_of_the_month(branch: Branch, tmp_path: Path) -> None:
    """Both columns become figures; the tier follows from that of its basis."""
    rows = [
        ["截至2026-05-31"],
        ["客户号", "姓名", "时点AUM（万元）", "月日均AUM（万元）"],
        ["F1", "甲一", "700", "60"],
        ["F2", "乙二", "", "300"],
    ]
    path = write_csv(tmp_path / "two.csv", rows)
    assert counts(take(branch, path)) == (2, 0, 0, 0, 2)
    with branch.store.read() as session:
        found = select(Customer.number, AumFigure.basis, AumFigure.as_of, AumFigure.amount_fen)
        figures = session.execute(found.join(AumFigure).order_by(AumFigure.id)).all()
        tiers = session.execute(select(Customer.number, Tier.name).join(Tier).order_by(Customer.id)).all()
    day = date(2026, 5, 31)
    assert [tuple(one) for one in figures] == [
        ("F1", "point", day, 700_0000_00),
        ("F1", "month_average", day, 60_0000_00),
        ("F2", "month_average", day, 300_0000_00),
    ]
    assert [tuple(one) for one in tiers] == [("F1", "金卡"), ("F2", "白金")]
    assert counts(take(branch, path)) == (0, 0, 2, 0, 2)
    assert branch.is_sound()


def test_the_newest_of_many_is_asked_for_at_once(branch: Branch, tmp_path: Path) -> None:
    """A file of later is newer than what the archive was told today, one of earlier older."""
    rows = [["客户号", "姓名", "职业", "职务"], *([f"N{one}", "丙", "医生", "主任"] for one in range(40))]
    take(branch, write_csv(tmp_path / "1.csv", rows))
    other = [rows[0], *([one[0], "丙", "教师", "院长"] for one in rows[1:])]
    for name, file_on, occupation in (("2", date(2020, 1, 1), "医生"), ("3", date(2100, 1, 1), "教师")):
        path = write_csv(tmp_path / f"{name}.csv", other)
        asked: list[str] = []
        with branch.store.write() as session:
            event.listen(
                session.connection(), "before_cursor_execute", lambda *one, asked=asked: asked.append(one[2])
            )
            with imports.Feed(path) as feed:
                request = imports.propose(session, imports.BY_NAME["customers"], feed.found).with_choices(
                    rule=OnDuplicate.NEWEST
                )
                feed.found = replace(feed.found, file_on=file_on)
                imports.run(session, request, feed=feed)
        with branch.store.read() as session:
            assert set(session.scalars(select(Customer.occupation))) == {occupation}
        assert sum("FROM change_record" in one and one.startswith("SELECT") for one in asked) == 1


def test_it_is_told_what_updated_rows_bring(branch: Branch, tmp_path: Path) -> None:
    first = [["客户号", "姓名", "职业"], ["F1", "王芳", "教师"], ["F2", "李强", ""]]
    take(branch, write_csv(tmp_path / "first.csv", first))
    more = [
        ["客户号", "姓名", "职业", "手机", "工作单位"],
        ["F1", "王芳", "教师", "13800138000", ""],
        ["F2", "李强", "医生", "13900139000", "滨江软件"],
        ["F3", "赵敏", "医生", "13700137000", ""],
    ]
    report = take(branch, write_csv(tmp_path / "more.csv", more))
    assert report.changed == {"phones": 2, "occupation": 1, "employer": 1}
    assert report.as_json()["updated_fields"] == {"phones": 2, "occupation": 1, "employer": 1}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_rows_to_correct_are_of_the_same_day_and_managers(
    branch: Branch, file: Path, tmp_path: Path, language: str
) -> None:
    before = words.language()
    words.use(language)
    try:
        with imports.Feed(file) as feed:
            request = branch.read(imports.propose, imports.BY_NAME["customers"], feed.found).with_choices(
                managers={"钱经理": branch.people["manager"].staff_uid}, basis="month_average"
            )
            branch.write(imports.remember, feed.found, request)
        report = branch.write(imports.run, request)
        imports.write_rejects(tmp_path / "to correct.xlsx", request, report)
        os.utime(tmp_path / "to correct.xlsx", (0, 0))
        with imports.Feed(tmp_path / "to correct.xlsx") as feed:
            found = feed.found
            again = branch.read(imports.propose, imports.BY_NAME["customers"], found).request
    finally:
        words.use(before)
    assert (found.file_on, found.is_dated, found.basis) == (date(2026, 3, 31), True, "month_average")
    assert again.choices.managers == request.choices.managers
    assert set(again.columns.values()) == {*request.columns.values(), None}  # the reasons
