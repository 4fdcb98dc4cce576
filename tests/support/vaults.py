"""Fixtures of real vaults in temporary folders."""
