"""A sitting: rows, pages, the mouse, other sizes."""
