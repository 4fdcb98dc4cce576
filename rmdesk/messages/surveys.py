"""Messages about surveys: questionnaires, who is asked, answers and reports."""

from __future__ import annotations

from rmdesk.messages.entry import UNCHANGED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

_PUT_RIGHT = QT_TRANSLATE_NOOP("messages", "Put the questionnaire right.")
_CORRECT = QT_TRANSLATE_NOOP("messages", "Look at the form and correct the answer.")

ENTRIES: dict[str, Entry] = {
    "questionnaire.not_json": Entry(
        QT_TRANSLATE_NOOP("messages", "The questionnaire is not JSON; the fault stands near line {line}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Export it again, or put the file right."),
    ),
    "questionnaire.too_long": Entry(
        QT_TRANSLATE_NOOP("messages", "The questionnaire is longer than {most} thousand characters."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose another file."),
    ),
    "questionnaire.nothing_derived": Entry(
        QT_TRANSLATE_NOOP("messages", "No column of this file holds answers to a question."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose a table that has the questions as its headings."),
    ),
    "questionnaire.wrong_version": Entry(
        QT_TRANSLATE_NOOP("messages", "This program reads questionnaires of version {version} only."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose another file, or use a newer program."),
    ),
    "questionnaire.wrong_shape": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "At {where} of the questionnaire there is no question that can be read."
        ),
        UNCHANGED,
        _PUT_RIGHT,
    ),
    "questionnaire.too_many": Entry(
        QT_TRANSLATE_NOOP("messages", "The questionnaire has more than {most} parts in one place."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Ask less: people answer short forms."),
    ),
    "questionnaire.empty_text": Entry(
        QT_TRANSLATE_NOOP("messages", "Question {where} has a text that is empty."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Write the question, its options and rows."),
    ),
    "questionnaire.same_key": Entry(
        QT_TRANSLATE_NOOP("messages", "Two parts of the questionnaire have the key “{key}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give each its own key."),
    ),
    "questionnaire.options": Entry(
        QT_TRANSLATE_NOOP("messages", "Question {where} has nothing to choose from."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give it two options or more, or the rows to rate."),
    ),
    "questionnaire.same_code": Entry(
        QT_TRANSLATE_NOOP("messages", "Two options of question {where} have the same code."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give each its own code."),
    ),
    "questionnaire.range": Entry(
        QT_TRANSLATE_NOOP("messages", "The smallest and largest of question {where} do not fit together."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Let the smallest be below the largest."),
    ),
    "questionnaire.jump_answer": Entry(
        QT_TRANSLATE_NOOP("messages", "A jump of question {where} names an answer that it does not have."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose the answers of the jump again, or take it away."),
    ),
    "questionnaire.jump_target": Entry(
        QT_TRANSLATE_NOOP("messages", "A jump of question {where} leads to “{key}”, which is not there."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose where it leads again, or take it away."),
    ),
    "questionnaire.loop": Entry(
        QT_TRANSLATE_NOOP("messages", "A jump of question {where} leads back to question {target}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Jumps lead forwards only, so that everybody comes to the end."),
    ),
    "questionnaire.unreachable": Entry(
        QT_TRANSLATE_NOOP("messages", "No answer leads to question {where}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Change the jumps before it, or take the question away."),
    ),
    "answer.unknown_question": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no question “{key}” in this survey."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Check whether the answers belong to another survey."),
    ),
    "answer.missing": Entry(
        QT_TRANSLATE_NOOP("messages", "Question {number} must be answered."), UNCHANGED, _CORRECT
    ),
    "answer.not_asked": Entry(
        QT_TRANSLATE_NOOP("messages", "After these answers question {number} is not asked."),
        UNCHANGED,
        _CORRECT,
    ),
    "answer.not_an_option": Entry(
        QT_TRANSLATE_NOOP("messages", "“{value}” is none of the options."), UNCHANGED, _CORRECT
    ),
    "answer.twice": Entry(
        QT_TRANSLATE_NOOP("messages", "The same option was given twice."), UNCHANGED, _CORRECT
    ),
    "answer.out_of_range": Entry(
        QT_TRANSLATE_NOOP("messages", "“{value}” is not a whole number from {least} to {most}."),
        UNCHANGED,
        _CORRECT,
    ),
    "answer.how_many": Entry(
        QT_TRANSLATE_NOOP("messages", "Between {least} and {most} answers are wanted here."),
        UNCHANGED,
        _CORRECT,
    ),
    "survey.too_many_forms": Entry(
        QT_TRANSLATE_NOOP("messages", "More than {most} customers are asked: so many forms are not printed."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Print the blank form, or ask a sample of the customers."),
    ),
    "answer.all_of_them": Entry(
        QT_TRANSLATE_NOOP("messages", "{count} answers are wanted here."), UNCHANGED, _CORRECT
    ),
    "answer.not_a_number": Entry(
        QT_TRANSLATE_NOOP("messages", "“{value}” is not a number."), UNCHANGED, _CORRECT
    ),
    "answer.wrong_shape": Entry(
        QT_TRANSLATE_NOOP("messages", "The answer does not have the form that this question wants."),
        UNCHANGED,
        _CORRECT,
    ),
    "survey.ended": Entry(
        QT_TRANSLATE_NOOP("messages", "This survey has ended."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Copy it to ask again."),
    ),
    "survey.asked_already": Entry(
        QT_TRANSLATE_NOOP("messages", "People were asked already, so “{what}” can no longer be changed."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Copy the survey to ask in another way."),
    ),
    "survey.has_been_asked": Entry(
        QT_TRANSLATE_NOOP("messages", "Only drafts can be removed; people were asked by this survey."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Close it instead."),
    ),
    "survey.backwards": Entry(
        QT_TRANSLATE_NOOP("messages", "The survey would end on {last}, before it begins on {first}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Correct one of the two days."),
    ),
    "survey.sample_size": Entry(
        QT_TRANSLATE_NOOP("messages", "It is not said how many customers are drawn."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give the size of the sample, or ask everybody."),
    ),
    "survey.not_a_draft": Entry(
        QT_TRANSLATE_NOOP("messages", "This survey was opened already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Copy it to ask again."),
    ),
    "survey.no_questions": Entry(
        QT_TRANSLATE_NOOP("messages", "This survey has no questions yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Write some, or take a template."),
    ),
    "survey.nobody": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no customer whom this survey is about."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose another segment."),
    ),
    "survey.not_open": Entry(
        QT_TRANSLATE_NOOP("messages", "This survey is not open, so no answers are taken."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Open it first, or open it again."),
    ),
    "survey.not_closed": Entry(
        QT_TRANSLATE_NOOP("messages", "Only a closed survey without a signed report can be opened again."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Copy it to ask again."),
    ),
    "survey.not_yet": Entry(
        QT_TRANSLATE_NOOP("messages", "This survey was not opened yet, so there is nothing to count."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Open it first."),
    ),
    "survey.anonymous_batch": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "In an anonymous survey at least {least} customers are marked as having answered at once, "
            "so that nobody can tell whose form came when.",
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Wait until more have answered."),
    ),
    "survey.anonymous_form": Entry(
        QT_TRANSLATE_NOOP("messages", "A form of an anonymous survey has neither customer, number nor day."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Enter the answers alone."),
    ),
    "survey.entered_already": Entry(
        QT_TRANSLATE_NOOP("messages", "The answers of {name} to this survey were entered already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Correct those, or check whose form it is."),
    ),
    "survey.number_entered": Entry(
        QT_TRANSLATE_NOOP("messages", "The form with the number {number} was entered already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Correct that one, or check the number."),
    ),
    "survey.customer_entered": Entry(
        QT_TRANSLATE_NOOP("messages", "This customer's answers were entered as form {number} already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Correct that one, or check whose form this is."),
    ),
    "survey.twice_in_file": Entry(
        QT_TRANSLATE_NOOP("messages", "The file has this form twice, with other answers each time."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Leave the right one in the file."),
    ),
    "survey.imported_already": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "These forms are in the survey already, by entry {number} of the audit trail, and nothing in "
            "them tells one from another.",
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Take that import back first, if these are to stand in its place."),
    ),
    "survey.no_such_customer": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "No such customer is in the archive; the form is kept without a customer."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Correct who it is, and import the form again."),
    ),
    "survey.outside_period": Entry(
        QT_TRANSLATE_NOOP("messages", "{day} is not in the period of the survey, {first} to {last}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look whether the form belongs to this survey."),
    ),
    "survey.questions_changed": Entry(
        QT_TRANSLATE_NOOP("messages", "The questions of the survey were changed meanwhile."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at the file again."),
    ),
    "survey.answered_since": Entry(
        QT_TRANSLATE_NOOP("messages", "Forms were entered by these questions, so they are not taken back."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Write the questions as they shall be; that makes a next version."),
    ),
    "survey.empty_form": Entry(
        QT_TRANSLATE_NOOP("messages", "Nothing is answered on this form."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Leave it out."),
    ),
    "survey.report_signed": Entry(
        QT_TRANSLATE_NOOP("messages", "The report of this survey was signed."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Make a revision to change something; the signed one stays as it is."),
    ),
    "survey.not_closed_yet": Entry(
        QT_TRANSLATE_NOOP("messages", "Answers are still taken, so the report cannot be signed yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Close the survey first."),
    ),
    "survey.not_signed": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no signed report of this survey."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Sign it first."),
    ),
    "survey.report_too_large": Entry(
        QT_TRANSLATE_NOOP("messages", "The report is too large to be kept."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Quote fewer answers."),
    ),
    "survey.theme_taken": Entry(
        QT_TRANSLATE_NOOP("messages", "There is a theme “{name}” already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Use that one, or choose another name."),
    ),
}
