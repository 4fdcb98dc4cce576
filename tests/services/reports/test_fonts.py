"""Type on paper: nothing typed is lost, lines break where readers expect it, files stay small."""

from __future__ import annotations

import random
import re
from datetime import datetime

import pypdfium2
import pytest

from rmdesk.services.reports import blocks, fonts, page
from rmdesk.services.reports.sheet import Sheet

SHEET = Sheet("滨江支行", "名单", "周建国", datetime(2026, 9, 10, 8, 31))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("张\U00020bb7", "张〔U+20BB7〕"),
        ("\U0001f389好", "〔U+1F389〕好"),
        ("\U0001f468\u200d\U0001f469", "〔U+1F468〕〔U+1F469〕"),  # joined by a mark that is not to be seen
        ("❤\ufe0f", "〔U+2764〕"),
        ("a\u202eb\x00c\ud800", "abc〔U+D800〕"),
        ("\ue123", "〔U+E123〕"),
        ("一\r\n二\u2028三\t四", "一\n二\n三    四"),
        ("A&B <b>", "A&B <b>"),
    ],
)
def test_what_has_no_glyph_is_shown_by_its_number(value: str, shown: str) -> None:
    assert fonts.printable(value) == shown


def test_lines_hold_all_of_a_text_and_none_is_too_wide() -> None:
    dice = random.Random(7)
    alphabet = "中国银行客户经理，。“”（）《》、 abcdefg-HIJ123.45%\n\U0001f600"
    for _ in range(300):
        text = "".join(dice.choices(alphabet, k=dice.randrange(120)))
        room = dice.uniform(20, 200)
        lines = fonts.lines(text, fonts.REGULAR, 9, room)
        assert all(fonts.width(line, fonts.REGULAR, 9) <= room or len(line) == 1 for line in lines)
        assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", fonts.printable(text))


def test_no_line_begins_with_what_closes_or_breaks_within_a_word() -> None:
    lines = fonts.lines("他说：“今天利率下调，明天再谈。”" * 6, fonts.REGULAR, 9, 70)
    assert not any(line.startswith(("，", "。", "”", "：")) for line in lines)
    assert not any(line.endswith("“") for line in lines)
    text = "The maturity of the deposit is near"
    english = fonts.lines(text, fonts.REGULAR, 9, 60)
    assert [word for line in english for word in line.split()] == text.split()
    assert len(english) > 2


def test_a_hundred_pages_of_text_stay_below_a_megabyte_with_their_type_in_them() -> None:
    dice = random.Random(3)
    # 2,538 characters of level one of GB 2312, as uneven as those of a text.
    common = [bytes([high, low]).decode("gb2312") for high in range(0xB0, 0xCB) for low in range(0xA1, 0xFF)]
    uneven = [1 / (place + 10) for place in range(len(common))]
    pages = ["".join(dice.choices(common, uneven, k=1500)) for _ in range(100)]
    made = page.build(SHEET, [block for text in pages for block in (blocks.NewPage(), blocks.Text(text))])
    assert made.count == 100
    assert len(made.pdf) <= 1_000_000
    document = pypdfium2.PdfDocument(made.pdf)
    read = [re.sub(r"\s", "", one.get_textpage().get_text_range()) for one in document]
    document.close()
    assert all(text in found for text, found in zip(pages, read, strict=True))


def test_every_character_is_read_back_as_it_was_written() -> None:
    """All that both faces can draw: also two characters that share a glyph stay two."""
    face = fonts.face(fonts.REGULAR)
    known = [chr(code) for code in sorted(face.charToGlyph) if fonts.printable(chr(code)) == chr(code)]
    asked = [one for one in known if "\u2e80" <= one <= "\u2fdf" or "!" <= one <= "~" or "一" <= one <= "丯"]
    asked = [one for one in asked if fonts.printable(one) == one]
    table = blocks.Table(
        [blocks.Column("", 1), blocks.Column("", 1)], [[f"{ord(one):X}", f"[{one}]"] for one in asked], ""
    )
    document = pypdfium2.PdfDocument(page.build(SHEET, [table]).pdf)
    read = "\n".join(one.get_textpage().get_text_range() for one in document)
    document.close()
    assert [one for one in asked if f"[{one}]" not in read] == []


def test_nothing_but_the_shipped_type_is_used_and_all_of_it_is_in_the_file() -> None:
    pdf = page.build(SHEET, [blocks.Title("标题"), blocks.Text("正文")]).pdf
    assert pdf.count(b"/FontFile2") == 2
    assert b"Helvetica" not in pdf
