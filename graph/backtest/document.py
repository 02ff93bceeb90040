"""A trial as plain data, for JSON and for tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from ..names import NodeName
from .comparison import comparison
from .metrics import leaders
from .trial import PRECISION_AT, Track, Trial

__all__ = ["trial_document"]

_MOST_NAMED = 5
"""Candidates that most claims name whose names are given too."""


def trial_document(trial: Trial, labels: Mapping[str, NodeName], names: Mapping[str, NodeName]) -> dict[str, Any]:
    """Everything about a trial: the truth, the measures, the years, and the doubts.

    Parameters
    ----------
    labels, names : mapping of id to NodeName
        Of paradigms, and of organizations.
    """
    years = list(trial.results)
    found = comparison(trial)
    return {
        "paradigm": trial.paradigm,
        "name": _name(trial.paradigm, labels),
        "truth": trial.truth.to_dict() if trial.truth else None,
        "names": {key: _name(key, names) for key in sorted(_mentioned(trial))},
        "from": years[0] if years else None,
        "to": years[-1] if years else None,
        "n": max((result.n for result in trial.results.values()), default=0),
        "measures": [track.summary() for track in trial.tracks],
        "in_degree_compared": found.to_dict() if found else None,
        "false_alarms": [{"firm": firm, "from": first, "to": last} for firm, first, last in trial.false_alarms],
        "leaders": [{"firms": list(firms), "from": first, "to": last} for firms, first, last in trial.reigns],
        "without_event_ties": {
            "ties": list(trial.ablation.ties),
            "years": trial.ablation.years,
            "changed": [
                {"year": year, "with": list(before), "without": list(after)}
                for year, before, after in trial.ablation.changed
            ],
        },
        "knowledge": asdict(trial.knowledge),
        "curation": None
        if trial.curation is None
        else {"median": trial.curation.median, "claims_per_candidate": dict(trial.curation.counts)},
        "years": [_year(trial, year) for year in years],
    }


def _year(trial: Trial, year: int) -> dict[str, Any]:
    result, sure = trial.results[year], trial.sure[year]
    power = trial.track("power")
    at = power.standings.get(year) if power else None
    row: dict[str, Any] = {
        "year": year,
        "as_of": result.as_of,
        "n": result.n,
        "firms": len(result.firms),
        "leaders": list(leaders({firm.id: firm.power for firm in result.firms})),
        "verdict": sure.verdict.to_dict() if sure.verdict else None,
    }
    if power is None:
        return row
    row |= {
        "rank": at.rank if at else None,
        "reciprocal_rank": at.reciprocal if at else None,
        **{f"precision_at_{k}": at.precision[i] if at else None for i, k in enumerate(PRECISION_AT)},
        "p_rank1": power.chances.get(year),
        "rank_among_candidates": _rank(trial.track("power", "candidates"), year),
        "baselines": {
            track.measure: {"rank": _rank(track, year), "firms": track.standings[year].m}
            for track in trial.tracks
            if track.variant == "firms" and track.measure not in ("power", "random") and year in track.standings
        },
    }
    if trial.shares.get(year):
        row["coalition"] = {"rank": _rank(trial.track("coalition", "group"), year), "loss": dict(trial.shares[year])}
    return row


def _rank(track: Track | None, year: int) -> int | None:
    found = track.standings.get(year) if track else None
    return found.rank if found else None


def _mentioned(trial: Trial) -> set[str]:
    truth = trial.truth
    keys = {*truth.definers, *truth.also, *([truth.group] if truth.group else [])} if truth else set()
    keys |= {firm for firms, _, _ in trial.reigns for firm in firms} | {firm for firm, _, _ in trial.false_alarms}
    keys |= set(list(trial.curation.counts)[:_MOST_NAMED]) if trial.curation else set()
    keys |= {found.verdict.firm for found in trial.sure.values() if found.verdict and found.verdict.firm}
    return keys | {firm for _, before, after in trial.ablation.changed for firm in (*before, *after)}


def _name(key: str, names: Mapping[str, NodeName]) -> dict[str, str]:
    name = names.get(key)
    return {"en": name.en, "zh": name.zh} if name else {"en": key, "zh": key}
