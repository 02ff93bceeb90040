"""The dependency model of one paradigm as of a date, with everything that can be asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, cast

from .names import UnknownFirmError, find_id
from .power.spec import DEFAULT_SPEC, Spec
from .power.tie import ScoreTies
from .uncertainty.error_model import DEFAULT_ERRORS, ErrorModel

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import pandas as pd

    from .control import Coalition
    from .power import (
        Comparison,
        DiagnosticsTable,
        Dominators,
        Explanation,
        FacetTable,
        LossMatrix,
        PowerResult,
        Profile,
        SpearmanMatrix,
        Uncertainty,
    )
    from .power.firm_values import FirmValues
    from .power.leave_one_out import LeaveOneOut
    from .power.select import Queryable
    from .robustness import CurationCap, FlipNumber, NullModel, Sensitivity

__all__ = ["Model"]


@dataclass(frozen=True)
class Model:
    """Ties and settings; each method is one measure of METHOD 1, and its answer carries the setting.

    Parameters
    ----------
    ties : ScoreTies
        From :meth:`definer.KnowledgeGraph.ties` (two clocks, cohorts, round trips and evidence are chosen there) or
        from a table by :meth:`from_table`.
    spec : Spec
        Settings of the score.
    before : ScoreTies, optional
        The same ties a year earlier; without them there is no verdict.
    store : Queryable, optional
        Where explanations read quotes and sources.
    countries : mapping of id to str, optional
        Country of each organization, for coalitions against foreign dependents; by default those of the store.

    Examples
    --------
    >>> model = Model.from_table([{"dependent": "dell", "provider": "microsoft", "slot": "os", "closed": True}], "1990")
    >>> round(model.score().firms[0].power, 3)
    0.9
    """

    ties: ScoreTies
    spec: Spec = DEFAULT_SPEC
    before: ScoreTies | None = field(default=None, repr=False)
    store: Queryable | None = field(default=None, repr=False)
    countries: Mapping[str, str] | None = field(default=None, repr=False)

    @classmethod
    def from_table(
        cls,
        table: pd.DataFrame | Iterable[Mapping[str, Any]],
        as_of: str,
        paradigm: str = "table",
        *,
        spec: Spec = DEFAULT_SPEC,
        known_by: str | None = None,
        countries: Mapping[str, str] | None = None,
    ) -> Model:
        """Model of a plain table; see :func:`definer.graph.tie_table.ties_from_table` for its columns.

        Raises
        ------
        definer.graph.tie_table.TieTableError
            With every wrong cell.
        """
        from .tie_table import ties_from_table
        from .uncertainty.history import year_before

        # Read twice: an iterator would be spent after the first date.
        rows: Any = table if hasattr(table, "to_dict") else list(cast("Any", table))
        ties, before = (ties_from_table(rows, date, paradigm, known_by) for date in (as_of, year_before(as_of)))
        return cls(ties, spec, before, countries=countries)

    def with_spec(self, **settings: Any) -> Model:  # noqa: ANN401
        """The same ties under other settings: ``model.with_spec(rho=0.1)``."""
        return replace(self, spec=replace(self.spec, **settings))

    def score(self, draws: int = 0, seed: int = 0, errors: ErrorModel = DEFAULT_ERRORS) -> PowerResult:
        """Definition power: reach and lock-in of every company, totals and averages; with draws, how sure."""
        from .power import score

        found = score(self.ties, self.spec)
        return replace(found, uncertainty=self._uncertainty(draws, seed, errors, found)) if draws > 0 else found

    def uncertainty(self, draws: int = 1000, seed: int = 0, errors: ErrorModel = DEFAULT_ERRORS) -> Uncertainty:
        """P(rank 1), rank acceptability, 90 % plausibility intervals and the verdict."""
        return self._uncertainty(draws, seed, errors, None)

    def facets(self) -> FacetTable:
        """Reach, lock-in, entry power, net lock-in, vulnerability and in-degree of every company."""
        from .power.facets import facets

        return facets(self.ties, self.spec)

    def reach(self) -> FirmValues:
        """Reach of every company, average per participant."""
        return self._values("reach")

    def lockin(self) -> FirmValues:
        """Lock-in of every company, average per participant."""
        return self._values("lockin")

    def net_lockin(self) -> FirmValues:
        """Power advantage of every company over those that depend on it (Emerson 1962), average per participant."""
        return self._values("net_lockin")

    def vulnerability(self) -> FirmValues:
        """Largest loss of every company through the withdrawal of any one other, 0 to 1."""
        return self._values("vulnerability")

    def loss_matrix(self) -> LossMatrix:
        """Loss of every node if another withdrew."""
        from .power.facets import losses

        return losses(self.ties, self.spec)

    def profile(self, by: Literal["layer", "slot"] = "layer") -> Profile:
        """Reach and lock-in of every company by layer or slot."""
        from .power.facets import profile

        return profile(self.ties, self.spec, by)

    def dominators(self) -> Dominators:
        """Certificates: dependents that every recorded way to a primary provider leads through a firm, per layer."""
        from .power.dominators import dominators

        return dominators(self.ties)

    def centralities(self) -> DiagnosticsTable:
        """The usual centralities: to compare with, never part of the score."""
        from .power import diagnostics

        return diagnostics(self.ties, self.spec)

    def correlations(self) -> SpearmanMatrix:
        """Spearman matrix of facets and centralities."""
        from .power import spearman

        return spearman(self.ties, self.spec)

    def explain(self, firm: str) -> Explanation:
        """Parts that sum to the firm's score, down to ties."""
        from .power import explain

        return explain(self.ties, firm, self.spec, store=self.store)

    def leave_one_out(self, firm: str) -> LeaveOneOut:
        """Score and rank of a firm (id or name) with each tie left out in turn."""
        from .power.leave_one_out import leave_one_out

        key = find_id(firm, self.ties.names, UnknownFirmError) if self.ties.names else firm
        return leave_one_out(self.ties, key, self.spec)

    def compare(self, firm: str, other: Model, other_firm: str | None = None) -> Comparison:
        """Difference between a firm's score here and that of it, or of another firm, in another model."""
        from .power import compare

        return compare(self.explain(firm), other.explain(other_firm or firm))

    def coalition(
        self,
        members: Sequence[str],
        *,
        dependents: Literal["foreign", "all"] | None = None,
        unions: Sequence[Collection[str]] | None = None,
        draws: int = 1000,
        seed: int = 0,
    ) -> Coalition:
        """Joint lock-in of firms (ids) withdrawing together, synergy, Shapley and Owen parts.

        `dependents` are the foreign ones where countries are known, else all.
        """
        from .control import coalition_lockin, organization_countries

        home = self.countries
        if home is None and self.store is not None:
            home = organization_countries(self.store)
        whose = dependents or ("foreign" if home else "all")
        return coalition_lockin(
            self.ties, members, home, self.spec, dependents=whose, unions=unions, draws=draws, seed=seed
        )

    def flip_number(self) -> FlipNumber:
        """Least number of plausible missing ties for the runner-up to overtake the leader."""
        from .robustness import flip_number

        return flip_number(self.ties, self.spec)

    def curation_cap(self, caps: Sequence[int] = (5, 10, 15), draws: int = 200, seed: int = 0) -> CurationCap:
        """P(rank 1) if every provider kept at most k ties."""
        from .robustness import curation_cap

        return curation_cap(self.ties, self.spec, caps=caps, draws=draws, seed=seed)

    def null_model(self, draws: int = 200, seed: int = 0) -> NullModel:
        """Power beyond adoption counts: against providers permuted within layer and slot."""
        from .robustness import null_model

        return null_model(self.ties, self.spec, draws=draws, seed=seed)

    def sensitivity(self, n: int = 256, seed: int = 0, errors: ErrorModel = DEFAULT_ERRORS) -> Sensitivity:
        """Sobol indices of the ranking; needs the extra ``sensitivity``."""
        from .robustness import sensitivity

        return sensitivity(self.ties, self.spec, n=n, seed=seed, errors=errors)

    def _uncertainty(self, draws: int, seed: int, errors: ErrorModel, point: PowerResult | None) -> Uncertainty:
        from .uncertainty import uncertainty

        return uncertainty(self.ties, self.spec, draws=draws, seed=seed, errors=errors, before=self.before, point=point)

    def _values(self, measure: str) -> FirmValues:
        from .power.firm_values import FirmValues

        table = self.facets()
        values = {firm.id: float(getattr(firm, measure)) for firm in table.firms}
        return FirmValues(measure, table.setting, values, {key: self.ties.name(key) for key in values})
