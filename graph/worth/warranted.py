"""Baseline B4: the multiple that growth, margin and size warrant among ordinary firms of the lists.

ln(price/sales) of control firm-years is regressed on log growth of revenue, net margin, log revenue, industry and list
year; the prediction for a firm is what its own fundamentals would earn an ordinary firm (Bhojraj & Lee 2002). Control
firms are the known members of the lists that are no definers. The firm's own years are left out, so that no firm is
compared with itself. Gross margin, spending on research and leverage, which METHOD names too, are not in the lists.

The errors are clustered by firm: the years of one firm are no independent draws. A firm beyond the range of the control
firms in any variable gets no prediction; growth and margin beyond their 1 % and 99 % quantiles are read at these, for
control firms (a car maker before its first sales) and for the firm alike.

References
----------
Bhojraj & Lee 2002 Who is my peer? Journal of Accounting Research 40:407-439.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ...ontology.values import latest
from .marks import reference_day
from .panel import Panel
from .reasons import Refusal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "MINIMUM_FIRMS",
    "MINIMUM_PEERS",
    "VARIABLES",
    "WINDOW",
    "ControlYear",
    "Model",
    "Warranted",
    "control_years",
]

VARIABLES = ("growth", "margin", "size")
"""Log growth of revenue per year, net income over revenue, log revenue in billions of US dollars."""
WINDOW = 3
"""Latest list years that are used."""
MINIMUM_FIRMS = 40
"""Fewest control firms of a regression."""
MINIMUM_PEERS = 5
"""Fewest control firms of the firm's own industry."""
_TRIM = (0.01, 0.99)
"""Quantiles of the control firm-years at which growth and margin are cut off."""


@dataclass(frozen=True, slots=True)
class ControlYear:
    """One control firm in one list year, with the logarithm of its price/sales and its :data:`VARIABLES`."""

    firm: str
    industry: str
    year: int
    log_multiple: float
    values: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Warranted:
    """Predicted multiple of one firm.

    Attributes
    ----------
    log_multiple : float
        ln(price/sales).
    error : float
        Standard error of the prediction's mean, clustered by firm.
    spread : float
        Standard deviation of the residuals: how far ordinary firms lie from their own predictions.
    n, firms, peers : int
        Control firm-years, firms among them, firms of the same industry.
    years : tuple of int
        List years; the prediction is for the last.
    r_squared : float
    inputs : dict of str to float
        Variable -> value of the firm.
    effects : dict of str to (float, float)
        Variable -> coefficient and standard error.
    at_bounds : tuple of str
        Variables of the firm that were read at a cut-off.
    claims : tuple of str
        Claims that the inputs rest on.
    """

    log_multiple: float
    error: float
    spread: float
    n: int
    firms: int
    peers: int
    industry: str
    years: tuple[int, ...]
    r_squared: float
    inputs: Mapping[str, float]
    effects: Mapping[str, tuple[float, float]]
    at_bounds: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def multiple(self) -> float:
        """Predicted price/sales."""
        return math.exp(self.log_multiple)

    def to_dict(self) -> dict[str, object]:
        """Prediction and what it rests on, as plain values."""
        return {
            "multiple": round(self.multiple, 10),
            "log_multiple": round(self.log_multiple, 10),
            "standard_error": round(self.error, 10),
            "residual_sd": round(self.spread, 10),
            "n": self.n,
            "firms": self.firms,
            "firms_of_industry": self.peers,
            "industry": self.industry,
            "list_years": list(self.years),
            "r_squared": round(self.r_squared, 10),
            "inputs": {name: round(value, 10) for name, value in self.inputs.items()},
            "at_bounds": list(self.at_bounds),
            "coefficients": {
                name: {"estimate": round(estimate, 10), "standard_error": round(error, 10)}
                for name, (estimate, error) in self.effects.items()
            },
            "claims": list(self.claims),
        }


def control_years(
    panel: Panel, industries: Mapping[str, str | None], definers: Iterable[str], as_of: str
) -> tuple[ControlYear, ...]:
    """Control firm-years of the latest lists made by a date.

    Parameters
    ----------
    panel : Panel
    industries : mapping
        Firm -> industry. The firm's own and not that of the list: the lists change their headings from year to year.
    definers : iterable of str
        Firms that are no control firms.
    as_of : str
    """
    out, today = frozenset(definers), latest(as_of)
    made = sorted({member.year for member in panel.members if reference_day(str(member.year)) <= today})[-WINDOW:]
    found = []
    for member in panel.members:
        industry, growth = industries.get(member.firm), panel.growth(member)
        if member.year in made and member.firm not in out and industry and growth is not None:
            if member.profit is None:
                continue
            values = (growth, member.profit / member.revenue, math.log(member.revenue))
            found.append(ControlYear(member.firm, industry, member.year, math.log(member.multiple), values))
    return tuple(found)


