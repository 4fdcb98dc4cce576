"""The pane of surveys: drafted, opened, filled from paper by keyboard, counted; what each role is offered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rmdesk.services import surveys
from rmdesk.services.actor import Actor
from rmdesk.services.surveys import questionnaire, reporting
from rmdesk.ui.context import Context
from rmdesk.ui.panes.surveys.answer_fields import ScaleField, TypedField
from rmdesk.ui.panes.surveys.pane import SurveysPane
from rmdesk.ui.panes.surveys.results_part import ResultsPart
from tests.support.frames import add_customer, add_people, settle

WAIT = 60_000  # ms: a limit, not a measure
FORM = {
    "version": questionnaire.VERSION,
    "sections": [
        {
            "key": "s",
            "questions": [
                {
                    "key": "nps",
                    "kind": "nps",
                    "text": {"en": "Would you recommend us?"},
                },
                {
                    "key": "why",
                    "kind": "single",
                    "text": {"en": "Why do you come?"},
                    "options": [
                        {"code": "near", "text": {"en": "It is near"}},
                        {"code": "known", "text": {"en": "I know people"}},
                    ],
                },
                {
                    "key": "used",
                    "kind": "multiple",
                    "text": {"en": "What do you use?"},
                    "options": [
                        {"code": "card", "text": {"en": "Card"}},
                        {"code": "loan", "text": {"en": "Loan"}},
                        {"code": "gold", "text": {"en": "Gold"}},
                    ],
                },
                {"key": "say", "kind": "text", "text": {"en": "Anything else?"}, "required": False},
            ],
        }
    ],
}


@pytest.fixture
def people(context: Context) -> dict[str, Actor]:
    """A supervisor, who acts last, and a manager with customers."""
    head = context.store.actor
    assert head is not None
    found = {"head": head} | add_people(context, "manager", "supervisor")
    for name in ("陈静怡", "王建国", "李晓明"):
        add_customer(context, name)
    context.store.actor = found["supervisor"]
    return found


@pytest.fixture
def pane(qtbot: QtBot, context: Context, people: dict[str, Actor]) -> Iterator[SurveysPane]:
    yield made(qtbot, context)
    settle(qtbot, context)


def made(qtbot: QtBot, context: Context) -> SurveysPane:
    found = SurveysPane(context)
    qtbot.addWidget(found)
    found.resize(1200, 700)
    found.show()
    found.activateWindow()
    loaded(qtbot, context, found)
    return found


def loaded(qtbot: QtBot, context: Context, pane: SurveysPane) -> None:
    """Wait for what is being saved, for the list, and for the page."""
    settle(qtbot, context)
    tables = (pane.table.query, pane.page.asked.model, pane.page.entry.model)
    qtbot.waitUntil(lambda: not any(one.is_busy for one in tables), timeout=WAIT)
    settle(qtbot, context)


def opened(qtbot: QtBot, context: Context, pane: SurveysPane, **given: object) -> str:
    """A survey with the questions above that is being asked, and on the page."""
    with context.store.write() as session:
        form = questionnaire.parse(json.dumps(FORM))
        survey = surveys.add_survey(session, {"title": "网点满意度"} | given, form)
        surveys.open_survey(session, survey.uid, version=survey.version, seed=1)
        uid = survey.uid
    pane.reload()
    loaded(qtbot, context, pane)
    qtbot.waitUntil(lambda: pane.survey is not None and pane.survey.uid == uid, timeout=WAIT)
    return uid


def results_of(pane: SurveysPane) -> ResultsPart:
    assert pane.page.results is not None
    return pane.page.results


def press(pane: SurveysPane, *keys: Qt.Key) -> None:
    """Into whatever has the focus in the pane's window."""
    for key in keys:
        focused = pane.window().focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def test_a_draft_is_made_from_a_template_changed_opened_and_ended(
    qtbot: QtBot, context: Context, pane: SurveysPane, tmp_path: Path
) -> None:
    assert pane.survey is None
    dialog = pane.deeds.add()
    assert dialog.title.text() == dialog.template.currentText()
    dialog.sampling.choose("random")
    dialog.submit()
    assert dialog.rows["sample_size"].error
    dialog.sample.setText("2")
    dialog.ends.setText("2001-01-01")
    dialog.submit()
    settle(qtbot, context)
    assert not [one.error for one in dialog.rows.values() if one.error]
    assert not dialog.trouble.isHidden()  # it would end before it begins
    dialog.ends.setText("2099-12-31")
    with qtbot.waitSignal(dialog.saved, timeout=WAIT):
        dialog.submit()
    loaded(qtbot, context, pane)
    survey = pane.survey
    assert survey is not None
    assert (survey.state, survey.sample_size) == ("draft", 2)
    assert not pane.page.about.buttons["remove"].isHidden()
    again = pane.deeds.edit()
    assert again is not None
    again.title.setText("年终满意度")
    with qtbot.waitSignal(again.saved, timeout=WAIT):
        again.submit()
    loaded(qtbot, context, pane)
    broken, right = tmp_path / "broken.json", tmp_path / "questions.json"
    broken.write_text("[", "utf-8")
    right.write_text(json.dumps(FORM), "utf-8")
    pane.deeds.take_questions(right)
    loaded(qtbot, context, pane)
    assert pane.survey is not None
    assert len(pane.survey.form.questions) == 4
    question = pane.deeds.open_survey()
    assert question is not None
    question.buttons["do"].click()
    loaded(qtbot, context, pane)
    assert pane.survey is not None
    assert (pane.survey.title, pane.survey.state, pane.survey.invited) == ("年终满意度", "open", 2)
    assert pane.page.about.buttons["remove"].isHidden()
    pane.show_part("results")  # what is offered by keys does not go by the part that is looked at
    question = pane.deeds.close_survey()
    assert question is not None
    question.buttons["do"].click()
    loaded(qtbot, context, pane)
    assert not pane.page.about.buttons["reopen"].isHidden()
    assert pane.page.about.buttons["close"].isHidden()
    assert pane.survey.ends_on == date.today()  # it ended today, whenever it was to end
    pane.deeds.do("copy")
    loaded(qtbot, context, pane)
    assert pane.survey is not None
    assert pane.survey.state == "draft"
    assert pane.survey.former_number is not None
    pane.deeds.remove()
    loaded(qtbot, context, pane)
    assert pane.table.query.rowCount() == 1


