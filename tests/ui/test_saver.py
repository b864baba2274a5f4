"""The saver: what happens to changes while the disk is slow or full."""
