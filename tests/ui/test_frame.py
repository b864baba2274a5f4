"""Frames: the whole screen as values."""
