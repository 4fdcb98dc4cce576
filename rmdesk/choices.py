"""Words for the values a field may have: genders, strategies, stages, kinds of product and the like."""

from __future__ import annotations

from rmdesk.models import (
    ActivityContactState,
    ActivityKind,
    ActivityPurpose,
    ActivityState,
    AddressKind,
    AppointmentState,
    AumBasis,
    Channel,
    CommitmentKind,
    CommitmentState,
    ComplaintKind,
    ComplaintNature,
    ComplaintSource,
    ComplaintState,
    ContactResult,
    DateKind,
    DocumentKind,
    FollowUpState,
    Gender,
    GuestAnswer,
    ImprovementFor,
    InteractionKind,
    InvitationState,
    ItemSource,
    Level,
    LogState,
    Measure,
    NeedKind,
    NewsKind,
    Orientation,
    Outcome,
    Per,
    PeriodKind,
    PhoneKind,
    PlanItemState,
    PlanState,
    ProductKind,
    RelationKind,
    RemarkKind,
    Sampling,
    Satisfaction,
    ScriptPart,
    Seriousness,
    Stage,
    Strategy,
    SurveyMethod,
    SurveyState,
    TaskState,
    VisitState,
)
from rmdesk.words import LANGUAGES, QT_TRANSLATE_NOOP, translate

GENDERS: dict[str | int, str] = {
    Gender.MALE: QT_TRANSLATE_NOOP("choices", "Male"),
    Gender.FEMALE: QT_TRANSLATE_NOOP("choices", "Female"),
}

STRATEGIES: dict[str | int, str] = {
    Strategy.INTENSIVE: QT_TRANSLATE_NOOP("choices", "Intensive"),
    Strategy.ACTIVE: QT_TRANSLATE_NOOP("choices", "Active"),
    Strategy.PASSIVE: QT_TRANSLATE_NOOP("choices", "Passive"),
}

ORIENTATIONS: dict[str | int, str] = {
    Orientation.PRODUCT: QT_TRANSLATE_NOOP("choices", "Product-oriented"),
    Orientation.CONSUMPTION: QT_TRANSLATE_NOOP("choices", "Consumption-oriented"),
    Orientation.SERVICE: QT_TRANSLATE_NOOP("choices", "Service-oriented"),
}

STAGES: dict[str | int, str] = {
    Stage.IDENTIFIED: QT_TRANSLATE_NOOP("choices", "Identified"),
    Stage.CONTACTED: QT_TRANSLATE_NOOP("choices", "Contacted"),
    Stage.ESTABLISHED: QT_TRANSLATE_NOOP("choices", "Established"),
    Stage.CORE: QT_TRANSLATE_NOOP("choices", "Core"),
    Stage.AT_RISK: QT_TRANSLATE_NOOP("choices", "At risk"),
    Stage.LOST: QT_TRANSLATE_NOOP("choices", "Lost"),
}

CHANNELS: dict[str | int, str] = {
    Channel.VISIT: QT_TRANSLATE_NOOP("choices", "Visit"),
    Channel.CALL: QT_TRANSLATE_NOOP("choices", "Call"),
    Channel.SMS: QT_TRANSLATE_NOOP("choices", "SMS"),
    Channel.WECHAT: QT_TRANSLATE_NOOP("choices", "WeChat"),
    Channel.LETTER: QT_TRANSLATE_NOOP("choices", "Letter"),
    Channel.EMAIL: QT_TRANSLATE_NOOP("choices", "E-mail"),
    Channel.BRANCH_VISIT: QT_TRANSLATE_NOOP("choices", "At the branch"),
}

GRADES: dict[str | int, str] = {
    1: QT_TRANSLATE_NOOP("choices", "1 star"),
    2: QT_TRANSLATE_NOOP("choices", "2 stars"),
    3: QT_TRANSLATE_NOOP("choices", "3 stars"),
    4: QT_TRANSLATE_NOOP("choices", "4 stars"),
    5: QT_TRANSLATE_NOOP("choices", "5 stars"),
}

INCOME_BANDS: dict[str | int, str] = {
    1: QT_TRANSLATE_NOOP("choices", "Up to 50,000 a year"),
    2: QT_TRANSLATE_NOOP("choices", "50,000 to 100,000 a year"),
    3: QT_TRANSLATE_NOOP("choices", "100,000 to 200,000 a year"),
    4: QT_TRANSLATE_NOOP("choices", "200,000 to 500,000 a year"),
    5: QT_TRANSLATE_NOOP("choices", "500,000 to 1,000,000 a year"),
    6: QT_TRANSLATE_NOOP("choices", "More than 1,000,000 a year"),
}

