"""《客户调研信息汇总报告》: what a branch head signs and sends to head office after a survey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rmdesk import choices, question_labels, segment_labels, words
from rmdesk.services import complaints, roles, settings, surveys
from rmdesk.services.complaints import ComplaintRow
from rmdesk.services.reports import blocks, charts, survey_words, told
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.reports.styles import SMALL
from rmdesk.services.reports.survey_words import percent, points
from rmdesk.services.roles import Permission
from rmdesk.services.surveys import reporting, themes
from rmdesk.services.surveys.questionnaire import Question, QuestionKind
from rmdesk.services.surveys.reporting import Part, ReportRecord
from rmdesk.services.surveys.results import GroupResult, QuestionResult, Results
from rmdesk.words import QT_TRANSLATE_NOOP, translate

_QUOTES = 8  # of one question
_THEMES = 12
_ROW = 7.5  # mm of a bar that lies
_SIGNED, _LINE = 62, 9  # mm: what stands below the measures, and one of them
_FEW_MEASURES = 12
_CHART_LABEL = 32  # halves of a Chinese character that a chart has room for beside its bars
_TOGETHER = 5  # ratings of one section, from which on they stand in one table
_PARTS = {
    Part.PRODUCT: QT_TRANSLATE_NOOP("survey summary", "Products"),
    Part.MARKETING: QT_TRANSLATE_NOOP("survey summary", "Marketing"),
    Part.SERVICE: QT_TRANSLATE_NOOP("survey summary", "Service"),
    Part.OPERATIONS: QT_TRANSLATE_NOOP("survey summary", "Operations"),
}


@dataclass(frozen=True, slots=True)
class OpenTold:
    """What was written to an open question: themes with how many answers, and answers that may be quoted."""

    key: str
    themes: tuple[tuple[str, int], ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything the report tells; `population` is the segment in words, "" for all customers."""

    survey: surveys.SurveyRecord
    branch: str
    population: str
    results: Results
    by_tier: tuple[GroupResult, ...]
    open_answers: Mapping[str, OpenTold]
    report: ReportRecord
    complaints: tuple[ComplaintRow, ...]


def title() -> str:
    return translate("survey summary", "Summary report of the customer survey")


def gather(session: Session, *, survey: str) -> Summary:
    """Raises NotAllowed, UserError `row.gone`, `survey.not_yet`."""
    roles.require(session, Permission.RUN_SURVEYS)
    record = surveys.load_survey(session, survey)
    results = surveys.load_results(session, record.uid)
    expression = record.expression
    return Summary(
        record,
        settings.get(session, "branch.name"),
        "" if expression is None else segment_labels.sentence(expression),
        results,
        surveys.load_groups(session, record.uid, surveys.GroupBy.TIER),
        {
            one.key: _open(session, record.uid, one)
            for one in results.form.questions
            if one.kind is QuestionKind.TEXT
        },
        reporting.load_report(session, record.uid),
        tuple(complaints.list_of_survey(session, surveys.find_survey(session, record.uid).id)),
    )


def _open(session: Session, uid: str, question: Question) -> OpenTold:
    quoted = [one.text for one in themes.list_answers(session, uid, question.key) if one.is_quoted]
    counted = [(one.name, one.count) for one in themes.list_themes(session, uid, question.key) if one.count]
    return OpenTold(question.key, tuple(counted[:_THEMES]), tuple(quoted[:_QUOTES]))


def story(data: Summary) -> Iterable[blocks.Block]:
    one, report = data.survey, data.report
    number = translate("survey summary", "No. {number}", number=one.number)
    revision = (
        translate("survey summary", "revision {number}", number=report.number) if report.number > 1 else ""
    )
    yield blocks.Title(title(), told.joined([number, revision]))
    yield blocks.quiet(told.joined([one.title, data.branch]))
    yield _about(data)
    yield _figures(data)
    yield blocks.Heading(translate("survey summary", "Summary"))
    yield blocks.Text(report.texts.get(Part.SUMMARY) or survey_words.summary(one, data.results))
    yield from _results(data)
    yield from _gaps(data.results)
    yield from _comparison(data.results)
    yield from _tiers(data)
    yield from _complaints(data)
    yield from _findings(data)
    yield from _measures(report)
    yield from _signed(data)