class Model:
    """The regression, refitted without a firm's own years for each firm that is asked for.

    Parameters
    ----------
    controls : sequence of ControlYear
    """

    def __init__(self, controls: Sequence[ControlYear]) -> None:
        self._controls = tuple(controls)
        self._firms = frozenset(row.firm for row in controls)

    def predict(self, firm: str, industry: str | None, inputs: Mapping[str, float | None]) -> Warranted | Refusal:
        """Multiple that a firm's fundamentals warrant.

        Parameters
        ----------
        firm : str
        industry : str or None
        inputs : mapping
            :data:`VARIABLES` of the firm; None where unknown.

        Returns
        -------
        Warranted or Refusal
            Refusal codes: ``no_industry``, ``no_growth``, ``no_net_income``, ``few_controls``, ``few_peers``,
            ``outside_controls``.
        """
        missing = {"growth": "no_growth", "margin": "no_net_income", "size": "no_revenue"}
        if industry is None:
            return Refusal("no_industry")
        for name in VARIABLES:
            if inputs.get(name) is None:
                return Refusal(missing[name])
        fit = self._without(firm) if firm in self._firms else self._all
        values = {name: float(value) for name, value in inputs.items() if value is not None}
        return fit if isinstance(fit, Refusal) else fit.predict(industry, values)

    @cached_property
    def _all(self) -> _Fit | Refusal:
        return _fit(self._controls)

    def _without(self, firm: str) -> _Fit | Refusal:
        return _fit(tuple(row for row in self._controls if row.firm != firm))


@dataclass(frozen=True)
class _Fit:
    controls: tuple[ControlYear, ...]
    names: tuple[str, ...]
    parameters: NDArray[np.float64]
    covariance: NDArray[np.float64]
    spread: float
    r_squared: float
    bounds: Mapping[str, tuple[float, float, float, float]]

    @cached_property
    def peers(self) -> Mapping[str, int]:
        """Firms of each industry."""
        return Counter(industry for industry, _ in {(row.industry, row.firm) for row in self.controls})

    def predict(self, industry: str, inputs: Mapping[str, float]) -> Warranted | Refusal:
        import numpy as np

        if (peers := self.peers.get(industry, 0)) < MINIMUM_PEERS:
            return Refusal("few_peers", f"{industry}: {peers} < {MINIMUM_PEERS}")
        read = {}
        for name in VARIABLES:
            least, low, high, most = self.bounds[name]
            if not least <= inputs[name] <= most:
                return Refusal("outside_controls", f"{name} {inputs[name]:.2f}: {least:.2f}..{most:.2f}")
            read[name] = min(max(inputs[name], low), high)
        # The latest list year is the base: its column is not there, those of the others stay at nought.
        own = read | {"intercept": 1.0, f"industry:{industry}": 1.0}
        row = np.array([own.get(name, 0.0) for name in self.names])
        return Warranted(
            log_multiple=float(row @ self.parameters),
            error=math.sqrt(float(row @ self.covariance @ row)),
            spread=self.spread,
            n=len(self.controls),
            firms=len({control.firm for control in self.controls}),
            peers=peers,
            industry=industry,
            years=tuple(sorted({control.year for control in self.controls})),
            r_squared=self.r_squared,
            inputs={name: inputs[name] for name in VARIABLES},
            effects={
                name: (float(self.parameters[at]), math.sqrt(float(self.covariance[at, at])))
                for at, name in enumerate(self.names)
                if name in VARIABLES
            },
            at_bounds=tuple(name for name in VARIABLES if read[name] != inputs[name]),
        )


def _fit(controls: tuple[ControlYear, ...]) -> _Fit | Refusal:
    if (firms := len({row.firm for row in controls})) < MINIMUM_FIRMS:
        return Refusal("few_controls", f"{firms} < {MINIMUM_FIRMS}")
    import numpy as np
    from statsmodels.regression.linear_model import OLS

    values = np.array([row.values for row in controls])
    bounds = {name: _bounds(values[:, at], trim=name != "size") for at, name in enumerate(VARIABLES)}
    columns: dict[str, Any] = {"intercept": np.ones(len(controls))}
    for at, name in enumerate(VARIABLES):
        columns[name] = np.clip(values[:, at], bounds[name][1], bounds[name][2])
    for year in sorted({row.year for row in controls})[:-1]:
        columns[f"year:{year}"] = np.array([float(row.year == year) for row in controls])
    for industry in sorted({row.industry for row in controls})[1:]:
        columns[f"industry:{industry}"] = np.array([float(row.industry == industry) for row in controls])
    outcome = np.array([row.log_multiple for row in controls])
    codes = {firm: code for code, firm in enumerate(sorted({row.firm for row in controls}))}
    groups = np.array([codes[row.firm] for row in controls])
    found = OLS(outcome, np.column_stack(list(columns.values()))).fit(cov_type="cluster", cov_kwds={"groups": groups})
    return _Fit(
        controls,
        tuple(columns),
        np.asarray(found.params),
        np.asarray(found.cov_params()),
        math.sqrt(float(found.mse_resid)),
        float(found.rsquared),
        bounds,
    )


def _bounds(values: NDArray[np.float64], *, trim: bool) -> tuple[float, float, float, float]:
    """Least value, lower and upper cut-off, greatest value."""
    import numpy as np

    low, high = np.quantile(values, _TRIM) if trim else (values.min(), values.max())
    return float(values.min()), float(low), float(high), float(values.max())
