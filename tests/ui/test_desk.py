"""The desk: neighbours of an article, where to begin, what to warn of."""
