"""Random tables of ties: everything that a coder may write down, in small ecosystems."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from definer.graph.power import ScoreTie, ScoreTies, Spec

__all__ = ["FIRMS", "SLOTS", "pairs", "slots", "specs", "tables"]

FIRMS = tuple(f"f{i}" for i in range(6))
SLOTS = tuple(f"s{i}" for i in range(3))
NOBODY = ("IN_HOUSE", "UNKNOWN", "OPEN:standard")

pairs = st.permutations(FIRMS).map(lambda order: order[:2])
slots = st.sampled_from((*SLOTS, "fresh"))
specs = st.builds(
    Spec,
    alpha=st.sampled_from([0.5, 0.85, 0.95]),
    rho=st.sampled_from([0.0, 0.25, 0.5]),
    resourcing=st.sampled_from([1.0, 1.3]),
)
_part = st.sampled_from([0.0, 0.05, 0.3, 0.5, 0.9, 1.0])
_shares = st.one_of(st.just((None, None)), st.tuples(_part, _part).map(sorted), _part.map(lambda part: (part, part)))


@st.composite
def _row(draw: st.DrawFn, *, cycles: bool) -> ScoreTie:
    dependent = draw(st.integers(0, len(FIRMS) - 1))
    named = FIRMS if cycles else FIRMS[:dependent]
    low, high = draw(_shares)
    return ScoreTie(
        "",
        FIRMS[dependent],
        draw(st.sampled_from((*named, *NOBODY))),  # with cycles also itself: in-house by another name
        draw(st.sampled_from(SLOTS)),
        draw(st.sampled_from(["tech", "dist", "supply"])),
        date(draw(st.sampled_from([1975, 1988])), 1, 1),
        None,
        low,
        high,
        criticality=draw(st.sampled_from([0.0, 0.3, 0.6, 0.9, 1.0])),
        revocability=draw(st.sampled_from([0.0, 0.2, 0.6, 1.0])),
        closed=draw(st.booleans()),
        confidence=draw(st.sampled_from([0.0, 0.5, 0.9, 1.0])),
        end_unknown=draw(st.sampled_from([False, False, True])),
    )


@st.composite
def tables(draw: st.DrawFn, *, cycles: bool = True) -> ScoreTies:
    """Ties as of 1990, several rows of one provider and several layers of one slot included.

    Parameters
    ----------
    cycles : bool
        False: a firm depends on firms before it only.
    """
    rows = draw(st.lists(_row(cycles=cycles), min_size=1, max_size=16))
    numbered = tuple(replace(row, id=f"t{i:02d}") for i, row in enumerate(rows))
    masses = draw(st.dictionaries(st.sampled_from(FIRMS), st.sampled_from([0.0, 0.5, 3.0]), max_size=2))
    return ScoreTies("pc", "1990", numbered, masses=masses)
