"""Random numbers that belong to a tie: draw 17 of a tie is the same in every year and beside any other ties.

A tie that is wrong in 1990 is then wrong in 1991 too; what a claim more or less changes in a result is its own
doing; and the first 500 of 1,000 draws are the 500 draws.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Table = NDArray[np.float64]

__all__ = ["Noise"]


class Noise:
    """Uniform random numbers by key: a counter-based generator (Philox) keyed by seed and name.

    Parameters
    ----------
    seed : int
    draws : int
        At least 1.
    """

    def __init__(self, seed: int, draws: int) -> None:
        if draws < 1:
            raise ValueError(f"at least one draw is needed, not {draws}")
        self.seed, self.draws = seed, draws
        self._known: dict[tuple[str, int], Table] = {}
        self._longer: dict[int, Noise] = {}

    def longer(self, times: int) -> Noise:
        """The same seed with `times` as many draws, of which these are the first; kept for the next who asks."""
        return self._longer.setdefault(times, Noise(self.seed, self.draws * times))

    def of(self, key: str, count: int) -> Table:
        """`count` numbers in [0, 1) of one key per draw, shape (count, draws)."""
        found = self._known.get((key, count))
        if found is None:
            digest = blake2b(f"{self.seed}\x1f{key}".encode(), digest_size=16).digest()
            bits = np.random.Philox(key=np.frombuffer(digest, dtype="<u8").astype(np.uint64))
            found = np.random.Generator(bits).random((self.draws, count)).T
            self._known[key, count] = found
        return found

    def table(self, keys: Sequence[str], count: int) -> Table:
        """Numbers of many keys, shape (count, len(keys), draws)."""
        found = np.empty((count, len(keys), self.draws))
        for place, key in enumerate(keys):
            found[:, place] = self.of(key, count)
        return found
