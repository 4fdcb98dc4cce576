"""Segments in the window: an expression being written, its tree, the editors of its conditions."""
