"""How the laws are tried: the same examples every time, untimed; `make fuzz` goes on chance."""

from hypothesis import settings

settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("fuzz", max_examples=2000, deadline=None)
settings.load_profile("gate")
