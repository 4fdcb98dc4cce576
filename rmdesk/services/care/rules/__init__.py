"""The rules by which touchpoints are computed: one line each."""

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

__all__ = ["BY_ID", "RULES", "Cadence", "Collective", "Dated", "Due", "Question", "Rule"]
