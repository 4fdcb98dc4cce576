"""What can still be read of a damaged database, kept as an encrypted copy that opens like a backup."""

from rmdesk.services.salvage.examining import Examined, examine
from rmdesk.services.salvage.salvaging import Salvaged, salvage, salvage_closed
from rmdesk.services.store.salvage.building import TableRead

__all__ = ["Examined", "Salvaged", "TableRead", "examine", "salvage", "salvage_closed"]
