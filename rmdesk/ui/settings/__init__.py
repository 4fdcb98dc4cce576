"""Which pages the settings have. A page is one line in `PAGES` and one file beside this one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rmdesk.services import roles
from rmdesk.services.roles import Permission
from rmdesk.ui.settings.page import SettingsPage
from rmdesk.words import QT_TRANSLATE_NOOP, translate

if TYPE_CHECKING:
    from rmdesk.services.actor import Actor
    from rmdesk.ui.context import Context


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


def _account(context: Context) -> SettingsPage:
    from rmdesk.ui.account.page import AccountPage

    return AccountPage(context)


def _appearance(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.appearance import AppearancePage

    return AppearancePage(context)


def _branch(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.branch import BranchPage

    return BranchPage(context)


def _tiers(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.tiers import TiersPage

    return TiersPage(context)


def _tags(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.tags import TagsPage

    return TagsPage(context)


def _grades(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.grades import GradesPage

    return GradesPage(context)


def _care_rules(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.care_rules import CareRulesPage

    return CareRulesPage(context)


def _cadences(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.cadences import CadencesPage

    return CadencesPage(context)


def _greetings(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.greetings import GreetingsPage

    return GreetingsPage(context)


def _scripts(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.scripts import ScriptsPage

    return ScriptsPage(context)


def _contacts(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.contacts import ContactsPage

    return ContactsPage(context)


def _complaints(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.complaints import ComplaintsPage

    return ComplaintsPage(context)


def _security(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.security import SecurityPage

    return SecurityPage(context)


def _backups(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.backups import BackupsPage

    return BackupsPage(context)


def _retention(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.retention import RetentionPage

    return RetentionPage(context)


def _working_days(context: Context) -> SettingsPage:
    from rmdesk.ui.settings.working_days import WorkingDaysPage

    return WorkingDaysPage(context)


PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        "account",
        QT_TRANSLATE_NOOP("settings", "My account"),
        "circle-user",
        _account,
        keywords=("wodezhanghu", "zh", "mima", "mm"),
    ),
    PageSpec(
        "appearance",
        QT_TRANSLATE_NOOP("settings", "Appearance"),
        "palette",
        _appearance,
        keywords=("waiguan", "wg", "yuyan", "yy"),
    ),
    PageSpec(
        "branch",
        QT_TRANSLATE_NOOP("settings", "Branch"),
        "landmark",
        _branch,
        keywords=("wangdian", "wd"),
    ),
    PageSpec(
        "tiers",
        QT_TRANSLATE_NOOP("settings", "Customer tiers"),
        "list-tree",
        _tiers,
        Permission.SET_RULES,
        keywords=("kehucengji", "khcj", "cengji"),
    ),
    PageSpec(
        "tags",
        QT_TRANSLATE_NOOP("settings", "Tags"),
        "bookmark",
        _tags,
        Permission.SET_RULES,
        keywords=("biaoqian", "bq"),
    ),
    PageSpec(
        "grades",
        QT_TRANSLATE_NOOP("settings", "Relationship grade"),
        "star",
        _grades,
        Permission.SET_RULES,
        keywords=("guanxixingji", "gxxj", "xingji", "quanzhong"),
    ),
    PageSpec(
        "care_rules",
        QT_TRANSLATE_NOOP("settings", "Care calendar"),
        "calendar-clock",
        _care_rules,
        Permission.SET_RULES,
        keywords=("weihurili", "whrl", "guize", "gz"),
    ),
    PageSpec(
        "cadences",
        QT_TRANSLATE_NOOP("settings", "Contact intervals"),
        "repeat",
        _cadences,
        Permission.SET_RULES,
        keywords=("lianxipinlv", "lxpl", "pinlv", "pl"),
    ),
    PageSpec(
        "greetings",
        QT_TRANSLATE_NOOP("settings", "Greetings"),
        "gift",
        _greetings,
        Permission.EDIT_TEMPLATES,
        keywords=("zhufuyu", "zfy", "moban", "mb"),
    ),
    PageSpec(
        "scripts",
        QT_TRANSLATE_NOOP("settings", "Scripts"),
        "message-square",
        _scripts,
        Permission.EDIT_TEMPLATES,
        keywords=("huashu", "hs", "kaichangbai", "kcb"),
    ),
    PageSpec(
        "contacts",
        QT_TRANSLATE_NOOP("settings", "Contacts and log"),
        "notebook-pen",
        _contacts,
        Permission.SET_RULES,
        keywords=("lianxijilu", "lxjl", "feiyong", "fy", "rizhi", "rz", "xiaban", "xb"),
    ),
    PageSpec(
        "complaints",
        QT_TRANSLATE_NOOP("settings", "Complaints"),
        "message-circle",
        _complaints,
        Permission.SET_RULES,
        keywords=("tousu", "ts", "yiyi", "shixian", "sx"),
    ),
    PageSpec(
        "security",
        QT_TRANSLATE_NOOP("settings", "Security"),
        "shield-check",
        _security,
        keywords=("anquan", "aq"),
    ),
    PageSpec(
        "backups",
        QT_TRANSLATE_NOOP("settings", "Backups"),
        "database-backup",
        _backups,
        Permission.MANAGE_BACKUPS,
        keywords=("beifen", "bf", "huifu", "hf"),
    ),
    PageSpec(
        "retention",
        QT_TRANSLATE_NOOP("settings", "How long it is kept"),
        "calendar-clock",
        _retention,
        Permission.PURGE_DELETED,
        keywords=("baocunqixian", "bcqx", "daoqi", "dq"),
    ),
    PageSpec(
        "working_days",
        QT_TRANSLATE_NOOP("settings", "Working days"),
        "calendar-days",
        _working_days,
        keywords=("gongzuori", "gzr", "jiejiari", "jjr"),
    ),
)
