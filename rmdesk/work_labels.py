"""Words for the work with customers, for `labels`: kinds of change set, tables, fields."""

from __future__ import annotations

from rmdesk.words import QT_TRANSLATE_NOOP

KINDS: dict[str, str] = {
    "interaction.added": QT_TRANSLATE_NOOP("labels", "Contact recorded"),
    "interaction.edited": QT_TRANSLATE_NOOP("labels", "Contact changed"),
    "interaction.removed": QT_TRANSLATE_NOOP("labels", "Contact removed"),
    "commitment.added": QT_TRANSLATE_NOOP("labels", "Promise recorded"),
    "commitment.edited": QT_TRANSLATE_NOOP("labels", "Promise changed"),
    "commitment.removed": QT_TRANSLATE_NOOP("labels", "Promise removed"),
    "commitment.approved": QT_TRANSLATE_NOOP("labels", "Promise approved"),
    "commitment.refused": QT_TRANSLATE_NOOP("labels", "Promise refused"),
    "commitment.settled": QT_TRANSLATE_NOOP("labels", "Promise settled"),
    "appointment.added": QT_TRANSLATE_NOOP("labels", "Appointment made"),
    "appointment.edited": QT_TRANSLATE_NOOP("labels", "Appointment changed"),
    "appointment.removed": QT_TRANSLATE_NOOP("labels", "Appointment removed"),
    "appointment.settled": QT_TRANSLATE_NOOP("labels", "Appointment settled"),
    "follow_up.added": QT_TRANSLATE_NOOP("labels", "Next step recorded"),
    "follow_up.edited": QT_TRANSLATE_NOOP("labels", "Next step changed"),
    "follow_up.removed": QT_TRANSLATE_NOOP("labels", "Next step removed"),
    "follow_up.settled": QT_TRANSLATE_NOOP("labels", "Next step settled"),
    "task.added": QT_TRANSLATE_NOOP("labels", "Task assigned"),
    "task.edited": QT_TRANSLATE_NOOP("labels", "Task changed"),
    "task.done": QT_TRANSLATE_NOOP("labels", "Task done"),
    "task.reported": QT_TRANSLATE_NOOP("labels", "Task reported back to the customer"),
    "task.withdrawn": QT_TRANSLATE_NOOP("labels", "Task taken back"),
}

TABLES: dict[str, str] = {
    "interaction": QT_TRANSLATE_NOOP("labels", "Contact record"),
    "visit": QT_TRANSLATE_NOOP("labels", "Visit"),
    "attachment": QT_TRANSLATE_NOOP("labels", "Attached document"),
    "commitment": QT_TRANSLATE_NOOP("labels", "Promise"),
    "appointment": QT_TRANSLATE_NOOP("labels", "Appointment"),
    "follow_up": QT_TRANSLATE_NOOP("labels", "Next step"),
    "task": QT_TRANSLATE_NOOP("labels", "Task"),
    "notice": QT_TRANSLATE_NOOP("labels", "Notice to customers"),
    "notice_recipient": QT_TRANSLATE_NOOP("labels", "Customer to be told"),
}

_CUSTOMER_ID = QT_TRANSLATE_NOOP("labels", "Customer")
_STAFF_ID = QT_TRANSLATE_NOOP("labels", "Person")
_KIND = QT_TRANSLATE_NOOP("labels", "Kind")
_CHANNEL = QT_TRANSLATE_NOOP("labels", "Channel")
_AT_MINUTE = QT_TRANSLATE_NOOP("labels", "Time")
_STATE = QT_TRANSLATE_NOOP("labels", "State")
_INTERACTION_ID = QT_TRANSLATE_NOOP("labels", "Contact record")
_DUE_ON = QT_TRANSLATE_NOOP("labels", "Due on")
_SETTLED_ON = QT_TRANSLATE_NOOP("labels", "Settled on")
_DECIDED_BY_ID = QT_TRANSLATE_NOOP("labels", "Decided by")
_DECIDED_AT = QT_TRANSLATE_NOOP("labels", "Decided")
_DECISION_NOTE = QT_TRANSLATE_NOOP("labels", "Note on the decision")
_PURPOSE = QT_TRANSLATE_NOOP("labels", "Purpose")
_CONTENT = QT_TRANSLATE_NOOP("labels", "Content")
_SOURCE = QT_TRANSLATE_NOOP("labels", "Source")
_RESULT = QT_TRANSLATE_NOOP("labels", "Result")

