"""What definition power is worth as of a date: sample, link, specification curve, dyads, gap between countries."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .scores import Scores
from .studies import Studies

if TYPE_CHECKING:
    from .graph.gap import Gap
    from .graph.link import Dyads, Frame, Primary, SpecCurve
    from .graph.link.frame import PowerTable
    from .graph.worth import Baseline, FirmPremium, Mark, PremiumResult, Refusal
    from .graph.worth.derivation import Derivation
    from .graph.worth.observations import Observations

__all__ = ["Worth"]


class _Ground(NamedTuple):
    """What every study of a date stands on."""

    premiums: PremiumResult
    powers: PowerTable
    frame: Frame


@dataclass(frozen=True)
class Worth(Scores, Studies):
    """Premium and power side by side."""

    _grounds: dict[str, _Ground] = field(default_factory=dict, repr=False, init=False, compare=False)
    _premiums: dict[str, PremiumResult] = field(default_factory=dict, repr=False, init=False, compare=False)

    def premium(self, as_of: str | None = None) -> PremiumResult:
        """Valuation premium of every company, over four baselines.

        Parameters
        ----------
        as_of : str, optional
            By default the data's date.
        """
        from .graph.worth import premium

        date = as_of or self.as_of
        if date not in self._premiums:
            self._premiums[date] = premium(self.store, date, self._observations)
        return self._premiums[date]

    def mark(self, firm: str, as_of: str | None = None) -> Mark | Refusal:
        """What a company was valued at: a price at most 12 months old, with its kind, date, range and rate.

        Parameters
        ----------
        firm : str
            Id, name or alias, in either language.
        as_of : str, optional
            By default the data's date.

        Returns
        -------
        Mark or Refusal
            A refusal says why there is none (:data:`definer.graph.worth.REASONS`).

        Raises
        ------
        definer.graph.power.UnknownFirmError
            If nothing has that name, or more than one.
        definer.graph.errors.GraphError
            If it is no company.
        """
        return self._valued(firm, as_of).mark

    def baseline(self, firm: str, kind: str = "B1", as_of: str | None = None) -> Baseline | Refusal:
        """What a company would be worth without definition power, in billions of US dollars, with every operand.

        Parameters
        ----------
        firm, as_of
            As in :meth:`mark`.
        kind : {"B1", "B2", "B3", "B4"}
            Sector median, steady state of a text, residual income, warranted multiple (METHOD 2).

        Raises
        ------
        ValueError
            An unknown kind.
        """
        from .graph.worth.firm_premium import BASELINES

        if kind not in BASELINES:
            raise ValueError(f"no baseline is called {kind}: {', '.join(BASELINES)}")
        return self._valued(firm, as_of).baselines[kind]

    def premium_derivation(self, firm: str, as_of: str | None = None) -> Derivation:
        """Premium of one company with every operand, the claims not chosen, and the documents behind them.

        Parameters
        ----------
        firm : str
            Id, name or alias, in either language.
        as_of : str, optional
            Date asked for; by default the data's date.

        Raises
        ------
        definer.graph.power.UnknownFirmError
            If nothing has that name, or more than one.
        definer.graph.errors.GraphError
            If it is no company.
        """
        from .graph.worth.derivation import derive

        return derive(self.store, self.find_firm(firm), as_of or self.as_of, self._observations)

    def premium_derivations(self, as_of: str | None = None) -> dict[str, Derivation]:
        """Derivations of every company that has a mark, by firm; each as :meth:`premium_derivation` gives it."""
        from .graph.worth.derivation import derive_each

        found = self.premium(as_of)
        marked = [firm for firm in found.firms if firm.value is not None]
        return derive_each(self.store, marked, found.as_of, self._observations, found.definers)

    def frame(self, as_of: str | None = None) -> Frame:
        """The firms that the link is estimated on, with premium, power and controls, and who is left out and why.

        Parameters
        ----------
        as_of : str, optional
            Date of marks and power; by default the data's date.
        """
        return self._ground(as_of).frame

    def link(
        self,
        as_of: str | None = None,
        *,
        permutations: int | None = None,
        seed: int | None = None,
        sign_share: float | None = None,
        checks: bool = True,
    ) -> Primary:
        """The registered specification of the link of premium and power: estimate, test, verdict, and around it.

        Parameters
        ----------
        as_of : str, optional
            Date of marks and power; another than the registered one is no registered result.
        permutations, seed : int, optional
            By default the registered ones.
        sign_share : float, optional
            Share of the specification curve above zero; without it the verdict cannot be SUPPORTED.
        checks : bool
            Whether to add companions, omitted variables, dependence along ties, selection, and the power of the design.
        """
        from .graph.link import Surroundings, primary
        from .graph.link.adjacency import tie_pairs
        from .graph.link.influence import NAMED
        from .graph.link.selection import unpriced_firms

        premiums, powers, frame = self._ground(as_of)
        ties = {paradigm: self.ties(paradigm, frame.as_of) for paradigm in self.paradigms}
        around = Surroundings(
            pairs=tie_pairs(ties.values(), {unit.id for unit in frame.units}),
            unpriced=unpriced_firms(premiums, powers, frame),
            beyond_coded_period=tuple(
                name for name, part in ties.items() if part.last_coded and part.last_coded < part.day
            ),
            firm_names={name: (self.name(name), self.name(name, "zh")) for name in NAMED},
            paradigm_names={name: (self.paradigm_label(name), self.paradigm_label(name, "zh")) for name in ties},
        )
        return primary(frame, around, permutations=permutations, seed=seed, sign_share=sign_share, checks=checks)

    def spec_curve(self, as_of: str | None = None, *, permutations: int = 999, seed: int = 20251115) -> SpecCurve:
        """Every defensible specification of the link side by side, with their joint test.

        Parameters
        ----------
        as_of : str, optional
            By default the data's date.
        permutations, seed : int
            Curves under the null hypothesis; 0 leaves the joint test out.
        """
        from .graph.link import spec_curve

        return spec_curve(self.frame(as_of), permutations=permutations, seed=seed)

    def dyads(self, as_of: str | None = None, *, permutations: int = 4_999, seed: int = 20251115) -> Dyads:
        """Whether tied firms are priced alike: pairs of firms, tested by relabelling them.

        Parameters
        ----------
        as_of : str, optional
            By default the data's date.
        permutations, seed : int
            Relabellings; 0 leaves the test out.
        """
        from .graph.link import dyads
        from .graph.link.adjacency import adjacency, tie_pairs

        frame = self.frame(as_of)
        firms = [unit.id for unit in frame.units]
        pairs = tie_pairs((self.ties(paradigm, frame.as_of) for paradigm in self.paradigms), firms)
        return dyads(frame, adjacency(pairs, firms) > 0, permutations=permutations, seed=seed)

    def gap(self, a: str, b: str, as_of: str | None = None, *, draws: int = 999, seed: int = 0) -> Gap:
        """The gap in value between the firms of two countries: identity, decompositions, placebo, the essay's pairs.

        Parameters
        ----------
        a, b : str
            ISO 3166-1 codes; every gap is that of `a` less that of `b`.
        as_of : str, optional
            Date of marks and power; by default the data's date.
        draws, seed : int
            Bootstraps of firms within country, at least 1, and where to begin.

        Raises
        ------
        definer.graph.gap.GapError
            The same country twice, one that has no company, or no draws.
        definer.graph.gap.TooFewFirmsError
            A country has too few firms in the sample.
        """
        from .graph.gap import check_countries, country_gap

        # A wrong call is told before the seconds that power takes.
        known = [firm.country for firm in self._observations.firms if firm.country]
        check_countries(a, b, known, draws)
        premiums, powers, frame = self._ground(as_of)
        return country_gap(
            self.store,
            frame,
            premiums,
            powers,
            a,
            b,
            ties_of=self.ties,
            seen=self._observations,
            draws=draws,
            seed=seed,
        )

    def _valued(self, firm: str, as_of: str | None) -> FirmPremium:
        from .graph.errors import GraphError

        key = self.find_firm(firm)
        try:
            return self.premium(as_of).firm(key)
        except KeyError:
            raise GraphError(f"{key} is no company: it has no price", f"{key} 不是公司，没有估值") from None

    def _ground(self, as_of: str | None) -> _Ground:
        from .graph.link import build_frame, power_table

        date = as_of or self.as_of
        if date not in self._grounds:
            premiums, powers = self.premium(date), power_table(self.paradigms, date, self.ties)
            frame = build_frame(self.store, premiums, powers)
            self._grounds[date] = _Ground(premiums, powers, frame)
        return self._grounds[date]

    @cached_property
    def _observations(self) -> Observations:
        from .graph.worth.reading import read_observations

        return read_observations(self.store)
