"""Tables for spreadsheets: CSV whose text cells cannot run as formulae."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..graph.worth import PremiumResult
    from .report import Findings

__all__ = ["power_table", "premium_table"]


def _safe(value: object) -> object:
    # A spreadsheet runs a text cell that begins like a formula; an apostrophe makes it text (OWASP, CSV injection).
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    if isinstance(value, float):
        return f"{value:.10g}"
    return "" if value is None else value


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def power_table(findings: Findings) -> str:
    """Definition power of every company in every paradigm, one row each, as CSV."""
    header = (
        "as_of", "paradigm", "rank", "id", "name_en", "name_zh", "power", "reach", "lockin", "in_degree",
        "rank_low", "rank_high", "p_rank1", "power_low", "power_high",
        "n", "coded_from", "coded_to", "spec", "verdict", "seed", "draws",
    )  # fmt: skip
    rows = (
        (
            result.as_of, paradigm, firm["rank"], firm["id"], firm["name"]["en"], firm["name"]["zh"], firm["power"],
            firm["reach"], firm["lockin"], firm["in_degree"], *(firm["rank_interval"] or (None, None)),
            firm["p_rank1"], *(firm["power_interval"] or (None, None)), result.n, result.coded_from, result.coded_to,
            document["spec"], document["verdict"], document["seed"], document["draws"],
        )
        for paradigm, result in findings.powers.items()
        for document in (result.to_dict(),)
        for firm in document["firms"]
    )  # fmt: skip
    return _csv(header, rows)


def premium_table(premium: PremiumResult) -> str:
    """Valuation premium of every company with the claims behind it, or the reason why there is none, as CSV."""
    from ..graph.worth.premium_result import flat

    rows = [{"as_of": premium.as_of} | flat(firm) for firm in premium.firms]
    header = tuple(rows[0]) if rows else ("as_of", "id", "log_premium", "reason")
    return _csv(header, ([row[column] for column in header] for row in rows))
