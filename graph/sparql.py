"""What a query may be, and what is wrong with one that cannot be read.

The engine's parser reports the furthest place it reached and everything it would have liked there. People
need the place of the mistake and one sentence, so the usual mistakes are looked for first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from ..ontology.namespaces import PREFIXES
from .errors import GraphError

__all__ = ["QueryError", "Token", "check_allowed", "locate", "syntax_error", "tokens"]

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n\r]*)
    |(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    |(?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
               |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    |(?P<variable>[?$]\w+)
    |(?P<name>(?:[^\W\d_](?:[\w.\-]*[\w\-])?)?:(?:[\w:%\-]|\\.|\.(?=[\w:%\-]))*)
    |(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<word>[^\W\d]\w*)
    |(?P<number>\d[\w.]*)
    |(?P<space>\s+)
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"})
_PAIRS = {")": "(", "}": "{", "]": "["}
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_ENGINE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


class QueryError(GraphError):
    """A query that cannot be run.

    Attributes
    ----------
    line, column : int
        Place of the mistake in the query's text, from 1; 0 where it has no place.
    """

    def __init__(self, en: str, zh: str, line: int = 0, column: int = 0) -> None:
        self.line, self.column = line, column
        place = f"{line}:{column}: " if line else ""
        super().__init__(place + en, place + zh)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a query: its kind (a group of the token pattern), its text and where it starts."""

    kind: str
    text: str
    start: int


def tokens(text: str) -> Iterator[Token]:
    """Words of a query, blanks and comments included; joined they are the query.

    Examples
    --------
    >>> [t.kind for t in tokens("ASK{?a a 'b'}") if t.kind != "space"]
    ['word', 'other', 'variable', 'word', 'string', 'other']
    """
    for match in _TOKEN.finditer(text):
        yield Token(str(match.lastgroup), match[0], match.start())


def locate(text: str, offset: int) -> tuple[int, int]:
    r"""Line and column, both from 1, of an offset.

    Examples
    --------
    >>> locate("ab\ncd", 4)
    (2, 2)
    """
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def check_allowed(text: str) -> None:
    """Refuse what a query of the store may not do.

    Raises
    ------
    QueryError
        The text is an update, or asks another endpoint (``SERVICE``): the claims are the truth, and no query
        leaves the machine.
    """
    # SPARQL lets any character be written as \\uXXXX: both readings are looked at.
    plain = _ESCAPED.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), text)
    for version in {text, plain}:
        _check_version(version)


def _check_version(text: str) -> None:
    first = True
    for token in _significant(text):
        word = token.text.upper()
        if token.kind != "word" or word in ("PREFIX", "BASE", "VERSION"):
            continue
        place = locate(text, token.start)
        if first and word in _UPDATES:
            raise QueryError(
                f"{word} would change the store, which is read-only: change the claims and build it again",
                f"{word} 会改动图谱，而图谱是只读的：请修改主张文件后重新构建",
                *place,
            )
        if word == "SERVICE":
            raise QueryError(
                "SERVICE asks another endpoint, but no query leaves this machine: load that data instead",
                "SERVICE 会查询其他端点，而这里的查询不联网：请把该数据与主张一起载入",
                *place,
            )
        first = False


def syntax_error(text: str, bound: str, pieces: list[tuple[int, int]], message: str) -> QueryError:
    """Error that says where a query is wrong and how to mend it.

    Parameters
    ----------
    text : str
        The query as written.
    bound, pieces
        The query as run, and which of its offsets is which of `text`: see :func:`.parameters.bind`.
    message : str
        What the engine said of `bound`.
    """
    for check in (_check_form, _check_prefixes, _check_iris, _check_brackets, _check_calls):
        if error := check(text):
            return error
    match = _ENGINE.match(message)
    if match is None:
        return QueryError(f"not valid SPARQL: {message}", f"不是有效的 SPARQL：{message}")
    line, column = _translate(text, bound, pieces, int(match[1]), int(match[2]))
    detail = " ".join(match[3].split())
    if "unbound" in detail:
        return QueryError(
            "SELECT names a variable that has no value: bind it, group by it, or put it in an aggregate",
            "SELECT 中有未绑定的变量：请绑定它、放入 GROUP BY，或用聚合函数",
            line,
            column,
        )
    short = detail if len(detail) <= 100 else detail[:100].rsplit(" ", 1)[0] + " ..."
    return QueryError(
        f"not valid SPARQL just before here ({short}): look for a missing '.', ';', bracket or '?'",
        f"此处之前不是有效的 SPARQL（{short}）：请检查是否缺少“.”“;”、括号或“?”",
        line,
        column,
    )


