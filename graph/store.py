"""The store: claims, vocabulary and shortcuts as RDF, asked in SPARQL.

Claims stand in the default graph, the vocabulary in :data:`ONTOLOGY`, shortcuts in :data:`DERIVED`.
A query sees all of these as one, and so every other graph, except :data:`SCORES`, which has to be named
(``GRAPH``): a number that was computed from claims is never taken for one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import ontology
from ..ontology.language import Language
from ..ontology.namespaces import PREFIXES, expand
from ..ontology.shortcuts import shortcuts
from . import disk
from .answer import Answer
from .build import DATASET, nquads_parts
from .disk import StoreError
from .parameters import bind
from .scores import SCORES, replace_scores
from .sparql import QueryError, check_allowed, syntax_error, tokens
from .trig import canonical, has_blanks, trig
from .turtle import BASE, turtle

if TYPE_CHECKING:
    import pyoxigraph as ox
    import rdflib

    from ..data.read import Claims

__all__ = ["DERIVED", "ONTOLOGY", "SCORES", "Store", "StoreError"]

ONTOLOGY = "https://w3id.org/definer/graph/ontology"
"""Graph of the vocabulary."""
DERIVED = "https://w3id.org/definer/graph/derived"
"""Graph of the shortcuts that the rules derive from claims."""
_LABELS = ("skos:prefLabel", "rdfs:label", "dcterms:title")


class Store:
    """A knowledge graph to ask.

    Parameters
    ----------
    inner : pyoxigraph.Store
        Database with the graphs named in this module.
    """

    def __init__(self, inner: ox.Store) -> None:
        self._inner = inner
        self._names: dict[tuple[str, Language], str | None] = {}

    @classmethod
    def from_claims(cls, claims: Claims, tee: Callable[[bytes], object] | None = None) -> Store:
        """Store in memory.

        Parameters
        ----------
        claims : Claims
        tee : callable, optional
            Is given the N-Quads too, part by part: with :meth:`take` and :meth:`derive` they make the same store.
        """
        store = cls.empty()
        _fill(store._inner, claims, tee)
        return store

    @classmethod
    def empty(cls) -> Store:
        """Store in memory that holds nothing yet."""
        import pyoxigraph as ox

        return cls(ox.Store())

    def take(self, quads: bytes) -> None:
        """Add N-Quads that :meth:`dump` or :meth:`from_claims` gave."""
        _take(self._inner, quads)

    def derive(self) -> None:
        """Add the vocabulary to claims, and what its rules derive."""
        _fill_vocabulary(self._inner)

    @classmethod
    def create(cls, claims: Claims, path: Path | str) -> Store:
        """Store on disk, built aside and swapped in whole; an interrupted build leaves what was there before.

        Raises
        ------
        StoreError
            `path` holds something else.
        """
        disk.build(Path(path), lambda inner: _fill(inner, claims))
        return cls.open(path)

    @classmethod
    def open(cls, path: Path | str) -> Store:
        """Store on disk, read-only.

        Raises
        ------
        StoreError
            There is no store, or it cannot be read.
        """
        return cls(disk.open_read_only(Path(path)))

    @classmethod
    def from_rdf(cls, paths: Iterable[Path | str]) -> Store:
        """Store in memory of a user's own RDF in this vocabulary.

        Parameters
        ----------
        paths : iterable of Path or str
            Files in Turtle, N-Triples, N-Quads, TriG, RDF/XML or JSON-LD, by extension.

        Raises
        ------
        StoreError
            A file that is not there, of unknown kind, or not well-formed.
        """
        import pyoxigraph as ox

        inner = ox.Store()
        for path in paths:
            _load(inner, Path(path))
        _fill_vocabulary(inner)
        return cls(inner)

    def __len__(self) -> int:
        return len(self._inner)

    def query(self, text: str, params: Mapping[str, object] | None = None) -> Answer:
        """Ask.

        Parameters
        ----------
        text : str
            SPARQL 1.1 SELECT, ASK, CONSTRUCT or DESCRIBE. The prefixes of the vocabulary need no declaration.
        params : mapping, optional
            Parameter -> value, see :mod:`.parameters`.

        Raises
        ------
        QueryError
            The query is wrong (with line and column), changes the store or leaves the machine.
        """
        check_allowed(text)
        bound, pieces = bind(text, params)
        try:
            return Answer(self._inner.query(bound, prefixes=PREFIXES, **self._scope(bound)), self.label)
        except SyntaxError as error:
            raise syntax_error(text, bound, pieces, str(error)) from None
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be run: {error}", f"查询无法执行：{error}") from None

    def label(self, iri: str, lang: Language = "en") -> str | None:
        """Name of a thing in a language, else in English, else in any; None for a thing without."""
        key = (iri, lang)
        if key not in self._names:
            self._names[key] = self._find_label(iri, lang)
        return self._names[key]

    @cached_property
    def as_of(self) -> str:
        """The data's own date, ``YYYY-MM-DD``: the one it states, else the latest from which something holds.

        Raises
        ------
        StoreError
            Nothing in the store is dated.
        """
        stated = self._dataset_value("dcterms:valid")
        latest = stated or self.query("SELECT (MAX(?day) AS ?last) { ?claim def:validFrom ?day }").rows[0][0]
        if latest is None:
            raise StoreError("nothing in the store is dated", "图谱中没有任何日期")
        return latest

    @property
    def version(self) -> str:
        """Version of the claims, empty where the data set states none."""
        return self._dataset_value("schema:version") or ""

    def rdflib(self) -> rdflib.Dataset:
        """View this very store through rdflib: nothing is copied, and what is added there is here too."""
        import rdflib
        from oxrdflib import OxigraphStore

        dataset = rdflib.Dataset(store=OxigraphStore(store=self._inner), default_union=True)
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace)
        return dataset

    def put_scores(self, lines: Iterable[str]) -> None:
        """Say scores in this store, instead of earlier ones of the same scorings.

        Parameters
        ----------
        lines : iterable of str
            N-Quads, see :func:`.scores.score_lines`.

        Raises
        ------
        StoreError
            The store is open read-only: see :func:`.score_files.save_scores`.
        """
        try:
            replace_scores(self._inner, lines)
        except RuntimeError:
            raise StoreError(
                "this store is open read-only; name its folder to write scores into it",
                "此图谱以只读方式打开；若要写入得分，请指明其文件夹",
            ) from None

    def dump(self) -> bytes:
        """Everything in the store as N-Quads, in the engine's order."""
        import pyoxigraph as ox

        return self._inner.dump(format=ox.RdfFormat.N_QUADS) or b""

    def nquads(self) -> bytes:
        """Everything in the store, sorted N-Quads."""
        lines = self.dump().splitlines(keepends=True)
        return b"".join(sorted(lines))

    def trig(self) -> bytes:
        """Everything in the store as TriG, see :func:`.trig.trig`."""
        return trig(self._inner)

    def turtle(self) -> bytes:
        """Write the claims (no vocabulary, shortcuts, scores) as sorted Turtle: same claims, same bytes."""
        import pyoxigraph as ox

        apart = {ONTOLOGY, DERIVED, SCORES}
        lines: list[str] = []
        for graph in (ox.DefaultGraph(), *self._named_graphs(apart)):
            dump = self._inner.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph) or b""
            # Lines of bytes: a literal may hold letters that would end a line of text.
            lines += [
                line.decode() for line in (canonical(dump) if has_blanks(self._inner, dump) else dump).splitlines()
            ]
        return turtle(lines)

    def _scope(self, text: str) -> dict[str, Any]:
        """Give the graphs that a query sees; the engine is fastest when it may take them all as one."""
        import pyoxigraph as ox

        if any(token.kind == "word" and token.text.upper() == "FROM" for token in tokens(text)):
            return {}
        if not self._inner.contains_named_graph(ox.NamedNode(SCORES)):
            return {"use_default_graph_as_union": True}
        return {"default_graph": [ox.DefaultGraph(), *self._named_graphs({SCORES})]}

    def _named_graphs(self, without: set[str]) -> Iterator[ox.NamedNode | ox.BlankNode]:
        graphs = (graph for graph in self._inner.named_graphs() if graph.value not in without)
        return iter(sorted(graphs, key=str))

    def _values(self, iri: str, curie: str) -> list[ox.Literal]:
        import pyoxigraph as ox

        quads = self._inner.quads_for_pattern(ox.NamedNode(iri), ox.NamedNode(expand(curie)), None, None)
        return sorted((quad.object for quad in quads if isinstance(quad.object, ox.Literal)), key=str)

    def _dataset_value(self, curie: str) -> str | None:
        values = self._values(DATASET, curie)
        return values[0].value if values else None

    def _find_label(self, iri: str, lang: Language) -> str | None:
        found: dict[str, str] = {}
        for curie in reversed(_LABELS):
            for value in self._values(iri, curie):
                found[(value.language or "")[:2]] = value.value
        return found.get(lang) or found.get("en") or next(iter(found.values()), None)


