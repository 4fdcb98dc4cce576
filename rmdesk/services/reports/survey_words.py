"""Figures of surveys in words: shares, means, intervals, and the sentences a report proposes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rmdesk import choices, question_labels, words
from rmdesk.services.reports import told
from rmdesk.services.surveys import SurveyRecord, statistics
from rmdesk.services.surveys.questionnaire import Aspect, Question, QuestionKind
from rmdesk.services.surveys.results import QuestionResult, Response, Results
from rmdesk.words import translate

_LOWEST = 3  # things rated lowest that are named


def percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def points(value: float | None) -> str:
    """NPS with its sign."""
    return "–" if value is None else told.minus(f"{value:+.1f}")


def two(value: float | None) -> str:
    """Two decimals."""
    return "–" if value is None else told.minus(f"{value:.2f}")


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def mean(summary: statistics.Summary | None) -> str:
    return two(None if summary is None else summary.mean)


def between(ci: statistics.Interval | None, told_as: Callable[[float], str]) -> str:
    """An interval: 71.2% – 80.4%."""
    return "" if ci is None else f"{told_as(ci[0])} – {told_as(ci[1])}"


def certainty(p: float | None) -> str:
    """Whether a difference is more than chance, at 95 %."""
    if p is None:
        return translate("survey words", "too few")
    if p < 1 - statistics.LEVEL:
        return translate("survey words", "yes (p {p})", p=_p(p))
    return translate("survey words", "no (p {p})", p=_p(p))


def _p(p: float) -> str:
    return "< 0.001" if p < 0.001 else f"= {p:.3f}"


def short(result: QuestionResult) -> str:
    """The one figure of a question in a table."""
    if result.hidden or result.n == 0:
        return "–"
    if result.promoters is not None:
        return points(result.promoters.nps)
    return mean(result.summary)


def leading(results: Results) -> list[str]:
    """The questions a report leads with: overall satisfaction and the recommendation, where there are."""
    found: list[str] = []
    for wanted in (_is_overall, _is_nps):
        key = next((one.key for one in results.form.questions if wanted(one)), None)
        if key is not None and not next(one.hidden for one in results.questions if one.key == key):
            found.append(key)
    return found


def _is_overall(one: Question) -> bool:
    return one.kind is QuestionKind.RATING and one.aspect is Aspect.OVERALL


def _is_nps(one: Question) -> bool:
    return one.kind is QuestionKind.NPS


def of_scale(question: Question, result: QuestionResult) -> str:
    """Mean, deviation, median, two highest, and NPS in one line."""
    summary = result.summary
    if summary is None or summary.mean is None:
        return ""
    parts = [
        _mean(summary),
        translate("survey words", "deviation {value}", value=two(summary.deviation)),
        translate("survey words", "median {value}", value=two(summary.median)),
        translate(
            "survey words",
            "{low} and {high}: {share}",
            low=question.high - 1,
            high=question.high,
            share=percent(result.top_two),
        ),
    ]
    found = result.promoters
    if found is not None and found.nps is not None:
        parts.insert(
            0,
            translate(
                "survey words",
                "NPS {nps} [{ci}]: {promoters} promoters, {passives} passives, {detractors} detractors",
                nps=points(found.nps),
                ci=between(found.ci, points),
                promoters=percent(found.promoters),
                passives=percent(found.passives),
                detractors=percent(found.detractors),
            ),
        )
    return told.joined(parts, translate("labels", "; "))


def _mean(summary: statistics.Summary) -> str:
    told_ = translate("survey words", "mean {mean}", mean=two(summary.mean))
    return told_ if summary.ci is None else f"{told_} [{between(summary.ci, two)}]"


def others(response: Response) -> str:
    """Which forms the response rate does not count; "" if it counts them all."""
    count = response.forms - response.answered
    if count <= 0 or response.rate is None:
        return ""
    return translate(
        "survey words",
        "{count} forms name nobody who was asked: they count among the answers, not in the response rate.",
        count=f"{count:,}",
    )


def of_number(result: QuestionResult) -> str:
    summary = result.summary
    if summary is None or summary.mean is None:
        return ""
    return told.joined(
        [
            translate("survey words", "mean {mean}", mean=two(summary.mean)),
            translate("survey words", "deviation {value}", value=two(summary.deviation)),
            translate("survey words", "median {value}", value=two(summary.median)),
        ],
        translate("labels", "; "),
    )


def summary(survey: SurveyRecord, results: Results) -> str:
    """What the report says in a few sentences as long as nobody wrote it."""
    response = results.response
    found = [
        translate(
            "survey words",
            "From {first} to {last} {invited} customers were asked ({method}), of whom {answered} answered, "
            "which is {rate}; {forms} forms came back in all.",
            first=told.in_words(survey.starts_on),
            last=told.in_words(survey.ends_on),
            method=choices.word("survey", "method", survey.method),
            invited=f"{response.invited:,}",
            answered=f"{response.answered:,}",
            forms=f"{response.forms:,}",
            rate=percent(response.rate),
        )
    ]
    for key in leading(results):
        question = results.form.by_key[key]
        one = next(each for each in results.questions if each.key == key)
        if one.promoters is not None and one.promoters.nps is not None:
            found.append(translate("survey words", "The NPS is {nps}.", nps=points(one.promoters.nps)))
        elif one.summary is not None and one.summary.mean is not None:
            found.append(
                translate(
                    "survey words",
                    "Overall satisfaction is {mean} of {most}; {share} gave one of the two highest marks.",
                    mean=two(one.summary.mean),
                    most=question.high,
                    share=percent(one.top_two),
                )
            )
    found += _changed(results)
    return ("" if words.language() == "zh_CN" else " ").join(found)


def _changed(results: Results) -> list[str]:
    leads = leading(results)
    found = []
    for one in results.changes:
        if one.key not in leads or not one.difference.difference:
            continue
        name = "NPS" if _is_nps(results.form.by_key[one.key]) else question_labels.aspect(Aspect.OVERALL)
        template = (
            translate("survey words", "{name} rose by {by} against survey {former}")
            if one.difference.difference > 0
            else translate("survey words", "{name} fell by {by} against survey {former}")
        )
        certain = (
            translate("survey words", ", which is more than chance.")
            if one.difference.is_significant
            else translate("survey words", ", which may be chance.")
        )
        by = two(abs(one.difference.difference))
        said = template.format(name=name, by=by, former=results.former_number)
        found.append(said + certain)
    return found


def _part(question: Question, value: float) -> float:
    return (value - question.low) / (question.high - question.low)


def findings(results: Results, themes: Sequence[tuple[str, int]]) -> str:
    """What stands out as long as nobody wrote it: what is rated lowest, and what answers are about."""
    if not results.response.forms:
        return translate("survey words", "Nobody has answered yet: there is nothing to be found.")
    language = words.language()
    rated: list[tuple[float, str, float]] = []
    for one in results.questions:
        question = results.form.by_key[one.key]
        if question.kind is QuestionKind.RATING and one.summary is not None and one.summary.mean is not None:
            # As a part of its scale, so that ratings of different scales stand in one order.
            rated.append((_part(question, one.summary.mean), question.text.in_(language), one.summary.mean))
        names = {row.code: row.text.in_(language) for row in question.rows}
        rated += [
            (_part(question, row.summary.mean), names[code], row.summary.mean)
            for code, row in one.rows
            if row.summary is not None and row.summary.mean is not None
        ]
    found = []
    if len(rated) > _LOWEST:
        lowest = told.joined(
            [f"{name} ({two(value)})" for _, name, value in sorted(rated)[:_LOWEST]],
            translate("labels", ", "),
        )
        found.append(translate("survey words", "Rated lowest: {what}.", what=lowest))
    if themes:
        most = sorted(themes, key=lambda one: -one[1])[:5]
        listed = told.joined([f"{name} ({count})" for name, count in most], translate("labels", ", "))
        found.append(translate("survey words", "Open answers are mostly about: {what}.", what=listed))
    if not found:
        return translate("survey words", "Nothing stands out among the figures.")
    return ("" if language == "zh_CN" else " ").join(found)
