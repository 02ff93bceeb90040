"""What the Premium tab shows besides blocks: firms and their premiums, power against premium, the estimate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..blocks import Block
from ..premium_text import premium_blocks
from .findings import both

if TYPE_CHECKING:
    from ...graph.link import Frame
    from ...graph.link.added_variable import Comparison
    from ...graph.worth.derivation import Derivation
    from ...ontology.language import Language

__all__ = ["derivations", "premium"]

_DIGITS = 6


def premium(
    premiums: Mapping[str, Any],
    frame: Frame,
    link: Mapping[str, Any] | None,
    registered: Comparison | None,
    plain: Comparison | None,
    pairs: Sequence[object] = (),
) -> dict[str, Any]:
    """Firms, points and slopes; ``viz/web/src/premium/data.ts`` gives the form.

    Parameters
    ----------
    premiums : mapping
        What ``definer premium --json`` prints.
    frame : Frame
        Sample of the registered specification.
    link : mapping or None
        What ``definer link --json`` prints.
    registered, plain : Comparison or None
        Power and premium with the controls taken out, and as they are.
    pairs : sequence
        The essay's pairs that are accounted for.
    """
    power = {unit.id: unit.power[frame.spec.variant] for unit in frame.units}
    return {
        "asOf": premiums["as_of"],
        "n": premiums["n"],
        "leftOut": {code: {"n": part["n"], "text": _texts(part)} for code, part in premiums["left_out"].items()},
        "firms": [_firm(firm, power.get(firm["id"])) for firm in premiums["firms"]],
        "sample": {
            "n": frame.n,
            "leftOut": [{"n": n, "text": _reason(code)} for code, n in frame.left_out.items()],
        },
        "spec": {"id": frame.spec.id, "sha256": frame.spec.sha256, "date": frame.spec.as_of},
        "registered": _comparison(registered, link),
        "plain": _comparison(plain),
        "pairs": len(pairs),
        "reason": link["reason_text"] if link and link["reason"] else None,
    }


def derivations(found: Mapping[str, Derivation]) -> dict[str, list[Any]]:
    """Firm -> the blocks that derive its premium, in both languages."""
    return {firm: _derivation(derivation.to_dict()) for firm, derivation in found.items()}


def _derivation(document: Mapping[str, Any]) -> list[Any]:
    def told(lang: Language) -> Iterable[Block]:
        return premium_blocks(document, lang)

    return both(told)


def _firm(firm: Mapping[str, Any], power: float | None) -> dict[str, Any]:
    row = {"id": firm["id"], "country": firm["country"], "paradigm": firm["paradigm"]}
    if firm["log_premium"] is None:
        return row | {"reason": firm["reason"]}
    multiple, revenue, mark = firm["multiple"], firm["revenue"], firm["mark"]
    return row | {
        "value": firm["value_usd_bn"],
        "marked": mark["date"],
        "private": firm["private"],
        "evidence": mark["evidence"],
        "revenue": revenue["usd_bn"],
        "period": revenue["period"],
        "baseline": firm["baseline"],
        "multiple": multiple.get("median_used", multiple["median"]),
        "quartiles": multiple["quartiles"],
        "peers": multiple.get("n_used", multiple["n"]),
        "implied": firm["implied_usd_bn"],
        "premium": firm["log_premium"],
        "range": firm["log_premium_range"],
        "power": power,
    }


def _comparison(found: Comparison | None, link: Mapping[str, Any] | None = None) -> dict[str, Any] | None:
    if found is None:
        return None
    ends = link["influence"]["without_firm"]["ratio"] if link and link["influence"] else found.without
    rows = zip(found.firms, found.x.tolist(), found.y.tolist(), strict=True)
    return {
        "points": [[firm, round(x, _DIGITS), round(y, _DIGITS)] for firm, x, y in rows],
        "slope": found.slope,
        "interval": found.interval,
        "without": ends,
        "p": link["p"] if link else None,
        "permutations": link["permutations"] if link else None,
    }


def _texts(part: Mapping[str, Any]) -> list[str]:
    return [part["en"], part["zh"]]


def _reason(code: str) -> list[str]:
    from ...graph.worth import reason_words

    return [reason_words(code, "en"), reason_words(code, "zh")]