def _about(data: Summary) -> blocks.Facts:
    one = data.survey
    sampled = choices.word("survey", "sampling", one.sampling)
    if one.sample_size is not None:
        sampled = translate(
            "survey summary", "{how}, {count} customers", how=sampled, count=f"{one.sample_size:,}"
        )
    rows = [
        (translate("survey summary", "Period"), f"{told.day(one.starts_on)} – {told.day(one.ends_on)}"),
        (translate("survey summary", "Method"), choices.word("survey", "method", one.method)),
        (translate("survey summary", "Run by"), one.staff),
        (
            translate("survey summary", "Whom it is about"),
            data.population or translate("survey summary", "All customers of the branch"),
        ),
        (translate("survey summary", "Sample"), sampled),
        (
            translate("survey summary", "Anonymous"),
            translate("reports", "Yes") if one.is_anonymous else translate("survey summary", "No"),
        ),
    ]
    facts = [blocks.Fact(label, value) for label, value in rows]
    for label, value in (
        (translate("survey summary", "Purpose"), one.purpose),
        (translate("survey summary", "Content"), one.content),
    ):
        if value:
            facts.append(blocks.Fact(label, value, wide=True))
    return blocks.Facts(facts)


def _figures(data: Summary) -> blocks.Figures:
    response = data.results.response
    found = [
        blocks.Figure(translate("survey summary", "Asked"), f"{response.invited:,}"),
        blocks.Figure(
            translate("survey summary", "Forms"),
            f"{response.forms:,}",
            ""
            if response.answered == response.forms
            else translate("survey summary", "{count} of those asked", count=f"{response.answered:,}"),
        ),
        blocks.Figure(
            translate("survey summary", "Response rate"),
            percent(response.rate),
            survey_words.between(response.ci, percent),
        ),
    ]
    for key in survey_words.leading(data.results):
        question, result = data.results.form.by_key[key], _result(data.results, key)
        if result.promoters is not None and result.promoters.nps is not None:
            found.append(
                blocks.Figure(
                    "NPS", points(result.promoters.nps), survey_words.between(result.promoters.ci, points)
                )
            )
        elif result.summary is not None and result.summary.mean is not None:
            found.append(
                blocks.Figure(
                    translate("survey summary", "Overall satisfaction"),
                    f"{result.summary.mean:.2f} / {question.high}",
                    translate(
                        "survey summary",
                        "{low} and {high}: {share}",
                        low=question.high - 1,
                        high=question.high,
                        share=percent(result.top_two),
                    ),
                )
            )
    return blocks.Figures(found)


def _result(results: Results, key: str) -> QuestionResult:
    return next(one for one in results.questions if one.key == key)


# --- what was answered -------------------------------------------------------------------------------


def _results(data: Summary) -> Iterator[blocks.Block]:
    yield blocks.Heading(translate("survey summary", "Results"))
    yield blocks.Text(
        translate(
            "survey summary",
            "n: forms that answered the question. Intervals are of 95 %: of shares by Wilson, of means by "
            "Student's t, of NPS by the normal distribution.",
        ),
        SMALL,
    )
    if others := survey_words.others(data.results.response):
        yield blocks.Text(others, SMALL)
    language = words.language()
    by_key = {one.key: one for one in data.results.questions}
    together: set[str] = set()
    for section in data.results.form.sections:
        rated = [one.key for one in section.questions if one.kind is QuestionKind.RATING]
        if len(rated) >= _TOGETHER:
            together.update(rated)
            yield blocks.Heading(section.title.in_(language))
            yield _rated(data, [by_key[key] for key in rated], language)
    for result in data.results.questions:
        if result.key in together:
            continue
        question = data.results.form.by_key[result.key]
        yield blocks.Heading(f"{result.number}. {question.text.in_(language)}", f"n = {result.n:,}")
        if result.hidden:
            yield blocks.quiet(
                translate("survey summary", "Too few answered to tell it of an anonymous survey.")
            )
        elif result.n == 0:
            yield blocks.quiet(translate("survey summary", "Nobody answered this question."))
        else:
            yield from _one(data, question, result, language)


