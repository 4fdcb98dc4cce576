"""The rules by which touchpoints are computed: one line each."""

from typing import Any

from rmdesk.services.care.options import RULES_SETTING
from rmdesk.services.care.rules.activities import ActivityContactDue
from rmdesk.services.care.rules.assessments import AssessmentExpiring
from rmdesk.services.care.rules.birthdays import Birthday, FamilyDate
from rmdesk.services.care.rules.cadence import Cadence, CallDue, LeadersVisitDue, MeetingDue
from rmdesk.services.care.rules.complaints import ComplaintDue
from rmdesk.services.care.rules.dated import Dated
from rmdesk.services.care.rules.festivals import FestivalDay
from rmdesk.services.care.rules.maturities import LoanMaturity, OtherMaturity, OwnMaturity, PremiumDue
from rmdesk.services.care.rules.notices import NoticeToTell
from rmdesk.services.care.rules.parts import Due
from rmdesk.services.care.rules.plans import PlannedContact
from rmdesk.services.care.rules.promises import AppointmentDue, FollowUpDue, PromiseDue
from rmdesk.services.care.rules.rule import Collective, Question, Rule
from rmdesk.services.care.rules.visits import VisitPlanned
from rmdesk.services.errors import UserError

RULES: tuple[Dated | Collective, ...] = (
    ComplaintDue(),
    PromiseDue(),
    AppointmentDue(),
    VisitPlanned(),
    OwnMaturity(),
    OtherMaturity(),
    LoanMaturity(),
    PremiumDue(),
    FollowUpDue(),
    Birthday(),
    FamilyDate(),
    FestivalDay(),
    AssessmentExpiring(),
    PlannedContact(),
    ActivityContactDue(),
    CallDue(),
    MeetingDue(),
    LeadersVisitDue(),
    NoticeToTell(),
)

BY_ID: dict[str, Dated | Collective] = {one.id: one for one in RULES}


def checked(value: object) -> dict[str, dict[str, Any]]:
    """What the setting `care.rules` may hold (`care/options.py`); defaults are left out.

    Raises UserError `value.not_a_choice` and what an option's check does.
    """
    if not isinstance(value, dict) or not set(value) <= set(BY_ID):
        raise UserError("value.not_a_choice", what=RULES_SETTING)
    found: dict[str, dict[str, Any]] = {}
    for rule_id, given in value.items():
        kept = _checked(BY_ID[rule_id], given)
        if kept:
            found[rule_id] = kept
    return found


def _checked(rule: Rule, given: object) -> dict[str, Any]:
    options = {one.name: one for one in rule.options}
    if not isinstance(given, dict) or not set(given) <= {"on", "without_tiers", *options}:
        raise UserError("value.not_a_choice", what=RULES_SETTING)
    kept = {
        name: value
        for name, option in options.items()
        if name in given and (value := option.check(given[name])) != option.default
    }
    if not isinstance(given.get("on", True), bool):
        raise UserError("value.not_a_choice", what=RULES_SETTING)
    if not given.get("on", True):
        kept["on"] = False
    without = given.get("without_tiers", [])
    if not isinstance(without, list) or not all(isinstance(one, str) for one in without):
        raise UserError("value.not_a_choice", what=RULES_SETTING)
    if without:
        kept["without_tiers"] = sorted(without)
    return kept


__all__ = ["BY_ID", "RULES", "Cadence", "Collective", "Dated", "Due", "Question", "Rule", "checked"]
