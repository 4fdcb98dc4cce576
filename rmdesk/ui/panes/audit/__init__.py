"""The audit trail: who did, saw and printed what."""
