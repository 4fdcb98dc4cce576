"""The care calendar on paper: a month, a list of days, what matures; masked by role, in both languages."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pypdfium2
import pytest

from rmdesk.services import care, holdings, reports
from rmdesk.services.care import Asked
from rmdesk.services.days import Day
from rmdesk.services.reports.page import Sheet
from tests.services.care.test_rules import TODAY, add
from tests.support.branches import Branch

SHEET = Sheet("滨江支行", "", "林晓雯", datetime(2026, 9, 10, 8, 30))
MONTH = Asked(TODAY.replace(month=8, day=31), TODAY.replace(month=10, day=4), TODAY)
AHEAD = Asked(TODAY, TODAY + timedelta(days=care.AHEAD - 1), TODAY)


@pytest.fixture
def filled(branch: Branch) -> Branch:
    branch.act("manager")
    one = add(branch, "陈静怡", birthday=Day(9, 10, 1966))
    for bank, amount in (("", 50_0000_00), ("农商银行", 30_0000_00)):
        given = {
            "kind": "time_deposit",
            "bank": bank,
            "product": "定期 <b>&",
            "amount_fen": amount,
            "matures_on": TODAY + timedelta(days=5),
        }
        branch.write(holdings.add_holding, one.uid, given)
    return branch


def told(
    branch: Branch, name: str, language: str, **parameters: Any
) -> tuple[str, list[tuple[float, float]]]:
    """The text of a report and the sizes of its pages."""
    data = branch.read(reports.find(name).gather, **parameters)
    document = pypdfium2.PdfDocument(reports.render(name, SHEET, data, language))
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    sizes = [page.get_size() for page in document]
    document.close()
    return re.sub(r"\s+", " ", text), sizes


def test_a_month_is_one_page_on_its_side(filled: Branch) -> None:
    text, sizes = told(filled, "care_month", "zh_CN", asked=MONTH, month=TODAY)
    assert len(sizes) == 1
    assert sizes[0][0] > sizes[0][1]
    assert "2026年9月" in text
    assert "教师节" in text
    assert "陈静怡" in text


def test_days_one_by_one(filled: Branch) -> None:
    text, sizes = told(filled, "care_list", "en", asked=Asked(TODAY, TODAY + timedelta(days=6), TODAY))
    assert sizes[0][0] < sizes[0][1]
    assert "2026-09-10 Thu" in text
    assert "Birthday, 60 years" in text


def test_maturities_by_amount_are_bands_for_the_branch_head(filled: Branch) -> None:
    text, _ = told(filled, "maturity_list", "en", asked=AHEAD)
    assert "Own 500,000.00, other banks 300,000.00" in text
    assert "定期 <b>&" in text
    filled.act("head")
    text, _ = told(filled, "maturity_list", "en", asked=AHEAD)
    assert "500,000.00" not in text
    assert "陈静怡" not in text
    assert "Own not told" in text
