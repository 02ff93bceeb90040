"""A scenario as a document: who supposes what, on which paradigm and date, and the operations in their order."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from ...ontology.values import latest
from .operations import Operation, Text, Word

__all__ = ["FORMAT", "Bilingual", "ScenarioDocument", "Status"]

FORMAT: Final = "definer-scenario-1"


def _date(text: str) -> str:
    try:
        latest(text)
    except ValueError:
        raise PydanticCustomError("not_date", "no date", {"value": text}) from None
    return text


class Bilingual(BaseModel):
    """A text in English and Chinese."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    en: Text
    zh: Text

    def to_dict(self) -> dict[str, str]:
        """Plain data."""
        return {"en": self.en, "zh": self.zh}


class Status(BaseModel):
    """What the input of the scenario is: verified by a source, or only supposed."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    verified: bool = False
    source: Text | None = None
    because: Bilingual | None = None

    @model_validator(mode="after")
    def _has_source(self) -> Status:
        if self.verified and self.source is None:
            raise PydanticCustomError("no_source", "no source")
        return self


class ScenarioDocument(BaseModel):
    """What a scenario file says.

    Attributes
    ----------
    format : str
        Of the file; there is one.
    title : Bilingual
    paradigm : str
        Id or name of the paradigm whose ties change.
    as_of : str, optional
        Date of the ties; by default the data's date, or the one asked for.
    status : Status
        What the input is. By default a supposition.
    note : Bilingual, optional
        What the reader must know.
    operations : tuple
        In the order in which they apply.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    format: Literal["definer-scenario-1"] = FORMAT
    title: Bilingual
    paradigm: Word
    as_of: Annotated[str, AfterValidator(_date)] | None = None
    status: Status = Status()
    note: Bilingual | None = None
    operations: Annotated[list[Operation], Field(min_length=1, max_length=500)]
