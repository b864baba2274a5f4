"""The first paint shows what the reader will show."""
