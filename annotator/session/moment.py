"""Moment: the clock and the chance that a command may use; pure rooms have neither of their own."""

from datetime import UTC, datetime

from msgspec import Struct

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Moment(Struct, frozen=True):
    """When an act happens: `ms` since 1970 in UTC, and `entropy`, 80 random bits."""

    ms: int
    entropy: int

    @property
    def ts(self) -> str:
        """RFC 3339 in UTC with milliseconds."""
        second = datetime.fromtimestamp(self.ms // 1000, UTC)
        return f"{second:%Y-%m-%dT%H:%M:%S}.{self.ms % 1000:03d}Z"

    def ulid(self, index: int = 0) -> str:
        """Return the `index`-th id of this moment: a ULID, which sorts by time.

        Source: the ULID specification, 48 bits of milliseconds and 80 of chance in Crockford's
        base 32.
        """
        number = self.ms << 80 | (self.entropy + index) % (1 << 80)
        return "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))
