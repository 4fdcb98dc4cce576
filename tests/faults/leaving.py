"""What else may find no room: opening, a list or a print-out that leaves it."""

from __future__ import annotations

import contextlib
import zipfile
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import select

from rmdesk.models import Customer
from rmdesk.services.export import Kind, Request, export
from rmdesk.services.reports.saving import save_report
from rmdesk.services.vault import Vault
from tests.faults.children import Say
from tests.faults.operations import Figures, Operation

_FORMER = b"of yesterday"


class Opening(Operation):
    """Opened and closed."""

    name = "open"

    def do(self, vault: Vault, say: Say) -> None:
        pass


class _Leaving(Operation):
    """A file written in the place of one that is there already."""

    file: str

    def reset(self) -> None:
        super().reset()
        self._folder.mkdir()
        self._target.write_bytes(_FORMER)

    def find(self, vault: Vault, figures: Figures) -> Iterable[str]:
        """Half is a file that is neither the former one nor whole, or anything beside it."""
        content = self._target.read_bytes()
        figures["half"] += content != _FORMER and not self._is_whole(self._target)
        figures["half"] += len(list(self._folder.iterdir())) != 1
        return [] if content == _FORMER else [self.name]

    def _is_whole(self, target: Path) -> bool:
        raise NotImplementedError

    @property
    def _folder(self) -> Path:
        return self.place / "out"

    @property
    def _target(self) -> Path:
        return self._folder / self.file


class Exporting(_Leaving):
    """A list of customers as a workbook."""

    name = "export"
    file = "名单.xlsx"

    def do(self, vault: Vault, say: Say) -> None:
        with vault.store.read() as session:
            ids = list(session.scalars(select(Customer.id)))
        request = Request("customers", ids * 400, ("name", "phone"), self._target, Kind.XLSX)
        export(vault.store, request, lambda _done, _total: None)
        say(self.name)

    def _is_whole(self, target: Path) -> bool:
        with contextlib.suppress(zipfile.BadZipFile), zipfile.ZipFile(target) as book:
            return book.testzip() is None
        return False


class Printing(_Leaving):
    """A report as a PDF."""

    name = "pdf"
    file = "人员.pdf"

    def do(self, vault: Vault, say: Say) -> None:
        save_report(vault.store, "staff_list", {}, self._target, "zh_CN")
        say(self.name)

    def _is_whole(self, target: Path) -> bool:
        return target.read_bytes().rstrip().endswith(b"%%EOF")


LEAVING: dict[str, type[Operation]] = {one.name: one for one in (Opening, Exporting, Printing)}
