"""《投诉及异议处理记录》: one case on paper, from what happened to what was learned from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from rmdesk import choices, labels
from rmdesk.services import complaints, settings
from rmdesk.services.complaints import ComplaintRecord
from rmdesk.services.reports import blocks, told
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.roles import Permission
from rmdesk.words import translate


@dataclass(frozen=True, slots=True)
class Case:
    record: ComplaintRecord
    branch: str


def title() -> str:
    return translate("complaint record", "Record of a complaint or objection")


def gather(session: Session, *, complaint: str) -> Case:
    """Raises NotAllowed, UserError `row.gone`."""
    return Case(complaints.load_complaint(session, complaint), settings.get(session, "branch.name"))


def story(data: Case) -> Iterable[blocks.Block]:
    one = data.record
    number = translate("complaint record", "No. {number}", number=one.row.number)
    yield blocks.Title(title(), number)
    yield blocks.quiet(told.joined([data.branch, choices.word("complaint", "state", one.row.state)]))
    yield blocks.Facts([blocks.Fact(label, value) for label, value in _facts(one) if value])
    yield from _text("content", one.row.content)
    yield from _text("wish", one.wish)
    yield blocks.Heading(translate("complaint record", "Steps"))
    yield blocks.Table(
        [
            blocks.Column(labels.field("complaint_step", "what"), 9),
            blocks.Column(labels.field("complaint_step", "staff_id"), 3),
            blocks.Column(labels.field("complaint_step", "due_on"), 3),
            blocks.Column(labels.field("complaint_step", "done_on"), 3),
            blocks.Column(labels.field("complaint_step", "note"), 6),
        ],
        [
            [step.what, step.staff or "", told.day(step.due_on), told.day(step.done_on), step.note or ""]
            for step in one.steps
        ],
        translate("complaint record", "No step was taken."),
    )
    yield from _text("result", one.result)
    yield blocks.Heading(translate("complaint record", "Told to the customer"))
    yield blocks.Facts([blocks.Fact(label, value) for label, value in _answered(one)])
    yield from _text("cause", one.cause)
    yield from _text("measure", one.measure)
    if one.measure_for is not None:
        passed = [
            (
                labels.field("complaint", "measure_for"),
                choices.word("complaint", "measure_for", one.measure_for),
            ),
            (labels.field("complaint", "measure_told_on"), told.day(one.measure_told_on) or "–"),
        ]
        yield blocks.Facts([blocks.Fact(label, value) for label, value in passed])
    yield blocks.Space(4)
    yield blocks.Signatures(
        [
            translate("complaint record", "In charge of it"),
            translate("complaint record", "Branch head"),
            translate("complaint record", "Date"),
        ]
    )


def _facts(one: ComplaintRecord) -> list[tuple[str, str]]:
    def word(name: str, value: str) -> tuple[str, str]:
        return labels.field("complaint", name), choices.word("complaint", name, value)

    return [
        (translate("complaint record", "Customer"), one.row.who),
        word("nature", one.row.nature),
        word("kind", one.row.kind),
        word("seriousness", one.row.seriousness),
        word("source", one.source),
        (labels.field("complaint", "survey_id"), one.survey_number or ""),
        (labels.field("complaint", "raised_on"), told.day(one.row.raised_on)),
        (labels.field("complaint", "final_on"), told.day(one.row.final_on)),
        (labels.field("complaint", "owner_id"), one.row.owner),
        (labels.field("complaint", "assistant_id"), one.assistant or ""),
        (labels.field("complaint", "reopened"), str(one.reopened or "")),
    ]


def _answered(one: ComplaintRecord) -> list[tuple[str, str]]:
    satisfied = {None: "–", True: translate("reports", "Yes"), False: translate("complaint record", "No")}
    return [
        (labels.field("complaint", "resolved_on"), told.day(one.resolved_on) or "–"),
        (labels.field("complaint", "told_on"), told.day(one.told_on) or "–"),
        (
            labels.field("complaint", "told_channel"),
            "–" if one.told_channel is None else choices.word("complaint", "told_channel", one.told_channel),
        ),
        (labels.field("complaint", "is_satisfied"), satisfied[one.is_satisfied]),
        (labels.field("complaint", "closed_on"), told.day(one.closed_on) or "–"),
    ]


def _text(name: str, words: str | None) -> Iterable[blocks.Block]:
    if words:
        yield blocks.Heading(labels.field("complaint", name))
        yield blocks.Text(words)


REPORT = Report(
    title,
    gather,
    story,
    parameters=(Parameter("complaint", Type.COMPLAINT),),
    permission=Permission.HANDLE_COMPLAINTS,
)
