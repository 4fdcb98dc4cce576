"""The print preview: pages on screen, on paper and in a file, and what is recorded of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from rmdesk.models import Role
from rmdesk.services import changes
from rmdesk.services.reports import blocks, page
from rmdesk.services.reports.sheet import Sheet
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.preview_report import PreviewReport, preview_report
from rmdesk.ui.jobs import Jobs
from rmdesk.ui.pdf_view import Pdf, PdfView
from rmdesk.ui.theme import Theme
from tests.support.vaults import BRANCH, add_person

WAIT = 60_000  # ms: a limit, not a measure


@pytest.fixture
def jobs(theme: Theme) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture(scope="module")
def many_pages() -> bytes:
    sheet = Sheet(BRANCH, "名单", "周建国", datetime(2026, 9, 10, 8, 31))
    rows = [[str(number), "名字"] for number in range(300)]
    table = blocks.Table([blocks.Column("行", 1), blocks.Column("名", 3)], rows, "")
    return page.build(sheet, [table]).pdf


@pytest.fixture
def view(qtbot: QtBot, jobs: Jobs, many_pages: bytes) -> PdfView:
    made = PdfView(jobs)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_pdf(Pdf(many_pages))
    return made


def open_preview(
    qtbot: QtBot, context: Context, report: str = "staff_list", **parameters: Any
) -> PreviewReport:
    dialog = preview_report(context, report, **parameters)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.pdf is not None, timeout=WAIT)
    return dialog


def printed(context: Context) -> list[dict[str, Any]]:
    with context.store.read() as session:
        numbers = changes.find_numbers(session, kinds={"data.printed"})
        return [one.detail for one in changes.load_sets(session, numbers)]


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(one.get_textpage().get_text_range() for one in document)
    finally:
        document.close()


def pages_of(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def test_the_pages_in_view_are_drawn(qtbot: QtBot, view: PdfView) -> None:
    drawn: list[int] = []
    view.page_rendered.connect(drawn.append)
    qtbot.waitUntil(lambda: 0 in drawn, timeout=WAIT)
    image = view.grab().toImage()
    shades = {image.pixelColor(x, 200).lightness() for x in range(0, image.width(), 3)}
    assert len(shades) > 2  # paper, ground and ink
    assert view.pdf is not None
    assert view.pdf.pages - 1 not in drawn  # far away: not worth the time
    view.go_to(view.pdf.pages)
    qtbot.waitUntil(lambda: view.pdf is not None and view.pdf.pages - 1 in drawn, timeout=WAIT)
    assert view.page == view.pdf.pages


def test_pages_are_turned_by_keys(qtbot: QtBot, view: PdfView) -> None:
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 2
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.pdf is not None
    assert view.page == view.pdf.pages
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 1


def test_zoom_has_ends_and_a_way_back(qtbot: QtBot, view: PdfView) -> None:
    fitted = view.zoom
    for _ in range(20):
        view.zoom_in()
    largest = view.zoom
    assert largest > fitted
    assert view.horizontalScrollBar().maximum() > 0
    for _ in range(20):
        view.zoom_out()
    assert view.zoom < fitted
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == fitted


def test_a_printer_gets_every_page(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    dialog = open_preview(qtbot, context)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    with qtbot.waitSignal(dialog.printed, timeout=WAIT) as told:
        dialog.print_on(printer)
    assert dialog.pdf is not None
    assert told.args == [dialog.pdf.pages]
    assert pages_of(tmp_path / "paper.pdf") == dialog.pdf.pages
    (told_of,) = printed(context)
    number = told_of.pop("number")
    assert told_of == {"report": "staff_list", "rows": 1, "pages": 1}
    assert number in text_of(dialog.pdf.content)


def test_a_range_of_pages_is_printed(theme: Theme, many_pages: bytes, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "two.pdf"))
    printer.setFromTo(2, 3)
    told: list[tuple[int, int]] = []
    assert Pdf(many_pages).print_on(printer, lambda done, total: told.append((done, total))) == 2
    assert told[-1] == (2, 2)
    assert pages_of(tmp_path / "two.pdf") == 2


def test_saving_writes_the_pages_and_is_recorded(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    dialog = open_preview(qtbot, context)
    with qtbot.waitSignal(dialog.saved, timeout=WAIT) as told:
        dialog.save_to(tmp_path / "名单")
    assert told.args == [str(tmp_path / "名单.pdf")]
    assert dialog.pdf is not None
    assert (tmp_path / "名单.pdf").read_bytes() == dialog.pdf.content
    assert len(printed(context)) == 1


def test_a_place_that_takes_no_file_is_said(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    dialog = open_preview(qtbot, context)
    (tmp_path / "file").write_text("x")
    dialog.save_to(tmp_path / "file" / "list.pdf")  # a file where a folder should be
    qtbot.waitUntil(lambda: "list.pdf" in dialog.said, timeout=WAIT)
    assert dialog.isVisible()


def test_the_report_speaks_the_language_chosen_for_it(qtbot: QtBot, context: Context) -> None:
    dialog = open_preview(qtbot, context)
    english = dialog.pdf
    assert english is not None
    with qtbot.waitSignal(dialog.ready, timeout=WAIT):
        dialog.languages.button("zh_CN").click()
    assert dialog.pdf is not None
    assert dialog.pdf.content != english.content


def test_suggested_names_carry_nobodys_name(qtbot: QtBot, context: Context) -> None:
    add_person(context.vault, "林晓雯", "k7mp-29xr-4tqh", [Role.TELLER])
    dialog = open_preview(qtbot, context)
    assert dialog.suggested_name.endswith(".pdf")
    assert "林晓雯" not in dialog.suggested_name
    assert context.actor.name not in dialog.suggested_name


def test_a_report_one_may_not_make_says_why(qtbot: QtBot, context: Context) -> None:
    add_person(context.vault, "林晓雯", "k7mp-29xr-4tqh", [Role.TELLER])
    context.store.actor = replace(context.actor, roles=frozenset({Role.TELLER}))
    dialog = preview_report(context, "staff_list")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.failure.isVisible, timeout=WAIT)
    assert dialog.failure.sentence
    assert dialog.pdf is None
    assert printed(context) == []


def test_closing_while_the_pages_are_made_leaves_nothing_running(qtbot: QtBot, context: Context) -> None:
    dialog = preview_report(context, "staff_list")
    dialog.show()
    dialog.reject()
    qtbot.waitUntil(lambda: not context.jobs.running, timeout=WAIT)
