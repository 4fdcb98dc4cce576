"""Words for complaints, for `labels`: kinds of change set, tables, fields."""

from __future__ import annotations

from rmdesk.words import QT_TRANSLATE_NOOP

KINDS: dict[str, str] = {
    "complaint.added": QT_TRANSLATE_NOOP("labels", "Complaint taken down"),
    "complaint.edited": QT_TRANSLATE_NOOP("labels", "Complaint changed"),
    "complaint.removed": QT_TRANSLATE_NOOP("labels", "Complaint removed"),
    "complaint.step_added": QT_TRANSLATE_NOOP("labels", "Step of a complaint added"),
    "complaint.step_done": QT_TRANSLATE_NOOP("labels", "Step of a complaint done"),
    "complaint.step_removed": QT_TRANSLATE_NOOP("labels", "Step of a complaint removed"),
    "complaint.resolved": QT_TRANSLATE_NOOP("labels", "Complaint decided"),
    "complaint.told": QT_TRANSLATE_NOOP("labels", "Customer told about a complaint"),
    "complaint.closed": QT_TRANSLATE_NOOP("labels", "Complaint closed"),
    "complaint.reopened": QT_TRANSLATE_NOOP("labels", "Complaint opened again"),
    "complaint.measure_told": QT_TRANSLATE_NOOP("labels", "Improvement after a complaint passed on"),
}

TABLES: dict[str, str] = {
    "complaint": QT_TRANSLATE_NOOP("labels", "Complaint"),
    "complaint_step": QT_TRANSLATE_NOOP("labels", "Step of a complaint"),
}

FIELDS: dict[tuple[str, str], str] = {
    ("complaint", "number"): QT_TRANSLATE_NOOP("labels", "Number"),
    ("complaint", "customer_id"): QT_TRANSLATE_NOOP("labels", "Customer"),
    ("complaint", "person"): QT_TRANSLATE_NOOP("labels", "Who, if no customer"),
    ("complaint", "nature"): QT_TRANSLATE_NOOP("labels", "Complaint or objection"),
    ("complaint", "kind"): QT_TRANSLATE_NOOP("labels", "What it is about"),
    ("complaint", "seriousness"): QT_TRANSLATE_NOOP("labels", "How serious"),
    ("complaint", "source"): QT_TRANSLATE_NOOP("labels", "Heard how"),
    ("complaint", "survey_id"): QT_TRANSLATE_NOOP("labels", "Survey"),
    ("complaint", "content"): QT_TRANSLATE_NOOP("labels", "What happened"),
    ("complaint", "wish"): QT_TRANSLATE_NOOP("labels", "What the customer wishes"),
    ("complaint", "raised_on"): QT_TRANSLATE_NOOP("labels", "Day it was heard"),
    ("complaint", "due_on"): QT_TRANSLATE_NOOP("labels", "Next due"),
    ("complaint", "final_on"): QT_TRANSLATE_NOOP("labels", "To be decided by"),
    ("complaint", "owner_id"): QT_TRANSLATE_NOOP("labels", "In charge of it"),
    ("complaint", "assistant_id"): QT_TRANSLATE_NOOP("labels", "Assists"),
    ("complaint", "state"): QT_TRANSLATE_NOOP("labels", "State"),
    ("complaint", "result"): QT_TRANSLATE_NOOP("labels", "What was decided"),
    ("complaint", "resolved_on"): QT_TRANSLATE_NOOP("labels", "Decided on"),
    ("complaint", "told_on"): QT_TRANSLATE_NOOP("labels", "Customer told on"),
    ("complaint", "told_channel"): QT_TRANSLATE_NOOP("labels", "Customer told by"),
    ("complaint", "is_satisfied"): QT_TRANSLATE_NOOP("labels", "Customer satisfied"),
    ("complaint", "cause"): QT_TRANSLATE_NOOP("labels", "Cause"),
    ("complaint", "measure"): QT_TRANSLATE_NOOP("labels", "What is to be done better"),
    ("complaint", "measure_for"): QT_TRANSLATE_NOOP("labels", "Passed on to"),
    ("complaint", "measure_told_on"): QT_TRANSLATE_NOOP("labels", "Day it was passed on"),
    ("complaint", "closed_on"): QT_TRANSLATE_NOOP("labels", "Case closed on"),
    ("complaint", "reopened"): QT_TRANSLATE_NOOP("labels", "Times opened again"),
    ("complaint_step", "complaint_id"): QT_TRANSLATE_NOOP("labels", "Complaint"),
    ("complaint_step", "what"): QT_TRANSLATE_NOOP("labels", "Step to take"),
    ("complaint_step", "staff_id"): QT_TRANSLATE_NOOP("labels", "Who"),
    ("complaint_step", "due_on"): QT_TRANSLATE_NOOP("labels", "Due on"),
    ("complaint_step", "done_on"): QT_TRANSLATE_NOOP("labels", "Done on"),
    ("complaint_step", "note"): QT_TRANSLATE_NOOP("labels", "Note"),
}
