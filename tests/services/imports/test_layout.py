"""Where a table lies among the rows of a sheet."""

from __future__ import annotations

from typing import Any

import pytest

from rmdesk.services.imports.layout import Layout, find_layout

BODY = ["C1", "王芳", "女", "11010519491231002X", "13800000000"]
HEADING = ["客户号", "姓名", "性别", "证件号码", "手机号码"]


def _kinds(*rows: list[Any], heading: int | None = None) -> tuple[Layout, str]:
    """The layout, and one letter for each row: Blank, tItle, Heading, Body, tOtal, Signature."""
    letters = {"BLANK": ".", "TITLE": "t", "HEADING": "H", "BODY": "b", "TOTAL": "s", "SIGNATURE": "z"}
    numbered = list(enumerate(rows, 1))
    layout = find_layout(numbered[:200], heading=heading)
    return layout, "".join(letters[layout.kind_of_row(*row).name] for row in numbered)


def _headings(layout: Layout) -> list[str]:
    return [one.heading for one in layout.columns]


def test_titles_totals_and_signatures():
    layout, kinds = _kinds(
        ["东街支行客户清单"],
        ["导出时间：2026-11-20", "", "机构：0871"],
        [],
        HEADING,
        BODY,
        [],
        ["C2", "李雷"],
        BODY,
        ["小 计", "", "", "2户"],
        BODY,
        ["本页合计：2户"],
        HEADING,
        BODY,
        ["", "", "", "总　计", "3"],
        ["制表人：赵敏", "", "复核：", "", "打印日期：2026-11-20"],
        ["注：本表仅供内部使用"],
        ["第 1 页 共 3 页"],
    )
    assert kinds == "tt.Hb.bbsbsHbszzz"
    assert layout.titles == ("东街支行客户清单", "导出时间:2026-11-20 机构:0871")
    assert (layout.heading_rows, layout.first_body_row) == ((4,), 5)
    assert _headings(layout) == HEADING


def test_headings_of_two_rows():
    layout, kinds = _kinds(
        ["信息表"] * 5,
        ["客户信息", "客户信息", "客户信息", "联系方式", "联系方式"],
        ["客户号", "姓名", "证件号码", "手机", "地址"],
        ["C1", "王芳", "11010519491231002X", "13800000000", "某路1号"],
    )
    assert kinds == "tHHb"
    assert _headings(layout)[:3] == ["客户号", "姓名", "证件号码"]
    layout, kinds = _kinds(
        ["客户号", "姓名", "本人", "", "配偶", ""],
        ["", "", "手机", "生日", "手机", "生日"],
        ["C1", "王芳", "13800000000", "1984-06-03", "13900000000", "1985-01-02"],
        ["C2", "李雷", "13800000001", "1984-06-04", "", ""],
    )
    assert kinds == "HHbb"
    assert _headings(layout) == ["客户号", "姓名", "本人 手机", "本人 生日", "配偶 手机", "配偶 生日"]
    layout, kinds = _kinds(
        ["客户号", "2026年1月", "2026年1月", "2026年2月", "2026年2月"],
        ["客户号", "时点", "日均", "时点", "日均"],
        ["C1", 1.0, 2.0, 3.0, 4.0],
        ["C2", 1.0, 2.0, 3.0, 4.0],
    )
    assert kinds == "HHbb"
    assert _headings(layout)[0:3] == ["客户号", "2026年1月 时点", "2026年1月 日均"]


def test_wide_tables():
    _layout, kinds = _kinds(
        ["客户号", "姓名", "202601", "202602", "202603"],
        ["C1", "王芳", 1.0, 2.0, 3.0],
        ["C2", "李雷", 1.0, 2.0, 3.0],
    )
    assert kinds == "Hbb"


def test_english_and_narrow_tables():
    _layout, kinds = _kinds(["Name", "Phone"], ["Ann", "13800000000"], ["Bob", "13900000000"])
    assert kinds == "Hbb"
    _layout, kinds = _kinds(["客户号"], ["C00000001"], ["C00000002"])
    assert kinds == "Hbb"
    _layout, kinds = _kinds(["姓名", "职业"], ["王芳", "护士"], ["李雷", "教师"], ["合计", "2户"])
    assert kinds == "Hbbs"
    wide = ["Name", "Phone", "Gender", "Email", "Address"]
    _layout, kinds = _kinds(
        wide,
        ["Totò", "13800000000", "M", "", "Rome"],
        ["Prem", "13900000000", "M", "a@b.cn", "Pune"],
        ["Grand total", "2", "", "1", "2"],
    )
    assert kinds == "Hbbs"


def test_a_table_without_a_heading():
    layout, kinds = _kinds(*[[f"C{number}", *BODY[1:]] for number in range(8)])
    assert kinds == "b" * 8
    assert layout.heading_rows == ()
    assert _headings(layout) == [""] * 5


def test_a_person_says_where_the_heading_is():
    rows = [["甲", "乙", "丙", "丁", "戊"], BODY, BODY]
    assert _kinds(*rows, heading=1)[1] == "Hbb"
    assert _kinds(*rows, heading=0)[1] == "bbb"
    assert _kinds(["x", "y"], *rows, heading=2)[1] == "tHbb"


@pytest.mark.parametrize(
    "row",
    [
        ["C2", "合计", "女", "11010519491231002X", "13800000000"],
        ["C2", "注册会计师", "女", "", ""],
        ["合伙人", "王芳", "女", "11010519491231002X", "13800000000"],
        ["总行营业部", "王芳", "女", "11010519491231002X", "13800000000"],
        ["C2"],
        ["", "王芳"],
        ["C2", "打印店老板"],
    ],
)
def test_rows_that_only_look_otherwise(row: list[str]):
    assert _kinds(HEADING, BODY, row, BODY)[1] == "Hbbb"


def test_secrets_are_told_by_their_heading():
    layout, _ = _kinds(["卡号", "交易密码", "CVV2", "余额"], ["622202", "123456", "123", "1.00"])
    assert [one.is_secret for one in layout.columns] == [False, True, True, False]


def test_nothing():
    layout, kinds = _kinds([], [""], [None])
    assert (layout.columns, kinds) == ((), "...")