RISK_TOLERANCES: dict[str | int, str] = {
    1: QT_TRANSLATE_NOOP("choices", "Conservative (C1)"),
    2: QT_TRANSLATE_NOOP("choices", "Steady (C2)"),
    3: QT_TRANSLATE_NOOP("choices", "Balanced (C3)"),
    4: QT_TRANSLATE_NOOP("choices", "Growth (C4)"),
    5: QT_TRANSLATE_NOOP("choices", "Aggressive (C5)"),
}

ACTIVITIES: dict[str | int, str] = {
    1: QT_TRANSLATE_NOOP("choices", "Rarely buys"),
    2: QT_TRANSLATE_NOOP("choices", "Buys now and then"),
    3: QT_TRANSLATE_NOOP("choices", "Buys often"),
}

PRICE_SENSITIVITIES: dict[str | int, str] = {
    1: QT_TRANSLATE_NOOP("choices", "Looks little at the price"),
    2: QT_TRANSLATE_NOOP("choices", "Compares prices"),
    3: QT_TRANSLATE_NOOP("choices", "Decides by the price"),
}

PHONE_KINDS: dict[str | int, str] = {
    PhoneKind.MOBILE: QT_TRANSLATE_NOOP("choices", "Mobile"),
    PhoneKind.HOME: QT_TRANSLATE_NOOP("choices", "Home phone"),
    PhoneKind.WORK: QT_TRANSLATE_NOOP("choices", "Work phone"),
    PhoneKind.OTHER: QT_TRANSLATE_NOOP("choices", "Other phone"),
}

ADDRESS_KINDS: dict[str | int, str] = {
    AddressKind.HOME: QT_TRANSLATE_NOOP("choices", "Home address"),
    AddressKind.WORK: QT_TRANSLATE_NOOP("choices", "Work address"),
    AddressKind.MAIL: QT_TRANSLATE_NOOP("choices", "Postal address"),
    AddressKind.OTHER: QT_TRANSLATE_NOOP("choices", "Other address"),
}

DOCUMENT_KINDS: dict[str | int, str] = {
    DocumentKind.RESIDENT_ID: QT_TRANSLATE_NOOP("choices", "Resident identity card"),
    DocumentKind.TEMPORARY_ID: QT_TRANSLATE_NOOP("choices", "Temporary identity card"),
    DocumentKind.HOUSEHOLD_BOOK: QT_TRANSLATE_NOOP("choices", "Household register"),
    DocumentKind.PASSPORT: QT_TRANSLATE_NOOP("choices", "Passport"),
    DocumentKind.HK_MACAO_PERMIT: QT_TRANSLATE_NOOP("choices", "Permit for Hong Kong and Macao residents"),
    DocumentKind.TAIWAN_PERMIT: QT_TRANSLATE_NOOP("choices", "Permit for Taiwan residents"),
    DocumentKind.FOREIGN_RESIDENT: QT_TRANSLATE_NOOP("choices", "Foreigner's permanent residence card"),
    DocumentKind.MILITARY_ID: QT_TRANSLATE_NOOP("choices", "Military identity card"),
    DocumentKind.OTHER: QT_TRANSLATE_NOOP("choices", "Other document"),
}

RELATION_KINDS: dict[str | int, str] = {
    RelationKind.SPOUSE: QT_TRANSLATE_NOOP("choices", "Spouse"),
    RelationKind.CHILD: QT_TRANSLATE_NOOP("choices", "Child"),
    RelationKind.PARENT: QT_TRANSLATE_NOOP("choices", "Parent"),
    RelationKind.SIBLING: QT_TRANSLATE_NOOP("choices", "Sibling"),
    RelationKind.GRANDCHILD: QT_TRANSLATE_NOOP("choices", "Grandchild"),
    RelationKind.GRANDPARENT: QT_TRANSLATE_NOOP("choices", "Grandparent"),
    RelationKind.RELATIVE: QT_TRANSLATE_NOOP("choices", "Relative"),
    RelationKind.FRIEND: QT_TRANSLATE_NOOP("choices", "Friend"),
    RelationKind.COLLEAGUE: QT_TRANSLATE_NOOP("choices", "Colleague"),
    RelationKind.INTRODUCER: QT_TRANSLATE_NOOP("choices", "Introduced by"),
    RelationKind.INTRODUCED: QT_TRANSLATE_NOOP("choices", "Has introduced"),
    RelationKind.LEGAL_REPRESENTATIVE_OF: QT_TRANSLATE_NOOP("choices", "Legal representative of"),
    RelationKind.KEY_PERSON_OF: QT_TRANSLATE_NOOP("choices", "Key person of"),
    RelationKind.OTHER: QT_TRANSLATE_NOOP("choices", "Other relation"),
}

