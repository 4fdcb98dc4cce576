"""The reports of the branch: which there are, what each asks for, and its pages before they leave."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
)

from rmdesk.services import reports
from rmdesk.services.reports import Printout
from rmdesk.ui import icons
from rmdesk.ui.context import Context
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes.reports.parameter_form import ParameterForm
from rmdesk.ui.preview import Preview, recording
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import Button, EmptyState, Ground, Hairline, PaneHead, Variant

_LEFT = 268  # px


class ReportsPane(Pane):
    """At the left the reports and the form of the chosen one, at the right its pages."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._reports = reports.offered(context.actor)
        self._forms: dict[str, ParameterForm] = {}
        self._remembered: dict[str, dict[str, Any]] = {}
        self.head = PaneHead(self.tr("Reports"))
        self.list = QListWidget()
        self.list.setProperty("pages", True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setIconSize(QSize(SIZE.icon, SIZE.icon))
        self.list.setAccessibleName(self.tr("Reports"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for _name, report in self._reports:
            item = QListWidgetItem(icons.icon("file-text", "secondary"), report.title())
            item.setSizeHint(QSize(0, SIZE.work_row))
            self.list.addItem(item)
        self.list.setFixedHeight(SIZE.work_row * min(len(self._reports), 8) + 2 * SPACE.small)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemActivated.connect(lambda _item: self.show_pages())
        self.make_button = Button(
            self.tr("Show the pages"), icon="file-text", variant=Variant.PRIMARY, key="Ctrl+Return"
        )
        self.make_button.clicked.connect(self.show_pages)
        self.start = EmptyState(
            self.tr(
                "Choose a report, say what it is about, and show its pages. They are printed from there."
            ),
            icon="printer",
            action=self.tr("Show the pages"),
        )
        self.start.acted.connect(self.show_pages)
        self.preview = Preview(context.jobs, record=recording(context), start=self.start)
        self._build()
        self.addActions(self.preview.actions())
        self.add_command(
            "show report", self.tr("Show the pages"), self.show_pages, key="Ctrl+Return", icon="file-text"
        )
        self.setFocusProxy(self.list)
        context.bus.watch(self, ("saved_view", "tier", "staff", "staff_role"), self._on_choices_changed)
        if self._reports:
            self.list.setCurrentRow(0)

    def _build(self) -> None:
        self._room = QVBoxLayout()
        self._room.setContentsMargins(SPACE.medium, SPACE.small, SPACE.medium, SPACE.medium)
        self._room.setSpacing(SPACE.medium)
        asked = Ground("surface")
        asked.setLayout(self._room)
        self._room.addWidget(self.make_button)
        self._room.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(asked)
        left = Ground("surface")
        left.setFixedWidth(_LEFT)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inset = QVBoxLayout()
        inset.setContentsMargins(SPACE.small, SPACE.small, SPACE.small, SPACE.small)
        inset.addWidget(self.list)
        column.addLayout(inset)
        column.addWidget(Hairline())
        column.addWidget(area, 1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(left)
        body.addWidget(Hairline(Qt.Orientation.Vertical))
        body.addWidget(self.preview, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(body, 1)

    # --- choosing ----------------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The report chosen, "" where there is none."""
        row = self.list.currentRow()
        return self._reports[row][0] if row >= 0 else ""

    @property
    def form(self) -> ParameterForm | None:
        """What the chosen report asks for."""
        return self._forms.get(self.name)

    def choose(self, name: str) -> None:
        """Make a report current by its name; one that this person may not make is passed over."""
        for row, (known, _report) in enumerate(self._reports):
            if known == name:
                self.list.setCurrentRow(row)

    def _on_row(self, row: int) -> None:
        if row < 0:
            return
        name, report = self._reports[row]
        if name not in self._forms:
            form = ParameterForm(self.context, report.parameters)
            form.restore(self._remembered.get(name, {}))
            form.entered.connect(self.show_pages)
            self._forms[name] = form
            self._room.insertWidget(0, form)
        for known, form in self._forms.items():
            form.setVisible(known == name)
        self.head.set_meta(report.title())
        self.preview.clear()

    def _on_choices_changed(self) -> None:
        for form in self._forms.values():
            form.offer_again()

    def show_pages(self) -> None:
        """Make the pages of the chosen report; what is wrong in the form is said there."""
        form, name = self.form, self.name
        if form is None or not form.check():
            return
        store, typed = self.context.store, form.typed()

        def prepare() -> Printout:
            with store.read() as session:
                return reports.prepare_typed(session, name, typed)

        self.preview.make(prepare)

    # --- what the frame asks -----------------------------------------------------------------------

    def reload(self) -> None:
        """The pages anew, if there are any: they are of the moment they were made."""
        if self.preview.pdf is not None:
            self.show_pages()

    def save_state(self) -> dict[str, Any]:
        entered = {name: form.stored() for name, form in self._forms.items()}
        return {"report": self.name, "entered": self._remembered | entered}

    def restore_state(self, state: dict[str, Any]) -> None:
        entered = state.get("entered")
        if isinstance(entered, dict):
            self._remembered = {
                name: kept
                for name, kept in entered.items()
                if isinstance(name, str) and isinstance(kept, dict)
            }
            for name, form in self._forms.items():
                form.restore(self._remembered.get(name, {}))
        if isinstance(state.get("report"), str):
            self.choose(state["report"])
