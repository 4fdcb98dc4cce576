"""The editor of a survey's questions: written, moved, led, undone, tried and kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rmdesk.services import surveys
from rmdesk.services.surveys import From
from rmdesk.services.surveys.questionnaire import END, QuestionKind, Questionnaire
from rmdesk.ui.context import Context
from rmdesk.ui.panes.surveys.pane import SurveysPane
from rmdesk.ui.panes.surveys.writing import QuestionnaireEditor
from rmdesk.ui.panes.surveys.writing.draft import FormDraft
from tests.services.surveys.test_questionnaire import read
from tests.support.frames import add_customer, settle
from tests.ui.test_surveys_pane import WAIT, loaded, made, opened


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> SurveysPane:
    for name in ("陈静怡", "王建国", "李晓明"):
        add_customer(context, name)
    return made(qtbot, context)


@pytest.fixture
def editor(qtbot: QtBot, context: Context, pane: SurveysPane) -> QuestionnaireEditor:
    with context.store.write() as session:
        surveys.add_survey(session, {"title": "网点满意度"})
    pane.reload()
    loaded(qtbot, context, pane)
    qtbot.waitUntil(lambda: pane.survey is not None, timeout=WAIT)
    return open_editor(qtbot, pane)


def open_editor(qtbot: QtBot, pane: SurveysPane) -> QuestionnaireEditor:
    pane.deeds.do("write")
    qtbot.waitUntil(lambda: pane._editor is not None and pane._editor.isVisible(), timeout=WAIT)
    assert pane._editor is not None
    return pane._editor


def add(editor: QuestionnaireEditor, kind: QuestionKind, text: str) -> str:
    editor.add_question(kind)
    line = editor.form.words["text"].lines["zh_CN"]
    QTest.keyClicks(line, "")
    line.setText(text)
    line.textEdited.emit(text)
    return editor.form.key


def keys(draft: FormDraft) -> list[str]:
    return [one.key for one in draft.nodes()]


def test_questions_of_all_kinds_are_written_tried_and_kept(
    qtbot: QtBot, context: Context, pane: SurveysPane, editor: QuestionnaireEditor
) -> None:
    assert not editor.save_button.isEnabled()
    for kind in QuestionKind:
        key = add(editor, kind, f"问题 {kind.value}")
        if editor.form.options is not None:
            for place, field in enumerate(editor.form.options.fields):
                field.lines["zh_CN"].setText(f"选项{place}")
                field.changed.emit(field.value())
        assert key not in editor._read[1], kind
    assert editor.notice.isHidden()
    qtbot.waitUntil(lambda: len(editor.preview.fields) == len(QuestionKind), timeout=WAIT)
    editor.preview.languages.choose("en")
    editor.save()
    loaded(qtbot, context, pane)
    qtbot.waitUntil(lambda: pane.survey is not None and len(pane.survey.form.questions) == 9, timeout=WAIT)
    assert pane.survey is not None
    assert [one.kind for one in pane.survey.form.questions] == list(QuestionKind)
    assert pane._editor is None


def test_what_is_wrong_is_told_as_one_writes(editor: QuestionnaireEditor) -> None:
    first = add(editor, QuestionKind.SINGLE, "用过手机银行吗？")
    assert set(editor._read[1]) == {first}  # its options say nothing
    assert not editor.form.wrong.isHidden()
    assert editor.form.options is not None
    for field, words in zip(editor.form.options.fields, ("用过", "没有"), strict=True):
        field.lines["zh_CN"].setText(words)
        field.changed.emit(field.value())
    second, third = (add(editor, QuestionKind.TEXT, "为什么？"), add(editor, QuestionKind.TEXT, "还有吗？"))
    assert editor.notice.isHidden()
    editor.renew(first)
    assert editor.form.jumps is not None
    editor.form.jumps.add()
    editor.form.jumps.add()
    for row, code in zip(editor.form.jumps.rows, ("1", "2"), strict=True):
        row[0].choose(code)
        row[2].choose(third)
        row[0].activated.emit(0)
    assert set(editor._read[1]) == {second}  # nobody is led there any more
    assert not editor.save_button.isEnabled()
    editor.to_trouble()
    assert editor.outline.current == second
    editor.draft.move(third, 1)
    editor.renew(first)
    assert set(editor._read[1]) == {first}  # it leads upwards now
    editor.undo()
    editor.renew(first)
    editor.form.jumps.remove(0)
    assert editor.notice.isHidden()
    assert editor.draft.get(editor.node)["jumps"] == [{"if": ["2"], "to": third}]  # type: ignore[arg-type]


def test_what_is_tried_in_the_preview_goes_where_answers_lead(
    qtbot: QtBot, editor: QuestionnaireEditor
) -> None:
    editor._replace(read())
    qtbot.waitUntil(lambda: "q2" in editor.preview.rows, timeout=WAIT)
    assert not editor.preview.rows["q2"].isHidden()
    editor.preview.fields["q1"].take(9, go_on=False)  # type: ignore[attr-defined]
    assert editor.preview.rows["q2"].isHidden()


def test_rows_are_dragged_and_moved_by_keys_and_undone(editor: QuestionnaireEditor) -> None:
    editor._replace(read())
    before = keys(editor.draft)
    assert before[:3] == ["s1", "q1", "q2"]
    editor.outline.moved.emit("q1", 3)
    assert keys(editor.draft)[:3] == ["s1", "q2", "q1"]
    QTest.keyClick(editor.outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert keys(editor.draft) == before
    QTest.keyClick(editor.outline, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert keys(editor.draft)[:3] == ["s1", "q2", "q1"]
    QTest.keyClick(editor.outline, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert keys(editor.draft) == before
    rect = editor.outline.visualItemRect(editor.outline.item(1))
    assert editor.outline.place_at(QPoint(rect.center().x(), rect.top() + 1)) == 1
    assert editor.outline.place_at(QPoint(rect.center().x(), rect.bottom() - 1)) == 2
    editor.outline.setCurrentRow(1)
    QTest.keyClick(editor.outline, Qt.Key.Key_Delete)
    assert "q1" not in keys(editor.draft)


def test_moving_through_sections_never_loses_a_question() -> None:
    draft = FormDraft(read())
    everything = sorted(keys(draft))
    for key in everything:
        for down in (True, False):
            for _step in range(8):
                draft.shift(key, down)
                assert sorted(keys(draft)) == everything
        for place in range(len(everything) + 1):
            draft.move(key, place)
            assert sorted(keys(draft)) == everything
    while draft.may_undo:
        draft.undo()
    assert keys(draft) == keys(FormDraft(read()))


def test_a_question_that_was_answered_never_lends_its_key_to_another(
    qtbot: QtBot, context: Context, pane: SurveysPane
) -> None:
    uid = opened(qtbot, context, pane)
    with context.store.write() as session:
        given = {"nps": 9, "why": "near", "used": ["loan"]}
        surveys.enter_response(session, uid, given, From(form_number="1"))
    pane.reload()
    loaded(qtbot, context, pane)
    qtbot.waitUntil(lambda: pane.survey is not None and pane.survey.answered == 1, timeout=WAIT)
    editor = open_editor(qtbot, pane)
    editor.renew("why")
    editor._on_kind(QuestionKind.TEXT)
    assert editor.form.key not in ("why", "nps", "used", "say")
    editor.renew("used")
    assert editor.form.options is not None
    editor.form.options.add()
    editor.form.options.fields[-1].lines["zh_CN"].setText("外汇")
    editor.form.options.fields[-1].changed.emit(editor.form.options.fields[-1].value())
    assert "version 2" in editor.notice.text
    editor.save()
    loaded(qtbot, context, pane)
    qtbot.waitUntil(lambda: pane.survey is not None and pane.survey.form_number == 2, timeout=WAIT)
    with context.store.read() as session:
        results = surveys.load_results(session, uid)
    assert [one.n for one in results.questions if one.key == "why"] == [1]  # told behind the new ones


def test_what_is_not_kept_is_there_again_after_a_lock(
    qtbot: QtBot, context: Context, pane: SurveysPane, editor: QuestionnaireEditor
) -> None:
    key = add(editor, QuestionKind.NPS, "您愿意推荐吗？")
    QTest.keyClick(editor.outline, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    kept = pane.typed()
    again = made(qtbot, context)
    again.retype(kept)
    qtbot.waitUntil(lambda: again._editor is not None and again._editor.isVisible(), timeout=WAIT)
    assert again._editor is not None
    assert again._editor.draft.find(key) is not None
    question = again._editor.discard()
    question.buttons["do"].click()
    assert again._editor.draft.find(key) is None
    settle(qtbot, context)


def test_examining_finds_what_checking_refuses() -> None:
    document = read().stored()
    assert surveys.questionnaire.examine(document) == (read(), {})
    document["sections"][0]["questions"][0]["jumps"] = [{"if": ["99"], "to": END}]
    form, wrong = surveys.questionnaire.examine(document)
    assert isinstance(form, Questionnaire)
    assert {key: one.code for key, one in wrong.items()} == {"q1": "questionnaire.jump_answer"}
