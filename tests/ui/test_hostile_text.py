"""Nothing that comes from outside commands the terminal."""
