"""Room 1: what is read. Articles and their units, as spans. Pure."""