def test_a_form_goes_in_by_a_key_for_each_answer(qtbot: QtBot, context: Context, pane: SurveysPane) -> None:
    uid = opened(qtbot, context, pane)
    pane.show_part("entry")
    entry = pane.page.entry
    entry.start_form()
    QTest.keyClicks(entry.number, "2")
    press(pane, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_0)  # ten of ten
    assert pane.window().focusWidget() is entry.fields["why"]
    press(pane, Qt.Key.Key_B, Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_Return)
    say = entry.fields["say"]
    assert isinstance(say, TypedField)
    assert pane.window().focusWidget() is say.line
    say.line.setText("窗口再多一点")
    press(pane, Qt.Key.Key_Return)
    assert pane.window().focusWidget() is entry.save_button
    entry.save_button.click()
    loaded(qtbot, context, pane)
    with context.store.read() as session:
        [row] = surveys.load_responses(session, surveys.find_responses(session, uid))
    assert row.answers == {"nps": 10, "why": "known", "used": ["card", "gold"], "say": "窗口再多一点"}
    assert row.customer is not None  # the number told who
    assert entry.number.text() == ""
    entry.table.go_to(row.id)
    entry.correct()
    nps = entry.fields["nps"]
    assert isinstance(nps, ScaleField)
    press(pane, Qt.Key.Key_1, Qt.Key.Key_1)  # one, and what cannot be its second figure answers the next
    assert nps.answers() == {"nps": 1}
    assert entry.fields["why"].answers() == {"why": "near"}
    entry.save()
    loaded(qtbot, context, pane)
    with context.store.read() as session:
        [row] = surveys.load_responses(session, [row.id])
    assert (row.answers["nps"], row.answers["why"]) == (1, "near")