def _take(inner: ox.Store, quads: bytes) -> None:
    import pyoxigraph as ox

    # The lines were written by us from checked records, or by the engine: nothing to validate twice.
    inner.bulk_load(quads, format=ox.RdfFormat.N_QUADS, lenient=True)


def _fill(inner: ox.Store, claims: Claims, tee: Callable[[bytes], object] | None = None) -> None:
    # The engine loads one part, on the other core, while the next is made.
    with ThreadPoolExecutor(1) as loader:
        loads = []
        for part in nquads_parts(claims):
            loads.append(loader.submit(_take, inner, part))
            if tee:
                tee(part)
        for load in loads:
            load.result()
    _fill_vocabulary(inner)


def _fill_vocabulary(inner: ox.Store) -> None:
    """Add the vocabulary, then what each rule derives."""
    import pyoxigraph as ox

    folder = files(ontology)
    vocabulary = folder.joinpath("definer.ttl").read_bytes()
    inner.load(vocabulary, format=ox.RdfFormat.TURTLE, to_graph=ox.NamedNode(ONTOLOGY))
    for rule in shortcuts():
        found = inner.query(rule.text, prefixes=PREFIXES, use_default_graph_as_union=True)
        if not isinstance(found, ox.QueryTriples):
            raise TypeError(f"{rule.name} is no CONSTRUCT")
        triples = found.serialize(format=ox.RdfFormat.N_TRIPLES) or b""
        inner.load(triples, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(DERIVED))


def _load(inner: ox.Store, path: Path) -> None:
    import pyoxigraph as ox

    extension = path.suffix.lstrip(".").lower()
    format_ = ox.RdfFormat.from_extension({"owl": "rdf"}.get(extension, extension))
    if format_ is None:
        raise StoreError(
            f"{path}: unknown kind of RDF file; known are .ttl .nt .nq .trig .rdf .owl .xml .jsonld",
            f"{path}：无法识别的 RDF 文件类型；可用：.ttl .nt .nq .trig .rdf .owl .xml .jsonld",
        )
    try:
        inner.load(path=path, format=format_, base_iri=BASE)
    except SyntaxError as error:
        raise StoreError(f"{path}: not well-formed: {error}", f"{path}：格式有误：{error}") from None
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error}", f"{path}：无法读取：{error}") from None