def _one(data: Summary, question: Question, result: QuestionResult, language: str) -> Iterator[blocks.Block]:
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            yield _shares(question, result, language)
        case QuestionKind.RANKING:
            yield _places(question, result, language)
        case QuestionKind.RATING | QuestionKind.NPS:
            yield blocks.Text(survey_words.of_scale(question, result))
            yield scale_chart(result)
        case QuestionKind.MATRIX:
            yield _matrix(question, result, language)
        case QuestionKind.NUMBER:
            yield blocks.Text(survey_words.of_number(result))
        case QuestionKind.TEXT:
            yield from _texts(data.open_answers[question.key])
        case QuestionKind.DATE:
            yield blocks.quiet(translate("survey summary", "{count} days were given.", count=result.n))


def _rated(data: Summary, results: list[QuestionResult], language: str) -> blocks.Block:
    """Many ratings of one scale, each in a row."""
    form = data.results.form
    return _ratings([(f"{one.number}. {form.by_key[one.key].text.in_(language)}", one) for one in results])


def shares_chart(question: Question, result: QuestionResult, language: str) -> charts.Chart:
    """How many chose each option, the most chosen first."""
    counted = sorted(result.options, key=lambda one: -one.count)
    names = {one.code: one.text.in_(language) for one in question.options}
    return charts.Chart(
        charts.Shape.ROWS,
        tuple(f"{names[one.code]}  {one.count:,}" for one in counted),
        (charts.Series("", tuple(round(100 * (one.share or 0), 1) for one in counted)),),
        unit="%",
        height=_ROW * len(counted) + 6,
    )


def _shares(question: Question, result: QuestionResult, language: str) -> blocks.Block:
    """A chart, or a table where the options are sentences that a chart would cut."""
    names = {one.code: one.text.in_(language) for one in question.options}
    if max((_room(name) for name in names.values()), default=0) <= _CHART_LABEL:
        return shares_chart(question, result, language)
    counted = sorted(result.options, key=lambda one: -one.count)
    return blocks.Table(
        [
            blocks.Column(translate("survey summary", "Answer"), 11),
            blocks.Column(translate("survey summary", "Forms"), 2, right=True),
            blocks.Column("%", 2, right=True),
            blocks.Column(translate("survey summary", "95 % interval"), 4, right=True),
        ],
        [
            [
                names[one.code],
                f"{one.count:,}",
                percent(one.share),
                survey_words.between(one.ci, percent),
            ]
            for one in counted
        ],
        "",
    )


def _room(name: str) -> int:
    """How wide a name is, in halves of a Chinese character."""
    return sum(1 if one.isascii() else 2 for one in name)


def _places(question: Question, result: QuestionResult, language: str) -> blocks.Block:
    names = {one.code: one.text.in_(language) for one in question.options}
    firsts = {one.code: one for one in result.options}
    listed = sorted(result.mean_place, key=lambda one: one[1] or len(question.options))
    return blocks.Table(
        [
            blocks.Column(translate("survey summary", "In order"), 8),
            blocks.Column(translate("survey summary", "Mean place"), 3, right=True),
            blocks.Column(translate("survey summary", "Put first by"), 3, right=True),
        ],
        [
            [names[code], "" if place is None else f"{place:.2f}", percent(firsts[code].share)]
            for code, place in listed
        ],
        "",
    )


def scale_chart(result: QuestionResult) -> charts.Chart:
    """The share of each number of a scale."""
    return charts.Chart(
        charts.Shape.BARS,
        tuple(one.code for one in result.options),
        (charts.Series("", tuple(round(100 * (one.share or 0), 1) for one in result.options)),),
        unit="%",
        height=34,
    )