def test_what_is_wrong_stands_beside_its_question_and_nothing_is_lost(
    qtbot: QtBot, context: Context, pane: SurveysPane
) -> None:
    opened(qtbot, context, pane)
    pane.show_part("entry")
    entry = pane.page.entry
    entry.start_form()
    entry.first_question()
    press(pane, Qt.Key.Key_7, Qt.Key.Key_Backspace, Qt.Key.Key_7)
    entry.save()
    assert entry.rows["used"].error
    assert not entry.rows["nps"].error
    assert entry.fields["nps"].answers() == {"nps": 7}
    press(pane, Qt.Key.Key_A, Qt.Key.Key_2)  # the first of them has the focus
    entry.number.setText("1")
    entry.save()
    loaded(qtbot, context, pane)
    entry.number.setText("1")
    entry.first_question()
    press(pane, Qt.Key.Key_7, Qt.Key.Key_A, Qt.Key.Key_2)
    entry.save()
    loaded(qtbot, context, pane)
    assert not entry.trouble.isHidden()  # this number was entered
    assert entry.fields["why"].answers() == {"why": "near"}


def test_who_is_asked_is_marked_and_results_are_counted(
    qtbot: QtBot, context: Context, pane: SurveysPane
) -> None:
    uid = opened(qtbot, context, pane)
    pane.show_part("asked")
    loaded(qtbot, context, pane)
    asked = pane.page.asked
    assert asked.model.rowCount() == 3
    asked.table.go_to(asked.model.id_at(2))
    asked.buttons[next(one for one in asked.buttons if one.value == "refused")].click()
    loaded(qtbot, context, pane)
    pane.show_part("results")
    loaded(qtbot, context, pane)
    assert results_of(pane).results is None
    with context.store.write() as session:
        for number, mark in (("1", 10), ("2", 3)):
            given = {"nps": mark, "why": "near", "used": ["loan"]}
            surveys.enter_response(session, uid, given, surveys.From(form_number=number))
    loaded(qtbot, context, pane)
    qtbot.waitUntil(lambda: results_of(pane).results is not None, timeout=WAIT)
    results = results_of(pane).results
    assert results is not None
    assert (results.response.answered, results.response.refused) == (2, 1)
    results_of(pane).by.button("manager").click()
    loaded(qtbot, context, pane)
    qtbot.waitUntil(lambda: len(results_of(pane).groups) == 1, timeout=WAIT)


def test_a_manager_enters_answers_and_is_offered_nothing_else(
    qtbot: QtBot, context: Context, pane: SurveysPane, people: dict[str, Actor]
) -> None:
    opened(qtbot, context, pane)
    context.store.actor = people["manager"]
    own = made(qtbot, context)
    assert own.new_button.isHidden()
    assert set(own.page.parts) == {"about", "entry", "asked"}
    shown = {name for name, button in own.page.about.buttons.items() if not button.isHidden()}
    assert shown == {"form", "import", "complaint"}
    state = own.save_state()
    own.restore_state(state | {"part": "asked"})
    assert own.page.current == "asked"


