"""What can be done about a database that is damaged: told and offered beside what is wrong with it.

The newest verified backup is offered, with what would be missing in it; what the damaged file still holds can
be salvaged. Nothing here ever writes to the damaged file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from rmdesk import labels
from rmdesk.services import backups
from rmdesk.services.errors import Damaged, UserError
from rmdesk.ui import formats
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.unlock_trouble import Way

if TYPE_CHECKING:
    from rmdesk.services.backups import Backup
    from rmdesk.services.salvage import Examined, Salvaged
    from rmdesk.services.vault import Unlocked
    from rmdesk.ui.jobs import Job, Jobs

_AREAS = ("db.", "backup.")  # codes of damage that a backup mends
_FEW = 6  # kinds of record that are named


class DamageHelp(QObject):
    """Knows the damaged vault once it was unlocked. One job at a time."""

    changed = Signal()  # what is said or offered
    examined = Signal(object)  # Examined; None if that failed
    brought_back = Signal()
    failed = Signal(object)  # Exception

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._jobs, self._window = jobs, window
        self._unlocked: Unlocked | None = None
        self._backup: Backup | None = None  # the one offered
        self._bad_backups: list[Backup] = []  # tried, and found damaged
        self._examined: Examined | None = None
        self._salvaged: Salvaged | None = None
        self._trouble = ""  # of salvaging
        self._looking: Job | None = None  # at the pages; it only reads, so other things may be done meanwhile
        self._job: Job | None = None
        self._doing: Way | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being done that must end first; looking at pages need not."""
        return self._doing is not None

    def about(self, unlocked: Unlocked | None, error: Exception) -> None:
        """Offer what fits this error of this vault; nothing for one that no backup mends."""
        is_damage = isinstance(error, Damaged) and error.code.startswith(_AREAS)
        if unlocked is None or not is_damage:
            self._unlocked = self._backup = None
            return
        self._unlocked = unlocked
        try:
            found = backups.list_backups(unlocked.folder.backups, unlocked.keys, unlocked.keyfile.vault)
        except UserError:
            found = []
        sound = (one for one in found if one.is_verified and one.is_whole and one not in self._bad_backups)
        self._backup = next(sound, None)
        if self._examined is None and self._looking is None and unlocked.folder.database.exists():
            self.examine(unlocked)

    def examine(self, unlocked: Unlocked) -> None:
        """Look at every page, and say what is damaged."""
        from rmdesk.services import salvage

        self._unlocked = unlocked

        def done(found: Examined) -> None:
            self._looking = None
            self._examined = found
            self.examined.emit(found)
            self.changed.emit()

        def failed(_error: Exception) -> None:  # what is wrong was told; this would have told more of it
            self._looking = None
            self.examined.emit(None)

        self._looking = self._jobs.background(
            self.tr("Looking at the damage"),
            lambda progress: salvage.examine(unlocked, progress=progress),
            done=done,
            failed=failed,
        )

    # --- what is said ------------------------------------------------------------------------------

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways out that stand before the others, the best first."""
        if self._unlocked is None:
            return ()
        back = (Way.BRING_BACK,) if self._backup is not None else ()
        found = self._salvaged
        if found is None:
            return (*back, Way.SALVAGE) if self._unlocked.folder.database.exists() else back
        if found.is_complete:
            return (Way.BRING_SALVAGED, *back, Way.SALVAGE_REPORT)
        return (*back, Way.BRING_SALVAGED, Way.SALVAGE_REPORT)

    @property
    def words(self) -> str:
        """What is damaged, what the backup lacks, what was salvaged."""
        if self._unlocked is None:
            return ""
        parts = [self._damage(), self._of_backup(), self._of_salvaged(), self._trouble]
        if self._doing is Way.SALVAGE:
            parts.append(self.tr("Reading what can be read. This takes a while for a large vault."))
        return "\n".join(part for part in parts if part)

    def _damage(self) -> str:
        found = self._examined
        if found is None or not found.damaged_pages:
            return ""
        words = self.tr("Damaged pages: {count} of {all}.").format(
            count=formats.count(found.damaged_pages), all=formats.count(found.pages)
        )
        if not found.tables:
            return words
        known = [one for one in found.tables if one in labels.TABLES]
        named = list(dict.fromkeys(labels.table(one) for one in known[:_FEW]))
        if len(known) < len(found.tables):
            named.append(self.tr("audit trail, search and inner tables"))
        more = self.tr("and others") if len(known) > _FEW else ""
        return self.tr("{words} They belong to: {tables}.").format(
            words=words, tables=labels.listed([*named, *([more] if more else [])])
        )

    def _of_backup(self) -> str:
        if self._backup is None:
            return ""
        words = self.tr("The newest verified backup is of {moment}, with {customers} customers.").format(
            moment=formats.moment(self._backup.name.made_at.astimezone()),
            customers=formats.count(self._backup.count("customer") or 0),
        )
        found = self._examined
        missing = found.missing if found is not None and found.backup == self._backup else None
        if found is None or missing is None or found.newest is None:
            lacking = self.tr("What was done since is missing in it.")
        elif missing:
            lacking = self.tr("Since then {count} entries were made, the last {moment}; it lacks them.")
            lacking = lacking.format(
                count=formats.count(missing), moment=formats.moment(found.newest[1].astimezone())
            )
        else:
            lacking = self.tr("Nothing was done since.")
        kept = self.tr("The damaged files are kept beside the vault.")
        return self.tr("{words} {lacking} {kept}").format(words=words, lacking=lacking, kept=kept)

    def _of_salvaged(self) -> str:
        found = self._salvaged
        if found is None:
            return ""
        if found.is_complete:
            return self.tr("All {read} records could be salvaged; nothing is missing.").format(
                read=formats.count(found.read)
            )
        words = self.tr("Salvaged: {read} records; lost as far as is known: {lost}.").format(
            read=formats.count(found.read), lost=formats.count(found.lost)
        )
        newer = found.newer.get("customer", 0)
        if self._backup is None:
            return words
        return self.tr(
            "{words} Of them {customers} customers are new or changed since the backup; once the vault is "
            "open again they can be looked up in the salvaged copy."
        ).format(words=words, customers=formats.count(newer))

    # --- what is done ------------------------------------------------------------------------------

    def take(self, way: Way) -> bool:
        """Do what was chosen; False if it is none of these."""
        match way:
            case Way.BRING_BACK:
                if self._backup is not None:
                    self._bring_back(self._backup, way)
            case Way.BRING_SALVAGED:
                if self._salvaged is not None:
                    self._bring_back(self._salvaged.copy, way)
            case Way.SALVAGE:
                self._salvage()
            case Way.SALVAGE_REPORT:
                self.show_report()
            case _:
                return False
        return True

    def _bring_back(self, backup: Backup, way: Way) -> None:
        unlocked = self._unlocked
        if unlocked is None or self.is_busy:
            return

        def failed(error: Exception) -> None:
            self._doing = self._job = None
            self._bad_backups.append(backup)
            self.failed.emit(error)

        def done(_restored: object) -> None:
            self._doing = self._job = None
            self.brought_back.emit()

        self._begin(way)
        self._job = self._jobs.background(
            self.tr("Bringing the backup back"),
            lambda _progress: backups.restore_damaged(unlocked, backup.name.text),
            done=done,
            failed=failed,
        )

    def _salvage(self) -> None:
        from rmdesk.services import salvage

        unlocked = self._unlocked
        if unlocked is None or self.is_busy:
            return

        def done(found: Salvaged) -> None:
            self._doing = self._job = None
            self._salvaged = found
            self.changed.emit()

        def failed(error: Exception) -> None:
            self._doing = self._job = None
            self._trouble = sentence_of(error)
            self.changed.emit()

        self._begin(Way.SALVAGE)
        self._trouble = ""
        self._job = self._jobs.background(
            self.tr("Salvaging"),
            lambda progress: salvage.salvage_closed(unlocked, progress=progress),
            done=done,
            failed=failed,
        )
        self.changed.emit()

    def _begin(self, way: Way) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._doing = way

    def show_report(self) -> None:
        """What was read and lost, to be printed or saved."""
        from rmdesk.services import reports
        from rmdesk.ui.dialogs.preview_report import PreviewReport

        found, unlocked = self._salvaged, self._unlocked
        if found is None or unlocked is None:
            return
        data = reports.find("salvage").gather(None, found=found)
        made = reports.of_data("salvage", data, branch=unlocked.keyfile.branch, printed_by=unlocked.slot.name)
        preview = PreviewReport(self._jobs, lambda: made, parent=self._window)
        preview.setWindowTitle(made.title)
        preview.finished.connect(preview.deleteLater)
        preview.open()

    def cancel(self) -> None:
        """The window goes."""
        for job in (self._looking, self._job):
            if job is not None:
                job.cancel()
