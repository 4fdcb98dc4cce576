"""Words for surveys, for `labels`: kinds of change set, tables, fields."""

from __future__ import annotations

from rmdesk.words import QT_TRANSLATE_NOOP

KINDS: dict[str, str] = {
    "survey.added": QT_TRANSLATE_NOOP("labels", "Survey drafted"),
    "survey.copied": QT_TRANSLATE_NOOP("labels", "Survey copied from a former one"),
    "survey.edited": QT_TRANSLATE_NOOP("labels", "Survey changed"),
    "survey.removed": QT_TRANSLATE_NOOP("labels", "Draft of a survey removed"),
    "survey.questions_set": QT_TRANSLATE_NOOP("labels", "Questions of a survey changed"),
    "survey.opened": QT_TRANSLATE_NOOP("labels", "Survey opened"),
    "survey.closed": QT_TRANSLATE_NOOP("labels", "Survey closed"),
    "survey.reopened": QT_TRANSLATE_NOOP("labels", "Survey opened again"),
    "survey.invitations_marked": QT_TRANSLATE_NOOP("labels", "Marked who answered a survey"),
    "survey.reminded": QT_TRANSLATE_NOOP("labels", "Customers to be reminded of a survey"),
    "survey.answered": QT_TRANSLATE_NOOP("labels", "Answers to a survey entered"),
    "survey.answers_corrected": QT_TRANSLATE_NOOP("labels", "Answers to a survey corrected"),
    "survey.answers_removed": QT_TRANSLATE_NOOP("labels", "Answers to a survey removed"),
    "survey.theme_added": QT_TRANSLATE_NOOP("labels", "Theme of answers added"),
    "survey.theme_removed": QT_TRANSLATE_NOOP("labels", "Theme of answers removed"),
    "survey.report_written": QT_TRANSLATE_NOOP("labels", "Report of a survey written"),
    "survey.report_signed": QT_TRANSLATE_NOOP("labels", "Report of a survey signed"),
    "survey.report_sent": QT_TRANSLATE_NOOP("labels", "Report of a survey sent"),
    "survey.report_revised": QT_TRANSLATE_NOOP("labels", "Report of a survey revised"),
    "survey.measure_added": QT_TRANSLATE_NOOP("labels", "Measure after a survey added"),
    "survey.measure_edited": QT_TRANSLATE_NOOP("labels", "Measure after a survey changed"),
    "survey.measure_removed": QT_TRANSLATE_NOOP("labels", "Measure after a survey removed"),
    "survey.answers_sorted": QT_TRANSLATE_NOOP("labels", "Open answers sorted"),
}

TABLES: dict[str, str] = {
    "survey": QT_TRANSLATE_NOOP("labels", "Survey"),
    "survey_version": QT_TRANSLATE_NOOP("labels", "Questionnaire"),
    "survey_invitation": QT_TRANSLATE_NOOP("labels", "Customer who is asked"),
    "survey_response": QT_TRANSLATE_NOOP("labels", "Answered form"),
    "survey_theme": QT_TRANSLATE_NOOP("labels", "Theme of answers"),
    "survey_mark": QT_TRANSLATE_NOOP("labels", "Sorted open answer"),
    "survey_measure": QT_TRANSLATE_NOOP("labels", "Measure after a survey"),
    "survey_report": QT_TRANSLATE_NOOP("labels", "Report of a survey"),
}

_SURVEY = QT_TRANSLATE_NOOP("labels", "Survey")
_CUSTOMER = QT_TRANSLATE_NOOP("labels", "Customer")
_STATE = QT_TRANSLATE_NOOP("labels", "State")
_FORM_NUMBER = QT_TRANSLATE_NOOP("labels", "Number of the form")
_THEME = QT_TRANSLATE_NOOP("labels", "Theme")
_NUMBER = QT_TRANSLATE_NOOP("labels", "Number")

