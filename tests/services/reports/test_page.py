"""The page frame: what is printed is what was given, on as many pages as it takes."""

from __future__ import annotations

from datetime import datetime

import pypdfium2
import pytest

from rmdesk.services import reports
from rmdesk.services.errors import UserError
from rmdesk.services.reports import fonts, page

WHEN = datetime(2026, 9, 10, 8, 31)


def pages_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [sheet.get_textpage().get_text_range() for sheet in document]
    finally:
        document.close()


def a_sheet(**changed: str) -> page.Sheet:
    values = {"branch": "滨江支行", "title": "员工名单", "printed_by": "周建国", **changed}
    return page.Sheet(printed_at=WHEN, **values)


def test_frame_names_branch_title_person_and_pages() -> None:
    (only,) = pages_of(page.build(a_sheet(number="R-7"), [page.text("正文")]))
    for part in ("滨江支行", "员工名单", "周建国", "2026-09-10 08:31", "R-7", "正文"):
        assert part in only


def test_long_table_breaks_and_repeats_its_heading() -> None:
    rows = [[f"第{number}行", "值"] for number in range(200)]
    found = pages_of(page.build(a_sheet(), [page.table(["行次", "内容"], rows, [1, 3])]))
    assert len(found) > 3
    assert all("行次" in text for text in found)
    assert all(any(f"第{number}行" in text for text in found) for number in range(200))


@pytest.mark.parametrize(
    "value", ["<b>粗</b>", "A&B", "<img src='file:///etc/hosts'>", "</para>", "&lt;", "<a href='x'>"]
)
def test_markup_in_a_value_is_printed_as_text(value: str) -> None:
    (only,) = pages_of(page.build(a_sheet(), [page.text(value)]))
    assert value in only


def test_characters_without_a_glyph_stay_visible() -> None:
    assert fonts.printable("张\U00020bb7\U0001f600") == "张" + 2 * fonts.SUBSTITUTE
    assert fonts.printable("a\u202eb\x00c\ud800") == "abc" + fonts.SUBSTITUTE


def test_empty_table_makes_a_page() -> None:
    (only,) = pages_of(page.build(a_sheet(), [page.table(["行次"], [], [1])]))
    assert "行次" in only


def test_a_word_longer_than_the_line_is_broken_not_lost() -> None:
    name = "王" * 200
    (only,) = pages_of(page.build(a_sheet(), [page.table(["姓名", "备注"], [[name, ""]], [1, 5])]))
    assert only.count("王") == 200


def test_unknown_report_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        reports.find("no-such-report")
    assert refused.value.code == "report.unknown"


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_recovery_sheet_shows_every_group_with_its_number(language: str) -> None:
    groups = ["7K3M", "Q0ZX", "AB12", "9FGH", "JKMN", "PQRS", "TVWX", "YZ01", "4C5D"]
    data = reports.find("recovery_sheet").gather(None, code="-".join(groups), vault="0123456789abcdef")  # type: ignore[arg-type]
    (only,) = pages_of(reports.render("recovery_sheet", a_sheet(), data, language))
    assert all(group in only for group in groups)
    assert "01234567" in only
    assert "89abcdef" not in only.lower()
