"""The pane of surveys: the list of them, and the current one beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout

from rmdesk import labels
from rmdesk.services import files, surveys
from rmdesk.services.errors import UserError
from rmdesk.services.reports import survey_form
from rmdesk.services.surveys import SurveyRecord, SurveyRow, questionnaire
from rmdesk.ui import ask, formats
from rmdesk.ui.context import Context
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes.surveys import page, wording
from rmdesk.ui.panes.surveys.page import SurveyPage
from rmdesk.ui.table import CellKind, Column, QueryModel, QueryTable, Source
from rmdesk.ui.widgets import (
    Button,
    EmptyState,
    IconButton,
    ListAndDetail,
    PaneHead,
    SearchField,
    Variant,
)

if TYPE_CHECKING:
    from rmdesk.ui.dialogs.edit_survey import EditSurvey
    from rmdesk.ui.dialogs.preview_report import PreviewReport

_DETAIL_WIDTH, _DETAIL_LEAST, _LIST_LEAST = 780, 560, 300
_LONGEST_FILE = 4_000_000  # bytes of a questionnaire's file
# The customers' names stand in two parts of the page; the rest is the survey's own.
_WATCHED = (
    "survey",
    "survey_version",
    "survey_invitation",
    "survey_response",
    "survey_theme",
    "survey_mark",
    "survey_measure",
    "survey_report",
    "customer",
)


class SurveysPane(Pane):
    """Ctrl+N drafts a survey, Enter goes to its page, Ctrl+E changes what is said about it, Ctrl+P prints
    its form. Who only enters answers sees no results and changes no survey.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._wanted: str | None = None  # the uid of the survey to go to once it is listed
        self._wanted_id: int | None = None
        self._deeds = {
            "open": self.tr("Open…"),
            "close": self.tr("End the asking…"),
            "reopen": self.tr("Open again…"),
            "edit": self.tr("Edit…"),
            "form": self.tr("Print the form…"),
            "copy": self.tr("Copy"),
            "questions": self.tr("Questions from a file…"),
            "remove": self.tr("Remove"),
        }
        self.page = SurveyPage(context, self._deeds)
        self._build_table()
        self._build_head()
        self._build_layout()
        self._connect()
        self._model.refresh()
        context.bus.watch(self, _WATCHED, self.reload)

    @property
    def table(self) -> QueryTable:
        return self._table

    @property
    def current(self) -> SurveyRow | None:
        row: SurveyRow | None = self._model.row_at(self._table.currentIndex().row())
        return row

    @property
    def survey(self) -> SurveyRecord | None:
        """The survey on the page."""
        return self.page.survey

    # --- parts -----------------------------------------------------------------------------------

    def _build_table(self) -> None:
        def field(name: str) -> str:
            return labels.field("survey", name)

        columns = [
            Column("number", field("number"), lambda row: row.number, width=76, sort="number"),
            Column(
                "title",
                field("title"),
                lambda row: row.title,
                CellKind.NAME,
                150,
                stretch=True,
                sort="title",
            ),
            Column(
                "state", field("state"), lambda row: wording.state(row.state), CellKind.TAG, 92, sort="state"
            ),
            Column(
                "answered",
                self.tr("Forms"),
                lambda row: f"{formats.count(row.answered)}/{formats.count(row.invited)}",
                CellKind.NUMBER,
                72,
                tooltip=lambda value: self.tr("{figures}: forms entered, customers asked").format(
                    figures=value
                ),
                gives_way=3,
            ),
            Column(
                "ends_on",
                field("ends_on"),
                lambda row: row.ends_on,
                CellKind.QUIET,
                88,
                sort="ends_on",
                text=formats.day,
                tooltip=formats.full_day,
                gives_way=2,
            ),
            Column("staff", field("staff_id"), lambda row: row.staff, CellKind.QUIET, 76, gives_way=1),
        ]
        self._model = QueryModel(
            columns,
            Source(surveys.find_surveys, surveys.load_surveys),
            self.context.store,
            self.context.jobs,
            sort="number",
            descending=True,
            parent=self,
        )
        self._table = QueryTable(self._model, name=self.tr("Surveys"))
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._empty = EmptyState("", icon="message-square")
        self._table.set_empty(self._empty)
        self._table.arrange(self.context.config.remembered("surveys.columns", {}))

    def _build_head(self) -> None:
        self.head = PaneHead(self.tr("Surveys"))
        self.search = SearchField(self.tr("Part of a title"))
        self.search.setFixedWidth(220)
        self._columns = IconButton("columns-3", self.tr("Columns"))
        self.new_button = Button(self.tr("New survey"), icon="plus", variant=Variant.PRIMARY, key="Ctrl+N")
        self.new_button.setVisible(self.page.may_run)
        for widget in (self.search, self._columns, self.new_button):
            self.head.add_right(widget)

    def _build_layout(self) -> None:
        self._split = ListAndDetail(
            self._table,
            self.page,
            width=self.context.config.remembered("surveys.detail", _DETAIL_WIDTH),
            list_least=_LIST_LEAST,
            detail_least=_DETAIL_LEAST,
            may_overlay=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._split, 1)

    def _connect(self) -> None:
        if self.page.may_run:
            self.add_command("new survey", self.tr("New survey…"), self.add, key="Ctrl+N", icon="plus")
            for name, words, icon, key in (
                ("open", self.tr("Open this survey…"), "log-in", ""),
                ("close", self.tr("End the asking of this survey…"), "log-out", ""),
                ("reopen", self.tr("Open this survey again…"), "repeat", ""),
                ("edit", self.tr("Change what is said about this survey…"), "pencil", "Ctrl+E"),
                ("copy", self.tr("Copy this survey"), "copy", ""),
                ("questions", self.tr("Take the questions from a file…"), "upload", ""),
                ("remove", self.tr("Remove this draft"), "trash-2", ""),
            ):
                self.add_command(f"{name} survey", words, partial(self.do, name), key=key, icon=icon)
        self.add_command(
            "print survey form", self.tr("Print the form…"), self.print_form, key="Ctrl+P", icon="printer"
        )
        self.add_command(
            "save form next", self.tr("Save the form"), self._save_form, key="Ctrl+Return", icon="check"
        )
        if self.page.report is not None:
            self.add_command(
                "keep report texts", self.tr("Keep the texts"), self._keep_texts, key="Ctrl+S", icon="check"
            )
        self.add_command(
            "find survey", self.tr("Find a survey"), self.search.setFocus, key="Ctrl+F", icon="search"
        )
        for place, (name, words) in enumerate(self.page.names.items(), 1):
            self.add_command(
                f"survey {name}",
                self.tr("Survey: {part}").format(part=words),
                partial(self.show_part, name),
                key=f"Alt+{place}",
            )
        self.search.searched.connect(lambda words: self._model.set_filters(search=words or None))
        self.new_button.clicked.connect(self.add)
        self._columns.clicked.connect(self._on_columns)
        self._model.loaded.connect(self._on_loaded)
        self._table.current_changed.connect(lambda _id: self._show_current())
        self._table.opened.connect(lambda _id: self._to_page())
        self._table.typed.connect(self._on_typed)
        self._table.customContextMenuRequested.connect(self._on_menu)
        self._empty.acted.connect(self._on_empty)
        self.page.closed.connect(self._to_list)
        self.page.changed.connect(self.reload)
        self.page.about.wanted.connect(self.do)
        self.page.asked.customer_wanted.connect(self.customer_wanted)

    # --- showing ---------------------------------------------------------------------------------

    def reload(self) -> None:
        self._model.refresh()

    def go_to(self, id: int) -> None:
        self._wanted_id = id
        if self._table.go_to(id):
            self._wanted_id = None

    def show_part(self, name: str) -> None:
        """Look at this part of the current survey."""
        self._split.open_detail()
        self.page.show_part(name)

    def _on_loaded(self) -> None:
        if self._wanted is not None:
            self._go_to_wanted(self._wanted)
        if self._wanted_id is not None and self._table.go_to(self._wanted_id):
            self._wanted_id = None
        count = self._model.rowCount()
        if self._table.current_id is None and count:
            self._table.go_to(self._model.id_at(0))
        self._show_current()
        self.head.set_meta(self.tr("{count} surveys").format(count=formats.count(count)) if count else "")
        if not count:
            self._show_empty()

    def _go_to_wanted(self, uid: str) -> None:
        with self.context.store.read(for_window=True) as session:
            ids = surveys.find_ids(session, [uid])
        if not ids or self._table.go_to(ids[0]):  # one that was removed meanwhile is not waited for
            self._wanted = None

    def _show_current(self) -> None:
        row = self.current
        if row is None:
            if not self._model.rowCount():
                self.page.show_survey(None)
            return

        def done(found: SurveyRecord) -> None:
            now = self.current
            if now is not None and now.uid == found.uid:
                self.page.show_survey(found)

        self.context.jobs.read(
            lambda session: surveys.load_survey(session, row.uid),
            done=done,
            failed=self._on_gone,
            within=0.05,
        )

    def _on_gone(self, error: Exception) -> None:
        """One that was removed meanwhile leaves the list by itself."""
        if not isinstance(error, UserError):
            raise error

    def _show_empty(self) -> None:
        if self._model.filters:
            self._empty.set_text(
                self.tr("No survey has such a title."), action=self.tr("Show all"), icon="list-filter"
            )
        else:
            action = self.tr("New survey") if self.page.may_run else ""
            self._empty.set_text(self.tr("There is no survey yet."), action=action, icon="message-square")

    def _on_empty(self) -> None:
        if self._model.filters:
            self.search.clear()
            self._model.set_filters(search=None)
        else:
            self.add()

    def _on_typed(self, letters: str) -> None:
        self.search.setFocus()
        self.search.setText(letters)

    def _on_columns(self) -> None:
        self._table.columns_menu().popup(self._columns.mapToGlobal(QPoint(0, self._columns.height())))

    def _on_menu(self, at: QPoint) -> None:
        if self.current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, words in self._deeds.items():
            if not self.page.about.buttons[name].isHidden():
                menu.addAction(words, partial(self.do, name))
        menu.addSeparator()
        menu.addAction(self.tr("Copy the row"), self._table.copy)
        menu.popup(self._table.viewport().mapToGlobal(at))

    def _to_page(self) -> None:
        self._split.open_detail()
        if self.page.current == page.ENTRY:
            self.page.entry.start_form()
        else:
            self.page.which.button(self.page.current).setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_list(self) -> None:
        self._split.close_detail()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- deeds -----------------------------------------------------------------------------------

    def do(self, name: str) -> None:
        """Do with the survey on the page what a button of it says, if it is offered."""
        if self.survey is None or self.page.about.buttons[name].isHidden():
            return
        {
            "open": self.open_survey,
            "close": self.close_survey,
            "reopen": self.reopen_survey,
            "edit": self.edit,
            "form": self.print_form,
            "copy": self.copy_survey,
            "questions": self.choose_questions,
            "remove": self.remove,
        }[name]()

    def add(self) -> EditSurvey:
        return self._open_form(None)

    def edit(self) -> EditSurvey | None:
        return None if self.survey is None else self._open_form(self.survey)

    def _open_form(self, record: SurveyRecord | None) -> EditSurvey:
        from rmdesk.ui.dialogs.edit_survey import EditSurvey

        dialog = EditSurvey(self.context, record, parent=self)
        dialog.saved.connect(self._on_saved)
        dialog.open()
        return dialog

    def _on_saved(self, uid: str) -> None:
        self._wanted = uid
        self.reload()

    def open_survey(self) -> ask.Question | None:
        """Draw the sample and begin to ask."""
        one = self.survey
        if one is None:
            return None
        return ask.confirm(
            self,
            title=self.tr("Open survey {number}?").format(number=one.number),
            text=self.tr(
                "Who is asked is drawn now, and their forms are numbered. From then on whom it is about, the "
                "method and whether it is anonymous stay as they are."
            ),
            verb=self.tr("Open"),
            then=lambda: self.page.about.write(
                self.tr("Opening a survey"),
                lambda session: surveys.open_survey(session, one.uid, version=one.version),
            ),
        )

    def close_survey(self) -> ask.Question | None:
        """End the asking."""
        one = self.survey
        if one is None:
            return None
        return ask.confirm(
            self,
            title=self.tr("End the asking of survey {number}?").format(number=one.number),
            text=self.tr("No forms are taken after it. The report is written and signed then."),
            to_do=self.tr("It can be opened again until the report is signed."),
            verb=self.tr("End the asking"),
            then=lambda: self.page.about.write(
                self.tr("Ending a survey"),
                lambda session: surveys.close_survey(session, one.uid, version=one.version),
            ),
        )

    def reopen_survey(self) -> ask.Question | None:
        """Take forms again."""
        one = self.survey
        if one is None:
            return None
        return ask.confirm(
            self,
            title=self.tr("Open survey {number} again?").format(number=one.number),
            text=self.tr("Forms are taken again, of the same customers. What was written is kept."),
            verb=self.tr("Open again"),
            then=lambda: self.page.about.write(
                self.tr("Opening a survey"),
                lambda session: surveys.reopen_survey(session, one.uid, version=one.version),
            ),
        )

    def copy_survey(self) -> None:
        """A draft with the same questions, which is then compared with this one."""
        one = self.survey
        if one is not None:
            self.page.about.write(
                self.tr("Copying a survey"),
                lambda session: surveys.copy_survey(session, one.uid).uid,
                done=self._on_saved,
            )

    def remove(self) -> None:
        """Remove the draft; undo brings it back."""
        one = self.survey
        if one is not None:
            self.page.about.write(
                self.tr("Removing a draft"),
                lambda session: surveys.remove_survey(session, one.uid, version=one.version),
            )

    def choose_questions(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Questions from a file"), "", self.tr("Questionnaires (*.json)")
        )
        if path:
            self.take_questions(Path(path))

    def take_questions(self, path: Path) -> None:
        """Give the survey on the page the questions of this file; what is wrong with it is told."""
        one = self.survey
        if one is None:
            return

        def use_case(session: Any) -> None:
            form = questionnaire.parse(files.read_text(path, most=_LONGEST_FILE))
            surveys.set_questionnaire(session, one.uid, form, seen=one.form_version)

        self.page.about.write(self.tr("Taking questions from a file"), use_case)

    def print_form(self) -> PreviewReport | None:
        """The form of the survey on the page: numbered for each customer once it is open."""
        one = self.survey
        if one is None:
            return None
        from rmdesk.ui.dialogs.preview_report import preview_report

        copies = survey_form.NUMBERED if one.invited else survey_form.BLANK
        preview = preview_report(self.context, "survey_form", parent=self, survey=one.uid, copies=copies)
        preview.open()
        return preview

    def _save_form(self) -> None:
        if self.page.current == page.ENTRY:
            self.page.entry.save()

    def _keep_texts(self) -> None:
        if self.page.report is not None and self.page.current == page.REPORT:
            self.page.report.save()

    # --- state -----------------------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        self.context.config.remember("surveys.columns", self._table.arrangement())
        self.context.config.remember("surveys.detail", self._split.detail_width)
        return {"current": self._table.current_id, "part": self.page.current}

    def restore_state(self, state: dict[str, Any]) -> None:
        if isinstance(state.get("current"), int):
            self._wanted_id = state["current"]
        if isinstance(state.get("part"), str):
            self.page.show_part(state["part"])

    def typed(self) -> dict[str, Any]:
        if self.survey is None:
            return {}
        texts = {} if self.page.report is None else self.page.report.typed()
        found = {"form": self.page.entry.typed(), "texts": texts}
        return {"survey": self.survey.uid} | found if any(found.values()) else {}

    def retype(self, kept: dict[str, Any]) -> None:
        self._wanted = kept["survey"]
        if kept["form"]:
            self.page.entry.retype(kept["survey"], kept["form"])
        if kept["texts"] and self.page.report is not None:
            self.page.report.retype(kept["survey"], kept["texts"])
        self.reload()

    def setFocus(self) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
