"""The margin: the names of the labels that start in a row."""
