"""Header, status and hints: what is left out when it is narrow."""
