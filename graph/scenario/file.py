"""A scenario from a file, a text or plain values, and back to a file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from .document import ScenarioDocument
from .faults import ScenarioError, ScenarioFault
from .form_faults import form_faults
from .yaml_text import FLOAT, INTEGER, LARGEST, Path, load, path_text

__all__ = ["Scenario", "parse", "read_scenario"]

_FLOAT = re.compile(rf"(?:{FLOAT.pattern}|{INTEGER.pattern})$")


@dataclass(frozen=True)
class Scenario:
    """A scenario and where it was read.

    Attributes
    ----------
    document : ScenarioDocument
    file : str
        Name of the file; ``scenario`` where there was none.
    sha256 : str
        Hash of the file with Unix line ends; of :meth:`to_yaml` where there was no file.
    lines : mapping
        Path of a field -> line.
    """

    document: ScenarioDocument
    file: str = field(default="scenario", compare=False)
    sha256: str = field(default="", compare=False)
    lines: Mapping[Path, int] = field(default_factory=dict, compare=False, repr=False)

    def line(self, path: Path) -> int:
        """Line of a field, or of the nearest part of the file that it is in; 0 without a file."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return 0

    def fault(self, path: Path, code: str, near: tuple[str, ...] = (), /, **context: object) -> ScenarioFault:
        """A fault at a field."""
        return ScenarioFault(self.file, self.line(path), path_text(path), code, context, near)

    def plain(self) -> dict[str, Any]:
        """The document as plain values, without what is as by default."""
        return {"format": self.document.format, **self.document.model_dump(exclude_defaults=True)}

    def to_yaml(self) -> str:
        """The scenario as a file: read again, it is equal."""
        import yaml

        class Dumper(yaml.SafeDumper):
            """Quotes also what the reader, which follows YAML 1.2, would take for a number."""

            def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
                return True

        Dumper.add_implicit_resolver("tag:yaml.org,2002:float", _FLOAT, list("-+.0123456789"))
        return yaml.dump(self.plain(), Dumper=Dumper, sort_keys=False, allow_unicode=True, width=100)

    @property
    def canonical_sha256(self) -> str:
        """Hash of :meth:`to_yaml`: the same for two files that say the same."""
        return hashlib.sha256(self.to_yaml().encode()).hexdigest()


def read_scenario(path: str | FilePath) -> Scenario:
    """The scenario of a file, or a shipped one by its name.

    Raises
    ------
    ScenarioError
        There is neither, or the file cannot be used.
    """
    from .examples import example_names, example_path
    from .faults import similar

    place = FilePath(path)
    if not place.is_file():
        name = str(path).removesuffix(".yaml")
        if name not in example_names():
            near = similar(name, example_names())
            raise ScenarioError([ScenarioFault(str(path), 0, "-", "unknown_example", {"name": path}, near)])
        place = example_path(name)
    with place.open("rb") as stream:
        return parse(stream.read(LARGEST + 1), place.name)


def parse(source: str | bytes | Mapping[str, Any], file: str = "scenario") -> Scenario:
    """A scenario from the bytes or text of a file, or from plain values.

    Raises
    ------
    ScenarioError
        With every fault of form: file, line, field, what is wrong, how to mend it.
    """
    if isinstance(source, Mapping):
        values, data = dict(source), b""
        lines: dict[Path, int] = {}
    else:
        data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
        data = data.replace(b"\r\n", b"\n")
        values, lines = load(data, file)
    values = _dated(values)
    try:
        document = ScenarioDocument.model_validate(values)
    except ValidationError as error:
        raise ScenarioError(form_faults(error, file, lines)) from None
    found = Scenario(document, file, lines=lines)
    sha256 = hashlib.sha256(data).hexdigest() if data else found.canonical_sha256
    return Scenario(document, file, sha256, lines)


def _dated(values: Any) -> Any:  # noqa: ANN401
    """A year alone is a number in YAML; as a date it is a text."""
    if isinstance(values, dict) and isinstance(values.get("as_of"), int) and not isinstance(values["as_of"], bool):
        return {**values, "as_of": str(values["as_of"])}
    return values