DATE_KINDS: dict[str | int, str] = {
    DateKind.FAMILY_BIRTHDAY: QT_TRANSLATE_NOOP("choices", "Birthday in the family"),
    DateKind.WEDDING: QT_TRANSLATE_NOOP("choices", "Wedding"),
    DateKind.EXAM: QT_TRANSLATE_NOOP("choices", "Exam"),
    DateKind.FOUNDING: QT_TRANSLATE_NOOP("choices", "Founding of the company"),
    DateKind.OTHER: QT_TRANSLATE_NOOP("choices", "Other day"),
}

PRODUCT_KINDS: dict[str | int, str] = {
    ProductKind.CURRENT_DEPOSIT: QT_TRANSLATE_NOOP("choices", "Current deposit"),
    ProductKind.TIME_DEPOSIT: QT_TRANSLATE_NOOP("choices", "Time deposit"),
    ProductKind.LARGE_CD: QT_TRANSLATE_NOOP("choices", "Large certificate of deposit"),
    ProductKind.STRUCTURED_DEPOSIT: QT_TRANSLATE_NOOP("choices", "Structured deposit"),
    ProductKind.WEALTH: QT_TRANSLATE_NOOP("choices", "Wealth management product"),
    ProductKind.FUND: QT_TRANSLATE_NOOP("choices", "Fund"),
    ProductKind.INSURANCE: QT_TRANSLATE_NOOP("choices", "Insurance"),
    ProductKind.GOVERNMENT_BOND: QT_TRANSLATE_NOOP("choices", "Government bond"),
    ProductKind.TRUST: QT_TRANSLATE_NOOP("choices", "Trust"),
    ProductKind.GOLD: QT_TRANSLATE_NOOP("choices", "Gold"),
    ProductKind.LOAN: QT_TRANSLATE_NOOP("choices", "Loan"),
    ProductKind.CREDIT_CARD: QT_TRANSLATE_NOOP("choices", "Credit card"),
    ProductKind.OTHER: QT_TRANSLATE_NOOP("choices", "Other product"),
}

AUM_BASES: dict[str | int, str] = {
    AumBasis.POINT: QT_TRANSLATE_NOOP("choices", "On the day"),
    AumBasis.MONTH_AVERAGE: QT_TRANSLATE_NOOP("choices", "Monthly average"),
}

LEVELS: dict[str | int, str] = {
    Level.LEADER: QT_TRANSLATE_NOOP("choices", "Leaders"),
    Level.TECHNICAL: QT_TRANSLATE_NOOP("choices", "Specialists"),
    Level.BUSINESS: QT_TRANSLATE_NOOP("choices", "Manager"),
}

INTERACTION_KINDS: dict[str | int, str] = {
    InteractionKind.DAILY: QT_TRANSLATE_NOOP("choices", "Regular"),
    InteractionKind.CRISIS: QT_TRANSLATE_NOOP("choices", "Trouble"),
    InteractionKind.UPGRADE: QT_TRANSLATE_NOOP("choices", "Step up"),
}

CONTACT_RESULTS: dict[str | int, str] = {
    ContactResult.REACHED: QT_TRANSLATE_NOOP("choices", "Reached"),
    ContactResult.NO_ANSWER: QT_TRANSLATE_NOOP("choices", "No answer"),
    ContactResult.MESSAGE_LEFT: QT_TRANSLATE_NOOP("choices", "Message left"),
    ContactResult.SENT: QT_TRANSLATE_NOOP("choices", "Sent"),
    ContactResult.REPLIED: QT_TRANSLATE_NOOP("choices", "Replied"),
    ContactResult.REFUSED: QT_TRANSLATE_NOOP("choices", "Declined"),
}

