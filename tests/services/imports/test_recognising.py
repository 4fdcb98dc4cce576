"""What a file is about, what of it is shown, and reading a text otherwise than it was told."""

from __future__ import annotations

from pathlib import Path

import pytest

from rmdesk.services.errors import UserError
from rmdesk.services.imports import Feed, Recognised, RowKind, TextForm, recognise
from tests.support.files_in import write_csv

FILES = {
    "customers": ["Client No", "Full Name", "Sex", "Mobile", "Date of Birth"],
    "holdings": ["客户号", "姓名", "存款种类", "余额", "执行利率", "起息日", "到期日"],
    "balances": ["客户编号", "客户名称", "2026年1月", "2026年2月", "2026年3月"],
    "relations": ["客户号", "姓名", "与客户关系", "关系人姓名", "关系人手机号"],
    "dates": ["客户号", "姓名", "纪念日类型", "日期"],
    "interactions": ["客户号", "联系日期", "联系方式", "联系内容", "联系结果"],
}


def found_in(path: Path, form: TextForm = TextForm(), *, to_the_end: bool = False):  # noqa: B008
    with Feed(path, form=form, to_the_end=to_the_end) as feed:
        return feed.found


@pytest.mark.usefixtures("spawned")
def test_a_file_is_read_by_a_process_that_starts_as_the_programs_does(tmp_path: Path) -> None:
    found = found_in(write_csv(tmp_path / "f.csv", [FILES["customers"], ["1"] * 5]))
    assert recognise(found) == Recognised("customers")


@pytest.mark.parametrize("target", list(FILES))
def test_a_file_is_recognised_by_its_headings(tmp_path: Path, target: str) -> None:
    path = write_csv(tmp_path / "f.csv", [FILES[target], *(["1"] * len(FILES[target]) for _ in range(3))])
    assert recognise(found_in(path)) == Recognised(target)


def test_answers_to_a_survey_and_what_nobody_knows(tmp_path: Path) -> None:
    asked = ["编号", "Q1 您对服务满意吗？", "Q2 您会推荐我们吗？", "意见"]
    path = write_csv(tmp_path / "s.csv", [asked, ["1", "8", "9", ""]])
    assert recognise(found_in(path)) == Recognised(None, is_survey=True)
    path = write_csv(tmp_path / "x.csv", [["甲", "乙"], ["1", "2"]])
    assert recognise(found_in(path)) == Recognised(None)


def test_first_and_last_rows_are_shown_without_secrets(tmp_path: Path) -> None:
    rows = [
        ["名单"],
        ["客户号", "姓名", "取款密码"],
        *([f"C{n}", "王芳", "123456"] for n in range(300)),
        ["合计"],
    ]
    found = found_in(write_csv(tmp_path / "long.csv", rows), to_the_end=True)
    assert [one.number for one in found.excerpt] == [*range(1, 61), *range(292, 304)]
    assert [one.kind for one in found.excerpt[:3]] == [RowKind.TITLE, RowKind.HEADING, RowKind.BODY]
    assert found.excerpt[-1].kind is RowKind.TOTAL
    assert found.excerpt[2].texts == ("C0", "王芳", "…")


def test_a_text_is_read_as_the_person_says(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", [["客户号", "姓名"], ["C1", "王;芳"]], encoding="gb18030")
    told = found_in(path)
    assert (told.encoding, told.delimiter) == ("gb18030", ",")
    found = found_in(path, TextForm(delimiter=";"))
    assert [one.texts for one in found.excerpt] == [("客户号,姓名",), ("C1,王", "芳")]
    wrong = found_in(path, TextForm(encoding="utf-16"))
    assert wrong.encoding == "utf-16-le"


@pytest.mark.usefixtures("spawned")  # which takes a moment, so that there is something to wait for
def test_what_is_waited_for_can_be_given_up(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", [["客户号", "姓名"], ["C1", "王芳"]])

    def give_up() -> None:
        raise UserError("import.cancelled")

    with pytest.raises(UserError, match="cancelled"):
        Feed(path, waiting=give_up)
