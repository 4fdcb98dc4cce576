"""The results of a survey of thirty questions and ten thousand answers, by group; its report; its entry.

Results in processor time of the thread, since by the clock a busy machine tells of the others.
"""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from typing import Any

from sqlalchemy import select

from rmdesk.models import Survey, SurveyResponse, SurveyVersion, Tier
from rmdesk.services import accounts, bulk, changes, customers, reports, surveys
from rmdesk.services.surveys import questionnaire, reporting
from rmdesk.services.vault import Vault, open_vault
from tests.bench import entering_forms
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import Grounds

_ANSWERS = 10_000
_RAW = "the answers read by one statement of the driver, parsed, and each counted under its question"
_BARE = "the answers read and parsed alone"


def _form(kinds: list[str]) -> questionnaire.Questionnaire:
    asked = []
    options = [{"code": str(one), "text": f"选项{one}"} for one in range(1, 7)]
    for place, kind in enumerate(kinds, 1):
        one: dict[str, Any] = {"key": f"q{place}", "kind": kind, "text": f"第{place}个问题怎么样？"}
        if kind == "rating":
            one |= {"low": 1, "high": 10}
        if kind in ("single", "multiple"):
            one |= {"options": options}
        if kind == "matrix":
            one |= {"rows": options[:4], "low": 1, "high": 5}
        asked.append(one)
    return questionnaire.read({"version": 1, "sections": [{"key": "s", "questions": asked}]})


def _answers(chance: random.Random, form: questionnaire.Questionnaire) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for one in form.questions:
        match one.kind.value:
            case "rating" | "nps":
                found[one.key] = chance.randint(one.low, one.high)
            case "single":
                found[one.key] = str(chance.randint(1, 6))
            case "multiple":
                found[one.key] = sorted(chance.sample("123456", 2))
            case "matrix":
                found[one.key] = {row.code: chance.randint(1, 5) for row in one.rows}
            case _:
                found[one.key] = chance.choice(("排队太久", "很好", "到期提醒很及时", "利率低"))
    return found


def _filled(vault: Vault, kinds: list[str], count: int) -> str:
    """A closed survey with so many answers; its uid."""
    form, chance = _form(kinds), random.Random(8)
    with vault.store.write() as session:
        customers.add_customer(session, {"name": "陈静怡"})
    with vault.store.write() as session:
        uid: str = surveys.add_survey(session, {"title": "满意度"}, form).uid
    with vault.store.write() as session:
        surveys.open_survey(session, uid, version=1)
    with vault.store.write() as session:
        survey = session.scalars(select(Survey).where(Survey.uid == uid)).one()
        version = session.scalar(select(SurveyVersion.id).where(SurveyVersion.survey_id == survey.id))
        tiers = list(session.scalars(select(Tier.id)))
        changes.describe(session, "survey.answered", subject=survey)
        bulk.insert(
            session,
            SurveyResponse,
            [
                {
                    "survey_id": survey.id,
                    "version_id": version,
                    "is_anonymous": False,
                    "form_number": str(place),
                    "answered_on": date.today(),
                    "tier_id": chance.choice(tiers),
                    "answers": json.dumps(_answers(chance, form), ensure_ascii=False),
                }
                for place in range(count)
            ],
        )
    with vault.store.write() as session:
        surveys.close_survey(session, uid, version=2)
    return uid


def run(grounds: Grounds) -> Iterable[Figure]:
    count, rounds = (500 if grounds.quick else _ANSWERS), grounds.rounds(9)
    thirty = ["rating"] * 14 + ["nps"] * 2 + ["single"] * 6 + ["multiple"] * 4 + ["matrix"] * 2 + ["text"] * 2
    with closing(open_vault(grounds.copy_of_vault("surveys"))) as vault:
        accounts.sign_in(vault)
        uid = _filled(vault, thirty, count)
        with vault.store.read() as session:
            cursor: Any = session.connection().connection.cursor()

            def parsed() -> list[dict[str, Any]]:
                cursor.execute("SELECT answers FROM survey_response")
                return [json.loads(row[0]) for row in cursor.fetchall()]

            def floor() -> None:
                counts: dict[str, Counter[str]] = {}
                for form in parsed():
                    for key, answer in form.items():
                        counts.setdefault(key, Counter())[str(answer)] += 1

            name = f"results of {len(thirty)} questions and {count:,} answers"
            samples, floors = in_turn(
                rounds, _timed(lambda: surveys.load_results(session, uid)), _timed(floor)
            )
            yield Figure(name, "ms", samples, floors, _RAW, Limit(300))
            by = surveys.GroupBy.TIER
            samples, floors = in_turn(
                rounds,
                _timed(lambda: surveys.load_groups(session, uid, by)),
                _timed(lambda: parsed() and None),
            )
            yield Figure(f"{name}, by tier", "ms", samples, floors, _BARE, Limit(1000))
        charted = _filled(vault, ["rating"] * 6 + ["nps"] * 2 + ["single"] * 2 + ["multiple"] * 2, count)
        taken: list[float] = []
        size = 0
        for _round in range(min(rounds, 5)):
            began = time.perf_counter()
            with vault.store.read() as session:
                reporting.load_report(session, charted)
                made = reports.prepare(session, "survey_summary", {"survey": charted})
            size = len(reports.render(made, "zh_CN").pdf)
            taken.append(time.perf_counter() - began)
        yield Figure("summary report of twelve charts as PDF", "s", tuple(taken), limit=Limit(3))
        yield Figure("summary report: size", "KB", (size / 1000,), limit=Limit(1000))
        yield from entering_forms.typed(vault, _form(thirty), grounds.rounds(5))


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def measured() -> float:
        began = time.thread_time()
        work()
        return (time.thread_time() - began) * 1000

    return measured
