"""The reports pane: choosing, parameters, pages, search in them, and copies that leave."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from rmdesk.services import changes, customers, views
from rmdesk.services.reports import blocks, charts, page
from rmdesk.services.reports.sheet import Sheet
from rmdesk.ui.chart_view import ChartView
from rmdesk.ui.context import Context
from rmdesk.ui.customer_field import CustomerField
from rmdesk.ui.jobs import Jobs
from rmdesk.ui.panes.customers.value_editor import DateField
from rmdesk.ui.panes.reports.pane import ReportsPane
from rmdesk.ui.pdf_view import Pdf
from rmdesk.ui.preview import Preview
from rmdesk.ui.theme import Theme, colour
from rmdesk.ui.widgets import Combo, LineField
from tests.support.frames import add_people
from tests.support.printing import read_pdf

WAIT = 60_000  # ms: a limit, not a measure


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> ReportsPane:
    """Of a manager with one customer, number 62210001."""
    add_people(context, "manager")
    with context.store.write() as session:
        customers.add_customer(session, {"name": "陈静怡", "number": "62210001"})
    made = ReportsPane(context)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def field(pane: ReportsPane, name: str) -> object:
    assert pane.form is not None
    return pane.form.fields[name]


def make(qtbot: QtBot, pane: ReportsPane, name: str) -> Pdf:
    pane.choose(name)
    with qtbot.waitSignal(pane.preview.ready, timeout=WAIT):
        pane.show_pages()
    assert pane.preview.pdf is not None
    return pane.preview.pdf


def fill_customer(pane: ReportsPane) -> None:
    box = field(pane, "customer")
    assert isinstance(box, CustomerField)
    box.suggest("62210001")
    box.setText("陈静怡")
    (told,) = box.matches("62210001")
    box.suggest("62210001")
    box.take(told)


def test_pages_are_shown_first_and_nothing_leaves_by_that(qtbot: QtBot, pane: ReportsPane) -> None:
    pdf = make(qtbot, pane, "customer_list")
    assert read_pdf(pdf.content).has("陈静怡")
    with pane.context.store.read() as session:
        assert changes.find_numbers(session, kinds={"data.printed"}) == []


def test_only_what_the_role_may_make_is_listed(pane: ReportsPane) -> None:
    named = [pane.list.item(row).text() for row in range(pane.list.count())]
    assert "Customer list" in named
    assert "List of staff" not in named


def test_what_is_missing_is_said_at_its_field(qtbot: QtBot, pane: ReportsPane) -> None:
    pane.choose("customer_card")
    pane.show_pages()
    assert pane.preview.pdf is None
    assert not pane.preview.is_busy
    assert pane.form is not None
    assert not pane.form.check()
    fill_customer(pane)
    contacts = field(pane, "contacts")
    assert isinstance(contacts, LineField)
    contacts.setText("many")
    assert not pane.form.check()
    contacts.setText("5")
    assert pane.form.check()
    with qtbot.waitSignal(pane.preview.ready, timeout=WAIT):
        qtbot.keyClick(contacts, Qt.Key.Key_Return)
    assert pane.preview.pdf is not None
    assert read_pdf(pane.preview.pdf.content).has("陈静怡")


def test_days_the_wrong_way_round_are_told_and_can_be_mended(qtbot: QtBot, pane: ReportsPane) -> None:
    pane.choose("birthday_list")
    first, last = field(pane, "first"), field(pane, "last")
    assert isinstance(first, DateField)
    assert isinstance(last, DateField)
    first.setText("2026-09-10")
    last.setText("2026-09-01")
    pane.show_pages()
    qtbot.waitUntil(pane.preview.failure.isVisible, timeout=WAIT)
    assert pane.preview.failure.sentence
    assert first.text() == "2026-09-10"  # what was typed stays
    last.setText("2026-09-30")
    with qtbot.waitSignal(pane.preview.ready, timeout=WAIT):
        pane.show_pages()


def test_parameters_are_remembered_but_no_customer(qtbot: QtBot, pane: ReportsPane) -> None:
    pane.choose("customer_card")
    fill_customer(pane)
    contacts = field(pane, "contacts")
    assert isinstance(contacts, LineField)
    contacts.setText("3")
    pane.choose("customer_list")
    order = field(pane, "order")
    assert isinstance(order, Combo)
    order.choose("name")
    kept = json.loads(json.dumps(pane.save_state()))
    assert "陈静怡" not in json.dumps(kept, ensure_ascii=False)
    again = ReportsPane(pane.context)
    qtbot.addWidget(again)
    again.restore_state(kept)
    assert again.name == "customer_list"
    order = field(again, "order")
    assert isinstance(order, Combo)
    assert order.currentData() == "name"
    again.choose("customer_card")
    contacts, customer = field(again, "contacts"), field(again, "customer")
    assert isinstance(contacts, LineField)
    assert contacts.text() == "3"
    assert isinstance(customer, CustomerField)
    assert not customer.customer_uid


def test_a_view_saved_meanwhile_may_be_chosen_and_what_was_chosen_stays(
    qtbot: QtBot, pane: ReportsPane
) -> None:
    pane.choose("customer_list")
    order, view = field(pane, "order"), field(pane, "view")
    assert isinstance(order, Combo)
    assert isinstance(view, Combo)
    order.choose("name")
    pane.context.jobs.write(
        "", lambda session, _progress: views.save_view(session, "customers", "江南", {}).uid
    )
    qtbot.waitUntil(lambda: view.findText("江南") > 0, timeout=WAIT)
    assert order.currentData() == "name"
    view.setCurrentIndex(view.findText("江南"))
    with qtbot.waitSignal(pane.preview.ready, timeout=WAIT):
        pane.show_pages()
    assert pane.preview.pdf is not None
    assert read_pdf(pane.preview.pdf.content).has("江南")


@pytest.mark.parametrize("kept", [{"report": 7, "entered": 3}, {"entered": {"customer_list": {"order": 99}}}])
def test_a_state_that_makes_no_sense_is_passed_over(pane: ReportsPane, kept: dict[str, object]) -> None:
    pane.restore_state(kept)
    pane.choose("customer_list")
    order = field(pane, "order")
    assert isinstance(order, Combo)
    assert order.currentData() == "aum"


def test_saving_from_the_pane_is_recorded(qtbot: QtBot, pane: ReportsPane, tmp_path: Path) -> None:
    pdf = make(qtbot, pane, "customer_list")
    with qtbot.waitSignal(pane.preview.saved, timeout=WAIT):
        pane.preview.save_to(tmp_path / "名单.pdf")
    assert (tmp_path / "名单.pdf").read_bytes() == pdf.content
    with pane.context.store.read() as session:
        (number,) = changes.find_numbers(session, kinds={"data.printed"})
        detail = changes.load_sets(session, [number])[0].detail
    assert detail["report"] == "customer_list"
    assert detail["rows"] == 1


def test_cancelling_leaves_the_form_and_a_way_back(qtbot: QtBot, pane: ReportsPane) -> None:
    pane.choose("customer_list")
    pane.show_pages()
    pane.preview.cancel_button.click()
    assert pane.preview.failure.isVisible()
    with qtbot.waitSignal(pane.preview.ready, timeout=WAIT):
        pane.preview.failure.acted.emit()


# --- search in the pages -----------------------------------------------------------------------------


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme) -> Iterator[Preview]:
    """Three pages; 国债 stands on the first and, twice, on the third. 林晓雯 is the watermark."""
    jobs = Jobs()
    made = Preview(jobs)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    sheet = Sheet("滨江支行", "名单", "林晓雯", datetime(2026, 9, 10, 8, 31), traced=True)
    story: list[blocks.Block] = [blocks.Text("谈国债"), blocks.NewPage(), blocks.Text("无"), blocks.NewPage()]
    story += [blocks.Text("国债与 Treasury 国债 \U00020bb7")]
    made.view.show_pdf(Pdf(page.build(sheet, story).pdf))
    made._show(made._pages_side)
    yield made
    jobs.close()


def search(qtbot: QtBot, preview: Preview, words: str) -> list[int]:
    """The pages of the hits, counted from 1."""
    bar = preview.find_bar
    preview.find_words()
    bar.field.setText(words)
    bar.field.textEdited.emit(words)
    qtbot.waitUntil(lambda: bar._job is None and not bar._timer.isActive(), timeout=WAIT)
    return [hit.page + 1 for hit in bar.hits]


def test_hits_are_found_marked_and_gone_through(qtbot: QtBot, preview: Preview) -> None:
    before = preview.view.grab().toImage()
    assert search(qtbot, preview, "国债") == [1, 3, 3]
    assert preview.find_bar.current == 0
    assert preview.view.grab().toImage() != before
    assert colour("focus").alpha() == 255  # marks are pale, the theme's colour stays what it is
    qtbot.keyClick(preview.find_bar.field, Qt.Key.Key_Return)
    assert preview.find_bar.current == 1
    assert preview.view.page == 3
    qtbot.keyClick(preview.find_bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(preview.find_bar.field, Qt.Key.Key_Return)
    assert preview.find_bar.current == 0
    qtbot.keyClick(preview.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert preview.find_bar.current == 2
    qtbot.keyClick(preview.find_bar.field, Qt.Key.Key_Escape)
    assert not preview.find_bar.isVisible()
    assert preview.find_bar.hits == ()


def test_case_does_not_matter_and_what_has_no_glyph_is_found(qtbot: QtBot, preview: Preview) -> None:
    assert search(qtbot, preview, "treasury") == [3]
    assert search(qtbot, preview, "\U00020bb7") == [3]
    assert search(qtbot, preview, "没有这个词") == []
    assert search(qtbot, preview, "") == []


def test_the_watermark_is_no_hit(qtbot: QtBot, preview: Preview) -> None:
    assert search(qtbot, preview, "林晓雯") == [1, 2, 3]  # at the foot of each page


def test_a_page_is_gone_to_by_its_number(qtbot: QtBot, preview: Preview) -> None:
    preview.page_field.setText("3")
    qtbot.keyClick(preview.page_field, Qt.Key.Key_Return)
    assert preview.view.page == 3
    for typed in ("99", "-1", "abc", ""):
        preview.page_field.setText(typed)
        qtbot.keyClick(preview.page_field, Qt.Key.Key_Return)
        assert preview.page_field.text() == "3"


# --- charts on screen --------------------------------------------------------------------------------


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize("shape", list(charts.Shape))
def test_the_chart_of_paper_is_drawn_on_screen(
    qtbot: QtBot, theme: Theme, shape: charts.Shape, appearance: str
) -> None:
    theme.apply(appearance)
    series = (charts.Series("本行", (3.0, 5.0, None)), charts.Series("他行", (1.0, 2.0, 4.0)))
    view = ChartView(charts.Chart(shape, ("1月", "2月", "3月"), series, unit="万元"))
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.show()
    image = view.grab().toImage()
    used = {QColor(image.pixel(x, y)).name() for x in range(0, 400, 2) for y in range(0, 200, 2)}
    assert len(used) > 6
    assert colour("chart.series_2").alpha() == 255
    assert view.accessibleDescription() == "1月: 本行 3, 他行 1; 2月: 本行 5, 他行 2; 3月: 他行 4"
    view.show_chart(charts.Chart(shape, (), (), empty="没有数据"))
    assert view.accessibleDescription() == "没有数据"
    assert not view.grab().isNull()
