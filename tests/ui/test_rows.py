"""Rows of text: what stands in them, and in which ink."""
