"""Pictures of frames, to be judged by eye."""