SATISFACTIONS: dict[str | int, str] = {
    Satisfaction.SATISFIED: QT_TRANSLATE_NOOP("choices", "Satisfied"),
    Satisfaction.NEUTRAL: QT_TRANSLATE_NOOP("choices", "Neutral"),
    Satisfaction.DISSATISFIED: QT_TRANSLATE_NOOP("choices", "Dissatisfied"),
}

VISIT_STATES: dict[str | int, str] = {
    VisitState.PLANNED: QT_TRANSLATE_NOOP("choices", "Planned"),
    VisitState.SUBMITTED: QT_TRANSLATE_NOOP("choices", "Sent for approval"),
    VisitState.APPROVED: QT_TRANSLATE_NOOP("choices", "Approved"),
    VisitState.RETURNED: QT_TRANSLATE_NOOP("choices", "Returned"),
    VisitState.HELD: QT_TRANSLATE_NOOP("choices", "Held"),
    VisitState.CANCELLED: QT_TRANSLATE_NOOP("choices", "Cancelled"),
}

COMMITMENT_KINDS: dict[str | int, str] = {
    CommitmentKind.SERVICE: QT_TRANSLATE_NOOP("choices", "Service"),
    CommitmentKind.INFORMATION: QT_TRANSLATE_NOOP("choices", "Information"),
    CommitmentKind.AGREEMENT: QT_TRANSLATE_NOOP("choices", "From an agreement"),
    CommitmentKind.RATE: QT_TRANSLATE_NOOP("choices", "Rate"),
    CommitmentKind.FEE: QT_TRANSLATE_NOOP("choices", "Fee"),
    CommitmentKind.EXCEPTION: QT_TRANSLATE_NOOP("choices", "Exception"),
}

COMMITMENT_STATES: dict[str | int, str] = {
    CommitmentState.WAITING: QT_TRANSLATE_NOOP("choices", "Waits for approval"),
    CommitmentState.OPEN: QT_TRANSLATE_NOOP("choices", "To be kept"),
    CommitmentState.KEPT: QT_TRANSLATE_NOOP("choices", "Kept"),
    CommitmentState.BROKEN: QT_TRANSLATE_NOOP("choices", "Broken"),
    CommitmentState.WITHDRAWN: QT_TRANSLATE_NOOP("choices", "Withdrawn"),
    CommitmentState.REFUSED: QT_TRANSLATE_NOOP("choices", "Refused"),
}

FOLLOW_UP_STATES: dict[str | int, str] = {
    FollowUpState.OPEN: QT_TRANSLATE_NOOP("choices", "Open"),
    FollowUpState.DONE: QT_TRANSLATE_NOOP("choices", "Done"),
    FollowUpState.DROPPED: QT_TRANSLATE_NOOP("choices", "Dropped"),
}

APPOINTMENT_STATES: dict[str | int, str] = {
    AppointmentState.OPEN: QT_TRANSLATE_NOOP("choices", "Agreed"),
    AppointmentState.KEPT: QT_TRANSLATE_NOOP("choices", "Took place"),
    AppointmentState.MISSED: QT_TRANSLATE_NOOP("choices", "Missed"),
    AppointmentState.CANCELLED: QT_TRANSLATE_NOOP("choices", "Cancelled"),
}

TASK_STATES: dict[str | int, str] = {
    TaskState.OPEN: QT_TRANSLATE_NOOP("choices", "Open"),
    TaskState.DONE: QT_TRANSLATE_NOOP("choices", "Done"),
    TaskState.REPORTED: QT_TRANSLATE_NOOP("choices", "Reported back"),
    TaskState.WITHDRAWN: QT_TRANSLATE_NOOP("choices", "Withdrawn"),
}

LOG_STATES: dict[str | int, str] = {
    LogState.DRAFT: QT_TRANSLATE_NOOP("choices", "Draft"),
    LogState.SUBMITTED: QT_TRANSLATE_NOOP("choices", "Submitted"),
    LogState.COUNTERSIGNED: QT_TRANSLATE_NOOP("choices", "Countersigned"),
    LogState.RETURNED: QT_TRANSLATE_NOOP("choices", "Sent back"),
}

