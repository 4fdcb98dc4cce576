"""`survey`: from a file of questions to results, as a branch head does it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rmdesk.models import Role
from rmdesk.services import customers, staff, surveys
from rmdesk.services.actor import Actor
from rmdesk.services.surveys import From, templates
from rmdesk.services.vault import Vault
from tests.cli.conftest import Run, Secret
from tests.services.surveys.test_questionnaire import DOCUMENT
from tests.support.files_in import write_csv
from tests.support.vaults import OpenAgain, add_person

HEAD, PASSWORD = "沈德明", "一次性密码 Abc-2468"


@pytest.fixture
def run_as_head(run: Run, secret: Secret, vault: Vault) -> Run:
    person = add_person(vault, HEAD, PASSWORD, [Role.BRANCH_HEAD])
    vault.store.actor = Actor.of(person)
    with vault.store.write() as session:
        for place in range(3):
            customers.add_customer(session, {"name": f"陈静{'怡文明'[place]}"})
    vault.close()
    password = secret("head", PASSWORD)

    def run_(*typed: object):
        return run("--vault", vault.folder.root, "--user", HEAD, "--password-file", password, *typed)

    return run_


def test_from_questions_to_results(run_as_head: Run, tmp_path: Path, open_again: OpenAgain) -> None:
    file = tmp_path / "满意度.json"
    file.write_text(json.dumps(DOCUMENT, ensure_ascii=False), "utf-8-sig")
    made = run_as_head("survey", "import-questionnaire", file, "--json").data
    assert (made["questions"], made["version"]) == (5, 1)
    number = made["survey"]
    assert run_as_head("survey", "results", number).status == 1
    asked = run_as_head("survey", "open", number, "--json").data
    assert (asked["invited"], asked["population"], asked["seed"]) == (3, 3, None)
    again = run_as_head("survey", "import-questionnaire", file, "--survey", number, "--json").data
    assert (again["survey"], again["version"]) == (number, 1)
    _answer(open_again, number)
    told = run_as_head("survey", "results", number, "--by", "tier", "--json").data
    assert (told["invited"], told["answered"], told["forms"]) == (3, 1, 1)
    by_key = {one["key"]: one for one in told["questions"]}
    assert (by_key["q1"]["mean"], by_key["q1"]["counts"]["9"]) == (9, 1)
    assert by_key["q3"]["nps"] == 100
    assert "mean" not in by_key["q5"]
    assert [one["n"] for one in told["groups"]] == [1]
    assert "NPS +100" in run_as_head("survey", "results", number).answer
    assert run_as_head("survey", "close", number, "--json").data == {"survey": number, "answered": 1}
    [listed] = run_as_head("survey", "list", "--json").data["surveys"]
    assert (listed["title"], listed["state"], listed["answered"]) == ("满意度", "closed", 1)


def _answer(open_again: OpenAgain, number: str) -> None:
    """As the branch head, in another sitting."""
    vault = open_again()
    with vault.store.read() as session:
        vault.store.actor = Actor.of(staff.get_active(session, HEAD))
    with vault.store.write() as session:
        uid = surveys.load_survey(session, number).uid
        given = {"q1": 9, "q3": 10, "q4": {"a": 1, "b": 2}}
        surveys.enter_response(session, uid, given, From(form_number="1"))
    vault.close()


def test_answers_from_a_file(run_as_head: Run, tmp_path: Path) -> None:
    file = tmp_path / "满意度.json"
    file.write_text(json.dumps(DOCUMENT, ensure_ascii=False), "utf-8")
    number = run_as_head("survey", "import-questionnaire", file, "--json").data["survey"]
    asked = DOCUMENT["sections"][0]["questions"][0]["text"]["zh_CN"]
    answers = write_csv(tmp_path / "答卷.csv", [["问卷编号", asked], ["1", "9"], ["2", "十一"]])
    assert run_as_head("import", "responses", answers, "--survey", number).status == 1  # nobody is asked yet
    run_as_head("survey", "open", number)
    arguments = ("import", "responses", answers, "--survey", number, "--json")
    assert run_as_head(*arguments, "--dry-run").data["imported"] == 1
    done = run_as_head(*arguments).data
    assert (done["imported"], done["rejected"], done["file_rows"]) == (1, 1, 3)
    assert run_as_head("survey", "results", number, "--json").data["forms"] == 1


def test_a_file_that_is_no_questionnaire(run_as_head: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    file.write_text('{"version": 1, "sections": [{"key": 5}]}', "utf-8")
    refused = run_as_head("survey", "import-questionnaire", file)
    assert refused.status == 1
    assert run_as_head("survey", "list").answer.strip() == "There is no survey yet."


def test_shipped_templates_are_whole_and_in_both_languages() -> None:
    found = templates.load()
    assert list(found) == ["overall", "service", "event", "manager"]
    for template in found.values():
        assert template.title.zh_CN
        assert template.title.en
        for question in template.form.questions:
            for words in (question.text, *(one.text for one in (*question.options, *question.rows))):
                assert words.zh_CN
                assert words.en
                assert words.zh_CN != words.en
    assert {one.aspect for one in found["service"].form.questions if one.side} == set(
        surveys.questionnaire.DIMENSIONS
    )


def test_questions_come_from_a_table_of_answers_too(run_as_head: Run, tmp_path: Path) -> None:
    table = tmp_path / "答卷.csv"
    rows = [["1", "8", "柜面", "排队太久"], ["2", "9", "手机银行", "很好"], ["3", "7", "柜面", ""]]
    write_csv(table, [["问卷编号", "1.总体满意度(1-10)", "2.最常用渠道", "3.意见与建议"], *rows])
    made = run_as_head("survey", "import-questionnaire", table, "--title", "旧问卷", "--json").data
    assert made["questions"] == 3
    broken = tmp_path / "坏.json"
    broken.write_text("[", "utf-8")
    assert run_as_head("survey", "import-questionnaire", broken).status == 1
