"""`rmdesk survey …`: questionnaires in, results out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rmdesk import choices
from rmdesk.cli.command import Answer, Call, Command
from rmdesk.words import QT_TRANSLATE_NOOP, language, translate


class _OfSurvey(Command):
    """What the commands about one survey share."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "survey", metavar="ID", help=QT_TRANSLATE_NOOP("help", "the survey's number or uid")
        )


class SurveyList(Command):
    name = ("survey", "list")
    group_help = QT_TRANSLATE_NOOP("help", "surveys: questionnaires, asking, results")
    help = QT_TRANSLATE_NOOP("help", "list the surveys, the newest first")

    def run(self, call: Call) -> Answer:
        from rmdesk.services import surveys

        with call.signed_in() as vault, vault.store.read() as session:
            found = surveys.load_surveys(session, surveys.find_surveys(session))
        listed = [
            {
                "number": one.number,
                "title": one.title,
                "state": one.state,
                "starts_on": one.starts_on.isoformat(),
                "ends_on": one.ends_on.isoformat(),
                "anonymous": one.is_anonymous,
                "invited": one.invited,
                "answered": one.answered,
            }
            for one in found
        ]
        lines = [
            "\t".join(
                (
                    one.number,
                    one.title,
                    choices.word("survey", "state", one.state),
                    f"{one.answered}/{one.invited}",
                )
            )
            for one in found
        ] or [translate("cli", "There is no survey yet.")]
        return Answer({"surveys": listed}, "\n".join(lines))


class SurveyImportQuestionnaire(Command):
    name = ("survey", "import-questionnaire")
    help = QT_TRANSLATE_NOOP("help", "a new draft, or a draft's new questions, from a file")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "file",
            type=Path,
            metavar="FILE",
            help=QT_TRANSLATE_NOOP(
                "help",
                "a questionnaire (docs/command-line.md says how it is written), or a table of answers",
            ),
        )
        parser.add_argument(
            "--survey",
            metavar="ID",
            help=QT_TRANSLATE_NOOP("help", "the survey that gets these questions; else a new draft is made"),
        )
        parser.add_argument("--title", help=QT_TRANSLATE_NOOP("help", "the title of the new draft"))

    def run(self, call: Call) -> Answer:
        from rmdesk.services import surveys
        from rmdesk.services.surveys import deriving

        given = call.arguments
        form = deriving.read_file(given.file)
        with call.signed_in() as vault, vault.store.write() as session:
            if given.survey is None:
                title = given.title or given.file.stem
                number = surveys.add_survey(session, {"title": title}, form).number
            else:
                record = surveys.load_survey(session, given.survey)
                surveys.set_questionnaire(session, record.uid, form, seen=record.form_version)
                number = record.number
            record = surveys.load_survey(session, number)
        data = {
            "survey": record.number,
            "uid": record.uid,
            "version": record.form_number,
            "questions": len(form.questions),
        }
        text = translate(
            "cli",
            "Survey {number} has {count} questions now.",
            number=record.number,
            count=len(form.questions),
        )
        return Answer(data, text)


class SurveyOpen(_OfSurvey):
    name = ("survey", "open")
    help = QT_TRANSLATE_NOOP("help", "draw the sample of a draft and begin to ask")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--seed",
            type=int,
            metavar="N",
            help=QT_TRANSLATE_NOOP("help", "what the draw begins with; the same draws the same customers"),
        )

    def run(self, call: Call) -> Answer:
        from rmdesk.services import surveys

        with call.signed_in() as vault, vault.store.write() as session:
            record = surveys.load_survey(session, call.arguments.survey)
            surveys.open_survey(session, record.uid, version=record.version, seed=call.arguments.seed)
            record = surveys.load_survey(session, record.uid)
        data = {
            "survey": record.number,
            "population": record.population,
            "invited": record.invited,
            "seed": record.seed,
        }
        text = translate(
            "cli",
            "{count} of {population} customers are asked.",
            count=record.invited,
            population=record.population,
        )
        return Answer(data, text)


