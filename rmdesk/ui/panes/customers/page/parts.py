"""The sections of the page in their order: titles, what the heads tell, what makes the bodies."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from rmdesk import labels
from rmdesk.services.customers.record import CustomerRecord
from rmdesk.ui import formats
from rmdesk.ui.panes.customers.page import assets_section, cells, wording
from rmdesk.ui.panes.customers.page.assets_section import AssetsSection
from rmdesk.ui.panes.customers.page.contact_section import ContactSection
from rmdesk.ui.panes.customers.page.dates_section import DatesSection
from rmdesk.ui.panes.customers.page.desk import Desk
from rmdesk.ui.panes.customers.page.documents_section import DocumentsSection
from rmdesk.ui.panes.customers.page.family_section import FamilySection
from rmdesk.ui.panes.customers.page.grid_section import GridSection
from rmdesk.ui.panes.customers.page.holdings_section import HoldingsHead, HoldingsSection
from rmdesk.ui.panes.customers.page.loading import PageData
from rmdesk.ui.panes.customers.page.owed_section import OwedSection
from rmdesk.ui.panes.customers.page.scripts_section import ScriptsSection
from rmdesk.ui.panes.customers.page.section import Part
from rmdesk.ui.panes.customers.page.tags_section import TagsSection
from rmdesk.ui.panes.customers.page.timeline_section import TimelineSection
from rmdesk.ui.panes.customers.page.voice_section import VoiceSection
from rmdesk.words import translate

if TYPE_CHECKING:
    from rmdesk.ui.widgets import FoldHead

READING = ("owed", "scripts", "voice", "documents", "timeline")  # sections that read more than the record


def parts(desk: Desk, *, may_record: bool, open_event: Callable[[str, str], object]) -> tuple[Part, ...]:
    """The sections of the page of `desk`; `open_event` gets table and uid of a line of the timeline."""
    context = desk.context

    def grid(id: str, title: str, found: Callable[[CustomerRecord], list[Any]], **more: Any) -> Part:
        return Part(id, title, lambda _head: GridSection(desk, title, found, id=id), **more)

    def owed(head: FoldHead) -> OwedSection:
        made = OwedSection(desk, editable=may_record)
        made.counted.connect(head.set_told)
        return made

    def documents(head: FoldHead) -> DocumentsSection:
        made = DocumentsSection(desk, editable=may_record)
        made.counted.connect(head.set_count)
        return made

    def voice(head: FoldHead) -> VoiceSection:
        made = VoiceSection(desk)
        made.counted.connect(head.set_told)
        return made

    def timeline(head: FoldHead) -> TimelineSection:
        made = TimelineSection(context)
        made.opened.connect(open_event)
        made.counted.connect(head.set_count)
        return made

    contact = Part(
        "contact",
        translate("customer page", "Record a contact"),
        lambda _head: ContactSection(desk),
        fact=_last_contact,
        opened=True,
    )
    return (
        grid(
            "basic", translate("customer page", "Basic information"), cells.basic, fact=_missing, opened=True
        ),
        *([contact] if may_record else []),
        Part("owed", translate("customer page", "Promises and next steps"), owed, opened=True),
        Part("scripts", translate("customer page", "What to say"), lambda _head: ScriptsSection(context)),
        Part(
            "relations",
            translate("customer page", "Family and relations"),
            lambda _head: FamilySection(desk),
            count=lambda data: len(data.record.relations),
            fact=_household,
            opened=True,
        ),
        Part(
            "holdings",
            translate("customer page", "Holdings"),
            lambda _head: HoldingsSection(desk),
            count=lambda data: sum(one.closed_on is None for one in data.record.holdings),
            opened=True,
            head=HoldingsHead,
        ),
        Part(
            "assets",
            translate("customer page", "Assets and tiers"),
            lambda _head: AssetsSection(desk),
            fact=lambda data: assets_section.present_tier(data.record),
        ),
        grid("care", translate("customer page", "Care"), cells.relationship, fact=_orientation),
        grid("buying", translate("customer page", "Buying behaviour"), cells.buying, fact=_risk),
        grid("service", translate("customer page", "Service needs"), cells.service),
        Part(
            "dates",
            translate("customer page", "Important days"),
            lambda _head: DatesSection(desk),
            count=lambda data: len(data.record.dates),
        ),
        Part(
            "tags",
            translate("customer page", "Tags"),
            lambda _head: TagsSection(desk),
            count=lambda data: len(data.record.tags),
            fact=lambda data: labels.listed(data.record.tags),
        ),
        Part("voice", translate("customer page", "Complaints and satisfaction"), voice),
        Part("documents", translate("customer page", "Documents"), documents),
        Part("timeline", translate("customer page", "Timeline"), timeline, opened=True),
    )


def _last_contact(data: PageData) -> str:
    on = data.record.facts.last_contact_on
    return "" if on is None else translate("customer page", "Last {day}", day=formats.day(on))


def _missing(data: PageData) -> str:
    words = [labels.what(one.what) for one in data.record.completeness.missing[:2]]
    if cells.assessment_expired(data.record):
        words.append(translate("customer page", "risk assessment expired"))
    return translate("customer page", "To ask: {fields}", fields=labels.listed(words)) if words else ""


def _household(data: PageData) -> str:
    if data.household_fen is None:
        return ""
    amount = formats.amount(wording.yuan(data.household_fen))
    return translate("customer page", "Household {amount}", amount=amount)


def _orientation(data: PageData) -> str:
    shown = {one.key: one.value for one in cells.relationship(data.record)}
    return labels.listed(one for one in (shown["owner"], shown["orientation"]) if one)


def _risk(data: PageData) -> str:
    return next(one.value for one in cells.buying(data.record) if one.key == "risk_tolerance")
