"""What may be wrong with a tie and with the settings, stated in numbers (METHOD 1.9)."""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = ["DEFAULT_ERRORS", "ErrorModel"]


@dataclass(frozen=True, slots=True)
class ErrorModel:
    """Distributions that a draw is taken from; a width of 0 leaves a thing as it is.

    Parameters
    ----------
    dropout : tuple of float
        Probabilities, one chosen per draw, that a tie is missing from the table: what remains of its slot
        shares it anew.
    existence : bool
        Whether a tie holds with the probability of its confidence, times that of still being active, and else
        leaves its share to the residual. False: confidence multiplies the share, as in the point score.
    criticality : float
        Standard deviation of the logarithm of a slot's criticality.
    weight : float
        Standard deviation of the logarithm of a provider's weight in its slot.
    shares : bool
        Whether a stated range of a share is drawn from evenly. False: its middle.
    revocability : float
        Half-width of what is added to revocability, evenly.
    rho, alpha, resourcing : (float, float)
        Even range of the setting; log-even nothing: these are small ranges.
    half_life : float
        Largest factor, up or down, on all half-lives; its logarithm is even.
    facets : bool
        Whether the weights of reach and lock-in are drawn from Dirichlet(1, 1).
    """

    dropout: tuple[float, ...] = (0.1, 0.3)
    existence: bool = True
    criticality: float = 0.25
    weight: float = 0.5
    shares: bool = True
    revocability: float = 0.2
    rho: tuple[float, float] = (0.05, 0.5)
    alpha: tuple[float, float] = (0.5, 0.95)
    resourcing: tuple[float, float] = (1.0, 1.6)
    half_life: float = 2.0
    facets: bool = True

    def __post_init__(self) -> None:
        widths = (self.criticality, self.weight, self.revocability, self.half_life)
        if not all(map(math.isfinite, (*self.dropout, *widths, *self.rho, *self.alpha, *self.resourcing))):
            raise ValueError("an error model takes finite numbers")
        if not self.dropout or not all(0 <= share < 1 for share in self.dropout):
            raise ValueError(f"dropout takes probabilities from 0 to below 1, not {self.dropout}")
        if min(self.criticality, self.weight, self.revocability) < 0:
            raise ValueError("widths must be at least 0")
        if not 0 <= self.rho[0] <= self.rho[1] < 1 or not 0 < self.alpha[0] <= self.alpha[1] < 1:
            raise ValueError("rho must lie in [0, 1), alpha between 0 and 1, the lower end first")
        if not 1 <= self.resourcing[0] <= self.resourcing[1] or self.half_life < 1:
            raise ValueError("the re-sourcing range and the half-life factor must be at least 1")

    @property
    def id(self) -> str:
        """Stable text that names the model; equal models have equal ids."""

        def span(ends: tuple[float, ...]) -> str:
            return ",".join(f"{end:g}" for end in ends)

        return (
            f"errors-2;dropout={span(self.dropout)};existence={self.existence:d};log-c={self.criticality:g};"
            f"log-w={self.weight:g};shares={self.shares:d};r={self.revocability:g};rho={span(self.rho)};"
            f"alpha={span(self.alpha)};g={span(self.resourcing)};half-life={self.half_life:g};facets={self.facets:d}"
        )


DEFAULT_ERRORS = ErrorModel()
