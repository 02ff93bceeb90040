"""The essay's eight claims as hypotheses (METHOD 0.2): what each study found of them, read from its document.

One function reads one study's ``.to_dict()``, leniently: a part that is absent is "not computed", a part that was
refused is "not testable" with the study's own reason. H1 is the registered test; the p values of the others are
adjusted together by Benjamini and Hochberg's procedure. No number is put on history as a cause: it is constant within
a country, and with two countries it is one difference, shared with market depth, law, capital controls and language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from .finding import (
    LEVEL,
    NOT_COMPUTED,
    Document,
    Finding,
    Verdict,
    ends,
    mapping,
    number,
    reason_of,
    refused,
    signed,
    whole,
)
from .hypothesis import PRIMARY, Hypotheses, Hypothesis

__all__ = ["hypotheses"]


def hypotheses(
    *,
    link: Document | None = None,
    gap: Document | None = None,
    prediction: Document | None = None,
    scenario: Document | None = None,
    completeness: Document | None = None,
    option: Document | None = None,
    as_of: str = "",
) -> Hypotheses:
    """Read the hypotheses' findings from the documents of the studies.

    Parameters
    ----------
    link, gap, prediction, scenario, completeness, option : mapping, optional
        ``.to_dict()`` of each study; None for one that was not made.
    as_of : str
        Date of the claims.
    """
    documents = {
        "link": link,
        "gap": gap,
        "prediction": prediction,
        "scenario": scenario,
        "completeness": completeness,
        "option": option,
    }
    found = []
    for key, study, read in _ADAPTERS:
        document = documents[study]
        found.append(Hypothesis(key, study, NOT_COMPUTED if document is None else read(document)))
    return Hypotheses(as_of, tuple(_adjusted(found)))


def _adjusted(rows: Sequence[Hypothesis]) -> list[Hypothesis]:
    """Rows with their p values adjusted together, and no support or contradiction that the adjusted value denies."""
    tested = {row.id: row.finding.p for row in rows if row.finding.p is not None and row.id != PRIMARY}
    if not tested:
        return list(rows)
    from scipy.stats import false_discovery_control

    adjusted = false_discovery_control(list(tested.values()), method="bh")
    values = {key: float(q) for key, q in zip(tested, adjusted, strict=True)}
    return [_judged(row, values[row.id]) if row.id in values else row for row in rows]


def _judged(row: Hypothesis, q: float) -> Hypothesis:
    finding = row.finding
    if q > LEVEL and finding.verdict in {"SUPPORTED", "CONTRADICTED"}:
        finding = replace(finding, verdict="INCONCLUSIVE")
    return replace(row, finding=finding, q=q)


def _link(document: Document) -> Finding:
    """H1. Reads ``verdict``, ``estimate``, ``interval_95``, ``p``, ``n``, ``registered``, ``reason_text``."""
    verdict = document.get("verdict")
    if verdict not in {"SUPPORTED", "CONTRADICTED", "INCONCLUSIVE"}:
        return Finding("NOT_TESTABLE", n=whole(document.get("n")), reason=reason_of(document))
    return Finding(
        verdict,
        n=whole(document.get("n")),
        estimate=number(document.get("estimate")),
        interval=ends(document.get("interval_95")),
        unit="log points per standard deviation of power",
        p=number(document.get("p")),
        details={"registered": document.get("registered")},
        reason=reason_of(document),
    )


def _pricing(document: Document) -> Finding:
    """H2. Reads ``placebo``: ``verdict``, ``difference_in_differences``, ``control.gap``, ``control.n_industries``."""
    placebo = document.get("placebo")
    if not isinstance(placebo, Mapping) or "refused" in placebo:
        return refused(placebo)
    verdicts: dict[str, Verdict] = {"country_discount": "CONTRADICTED", "smaller_than_placebo": "CONTRADICTED"}
    verdict = str(placebo.get("verdict") or document.get("verdict"))
    difference, control = mapping(placebo, "difference_in_differences"), mapping(placebo, "control")
    return Finding(
        verdicts.get(verdict, "INCONCLUSIVE"),
        n=whole(control.get("n_industries")),
        n_of="industries",
        estimate=number(difference.get("value")),
        interval=ends((difference.get("low"), difference.get("high"))),
        details={"reading": verdict, "control_gap": number(mapping(control, "gap").get("value"))},
    )


def _horizon(document: Document) -> Finding:
    """H3. Reads ``capital.within_country``: ``slope``, ``p``, or ``refused``; ``capital.n_firms_with_share``."""
    capital = mapping(document, "capital")
    within = capital.get("within_country")
    n = whole(capital.get("n_firms_with_share"))
    if not isinstance(within, Mapping) or "refused" in within:
        return replace(refused(within), n=n)
    slope = within.get("slope")
    value = number(slope.get("value") if isinstance(slope, Mapping) else slope)
    spread = ends((slope.get("low"), slope.get("high"))) if isinstance(slope, Mapping) else None
    p = number(within.get("p"))
    return Finding(
        signed(value, p),
        n=whole(within.get("n")) or n,
        estimate=value,
        interval=spread,
        unit="log points per unit of long-horizon share",
        p=p,
    )


def _count(document: Document) -> Finding:
    """H4. Reads ``counts`` and ``ties.counts``: definitions of the United States and China under every rule."""
    found: dict[str, list[float]] = {}
    for row in document.get("counts") or ():
        found[f"{row['rule']}, {row['holdings']}"] = _two(row.get("countries"))
    ties = mapping(document, "ties")
    for row in ties.get("counts") or ():
        if row.get("theta") == ties.get("theta"):
            found[f"ties, {row['scale']}"] = _two(row.get("countries"))
    if not found:
        return Finding("NOT_TESTABLE", n_of="rules")
    same = len({tuple(pair) for pair in found.values()}) == 1
    return Finding(
        "SUPPORTED" if same else "CONTRADICTED",
        n=len(found),
        n_of="rules",
        unit="definitions",
        details={
            "by_rule": found,
            "us": [min(pair[0] for pair in found.values()), max(pair[0] for pair in found.values())],
            "cn": [min(pair[1] for pair in found.values()), max(pair[1] for pair in found.values())],
        },
    )


def _two(countries: Sequence[Mapping[str, Any]] | None) -> list[float]:
    counts = {row["country"]: float(row["definitions"]) for row in countries or ()}
    return [counts.get("US", 0.0), counts.get("CN", 0.0)]


def _new_energy(document: Document) -> Finding:
    """H5. Reads ``reverse.named``: ``verdict`` (premium, discount, inconclusive), ``shift``, ``p``, ``n``."""
    reverse = document.get("reverse")
    named = reverse.get("named") if isinstance(reverse, Mapping) else None
    if not isinstance(named, Mapping) or "refused" in named:
        return refused(named if isinstance(named, Mapping) else reverse)
    verdicts: dict[str, Verdict] = {"premium": "SUPPORTED", "discount": "CONTRADICTED"}
    shift, n = mapping(named, "shift"), named.get("n")
    return Finding(
        verdicts.get(str(named.get("verdict")), "INCONCLUSIVE"),
        n=sum(n) if isinstance(n, Sequence) else whole(n),
        estimate=number(shift.get("value")),
        interval=ends((shift.get("low"), shift.get("high"))),
        p=number(named.get("p")),
    )


def _quiet(document: Document) -> Finding:
    """H6. Reads ``leads`` (or ``lead_lag``): ``paradigms[].firms[].sights[].order``, ``observed``, ``n``."""
    leads: Document = next(
        (document[key] for key in ("leads", "lead_lag") if isinstance(document.get(key), Mapping)), {}
    )
    orders: dict[str, int] = {}
    for paradigm in leads.get("paradigms") or ():
        for firm in paradigm.get("firms") or ():
            for sight in firm.get("sights") or ():
                order = str(sight.get("order"))
                orders[order] = orders.get(order, 0) + 1
    projections: Document = next(
        (document[key] for key in ("projections", "local_projection") if isinstance(document.get(key), Mapping)), {}
    )
    return Finding(
        "DESCRIPTIVE",
        n=whole(leads.get("observed")),
        n_of="paradigms",
        unit="years",
        details={
            "orders": orders,
            "n_paradigms": whole(leads.get("n")),
            "panel": projections.get("verdict"),
            "panel_p": number(mapping(projections, "power_leads_price").get("joint_p")),
        },
    )


def _diffusion(document: Document) -> Finding:
    """H7. Reads ``convergence`` (first entry): ``reading``, ``change``, ``low``, ``high``, ``share_of_gap``, ``n``."""
    convergence = document.get("convergence")
    if isinstance(convergence, Mapping) and "refused" not in convergence and "change" in convergence:
        convergence = [convergence]
    if not isinstance(convergence, Sequence) or not convergence:
        return refused(convergence)
    # With cohorts where they were counted: downloads are shares of cohorts, which firms' ties alone do not hold.
    found = next((row for row in convergence if row.get("cohorts")), convergence[0])
    verdicts: dict[str, Verdict] = {"narrows": "SUPPORTED", "widens": "CONTRADICTED"}
    n = found.get("n")
    return Finding(
        verdicts.get(str(found.get("reading")), "INCONCLUSIVE"),
        n=sum(n.values()) if isinstance(n, Mapping) else whole(n),
        estimate=number(found.get("change")),
        interval=ends((found.get("low"), found.get("high"))),
        details={
            "reading": found.get("reading"),
            "share_of_gap": number(found.get("share_of_gap")),
            "includes_none": found.get("includes_none"),
        },
    )


def _trillion(document: Document) -> Finding:
    """H8. Reads ``budget``: the sums at the essay's prize of a trillion, by compounding; ``n_labs``."""
    prize = number(mapping(document, "essay").get("prize_usd_bn"))
    rows = [row for row in document.get("budget") or () if row.get("prize_usd_bn") == prize]
    if not rows:
        return Finding("NOT_TESTABLE", n_of="labs")
    books = [bool(row["dutch_book"]) for row in rows]
    verdict: Verdict = "CONTRADICTED" if all(books) else "INCONCLUSIVE" if any(books) else "SUPPORTED"
    first = rows[0]
    return Finding(
        verdict,
        n=whole(document.get("n_labs")),
        n_of="labs",
        estimate=number(first.get("sum")),
        interval=ends(first.get("interval")),
        unit="sum of chances, undiscounted" if first.get("compounding") == "none" else "sum of chances",
        details={"sums": {row["compounding"]: row["sum"] for row in rows}, "prize_usd_bn": prize},
    )


_ADAPTERS: Final[tuple[tuple[str, str, Callable[[Document], Finding]], ...]] = (
    ("H1", "link", _link),
    ("H2", "gap", _pricing),
    ("H3", "gap", _horizon),
    ("H4", "completeness", _count),
    ("H5", "gap", _new_energy),
    ("H6", "prediction", _quiet),
    ("H7", "scenario", _diffusion),
    ("H8", "option", _trillion),
)
