"""A few damaged files imported to the end; `python dev.py faults imports` tries as many as is promised."""

import pytest

from tests.faults import damaged_imports


@pytest.mark.usefixtures("spawned")  # the memory of a process is told to who started it
def test_damaged_files_are_imported_whole_or_not_at_all():
    figures = damaged_imports.run(10)
    assert figures.pop("taken") > 2
    assert figures.pop("refused") > 0
    figures.pop("too slow")  # the clock of a busy machine; the long run tells it
    assert set(figures.values()) == {0}
