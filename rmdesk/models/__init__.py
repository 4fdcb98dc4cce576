"""All tables; importing this package fills `Base.metadata`."""

from rmdesk.models.base import Base, Business
from rmdesk.models.care import ActState, CadenceStep, ContactKind, TouchpointAct
from rmdesk.models.change import Change, ChangeRecord, ChangeSet
from rmdesk.models.customer import (
    AddressKind,
    Channel,
    Customer,
    CustomerAddress,
    CustomerFact,
    CustomerPhone,
    DocumentKind,
    Gender,
    IdentityDocument,
    Orientation,
    PhoneKind,
    Stage,
    Strategy,
)
from rmdesk.models.duplicate import DistinctPair
from rmdesk.models.greeting import GreetingTemplate, GreetingUse
from rmdesk.models.holiday import Holiday
from rmdesk.models.import_mapping import ImportMapping
from rmdesk.models.interaction import (
    Attachment,
    ContactResult,
    Interaction,
    InteractionKind,
    Level,
    Satisfaction,
    Visit,
    VisitState,
)
from rmdesk.models.money import AumBasis, AumFigure, Holding, ProductKind, Tier, TierChange
from rmdesk.models.organisation import Organisation
from rmdesk.models.promise import (
    Appointment,
    AppointmentState,
    Commitment,
    CommitmentKind,
    CommitmentState,
    FollowUp,
    FollowUpState,
    Notice,
    NoticeRecipient,
    Task,
    TaskState,
)
from rmdesk.models.relation import DateKind, ImportantDate, Relation, RelationKind
from rmdesk.models.setting import Setting
from rmdesk.models.staff import Role, Staff, StaffNotice, StaffRole
from rmdesk.models.tag import CustomerTag, SavedView, Tag
from rmdesk.models.vault import Origin, VaultState

__all__ = [
    "ActState",
    "AddressKind",
    "Appointment",
    "AppointmentState",
    "Attachment",
    "AumBasis",
    "AumFigure",
    "Base",
    "Business",
    "CadenceStep",
    "Change",
    "ChangeRecord",
    "ChangeSet",
    "Channel",
    "Commitment",
    "CommitmentKind",
    "CommitmentState",
    "ContactKind",
    "ContactResult",
    "Customer",
    "CustomerAddress",
    "CustomerFact",
    "CustomerPhone",
    "CustomerTag",
    "DateKind",
    "DistinctPair",
    "DocumentKind",
    "FollowUp",
    "FollowUpState",
    "Gender",
    "GreetingTemplate",
    "GreetingUse",
    "Holding",
    "Holiday",
    "IdentityDocument",
    "ImportMapping",
    "ImportantDate",
    "Interaction",
    "InteractionKind",
    "Level",
    "Notice",
    "NoticeRecipient",
    "Organisation",
    "Orientation",
    "Origin",
    "PhoneKind",
    "ProductKind",
    "Relation",
    "RelationKind",
    "Role",
    "Satisfaction",
    "SavedView",
    "Setting",
    "Staff",
    "StaffNotice",
    "StaffRole",
    "Stage",
    "Strategy",
    "Tag",
    "Task",
    "TaskState",
    "Tier",
    "TierChange",
    "TouchpointAct",
    "VaultState",
    "Visit",
    "VisitState",
]
