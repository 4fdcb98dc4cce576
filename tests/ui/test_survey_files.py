"""Files into a survey in the window: questions made of a table of answers, then the answers themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rmdesk.services import surveys
from rmdesk.services.surveys.questionnaire import QuestionKind
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.imports.draft import Step
from rmdesk.ui.panes.surveys.pane import SurveysPane
from tests.support.files_in import write_csv
from tests.support.frames import add_customer, settle
from tests.ui.test_surveys_pane import WAIT, loaded, made, opened

HEADING = ["No", "1. Would you recommend us?", "2. Why do you come?", "3. What do you use?"]


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> SurveysPane:
    for name in ("陈静怡", "王建国", "李晓明"):
        add_customer(context, name)
    return made(qtbot, context)


def test_answers_come_from_a_file_by_the_steps_of_every_import(
    qtbot: QtBot, context: Context, pane: SurveysPane, tmp_path: Path
) -> None:
    uid = opened(qtbot, context, pane)
    rows = [["1", "9", "It is near", "Card, Gold"], ["2", "11", "far", ""], ["3", "", "", ""]]
    path = write_csv(tmp_path / "answers.csv", [HEADING, *rows])
    assert pane.take_files([path])
    view = pane.show_import(pane.survey)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: view.is_checked and bool(view.drafts[0].opened), timeout=WAIT)
    settle(qtbot, context)
    [draft] = view.drafts
    assert draft.error is None
    assert list(draft.columns.values()) == ["form_number", "nps", "why", "used"]
    assert not any(one.isEnabled() for one in pane.actions())  # their keys are the import's meanwhile
    for _step in range(4):
        view.go_on()
        settle(qtbot, context)
    qtbot.waitUntil(lambda: draft.report is not None, timeout=WAIT)
    assert view.step is Step.PREVIEW
    assert draft.report is not None
    assert len(draft.report.rejected_rows) == 2
    view.go_on()
    qtbot.waitUntil(lambda: draft.result is not None, timeout=WAIT)
    settle(qtbot, context)
    assert view.result_page.people.isHidden()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    loaded(qtbot, context, pane)
    assert pane.survey is not None
    assert (pane.survey.uid, pane.survey.answered) == (uid, 1)
    view = pane.show_import(pane.survey)
    view.undo()
    loaded(qtbot, context, pane)
    qtbot.waitUntil(lambda: pane.survey is not None and pane.survey.answered == 0, timeout=WAIT)


def test_a_table_of_answers_gives_a_draft_its_questions(
    qtbot: QtBot, context: Context, pane: SurveysPane, tmp_path: Path
) -> None:
    with context.store.write() as session:
        surveys.add_survey(session, {"title": "网点满意度"})
    pane.reload()
    loaded(qtbot, context, pane)
    qtbot.waitUntil(lambda: pane.survey is not None, timeout=WAIT)
    rows = [["1", "9", "near", "Card, Gold"], ["2", "0", "known", "Gold"], ["3", "7", "near", "Card"]]
    heading = ["No", "1. Would you recommend us?", "2. Which way", "3. What do you use?"]
    pane.deeds.take_questions(write_csv(tmp_path / "answers.csv", [heading, *rows]))
    settle(qtbot, context)
    qtbot.waitUntil(lambda: pane.survey is not None and bool(pane.survey.form.questions), timeout=WAIT)
    assert pane.survey is not None
    kinds = [one.kind for one in pane.survey.form.questions]
    assert kinds == [QuestionKind.NPS, QuestionKind.SINGLE, QuestionKind.MULTIPLE]


def test_files_on_their_way_are_there_again_after_a_lock(
    qtbot: QtBot, context: Context, pane: SurveysPane, tmp_path: Path
) -> None:
    opened(qtbot, context, pane)
    path = write_csv(tmp_path / "answers.csv", [HEADING, ["1", "9", "near", "card"]])
    assert pane.take_files([path])
    assert pane.survey is not None
    view = pane.show_import(pane.survey)
    qtbot.waitUntil(lambda: view.is_checked and bool(view.drafts[0].opened), timeout=WAIT)
    settle(qtbot, context)
    kept = pane.typed()
    again = made(qtbot, context)
    again.retype(kept)
    qtbot.waitUntil(lambda: again._import is not None and bool(again._import.drafts), timeout=WAIT)
    qtbot.waitUntil(lambda: bool(again._import.drafts[0].opened), timeout=WAIT)  # type: ignore[union-attr]
    settle(qtbot, context)
