"""Times of day as people type them."""

from __future__ import annotations

import pytest

from rmdesk.services import typed_times


@pytest.mark.parametrize(
    ("typed", "minute", "is_exact"),
    [
        ("上午九点半", 9 * 60 + 30, True),
        ("下午3点", 15 * 60, True),
        ("下午两点一刻", 14 * 60 + 15, True),
        ("晚上8点", 20 * 60, True),
        ("中午12点", 12 * 60, True),
        ("15:30", 15 * 60 + 30, True),
        ("3点", 15 * 60, False),
        ("10点", 10 * 60, True),
        ("3pm", 15 * 60, True),
        ("10:30am", 10 * 60 + 30, True),
        ("noon", 12 * 60, True),
    ],
)
def test_a_time_is_read(typed: str, minute: int, is_exact: bool) -> None:
    (found,) = typed_times.find(f"拜访 {typed} 谈")
    assert (found.minute, found.is_exact) == (minute, is_exact)


@pytest.mark.parametrize("typed", ["便宜一点", "25:00", "3.5点", "13pm", "24点", "9:75"])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert typed_times.find(typed) == []
