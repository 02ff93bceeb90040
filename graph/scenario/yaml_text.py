"""YAML as plain values with line numbers, safely: no tags, no aliases, no key twice, bounded size, depth and count.

Scalars follow the core schema of YAML 1.2: ``NO`` is the code of Norway and not a falsehood, ``2025-11-15`` is a text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from .faults import ScenarioError, ScenarioFault, shown

if TYPE_CHECKING:
    import yaml

__all__ = ["FLOAT", "INTEGER", "Path", "load", "load_text", "path_text"]

Path = tuple[str | int, ...]

LARGEST: Final = 256 * 1024
"""Bytes of a file, at most."""
DEEPEST: Final = 12
MOST: Final = 20_000
INTEGER: Final = re.compile(r"[-+]?[0-9]{1,18}")
FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]{1,3})?")
_PLAIN: Final = {"str", "int", "float", "bool", "null", "timestamp", "merge", "value"}
"""What PyYAML takes a plain scalar for, by the rules of YAML 1.1; its reading is not used."""
_WORDS: Final[dict[str, object]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


def path_text(path: Path) -> str:
    """Path of a field as a message shows it.

    Examples
    --------
    >>> path_text(("operations", 0, "share"))
    'operations[0].share'
    """
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{shown(step)}" for step in path)
    return text.removeprefix(".") or "-"


def load(data: bytes, file: str) -> tuple[Any, dict[Path, int]]:
    """Values of a YAML file, and the line of each.

    Raises
    ------
    ScenarioError
        The bytes are no text, too many, or no YAML of the kind described above.
    """
    if len(data) > LARGEST:
        raise ScenarioError([ScenarioFault(file, 0, "-", "too_large", {"size": len(data), "limit": LARGEST})])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ScenarioError([ScenarioFault(file, 0, "-", "not_utf8")]) from None
    return load_text(text, file)


def load_text(text: str, file: str) -> tuple[Any, dict[Path, int]]:
    """Values of a YAML text, and the line of each; see :func:`load`."""
    root = _compose(text, file)
    reader = _Reader(file)
    return reader.value(root, ()), reader.lines


def _compose(text: str, file: str) -> yaml.Node:
    """Tree of the only document; aliases, depth and number are checked event by event, before a tree is made."""
    import yaml

    try:
        depth = 0
        for count, event in enumerate(yaml.parse(text, Loader=yaml.SafeLoader)):
            line = _line(event.start_mark)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise ScenarioError([ScenarioFault(file, line, "-", "alias")])
            if depth > DEEPEST:
                raise ScenarioError([ScenarioFault(file, line, "-", "too_deep", {"limit": DEEPEST})])
            if count > MOST:
                raise ScenarioError([ScenarioFault(file, line, "-", "too_many", {"limit": MOST})])
        documents = list(yaml.compose_all(text, Loader=yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or type(error).__name__
        line = _line(mark)
        raise ScenarioError([ScenarioFault(file, line, "-", "syntax", {"problem": problem})]) from None
    if not documents or documents[0] is None:
        raise ScenarioError([ScenarioFault(file, 0, "-", "empty")])
    if len(documents) > 1:
        raise ScenarioError([ScenarioFault(file, documents[1].start_mark.line + 1, "-", "several")])
    return documents[0]


def _line(mark: Any) -> int:  # noqa: ANN401
    """Line of a mark, from 1."""
    return int(mark.line) + 1 if mark else 1


class _Reader:
    """Values of nodes; remembers the line of each path."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Path, int] = {}

    def value(self, node: yaml.Node, path: Path) -> Any:  # noqa: ANN401
        import yaml

        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.SequenceNode):
            self._check_tag(node, path, "tag:yaml.org,2002:seq")
            return [self.value(part, (*path, place)) for place, part in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            self._check_tag(node, path, "tag:yaml.org,2002:map")
            return self._mapping(node, path)
        if not isinstance(node, yaml.ScalarNode):
            raise self._fault(node, path, "tag", tag=node.tag)
        return self._scalar(node, path)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        import yaml

        found: dict[str, Any] = {}
        first: dict[str, int] = {}
        for key_node, part in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise self._fault(key_node, path, "key_type")
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in found:
                raise self._fault(key_node, (*path, key), "duplicate", key=key, first=first[key])
            first[key] = self.lines[(*path, key)] = line
            found[key] = self.value(part, (*path, key))
        return found

    def _scalar(self, node: yaml.ScalarNode, path: Path) -> object:
        if node.tag == "!" or (node.style is not None and node.tag == "tag:yaml.org,2002:str"):
            return node.value
        if node.tag.removeprefix("tag:yaml.org,2002:") not in _PLAIN:
            raise self._fault(node, path, "tag", tag=node.tag)
        text = str(node.value)
        if text in _WORDS:
            return _WORDS[text]
        if INTEGER.fullmatch(text):
            return int(text)
        return float(text) if FLOAT.fullmatch(text) else text

    def _check_tag(self, node: yaml.Node, path: Path, tag: str) -> None:
        if node.tag != tag:
            raise self._fault(node, path, "tag", tag=node.tag)

    def _fault(self, node: yaml.Node, path: Path, code: str, **context: object) -> ScenarioError:
        return ScenarioError([ScenarioFault(self.file, node.start_mark.line + 1, path_text(path), code, context)])
