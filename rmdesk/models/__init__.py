"""All tables; importing this package fills `Base.metadata`."""

from rmdesk.models.base import Base, Business
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
from rmdesk.models.money import AumBasis, AumFigure, Holding, ProductKind, Tier, TierChange
from rmdesk.models.organisation import Organisation
from rmdesk.models.relation import DateKind, ImportantDate, Relation, RelationKind
from rmdesk.models.setting import Setting
from rmdesk.models.staff import Role, Staff, StaffNotice, StaffRole
from rmdesk.models.tag import CustomerTag, SavedView, Tag
from rmdesk.models.vault import Origin, VaultState

__all__ = [
    "AddressKind",
    "AumBasis",
    "AumFigure",
    "Base",
    "Business",
    "Change",
    "ChangeRecord",
    "ChangeSet",
    "Channel",
    "Customer",
    "CustomerAddress",
    "CustomerFact",
    "CustomerPhone",
    "CustomerTag",
    "DateKind",
    "DocumentKind",
    "Gender",
    "Holding",
    "IdentityDocument",
    "ImportantDate",
    "Organisation",
    "Orientation",
    "Origin",
    "PhoneKind",
    "ProductKind",
    "Relation",
    "RelationKind",
    "Role",
    "SavedView",
    "Setting",
    "Staff",
    "StaffNotice",
    "StaffRole",
    "Stage",
    "Strategy",
    "Tag",
    "Tier",
    "TierChange",
    "VaultState",
]