ITEM_SOURCES: dict[str | int, str] = {
    ItemSource.TOUCHPOINT: QT_TRANSLATE_NOOP("choices", "Touchpoint"),
    ItemSource.FREE: QT_TRANSLATE_NOOP("choices", "Own entry"),
    ItemSource.MOVED: QT_TRANSLATE_NOOP("choices", "Moved from another day"),
    ItemSource.NEWS: QT_TRANSLATE_NOOP("choices", "News of the day"),
}

OUTCOMES: dict[str | int, str] = {
    Outcome.OPEN: QT_TRANSLATE_NOOP("choices", "To be filled in"),
    Outcome.DONE: QT_TRANSLATE_NOOP("choices", "Done"),
    Outcome.PARTLY: QT_TRANSLATE_NOOP("choices", "Partly"),
    Outcome.NOT_DONE: QT_TRANSLATE_NOOP("choices", "Not done"),
    Outcome.MOVED: QT_TRANSLATE_NOOP("choices", "Moved"),
}

SCRIPT_PARTS: dict[str | int, str] = {
    ScriptPart.OPENING: QT_TRANSLATE_NOOP("choices", "Opening"),
    ScriptPart.QUESTION: QT_TRANSLATE_NOOP("choices", "Questions"),
    ScriptPart.OBJECTION: QT_TRANSLATE_NOOP("choices", "Objections"),
    ScriptPart.NEVER: QT_TRANSLATE_NOOP("choices", "Never promise"),
}

REMARK_KINDS: dict[str | int, str] = {
    RemarkKind.ADDENDUM: QT_TRANSLATE_NOOP("choices", "Addendum"),
    RemarkKind.COMMENT: QT_TRANSLATE_NOOP("choices", "Comment"),
    RemarkKind.RETURNED: QT_TRANSLATE_NOOP("choices", "Sent back"),
    RemarkKind.COUNTERSIGNED: QT_TRANSLATE_NOOP("choices", "Countersigned"),
}

NEWS_KINDS: dict[str | int, str] = {
    NewsKind.MARKET: QT_TRANSLATE_NOOP("choices", "Market"),
    NewsKind.POLICY: QT_TRANSLATE_NOOP("choices", "Policy"),
    NewsKind.PRODUCT: QT_TRANSLATE_NOOP("choices", "Product"),
}

COMPLAINT_NATURES: dict[str | int, str] = {
    ComplaintNature.COMPLAINT: QT_TRANSLATE_NOOP("choices", "Complaint"),
    ComplaintNature.OBJECTION: QT_TRANSLATE_NOOP("choices", "Objection"),
}
COMPLAINT_KINDS: dict[str | int, str] = {
    ComplaintKind.WAITING: QT_TRANSLATE_NOOP("choices", "Waiting and procedure"),
    ComplaintKind.SERVICE: QT_TRANSLATE_NOOP("choices", "Attitude of staff"),
    ComplaintKind.PRODUCT: QT_TRANSLATE_NOOP("choices", "Product or returns"),
    ComplaintKind.FEE: QT_TRANSLATE_NOOP("choices", "Fees and rates"),
    ComplaintKind.SYSTEM: QT_TRANSLATE_NOOP("choices", "Machines and electronic channels"),
    ComplaintKind.PRIVACY: QT_TRANSLATE_NOOP("choices", "Privacy"),
    ComplaintKind.OTHER: QT_TRANSLATE_NOOP("choices", "Something else"),
}
SERIOUSNESS: dict[str | int, str] = {
    Seriousness.MINOR: QT_TRANSLATE_NOOP("choices", "Minor"),
    Seriousness.SERIOUS: QT_TRANSLATE_NOOP("choices", "Serious"),
    Seriousness.GRAVE: QT_TRANSLATE_NOOP("choices", "Grave"),
}
COMPLAINT_SOURCES: dict[str | int, str] = {
    ComplaintSource.DIRECT: QT_TRANSLATE_NOOP("choices", "From the customer directly"),
    ComplaintSource.CONTACT: QT_TRANSLATE_NOOP("choices", "In a contact"),
    ComplaintSource.SURVEY: QT_TRANSLATE_NOOP("choices", "In a survey"),
    ComplaintSource.FORWARDED: QT_TRANSLATE_NOOP("choices", "Forwarded from above"),
}
COMPLAINT_STATES: dict[str | int, str] = {
    ComplaintState.OPEN: QT_TRANSLATE_NOOP("choices", "Being seen to"),
    ComplaintState.RESOLVED: QT_TRANSLATE_NOOP("choices", "Customer to be told"),
    ComplaintState.TOLD: QT_TRANSLATE_NOOP("choices", "Customer told"),
    ComplaintState.CLOSED: QT_TRANSLATE_NOOP("choices", "Case closed"),
}
IMPROVEMENTS_FOR: dict[str | int, str] = {
    ImprovementFor.PRODUCT: QT_TRANSLATE_NOOP("choices", "Products"),
    ImprovementFor.OPERATIONS: QT_TRANSLATE_NOOP("choices", "Operations"),
    ImprovementFor.SERVICE: QT_TRANSLATE_NOOP("choices", "Service"),
    ImprovementFor.MARKETING: QT_TRANSLATE_NOOP("choices", "Marketing"),
}
SURVEY_STATES: dict[str | int, str] = {
    SurveyState.DRAFT: QT_TRANSLATE_NOOP("choices", "Draft"),
    SurveyState.OPEN: QT_TRANSLATE_NOOP("choices", "Being asked"),
    SurveyState.CLOSED: QT_TRANSLATE_NOOP("choices", "Asking ended"),
    SurveyState.REPORTED: QT_TRANSLATE_NOOP("choices", "Reported"),
}