def _matrix(question: Question, result: QuestionResult, language: str) -> blocks.Block:
    names = {one.code: one.text.in_(language) for one in question.rows}
    return _ratings([(names[code], row) for code, row in result.rows])


def _ratings(rows: list[tuple[str, QuestionResult]]) -> blocks.Block:
    return blocks.Table(
        [
            blocks.Column(translate("survey summary", "Rated"), 8),
            blocks.Column("n", 2, right=True),
            blocks.Column(translate("survey summary", "Mean"), 2, right=True),
            blocks.Column(translate("survey summary", "95 % interval"), 4, right=True),
            blocks.Column(translate("survey summary", "Two highest"), 3, right=True),
        ],
        [
            [
                name,
                f"{row.n:,}",
                survey_words.mean(row.summary),
                "" if row.summary is None else survey_words.between(row.summary.ci, survey_words.two),
                percent(row.top_two),
            ]
            for name, row in rows
        ],
        "",
    )


def _texts(open_: OpenTold) -> Iterator[blocks.Block]:
    if open_.themes:
        yield charts.Chart(
            charts.Shape.ROWS,
            tuple(name for name, _ in open_.themes),
            (charts.Series("", tuple(float(count) for _, count in open_.themes)),),
            unit=translate("survey summary", "answers"),
            height=_ROW * len(open_.themes) + 6,
        )
    for quote in open_.quotes:
        yield blocks.quiet(translate("survey summary", "“{quote}”", quote=quote))
    if not open_.themes and not open_.quotes:
        yield blocks.quiet(translate("survey summary", "The answers were not put under themes."))


def _gaps(results: Results) -> Iterator[blocks.Block]:
    if not results.gaps:
        return
    yield blocks.Heading(translate("survey summary", "Expected and found"))
    sides = [
        (translate("survey summary", "Expected"), [one.expectation for one in results.gaps]),
        (translate("survey summary", "Found"), [one.perception for one in results.gaps]),
    ]
    yield charts.Chart(
        charts.Shape.BARS,
        tuple(question_labels.aspect(one.aspect) for one in results.gaps),
        tuple(charts.Series(name, tuple(map(survey_words.rounded, means))) for name, means in sides),
    )
    yield blocks.Table(
        [
            blocks.Column(translate("survey summary", "Dimension"), 6),
            blocks.Column(translate("survey summary", "Gap"), 3, right=True),
            blocks.Column(translate("survey summary", "Certain"), 4, right=True),
        ],
        [
            [
                question_labels.aspect(one.aspect),
                "" if one.gap is None else told.minus(f"{one.gap:+.2f}"),
                survey_words.certainty(one.p),
            ]
            for one in results.gaps
        ],
        "",
    )


def _comparison(results: Results) -> Iterator[blocks.Block]:
    if not results.changes:
        return
    language = words.language()
    yield blocks.Heading(
        translate("survey summary", "Against the former survey"), results.former_number or ""
    )
    yield blocks.Table(
        [
            blocks.Column(translate("survey summary", "Question"), 10),
            blocks.Column(translate("survey summary", "Before"), 2.4, right=True),
            blocks.Column(translate("survey summary", "Now"), 2.4, right=True),
            blocks.Column(translate("survey summary", "Change"), 2.6, right=True),
            blocks.Column(translate("survey summary", "Certain"), 4, right=True),
        ],
        [
            [
                f"{one.number}. {results.form.by_key[one.key].text.in_(language)}",
                survey_words.two(one.before),
                survey_words.two(one.now),
                told.minus(f"{one.difference.difference:+.2f}"),
                survey_words.certainty(one.difference.p),
            ]
            for one in results.changes
        ],
        "",
    )


