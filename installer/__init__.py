"""Builds what a branch gets: `build_installer.py` is its command. Standard library only."""
