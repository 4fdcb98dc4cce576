"""The command: which build, which of its steps, and what need not be done again."""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import dev
from installer import freezing, locking, packing, staging, testing, trimming, verifying
from installer.plan import ROOT, TRIAL_VERSIONS, Build, BuildError, Target, say

SIGN_VARIABLE = "RMDESK_SIGN"


@dataclass(frozen=True)
class Stage:
    name: str
    run: Callable[[Build], None]


STAGES = (
    Stage("lock", locking.check_locks),
    Stage("stage", staging.stage),
    Stage("freeze", freezing.freeze),
    Stage("trim", trimming.trim),
    Stage("verify", verifying.verify),
    Stage("package", packing.package),
    Stage("test", testing.test),
)


def main(words: Sequence[str] | None = None) -> int:
    chosen = _parser().parse_args(words)
    try:
        _build(chosen)
    except BuildError as error:
        say(str(error))
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    names = [stage.name for stage in STAGES]
    parser = argparse.ArgumentParser(
        prog="build_installer.py",
        description="Build the installers: "
        + " → ".join(names)
        + ". A step whose inputs are as before is not done again.",
    )
    parser.add_argument(
        "stages", nargs="*", metavar="STAGE", help="only these steps, done whether needed or not"
    )
    parser.add_argument("--wine", action="store_true", help="build and try the Windows installers under wine")
    parser.add_argument("--again", action="store_true", help="do every step, needed or not")
    parser.add_argument("--fast", action="store_true", help="do not compress the installers")
    parser.add_argument(
        "--sign",
        default=os.environ.get(SIGN_VARIABLE),
        metavar="COMMAND",
        help=f"signs one file; its path takes the place of {{}} (or the variable {SIGN_VARIABLE})",
    )
    parser.add_argument(
        "--renew-locks", action="store_true", help="write installer/locks anew, and nothing else"
    )
    return parser


def _build(chosen: argparse.Namespace) -> None:
    unknown = set(chosen.stages) - {stage.name for stage in STAGES}
    if unknown:
        raise BuildError(f"there is no step {', '.join(sorted(unknown))}")
    if os.name != "nt":
        dev.prepare_system(screen=False)
        dev.prepare_venv()
    builds = _builds(chosen)
    if chosen.renew_locks:
        locking.renew_locks(builds[0])
        return
    for build in builds:
        _run(build, chosen.stages, again=chosen.again)


def _builds(chosen: argparse.Namespace) -> list[Build]:
    if chosen.wine:
        if not sys.platform.startswith("linux"):
            raise BuildError("--wine is for Linux")
        return [Build(Target.WINE, version, "3.12", chosen.sign, chosen.fast) for version in TRIAL_VERSIONS]
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    target = Target.WINDOWS if os.name == "nt" else Target.LINUX
    build = Build(target, staging.version_of_source(), python, chosen.sign, chosen.fast)
    if build.for_windows and not build.runtime_lock.exists():
        raise BuildError(f"there is no lock for Python {python}; build with 3.12 or 3.13 from python.org")
    return [build]


def _run(build: Build, wanted: Sequence[str], *, again: bool) -> None:
    say(f"rmdesk {build.version} for {build.target}")
    stamps = build.work / "stamps"
    stamps.mkdir(parents=True, exist_ok=True)
    inputs = _inputs(build)
    for stage in STAGES:
        if wanted and stage.name not in wanted:
            continue
        stamp = stamps / stage.name
        if not (again or wanted) and stamp.exists() and stamp.read_text("utf-8") == inputs:
            say(f"{stage.name}: done before")
            continue
        # What follows is made of this one.
        for later in STAGES[STAGES.index(stage) :]:
            (stamps / later.name).unlink(missing_ok=True)
        started = time.monotonic()
        stage.run(build)
        stamp.write_text(inputs, "utf-8")
        say(f"{stage.name}: {time.monotonic() - started:.1f} s")


def _inputs(build: Build) -> str:
    """Stands for all that a build is made of."""
    digest = hashlib.sha256(repr(build).encode())
    for name in ("rmdesk", "resources", "installer", "pyproject.toml", "requirements.lock"):
        place = ROOT / name
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
