"""Write the expected answers anew after the claims have changed: ``python tests/competency/regenerate.py``.

Look at what git says has changed before it is committed: an answer that changed without a reason is a fault.
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "src")]


def main() -> None:
    """Write every answer, name those that changed, remove those of queries that are gone."""
    from test_competency import ABOUT_SCORES, table, with_scores

    from definer.data.read import read_claims, shipped_claims
    from definer.graph.named_queries import named_queries, run
    from definer.graph.store import Store

    claims = read_claims(shipped_claims())
    store, scored = Store.from_claims(claims), with_scores(claims)
    for query in named_queries():
        answer = run(scored if query in ABOUT_SCORES else store, query.name)
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([answer.columns, *table(answer)])
        path = HERE / f"{query.name}.csv"
        if not path.exists() or path.read_text(encoding="utf-8") != out.getvalue():
            path.write_text(out.getvalue(), encoding="utf-8", newline="\n")
            print(f"{query.name}: {len(answer)} rows")
    known = {query.name for query in named_queries()}
    for path in HERE.glob("*.csv"):
        if path.stem not in known:
            path.unlink()


if __name__ == "__main__":
    main()