def test_the_report_is_written_signed_sent_and_revised(
    qtbot: QtBot, context: Context, pane: SurveysPane, people: dict[str, Actor], tmp_path: Path
) -> None:
    uid = opened(qtbot, context, pane)
    with context.store.write() as session:
        given = {"nps": 9, "why": "near", "used": ["loan"]}
        surveys.enter_response(session, uid, given, surveys.From(form_number="1"))
    pane.show_part("report")
    loaded(qtbot, context, pane)
    part = pane.page.report
    assert part is not None
    findings = part.texts[reporting.Part.FINDINGS]
    qtbot.waitUntil(lambda: bool(part.texts[reporting.Part.SUMMARY].placeholderText()), timeout=WAIT)
    assert not part.save_button.isEnabled()
    findings.setPlainText("排队时间偏长")
    typed = pane.typed()
    part.save()
    loaded(qtbot, context, pane)
    part.measures.save()
    assert not part.measures.trouble.isHidden()  # nothing is said to be done
    part.measures.what.setText("午间加开一个窗口")
    part.measures.who.setText("许婷")
    part.measures.due.setText("2099-12-31")
    part.measures.save()
    loaded(qtbot, context, pane)
    with context.store.read() as session:
        report = reporting.load_report(session, uid)
    assert report.texts == {reporting.Part.FINDINGS: "排队时间偏长"}
    [measure] = report.measures
    assert (measure.what, measure.who) == ("午间加开一个窗口", "许婷")
    part.measures.change(measure)
    part.measures.who.setText("何佳怡")
    part.measures.save()
    loaded(qtbot, context, pane)
    with context.store.read() as session:
        assert [one.who for one in reporting.load_report(session, uid).measures] == ["何佳怡"]
    assert part.measures.changing is None
    qtbot.waitUntil(lambda: not part.typed(), timeout=WAIT)
    assert part.sign_button.isHidden()  # it is still being asked
    pane.page.about.write("", lambda session: surveys.close_survey(session, uid, version=2))
    loaded(qtbot, context, pane)
    context.store.actor = people["head"]
    again = made(qtbot, context)
    again.show_part("report")
    again.retype(typed | {"texts": {"findings": "尚未保存的话"}})
    loaded(qtbot, context, again)
    assert again.page.report is not None
    part = again.page.report
    qtbot.waitUntil(lambda: part.typed() == {"findings": "尚未保存的话"}, timeout=WAIT)
    unkept = part.sign()
    assert unkept is not None
    assert "do" not in unkept.buttons  # the text is kept first
    unkept.reject()
    part.save()
    loaded(qtbot, context, again)
    qtbot.waitUntil(lambda: not part.typed(), timeout=WAIT)
    question = part.sign()
    assert question is not None
    question.buttons["do"].click()
    qtbot.waitUntil(lambda: again.survey is not None and again.survey.state == "reported", timeout=WAIT)
    loaded(qtbot, context, again)
    with context.store.read() as session:
        signed = reporting.load_signed(session, uid, 1)
    qtbot.waitUntil(lambda: len(part.signed_buttons) == 1, timeout=WAIT)
    assert again.survey is not None
    preview = part.show_signed(again.survey, 1)
    qtbot.waitUntil(lambda: preview.pdf is not None, timeout=WAIT)
    saved = tmp_path / "signed.pdf"
    with qtbot.waitSignal(preview.saved, timeout=WAIT):
        preview.save_to(saved)
    assert saved.read_bytes() == signed
    preview.reject()
    qtbot.waitUntil(lambda: not part.sent.isHidden(), timeout=WAIT)
    part.sent_to.setText("分行个人金融部")
    part.note_sent()
    loaded(qtbot, context, again)
    with context.store.read() as session:
        assert reporting.load_report(session, uid).sent_to == "分行个人金融部"
    qtbot.waitUntil(lambda: not part.revise_button.isHidden(), timeout=WAIT)
    question = part.revise()
    assert question is not None
    question.buttons["do"].click()
    loaded(qtbot, context, again)
    qtbot.waitUntil(lambda: again.survey is not None and again.survey.state == "closed", timeout=WAIT)
    assert part.texts[reporting.Part.FINDINGS].toPlainText() == "尚未保存的话"


def test_a_long_question_takes_several_lines(qtbot: QtBot, context: Context, pane: SurveysPane) -> None:
    form = json.loads(json.dumps(FORM))
    form["sections"][0]["questions"][1]["text"] = {"en": "Why do you come to us and to nobody else? " * 6}
    with context.store.write() as session:
        survey = surveys.add_survey(session, {"title": "Long"}, questionnaire.parse(json.dumps(form)))
        surveys.open_survey(session, survey.uid, version=survey.version, seed=1)
        uid, given = survey.uid, {"nps": 9, "why": "near", "used": ["loan"]}
        surveys.enter_response(session, uid, given, surveys.From(form_number="1"))
    pane.reload()
    loaded(qtbot, context, pane)
    qtbot.waitUntil(lambda: pane.survey is not None and pane.survey.uid == uid, timeout=WAIT)
    pane.show_part("results")
    qtbot.waitUntil(lambda: results_of(pane).results is not None, timeout=WAIT)
    assert results_of(pane).area.horizontalScrollBar().maximum() == 0
    pane.show_part("entry")
    loaded(qtbot, context, pane)
    assert pane.page.entry.area.horizontalScrollBar().maximum() == 0
