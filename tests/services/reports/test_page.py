"""The page frame and what stands on it: what is printed is what was given, on as many pages as it takes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

import pypdfium2
import pytest

from rmdesk import words
from rmdesk.services import reports
from rmdesk.services.errors import UserError
from rmdesk.services.reports import blocks, page
from rmdesk.services.reports.blocks import Block, Column, Fact, Table
from rmdesk.services.reports.charts import Chart, Series, Shape
from rmdesk.services.reports.sheet import Sheet

WHEN = datetime(2026, 9, 10, 8, 31)


def a_sheet(number: str = "", *, traced: bool = False, demonstration: bool = False) -> Sheet:
    return Sheet("滨江支行", "员工名单", "周建国", WHEN, number, traced=traced, demonstration=demonstration)


def texts(pdf: bytes) -> list[str]:
    """The text of each page, without the breaks between lines."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [re.sub(r"\s+", " ", one.get_textpage().get_text_range()) for one in document]
    finally:
        document.close()


def printed(story: Iterable[Block]) -> list[str]:
    return texts(page.build(a_sheet(), story).pdf)


def a_table(rows: Iterable[blocks.Row], empty: str = "没有客户。") -> Table:
    return Table([Column("行次", 1), Column("内容", 3)], rows, empty)


def test_frame_names_branch_title_person_number_and_pages() -> None:
    (only,) = texts(page.build(a_sheet("20260910-7F2A"), [blocks.Text("正文")]).pdf)
    for part in (
        "滨江支行",
        "员工名单",
        "周建国",
        "2026-09-10 08:31",
        "20260910-7F2A",
        "正文",
        "Page 1 of 1",
    ):
        assert part in only


def test_customers_pages_bear_who_printed_them_and_a_demonstration_says_so() -> None:
    plain = texts(page.build(a_sheet(), [blocks.Text("正文")]).pdf)[0]
    traced = texts(page.build(a_sheet(traced=True), [blocks.Text("正文")]).pdf)[0]
    shown = texts(page.build(a_sheet(traced=True, demonstration=True), [blocks.Text("正文")]).pdf)[0]
    assert plain.count("周建国") == 1
    assert traced.count("周建国 2026-09-10") > 4
    assert shown.count("Demonstration") > 4
    assert shown.count("周建国") == 1


def test_the_document_says_what_it_is_and_in_which_language() -> None:
    words.use("zh_CN")
    pdf = page.build(a_sheet(), [blocks.Text("正文")]).pdf
    document = pypdfium2.PdfDocument(pdf)
    assert document.get_metadata_dict()["Title"] == "员工名单"
    document.close()
    assert b"zh-CN" in pdf


def test_a_chart_stands_under_its_heading() -> None:
    chart = Chart(Shape.LINES, ("标甲", "标乙"), (Series("", (1.0, 2.0)),), height=40)
    for rows in range(24, 34):
        above = a_table([f"第{number}行", "值"] for number in range(rows))
        found = printed([above, blocks.Heading("资产走势", over=40), chart])
        [page] = [text for text in found if "资产走势" in text]
        assert "标甲" in page


def test_long_table_breaks_and_repeats_its_heading() -> None:
    found = printed([a_table([f"第{number}行", "值"] for number in range(200))])
    assert len(found) > 3
    assert all("行次" in text for text in found)
    assert [text for number in range(200) for text in found if f"第{number}行" in text]
    assert all(f"Page {number} of {len(found)}" in text for number, text in enumerate(found, start=1))


def test_ten_thousand_rows_stand_once_each_and_in_order() -> None:
    told: list[tuple[int, int]] = []
    rows = ([f"{number:05}#", "张三"] for number in range(10_000))
    made = page.build(a_sheet(), [a_table(rows)], progress=lambda done, total: told.append((done, total)))
    found = texts(made.pdf)
    assert made.count == len(found)
    numbers = [int(one) for text in found for one in re.findall(r"(\d{5})#", text)]
    assert numbers == list(range(10_000))
    assert told[-1] == (1, 1)
    assert len(told) > 10
    assert all(done <= total for done, total in told)


@pytest.mark.parametrize(
    "value", ["<b>粗</b>", "A&B", "<img src='file:///etc/hosts'>", "</para>", "&lt;", "<a href='x'>"]
)
def test_markup_in_a_value_is_printed_as_text(value: str) -> None:
    story = [blocks.Title(value), blocks.Facts([Fact("名称", value)]), a_table([["1", value]])]
    (only,) = printed(story)
    assert only.count(value) == 3


def test_an_empty_table_says_so_under_its_heading() -> None:
    (only,) = printed([a_table([])])
    assert "行次" in only
    assert "没有客户。" in only


