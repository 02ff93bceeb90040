"""What every tab of the dossier needs at once: dates, names, definitions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...ontology.language import Language

if TYPE_CHECKING:
    from ..evidence import Evidence

__all__ = ["TABS", "frame"]

TABS = ("story", "network", "ranking", "timeline", "premium", "evidence", "query", "whatif", "about")
"""Tabs in their order; a file may lack some."""


def frame(
    evidence: Evidence,
    *,
    as_of: str,
    stops: Sequence[str],
    lang: Language,
    version: str,
    claims: str,
    tabs: Sequence[str] = TABS,
    glossary: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
) -> dict[str, Any]:
    """Plain values of the frame, in the form that ``viz/web/src/dossier/frame.ts`` gives.

    Parameters
    ----------
    evidence : Evidence
        Where names are taken from.
    as_of, stops
        Date of the first view, and the dates of the slider.
    lang : {"en", "zh"}
        Language of the first view.
    version, claims : str
        Version of the program, digest of the claims.
    tabs : sequence of str
        Tabs of this file.
    glossary : mapping, optional
        Term -> ``name`` and ``definition``, each a pair of texts.

    Notes
    -----
    ``leftOut`` and ``served`` depend on how the page is given: :class:`~definer.viz.dossier.DossierPage` fills them in.
    """
    people = {**evidence.organizations, **evidence.standards}
    return {
        "lang": lang,
        "asOf": as_of,
        "stops": list(stops),
        "version": version,
        "claims": claims,
        "tabs": list(tabs),
        "paradigms": [
            {"id": key, "name": _name(row), "from": row["coded_from"], "to": row["coded_to"]}
            for key, row in evidence.paradigms.items()
        ],
        "names": {
            "org": {key: _name(row) for key, row in sorted(people.items())},
            "slot": {key: _name(row) for key, row in sorted(evidence.slots.items())},
            "point": {row["holding"]: _name(row) for row in evidence.holdings},
        },
        "glossary": glossary or {},
        "leftOut": [],
        "served": [],
    }


def _name(row: Mapping[str, str]) -> list[str]:
    return [row.get("name_en", "") or row.get("name", ""), row.get("name_zh", "")]
