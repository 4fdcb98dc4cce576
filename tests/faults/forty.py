"""The faults to try, and the tests that try them; test_forty.py holds that each is there."""

from __future__ import annotations

_VAULT = "services/vault/test_"
_STORE = "services/test_store_opening.py"
_READING = "services/imports/test_reading.py"

# What happens: the tests, as file::function below `tests/`.
FAULTS: dict[str, tuple[str, ...]] = {
    "0-byte database": (f"{_STORE}::test_an_empty_file_is_not_taken_for_an_empty_database",),
    "truncated at 16 B, at a page edge, by the last byte": (
        "faults/test_database_file.py::test_damage_to_pages_all_over_the_file",
    ),
    "one flipped bit on every page": (
        "faults/test_database_file.py::test_damage_to_pages_all_over_the_file",
    ),
    "zeroed page": ("faults/test_database_file.py::test_damage_to_pages_all_over_the_file",),
    "swapped pages": ("faults/test_database_file.py::test_damage_to_pages_all_over_the_file",),
    "one old page replayed": ("faults/test_database_file.py::test_one_old_page_replayed",),
    "whole file rolled back": (
        "faults/test_database_file.py::test_the_whole_file_rolled_back",
        f"{_VAULT}opening.py::test_an_older_copy_is_refused_with_what_is_missing",
    ),
    "-wal deleted": ("faults/test_journal.py::test_a_deleted_journal_is_told_by_the_anchor",),
    "-wal flipped": ("faults/test_journal.py::test_a_journal_flipped_anywhere_shows_no_wrong_value",),
    "-wal stale after a restore": (
        "faults/test_journal.py::test_a_stale_journal_beside_a_newer_database_is_refused",
        "faults/test_journal.py::test_a_journal_beside_an_older_restored_database_is_refused",
    ),
    "-wal of another vault": (
        "faults/test_journal.py::test_a_journal_of_another_vault_is_refused_before_it_destroys_this_one",
    ),
    "-wal cut off, swapped, zeroed, -shm of rubbish": (
        "faults/test_faults.py::test_the_others_hold_a_few_times",
        "faults/test_journal.py::test_a_journal_of_rubbish_is_passed_over",
    ),
    "plain database at the path": (f"{_STORE}::test_a_plain_database_is_named_so",),
    "database missing, key file present": (
        f"{_STORE}::test_a_missing_database_is_not_made_anew",
        f"{_VAULT}opening.py::test_trouble_with_the_database_is_told_and_nothing_is_made",
    ),
    "key file missing": (f"{_VAULT}keyfile.py::test_a_missing_key_file_beside_a_database_is_said",),
    "key file flipped": (
        "faults/test_vault.py::test_a_flipped_byte_anywhere_in_the_key_file_never_opens_with_a_wrong_key",
        f"{_VAULT}keyfile.py::test_every_flipped_bit_is_detected",
    ),
    "key file of another database": (
        f"{_VAULT}opening.py::test_the_key_file_of_another_vault_opens_nothing_of_this_one",
    ),
    "wrong password 11 times": (
        f"{_VAULT}unlocking.py::test_eleven_wrong_passwords_wait_longer_and_lock_nobody_out",
    ),
    "keyring empty, null, denied, wrong value": (
        f"{_VAULT}keyring.py::test_every_failure_is_a_state",
        f"{_VAULT}keyring.py::test_a_backend_that_throws_everything_away_is_found_out",
        f"{_VAULT}unlocking.py::test_a_wrong_value_opens_nothing_and_changes_nothing",
        f"{_VAULT}unlocking.py::test_a_keyring_that_keeps_nothing_is_not_relied_on",
    ),
    "profile reset, recovery code": (
        "faults/test_vault.py::test_a_forgotten_password_is_replaced_by_the_recovery_code",
    ),
    "recovery code mistyped, lower case, O for 0": (
        f"{_VAULT}recovery.py::test_lower_case_and_look_alikes_read_back",
        f"{_VAULT}recovery.py::test_one_wrong_character_is_noticed",
    ),
    "kill in save, import, migration, backup, restore, rotation, lock": (
        "faults/test_faults.py::test_each_promise_holds_a_few_times",
    ),
    "kill in an import at row 4,000 of 5,000": ("faults/test_importing.py::test_killed_in_the_middle",),
    "kill while typing": ("ui/test_drafts.py::test_what_was_being_typed_comes_again_after_a_kill",),
    "power cut": ("faults/test_faults.py::test_each_promise_holds_a_few_times",),
    "disk full in save, open, backup, export, PDF": (
        "faults/test_faults.py::test_each_promise_holds_a_few_times",
        "faults/test_saving.py::test_a_full_disk_is_called_so_and_the_same_works_afterwards",
        "services/reports/test_saving.py::test_a_full_disk_leaves_the_former_file_and_nothing_half",
    ),
    "read-only folder": (
        "faults/test_vault.py::test_a_vault_in_a_read_only_folder_is_refused_and_said",
        "faults/test_faults.py::test_the_others_hold_a_few_times",
    ),
    "network share": (f"{_VAULT}folder.py::test_a_share_by_its_name_is_refused",),
    "path with 中文, spaces, 260 characters and more": (
        f"{_VAULT}creating.py::test_chinese_spaces_and_long_paths_work",
        f"{_VAULT}folder.py::test_a_path_too_long_for_a_database_is_said",
    ),
    "second instance": (
        f"{_VAULT}process_lock.py::test_a_second_process_is_told_who_holds_the_vault",
        "faults/test_faults.py::test_the_others_hold_a_few_times",
    ),
    "antivirus or Excel holding the file": (
        "faults/test_saving.py::test_another_program_holding_the_file_is_named_so",
    ),
    "clock back a year": (
        "services/test_accounts.py::test_a_clock_that_does_not_fit_what_was_recorded_is_told",
        f"{_VAULT}throttle.py::test_a_clock_put_back_by_a_year_makes_nobody_wait_longer",
        "services/backups/test_thinning.py::test_a_clock_set_back_removes_no_backup_of_later_days",
        "ui/test_lock_watch.py::test_a_clock_set_back_does_not_keep_it_open",
    ),
    "summer time ends": ("faults/test_clock.py::test_the_hour_that_comes_twice_is_in_order",),
    "2038": (
        "models/test_tables.py::test_moments_keep_their_order_as_text",
        "faults/test_clock.py::test_work_goes_on_after_2038",
    ),
    "newer schema": (f"{_STORE}::test_a_newer_database_is_refused_and_not_called_damaged",),
    "other application id": (f"{_STORE}::test_a_database_of_another_program_is_named_so",),
    "xlsx bomb, entity bomb, XXE": (f"{_READING}::test_hostile_workbooks",),
    "cell at XFD1048576, 16,384 columns": (f"{_READING}::test_hostile_workbooks",),
    "a cell beyond all sheets": (f"{_READING}::test_places_beyond_all_sheets",),
    "1,048,576 rows": (f"{_READING}::test_places_beyond_all_sheets",),
    "xls": (f"{_READING}::test_old_workbooks_by_any_name",),
    "xlsm, renamed xlsx": (f"{_READING}::test_workbooks_by_any_name",),
    "bad shared-string index": (f"{_READING}::test_workbooks_by_any_name",),
    "encrypted": (f"{_READING}::test_hostile_old_workbooks",),
    "truncated": (f"{_READING}::test_files_that_are_no_tables",),
    "CSV in GB18030, UTF-16, with a byte order mark": (f"{_READING}::test_encodings",),
    "CSV with NUL": (f"{_READING}::test_workbooks_by_any_name",),
    "CSV with an unclosed quote, a 200 KB field": (f"{_READING}::test_files_that_are_no_tables",),
    "18-digit IDs as numbers, bad check digit, 15 digits": (
        "services/imports/test_cells.py::test_documents",
        "services/imports/test_cells.py::test_documents_that_are_refused",
        "services/test_documents.py::test_wrong_numbers",
    ),
    "cells starting = + - @ tab CR LF, full-width ＝": (
        "services/test_export.py::test_wild_texts_survive_a_csv",
        "services/test_export.py::test_wild_texts_survive_a_spreadsheet_as_texts",
        "services/imports/test_round_trip.py::test_a_list_that_left_comes_back_as_it_is",
    ),
    "% _ \\ quotes, operators of the index": ("services/test_search.py::test_the_index_takes_any_text",),
    "a search of 60,000 characters": (
        "services/test_search.py::test_a_text_longer_than_any_name_finds_nothing_and_takes_no_time",
    ),
    "lone surrogate, RTL override, 𠮷, emoji, a name of 50,000 characters": (
        "services/test_text.py::test_kept",
        "services/test_text.py::test_refused",
        "services/test_names.py::test_any_name_has_a_key_that_can_be_stored",
    ),
    "2^63": ("services/customers/test_writing.py::test_bad_values",),
    "PDF fields with <img>, <b>, A&B, links": (
        "services/reports/test_page.py::test_markup_in_a_value_is_printed_as_text",
        "services/reports/test_customer_card.py::test_values_are_text_and_nothing_of_them_is_lost",
    ),
    "attachments ..\\x, C:x, UNC, CON.txt, a.pdf.exe, a:b": (
        "services/test_attachments.py::test_dangerous_names",
        "services/test_attachments.py::test_wrong_files",
    ),
    "attachment that is a symlink": ("services/test_attachments.py::test_files_on_the_disk",),
    "lock during an edit": ("ui/test_drafts.py::test_editors_on_the_page_come_again",),
    "lock during a dialog": (
        "ui/test_drafts.py::test_a_form_comes_again_with_what_was_typed",
        "ui/window/test_frame.py::TestKeys::test_a_dialog_does_not_keep_the_lock_away",
    ),
    "lock during a print preview": ("ui/test_locking.py::test_during_a_print_preview",),
    "lock during an export": ("ui/test_locking.py::test_during_an_export",),
    "lock during a background import": ("ui/test_locking.py::test_during_an_import",),
}