class SurveyClose(_OfSurvey):
    name = ("survey", "close")
    help = QT_TRANSLATE_NOOP("help", "end the asking: no answers are taken after it")

    def run(self, call: Call) -> Answer:
        from rmdesk.services import surveys

        with call.signed_in() as vault, vault.store.write() as session:
            record = surveys.load_survey(session, call.arguments.survey)
            surveys.close_survey(session, record.uid, version=record.version)
        return Answer(
            {"survey": record.number, "answered": record.answered},
            translate("cli", "Survey {number} is closed.", number=record.number),
        )


class SurveyResults(_OfSurvey):
    name = ("survey", "results")
    help = QT_TRANSLATE_NOOP("help", "what was answered: counts, shares, means, NPS and their intervals")

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--by",
            choices=("tier", "manager", "age"),
            help=QT_TRANSLATE_NOOP("help", "the same for each of these groups, too"),
        )

    def run(self, call: Call) -> Answer:
        from rmdesk.services import surveys

        with call.signed_in() as vault, vault.store.read() as session:
            results = surveys.load_results(session, call.arguments.survey)
            groups = (
                surveys.load_groups(session, call.arguments.survey, surveys.GroupBy(call.arguments.by))
                if call.arguments.by
                else ()
            )
        response = results.response
        data: dict[str, Any] = {
            "invited": response.invited,
            "answered": response.answered,
            "forms": response.forms,
            "rate": response.rate,
            "ci": response.ci,
            "questions": [_question(results.form, one) for one in results.questions],
            "gaps": [
                {"aspect": one.aspect.value, "expectation": one.expectation, "perception": one.perception}
                | {"gap": one.gap, "p": one.p}
                for one in results.gaps
            ],
            "former": results.former_number,
            "changes": [
                {"question": one.key, "before": one.before, "now": one.now}
                | {"difference": one.difference.difference, "p": one.difference.p}
                for one in results.changes
            ],
        }
        if call.arguments.by:
            data["groups"] = [
                {
                    "label": one.label,
                    "n": one.n,
                    "questions": [_question(results.form, each) for each in one.questions],
                }
                for one in groups
            ]
        lines = [translate("cli", "{forms} forms", forms=response.forms)]
        lines += [_line(results.form, one) for one in results.questions]
        return Answer(data, "\n".join(lines))


def _question(form: Any, one: Any) -> dict[str, Any]:
    found: dict[str, Any] = {
        "key": one.key,
        "number": one.number,
        "kind": one.kind.value,
        "text": form.by_key[one.key].text.in_(language()),
        "n": one.n,
        "hidden": one.hidden,
    }
    if one.options:
        found["counts"] = {option.code: option.count for option in one.options}
        found["shares"] = {option.code: option.share for option in one.options}
        found["share_ci"] = {option.code: option.ci for option in one.options}
    if one.summary is not None:
        found |= {
            "mean": one.summary.mean,
            "deviation": one.summary.deviation,
            "median": one.summary.median,
            "ci": one.summary.ci,
            "top_two": one.top_two,
        }
    if one.promoters is not None:
        found |= {"nps": one.promoters.nps, "nps_ci": one.promoters.ci}
    if one.rows:
        found["rows"] = {code: {"n": row.n, "mean": row.summary.mean} for code, row in one.rows}
    if one.mean_place:
        found["mean_place"] = dict(one.mean_place)
    return found


def _line(form: Any, one: Any) -> str:
    told = f"{one.number}. {form.by_key[one.key].text.in_(language())}\tn={one.n}"
    if one.promoters is not None and one.promoters.nps is not None:
        return f"{told}\tNPS {one.promoters.nps:+.1f}"
    if one.summary is not None and one.summary.mean is not None:
        return f"{told}\t{one.summary.mean:.2f}"
    counted = ", ".join(f"{option.code}: {option.count}" for option in one.options)
    return f"{told}\t{counted}" if counted else told