def test_a_name_longer_than_the_line_is_broken_not_lost() -> None:
    story = [blocks.Title("王" * 200), blocks.Facts([Fact("姓名", "李" * 200)]), a_table([["张" * 200, ""]])]
    (only,) = printed(story)
    assert (only.count("王"), only.count("李"), only.count("张")) == (200, 200, 200)


def test_a_row_higher_than_a_page_goes_on_on_the_next() -> None:
    found = printed([a_table([["1", "字" * 6000], ["2", "末行"]])])
    assert sum(text.count("字") for text in found) == 6000
    assert "末行" in found[-1]
    assert len(found) > 1


def test_long_values_of_facts_go_on_on_the_next_page() -> None:
    found = printed([blocks.Facts([Fact("备注", "长" * 9000, wide=True), Fact("末项", "完")])])
    assert sum(text.count("长") for text in found) == 9000
    assert "完" in found[-1]


def test_the_last_row_does_not_stand_alone_on_a_page() -> None:
    for count in range(30, 60):
        found = printed([a_table([f"第{number}行", "值"] for number in range(count))])
        if len(found) > 1:
            assert found[-1].count("值") >= 2, count


def test_a_heading_does_not_stand_alone_at_the_foot_of_a_page() -> None:
    for lines in range(38, 52):
        story: list[Block] = [blocks.Text("行\n" * lines), blocks.Heading("小标题"), a_table([["1", "首行"]])]
        found = printed(story)
        assert ["小标题" in text for text in found] == ["首行" in text for text in found]


def test_a_section_stands_with_its_first_row_and_a_total_is_told() -> None:
    for lines in range(30, 46):
        rows: list[blocks.Row] = [["·", "x"] for _ in range(lines)]
        rows += [blocks.Section("上午", "2 项"), ["甲", "首行"], blocks.Total(["合计", "42"])]
        found = printed([a_table(rows)])
        assert ["上午" in text for text in found] == ["首行" in text for text in found]
        assert "合计" in found[-1]


def test_plan_and_completion_stand_under_their_group() -> None:
    table = Table(
        [Column("时间", 1), Column("客户", 2), Column("完成", 1), Column("结果", 2)],
        [["09:00", "张三", blocks.Tick(ticked=True), "同意"], ["10:00", "李四", blocks.Tick(), ""]],
        "",
        groups=[("计划", 2), ("完成情况", 2)],
        height=10,
    )
    (only,) = printed([table, blocks.Ruled("主管意见"), blocks.Signatures(["经办", "复核"])])
    for part in ("计划", "完成情况", "09:00", "同意", "主管意见", "复核"):
        assert part in only


def test_what_is_signed_stands_on_the_page_of_the_signatures() -> None:
    signed = blocks.Signatures(["经办", "复核"], "审计记录截至第 7 条")
    for filled in range(230, 262, 2):
        *before, last = printed([blocks.Space(filled), signed])
        assert "审计记录截至第 7 条" in last
        assert "经办" in last
        assert all("审计记录" not in one for one in before)
    assert before


def test_two_stories_stand_beside_each_other() -> None:
    left = [blocks.Heading("左"), blocks.Text("甲" * 100)]
    right = [blocks.Heading("右"), a_table([["1", "乙"]])]
    (only,) = printed([blocks.Beside(left, right, share=0.4), blocks.NewPage(), blocks.Text("后")])[:1]
    assert only.count("甲") == 100
    assert "乙" in only
    assert "后" not in only


def test_figures_too_long_for_their_place_are_set_smaller_and_whole() -> None:
    values = ["123,456,789,012,345,678,901.00", "3", "−12.5%"]
    (only,) = printed([blocks.Figures([blocks.Figure("资产", value, "备注") for value in values])])
    assert all(value in only.replace(" ", "") for value in values)


def test_unknown_report_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        reports.find("no-such-report")
    assert refused.value.code == "report.unknown"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_recovery_sheet_shows_every_group_with_its_number(language: str) -> None:
    groups = ["7K3M", "Q0ZX", "AB12", "9FGH", "JKMN", "PQRS", "TVWX", "YZ01", "4C5D"]
    data = reports.find("recovery_sheet").gather(None, code="-".join(groups), vault="0123456789abcdef")
    made = reports.of_data("recovery_sheet", data, branch="滨江支行", printed_by="周建国")
    (only,) = texts(reports.render(made, language).pdf)
    assert all(group in only for group in groups)
    assert "01234567" in only
    assert "89abcdef" not in only.lower()


def test_every_report_is_told_in_both_languages_by_its_own_title() -> None:
    """What a report is called is not in the other language, and nobody's name is in it."""
    for name in reports.REPORTS:
        told = []
        for language in ("zh_CN", "en"):
            words.use(language)
            told.append(reports.find(name).title())
        assert re.search(r"[\u4e00-\u9fff]", told[0]), name
        assert told[1].isascii(), name
