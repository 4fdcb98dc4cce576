"""All tables; importing this package fills `Base.metadata`."""

from rmdesk.models.base import Base, Business
from rmdesk.models.change import Change, ChangeRecord, ChangeSet
from rmdesk.models.setting import Setting
from rmdesk.models.staff import Role, Staff, StaffNotice, StaffRole
from rmdesk.models.vault import Origin, VaultState

__all__ = [
    "Base",
    "Business",
    "Change",
    "ChangeRecord",
    "ChangeSet",
    "Origin",
    "Role",
    "Setting",
    "Staff",
    "StaffNotice",
    "StaffRole",
    "VaultState",
]
