"""Charts: what their marks say, and that they stay where they belong."""

from __future__ import annotations

import random
from datetime import datetime

import pypdfium2
import pytest

from rmdesk.services.reports import charts, page
from rmdesk.services.reports.charts import Box, Chart, Dot, Label, Rule, Series, Shape
from rmdesk.services.reports.sheet import Sheet

WIDTH, HEIGHT = 400.0, 150.0


def measure(text: str, size: float) -> float:
    return len(text) * size


def boxes(chart: Chart) -> list[Box]:
    """Those of the plot: the legend's stand above it."""
    return [one for one in charts.lay(chart, WIDTH, HEIGHT, measure) if isinstance(one, Box) and one.y > 10]


def a_chart(shape: Shape, *rows: tuple[float | None, ...]) -> Chart:
    labels = tuple(f"{number + 1}月" for number in range(len(rows[0])))
    return Chart(shape, labels, tuple(Series(f"第{n}组", row) for n, row in enumerate(rows)), unit="次")


def test_bars_are_as_high_as_their_values() -> None:
    first, second = boxes(a_chart(Shape.BARS, (10, 5)))
    assert first.height == pytest.approx(2 * second.height)
    assert first.y + first.height == pytest.approx(second.y + second.height)


def test_negative_bars_hang_below_the_axis() -> None:
    up, down = boxes(a_chart(Shape.BARS, (4, -2)))
    assert up.y + up.height == pytest.approx(down.y)
    assert up.height == pytest.approx(2 * down.height)


def test_stacked_values_stand_on_each_other() -> None:
    low, high = boxes(a_chart(Shape.STACKED, (3,), (6,)))
    assert high.y + high.height == pytest.approx(low.y)
    assert high.height == pytest.approx(2 * low.height)


def test_lying_rows_begin_at_one_edge_and_tell_their_sums() -> None:
    chart = a_chart(Shape.ROWS, (3, 1), (1, 1))
    marks = charts.lay(chart, WIDTH, HEIGHT, measure)
    first, _, second, _ = boxes(chart)
    assert first.x == pytest.approx(second.x)
    assert first.width == pytest.approx(3 * second.width)
    assert {"4", "2"} <= {one.text for one in marks if isinstance(one, Label)}


def test_a_line_is_broken_where_nothing_is_known() -> None:
    marks = charts.lay(a_chart(Shape.LINES, (1, 2, None, 3)), WIDTH, HEIGHT, measure)
    strokes = [one for one in marks if isinstance(one, Rule) and one.tone is charts.Tone.SERIES_1]
    assert len(strokes) == 1
    assert len([one for one in marks if isinstance(one, Dot)]) == 3


def test_each_of_four_series_looks_different_without_colour() -> None:
    chart = a_chart(Shape.BARS, (5,), (5,), (5,), (5,))
    marks = charts.lay(chart, WIDTH, HEIGHT, measure)
    looks = []
    for box in boxes(chart):
        inside = [
            (one.x1 == one.x2, one.y1 == one.y2, one.x1 < one.x2)
            for one in marks
            if isinstance(one, Rule) and one.width < 0.4 and box.x <= min(one.x1, one.x2) <= box.x + box.width
        ]
        looks.append(frozenset(inside))
    assert len(set(looks)) == 4


@pytest.mark.parametrize("shape", list(Shape))
def test_marks_stay_within_their_area(shape: Shape) -> None:
    dice = random.Random(11)
    for _ in range(60):
        count, series = dice.randrange(1, 40), dice.randrange(1, 6)
        rows = [
            tuple(dice.choice([None, 0.0, dice.uniform(0, 10 ** dice.randrange(9))]) for _ in range(count))
        ]
        rows += [tuple(float(dice.randrange(100)) for _ in range(count)) for _ in range(series - 1)]
        chart = a_chart(shape, *rows)
        for mark in charts.lay(chart, WIDTH, HEIGHT, measure):
            if isinstance(mark, Box):
                assert mark.x >= -0.01
                assert mark.x + mark.width <= WIDTH + 0.01
                assert mark.y >= -0.01
                assert mark.y + mark.height <= HEIGHT + 0.01
            elif isinstance(mark, Rule):
                assert all(-0.01 <= one <= WIDTH + 0.01 for one in (mark.x1, mark.x2))
                assert all(-0.01 <= one <= HEIGHT + 0.01 for one in (mark.y1, mark.y2))


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [(0, 7, [0, 2, 4, 6, 8]), (0, 100, [0, 50, 100]), (-3, 5, [-4, -2, 0, 2, 4, 6]), (0, 0, [0, 0.5, 1.0])],
)
def test_axis_has_round_values(least: float, most: float, expected: list[float]) -> None:
    found = charts.steps(least, most)
    assert found[0] <= least
    assert found[-1] >= most
    assert found == pytest.approx(expected)


def test_a_chart_of_nothing_says_so() -> None:
    marks = charts.lay(Chart(Shape.BARS, (), (), empty="没有数据"), WIDTH, HEIGHT, measure)
    assert [one.text for one in marks if isinstance(one, Label)] == ["没有数据"]


@pytest.mark.parametrize("shape", list(Shape))
def test_a_chart_stands_on_paper_with_its_words(shape: Shape) -> None:
    sheet = Sheet("滨江支行", "月报", "周建国", datetime(2026, 9, 10, 8, 31))
    pdf = page.build(sheet, [a_chart(shape, (3, None, 5), (1, 2, 2))]).pdf
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_range()
    document.close()
    for word in ("第0组", "第1组", "1月", "3月", "次"):
        assert word in text