PERIOD_KINDS: dict[str | int, str] = {
    PeriodKind.YEAR: QT_TRANSLATE_NOOP("choices", "Year"),
    PeriodKind.QUARTER: QT_TRANSLATE_NOOP("choices", "Quarter"),
    PeriodKind.MONTH: QT_TRANSLATE_NOOP("choices", "Month"),
    PeriodKind.CAMPAIGN: QT_TRANSLATE_NOOP("choices", "Campaign"),
}

MEASURES: dict[str | int, str] = {
    Measure.QUALITY_CUSTOMERS: QT_TRANSLATE_NOOP("choices", "Quality customers"),
    Measure.AUM: QT_TRANSLATE_NOOP("choices", "Assets"),
    Measure.PRODUCTS: QT_TRANSLATE_NOOP("choices", "Products sold"),
    Measure.CONTACTS: QT_TRANSLATE_NOOP("choices", "Contacts"),
    Measure.REFERRALS: QT_TRANSLATE_NOOP("choices", "Customers who were introduced"),
    Measure.OWN: QT_TRANSLATE_NOOP("choices", "A measure of our own"),
}

PLAN_STATES: dict[str | int, str] = {
    PlanState.DRAFT: QT_TRANSLATE_NOOP("choices", "Draft"),
    PlanState.SUBMITTED: QT_TRANSLATE_NOOP("choices", "Submitted"),
    PlanState.RETURNED: QT_TRANSLATE_NOOP("choices", "Returned"),
    PlanState.AGREED: QT_TRANSLATE_NOOP("choices", "Agreed to"),
    PlanState.CLOSED: QT_TRANSLATE_NOOP("choices", "Evaluated"),
}

