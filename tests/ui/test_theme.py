"""Themes: everything can be read and told apart."""
