from __future__ import annotations

import csv
import io

import pytest

from tests.cli.conftest import Run


def test_a_table_of_two_years(run: Run) -> None:
    ran = run("lunar", "--table", "2033", "2034")
    assert (ran.status, ran.rest) == (0, "")
    lines = ran.answer.splitlines()
    assert lines[0] == "date,lunar_year,month,is_leap,day,solar_term,festival"
    assert len(lines) == 1 + 365 + 365
    assert lines[1] == "2033-01-01,2032,12,0,1,,元旦"
    rows = {row["date"]: row for row in csv.DictReader(io.StringIO(ran.answer))}
    assert list(rows["2033-12-22"].values()) == ["2033-12-22", "2033", "11", "1", "1", "", ""]
    assert rows["2033-12-21"]["solar_term"] == "冬至"
    assert rows["2034-02-18"]["festival"] == "除夕"
    assert rows["2034-10-01"]["festival"] == "国庆节"


def test_as_json(run: Run) -> None:
    ran = run("--json", "lunar", "--table", "2026", "2026")
    found = ran.data
    assert len(found) == 365
    assert found[47] == {
        "date": "2026-02-17",
        "lunar_year": 2026,
        "month": 1,
        "is_leap": 0,
        "day": 1,
        "solar_term": None,
        "festival": "春节",
    }


def test_all_of_it(run: Run) -> None:
    assert run("lunar", "--table", "1901", "2099").answer.count("\n") == 72685


@pytest.mark.parametrize(
    ("years", "status", "code"),
    [
        (("1900", "1950"), 1, "calendar.years_outside"),
        (("2090", "2100"), 1, "calendar.years_outside"),
        (("2027", "2026"), 2, "usage.years_backwards"),
        (("next", "2026"), 2, "usage"),
        (("2026",), 2, "usage"),
    ],
)
def test_years_that_make_no_table(run: Run, years: tuple[str, ...], status: int, code: str) -> None:
    ran = run("--json", "lunar", "--table", *years)
    assert (ran.status, ran.code) == (status, code)
    assert "Traceback" not in ran.rest
