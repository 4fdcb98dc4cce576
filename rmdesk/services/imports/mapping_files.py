"""A mapping saved to a file, to be used again or by others: columns, managers, rules; no customer's data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rmdesk.models import AumBasis
from rmdesk.services.errors import UserError
from rmdesk.services.files import reason_of, replace_bytes
from rmdesk.services.imports.rules import OnDuplicate
from rmdesk.services.imports.writing import Target

_FORMAT = "rmdesk import mapping"
_VERSION = 1
_MOST_BYTES = 1 << 20
_MOST = 2000  # columns, or managers
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Saved:
    """What a mapping says: the field of each column (None: left out), the person for each manager's name
    (None: kept as text), whose values stay, and what the figures are.
    """

    columns: Mapping[str, str | None]
    managers: Mapping[str, str | None] = field(default_factory=dict)
    rule: OnDuplicate = OnDuplicate.FILL
    basis: str | None = None


NOTHING = Saved({})


def text_of(target: str, saved: Saved) -> str:
    """The mapping as JSON."""
    content = {
        "format": _FORMAT,
        "version": _VERSION,
        "target": target,
        "columns": dict(saved.columns),
        "managers": dict(saved.managers),
        "on_duplicate": saved.rule.value,
        "basis": saved.basis,
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def read(text: str, target: Target) -> Saved:
    """Read what `text_of` wrote, or somebody by hand. Raises UserError `import.mapping_wrong` (`place`)."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError("import.mapping_wrong", place="JSON") from error
    if not isinstance(content, dict):
        raise UserError("import.mapping_wrong", place="{}")
    if content.get("format", _FORMAT) != _FORMAT or content.get("version", _VERSION) != _VERSION:
        raise UserError("import.mapping_wrong", place="version")
    if content.get("target", target.name) != target.name:
        raise UserError("import.mapping_wrong", place="target")
    columns = _texts(content, "columns")
    unknown = next((one for one in columns.values() if one is not None and one not in target.by_name), None)
    if unknown is not None:
        raise UserError("import.unknown_field", field=unknown)
    rule, basis = content.get("on_duplicate", OnDuplicate.FILL.value), content.get("basis")
    if rule not in list(OnDuplicate):
        raise UserError("import.mapping_wrong", place="on_duplicate")
    if basis is not None and basis not in list(AumBasis):
        raise UserError("import.mapping_wrong", place="basis")
    return Saved(columns, _texts(content, "managers"), OnDuplicate(rule), basis)


def save_file(path: Path, target: str, saved: Saved) -> None:
    """Raises UserError `import.not_written`."""
    try:
        replace_bytes(path, text_of(target, saved).encode() + b"\n")
    except OSError as error:
        raise UserError("import.not_written", path=str(path), reason=reason_of(error)) from error


def read_file(path: Path, target: Target) -> Saved:
    """Raises UserError `file.unreadable`, and as `read`."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UserError("file.unreadable", path=path, reason=reason_of(error)) from error
    if len(content) > _MOST_BYTES:
        raise UserError("file.too_large", path=path, most=_MOST_BYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError("file.not_utf8", path=path) from None
    return read(text, target)


def _texts(content: dict[str, Any], name: str) -> dict[str, str | None]:
    found = content.get(name, {})
    if (
        not isinstance(found, dict)
        or len(found) > _MOST
        or not all(
            len(key) <= _LONGEST and (value is None or (isinstance(value, str) and len(value) <= _LONGEST))
            for key, value in found.items()
        )
    ):
        raise UserError("import.mapping_wrong", place=name)
    return found
