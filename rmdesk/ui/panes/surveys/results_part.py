"""What was answered: the rate, question by question with its figures and chart, and by group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import question_labels
from rmdesk.models import SurveyState
from rmdesk.services import segments, surveys
from rmdesk.services.reports import survey_summary, survey_words
from rmdesk.services.surveys import GroupBy, Results, SurveyRecord
from rmdesk.services.surveys.questionnaire import QuestionKind
from rmdesk.services.surveys.results import SMALLEST_GROUP, GroupResult, QuestionResult
from rmdesk.ui import formats
from rmdesk.ui.chart_view import ChartView
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.panes.surveys.part import Part, column_of, scrolled
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import EmptyState, Ground, Label, Section, Segments
from rmdesk.words import language

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

_WHOLE = "whole"
_Read = tuple[Results, tuple[GroupResult, ...]]
_Row = tuple[str, ...]


class ResultsPart(Part):
    """Counted anew whenever it is shown or answers come in, on a reading thread."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.results: Results | None = None
        self.groups: tuple[GroupResult, ...] = ()
        self.by = Segments(
            [
                (_WHOLE, self.tr("All together")),
                (GroupBy.TIER.value, self.tr("By tier")),
                (GroupBy.MANAGER.value, self.tr("By manager")),
                (GroupBy.AGE.value, self.tr("By age")),
                (GroupBy.SEGMENT.value, self.tr("By segment")),
            ],
            name=self.tr("Apart"),
        )
        self.by.chosen.connect(lambda _by: self.count())
        self.empty = EmptyState("", icon="file-chart-column")
        self.content = Ground("surface")
        self._column = column_of(self.content)
        head = QHBoxLayout()
        head.addWidget(self.by)
        head.addStretch(1)
        self._column.addLayout(head)
        self._listed: QWidget | None = None
        self.area = scrolled(self.content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        whole.addWidget(self.empty)
        self._asked = 0  # which counting is the newest

    def show_survey(self, survey: SurveyRecord | None) -> None:
        former, self.survey = self.survey, survey
        if survey is None:
            return
        if former is None or former.uid != survey.uid:
            self.by.choose(_WHOLE)
            self._show(None, ())
        if self.isVisible():
            self.count()

    def count(self) -> None:
        """Read the results of the survey shown."""
        survey = self.survey
        if survey is None:
            return
        if survey.state == SurveyState.DRAFT.value:
            self._say(self.tr("There is nothing to count before the survey is opened."))
            return
        self._asked += 1
        asked, by = self._asked, self.by.current

        def read(session: Session) -> _Read:
            found = surveys.load_results(session, survey.uid)
            if by in (_WHOLE, None):
                return found, ()
            kept = _segments(session) if by == GroupBy.SEGMENT else None
            return found, surveys.load_groups(session, survey.uid, GroupBy(by), kept)

        def done(found: _Read) -> None:
            if asked == self._asked:
                self._show(*found)

        self.context.jobs.read(read, done=done, failed=lambda error: self._say(sentence_of(error)))

    def _say(self, sentence: str) -> None:
        self.results, self.groups = None, ()
        self.empty.set_text(sentence, icon="file-chart-column")
        self.empty.show()
        self.area.hide()

    # --- showing ---------------------------------------------------------------------------------

    def _show(self, results: Results | None, groups: tuple[GroupResult, ...]) -> None:
        self.results, self.groups = results, groups
        if self._listed is not None:
            self._listed.deleteLater()
            self._listed = None
        if results is None:
            return
        if results.response.forms == 0:
            self._say(self.tr("No form has been entered yet."))
            return
        self.empty.hide()
        self.area.show()
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.large)
        column.addWidget(Label(self._rate(results), wrap=True, selectable=True))
        if self.by.current == _WHOLE:
            self._show_whole(column, results)
        else:
            column.addWidget(self._by_group(results, groups))
        column.addStretch(1)
        self._column.addWidget(self._listed)

    def _rate(self, results: Results) -> str:
        told = results.response
        words = self.tr(
            "{forms} forms. Of {invited} asked {answered} answered, {refused} refused, {unreached} were not "
            "reached."
        ).format(
            forms=formats.count(told.forms),
            invited=formats.count(told.invited),
            answered=formats.count(told.answered),
            refused=formats.count(told.refused),
            unreached=formats.count(told.unreached),
        )
        if told.rate is None:
            return words
        rate = self.tr("Response rate {rate}.").format(rate=survey_words.percent(told.rate))
        between = "" if language() == "zh_CN" else " "
        return between.join(part for part in (words, rate, survey_words.others(told)) if part)

    def _show_whole(self, column: QVBoxLayout, results: Results) -> None:
        for one in results.questions:
            column.addWidget(self._question(results, one))
        if results.gaps:
            column.addWidget(self._gaps(results))
        if results.former_number is not None and results.changes:
            column.addWidget(self._changes(results))

    def _question(self, results: Results, one: QuestionResult) -> QWidget:
        question = results.form.by_key[one.key]
        title = f"{one.number}. {question.text.in_(language())}"
        part = Section(title, fact=f"n = {formats.count(one.n)}", wraps=True)
        if one.hidden:
            part.body.addWidget(
                Label(
                    self.tr("Fewer than {least} forms: nothing is told of an anonymous survey.").format(
                        least=SMALLEST_GROUP
                    ),
                    ink="secondary",
                )
            )
            return part
        if one.n == 0:
            part.body.addWidget(Label(self.tr("Nobody answered this question."), ink="secondary"))
            return part
        match question.kind:
            case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
                part.body.addWidget(ChartView(survey_summary.shares_chart(question, one, language())))
            case QuestionKind.RATING | QuestionKind.NPS:
                words = survey_words.of_scale(question, one)
                part.body.addWidget(Label(words, wrap=True, selectable=True))
                part.body.addWidget(ChartView(survey_summary.scale_chart(one)))
            case QuestionKind.MATRIX:
                names = {row.code: row.text.in_(language()) for row in question.rows}
                part.body.addWidget(self._ratings([(names[code], row) for code, row in one.rows]))
            case QuestionKind.RANKING:
                names = {option.code: option.text.in_(language()) for option in question.options}
                places = sorted(one.mean_place, key=lambda each: each[1] or len(names))
                rows = [(names[code], survey_words.two(place)) for code, place in places]
                part.body.addWidget(_grid((self.tr("In order"), self.tr("Mean place")), rows))
            case QuestionKind.NUMBER:
                part.body.addWidget(Label(survey_words.of_number(one), wrap=True, selectable=True))
            case QuestionKind.TEXT | QuestionKind.DATE:
                words = self.tr("{count} answers").format(count=formats.count(one.n))
                part.body.addWidget(Label(words, ink="secondary"))
        return part

    def _ratings(self, rows: list[tuple[str, QuestionResult]]) -> QWidget:
        return _grid(
            (self.tr("Rated"), "n", self.tr("Mean"), self.tr("95 % interval"), self.tr("Two highest")),
            [
                (
                    name,
                    formats.count(row.n),
                    survey_words.mean(row.summary),
                    "" if row.summary is None else survey_words.between(row.summary.ci, survey_words.two),
                    survey_words.percent(row.top_two),
                )
                for name, row in rows
            ],
        )

    def _gaps(self, results: Results) -> QWidget:
        part = Section(self.tr("What was expected and what was found"))
        part.body.addWidget(
            _grid(
                (
                    self.tr("Dimension"),
                    self.tr("Expected"),
                    self.tr("Found"),
                    self.tr("Gap"),
                    self.tr("More than chance"),
                ),
                [
                    (
                        question_labels.aspect(one.aspect),
                        survey_words.two(one.expectation),
                        survey_words.two(one.perception),
                        survey_words.two(one.gap),
                        survey_words.certainty(one.p),
                    )
                    for one in results.gaps
                ],
            )
        )
        return part

    def _changes(self, results: Results) -> QWidget:
        part = Section(self.tr("Against survey {number}").format(number=results.former_number))
        part.body.addWidget(
            _grid(
                (
                    self.tr("Question"),
                    self.tr("Before"),
                    self.tr("Now"),
                    self.tr("Difference"),
                    self.tr("More than chance"),
                ),
                [
                    (
                        f"{one.number}. {results.form.by_key[one.key].text.in_(language())}",
                        survey_words.two(one.before),
                        survey_words.two(one.now),
                        survey_words.two(one.difference.difference),
                        survey_words.certainty(one.difference.p),
                    )
                    for one in results.changes
                ],
            )
        )
        return part

    def _why_none(self) -> str:
        if self.survey is not None and self.survey.is_anonymous:
            return self.tr("Nobody can tell whose anonymous forms are, so there are no such groups.")
        return self.tr("No segment has been kept yet: make one under Plans.")

    def _by_group(self, results: Results, groups: tuple[GroupResult, ...]) -> QWidget:
        """The scaled questions, a column for each; small groups of anonymous surveys stay hidden."""
        scaled = [one for one in results.questions if one.kind in (QuestionKind.RATING, QuestionKind.NPS)]
        heads = (self.tr("Group"), self.tr("Forms"), *(str(one.number) for one in scaled))
        rows: list[_Row] = [
            (
                one.label or self.tr("not known"),
                formats.count(one.n),
                *(
                    survey_words.short(next(each for each in one.questions if each.key == wanted.key))
                    for wanted in scaled
                ),
            )
            for one in groups
        ]
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        if not rows:
            column.addWidget(Label(self._why_none(), ink="secondary", wrap=True))
            return whole
        column.addWidget(_grid(heads, rows))
        column.addSpacing(SPACE.medium)
        for one in scaled:
            words = f"{one.number}. {results.form.by_key[one.key].text.in_(language())}"
            column.addWidget(Label(words, style=TYPE.secondary, ink="secondary", wrap=True))
        return whole


def _segments(session: Session) -> dict[str, segments.Expression]:
    """The segments that whoever acts keeps or shares, by name."""
    return {one.name: one.expression for one in segments.list_segments(session) if one.expression is not None}


def _grid(heads: _Row, rows: Sequence[_Row]) -> QWidget:
    """A few figures in columns, the first one words."""
    found = QWidget()
    grid = QGridLayout(found)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE.large)
    grid.setVerticalSpacing(SPACE.tiny)
    grid.setColumnStretch(0, 1)
    for line, cells in enumerate([heads, *rows]):
        for place, words in enumerate(cells):
            is_head = line == 0
            label = Label(
                words,
                style=TYPE.secondary if is_head else TYPE.body,
                ink="secondary" if is_head else "text",
                wrap=place == 0,
                tabular=place > 0,
            )
            side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag(0)
            grid.addWidget(label, line, place, side)
    return found