ACTIVITY_KINDS: dict[str | int, str] = {
    ActivityKind.SALON: QT_TRANSLATE_NOOP("choices", "Salon"),
    ActivityKind.LECTURE: QT_TRANSLATE_NOOP("choices", "Lecture"),
    ActivityKind.VISIT: QT_TRANSLATE_NOOP("choices", "Group visit"),
    ActivityKind.EXHIBITION: QT_TRANSLATE_NOOP("choices", "Exhibition"),
}
ACTIVITY_STATES: dict[str | int, str] = {
    ActivityState.DRAFT: QT_TRANSLATE_NOOP("choices", "Draft"),
    ActivityState.SUBMITTED: QT_TRANSLATE_NOOP("choices", "Submitted"),
    ActivityState.RETURNED: QT_TRANSLATE_NOOP("choices", "Returned"),
    ActivityState.AGREED: QT_TRANSLATE_NOOP("choices", "Agreed to"),
    ActivityState.OPEN: QT_TRANSLATE_NOOP("choices", "Being prepared"),
    ActivityState.HELD: QT_TRANSLATE_NOOP("choices", "Held, to assess"),
    ActivityState.EVALUATED: QT_TRANSLATE_NOOP("choices", "Evaluated"),
    ActivityState.CANCELLED: QT_TRANSLATE_NOOP("choices", "Called off"),
}
NEED_KINDS: dict[str | int, str] = {
    NeedKind.MATERIAL: QT_TRANSLATE_NOOP("choices", "Material"),
    NeedKind.EQUIPMENT: QT_TRANSLATE_NOOP("choices", "Equipment"),
    NeedKind.PERSON: QT_TRANSLATE_NOOP("choices", "People"),
}
GUEST_ANSWERS: dict[str | int, str] = {
    GuestAnswer.YES: QT_TRANSLATE_NOOP("choices", "Comes"),
    GuestAnswer.PERHAPS: QT_TRANSLATE_NOOP("choices", "Perhaps"),
    GuestAnswer.NO: QT_TRANSLATE_NOOP("choices", "Does not come"),
}
ACTIVITY_PURPOSES: dict[str | int, str] = {
    ActivityPurpose.INVITATION: QT_TRANSLATE_NOOP("choices", "Invitation"),
    ActivityPurpose.THANKS: QT_TRANSLATE_NOOP("choices", "Thanks"),
}
ACTIVITY_CONTACT_STATES: dict[str | int, str] = {
    ActivityContactState.PLANNED: QT_TRANSLATE_NOOP("choices", "Planned"),
    ActivityContactState.OPEN: QT_TRANSLATE_NOOP("choices", "To be done"),
    ActivityContactState.DONE: QT_TRANSLATE_NOOP("choices", "Done"),
    ActivityContactState.SKIPPED: QT_TRANSLATE_NOOP("choices", "Skipped"),
    ActivityContactState.DROPPED: QT_TRANSLATE_NOOP("choices", "Not made"),
}

PERS: dict[str | int, str] = {
    Per.PLAN: QT_TRANSLATE_NOOP("choices", "in all"),
    Per.QUARTER: QT_TRANSLATE_NOOP("choices", "each quarter"),
    Per.MONTH: QT_TRANSLATE_NOOP("choices", "each month"),
    Per.WEEK: QT_TRANSLATE_NOOP("choices", "each week"),
}

PLAN_ITEM_STATES: dict[str | int, str] = {
    PlanItemState.PLANNED: QT_TRANSLATE_NOOP("choices", "Planned"),
    PlanItemState.OPEN: QT_TRANSLATE_NOOP("choices", "Open"),
    PlanItemState.DONE: QT_TRANSLATE_NOOP("choices", "Done"),
    PlanItemState.SKIPPED: QT_TRANSLATE_NOOP("choices", "Skipped"),
    PlanItemState.DROPPED: QT_TRANSLATE_NOOP("choices", "Not made"),
}

SURVEY_METHODS: dict[str | int, str] = {
    SurveyMethod.PAPER: QT_TRANSLATE_NOOP("choices", "Paper form"),
    SurveyMethod.INTERVIEW: QT_TRANSLATE_NOOP("choices", "Face to face"),
    SurveyMethod.PHONE: QT_TRANSLATE_NOOP("choices", "By phone"),
    SurveyMethod.ONLINE: QT_TRANSLATE_NOOP("choices", "Online"),
    SurveyMethod.EVENT: QT_TRANSLATE_NOOP("choices", "At an event"),
}

SAMPLINGS: dict[str | int, str] = {
    Sampling.EVERYBODY: QT_TRANSLATE_NOOP("choices", "Everybody"),
    Sampling.RANDOM: QT_TRANSLATE_NOOP("choices", "Drawn at random"),
    Sampling.STRATIFIED: QT_TRANSLATE_NOOP("choices", "Drawn by tier"),
}

INVITATION_STATES: dict[str | int, str] = {
    InvitationState.PENDING: QT_TRANSLATE_NOOP("choices", "To be asked"),
    InvitationState.ANSWERED: QT_TRANSLATE_NOOP("choices", "Answered"),
    InvitationState.REFUSED: QT_TRANSLATE_NOOP("choices", "Would not answer"),
    InvitationState.UNREACHED: QT_TRANSLATE_NOOP("choices", "Not reached"),
}

