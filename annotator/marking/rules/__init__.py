"""Rules of suggestion: who is said to say what, what may be a claim, who acts, and where."""
