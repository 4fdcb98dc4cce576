"""The package for the bank's software distribution: per machine, silent, newer versions over older ones."""

from __future__ import annotations

import os
import shutil
import uuid
from pathlib import Path
from xml.sax.saxutils import quoteattr

from installer.freezing import PUBLISHER, TITLE, numbers
from installer.plan import UNSIGNED_TEST, Build, BuildError, call, clean, files_in

# One for all versions: by it a newer one finds the older. A test package is another product.
_NEWER_IS_THERE = "这台电脑上已有更新的版本。A newer version is already installed."
_RELEASE = uuid.UUID("4c2f4c0e-6a5b-5f0b-9d0c-3f0a7e5d9b11")
_TRIAL = uuid.UUID("9a1d2b37-52c8-5d64-8f52-0f7b1c6d2e44")


def make_msi(build: Build) -> Path:
    folder = clean(build.work / "msi")
    out = build.out / f"rmdesk-{build.version}-x64{build.mark}.msi"
    written = folder / "rmdesk.wxs"
    if os.name == "nt":
        written.write_text(source(build, title_of(build), _NEWER_IS_THERE), "utf-8")
        _by_wix(written, out, build)
    else:
        _by_wixl(written, out, build)
    return out


def title_of(build: Build) -> str:
    return f"{TITLE} {UNSIGNED_TEST}" if build.mark else TITLE


def _by_wixl(written: Path, out: Path, build: Build) -> None:
    """It knows no code pages and loses what is not ASCII: such words are put into the package afterwards."""
    written.write_text(source(build, f"rmdesk {UNSIGNED_TEST}", "newer"), "utf-8")
    # wixl reads files relative to the folder it runs in.
    call("wixl", "-a", "x64", "-o", out, written, cwd=build.tree)
    pages = written.with_name("_ForceCodepage.idt")
    pages.write_bytes(b"\r\n\r\n65001\t_ForceCodepage\r\n")
    call("msibuild", out, "-i", pages)
    for change in (
        f"UPDATE Shortcut SET Name='{title_of(build)}' WHERE Shortcut='menu'",
        f"UPDATE Property SET Value='{title_of(build)}' WHERE Property='ProductName'",
        f"UPDATE LaunchCondition SET Description='{_NEWER_IS_THERE}' WHERE Description='newer'",
    ):
        call("msibuild", out, "-q", change)


def _by_wix(source: Path, out: Path, build: Build) -> None:
    """WiX 3, which reads the same source."""
    tools = os.environ.get("WIX", "")
    candle, light = (
        shutil.which(one, path=f"{tools}bin{os.pathsep}{os.environ['PATH']}") for one in ("candle", "light")
    )
    if not (candle and light):
        raise BuildError("WiX 3 (candle, light) is needed for the .msi and was not found")
    built = source.with_suffix(".wixobj")
    call(candle, "-nologo", "-arch", "x64", "-out", built, source, cwd=build.tree)
    call(light, "-nologo", "-sval", "-spdb", "-out", out, built, cwd=build.tree)


def source(build: Build, title: str, newer_is_there: str) -> str:
    """The package as WiX describes it: a component for each file of the tree."""
    family = _TRIAL if build.mark else _RELEASE
    window, _ = build.programs
    components: list[str] = []
    files = files_in(build.tree)
    layout = _layout(files, Path(), components, family, window, title)
    version = ".".join(map(str, numbers(build.version)[:3]))
    icon = _relative(build.source / "resources" / "icons" / "rmdesk.ico", build.tree)
    registry = _component(family, "registry", components)
    product, made_by = _guid(family, f"product {build.version}"), quoteattr(PUBLISHER)
    value = 'Root="HKLM" Key="Software\\rmdesk" Type="string"'
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
 <Product Id="{product}" UpgradeCode="{_braced(family)}" Name={quoteattr(title)}
   Version="{version}" Manufacturer={made_by} Language="2052" Codepage="936">
  <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine" Languages="2052"
    SummaryCodepage="936" Description={quoteattr(f"{title} {build.version}")} Manufacturer={made_by}/>
  <MajorUpgrade DowngradeErrorMessage={quoteattr(newer_is_there)}/>
  <Media Id="1" Cabinet="rmdesk.cab" EmbedCab="yes" CompressionLevel="high"/>
  <Icon Id="rmdesk.ico" SourceFile={quoteattr(icon)}/>
  <Property Id="ARPPRODUCTICON" Value="rmdesk.ico"/>
  <Property Id="ARPNOMODIFY" Value="1"/>
  <Directory Id="TARGETDIR" Name="SourceDir">
   <Directory Id="ProgramFiles64Folder">
    <Directory Id="INSTALLDIR" Name="rmdesk">
{layout}
     <Component {registry}>
      <RegistryValue {value} Name="Msi" Value="{build.version}" KeyPath="yes"/>
      <RegistryValue {value} Name="Folder" Value="[INSTALLDIR]"/>
     </Component>
    </Directory>
   </Directory>
   <Directory Id="ProgramMenuFolder"/>
  </Directory>
  <Feature Id="Main" Level="1">
{chr(10).join(f'   <ComponentRef Id="{one}"/>' for one in components)}
  </Feature>
 </Product>
</Wix>
"""


def _layout(
    files: list[Path], folder: Path, components: list[str], family: uuid.UUID, window: str, title: str
) -> str:
    """The directories and files below one folder, a component for each file."""
    lines: list[str] = []
    for file in files:
        if file.parent != folder:
            continue
        name = _id("f", file)
        shortcut = ""
        if file == Path(window):
            shortcut = (
                f'<Shortcut Id="menu" Directory="ProgramMenuFolder" Name={quoteattr(title)}'
                ' WorkingDirectory="INSTALLDIR" Icon="rmdesk.ico" Advertise="yes"/>'
            )
        lines.append(
            f"<Component {_component(family, file.as_posix(), components)}>"
            f'<File Id="{name}" Name={quoteattr(file.name)} Source={quoteattr(str(file))} KeyPath="yes">'
            f"{shortcut}</File></Component>"
        )
    below = {file.relative_to(folder).parts[0] for file in files if _is_below(file, folder)}
    for part in sorted(below):
        inside = [file for file in files if (folder / part) in file.parents]
        lines.append(f'<Directory Id="{_id("d", folder / part)}" Name={quoteattr(part)}>')
        lines.append(_layout(inside, folder / part, components, family, window, title))
        lines.append("</Directory>")
    return "\n".join(lines)


def _is_below(file: Path, folder: Path) -> bool:
    return file.parent != folder and folder in file.parents


def _component(family: uuid.UUID, name: str, components: list[str]) -> str:
    """The attributes of a component, which is noted; its GUID is that of the path, in every version."""
    named = _id("c", Path(name))
    components.append(named)
    return f'Id="{named}" Guid="{_guid(family, name)}"'


def _id(kind: str, path: Path) -> str:
    return f"{kind}{uuid.uuid5(_RELEASE, path.as_posix()).hex}"


def _guid(family: uuid.UUID, name: str) -> str:
    return _braced(uuid.uuid5(family, name))


def _braced(found: uuid.UUID) -> str:
    return f"{{{str(found).upper()}}}"


def _relative(file: Path, folder: Path) -> str:
    return os.path.relpath(file, folder)
