"""One's own account: password, sign-ins, the Windows session, notices."""
