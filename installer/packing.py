"""package: papers, signatures, and from one tree the set-up, the .msi and the portable .zip."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

from installer import msi, nsis, papers, signing, wine
from installer.plan import Build, BuildError, clean, files_in, megabytes, say, sha256

MOST = 60_000_000  # bytes of the set-up
PORTABLE = "portable"  # beside the program: settings and vault are kept in the folder `data` there
_COMPILERS = {"makensis": "nsis", "wixl": "wixl", "msibuild": "msitools"}


def package(build: Build) -> None:
    if os.name != "nt":
        wine.need_programs(_COMPILERS, "the installers are compiled")
    clean(build.out)
    papers.write_papers(build)
    papers.write_manual(build)
    signing.sign(build.sign, *(build.tree / program for program in build.programs))
    papers.write_hashes(build)
    package, setup = msi.make_msi(build), nsis.make_setup(build)
    made = [package, setup]
    if build.for_windows:
        signing.sign(build.sign, package)
        made.append(_zip(build))
        # Not of the other two: what makes the .msi under wine packs poorly, and so does a .zip.
        size = setup.stat().st_size
        if size > MOST and not build.fast:
            raise BuildError(f"{setup.name} has {megabytes(size)}, {megabytes(MOST)} are allowed")
    for one in made:
        say(f"{one.name}: {megabytes(one.stat().st_size)}")
    sums = "".join(f"{sha256(one)}  {one.name}\n" for one in made)
    (build.out / "SHA256SUMS").write_text(sums, "utf-8", newline="\n")
    facts = {
        "version": build.version,
        "python": build.python,
        "signed": bool(build.sign),
        "test": bool(build.mark),
    }
    (build.out / "build.json").write_text(json.dumps(facts, indent=1) + "\n", "utf-8")


def _zip(build: Build) -> Path:
    out = build.out / f"rmdesk-{build.version}-portable{build.mark}.zip"
    folder = Path(f"rmdesk-{build.version}{build.mark}")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1 if build.fast else 9) as archive:
        for file in files_in(build.tree):
            archive.write(build.tree / file, folder / file)
        archive.writestr(
            str(folder / PORTABLE),
            "While this file is here, settings and vault are kept in the folder data beside it.\n"
            "只要有这个文件，设置和档案库就保存在旁边的 data 文件夹里。\n",
        )
    return out