OF_FIELDS: dict[tuple[str, str], dict[str | int, str]] = {
    ("customer", "gender"): GENDERS,
    ("customer", "strategy"): STRATEGIES,
    ("customer", "orientation"): ORIENTATIONS,
    ("customer", "stage"): STAGES,
    ("customer", "preferred_channel"): CHANNELS,
    ("customer", "grade"): GRADES,
    ("customer", "income_band"): INCOME_BANDS,
    ("customer", "risk_tolerance"): RISK_TOLERANCES,
    ("customer", "activity"): ACTIVITIES,
    ("customer", "price_sensitivity"): PRICE_SENSITIVITIES,
    ("customer_phone", "kind"): PHONE_KINDS,
    ("customer_address", "kind"): ADDRESS_KINDS,
    ("identity_document", "kind"): DOCUMENT_KINDS,
    ("relation", "kind"): RELATION_KINDS,
    ("important_date", "kind"): DATE_KINDS,
    ("holding", "kind"): PRODUCT_KINDS,
    ("aum_figure", "basis"): AUM_BASES,
    ("tier", "basis"): AUM_BASES,
    ("interaction", "channel"): CHANNELS,
    ("interaction", "level"): LEVELS,
    ("interaction", "kind"): INTERACTION_KINDS,
    ("interaction", "result"): CONTACT_RESULTS,
    ("interaction", "satisfaction"): SATISFACTIONS,
    ("visit", "state"): VISIT_STATES,
    ("commitment", "kind"): COMMITMENT_KINDS,
    ("commitment", "state"): COMMITMENT_STATES,
    ("appointment", "channel"): CHANNELS,
    ("appointment", "state"): APPOINTMENT_STATES,
    ("follow_up", "channel"): CHANNELS,
    ("follow_up", "state"): FOLLOW_UP_STATES,
    ("task", "state"): TASK_STATES,
    ("notice", "channel"): CHANNELS,
    ("greeting_template", "channel"): CHANNELS,
    ("greeting_use", "channel"): CHANNELS,
    ("script", "part"): SCRIPT_PARTS,
    ("script", "orientation"): ORIENTATIONS,
    ("daily_log", "state"): LOG_STATES,
    ("daily_log_item", "channel"): CHANNELS,
    ("daily_log_item", "source"): ITEM_SOURCES,
    ("daily_log_item", "outcome"): OUTCOMES,
    ("daily_log_remark", "kind"): REMARK_KINDS,
    ("daily_log_news", "kind"): NEWS_KINDS,
    ("goal", "kind"): PERIOD_KINDS,
    ("goal_target", "measure"): MEASURES,
    ("goal_target", "product"): PRODUCT_KINDS,
    ("plan", "state"): PLAN_STATES,
    ("plan_node", "per"): PERS,
    ("plan_item", "channel"): CHANNELS,
    ("plan_item", "state"): PLAN_ITEM_STATES,
    ("activity", "kind"): ACTIVITY_KINDS,
    ("activity", "state"): ACTIVITY_STATES,
    ("activity_need", "kind"): NEED_KINDS,
    ("activity_guest", "answer"): GUEST_ANSWERS,
    ("activity_contact", "purpose"): ACTIVITY_PURPOSES,
    ("activity_contact", "channel"): CHANNELS,
    ("activity_contact", "state"): ACTIVITY_CONTACT_STATES,
    ("complaint", "nature"): COMPLAINT_NATURES,
    ("complaint", "kind"): COMPLAINT_KINDS,
    ("complaint", "seriousness"): SERIOUSNESS,
    ("complaint", "source"): COMPLAINT_SOURCES,
    ("complaint", "state"): COMPLAINT_STATES,
    ("complaint", "told_channel"): CHANNELS,
    ("complaint", "measure_for"): IMPROVEMENTS_FOR,
    ("survey", "state"): SURVEY_STATES,
    ("survey", "method"): SURVEY_METHODS,
    ("survey", "sampling"): SAMPLINGS,
    ("survey_invitation", "state"): INVITATION_STATES,
}


def of_field(table: str, field: str) -> dict[str | int, str]:
    """The values a field may have with their words, in order; empty for a field of free values."""
    return {value: translate("choices", words) for value, words in OF_FIELDS.get((table, field), {}).items()}


def in_every_language(table: str, field: str) -> dict[str | int, tuple[str, ...]]:
    """The values a field may have, each with its words in all languages: what a file may call it."""
    return {
        value: tuple(translate("choices", said, to=language) for language in LANGUAGES)
        for value, said in OF_FIELDS.get((table, field), {}).items()
    }


def word(table: str, field: str, value: str | int, *, to: str | None = None) -> str:
    """The word for a stored value; the value itself if a newer program wrote it."""
    return translate("choices", OF_FIELDS.get((table, field), {}).get(value, str(value)), to=to)