def _tiers(data: Summary) -> Iterator[blocks.Block]:
    keys = survey_words.leading(data.results)
    groups = data.by_tier
    if sum(1 for one in groups if one.label is not None) < 2 or not keys:
        return
    language = words.language()
    yield blocks.Heading(translate("survey summary", "By tier"))
    rows: list[blocks.Row] = []
    for group in groups:
        by_key = {one.key: one for one in group.questions}
        name = group.label or translate("survey summary", "not known")
        rows.append([name, f"{group.n:,}", *(survey_words.short(by_key[key]) for key in keys)])
    yield blocks.Table(
        [
            blocks.Column(translate("survey summary", "Tier"), 4),
            blocks.Column("n", 2, right=True),
            *(blocks.Column(_headed(data.results.form.by_key[key], language), 7, right=True) for key in keys),
        ],
        rows,
        "",
    )


def _headed(question: Question, language: str) -> str:
    """What a column of a question's one figure is called."""
    name = question.text.in_(language)
    return f"{name} (NPS)" if question.kind is QuestionKind.NPS else name


# --- what follows ------------------------------------------------------------------------------------


def _complaints(data: Summary) -> Iterator[blocks.Block]:
    """What was found to be put right, and how far that is; nobody is named to head office."""
    yield blocks.Heading(translate("survey summary", "Complaints found"), f"n = {len(data.complaints):,}")
    yield blocks.Table(
        [
            blocks.Column(translate("survey summary", "Number"), 3),
            blocks.Column(translate("survey summary", "About"), 4),
            blocks.Column(translate("survey summary", "What happened"), 9),
            blocks.Column(translate("survey summary", "State"), 4),
        ],
        [
            [
                one.number,
                choices.word("complaint", "kind", one.kind),
                one.content,
                choices.word("complaint", "state", one.state),
            ]
            for one in data.complaints
        ],
        translate("survey summary", "No complaint was found in this survey."),
    )


def _findings(data: Summary) -> Iterator[blocks.Block]:
    texts = data.report.texts
    yield blocks.Heading(translate("survey summary", "Findings"))
    counted = [one for open_ in data.open_answers.values() for one in open_.themes]
    yield blocks.Text(texts.get(Part.FINDINGS) or survey_words.findings(data.results, counted))
    said = [(part, texts[part]) for part in reporting.SUGGESTIONS if texts.get(part)]
    if said:
        yield blocks.Heading(translate("survey summary", "Suggestions"))
        facts = [
            blocks.Fact(translate("survey summary", _PARTS[part]), text, wide=True) for part, text in said
        ]
        yield blocks.Facts(facts, columns=1)


def _measures(report: ReportRecord) -> Iterator[blocks.Block]:
    # The signature never stands on a page of its own, as long as the measures are few.
    count = max(1, len(report.measures))
    over = _SIGNED + _LINE * count if count <= _FEW_MEASURES else 0
    yield blocks.Heading(translate("survey summary", "Measures"), over=over)
    yield blocks.Table(
        [
            blocks.Column(translate("survey summary", "What is done"), 12),
            blocks.Column(translate("survey summary", "Who"), 4),
            blocks.Column(translate("survey summary", "Until"), 3.4),
        ],
        [[one.what, one.who or "", told.day(one.due_on)] for one in report.measures],
        translate("survey summary", "No measures were decided."),
    )


def _signed(data: Summary) -> Iterator[blocks.Block]:
    report = data.report
    told_of = [
        (translate("survey summary", "Signed by"), report.signed_by),
        (translate("survey summary", "Signed on"), told.day(report.signed_on)),
        (translate("survey summary", "Sent to"), told.joined([report.sent_to, told.day(report.sent_on)])),
    ]
    if facts := [blocks.Fact(label, value) for label, value in told_of if value]:
        yield blocks.Space(4)
        yield blocks.Facts(facts)
    yield blocks.Space(4)
    yield blocks.Signatures(
        [
            translate("survey summary", "Prepared by"),
            translate("survey summary", "Branch head"),
            translate("survey summary", "Date"),
        ]
    )


REPORT = Report(
    title,
    gather,
    story,
    parameters=(Parameter("survey", Type.SURVEY),),
    permission=Permission.RUN_SURVEYS,
)
