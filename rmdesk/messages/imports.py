"""Sentences about files that are imported and what stands in their cells."""

from __future__ import annotations

from rmdesk.messages.entry import UNCHANGED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

_SAVE_ANEW = QT_TRANSLATE_NOOP(
    "messages", "Open it in a spreadsheet program, save it as .xlsx or CSV, and choose the new file."
)
_AGAIN = QT_TRANSLATE_NOOP("messages", "Export it from its system again, or get a new copy of it.")
_SPLIT = QT_TRANSLATE_NOOP("messages", "Leave out what is not needed, or divide it into several files.")

ENTRIES: dict[str, Entry] = {
    "import.not_readable": Entry(
        QT_TRANSLATE_NOOP("messages", "The file {path} cannot be read."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look whether it is there and whether another program holds it."),
    ),
    "import.empty_file": Entry(QT_TRANSLATE_NOOP("messages", "The file is empty."), UNCHANGED, _AGAIN),
    "import.no_rows": Entry(
        QT_TRANSLATE_NOOP("messages", "No visible sheet of the file has a row."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "If the rows are in a hidden sheet, choose it by its name."),
    ),
    "import.no_such_sheet": Entry(
        QT_TRANSLATE_NOOP("messages", "The file has no sheet “{sheet}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose one of its sheets."),
    ),
    "import.too_large": Entry(
        QT_TRANSLATE_NOOP("messages", "The file has {megabytes} MB; at most {most} MB are read."),
        UNCHANGED,
        _SPLIT,
    ),
    "import.other_format": Entry(
        QT_TRANSLATE_NOOP("messages", "By its content this is a {format} file, whatever its name says."),
        UNCHANGED,
        _SAVE_ANEW,
    ),
    "import.encrypted": Entry(
        QT_TRANSLATE_NOOP("messages", "The workbook is protected by a password."),
        UNCHANGED,
        QT_TRANSLATE_NOOP(
            "messages", "Save a copy without the password and choose that; delete it afterwards."
        ),
    ),
    "import.damaged": Entry(
        QT_TRANSLATE_NOOP("messages", "The workbook is damaged or cut off; place: “{where}”."),
        UNCHANGED,
        _AGAIN,
    ),
    "import.unsafe": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "“{where}” in the workbook declares entities, which no spreadsheet program writes."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Ask the sender where the file comes from."),
    ),
    "import.unpacks_too_large": Entry(
        QT_TRANSLATE_NOOP("messages", "The workbook unpacks into more than is read; place: “{where}”."),
        UNCHANGED,
        _SAVE_ANEW,
    ),
    "import.too_many_cells": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "A sheet reaches to {where}; with all cells before that one it is over {most} cells."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP(
            "messages", "Delete what stands far off the table, save, and choose the file again."
        ),
    ),
    "import.too_many_rows": Entry(
        QT_TRANSLATE_NOOP("messages", "The table has more than {most} rows."), UNCHANGED, _SPLIT
    ),
    "import.too_many_columns": Entry(
        QT_TRANSLATE_NOOP("messages", "Row {row} has more than {most} cells."), UNCHANGED, _SAVE_ANEW
    ),
    "import.open_quote": Entry(
        QT_TRANSLATE_NOOP("messages", "A quotation mark is opened in row {row} and not closed."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Close or delete it there, save, and choose the file again."),
    ),
    "import.field_too_long": Entry(
        QT_TRANSLATE_NOOP("messages", "A cell of row {row} has more than {most} characters."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at this row: quotation marks may be missing or left over."),
    ),
    "import.line_too_long": Entry(
        QT_TRANSLATE_NOOP("messages", "Line {row} of the file is longer than any row of a table."),
        UNCHANGED,
        _SAVE_ANEW,
    ),
    "import.unknown_encoding": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "From row {row} on the file is not text in UTF-8, UTF-16 or GB18030, or it is damaged.",
        ),
        UNCHANGED,
        _SAVE_ANEW,
    ),
    "import.demonstration": Entry(
        QT_TRANSLATE_NOOP("messages", "This is a demonstration vault: everybody in it is invented."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Import into the branch's own vault."),
    ),
    "import.missing": Entry(QT_TRANSLATE_NOOP("messages", "{what}: the row has none.")),
    "import.not_yours": Entry(QT_TRANSLATE_NOOP("messages", "The customer belongs to another manager.")),
    "import.masked_name": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "The name is hidden by asterisks, and no customer of the archive has this number or document.",
        )
    ),
    "import.several_customers": Entry(
        QT_TRANSLATE_NOOP("messages", "More than one customer of the archive may be meant.")
    ),
    "import.no_customer": Entry(QT_TRANSLATE_NOOP("messages", "No such customer is in the archive.")),
    "import.date_needed": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "Neither the rows nor the titles of the file say of which day they are."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Say the date."),
    ),
    "import.not_a_time": Entry(QT_TRANSLATE_NOOP("messages", "This is not a time of day.")),
    "import.gender_differs": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "The gender is not the one of the identity number; the file's was kept."
        )
    ),
    "import.birthday_differs": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "The birthday is not the one of the identity number; the file's was kept."
        )
    ),
    "import.unknown_field": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no field “{field}” for this kind of import."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Correct the mapping."),
    ),
    "import.secret_column": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "The column “{heading}” holds secrets of customers, which are never kept."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Leave it out, and better delete it from the file."),
    ),
    "import.field_twice": Entry(
        QT_TRANSLATE_NOOP("messages", "Another column has the field of “{heading}” already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose one of the two columns."),
    ),
    "import.no_question": Entry(
        QT_TRANSLATE_NOOP("messages", "No column of the file was recognised as a question of this survey."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Say which ones are, or check whether the file is another survey's."),
    ),
    "import.unknown_tier": Entry(QT_TRANSLATE_NOOP("messages", "There is no tier “{value}”.")),
    "import.column_missing": Entry(
        QT_TRANSLATE_NOOP("messages", "No column of the file was recognised as: {what}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Say which one it is, or choose another sheet or file."),
    ),
    "import.mapping_wrong": Entry(
        QT_TRANSLATE_NOOP("messages", "The saved mapping cannot be used; place: “{place}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Use one that rmdesk saved for this kind of import."),
    ),
    "import.unknown_manager": Entry(
        QT_TRANSLATE_NOOP("messages", "The mapping names “{name}”, who manages no customers here."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Correct the name, or add the person first."),
    ),
    "import.not_written": Entry(
        QT_TRANSLATE_NOOP("messages", "The file {path} could not be written: {reason}."),
        QT_TRANSLATE_NOOP("messages", "What was imported is kept."),
        QT_TRANSLATE_NOOP("messages", "Choose another place."),
    ),
    "import.cancelled": Entry(
        QT_TRANSLATE_NOOP("messages", "Reading the file was cancelled."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Leave it out and add it again to read it."),
    ),
    "import.file_changed": Entry(
        QT_TRANSLATE_NOOP("messages", "The file “{name}” was changed since it was looked at."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look at it again, so that what you see is what is imported."),
    ),
    "import.unknown_import": Entry(
        QT_TRANSLATE_NOOP("messages", "Entry {number} of the audit trail is no import."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Look up its number in the list of imports."),
    ),
    "cell.digits_lost": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "{what}: it was stored as a number, and the spreadsheet has lost its last digits."
        ),
        "",
        QT_TRANSLATE_NOOP("messages", "Format the column as text and fill in the number anew."),
    ),
    "cell.masked": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: some of it is hidden by asterisks."),
        "",
        QT_TRANSLATE_NOOP("messages", "Fill in the whole value."),
    ),
    "rate.not_a_rate": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: this is not a rate."),
        "",
        QT_TRANSLATE_NOOP("messages", "Type it like 1.55% or 1.55."),
    ),
    "rate.too_large": Entry(QT_TRANSLATE_NOOP("messages", "{what}: a rate is at most 100%.")),
}
