"""The settings of a score, each with its default and where the default comes from."""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = ["DEFAULT_SPEC", "Spec"]


@dataclass(frozen=True, slots=True)
class Spec:
    """Settings of definition power.

    Parameters
    ----------
    alpha : float
        Damping per extra hop of reach, in (0, 1); 0.85 as in PageRank (Page et al. 1999).
    rho : float
        Open-world residual: least share of a slot that belongs to providers nobody listed, unless the list is
        closed.
    weights : (float, float)
        Weights of reach and lock-in; they sum to 1.
    half_life_tech, half_life_dist, half_life_supply : float
        Years after which a tie that nobody confirmed again is as likely ended as not.
    resourcing : float
        g >= 1: the factor by which the remaining providers of a slot can expand when one withdraws; it lowers
        lock-in only. 1 means that nobody can.
    """

    alpha: float = 0.85
    rho: float = 0.25
    weights: tuple[float, float] = (0.5, 0.5)
    half_life_tech: float = 8.0
    half_life_dist: float = 4.0
    half_life_supply: float = 4.0
    resourcing: float = 1.0

    def __post_init__(self) -> None:
        numbers = (*self.weights, self.half_life_tech, self.half_life_dist, self.half_life_supply, self.resourcing)
        if not all(map(math.isfinite, numbers)):
            raise ValueError(f"settings must be finite numbers, not {numbers}")
        if not 0 < self.alpha < 1:
            raise ValueError(f"alpha must lie between 0 and 1, not {self.alpha}")
        if not 0 <= self.rho < 1:
            raise ValueError(f"rho must lie in [0, 1), not {self.rho}")
        if min(self.weights) < 0 or abs(sum(self.weights) - 1) > 1e-12:
            raise ValueError(f"the weights must be at least 0 and sum to 1, not {self.weights}")
        if min(self.half_life_tech, self.half_life_dist, self.half_life_supply) <= 0:
            raise ValueError("half-lives must be positive")
        if self.resourcing < 1:
            raise ValueError(f"the re-sourcing factor must be at least 1, not {self.resourcing}")

    @property
    def id(self) -> str:
        """Stable text that names the settings; equal settings have equal ids."""
        lives = f"{self.half_life_tech:g},{self.half_life_dist:g},{self.half_life_supply:g}"
        reach, lockin = self.weights
        text = f"power-1;alpha={self.alpha:g};rho={self.rho:g};weights={reach:g},{lockin:g};half-life={lives}"
        return text if self.resourcing == 1 else f"{text};g={self.resourcing:g}"

    def half_life(self, layer: str) -> float:
        """Half-life, in years, of a tie on `layer`."""
        return {"tech": self.half_life_tech, "dist": self.half_life_dist, "supply": self.half_life_supply}[layer]


DEFAULT_SPEC = Spec()
