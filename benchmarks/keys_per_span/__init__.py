"""Keys per span: a planner that reaches the gold by the real keymap and the real session."""
