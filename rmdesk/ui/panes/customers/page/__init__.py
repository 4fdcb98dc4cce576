"""The page of one customer, beside the list of customers."""

# What the page is made of, each with little that those before it did not bring. Loaded all at once, they keep
# the window from answering for a tenth of a second.
MODULES = (
    "rmdesk.ui.manual_topics",
    "rmdesk.ui.dialogs.form_dialog",
    "rmdesk.ui.dialogs.record_contact",
    "rmdesk.ui.panes.customers.page.saving",
    "rmdesk.ui.panes.customers.page.desk",
    "rmdesk.ui.panes.customers.page.rows",
    "rmdesk.ui.panes.customers.page.part_form",
    "rmdesk.ui.panes.customers.page.assets_section",
    "rmdesk.ui.panes.customers.page.edits",
    "rmdesk.ui.panes.customers.page.value_grid",
    "rmdesk.ui.panes.customers.page.cells",
    "rmdesk.ui.panes.customers.page.dates_section",
    "rmdesk.services.attachments",
    "rmdesk.ui.panes.customers.page.documents_section",
    "rmdesk.ui.panes.customers.page.family_graph",
    "rmdesk.ui.panes.customers.page.family_section",
    "rmdesk.ui.panes.customers.page.holdings_section",
    "rmdesk.services.visits",
    "rmdesk.ui.dialogs.prepare_visit",
    "rmdesk.ui.panes.customers.page.owed_section",
    "rmdesk.ui.panes.customers.page.section",
    "rmdesk.ui.panes.customers.page.timeline_section",
    "rmdesk.ui.panes.customers.page.contact_section",
    "rmdesk.ui.panes.customers.page.voice_section",
    "rmdesk.ui.panes.customers.page.parts",
    "rmdesk.ui.panes.customers.page.page",
)
