"""The pane of surveys: the list of them, and the current one beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from rmdesk import labels
from rmdesk.services import roles, surveys
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission
from rmdesk.services.surveys import SurveyRecord, SurveyRow
from rmdesk.ui import formats
from rmdesk.ui.context import Context
from rmdesk.ui.list_and_page import ListAndPage, Reading, Widths
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes.surveys import page, wording
from rmdesk.ui.panes.surveys.deeds import SurveyDeeds
from rmdesk.ui.panes.surveys.page import SurveyPage
from rmdesk.ui.table import CellKind, Column, QueryTable, Source
from rmdesk.ui.widgets import Button, PaneHead, Segments, Variant

if TYPE_CHECKING:
    from rmdesk.ui.panes.surveys.answers_import import AnswersImport
    from rmdesk.ui.panes.surveys.complaints import ComplaintsView
    from rmdesk.ui.panes.surveys.writing import QuestionnaireEditor

_SURVEYS, _COMPLAINTS = "surveys", "complaints"
_WIDTHS = Widths(page=780, page_least=560, list_least=300)
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
        self._deeds = {
            "open": self.tr("Open…"),
            "close": self.tr("End the asking…"),
            "reopen": self.tr("Open again…"),
            "edit": self.tr("Edit…"),
            "form": self.tr("Print the form…"),
            "copy": self.tr("Copy"),
            "write": self.tr("Write the questions…"),
            "import": self.tr("Import answers…"),
            "questions": self.tr("Questions from a file…"),
            "complaint": self.tr("Complaint found…"),
            "remove": self.tr("Remove"),
        }
        self.page = SurveyPage(context, self._deeds)
        self.deeds = SurveyDeeds(context, self)
        self.complaints: ComplaintsView | None = None
        self._import: AnswersImport | None = None
        self._editor: QuestionnaireEditor | None = None
        self.list = ListAndPage(
            context,
            "surveys",
            self.tr("Surveys"),
            self._columns(),
            Source(surveys.find_surveys, surveys.load_surveys),
            self.page,
            _WIDTHS,
            sort="number",
            descending=True,
            reading=Reading(surveys.load_survey, surveys.find_ids),
            look_for=self.tr("Part of a title"),
            icon="message-square",
        )
        self.search = self.list.search
        self._build_head()
        self._build_layout()
        self._connect()
        self.reload()
        context.bus.watch(self, _WATCHED, self.reload)

    @property
    def table(self) -> QueryTable:
        return self.list.table

    @property
    def current(self) -> SurveyRow | None:
        row: SurveyRow | None = self.list.current
        return row

    @property
    def survey(self) -> SurveyRecord | None:
        """The survey on the page."""
        return self.page.survey

    # --- parts -----------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        def field(name: str) -> str:
            return labels.field("survey", name)

        return [
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
                "state", field("state"), lambda row: wording.state(row.state), CellKind.TAG, 108, sort="state"
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

    def _build_head(self) -> None:
        self.head = PaneHead(self.tr("Surveys"))
        self.new_button = Button(self.tr("New survey"), icon="plus", variant=Variant.PRIMARY, key="Ctrl+N")
        if not self.page.may_run:
            self.new_button.hide()
        self.parts = Segments(
            [(_SURVEYS, self.tr("Surveys")), (_COMPLAINTS, self.tr("Complaints"))],
            name=self.tr("Surveys or complaints"),
            current=_SURVEYS,
        )
        if not roles.allowed(self.context.actor, Permission.HANDLE_COMPLAINTS):
            self.parts.hide()
        self.head.add_left(self.parts)
        for widget in (self.search, self.list.columns_button, self.new_button):
            self.head.add_right(widget)

    def _build_layout(self) -> None:
        self._halves = QStackedWidget()  # surveys, complaints
        self._halves.addWidget(self.list)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._halves, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        if self.page.may_run:
            self.add_command("new survey", self.tr("New survey…"), self.deeds.add, key="Ctrl+N", icon="plus")
            for name, words, icon, key in (
                ("open", self.tr("Open this survey…"), "log-in", ""),
                ("close", self.tr("End the asking of this survey…"), "log-out", ""),
                ("reopen", self.tr("Open this survey again…"), "repeat", ""),
                ("edit", self.tr("Change what is said about this survey…"), "pencil", "Ctrl+E"),
                ("copy", self.tr("Copy this survey"), "copy", ""),
                ("write", self.tr("Write the questions of this survey…"), "pen-line", "Ctrl+Shift+E"),
                ("questions", self.tr("Take the questions from a file…"), "upload", ""),
                ("remove", self.tr("Remove this draft"), "trash-2", ""),
            ):
                self.add_command(f"{name} survey", words, partial(self.deeds.do, name), key=key, icon=icon)
        self.add_command(
            "import survey answers",
            self.tr("Import answers to this survey…"),
            partial(self.deeds.do, "import"),
            key="Ctrl+Shift+I",
            icon="upload",
        )
        self.add_command(
            "print survey form",
            self.tr("Print the form…"),
            self.deeds.print_form,
            key="Ctrl+P",
            icon="printer",
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
        self._stack.currentChanged.connect(self._on_shown)
        self._halves.currentChanged.connect(self._on_shown)
        self.parts.chosen.connect(self.show_half)
        self.new_button.clicked.connect(self.deeds.add)
        self.list.listed.connect(self._on_listed)
        self.list.shown.connect(self.page.show_survey)
        self.list.menu_wanted.connect(self._fill_menu)
        self.list.empty.acted.connect(self._on_empty)
        self.table.opened.connect(lambda _id: self._to_page())
        self.page.closed.connect(self.list.to_list)
        self.page.changed.connect(self.reload)
        self.page.about.wanted.connect(self.deeds.do)
        self.page.asked.customer_wanted.connect(self.customer_wanted)

    # --- showing ---------------------------------------------------------------------------------

    def reload(self) -> None:
        self.list.reload()

    def go_to(self, id: int) -> None:
        self.list.go_to(id)

    def show_place(self, place: Mapping[str, Any]) -> None:
        """`survey` or `complaint`: the uid of one to show; `complaints_of`: a name, of whose what is not
        answered yet.
        """
        if "survey" in place:
            self.show_half(_SURVEYS)
            self.list.want(place["survey"])
        if not {"complaint", "complaints_of"} & place.keys() or self.parts.isHidden():
            return
        self.show_half(_COMPLAINTS)
        if self.complaints is None:
            return
        if "complaint" in place:
            self.complaints.go_to(place["complaint"])
        else:
            self.complaints.show_pending(place["complaints_of"])

    def show_part(self, name: str) -> None:
        """Look at this part of the current survey."""
        self.list.open_detail()
        self.page.show_part(name)

    def _on_listed(self, count: int) -> None:
        if self.parts.current == _SURVEYS:
            self._say_count()
        if not count:
            self._show_empty()

    def _say_count(self) -> None:
        count = self.list.model.rowCount()
        self.head.set_meta(self.tr("{count} surveys").format(count=formats.count(count)) if count else "")

    def _on_gone(self, error: Exception) -> None:
        """One that was removed meanwhile leaves the list by itself."""
        if not isinstance(error, UserError):
            raise error

    def _show_empty(self) -> None:
        if self.list.model.filters:
            words, action, icon = (
                self.tr("No survey has such a title."),
                self.tr("Show all"),
                "list-filter",
            )
        else:
            action = self.tr("New survey") if self.page.may_run else ""
            words, icon = self.tr("There is no survey yet."), "message-square"
        self.list.empty.set_text(words, action=action, icon=icon)

    def _on_empty(self) -> None:
        if self.list.model.filters:
            self.search.clear()
            self.list.model.set_filters(search=None)
        else:
            self.deeds.add()

    def _fill_menu(self, menu: QMenu) -> None:
        for name, words in self._deeds.items():
            if not self.page.about.buttons[name].isHidden():
                menu.addAction(words, partial(self.deeds.do, name))

    def _to_page(self) -> None:
        self.list.open_detail()
        if self.page.current == page.ENTRY:
            self.page.entry.start_form()
        else:
            self.page.which.button(self.page.current).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saved(self, uid: str) -> None:
        """Go to a survey that was just made or changed."""
        self.list.want(uid)

    # --- answers from a file ---------------------------------------------------------------------

    def show_import(self, survey: SurveyRecord) -> AnswersImport:
        """The import of answers to this survey in the place of the list; what is on its way there stays."""
        from rmdesk.ui.panes.surveys.answers_import import AnswersImport  # with the readers of files

        found = self._import
        if found is None or found.survey_uid != survey.uid:
            if found is not None:
                self._stack.removeWidget(found)
                found.deleteLater()
            found = self._import = AnswersImport(self.context, survey)
            found.left.connect(self.show_list)
            self._stack.addWidget(found)
        found.reload()
        self._put_in_place(found)
        return found

    def show_editor(self, survey: SurveyRecord, kept: dict[str, Any] | None = None) -> None:
        """The questions of this survey to be written; what was begun and not kept is there again."""
        found = self._editor
        same = found is not None and found.survey.uid == survey.uid
        if found is not None and same and (found.draft.is_changed or found.survey == survey) and not kept:
            self._put_in_place(found)
            return

        def made(used: dict[str, frozenset[str]]) -> None:
            from rmdesk.ui.panes.surveys.writing import QuestionnaireEditor

            if self._editor is not None:
                self._stack.removeWidget(self._editor)
                self._editor.deleteLater()
            self._editor = QuestionnaireEditor(self.context, survey, used)
            self._editor.left.connect(self.show_list)
            self._editor.saved.connect(self._on_questions_kept)
            self._stack.addWidget(self._editor)
            if kept:
                self._editor.retype(kept)
            self._put_in_place(self._editor)

        self.context.jobs.read(
            lambda session: surveys.used_keys(session, survey.uid),
            done=made,
            failed=self._on_gone,
            within=0.1,
        )

    def _on_questions_kept(self) -> None:
        editor, self._editor = self._editor, None
        self.show_list()
        if editor is not None:
            self._stack.removeWidget(editor)
            editor.deleteLater()
        self.reload()

    def _put_in_place(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        view.setFocus()

    def show_list(self) -> None:
        """Back from what stood in the place of the list."""
        self._stack.setCurrentIndex(0)
        self.setFocus()

    def show_half(self, name: str) -> None:
        """Surveys or complaints."""
        self.parts.choose(name)
        if name == _COMPLAINTS and self.complaints is None:
            from rmdesk.ui.panes.surveys.complaints import ComplaintsView  # seldom the first to be looked at

            self.complaints = ComplaintsView(self.context)
            self.complaints.customer_wanted.connect(self.customer_wanted)
            self._halves.addWidget(self.complaints)
        self._halves.setCurrentIndex(1 if name == _COMPLAINTS else 0)
        for widget in (self.search, self.list.columns_button):
            widget.setVisible(name == _SURVEYS)
        if name == _COMPLAINTS:
            self.head.set_meta("")
        else:
            self._say_count()
        self.new_button.setVisible(name == _SURVEYS and self.page.may_run)
        self.setFocus()

    def take_complaint(self, survey: SurveyRecord) -> None:
        """A complaint that was found in this survey."""
        self.show_half(_COMPLAINTS)
        if self.complaints is not None:
            self.complaints.add(survey_uid=survey.uid)

    def _on_shown(self, _place: int) -> None:
        """The list's commands, and their keys, are those of whatever stands in its place meanwhile."""
        listed = self._stack.currentIndex() == 0 and self._halves.currentIndex() == 0
        for action in self.actions():
            action.setEnabled(listed)

    def take_files(self, paths: Sequence[Path]) -> bool:
        one = self.survey
        if one is None or self.page.about.buttons["import"].isHidden():
            return False
        self.show_import(one).add_files(paths)
        return True

    # --- keys of the parts -----------------------------------------------------------------------

    def _save_form(self) -> None:
        if self.page.current == page.ENTRY:
            self.page.entry.save()

    def _keep_texts(self) -> None:
        if self.page.report is not None and self.page.current == page.REPORT:
            self.page.report.save()

    # --- state -----------------------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        if self.complaints is not None:
            self.complaints.save_state()
        return self.list.save_state() | {"part": self.page.current, "half": self.parts.current}

    def restore_state(self, state: dict[str, Any]) -> None:
        self.list.restore_state(state)
        if isinstance(state.get("part"), str):
            self.page.show_part(state["part"])
        if state.get("half") == _COMPLAINTS and not self.parts.isHidden():
            self.show_half(_COMPLAINTS)

    def typed(self) -> dict[str, Any]:
        if self.survey is None:
            return {}
        texts = {} if self.page.report is None else self.page.report.typed()
        found = {"form": self.page.entry.typed(), "texts": texts}
        if self._import is not None and (files := self._import.typed()):
            found["files"] = {"survey": self._import.survey_uid} | files
        if self._editor is not None and (written := self._editor.typed()):
            found["written"] = written
        return {"survey": self.survey.uid} | found if any(found.values()) else {}

    def retype(self, kept: dict[str, Any]) -> None:
        if kept["form"]:
            self.page.entry.retype(kept["survey"], kept["form"])
        if kept["texts"] and self.page.report is not None:
            self.page.report.retype(kept["survey"], kept["texts"])
        if files := kept.get("files"):
            self.context.jobs.read(
                lambda session: surveys.load_survey(session, files["survey"]),
                done=lambda survey: self.show_import(survey).retype(files),
                failed=self._on_gone,
            )
        if written := kept.get("written"):
            self.context.jobs.read(
                lambda session: surveys.load_survey(session, written["survey"]),
                done=lambda survey: self.show_editor(survey, written),
                failed=self._on_gone,
            )
        self.list.want(kept["survey"])

    def setFocus(self) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        shown = self._stack.currentWidget()
        if shown is not None and self._stack.currentIndex():
            shown.setFocus()
            return
        if self.complaints is not None and self._halves.currentWidget() is self.complaints:
            self.complaints.setFocus()
            return
        self.list.setFocus()
