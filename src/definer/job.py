"""What the parts of a report or a dossier share: each finding is computed once, when it is first needed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    from .aside import Aside
    from .graph.power import Explanation, PowerResult, Uncertainty
    from .graph.power.leave_one_out import TieEffect
    from .knowledge import KnowledgeGraph
    from .ontology.language import Language
    from .viz.evidence import Evidence
    from .viz.page import NetworkPage
    from .viz.report import Findings

__all__ = ["DIFFUSION", "Job", "answered"]

DIFFUSION = "startups_80_open_weights"
"""Shipped scenario that states the essay's hope: downloads of Chinese open models narrow the gap."""
_DRAWS, _QUICK_DRAWS = 1000, 200
_YEARLY_DRAWS = 200
"""Draws of a single year of the past."""
_LEFT_OUT = 10
"""Firms of each paradigm, from the first, whose ties are left out one by one."""


@dataclass(frozen=True)
class Job:
    """What a report or a dossier is asked for; what several parts of it need is computed once.

    Attributes
    ----------
    kg : KnowledgeGraph
    as_of : str
    lang : str
    quick : bool
        Fewer draws and replicates, for a first look.
    names : tuple of str, optional
        Sections wanted; by default all.
    curves : int, optional
        Curves by chance that the specification curve is tested against; 0 leaves its test out. By default those of the
        report.
    aside : Aside, optional
        Another process that may have made the link and the gap.
    """

    kg: KnowledgeGraph
    as_of: str
    lang: Language
    quick: bool = False
    names: tuple[str, ...] | None = None
    curves: int | None = None
    aside: Aside | None = None

    @property
    def _draws(self) -> int:
        return _QUICK_DRAWS if self.quick else _DRAWS

    @cached_property
    def powers(self) -> Future[dict[str, PowerResult]]:
        """Power of every paradigm, drawn on the side: numpy leaves the other processor free meanwhile."""
        from concurrent.futures import ThreadPoolExecutor

        kg, draws = self.kg, self._draws
        for paradigm in kg.paradigms:  # reads them once, before there are two who would
            kg.ties(paradigm, self.as_of)
        aside = ThreadPoolExecutor(1)
        found = aside.submit(
            lambda: {paradigm: kg.power(paradigm, self.as_of, draws=draws) for paradigm in kg.paradigms}
        )
        aside.shutdown(wait=False)
        return found

    @cached_property
    def sourced(self) -> dict[str, PowerResult]:
        """Power without the claims for which no source was found, without draws."""
        kg = self.kg
        return {paradigm: kg.power(paradigm, self.as_of, evidence="sourced", draws=0) for paradigm in kg.paradigms}

    @cached_property
    def last_coded(self) -> dict[str, PowerResult]:
        """Power at the end of the coded period, for paradigms that were coded to an earlier date."""
        kg, draws = self.kg, self._draws
        return {
            paradigm: kg.power(paradigm, result.coded_to, draws=draws)
            for paradigm, result in self.powers.result().items()
            if result.beyond_coded_period
        }

    @cached_property
    def findings(self) -> Findings:
        """Power in its variants, the ground of every section."""
        from .viz.report import find

        kg, powers = self.kg, self.powers.result()
        return find(kg.store, self.as_of, powers, self.sourced, self.last_coded)

    @cached_property
    def evidence(self) -> Evidence:
        """Organizations, ties and what they rest on, as pages show them."""
        from .viz.evidence import gather

        return gather(self.kg.store)

    @cached_property
    def years(self) -> dict[str, dict[int, PowerResult]]:
        """Power of every paradigm at each year's end, and in the last year on the date: paradigm -> year -> result."""
        return self.kg.yearly(self.as_of)

    @cached_property
    def drawn_years(self) -> dict[str, dict[int, Uncertainty]]:
        """Intervals and verdicts of single years and of the date: paradigm -> year -> draws."""
        from .viz.dossier.history import interval_years

        found: dict[str, dict[int, Uncertainty]] = {}
        for paradigm, years in self.years.items():
            first, last = min(years), max(years)
            chosen = interval_years(years[last].coded_from, first, last)
            dates = {year: years[year].as_of for year in chosen}
            found[paradigm] = self.kg.yearly_draws(paradigm, dates, _YEARLY_DRAWS, years)
            if drawn := self.powers.result()[paradigm].uncertainty:
                found[paradigm][last] = drawn
        return found

    @cached_property
    def explanations(self) -> dict[str, dict[str, Explanation]]:
        """Parts of the score of every firm that has power: paradigm -> firm -> explanation."""
        from .graph.power.explanation import explanations

        return {
            paradigm: explanations(
                self.kg.ties(paradigm, self.as_of), [firm.id for firm in result.firms if firm.power > 0]
            )
            for paradigm, result in self.powers.result().items()
        }

    @cached_property
    def effects(self) -> dict[str, dict[str, tuple[TieEffect, ...]]]:
        """What leaving out single ties does to the first firms of each paradigm and to the essay's definers."""
        from .graph.power.leave_one_out import effects_of
        from .viz.dossier.ranking import essential
        from .viz.dossier.story import definers_of

        named = {firm for firms in definers_of(self.evidence).values() for firm in firms}
        found = {}
        for paradigm, explained in self.explanations.items():
            # Explanations stand in the order of the ranking.
            chosen = {
                firm: essential(one)
                for place, (firm, one) in enumerate(explained.items())
                if place < _LEFT_OUT or firm in named
            }
            found[paradigm] = effects_of(self.kg.ties(paradigm, self.as_of), chosen)
        return found

    @cached_property
    def network(self) -> NetworkPage:
        """The network as it is drawn."""
        from .ontology.values import latest
        from .viz.page import measures_of, page

        last = latest(self.as_of).isoformat()
        return page(self.evidence, measures_of(self.years), last=last, as_of=last, lang=self.lang)

    @cached_property
    def network_values(self) -> dict[str, Any]:
        """What the network draws and tells, as plain values."""
        return self.network.data()

    @cached_property
    def audit(self) -> dict[str, Any]:
        """The essay's statements, recomputed."""
        return self.kg.audit().to_dict()

    @cached_property
    def hypotheses(self) -> dict[str, Any]:
        """The essay's claims as hypotheses, from the studies that the dossier makes; the others are "not computed"."""
        from .graph.audit import hypotheses

        studies = answered(
            {
                "link": lambda: self.link,
                "gap": lambda: self.gap,
                "option": lambda: self.option,
                "completeness": lambda: self.kg.completeness(self.as_of).to_dict(),
            }
        )
        return hypotheses(**studies, as_of=self.as_of).to_dict()

    @cached_property
    def link(self) -> dict[str, Any]:
        """The registered specification, its verdict aware of the curve."""
        if self.aside and (found := self.aside.document("link")):
            return found  # type: ignore[no-any-return]
        kg, share = self.kg, self.curve["positive_share"]
        return kg.link(self.as_of, sign_share=share).to_dict()

    @cached_property
    def brief_link(self) -> dict[str, Any]:
        """The registered specification without what stands around it."""
        return self.kg.link(self.as_of, checks=False).to_dict()

    @cached_property
    def curve(self) -> dict[str, Any]:
        """The specification curve."""
        count = (99 if self.quick else 299) if self.curves is None else self.curves
        return self.kg.spec_curve(self.as_of, permutations=count).to_dict()

    @cached_property
    def gap(self) -> dict[str, Any]:
        """The gap between the two countries that the essay compares."""
        if self.aside and (found := self.aside.document("gap")):
            return found  # type: ignore[no-any-return]
        return self.kg.gap("US", "CN", self.as_of, draws=199 if self.quick else 999).to_dict()

    @cached_property
    def option(self) -> dict[str, Any]:
        """What chance of a prize each price of a model lab supposes."""
        return self.kg.option(as_of=self.as_of).to_dict()

    @cached_property
    def prediction(self) -> dict[str, Any]:
        """Panel, both directions, hold-out."""
        return self.kg.prediction(permutations=99 if self.quick else 299, lead_lag=False).to_dict()

    @cached_property
    def scenario(self) -> dict[str, Any]:
        """The shipped scenario that states the essay's own hope."""
        return self.kg.scenario(DIFFUSION, as_of=self.as_of, draws=200).to_dict()

    @cached_property
    def names_of_paradigms(self) -> dict[str, tuple[str, str]]:
        """Names of the paradigms in English and Chinese."""
        kg = self.kg
        return {key: (kg.paradigm_label(key, "en"), kg.paradigm_label(key, "zh")) for key in kg.paradigms}

    @cached_property
    def labels(self) -> dict[str, str]:
        """Names of the paradigms."""
        return {paradigm: self.kg.paradigm_label(paradigm, self.lang) for paradigm in self.kg.paradigms}


def answered(studies: Mapping[str, Callable[[], dict[str, Any]]]) -> dict[str, dict[str, Any]]:
    """Documents of the studies that the claims carry: one's own need not speak of the essay's countries or cohorts.

    Parameters
    ----------
    studies : mapping
        Name -> what computes its document; one that raises a GraphError is left out.
    """
    from .graph.errors import GraphError

    found = {}
    for name, study in studies.items():
        with suppress(GraphError):
            found[name] = study()
    return found
