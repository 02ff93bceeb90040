"""What the main job found, and the words that the terminal and the report share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .report_words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..graph.power import PowerResult
    from ..graph.store import Store
    from ..graph.worth import PremiumResult
    from ..ontology.language import Language

__all__ = ["Findings", "find", "link_sentences"]


@dataclass(frozen=True)
class Findings:
    """What the main job found, before it is put into words.

    Attributes
    ----------
    counts : mapping
        How many firms, claims, sources and unverified claims the store holds.
    powers : mapping
        Definition power by paradigm.
    sourced : mapping
        The same without the claims for which no source was found.
    last_coded : mapping
        Definition power at the end of the coded period, for paradigms that were coded to an earlier date.
    premium : PremiumResult
        Premiums and their link with power.
    """

    as_of: str
    counts: Mapping[str, int]
    powers: Mapping[str, PowerResult]
    sourced: Mapping[str, PowerResult]
    last_coded: Mapping[str, PowerResult]
    premium: PremiumResult
    store: Store

    def label(self, paradigm: str, lang: Language) -> str:
        """Name of a paradigm."""
        from ..ontology.namespaces import thing_iri

        return self.store.label(thing_iri("paradigm", paradigm), lang) or paradigm


def find(
    store: Store,
    as_of: str,
    powers: Mapping[str, PowerResult],
    sourced: Mapping[str, PowerResult],
    last_coded: Mapping[str, PowerResult],
) -> Findings:
    """Gather the findings as of a date.

    Parameters
    ----------
    store : Store
        The graph.
    as_of : str
        Date of valid time.
    powers : mapping
        Definition power by paradigm as of that date.
    sourced : mapping
        The same without the claims for which no source was found.
    last_coded : mapping
        The same at the end of the coded period, for paradigms that were coded to an earlier date.
    """
    from ..graph.counts import count
    from ..graph.worth import premium

    return Findings(as_of, count(store), powers, sourced, last_coded, premium(store, as_of, powers), store)


def link_sentences(link: Mapping[str, Any], lang: Language) -> list[str]:
    """The link of premium and power in words: estimate, interval, n, p and verdict; baselines; what weakens it.

    Parameters
    ----------
    link : mapping
        The link as ``definer premium --json`` prints it.
    """
    verdict = say(f"verdict.{link['verdict']}", lang)
    if link["estimate"] is None:
        return [say("link.none", lang, n=link["n"], verdict=verdict)]
    low, high = link["interval_95"]
    numbers = {"estimate": f"{link['estimate']:+.2f}", "low": f"{low:+.2f}", "high": f"{high:+.2f}"}
    sentences = [say("link", lang, n=link["n"], p=f"{link['p']:.3f}", verdict=verdict, **numbers)]
    beside = {name: f"{found['estimate']:+.2f}" if found else "-" for name, found in link["baselines"].items()}
    sentences.append(say("link.baselines", lang, **beside))
    if beyond := sum(link["by_paradigm"][paradigm] for paradigm in link["beyond_coded_period"]):
        sentences.append(say("link.beyond", lang, k=beyond, n=link["n"]))
    return sentences
