"""Which tables panes are made of that several of them show."""

# Touchpoints are computed from these, and worklists name people and what was said to them last.
CARE = frozenset(
    {
        "touchpoint_act",
        "interaction",
        "commitment",
        "follow_up",
        "appointment",
        "visit",
        "customer",
        "customer_phone",
        "holding",
        "important_date",
        "aum_figure",
        "tier",
        "cadence_step",
        "notice",
        "notice_recipient",
        "holiday",
        "setting",
        "staff",
        "task",
        "daily_log",
        "daily_log_item",
        "plan",
        "plan_node",
        "plan_item",
        "activity",
        "activity_contact",
        "complaint",
        "complaint_step",
    }
)
