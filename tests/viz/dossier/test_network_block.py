"""What the dossier carries of the network: the claims, the measures of every year, the codes that firms trade under."""

from __future__ import annotations

import pytest

from definer.job import Job
from definer.knowledge import KnowledgeGraph


@pytest.fixture(scope="module")
def job(kg: KnowledgeGraph) -> Job:
    return Job(kg, "2010", "en")


def test_block_ends_on_the_date_asked_for(job: Job) -> None:
    block = job.network.data()
    assert max(block["power"]["pc"]["years"]) == "2010"


def test_measures_are_those_of_the_scores(job: Job, kg: KnowledgeGraph) -> None:
    block = job.network.data()
    ids = block["nodes"]["columns"]["id"]
    scored = {firm.id: firm for firm in kg.power("mobile", "2010", draws=0).firms}
    for name in ("power", "reach", "lockin"):
        table = block[name]["mobile"]
        found = dict(zip((ids[number] for number in table["firms"]), table["years"]["2010"], strict=True))
        assert found["apple"] == round(table["scale"] * getattr(scored["apple"], name))
        assert found["apple"] > 0


def test_firms_have_the_codes_they_trade_under(job: Job) -> None:
    columns, keys = (job.network.data()["nodes"][part] for part in ("columns", "keys"))
    place = columns["id"].index("alibaba")
    codes = keys["tickers"][columns["tickers"][place]] if "tickers" in keys else columns["tickers"][place]
    assert set(codes.split()) == {"XNYS:BABA", "XHKG:9988"}
