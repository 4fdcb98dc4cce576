"""package: the papers that lie beside the program."""

from __future__ import annotations

from installer import papers
from installer.plan import Build


def package(build: Build) -> None:
    papers.write_papers(build)
    papers.write_hashes(build)
