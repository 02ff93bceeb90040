"""JSON Schema of scenario files: generated from the models, committed, and served to editors."""

from __future__ import annotations

import json
from importlib.resources import files

__all__ = ["SCHEMA", "json_schema", "shipped_schema"]

SCHEMA = "scenario.schema.json"
"""Name of the committed file, in this package."""


def json_schema() -> str:
    """Text of the schema as the models have it; the committed file must equal it."""
    from .document import ScenarioDocument

    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **ScenarioDocument.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def shipped_schema() -> str:
    """Text of the committed file."""
    return files(__name__.rpartition(".")[0]).joinpath(SCHEMA).read_text(encoding="utf-8")
