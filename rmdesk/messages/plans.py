"""Messages about action plans."""

from __future__ import annotations

from rmdesk.messages.entry import UNCHANGED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

_NEXT_VERSION = QT_TRANSLATE_NOOP(
    "messages", "Begin its next version; the agreed one stays in force until then."
)

ENTRIES: dict[str, Entry] = {
    "plan.ends_before": Entry(
        QT_TRANSLATE_NOOP("messages", "The plan, or a sub-plan of it, ends before it begins."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Correct one of the two days."),
    ),
    "plan.too_long": Entry(
        QT_TRANSLATE_NOOP("messages", "A plan lasts {most} days at most."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Make it shorter, and copy it to the next period when it ends."),
    ),
    "plan.outside": Entry(
        QT_TRANSLATE_NOOP("messages", "The days of “{name}” are not all between {first} and {last}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Change its days, or those of the plan."),
    ),
    "plan.too_often": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "“{name}” asks for {times} contacts with each customer; its working days have room for {most}.",
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose fewer contacts, more days, or less time between two contacts."),
    ),
    "plan.shares": Entry(
        QT_TRANSLATE_NOOP("messages", "The ways of contact are not understood, or do not make up 100 %."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Write them with their shares, such as: call 60, visit 40."),
    ),
    "plan.frequency": Entry(
        QT_TRANSLATE_NOOP("messages", "How often is not understood."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Write it as 2, 2/week, 2/month or 1/quarter."),
    ),
    "plan.supervisor_unfit": Entry(
        QT_TRANSLATE_NOOP("messages", "{name} cannot agree to this plan."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose somebody else who agrees to plans, and never the manager."),
    ),
    "plan.successor_unfit": Entry(
        QT_TRANSLATE_NOOP("messages", "{name} cannot take over this plan."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose somebody who works here and keeps records of contacts."),
    ),
    "plan.kept": Entry(
        QT_TRANSLATE_NOOP("messages", "The plan was agreed once and stays."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Evaluate it, which closes it."),
    ),
    "plan.too_deep": Entry(
        QT_TRANSLATE_NOOP("messages", "Sub-plans stand in {most} levels at most."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Put it further out."),
    ),
    "plan.too_many": Entry(
        QT_TRANSLATE_NOOP("messages", "A plan has {most} sub-plans at most."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Remove some, or begin another plan."),
    ),
    "plan.below_itself": Entry(
        QT_TRANSLATE_NOOP("messages", "A sub-plan cannot become a part of itself."), UNCHANGED
    ),
    "plan.node_worked": Entry(
        QT_TRANSLATE_NOOP("messages", "Contacts of this sub-plan were made already, so it stays."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Take out the contacts that are still to come instead."),
    ),
    "plan.no_frequency": Entry(
        QT_TRANSLATE_NOOP("messages", "No sub-plan says how often its customers are contacted."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Enter how often beside a sub-plan first."),
    ),
    "plan.nothing_planned": Entry(
        QT_TRANSLATE_NOOP("messages", "The plan has no contacts yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Make its contacts first."),
    ),
    "plan.not_own": Entry(
        QT_TRANSLATE_NOOP("messages", "This is the plan of somebody else."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Return it with a comment, or copy it for a plan of your own."),
    ),
    "plan.own": Entry(
        QT_TRANSLATE_NOOP("messages", "Nobody agrees to a plan of their own, or hands it over."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Ask another supervisor or the branch head."),
    ),
    "plan.submitted": Entry(
        QT_TRANSLATE_NOOP("messages", "The plan was submitted and waits for agreement."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Take it back to go on writing."),
    ),
    "plan.agreed": Entry(QT_TRANSLATE_NOOP("messages", "The plan was agreed."), UNCHANGED, _NEXT_VERSION),
    "plan.closed": Entry(
        QT_TRANSLATE_NOOP("messages", "The plan was evaluated and is closed."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Copy it to the next period to go on."),
    ),
    "plan.not_submitted": Entry(
        QT_TRANSLATE_NOOP("messages", "The plan does not wait for agreement any more."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at it again as it is now."),
    ),
    "plan.not_agreed": Entry(
        QT_TRANSLATE_NOOP("messages", "The plan, as it stands, was not agreed yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Submit it first and have it agreed."),
    ),
    "plan.not_evaluated": Entry(
        QT_TRANSLATE_NOOP("messages", "The plan was not evaluated yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Evaluate it when it ends; its progress can be printed before."),
    ),
    "plan.not_begun": Entry(
        QT_TRANSLATE_NOOP("messages", "The plan begins on {first} only."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Evaluate it once it has run."),
    ),
    "plan.day_outside": Entry(
        QT_TRANSLATE_NOOP("messages", "The plan runs from {first} to {last}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose a day in between."),
    ),
    "plan.no_version": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no version {number} of this plan."), UNCHANGED
    ),
    "plan.unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no plan “{plan}” that you may read."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give its name, or the beginning of its id."),
    ),
    "plan.ambiguous": Entry(
        QT_TRANSLATE_NOOP("messages", "“{plan}” may be any of {count} plans."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give its id."),
    ),
    "segment.in_plans": Entry(
        QT_TRANSLATE_NOOP("messages", "The segment “{name}” is what the sub-plan “{plan}” is about."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose another segment there first."),
    ),
}
