"""Messages about the archive: customers and the rows beside them, organisations, tiers, tags, views."""

from __future__ import annotations

from rmdesk.messages.entry import TRY_AGAIN, UNCHANGED, Entry
from rmdesk.words import QT_TRANSLATE_NOOP

COMPARE_ID = QT_TRANSLATE_NOOP("messages", "Compare it with the card, digit by digit.")
OTHER_NAME = QT_TRANSLATE_NOOP("messages", "Choose another name.")
EDIT_THAT_ONE = QT_TRANSLATE_NOOP("messages", "Change the one that is there.")

ENTRIES: dict[str, Entry] = {
    "duplicates.oneself": Entry(
        QT_TRANSLATE_NOOP("messages", "This is one and the same record."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose two customers."),
    ),
    "text.secret": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: this looks like a password or a card's check value."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Such secrets of customers are never kept; leave it out."),
    ),
    "value.not_a_choice": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: this is not one of the values to choose from."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose one from the list."),
    ),
    "value.out_of_range": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: only whole numbers from {least} to {most} fit."),
        UNCHANGED,
        TRY_AGAIN,
    ),
    "value.not_yes_or_no": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: this is either yes or no."), UNCHANGED, ""
    ),
    "value.wrong_form": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "{what}: there must be {least} to {most} characters, and only such as belong there."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Compare it with the original."),
    ),
    "value.not_an_email": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: an address looks like name@example.com."), UNCHANGED, TRY_AGAIN
    ),
    "amount.not_an_amount": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: this is not an amount."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Type it like 12,345.67 or 45万."),
    ),
    "amount.too_fine": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: an amount has at most two decimals."), UNCHANGED, TRY_AGAIN
    ),
    "amount.too_large": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: more than a trillion yuan cannot be right."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Check the number of digits."),
    ),
    "date.not_a_date": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: there is no such day, or it is written in an unknown way."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Type it like 1984-06-03 or 3 Jun."),
    ),
    "date.no_leap_month": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: lunar {year} has no leap month {month}."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Check the year, or leave “leap” out."),
    ),
    "date.short_month": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: month {month} of lunar {year} has only {length} days."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Check the year, or type the day without its year."),
    ),
    "date.out_of_range": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: only years from {earliest} to {latest} fit."),
        UNCHANGED,
        TRY_AGAIN,
    ),
    "date.in_future": Entry(
        QT_TRANSLATE_NOOP("messages", "{what}: this day has not come yet."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Check the year."),
    ),
    "calendar.outside": Entry(
        QT_TRANSLATE_NOOP("messages", "The Chinese calendar is known from {first} to {last} only."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Check the year."),
    ),
    "calendar.years_outside": Entry(
        QT_TRANSLATE_NOOP("messages", "The table of the Chinese calendar has the years {first} to {last}."),
        "",
        QT_TRANSLATE_NOOP("messages", "Ask for years among them."),
    ),
    "customer.unknown": Entry(
        QT_TRANSLATE_NOOP("messages", "There is no customer “{number}” among those you may see."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Check the customer number."),
    ),
    "customer.in_bin": Entry(
        QT_TRANSLATE_NOOP("messages", "This customer lies in the recycle bin."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Restore the customer first."),
    ),
    "customer.not_yours_to_delete": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "A stand-in looks after a customer, but only the manager in charge, a supervisor "
            "or the branch head may delete them.",
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Ask the manager in charge."),
    ),
    "customer.not_assignable": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "Only a supervisor or the branch head may give a customer to another manager."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Ask your supervisor."),
    ),
    "customer.added_for_other": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "Only a supervisor or the branch head may add a customer for another manager."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Leave the manager empty, or ask your supervisor."),
    ),
    "customer.stand_in_not_yours": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "Only the manager in charge, a supervisor or the branch head may choose the "
            "stand-in of a customer.",
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Ask the manager in charge."),
    ),
    "duplicates.not_yours": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "Only the manager in charge of both customers, a supervisor or the branch head "
            "may say whether they are one.",
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Ask your supervisor."),
    ),
    "customer.number_taken": Entry(
        QT_TRANSLATE_NOOP("messages", "Another customer has the number “{number}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Check the number, or open that customer."),
    ),
    "customer.stand_in_is_owner": Entry(
        QT_TRANSLATE_NOOP("messages", "Manager in charge and stand-in would be the same person."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose somebody else for one of them."),
    ),
    "customer.manager_unfit": Entry(
        QT_TRANSLATE_NOOP("messages", "“{name}” cannot be in charge of customers."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose an active manager, supervisor or branch head."),
    ),
    "customer.not_in_bulk": Entry(
        QT_TRANSLATE_NOOP("messages", "{what} is entered for one customer at a time."), UNCHANGED, ""
    ),
    "phone.wrong_mobile": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "This is not a mobile number: those have eleven digits and begin with 13 to 19."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Type it again, or choose another kind of number."),
    ),
    "phone.wrong": Entry(
        QT_TRANSLATE_NOOP("messages", "This is not a phone number."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Type it like 0571-88886666 or +44 20 7946 0000."),
    ),
    "phone.there_already": Entry(
        QT_TRANSLATE_NOOP("messages", "The customer has this number already."), UNCHANGED, ""
    ),
    "document.wrong_length": Entry(
        QT_TRANSLATE_NOOP(
            "messages",
            "A resident identity number has 18 digits (the last may be X) or 15; these are {length} "
            "characters.",
        ),
        UNCHANGED,
        COMPARE_ID,
    ),
    "document.wrong_date": Entry(
        QT_TRANSLATE_NOOP("messages", "The date of birth in this identity number does not exist."),
        UNCHANGED,
        COMPARE_ID,
    ),
    "document.date_in_future": Entry(
        QT_TRANSLATE_NOOP("messages", "The date of birth in this identity number has not come yet."),
        UNCHANGED,
        COMPARE_ID,
    ),
    "document.wrong_check_digit": Entry(
        QT_TRANSLATE_NOOP("messages", "The last digit of this identity number does not fit the others."),
        UNCHANGED,
        COMPARE_ID,
    ),
    "document.there_already": Entry(
        QT_TRANSLATE_NOOP("messages", "The customer has this document already."), UNCHANGED, EDIT_THAT_ONE
    ),
    "relation.to_oneself": Entry(
        QT_TRANSLATE_NOOP("messages", "Nobody is related to themselves."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose another customer."),
    ),
    "relation.one_other": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "A relation needs one other: a customer, an organisation or somebody's name."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Give exactly one of the three."),
    ),
    "relation.there_already": Entry(
        QT_TRANSLATE_NOOP("messages", "This relation is there already."), UNCHANGED, EDIT_THAT_ONE
    ),
    "relation.second_spouse": Entry(
        QT_TRANSLATE_NOOP("messages", "{name} is noted as the spouse already."),
        "",
        QT_TRANSLATE_NOOP("messages", "Enter again if both are meant; else remove that one first."),
    ),
    "relation.kind_not_fitting": Entry(
        QT_TRANSLATE_NOOP("messages", "This kind of relation does not go with that other one."),
        UNCHANGED,
        QT_TRANSLATE_NOOP(
            "messages",
            "People have family and friends; an organisation has a legal representative and key persons.",
        ),
    ),
    "holding.matures_before_start": Entry(
        QT_TRANSLATE_NOOP("messages", "The holding would mature before it starts."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Check both days."),
    ),
    "holding.not_a_rate": Entry(
        QT_TRANSLATE_NOOP("messages", "This is not a rate."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Type it in per cent, like 2.35."),
    ),
    "holding.there_already": Entry(
        QT_TRANSLATE_NOOP("messages", "The customer has this holding already."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Change the one that is there, or its number of items."),
    ),
    "figure.there_already": Entry(
        QT_TRANSLATE_NOOP("messages", "There is a figure of this day and basis already."),
        UNCHANGED,
        EDIT_THAT_ONE,
    ),
    "organisation.name_taken": Entry(
        QT_TRANSLATE_NOOP("messages", "There is an organisation “{name}” already."), UNCHANGED, OTHER_NAME
    ),
    "organisation.code_wrong": Entry(
        QT_TRANSLATE_NOOP("messages", "This is not a valid unified social credit code."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Compare it with the business licence, character by character."),
    ),
    "tag.name_taken": Entry(
        QT_TRANSLATE_NOOP("messages", "There is a tag “{name}” already."), UNCHANGED, OTHER_NAME
    ),
    "tag.unknown": Entry(QT_TRANSLATE_NOOP("messages", "There is no tag “{name}”."), UNCHANGED, OTHER_NAME),
    "tier.none": Entry(QT_TRANSLATE_NOOP("messages", "There must be at least one tier."), UNCHANGED, ""),
    "tier.too_many": Entry(
        QT_TRANSLATE_NOOP("messages", "There can be at most {most} tiers."), UNCHANGED, ""
    ),
    "tier.name_twice": Entry(
        QT_TRANSLATE_NOOP("messages", "Two tiers would be called “{name}”."), UNCHANGED, OTHER_NAME
    ),
    "tier.first_not_zero": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "The lowest tier, “{name}”, must begin at 0, so that all find a place."
        ),
        UNCHANGED,
        "",
    ),
    "tier.not_ascending": Entry(
        QT_TRANSLATE_NOOP("messages", "“{name}” must begin at more than “{lower}” does."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Order the tiers from the lowest to the highest."),
    ),
    "archive.unknown_trait": Entry(
        QT_TRANSLATE_NOOP("messages", "The list knows no condition on “{trait}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Remove this condition, or save the view again without it."),
    ),
    "archive.wrong_value": Entry(
        QT_TRANSLATE_NOOP(
            "messages", "{what}: customers cannot be compared with the value of this condition."
        ),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Set the condition again."),
    ),
    "archive.unknown_sort": Entry(
        QT_TRANSLATE_NOOP("messages", "The list cannot be sorted by “{sort}”."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Choose another column to sort by."),
    ),
    "view.name_taken": Entry(
        QT_TRANSLATE_NOOP("messages", "There is a view “{name}” already."), UNCHANGED, OTHER_NAME
    ),
    "view.not_own": Entry(
        QT_TRANSLATE_NOOP("messages", "This view belongs to somebody else."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Save it under a name of your own."),
    ),
    "view.too_long": Entry(
        QT_TRANSLATE_NOOP("messages", "There is too much in this view to keep it."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Use fewer or shorter filters."),
    ),
    "bin.not_deleted": Entry(
        QT_TRANSLATE_NOOP("messages", "Only what lies in the recycle bin can be deleted for good."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Load the list again."),
    ),
    "bin.second_person": Entry(
        QT_TRANSLATE_NOOP("messages", "Deleting for good takes an administrator and a branch head together."),
        UNCHANGED,
        QT_TRANSLATE_NOOP("messages", "Have the other one agree with their password."),
    ),
}
