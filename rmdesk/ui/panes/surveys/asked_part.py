"""Who was asked by a survey, who answered and who has not; states are marked here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from rmdesk import choices, labels
from rmdesk.models import InvitationState, SurveyState
from rmdesk.services import surveys
from rmdesk.services.surveys import InvitationRow, SurveyRecord
from rmdesk.ui import formats
from rmdesk.ui.columns import TagCell
from rmdesk.ui.panes.surveys.part import Part
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.widgets import Button, Combo, EmptyState, Ground, Label, SearchField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

_TONES = {
    InvitationState.PENDING: "neutral",
    InvitationState.ANSWERED: "good",
    InvitationState.REFUSED: "warning",
    InvitationState.UNREACHED: "caution",
}


def _state(row: InvitationRow) -> TagCell:
    words = choices.word("survey_invitation", "state", row.state)
    return TagCell(words, _TONES[InvitationState(row.state)])


class AskedPart(Part):
    """The marked rows, or the current one, are said to have answered by the buttons or the menu."""

    customer_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._build_table()
        self.which = Combo(name=labels.field("survey_invitation", "state"))
        self.which.add(self.tr("Everybody asked"), None)
        for code, words in choices.of_field("survey_invitation", "state").items():
            self.which.add(words, str(code))
        self.search = SearchField(self.tr("Part of a name"))
        self.search.setFixedWidth(200)
        self.which.currentIndexChanged.connect(
            lambda _place: self.model.set_filters(state=self.which.currentData())
        )
        self.search.searched.connect(lambda words: self.model.set_filters(search=words or None))
        self.note = Label("", style=TYPE.secondary, ink="secondary", wrap=True)
        head = Ground("surface")
        head.setFixedHeight(SIZE.filter_row)
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE.pane, 0, SPACE.pane, 0)
        row.addWidget(self.which)
        row.addWidget(self.search)
        row.addStretch(1)
        self.foot = Ground("surface")
        marks = QHBoxLayout(self.foot)
        marks.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, SPACE.small)
        marks.setSpacing(SPACE.small)
        marks.addWidget(self.note, 1)
        self.said = Label("", style=TYPE.secondary, ink="secondary")
        marks.addWidget(self.said)
        self.buttons: dict[InvitationState, Button] = {}
        for state in InvitationState:
            button = self.buttons[state] = Button(choices.word("survey_invitation", "state", state))
            button.clicked.connect(partial(self.mark, state))
            marks.addWidget(button)
        self.remind_button = Button(self.tr("Have them reminded"), icon="bell")
        self.remind_button.setToolTip(
            self.tr("Those of the chosen who have not answered stand in Today on the next working day")
        )
        self.remind_button.clicked.connect(self.remind)
        marks.addWidget(self.remind_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.foot)

    def _build_table(self) -> None:
        def field(name: str) -> str:
            return labels.field("survey_invitation", name)

        columns = [
            Column(
                "form_number",
                field("form_number"),
                lambda row: row.form_number,
                CellKind.NUMBER,
                80,
                sort="form_number",
            ),
            Column(
                "customer",
                field("customer_id"),
                lambda row: row.customer,
                CellKind.NAME,
                140,
                stretch=True,
                sort="customer",
            ),
            Column("state", field("state"), _state, CellKind.TAG, 104, sort="state"),
            Column(
                "settled_on",
                field("settled_on"),
                lambda row: row.settled_on,
                CellKind.QUIET,
                96,
                text=formats.day,
                tooltip=formats.full_day,
            ),
        ]
        self.model = QueryModel(
            columns,
            Source(surveys.find_invitations, surveys.load_invitations),
            self.context.store,
            self.context.jobs,
            sort="form_number",
            filters={"survey": None},
            markable=True,
            parent=self,
        )
        self.table = QueryTable(self.model, name=self.tr("Customers who are asked"))
        self.table.set_empty(
            EmptyState(self.tr("Nobody is asked: the sample is drawn when the survey opens."), icon="users")
        )
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.table.opened.connect(lambda _id: self._open_customer())

    def show_survey(self, survey: SurveyRecord | None) -> None:
        former, self.survey = self.survey, survey
        if survey is None:
            return
        if former is None or former.uid != survey.uid:
            self.model.set_filters(survey=survey.uid)
            self.said.setText("")
        else:
            self.model.refresh()
        self.foot.setVisible(survey.state == SurveyState.OPEN.value)
        self.note.setText(
            self.tr("Anonymous: who answered is marked {count} or more at once.").format(
                count=surveys.ANONYMOUS_BATCH
            )
            if survey.is_anonymous
            else self.tr("Mark the chosen ones:")
        )

    def chosen_ids(self) -> list[int]:
        """The ids of the rows that are marked, or of the current one."""
        current = self.table.current_id
        return self.model.marked_ids() or ([] if current is None else [current])

    def mark(self, state: InvitationState) -> None:
        """Say of the chosen rows what came of them."""
        survey, ids = self.survey, self.chosen_ids()
        if survey is None or not ids:
            return

        def use_case(session: Session) -> int:
            chosen = [one.customer_uid for one in surveys.load_invitations(session, ids)]
            return surveys.mark_invitations(session, survey.uid, chosen, state)

        self.write(self.tr("Marking who answered"), use_case)

    def remind(self) -> None:
        """Have the chosen ones who have not answered be called."""
        survey, ids = self.survey, self.chosen_ids()
        if survey is None or not ids:
            return

        def use_case(session: Session) -> int:
            chosen = [one.customer_uid for one in surveys.load_invitations(session, ids)]
            return surveys.remind(session, survey.uid, chosen)

        self.write(self.tr("Reminding of a survey"), use_case, done=self._on_reminded)

    def _on_reminded(self, count: int) -> None:
        self.said.setText(
            self.tr("{count} are to be reminded.").format(count=formats.count(count))
            if count
            else self.tr("Nobody of these needs to be reminded.")
        )

    def _open_customer(self) -> None:
        row: InvitationRow | None = self.model.row_at(self.table.currentIndex().row())
        if row is not None:
            self.customer_wanted.emit(row.customer_uid)

    def _on_menu(self, at: QPoint) -> None:
        if not self.chosen_ids():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open the customer"), self._open_customer)
        if not self.foot.isHidden():
            menu.addSeparator()
            for state, button in self.buttons.items():
                menu.addAction(button.text(), partial(self.mark, state))
        menu.popup(self.table.viewport().mapToGlobal(at))
