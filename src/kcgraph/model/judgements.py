"""What a person decided about two IRIs."""

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """A person's decision that two IRIs stand for one thing (`is_same`) or for two.

    `first` comes before `second` in the alphabet; `at` is ISO 8601 in UTC; `origin` tells messages where it stands.
    """

    first: str
    second: str
    is_same: bool
    reason: str
    by: str
    at: str
    origin: str = field(default="", compare=False)

    @property
    def pair(self) -> tuple[str, str]:
        """The two IRIs, sorted."""
        return self.first, self.second

    @property
    def verdict(self) -> str:
        """`Same` or `Different`."""
        return "Same" if self.is_same else "Different"

    @property
    def fingerprint(self) -> str:
        """Tells the pair with the verdict from others: 12 hexadecimal digits."""
        return hashlib.sha256("\n".join((self.verdict, *self.pair)).encode()).hexdigest()[:12]

    @property
    def path(self) -> str:
        """The judgement's local IRI."""
        return f"judgement/{self.fingerprint}"

    @classmethod
    def of(
        cls, pair: tuple[str, str], *, is_same: bool, reason: str, by: str, at: str, origin: str = ""
    ) -> "Judgement":
        """The judgement of a pair in either order."""
        first, second = sorted(pair)
        return cls(first, second, is_same, reason, by, at, origin)
