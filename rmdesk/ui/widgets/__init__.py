"""Small widgets that every pane is made of, drawn by the tokens."""

from __future__ import annotations

from rmdesk.ui.widgets.button import Button, IconButton, Variant, key_words
from rmdesk.ui.widgets.check import CheckBox
from rmdesk.ui.widgets.combo import Combo
from rmdesk.ui.widgets.field import LineField, PasswordField, SearchField
from rmdesk.ui.widgets.flow import Flow
from rmdesk.ui.widgets.fold import Fold, FoldHead
from rmdesk.ui.widgets.form import Form, FormRow
from rmdesk.ui.widgets.frames import Card, Ground, PaneHead, ProgressLine, Section
from rmdesk.ui.widgets.label import Hairline, IconLabel, Label
from rmdesk.ui.widgets.list_and_detail import ListAndDetail
from rmdesk.ui.widgets.notice import EmptyState, NoticeBar
from rmdesk.ui.widgets.segments import Segments
from rmdesk.ui.widgets.tags import Avatar, Badge, Chip, CountMark, KeyCap, KeyHint, Tag

__all__ = [
    "Avatar",
    "Badge",
    "Button",
    "Card",
    "CheckBox",
    "Chip",
    "Combo",
    "CountMark",
    "EmptyState",
    "Flow",
    "Fold",
    "FoldHead",
    "Form",
    "FormRow",
    "Ground",
    "Hairline",
    "IconButton",
    "IconLabel",
    "KeyCap",
    "KeyHint",
    "Label",
    "LineField",
    "ListAndDetail",
    "NoticeBar",
    "PaneHead",
    "PasswordField",
    "ProgressLine",
    "SearchField",
    "Section",
    "Segments",
    "Tag",
    "Variant",
    "key_words",
]