FIELDS: dict[tuple[str, str], str] = {
    ("interaction", "customer_id"): _CUSTOMER_ID,
    ("interaction", "staff_id"): QT_TRANSLATE_NOOP("labels", "Who had the contact"),
    ("interaction", "held_on"): QT_TRANSLATE_NOOP("labels", "Day of the contact"),
    ("interaction", "at_minute"): _AT_MINUTE,
    ("interaction", "duration_minutes"): QT_TRANSLATE_NOOP("labels", "Minutes"),
    ("interaction", "channel"): _CHANNEL,
    ("interaction", "level"): QT_TRANSLATE_NOOP("labels", "Level"),
    ("interaction", "kind"): QT_TRANSLATE_NOOP("labels", "Kind of contact"),
    ("interaction", "result"): QT_TRANSLATE_NOOP("labels", "Result"),
    ("interaction", "purpose"): _PURPOSE,
    ("interaction", "content"): _CONTENT,
    ("interaction", "need"): QT_TRANSLATE_NOOP("labels", "Need expected"),
    ("interaction", "need_amount_fen"): QT_TRANSLATE_NOOP("labels", "Amount expected"),
    ("interaction", "need_on"): QT_TRANSLATE_NOOP("labels", "Expected by"),
    ("interaction", "satisfaction"): QT_TRANSLATE_NOOP("labels", "Satisfaction noticed"),
    ("interaction", "cost_fen"): QT_TRANSLATE_NOOP("labels", "Cost"),
    ("interaction", "cost_for"): QT_TRANSLATE_NOOP("labels", "Gift or expense"),
    ("interaction", "cost_reason"): QT_TRANSLATE_NOOP("labels", "Reason for the cost"),
    ("interaction", "source"): _SOURCE,
    ("visit", "customer_id"): _CUSTOMER_ID,
    ("visit", "staff_id"): _STAFF_ID,
    ("visit", "interaction_id"): _INTERACTION_ID,
    ("visit", "planned_on"): QT_TRANSLATE_NOOP("labels", "Planned for"),
    ("visit", "at_minute"): _AT_MINUTE,
    ("visit", "place"): QT_TRANSLATE_NOOP("labels", "Where"),
    ("visit", "purpose"): _PURPOSE,
    ("visit", "to_prepare"): QT_TRANSLATE_NOOP("labels", "To prepare"),
    ("visit", "to_discuss"): QT_TRANSLATE_NOOP("labels", "To discuss"),
    ("visit", "to_see"): QT_TRANSLATE_NOOP("labels", "To see"),
    ("visit", "report"): QT_TRANSLATE_NOOP("labels", "Report"),
    ("visit", "state"): _STATE,
    ("visit", "decided_by_id"): _DECIDED_BY_ID,
    ("visit", "decided_at"): _DECIDED_AT,
    ("visit", "decision_note"): _DECISION_NOTE,
    ("attachment", "customer_id"): _CUSTOMER_ID,
    ("attachment", "interaction_id"): _INTERACTION_ID,
    ("attachment", "staff_id"): _STAFF_ID,
    ("attachment", "name"): QT_TRANSLATE_NOOP("labels", "File name"),
    ("attachment", "media_type"): QT_TRANSLATE_NOOP("labels", "Kind of file"),
    ("attachment", "size"): QT_TRANSLATE_NOOP("labels", "Size"),
    ("attachment", "digest"): QT_TRANSLATE_NOOP("labels", "Checksum"),
    ("attachment", "added_on"): QT_TRANSLATE_NOOP("labels", "Added on"),
    ("attachment", "note"): QT_TRANSLATE_NOOP("labels", "Note"),
    ("commitment", "customer_id"): _CUSTOMER_ID,
    ("commitment", "staff_id"): QT_TRANSLATE_NOOP("labels", "Who promised"),
    ("commitment", "interaction_id"): _INTERACTION_ID,
    ("commitment", "promise"): QT_TRANSLATE_NOOP("labels", "Promise"),
    ("commitment", "kind"): QT_TRANSLATE_NOOP("labels", "Kind of promise"),
    ("commitment", "promised_on"): QT_TRANSLATE_NOOP("labels", "Promised on"),
    ("commitment", "due_on"): _DUE_ON,
    ("commitment", "state"): _STATE,
    ("commitment", "decided_by_id"): _DECIDED_BY_ID,
    ("commitment", "decided_at"): _DECIDED_AT,
    ("commitment", "decision_note"): _DECISION_NOTE,
    ("commitment", "settled_on"): _SETTLED_ON,
    ("commitment", "outcome"): QT_TRANSLATE_NOOP("labels", "Outcome"),
    ("appointment", "customer_id"): _CUSTOMER_ID,
    ("appointment", "staff_id"): _STAFF_ID,
    ("appointment", "interaction_id"): _INTERACTION_ID,
    ("appointment", "due_on"): _DUE_ON,
    ("appointment", "at_minute"): _AT_MINUTE,
    ("appointment", "channel"): _CHANNEL,
    ("appointment", "subject"): QT_TRANSLATE_NOOP("labels", "Subject"),
    ("appointment", "state"): _STATE,
    ("appointment", "settled_on"): _SETTLED_ON,
    ("follow_up", "customer_id"): _CUSTOMER_ID,
    ("follow_up", "staff_id"): _STAFF_ID,
    ("follow_up", "interaction_id"): _INTERACTION_ID,
    ("follow_up", "due_on"): _DUE_ON,
    ("follow_up", "channel"): _CHANNEL,
    ("follow_up", "step"): QT_TRANSLATE_NOOP("labels", "Next step"),
    ("follow_up", "state"): _STATE,
    ("follow_up", "settled_on"): _SETTLED_ON,
    ("task", "customer_id"): _CUSTOMER_ID,
    ("task", "staff_id"): QT_TRANSLATE_NOOP("labels", "Given by"),
    ("task", "interaction_id"): _INTERACTION_ID,
    ("task", "assignee_id"): QT_TRANSLATE_NOOP("labels", "Colleague"),
    ("task", "department"): QT_TRANSLATE_NOOP("labels", "Department"),
    ("task", "work"): QT_TRANSLATE_NOOP("labels", "Work"),
    ("task", "due_on"): _DUE_ON,
    ("task", "state"): _STATE,
    ("task", "done_on"): QT_TRANSLATE_NOOP("labels", "Done on"),
    ("task", "result"): _RESULT,
    ("task", "reported_on"): QT_TRANSLATE_NOOP("labels", "Reported on"),
    ("notice", "title"): QT_TRANSLATE_NOOP("labels", "Title"),
    ("notice", "content"): _CONTENT,
    ("notice", "source"): _SOURCE,
    ("notice", "channel"): _CHANNEL,
    ("notice", "staff_id"): _STAFF_ID,
    ("notice", "raised_on"): QT_TRANSLATE_NOOP("labels", "Raised on"),
    ("notice", "due_on"): _DUE_ON,
    ("notice", "closed_on"): QT_TRANSLATE_NOOP("labels", "Closed on"),
    ("notice_recipient", "notice_id"): QT_TRANSLATE_NOOP("labels", "Notice"),
    ("notice_recipient", "customer_id"): _CUSTOMER_ID,
    ("notice_recipient", "told_on"): QT_TRANSLATE_NOOP("labels", "Told on"),
    ("notice_recipient", "told_by_id"): QT_TRANSLATE_NOOP("labels", "Told by"),
    ("notice_recipient", "interaction_id"): _INTERACTION_ID,
}
