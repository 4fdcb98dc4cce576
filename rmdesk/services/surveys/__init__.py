"""Surveys: asked of a sample, answered on paper or in a table, counted, and reported."""

from rmdesk.services.surveys import questionnaire, reporting, templates, themes
from rmdesk.services.surveys.answers import Answers, Fault, read_cell
from rmdesk.services.surveys.entering import (
    From,
    ResponseRow,
    edit_response,
    enter_response,
    find_responses,
    load_responses,
    remove_response,
)
from rmdesk.services.surveys.invitations import InvitationRow, find_invitations, load_invitations
from rmdesk.services.surveys.keeping import (
    CHECKS,
    SurveyRecord,
    SurveyRow,
    add_survey,
    copy_survey,
    edit_survey,
    find_ids,
    find_survey,
    find_surveys,
    load_survey,
    load_surveys,
    remove_survey,
    set_questionnaire,
    used_keys,
)
from rmdesk.services.surveys.questionnaire import Questionnaire
from rmdesk.services.surveys.results import GroupBy, Results, load_groups, load_results
from rmdesk.services.surveys.sampling import (
    ANONYMOUS_BATCH,
    close_survey,
    mark_invitations,
    open_survey,
    reopen_survey,
)

__all__ = [
    "ANONYMOUS_BATCH",
    "CHECKS",
    "Answers",
    "Fault",
    "From",
    "GroupBy",
    "InvitationRow",
    "Questionnaire",
    "ResponseRow",
    "Results",
    "SurveyRecord",
    "SurveyRow",
    "add_survey",
    "close_survey",
    "copy_survey",
    "edit_response",
    "edit_survey",
    "enter_response",
    "find_ids",
    "find_invitations",
    "find_responses",
    "find_survey",
    "find_surveys",
    "load_groups",
    "load_invitations",
    "load_responses",
    "load_results",
    "load_survey",
    "load_surveys",
    "mark_invitations",
    "open_survey",
    "questionnaire",
    "read_cell",
    "remove_response",
    "remove_survey",
    "reopen_survey",
    "reporting",
    "set_questionnaire",
    "templates",
    "themes",
    "used_keys",
]
