"""What the import is made of: its head, the bar of steps, and a page for each of them. No behaviour."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from rmdesk.ui.panes.customers.imports.columns_page import ColumnsPage
from rmdesk.ui.panes.customers.imports.draft import Step
from rmdesk.ui.panes.customers.imports.files_page import FilesPage
from rmdesk.ui.panes.customers.imports.options_page import OptionsPage
from rmdesk.ui.panes.customers.imports.result_page import PreviewPage, ResultPage
from rmdesk.ui.panes.customers.imports.steps import StepsBar
from rmdesk.ui.panes.customers.imports.table_page import TablePage
from rmdesk.ui.panes.customers.side_view import SideView
from rmdesk.ui.widgets import Button, EmptyState, Variant


class ImportFrame(SideView):
    """Pages by `Step`; `refused` stands in their place where nothing may be imported."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Import"), parent=parent)
        names = {
            Step.FILES: self.tr("Files"),
            Step.TABLE: self.tr("Table"),
            Step.COLUMNS: self.tr("Columns"),
            Step.OPTIONS: self.tr("Options"),
            Step.PREVIEW: self.tr("Preview"),
            Step.RESULT: self.tr("Result"),
        }
        self.steps = StepsBar([names[step] for step in Step])
        self.past = Button(self.tr("Earlier imports"), icon="history", variant=Variant.FLAT)
        self.steps.add_right(self.past)
        self.back_button = Button(self.tr("Back"), icon="arrow-left", key="Alt+Left")
        self.next_button = Button(self.tr("Next"), variant=Variant.PRIMARY, key="Ctrl+Return")
        self.head.add_right(self.back_button)
        self.head.add_right(self.next_button)
        self.files_page = FilesPage()
        self.table_page = TablePage()
        self.columns_page = ColumnsPage()
        self.options_page = OptionsPage()
        self.preview_page = PreviewPage()
        self.result_page = ResultPage()
        self.refused = EmptyState("", icon="ban")
        self.stack = QStackedWidget()
        for page in (
            self.files_page,
            self.table_page,
            self.columns_page,
            self.options_page,
            self.preview_page,
            self.result_page,
            self.refused,
        ):
            self.stack.addWidget(page)
        self.column.addWidget(self.steps)
        self.column.addWidget(self.stack, 1)
        self.setAcceptDrops(False)  # the window takes what is dropped, wherever it is