FIELDS: dict[tuple[str, str], str] = {
    ("survey", "number"): _NUMBER,
    ("survey", "title"): QT_TRANSLATE_NOOP("labels", "Title"),
    ("survey", "purpose"): QT_TRANSLATE_NOOP("labels", "Purpose"),
    ("survey", "content"): QT_TRANSLATE_NOOP("labels", "Content"),
    ("survey", "method"): QT_TRANSLATE_NOOP("labels", "Method"),
    ("survey", "starts_on"): QT_TRANSLATE_NOOP("labels", "First day"),
    ("survey", "ends_on"): QT_TRANSLATE_NOOP("labels", "Last day"),
    ("survey", "is_anonymous"): QT_TRANSLATE_NOOP("labels", "Anonymous"),
    ("survey", "state"): _STATE,
    ("survey", "staff_id"): QT_TRANSLATE_NOOP("labels", "Run by"),
    ("survey", "former_id"): QT_TRANSLATE_NOOP("labels", "Former survey"),
    ("survey", "expression"): QT_TRANSLATE_NOOP("labels", "Whom it is about"),
    ("survey", "sampling"): QT_TRANSLATE_NOOP("labels", "Who of them is asked"),
    ("survey", "sample_size"): QT_TRANSLATE_NOOP("labels", "Size of the sample"),
    ("survey", "seed"): QT_TRANSLATE_NOOP("labels", "Seed of the draw"),
    ("survey", "drawn_on"): QT_TRANSLATE_NOOP("labels", "Drawn on"),
    ("survey", "population"): QT_TRANSLATE_NOOP("labels", "Customers it is about"),
    ("survey_version", "survey_id"): _SURVEY,
    ("survey_version", "number"): _NUMBER,
    ("survey_version", "questionnaire"): QT_TRANSLATE_NOOP("labels", "Questions"),
    ("survey_invitation", "survey_id"): _SURVEY,
    ("survey_invitation", "customer_id"): _CUSTOMER,
    ("survey_invitation", "form_number"): _FORM_NUMBER,
    ("survey_invitation", "state"): _STATE,
    ("survey_invitation", "settled_on"): QT_TRANSLATE_NOOP("labels", "Marked on"),
    ("survey_response", "survey_id"): _SURVEY,
    ("survey_response", "version_id"): QT_TRANSLATE_NOOP("labels", "Questionnaire"),
    ("survey_response", "is_anonymous"): QT_TRANSLATE_NOOP("labels", "Anonymous"),
    ("survey_response", "customer_id"): _CUSTOMER,
    ("survey_response", "form_number"): _FORM_NUMBER,
    ("survey_response", "answered_on"): QT_TRANSLATE_NOOP("labels", "Answered on"),
    ("survey_response", "staff_id"): QT_TRANSLATE_NOOP("labels", "Manager in charge"),
    ("survey_response", "tier_id"): QT_TRANSLATE_NOOP("labels", "Tier"),
    ("survey_response", "answers"): QT_TRANSLATE_NOOP("labels", "Answers"),
    ("survey_theme", "survey_id"): _SURVEY,
    ("survey_theme", "name"): _THEME,
    ("survey_mark", "response_id"): QT_TRANSLATE_NOOP("labels", "Answered form"),
    ("survey_mark", "question"): QT_TRANSLATE_NOOP("labels", "Question"),
    ("survey_mark", "theme_id"): _THEME,
    ("survey_measure", "survey_id"): _SURVEY,
    ("survey_measure", "position"): QT_TRANSLATE_NOOP("labels", "Place in the list"),
    ("survey_measure", "what"): QT_TRANSLATE_NOOP("labels", "Measure"),
    ("survey_measure", "who"): QT_TRANSLATE_NOOP("labels", "Who"),
    ("survey_measure", "due_on"): QT_TRANSLATE_NOOP("labels", "Until"),
    ("survey_report", "survey_id"): _SURVEY,
    ("survey_report", "number"): _NUMBER,
    ("survey_report", "texts"): QT_TRANSLATE_NOOP("labels", "What is written in it"),
    ("survey_report", "signed_on"): QT_TRANSLATE_NOOP("labels", "Signed on"),
    ("survey_report", "signed_by_id"): QT_TRANSLATE_NOOP("labels", "Signed by"),
    ("survey_report", "sent_to"): QT_TRANSLATE_NOOP("labels", "Sent to"),
    ("survey_report", "sent_on"): QT_TRANSLATE_NOOP("labels", "Sent up on"),
    ("survey_report", "content"): QT_TRANSLATE_NOOP("labels", "The report as it was signed"),
}
