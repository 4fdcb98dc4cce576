"""Which pages the settings have. A page is one line in `PAGES` and one file beside this one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rmdesk.services import roles
from rmdesk.services.roles import Permission
from rmdesk.words import translate

if TYPE_CHECKING:
    from rmdesk.services.actor import Actor
    from rmdesk.ui.context import Context


class SettingsPage(QWidget):
    """Base of all pages: `load` fills the fields, `check` marks what is wrong, `save` keeps them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def load(self) -> None:
        """Show what is in force."""

    def check(self) -> bool:
        """Whether everything entered may be saved; what is wrong is marked beside its field."""
        return True

    def save(self) -> None:
        """Keep what was entered. Called only after `check` said yes."""

    @property
    def is_changed(self) -> bool:
        """Whether something was entered that is not kept yet."""
        return False


@dataclass(frozen=True)
class PageSpec:
    """A page before it is made, shown to those who have `permission` (everybody if None)."""

    id: str
    title: str  # English source; `label` translates it
    icon: str
    factory: Callable[[Context], SettingsPage]
    permission: Permission | None = None
    keywords: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return translate("settings", self.title)

    def allowed(self, actor: Actor) -> bool:
        return self.permission is None or bool(roles.allowed(actor, self.permission))


PAGES: tuple[PageSpec, ...] = ()
