"""Reports as PDF for tests: made of a real vault, and read back from the pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pypdfium2

from rmdesk.services import reports
from tests.support.branches import Branch


@dataclass(frozen=True)
class Printed:
    """The text of each page with single spaces, and the sizes of the pages in points."""

    pdf: bytes
    pages: list[str]
    sizes: list[tuple[float, float]]

    @property
    def text(self) -> str:
        return "\n".join(self.pages)

    def has(self, words: str) -> bool:
        """Whether `words` stand there, wherever lines were broken."""
        return re.sub(r"\s", "", words) in re.sub(r"\s", "", self.text)


def read_pdf(pdf: bytes) -> Printed:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [re.sub(r"\s+", " ", one.get_textpage().get_text_range()) for one in document]
        return Printed(pdf, pages, [one.get_size() for one in document])
    finally:
        document.close()


def print_report(branch: Branch, name: str, language: str, **values: Any) -> Printed:
    """A report as whoever acts gets it, with the values of its `gather`."""
    made = branch.read(reports.prepare, name, values)
    return read_pdf(reports.render(made, language).pdf)


def print_typed(branch: Branch, name: str, language: str, **typed: str) -> Printed:
    """The same with its parameters as people type them."""
    made = branch.read(reports.prepare_typed, name, typed)
    return read_pdf(reports.render(made, language).pdf)