def _translate(text: str, bound: str, pieces: list[tuple[int, int]], line: int, column: int) -> tuple[int, int]:
    """Place in the query as written of a place in the query as run."""
    offset = sum(len(row) + 1 for row in bound.split("\n")[: line - 1]) + column - 1
    at = bisect_right(pieces, offset, key=itemgetter(0)) - 1
    if at < 0:
        return line, column
    start, source = pieces[at]
    end = pieces[at + 1][1] if at + 1 < len(pieces) else len(text)
    return locate(text, min(source + offset - start, end))


def _significant(text: str) -> list[Token]:
    return [token for token in tokens(text) if token.kind not in ("space", "comment")]


def _check_form(text: str) -> QueryError | None:
    words = (t for t in _significant(text) if t.kind == "word" and t.text.upper() not in ("PREFIX", "BASE", "VERSION"))
    first = next(words, None)
    if first is not None and first.text.upper() in _FORMS:
        return None
    name = f"starts with {first.text}" if first else "is empty"
    return QueryError(
        f"the query {name}: it must be SELECT, ASK, CONSTRUCT or DESCRIBE",
        f"查询{'以 ' + first.text + ' 开头' if first else '为空'}：应为 SELECT、ASK、CONSTRUCT 或 DESCRIBE",
        *locate(text, first.start if first else 0),
    )


def _check_prefixes(text: str) -> QueryError | None:
    found = _significant(text)
    known = set(PREFIXES)
    for before, token in zip([None, *found], found, strict=False):
        if token.kind != "name":
            continue
        prefix = token.text.partition(":")[0]
        if before is not None and before.text.upper() == "PREFIX":
            known.add(prefix)
        elif prefix not in known:
            return QueryError(
                f"prefix '{prefix}:' is not declared; these need no declaration: {', '.join(PREFIXES)}",
                f"前缀“{prefix}:”未声明；以下前缀无需声明：{'、'.join(PREFIXES)}",
                *locate(text, token.start),
            )
    return None


def _check_iris(text: str) -> QueryError | None:
    found = _significant(text)
    if any(token.text.upper() == "BASE" for token in found):
        return None
    for token in found:
        if token.kind == "iri" and ":" not in token.text:
            return QueryError(
                f"{token.text} is not a whole IRI: write it in full, or with a prefix",
                f"{token.text} 不是完整的 IRI：请写全，或使用前缀",
                *locate(text, token.start),
            )
        if token.kind == "other" and token.text in "\"'":
            return QueryError("this quotation is not closed", "此处引号未闭合", *locate(text, token.start))
    return None


def _check_brackets(text: str) -> QueryError | None:
    open_: list[Token] = []
    for token in _significant(text):
        if token.kind != "other":
            continue
        if token.text in _PAIRS.values():
            open_.append(token)
        elif token.text in _PAIRS:
            if not open_ or open_[-1].text != _PAIRS[token.text]:
                return QueryError(
                    f"'{token.text}' closes nothing",
                    f"“{token.text}”没有对应的左括号",
                    *locate(text, token.start),
                )
            open_.pop()
    if open_:
        last = open_[-1]
        return QueryError(f"'{last.text}' is never closed", f"“{last.text}”没有闭合", *locate(text, last.start))
    return None


def _check_calls(text: str) -> QueryError | None:
    """Oxigraph 0.5 reads ``CONCAT(`` but not ``CONCAT (``."""
    for match in re.finditer(r"\b(CONCAT|COALESCE)\s+\(", text, re.IGNORECASE):
        return QueryError(
            f"write {match[1]}( without a blank", f"{match[1]}( 中间不要有空格", *locate(text, match.start())
        )
    return None
