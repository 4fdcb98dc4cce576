"""Damaged files of tables, few of them; `python dev.py faults tables` tries as many as is promised."""

from tests.faults import tables


def test_damaged_files_are_read_or_refused():
    figures = tables.run(150)
    assert figures["crashes"] == figures["too slow"] == 0
    assert figures["read"] > 20
    assert figures["refused"] > 20
