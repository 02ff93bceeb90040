"""What the dossier says of itself: how numbers came about, whose its parts are, how to cite and rebuild it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from ...graph.uncertainty.error_model import DEFAULT_ERRORS
from ...ontology.language import Language
from ..blocks import Block, Paragraph
from ..context_text import limits_blocks, method_blocks
from ..document import vis_network
from ..web_assets import licences
from .about_words import FORMULAE, SETTINGS

if TYPE_CHECKING:
    from ...graph.power import PowerResult, Spec
    from ..report import Findings

__all__ = ["AUTHORS", "DATA_LICENCE", "PROGRAM_LICENCE", "TITLE", "about_block"]

TITLE: Final = "Definer: a knowledge graph of paradigm definers"
AUTHORS: Final = "The Definer maintainers"
PROGRAM_LICENCE: Final = "Apache-2.0"
DATA_LICENCE: Final = "Apache-2.0"
_LANGUAGES: Final[tuple[Language, Language]] = ("en", "zh")


def about_block(findings: Findings, spec: Spec, *, data_as_of: str, command: str) -> dict[str, Any]:
    """Plain values of the block, in the form that ``viz/web/src/about/block.ts`` gives.

    Parameters
    ----------
    findings : Findings
    spec : Spec
        Settings of the scores.
    data_as_of : str
        Date of the claims.
    command : str
        What makes this file again.
    """
    method = [method_blocks(findings, lang) for lang in _LANGUAGES]
    return {
        "dataAsOf": data_as_of,
        "counts": dict(findings.counts),
        "method": _paragraphs(*method),
        "draws": [_draws(key, result) for key, result in findings.powers.items()],
        "formulae": [
            {"name": [english, chinese], "formula": formula, "where": where, "meaning": [meaning, sense]}
            for english, chinese, formula, where, meaning, sense in FORMULAE
        ],
        "settings": _settings(spec),
        "limits": _paragraphs(*(limits_blocks(lang) for lang in _LANGUAGES)),
        "licences": {"program": PROGRAM_LICENCE, "data": DATA_LICENCE, "bundled": _bundled()},
        "cite": {"title": TITLE, "authors": AUTHORS},
        "command": command,
    }


def _paragraphs(english: list[Block], chinese: list[Block]) -> list[list[str]]:
    """Paragraphs in both languages; headings and the table of draws are the page's own."""
    texts = [[block.text for block in blocks if isinstance(block, Paragraph)] for blocks in (english, chinese)]
    return [list(pair) for pair in zip(*texts, strict=True)]


def _draws(paradigm: str, result: PowerResult) -> dict[str, Any]:
    document: Mapping[str, Any] = result.to_dict()
    return {"paradigm": paradigm} | {key: document[key] for key in ("n", "as_of", "draws", "seed")}


def _settings(spec: Spec) -> list[dict[str, Any]]:
    errors = DEFAULT_ERRORS
    values = {
        "alpha": (f"{spec.alpha:g}", _span(errors.alpha)),
        "rho": (f"{spec.rho:g}", _span(errors.rho)),
        "weights": (" : ".join(f"{weight:g}" for weight in spec.weights), "Dirichlet(1, 1)" if errors.facets else ""),
        "half_life": (
            " / ".join(f"{spec.half_life(layer):g}" for layer in ("tech", "dist", "supply")),
            f"× or ÷ {errors.half_life:g}",
        ),
        "g": (f"{spec.resourcing:g}", _span(errors.resourcing)),
        "dropout": ("0", " | ".join(f"{share:g}" for share in errors.dropout)),
        "criticality": ("", f"log ± {errors.criticality:g}"),
        "weight": ("", f"log ± {errors.weight:g}"),
        "revocability": ("", f"± {errors.revocability:g}"),
    }
    return [
        {"key": key, "value": value, "drawn": drawn, "meaning": list(SETTINGS[key])}
        for key, (value, drawn) in values.items()
    ]


def _span(ends: tuple[float, float]) -> str:
    return f"{ends[0]:g} – {ends[1]:g}"


def _bundled() -> str:
    """Licences of everything in the page that is not ours, whole."""
    rule = "=" * 78
    head = f"{rule}\nvis-network 9.1.2 (Apache-2.0 OR MIT)\n{rule}"
    return f"{licences().strip()}\n\n{head}\n\n{_header(vis_network())}\n"


def _header(script: str) -> str:
    """The comment that a script begins with: it states the licence."""
    start, end = script.find("/*"), script.find("*/")
    lines = script[start + 2 : end].strip("*!\n ").splitlines() if 0 <= start < end else []
    return "\n".join(line.strip().removeprefix("*").strip() for line in lines)
